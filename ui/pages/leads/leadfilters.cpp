#include "ui/pages/leads/leadfilters.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/words/leadwords.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace foredeck::ui {

namespace {

constexpr int filterPadX = 16;
constexpr int filterPadY = 10;
constexpr int filterGap = 8;
constexpr int leastSearch = 200;
constexpr int padInside = 10;

} // namespace

FilterButton::FilterButton(const QString &label, QWidget *parent) : QAbstractButton(parent)
{
    setText(label);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void FilterButton::setValue(const QString &value, bool filters)
{
    m_value = value;
    m_filters = filters;
    setSpokenName(this, tr("%1: %2", "a filter and what it is set to").arg(text(), value));
    updateGeometry();
    update();
}

QSize FilterButton::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const qreal words = textWidth(theme.font(Step::Body), text()) + 6 + textWidth(theme.font(Step::Body, QFont::DemiBold), m_value);
    return {int(std::ceil(words)) + 2 * padInside + 6 + theme.grown(12), theme.rowHeight(32, 18)};
}

void FilterButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Color fill = m_filters ? Color::Selection : (underMouse() ? Color::Hover : Color::Surface);
    strokeRounded(painter, rect(), radiusControl, theme.color(m_filters ? Color::Accent : Color::LineStrong), 1, theme.color(fill));
    const auto at = [&](int x, int y, int w, int h) { return QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, w, h)); };
    const Ink label {theme.font(Step::Body), theme.color(Color::Text2), layoutDirection()};
    const Ink value {theme.font(Step::Body, QFont::DemiBold), theme.color(Color::Text), layoutDirection()};
    const int arrow = theme.grown(12);
    const int first = int(std::ceil(textWidth(label.font, text())));
    drawLine(painter, at(padInside, 0, first + 1, height()), text(), label);
    const int x = padInside + first + 6;
    drawLine(painter, at(x, 0, width() - x - padInside - arrow - 4, height()), m_value, value);
    paintIcon(painter, at(width() - padInside - arrow, (height() - arrow) / 2, arrow, arrow), QStringLiteral("chevron-down"), theme.color(Color::Text2), layoutDirection());
}

LeadFilters::LeadFilters(QWidget *parent) : Placed(parent)
{
    m_search = new LineEdit(tr("Find a lead"), tr("Name, phone or e-mail"), this);
    m_search->setGlyph(QStringLiteral("search"));
    m_search->setClearButtonEnabled(true);
    m_score = new FilterButton(tr("Score"), this);
    m_status = new FilterButton(tr("Status"), this);
    m_came = new FilterButton(tr("Came"), this);
    m_source = new FilterButton(tr("Over"), this);
    m_clients = new FilterButton(tr("Client"), this);
    m_clear = new Button(tr("Clear"), Button::Look::Bare, this);
    connect(m_search, &QLineEdit::textChanged, this, &LeadFilters::typed);
    connect(m_score, &QAbstractButton::clicked, this, &LeadFilters::scoreMenu);
    connect(m_status, &QAbstractButton::clicked, this, &LeadFilters::statusMenu);
    connect(m_came, &QAbstractButton::clicked, this, &LeadFilters::cameMenu);
    connect(m_source, &QAbstractButton::clicked, this, &LeadFilters::sourceMenu);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LeadFilters::setActions(QAction *clear, const QString &searchKey)
{
    m_clear->setAction(clear, tr("Clear"));
    m_search->setToolTip(plainTip(tr("%1 (%2)", "what it does and its key").arg(m_search->accessibleName(), searchKey)));
}

void LeadFilters::present(const LeadQuery &query, const TimeContext &time, const QString &clients)
{
    m_query = query;
    const ScoreRange range {query.scoreFrom, query.scoreTo};
    m_score->setValue(scoreRangeWord(range), range != ScoreRange {});
    m_status->setValue(statusFilterWord(query.statuses.size()), !query.statuses.empty());
    m_came->setValue(cameFilterWord(query, time), query.cameFrom || query.cameBefore);
    m_source->setValue(sourceFilterWord(query.source), !query.source.empty());
    m_clients->setValue(clients, false);
    if (m_search->text() != fromUtf8(query.text))
        m_search->setText(fromUtf8(query.text));
    place();
}

void LeadFilters::popUp(QMenu *menu, const QWidget *below) const
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(below->mapToGlobal(QPoint(layoutDirection() == Qt::RightToLeft ? below->width() - menu->sizeHint().width() : 0, below->height() + 2)));
}

