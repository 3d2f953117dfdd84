#include "ui/pages/dashboard/dashboardpage.h"

#include "models/core/clock.h"
#include "ui/pages/dashboard/answerspane.h"
#include "ui/pages/dashboard/chartpane.h"
#include "ui/pages/dashboard/figurestrip.h"
#include "ui/pages/dashboard/newestpane.h"
#include "ui/widgets/button.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/problemwords.h"

#include <QAction>
#include <QStackedLayout>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace foredeck::ui {

namespace {

constexpr std::array ranges {1, 7, 30};
constexpr int standardRange = 1;

} // namespace

DashboardPage::DashboardPage(const Desk &desk, const ClientListModel &clients, const ViewCounters &counters, const EscalationFigures &escalations, QWidget *parent)
    : Page(parent), m_desk(desk), m_clients(clients), m_counters(counters), m_escalations(escalations), m_figures(desk.store, desk.ephemera, desk.requests)
{
    m_figures.setZone(QTimeZone::systemTimeZoneId().toStdString());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    m_stack = new QStackedLayout;
    column->addLayout(m_stack, 1);
    m_stack->addWidget(makeContent());
    m_skeleton = new Skeleton(this);
    m_stack->addWidget(m_skeleton);
    m_state = StatePane::inStack(m_stack, this);
    bind();
    m_range->setCurrent(standardRange);
    refresh();
}

DashboardPage::~DashboardPage() = default;

TimeContext DashboardPage::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return m_figures.picture() ? inZoneOf(*m_figures.picture(), time) : time;
}

