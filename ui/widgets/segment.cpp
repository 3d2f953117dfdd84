#include "ui/widgets/segment.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainterPath>
#include <QRadioButton>
#include <QStyle>

#include <cmath>

namespace foredeck::ui {

namespace {

/// A radio button drawn as one part of the strip; arrow keys, focus and its accessible role come from Qt.
class Part final : public QRadioButton {
public:
    Part(const QString &text, QString glyph, QWidget *parent) : QRadioButton(text, parent), m_glyph(std::move(glyph))
    {
        setSpokenName(this, text);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
        setProperty("radius", radiusControl);
    }

    QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        const int glyph = m_glyph.isEmpty() ? 0 : theme.grown(14) + 6;
        return {int(std::ceil(textWidth(theme.font(Step::Small, QFont::DemiBold), text()))) + glyph + 24, theme.rowHeight(28, 18)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }

    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const QFont font = theme.font(Step::Small, isChecked() ? QFont::DemiBold : QFont::Medium);
        const QColor ink = theme.color(!isEnabled() ? Color::Text3 : (isChecked() ? Color::Text : Color::Text2));
        const int glyph = m_glyph.isEmpty() ? 0 : theme.grown(14);
        const qreal words = textWidth(font, text());
        const int used = glyph + (glyph ? 6 : 0) + int(std::ceil(words));
        int x = (width() - used) / 2;
        if (glyph) {
            paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - glyph) / 2, glyph, glyph)), m_glyph, ink, layoutDirection());
            x += glyph + 6;
        }
        const QRect rest = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, int(std::ceil(words)) + 1, height()));
        drawLine(painter, rest, text(), {font, ink, layoutDirection()});
    }

private:
    QString m_glyph;
};

} // namespace

Segment::Segment(const QString &accessibleName, QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    setSpokenName(this, accessibleName);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        update();
        if (on)
            Q_EMIT chosen(id);
    });
}

int Segment::addPart(const QString &text, const QString &glyph)
{
    const int index = int(m_group->buttons().size());
    auto *part = new Part(text, glyph, this);
    m_group->addButton(part, index);
    layout()->addWidget(part);
    if (index == 0)
        part->setChecked(true);
    return index;
}

int Segment::current() const
{
    return m_group->checkedId();
}

void Segment::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

QAbstractButton *Segment::part(int index) const
{
    return m_group->button(index);
}

void Segment::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    strokeRounded(painter, rect(), radiusControl, Qt::transparent, 0, theme.color(Color::Surface));
    QPainterPath clip;
    clip.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radiusControl - 1, radiusControl - 1);
    painter.setClipPath(clip);
    const QList<QAbstractButton *> parts = m_group->buttons();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QRect part = parts[i]->geometry();
        if (parts[i]->isChecked()) {
            painter.fillRect(part, theme.color(Color::Selection));
            painter.fillRect(QRect(part.left(), height() - 3, part.width(), 2), theme.color(Color::Accent));
        }
        if (i > 0)
            painter.fillRect(QRect(layoutDirection() == Qt::RightToLeft ? part.right() : part.left(), 0, 1, height()), theme.color(Color::Line));
    }
    painter.setClipping(false);
    strokeRounded(painter, rect(), radiusControl, theme.color(isEnabled() ? Color::LineStrong : Color::Line), 1);
}

Switch::Switch(const QString &accessibleName, QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setSpokenName(this, accessibleName);
    setText(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setWords(tr("On"), tr("Off"));
}

void Switch::setWords(const QString &on, const QString &off)
{
    m_on = on;
    m_off = off;
    updateGeometry();
    update();
}

QSize Switch::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const QFont font = theme.font(Step::Body);
    const qreal words = std::max(textWidth(font, m_on), textWidth(font, m_off));
    return {theme.grown(32) + 8 + int(std::ceil(words)) + 2, qMax(24, theme.line(Step::Body))};
}

void Switch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

void Switch::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const QSize track(theme.grown(32), theme.grown(18));
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const QRectF box = place(QRect(0, (height() - track.height()) / 2, track.width(), track.height()));
    const Color fill = !isEnabled() ? Color::Sunken : (isChecked() ? Color::AccentFill : Color::Surface);
    const Color line = !isEnabled() ? Color::Line : (isChecked() ? Color::AccentFill : Color::LineStrong);
    strokeRounded(painter, box, box.height() / 2, theme.color(line), 1, theme.color(fill));
    const qreal knob = box.height() - 6;
    const bool atRight = isChecked() == (layoutDirection() == Qt::LeftToRight);
    const QRectF disc(atRight ? box.right() - 3 - knob : box.left() + 3, box.top() + 3, knob, knob);
    strokeRounded(painter, disc, knob / 2, Qt::transparent, 0, theme.color(isChecked() && isEnabled() ? Color::OnAccent : Color::LineStrong));
    const int x = track.width() + 8;
    drawLine(painter, place(QRect(x, 0, width() - x, height())), shownWord(),
        {theme.font(Step::Body), theme.color(isEnabled() ? Color::Text : Color::Text3), layoutDirection()});
}

} // namespace foredeck::ui
