#include "ui/pages/leads/leadway.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace foredeck::ui {

namespace {

constexpr int discSize = 16;
constexpr int wayGap = 4;

QString spoken(const LeadStep &step)
{
    const QString words = step.time.isEmpty() ? step.word : step.word + QLatin1Char(' ') + step.time;
    switch (step.state) {
    case LeadStep::State::Current:
        return LeadWay::tr("now %1", "the status that a lead has").arg(words);
    case LeadStep::State::Reached:
        return words;
    case LeadStep::State::NotYet:
        break;
    }
    return LeadWay::tr("not %1", "a status that a lead has not reached").arg(step.word);
}

QFont fontOf(const LeadStep &step, const Theme &theme)
{
    return theme.font(Step::Caption, step.state == LeadStep::State::Current ? QFont::DemiBold : QFont::Normal);
}

} // namespace

LeadWay::LeadWay(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LeadWay::show(const std::vector<LeadStep> &steps)
{
    m_steps = steps;
    QStringList words;
    for (const LeadStep &step : steps)
        words << spoken(step);
    setSpokenName(this, tr("Status: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

bool LeadWay::isWide(int width) const
{
    if (m_steps.empty())
        return true;
    const Theme &theme = themeOf(this);
    const double room = double(width) / double(m_steps.size()) - 4;
    return std::all_of(m_steps.begin(), m_steps.end(), [&](const LeadStep &step) {
        return std::max(textWidth(fontOf(step, theme), step.word), digitsWidth(theme.font(Step::Caption), step.time)) <= room;
    });
}

int LeadWay::heightForWidth(int width) const
{
    const Theme &theme = themeOf(this);
    const int disc = theme.grown(discSize);
    const int line = theme.line(Step::Caption);
    return isWide(width) ? disc + wayGap + 2 * line : int(m_steps.size()) * (qMax(disc, line) + 2 * wayGap);
}

QSize LeadWay::sizeHint() const
{
    const int width = qMax(60, this->width());
    return {width, heightForWidth(width)};
}

void LeadWay::paintDisc(QPainter &painter, const QRect &at, LeadStep::State state) const
{
    const Theme &theme = themeOf(this);
    const QRectF disc = QRectF(at).adjusted(0.5, 0.5, -0.5, -0.5);
    if (state == LeadStep::State::NotYet) {
        painter.setPen(QPen(theme.color(Color::LineStrong), 1, Qt::DashLine));
        painter.setBrush(theme.color(Color::Surface));
        painter.drawEllipse(disc);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(state == LeadStep::State::Current ? Color::AccentFill : Color::Text2));
    painter.drawEllipse(disc);
    const int inset = theme.grown(3);
    const QColor tick = theme.color(state == LeadStep::State::Current ? Color::OnAccent : Color::Surface);
    paintIcon(painter, at.adjusted(inset, inset, -inset, -inset), QStringLiteral("check"), tick, layoutDirection(), theme.highContrast());
}

void LeadWay::paintAcross(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const int disc = theme.grown(discSize);
    const int line = theme.line(Step::Caption);
    const double column = double(width()) / double(m_steps.size());
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const LeadStep &step = m_steps[i];
        const int left = int(double(i) * column);
        const int middle = int((double(i) + 0.5) * column);
        if (i + 1 < m_steps.size()) {
            const QRect way = place(QRect(middle + disc / 2, disc / 2, int(column) - disc, 1));
            const bool reached = m_steps[i + 1].state != LeadStep::State::NotYet && step.state != LeadStep::State::NotYet;
            painter.setPen(QPen(theme.color(reached ? Color::Text2 : Color::LineStrong), 1, reached ? Qt::SolidLine : Qt::DashLine));
            painter.drawLine(way.left(), way.top(), way.right(), way.top());
        }
        paintDisc(painter, place(QRect(middle - disc / 2, 0, disc, disc)), step.state);
        const Color color = step.state == LeadStep::State::NotYet ? Color::Text3 : Color::Text;
        drawLine(painter, place(QRect(left, disc + wayGap, int(column), line)), step.word, {fontOf(step, theme), theme.color(color), layoutDirection()}, Side::Center);
        drawDigits(painter, place(QRect(left, disc + wayGap + line, int(column), line)), step.time, {theme.font(Step::Caption), theme.color(Color::Text3), layoutDirection()}, Side::Center);
    }
}

void LeadWay::paintDown(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const int disc = theme.grown(discSize);
    const int high = qMax(disc, theme.line(Step::Caption)) + 2 * wayGap;
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const LeadStep &step = m_steps[i];
        const int y = int(i) * high;
        paintDisc(painter, place(QRect(0, y + (high - disc) / 2, disc, disc)), step.state);
        const int time = int(std::ceil(digitsWidth(theme.font(Step::Caption), step.time)));
        const int words = disc + 8;
        const Color color = step.state == LeadStep::State::NotYet ? Color::Text3 : Color::Text;
        drawLine(painter, place(QRect(words, y, qMax(0, width() - words - time - 8), high)), step.word, {fontOf(step, theme), theme.color(color), layoutDirection()});
        drawDigits(painter, place(QRect(width() - time, y, time, high)), step.time, {theme.font(Step::Caption), theme.color(Color::Text3), layoutDirection()}, Side::End);
    }
}

void LeadWay::paintEvent(QPaintEvent *)
{
    if (m_steps.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    isWide(width()) ? paintAcross(painter) : paintDown(painter);
}

void LeadWay::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace foredeck::ui