void DashboardPage::bind()
{
    connect(&m_figures, &DashboardFigures::changed, this, [this] {
        m_failure.clear();
        refresh();
    });
    connect(&m_figures, &DashboardFigures::readFailed, this, [this](const QString &why) {
        m_failure = why;
        showState();
    });
    connect(&m_counters, &ViewCounters::changed, this, &DashboardPage::refreshSoon);
    connect(&m_escalations, &EscalationFigures::changed, this, &DashboardPage::refreshSoon);
    connect(&m_desk.ephemera, &Ephemera::syncChanged, this, [this] {
        if (isVisible())
            refreshAnswers();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_clients, signal, this, &DashboardPage::refreshSoon);
    connect(m_range, &Segment::chosen, this, [this](int part) { m_figures.setDays(ranges[std::size_t(part)]); });
    connect(m_strip, &FigureStrip::opened, this, &DashboardPage::open);
    connect(m_days, &ChartPane::opened, this, &DashboardPage::openDay);
    connect(m_channels, &ChartPane::opened, this, &DashboardPage::openChannel);
    connect(m_newest, &NewestPane::opened, this, &DashboardPage::leadWanted);
    connect(m_newest, &NewestPane::allWanted, this, [this] { Q_EMIT leadsWanted(cameQuery()); });
    connect(m_answers, &AnswersPane::conversationWanted, this, &DashboardPage::conversationWanted);
}

void DashboardPage::addCommands(CommandRegistry &commands)
{
    const auto hidden = [this] { return isVisible() ? QString() : tr("the dashboard is not shown"); };
    const auto add = [&](const char *id, const QString &text, const char *glyph, const QString &synonyms, std::function<void()> run) {
        commands.add({QLatin1StringView(id), CommandGroup::View, text, QLatin1StringView(glyph), {}, synonyms, hidden, std::move(run)});
    };
    add("dashboard.today", tr("Dashboard: leads of today"), "calendar", tr("figures day"), [this] { setDays(1); });
    add("dashboard.week", tr("Dashboard: leads of 7 days"), "calendar", tr("figures week"), [this] { setDays(7); });
    add("dashboard.month", tr("Dashboard: leads of 30 days"), "calendar", tr("figures month"), [this] { setDays(30); });
    add("dashboard.tables", tr("Dashboard: charts as tables, and back"), "table", tr("numbers accessible"), [this] {
        const bool shown = !m_days->toggle()->isChecked();
        m_days->setTableShown(shown);
        m_channels->setTableShown(shown);
    });
    if (QAction *choose = commands.action(QStringLiteral("goto.clients")))
        m_scope->setAction(choose, tr("All clients"));
    refresh();
}

void DashboardPage::setClient(const ClientId &client)
{
    m_client = client;
    m_figures.setClient(client);
    refresh();
}

void DashboardPage::setDays(int days)
{
    const auto found = std::find(ranges.begin(), ranges.end(), days);
    if (found != ranges.end())
        m_range->setCurrent(int(found - ranges.begin()));
}

void DashboardPage::forget()
{
    m_figures.forget();
    m_range->setCurrent(standardRange);
    m_days->setTableShown(false);
    m_channels->setTableShown(false);
    refresh();
}

std::optional<DeskCounts> DashboardPage::deskCounts() const
{
    if (!m_counters.isLoaded() || !m_escalations.isLoaded())
        return std::nullopt;
    const auto count = [this](View view) { return m_counters.count(view).total; };
    return DeskCounts {count(View::All) - count(View::Ended), count(View::Mine), count(View::Unassigned), count(View::Waiting), m_escalations.count(EscalationStatus::Pending)};
}

void DashboardPage::refreshSoon()
{
    m_isDue = !isVisible();
    if (!m_isDue)
        refresh();
}

void DashboardPage::refresh()
{
    m_isDue = false;
    const int chosen = m_client.empty() ? -1 : m_clients.rowOf(m_client.value);
    m_scope->setShortText(chosen >= 0 ? harmless(fromUtf8(m_clients.itemAt(chosen).name)) : tr("All clients"));
    const TimeContext now = time();
    const auto &picture = m_figures.picture();
    m_zone->setText(zoneWord(now, desktopZone().id().toStdString()));
    m_zone->setVisible(!m_zone->text().isEmpty());
    m_strip->show(figureWords(picture, deskCounts(), now));
    if (picture) {
        RowContext context;
        context.time = now;
        context.manyTenants = picture->clients.size() > 1;
        context.markSeed = [this](const ClientId &client) { return std::max(0, m_clients.rowOf(client.value)); };
        m_days->show(dayChart(picture->leads, now));
        m_channels->show(channelChart(picture->leads));
        m_newest->show(newestTitle(picture->newest), picture->newest, m_desk.ephemera.me(), context,
            tr("All %n lead(s) of these days", "", int(picture->leads.leads.total)));
    }
    refreshAnswers();
    showState();
}

void DashboardPage::refreshAnswers()
{
    const SyncPhase phase = m_desk.ephemera.sync().phase;
    // While the first attempt runs nobody can say that the server does not answer.
    const bool answers = isReached(phase) || phase == SyncPhase::Connecting;
    if (const auto &picture = m_figures.picture())
        m_answers->show(answerLines(*picture), engineLines(*picture), answersAge(*picture, answers, time()));
}

void DashboardPage::showState()
{
    const auto &picture = m_figures.picture();
    const auto desk = deskCounts();
    if (!picture && !m_failure.isEmpty()) {
        m_state->set({QStringLiteral("stop"), tr("The figures could not be read"), tr("%1 What is on the server is safe; start the program again.").arg(problemWords(m_failure)), QStringLiteral("CACHE-5"), true});
        m_stack->setCurrentIndex(2);
    } else if (!picture) {
        m_stack->setCurrentWidget(m_skeleton);
    } else if (picture->newest.empty() && desk && desk->active == 0 && m_counters.count(View::All).total == 0) {
        m_state->set({QStringLiteral("dashboard"), tr("Nothing to count yet"), tr("As soon as somebody writes or calls over a channel, the figures stand here, and each opens the rows behind it."), {}, false});
        m_stack->setCurrentIndex(2);
    } else {
        // Who came by key while nothing was read yet goes on in the figures.
        const bool waited = m_stack->currentIndex() != 0 && hasFocus();
        m_stack->setCurrentIndex(0);
        if (waited)
            m_strip->tile(Figure::Leads)->setFocus(Qt::ShortcutFocusReason);
    }
}

LeadQuery DashboardPage::cameQuery() const
{
    LeadQuery query;
    query.client = m_client;
    if (const auto &picture = m_figures.picture(); picture && !picture->leads.days.empty()) {
        query.cameFrom = picture->leads.days.front().from;
        query.zone = picture->zone;
    }
    return query;
}

void DashboardPage::open(Figure figure)
{
    LeadQuery query = cameQuery();
    const auto scored = [&](int from, int to) {
        query.scoreFrom = from;
        query.scoreTo = to;
        Q_EMIT leadsWanted(query);
    };
    switch (figure) {
    case Figure::Leads:
        return Q_EMIT leadsWanted(query);
    case Figure::Hot:
        return scored(hotFromScore, 100);
    case Figure::Warm:
        return scored(warmFromScore, hotFromScore - 1);
    case Figure::Cold:
        return scored(0, warmFromScore - 1);
    case Figure::Unscored:
        return scored(-1, -1);
    case Figure::Qualified:
        for (const LeadStatus status : qualifiedStatuses)
            query.statuses.emplace_back(nameOf(status));
        return Q_EMIT leadsWanted(query);
    case Figure::Booked:
        query.statuses = {std::string {nameOf(LeadStatus::AppointmentBooked)}};
        return Q_EMIT leadsWanted(query);
    case Figure::Active:
        return Q_EMIT viewWanted(View::All);
    case Figure::Mine:
        return Q_EMIT viewWanted(View::Mine);
    case Figure::Unassigned:
        return Q_EMIT viewWanted(View::Unassigned);
    case Figure::Waiting:
        return Q_EMIT viewWanted(View::Waiting);
    case Figure::Pending:
        return Q_EMIT pendingWanted();
    }
}

void DashboardPage::openDay(int bar)
{
    const auto &picture = m_figures.picture();
    if (!picture || bar < 0 || bar >= int(picture->leads.days.size()))
        return;
    LeadQuery query = cameQuery();
    const auto &days = picture->leads.days;
    query.cameFrom = days[std::size_t(bar)].from;
    if (std::size_t(bar) + 1 < days.size())
        query.cameBefore = days[std::size_t(bar) + 1].from;
    Q_EMIT leadsWanted(query);
}

void DashboardPage::openChannel(int bar)
{
    const auto &picture = m_figures.picture();
    if (!picture || bar < 0 || bar >= int(picture->leads.channels.size()))
        return;
    LeadQuery query = cameQuery();
    query.source = picture->leads.channels[std::size_t(bar)].channel.text();
    Q_EMIT leadsWanted(query);
}

void DashboardPage::tick()
{
    m_figures.tick();
}

void DashboardPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isDue)
        refresh();
    m_figures.setLive(true);
}

void DashboardPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_figures.setLive(false);
}

} // namespace foredeck::ui
