#include "tests/net/consolefixture.h"
#include "tests/net/fakeserver.h"

#include "net/codec/domaincodec.h"

#include <algorithm>

using namespace foredeck;
using namespace foredeck::test;

namespace {

std::string told(const ClientId &client, Timestamp at, std::int64_t medianMs)
{
    DashboardStats stats;
    stats.client = client;
    stats.zone = "UTC";
    stats.at = at;
    stats.peopleAnswers.count = 1;
    stats.peopleAnswers.medianMs = medianMs;
    return encode(stats);
}

} // namespace

/// What only the server can count lands in the cache, where it stays when the server is gone.
class DashboardNetTest : public QObject {
    Q_OBJECT

private:
    static std::optional<std::int64_t> known(Console &console)
    {
        const auto all = console.read([](CacheReader &reader) { return reader.dashboards({}); }).value();
        return all.empty() ? std::nullopt : all.front().peopleAnswers.medianMs;
    }
    static auto asked(const FakeServer &server)
    {
        return std::count_if(server.requests.begin(), server.requests.end(), [](const std::string &one) { return one.find("/dashboard/") != std::string::npos; });
    }

private Q_SLOTS:
    void whatItTellsIsKept()
    {
        FakeServer server;
        const ClientId client = server.client.id;
        server.dashboard = told(client, fromMs(1'795'000'000'000), 240'000);
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QVERIFY(!known(console));
        console.network->fetchDashboard(client);
        QTRY_COMPARE(known(console), std::optional<std::int64_t> {240'000});
        // An answer that is older than what is known changes nothing.
        server.dashboard = told(client, fromMs(1'794'000'000'000), 1);
        console.network->fetchDashboard(client);
        QTRY_COMPARE(asked(server), 2);
        server.dashboard = told(client, fromMs(1'796'000'000'000), 7);
        QTRY_VERIFY((console.network->fetchDashboard(client), known(console) == std::optional<std::int64_t> {7}));
        server.goAway();
        console.stop();
        console.start();
        QCOMPARE(known(console), std::optional<std::int64_t> {7});
    }

    void whatCannotBeReadLeavesWhatWasKnown()
    {
        FakeServer server;
        const ClientId client = server.client.id;
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        console.network->fetchDashboard(client); // 404
        QTRY_COMPARE(asked(server), 1);
        server.dashboard = "nothing of the kind";
        QTRY_VERIFY((console.network->fetchDashboard(client), asked(server) >= 2));
        server.dashboard = told(ClientId {"00000001-0000-7000-8000-000000000009"}, fromMs(1'796'000'000'000), 7);
        QTRY_VERIFY((console.network->fetchDashboard(client), asked(server) >= 3));
        console.network->fetchDashboard(ClientId {"../clients"});
        server.dashboard = told(client, fromMs(1'796'000'000'000), 8);
        QTRY_VERIFY((console.network->fetchDashboard(client), known(console) == std::optional<std::int64_t> {8}));
        QVERIFY(std::none_of(server.requests.begin(), server.requests.end(), [](const std::string &one) { return one.find("..") != std::string::npos; }));
    }
};

QTEST_GUILESS_MAIN(DashboardNetTest)
#include "dashboardtest.moc"
