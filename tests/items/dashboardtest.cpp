#include "tests/cache/storefixture.h"
#include "tests/items/fakerequests.h"

#include "models/cache/outboxacts.h"
#include "models/items/dashboardfigures.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

struct ShownDashboard {
    ShownDashboard()
    {
        f.signIn();
        acts = std::make_unique<OutboxActs>(*f.store, ephemera);
        ephemera.setServerOffset(std::chrono::milliseconds {0});
        ephemera.setSession(SessionPhase::SignedIn, user());
        connected(true);
        put({entity("client", client()), entity("client", client(2)), entity("user", user())});
        figures.setLive(true);
    }
    void connected(bool on)
    {
        SyncStatus sync;
        sync.phase = on ? SyncPhase::Live : SyncPhase::Offline;
        ephemera.setSync(sync);
    }
    void put(std::vector<Entity> entities)
    {
        const auto report = f.apply(std::move(entities));
        QVERIFY(report.hasValue() && report.value().unreadable == 0);
    }
    Lead came(int n, std::chrono::milliseconds ago, std::optional<int> score = {}, LeadStatus status = LeadStatus::New, ChannelKind source = ChannelKind::Sms, int client = 1)
    {
        Lead l = lead(n);
        l.client = clientId(client);
        l.createdAt = l.updatedAt = f.clock.now() - ago;
        l.score = score;
        l.status = status;
        l.source = source;
        put({entity("lead", l)});
        return l;
    }
    /// What the server counts, as it lands in the cache.
    Entity told(int n, std::optional<std::int64_t> peoplesMs, const std::vector<FirstAnswer> &slowest = {})
    {
        DashboardStats stats;
        stats.client = clientId(n);
        stats.at = f.clock.now();
        stats.peopleAnswers = {peoplesMs ? 1 : 0, peoplesMs, peoplesMs, slowest};
        Entity e;
        e.kind = "dashboard";
        e.version = toMs(stats.at);
        e.data = encode(stats);
        return e;
    }
    std::int64_t total() const { return figures.picture() ? figures.picture()->leads.leads.total : -1; }
    const LeadFigures &leads() const { return figures.picture()->leads; }

    StoreFixture f;
    Ephemera ephemera;
    NotedRequests requests;
    std::unique_ptr<OutboxActs> acts;
    DashboardFigures figures {*f.store, ephemera, requests};
};

} // namespace

class DashboardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoCameIsCountedFromTheCache()
    {
        ShownDashboard s;
        QTRY_COMPARE(s.total(), 0);
        QVERIFY(!s.leads().qualificationRate);
        QCOMPARE(s.leads().days.size(), 7u);
        s.came(1, 1h, 80, LeadStatus::Qualified, ChannelKind::WhatsApp);
        s.came(2, 48h, 50);
        s.came(3, 49h);
        s.came(4, 24h * 12, 10, LeadStatus::New, ChannelKind::Sms, 2);
        s.came(5, 24h * 40, 10);
        QTRY_COMPARE(s.total(), 3);
        QCOMPARE(s.leads().leads, (LeadCounts {3, 1, 1, 0, 1}));
        QCOMPARE(s.leads().channels.front().channel.value(), ChannelKind::Sms);
        QCOMPARE(s.leads().qualified, 1);
        QTRY_COMPARE(s.figures.picture()->newest.size(), 5u);
        QCOMPARE(s.figures.picture()->newest.front().lead.id, leadId(1));
        s.figures.setDays(30);
        QTRY_COMPARE(s.total(), 4);
        QCOMPARE(s.leads().days.size(), 30u);
        s.figures.setClient(clientId(2));
        QTRY_COMPARE(s.total(), 1);
        QCOMPARE(s.figures.picture()->clients.size(), 1u);
    }

    void whatThisPersonDidCountsBeforeItIsSent()
    {
        ShownDashboard s;
        const Lead lead = s.came(1, 1h);
        QTRY_COMPARE(s.total(), 1);
        s.connected(false);
        s.acts->setLeadStatus({clientId(), conversationId(1), 0}, lead, LeadStatus::AppointmentBooked);
        QTRY_COMPARE(s.leads().booked, 1);
        QCOMPARE(s.leads().qualified, 1);
    }

    void theDaysAreThoseOfTheOneClientElseOfThePerson()
    {
        ShownDashboard s;
        Location place;
        place.id = LocationId {idText(7, 1)};
        place.client = clientId();
        place.hours.zone = "Asia/Tokyo";
        s.put({entity("location", place)});
        s.figures.setZone("America/New_York");
        QTRY_VERIFY(s.figures.picture() && s.figures.picture()->zone == "America/New_York");
        QCOMPARE(s.leads().days.back().from, *fromRfc3339("2026-11-18T05:00:00Z"));
        s.figures.setClient(clientId());
        QTRY_VERIFY(s.figures.picture() && s.figures.picture()->zone == "Asia/Tokyo");
        QCOMPARE(s.leads().days.back().from, *fromRfc3339("2026-11-17T15:00:00Z"));
        QCOMPARE(s.leads().days.back().date, std::string {"2026-11-18"});
    }

    void aDayThatBeginsIsOneOfThem()
    {
        ShownDashboard s;
        s.came(1, 1h);
        QTRY_COMPARE(s.total(), 1);
        const std::string before = s.leads().days.back().date;
        s.f.clock.advance(24h);
        s.figures.tick();
        QTRY_VERIFY(s.leads().days.back().date > before);
        QCOMPARE(s.leads().days.back().leads.total, 0);
        QCOMPARE(s.total(), 1);
    }

    void theServerIsAskedForOneClientAtATimeAndNotForWhatIsFresh()
    {
        ShownDashboard s;
        QTRY_VERIFY(s.figures.picture());
        for (int i = 0; i < 5; ++i)
            s.figures.tick();
        QCOMPARE(s.requests.dashboards, (std::vector<ClientId> {clientId(1), clientId(2)}));
        s.put({s.told(1, 240'000)});
        QTRY_VERIFY(s.figures.picture()->clients.front().stats);
        s.f.clock.advance(31s);
        s.figures.tick();
        s.figures.tick();
        QCOMPARE(s.requests.dashboards.size(), 3u); // the one that was not told
        QCOMPARE(s.requests.dashboards.back(), clientId(2));
        s.f.clock.advance(6min);
        s.connected(false);
        s.figures.tick();
        QCOMPARE(s.requests.dashboards.size(), 3u);
        s.connected(true);
        s.figures.tick();
        QCOMPARE(s.requests.dashboards.size(), 4u);
        s.figures.setLive(false);
        s.f.clock.advance(6min);
        s.figures.tick();
        QCOMPARE(s.requests.dashboards.size(), 4u);
    }

    void whatTheServerToldStaysWithItsAge()
    {
        ShownDashboard s;
        s.f.fill(2);
        s.put({s.told(1, 240'000, {{conversationId(1), 900'000}, {conversationId(9), 240'000}})});
        QTRY_VERIFY(s.figures.picture() && s.figures.picture()->clients.size() == 2 && s.figures.picture()->clients.front().stats);
        const Timestamp at = s.f.clock.now();
        QVERIFY(!s.figures.picture()->clients.back().stats);
        QCOMPARE(s.figures.picture()->people.at(conversationId(1)), std::string {"Lead 1"});
        QVERIFY(!s.figures.picture()->people.contains(conversationId(9))); // not kept here
        s.f.clock.advance(1h);
        s.connected(false);
        s.came(77, 1min);
        QTRY_COMPARE(s.total(), 1);
        QCOMPARE(s.figures.picture()->clients.front().stats->at, at);
        // The right to see the client is lost: its figures go with it.
        QVERIFY(s.f.write(&StoreWriter::dropStream, "client:" + clientId().value).hasValue());
        QTRY_VERIFY(std::none_of(s.figures.picture()->clients.begin(), s.figures.picture()->clients.end(), [](const auto &one) { return one.stats.has_value(); }));
    }
};

FOREDECK_QT_TEST(DashboardTest)
#include "dashboardtest.moc"
