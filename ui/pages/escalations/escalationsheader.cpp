#include "ui/pages/escalations/escalationsheader.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/escalationwords.h"

#include <QEvent>
#include <QStyle>
#include <QTabBar>

namespace foredeck::ui {

namespace {

constexpr EscalationTab allTabs[] {EscalationTab::Open, EscalationTab::Pending, EscalationTab::Claimed, EscalationTab::Resolved, EscalationTab::Expired};
constexpr int headerPad = 16;
constexpr int headerGap = 28;
constexpr int headerBetween = 8; ///< the buttons at the end

} // namespace

EscalationsHeader::EscalationsHeader(QWidget *parent) : Pane(Color::Surface, Bottom, parent)
{
    m_title = new TextLabel(tr("Escalations"), Step::Title, Color::Text, QFont::DemiBold, this);
    m_tabs = new QTabBar(this);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideNone);
    setSpokenName(m_tabs, tr("Lists of escalations"));
    for (const EscalationTab tab : allTabs)
        m_tabs->addTab(escalationTabWord(tab));
    m_rules = new Button({}, Button::Look::Quiet, this);
    m_rules->setSmall(true);
    m_rules->setGlyph(QStringLiteral("routing"));
    m_rules->hide();
    m_clients = new Button({}, Button::Look::Quiet, this);
    m_clients->setSmall(true);
    m_clients->setGlyph(QStringLiteral("filter"));
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { Q_EMIT tabChosen(tab()); });
    place();
}

void EscalationsHeader::setClientsAction(QAction *action)
{
    m_clients->setAction(action, tr("All clients"));
    place();
}

void EscalationsHeader::setRulesAction(QAction *action)
{
    m_rules->setAction(action, tr("Rules"));
    place();
}

void EscalationsHeader::setRulesShown(bool shown)
{
    m_rules->setVisible(shown);
    place();
}

void EscalationsHeader::setScope(const QString &words)
{
    m_clients->setShortText(words);
    place();
}

void EscalationsHeader::setCount(EscalationTab tab, std::int64_t count, bool more)
{
    const QString number = countWord(count) + (more ? QStringLiteral("+") : QString());
    const QString words = escalationTabWord(tab) + QStringLiteral("  ") + number;
    if (m_tabs->tabText(static_cast<int>(tab)) == words)
        return;
    m_tabs->setTabText(static_cast<int>(tab), words);
    place();
}

EscalationTab EscalationsHeader::tab() const
{
    return allTabs[qMax(0, m_tabs->currentIndex())];
}

void EscalationsHeader::setTab(EscalationTab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

void EscalationsHeader::place()
{
    const Theme &theme = themeOf(this);
    const int line = theme.rowHeight(theme.layout().header, 24);
    const QSize title = m_title->sizeHint();
    const QSize tabs = m_tabs->sizeHint();
    const QSize clients = m_clients->sizeHint();
    const QSize rules = m_rules->sizeHint();
    const int atEnd = clients.width() + (m_rules->isHidden() ? 0 : rules.width() + headerBetween);
    const bool beside = headerPad + title.width() + headerGap + tabs.width() + headerGap + atEnd + headerPad <= width();
    setFixedHeight(beside ? line : line + tabs.height());
    const auto at = [&](int x, int y, const QSize &size) { return QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(x, y), size)); };
    m_title->setGeometry(at(headerPad, (line - title.height()) / 2, title));
    m_clients->setGeometry(at(width() - headerPad - clients.width(), (line - clients.height()) / 2, clients));
    m_rules->setGeometry(at(width() - headerPad - atEnd, (line - rules.height()) / 2, rules));
    const int start = beside ? headerPad + title.width() + headerGap : headerPad;
    const QSize shown(beside ? tabs.width() : qMin(tabs.width(), width() - 2 * headerPad), tabs.height());
    m_tabs->setGeometry(at(start, beside ? line - tabs.height() : line, shown));
}

void EscalationsHeader::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    place();
}

void EscalationsHeader::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        place();
}

bool EscalationsHeader::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        place();
    return Pane::event(event);
}

} // namespace foredeck::ui