void LeadFilters::scoreMenu()
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    for (const ScoreRange &range : scoreRanges()) {
        QAction *one = menu->addAction(scoreRangeLine(range));
        one->setCheckable(true);
        one->setActionGroup(group);
        one->setChecked(range == ScoreRange {m_query.scoreFrom, m_query.scoreTo});
        connect(one, &QAction::triggered, this, [this, range] { Q_EMIT scoreChosen(range.from, range.to); });
    }
    popUp(menu, m_score);
}

void LeadFilters::statusMenu()
{
    auto *menu = new QMenu(this);
    QAction *any = menu->addAction(tr("Any status"));
    any->setCheckable(true);
    any->setChecked(m_query.statuses.empty());
    connect(any, &QAction::triggered, this, [this] { Q_EMIT statusesChosen({}); });
    menu->addSeparator();
    for (const LeadStatus status : leadStatuses()) {
        const std::string name {nameOf(status)};
        QAction *one = menu->addAction(leadStatusWord(status));
        one->setCheckable(true);
        one->setChecked(std::find(m_query.statuses.begin(), m_query.statuses.end(), name) != m_query.statuses.end());
        connect(one, &QAction::triggered, this, [this, name](bool on) {
            std::vector<std::string> chosen = m_query.statuses;
            std::erase(chosen, name);
            if (on)
                chosen.push_back(name);
            Q_EMIT statusesChosen(chosen.size() == leadStatuses().size() ? std::vector<std::string> {} : chosen);
        });
    }
    popUp(menu, m_status);
}

void LeadFilters::cameMenu()
{
    auto *menu = new QMenu(this);
    for (const int days : {0, 1, 7, 30}) {
        QAction *one = menu->addAction(days == 0 ? tr("Whenever") : days == 1 ? tr("Today") : tr("In the last %n day(s)", "", days));
        connect(one, &QAction::triggered, this, [this, days] { Q_EMIT daysChosen(days); });
    }
    popUp(menu, m_came);
}

void LeadFilters::sourceMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [&](const QString &words, const std::string &source) {
        QAction *one = menu->addAction(words);
        one->setCheckable(true);
        one->setChecked(m_query.source == source);
        connect(one, &QAction::triggered, this, [this, source] { Q_EMIT sourceChosen(source); });
    };
    add(tr("Any channel"), {});
    menu->addSeparator();
    for (const auto &[kind, name] : EnumNames<ChannelKind>::names)
        add(channelSign(kind).word, std::string {name});
    popUp(menu, m_source);
}

int LeadFilters::flow(int width, bool move) const
{
    const QList<QWidget *> buttons {m_score, m_status, m_came, m_source, m_clients, m_clear};
    int all = 0;
    for (const QWidget *one : buttons)
        all += one->isHidden() ? 0 : one->sizeHint().width() + filterGap;
    const int inside = width - 2 * filterPadX;
    const int line = m_search->sizeHint().height();
    const auto put = [&](QWidget *widget, int x, int y, int w, int h) {
        if (move)
            widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, w, h)));
    };
    int y = filterPadY;
    int x = filterPadX;
    if (inside - all >= themeOf(this).grown(leastSearch)) {
        put(m_search, filterPadX, y, inside - all, line);
        x += inside - all + filterGap;
    } else {
        put(m_search, filterPadX, y, inside, line);
        y += line + filterGap;
    }
    for (QWidget *one : buttons) {
        if (one->isHidden())
            continue;
        const QSize hint = one->sizeHint();
        const int wide = qMin(hint.width(), inside);
        if (x > filterPadX && x + wide > width - filterPadX) {
            x = filterPadX;
            y += line + filterGap;
        }
        put(one, x, y + (line - hint.height()) / 2, wide, hint.height());
        x += wide + filterGap;
    }
    return y + line + filterPadY;
}

int LeadFilters::heightForWidth(int width) const
{
    return flow(width, false);
}

QSize LeadFilters::sizeHint() const
{
    return {themeOf(this).grown(600), flow(qMax(width(), 1), false)};
}

void LeadFilters::place()
{
    flow(width(), true);
}

} // namespace foredeck::ui
