#include "tests/net/consolefixture.h"
#include "tests/net/fakeserver.h"

#include "models/cache/outboxrules.h"
#include "net/sync/oproute.h"

using namespace foredeck;
using namespace foredeck::test;

namespace {

void close(FakeServer &server, int many)
{
    for (int i = 0; i < many; ++i) {
        Escalation e;
        e.id = EscalationId::make(fromMs(1'795'000'000'000 + i));
        e.client = server.client.id;
        e.status = EscalationStatus::Resolved;
        e.createdAt = fromMs(1'794'000'000'000 - i * 1000);
        e.resolvedAt = fromMs(1'794'000'100'000 - i * 1000);
        server.closed.push_back(e);
    }
}

std::size_t known(Console &console)
{
    return console.read([](CacheReader &reader) { return reader.escalations(EscalationStatus::Resolved, {}, {}, 1000); }).value().rows.size();
}

} // namespace

/// Hand-overs that are over come from the server page by page, when they are asked for.
class ClosedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatAnActRestsOnGoesOutWithIt()
    {
        for (const OpKind kind : {OpKind::EscalationAssign, OpKind::EscalationReturn, OpKind::EscalationResolve}) {
            Op op;
            op.kind = kind;
            op.target = "0000000c-0000-7000-8000-000000000001";
            op.expect = R"({"status":"pending","claimed_by":"","assigned_to":""})";
            const auto call = callOf(op);
            QVERIFY(call.hasValue());
            QVERIFY2(call.value().body.find("\"expect\":" + op.expect) != std::string::npos, call.value().body.c_str());
            // Sent anyway: it rests on nothing any more.
            QCOMPARE(callOf(sentAnyway(op, {}, fromMs(1))).value().body.find("expect"), std::string::npos);
        }
    }

    void whatIsPutAwayIsWhatWasSeen()
    {
        Op op;
        op.kind = OpKind::Snooze;
        op.conversation = ConversationId {"00000003-0000-7000-8000-000000000001"};
        op.body = R"({"until":"2027-01-01T09:00:00.000Z"})";
        op.seenPosition = 6;
        const auto call = callOf(op);
        QVERIFY(call.hasValue());
        QCOMPARE(call.value().body, std::string(R"({"until":"2027-01-01T09:00:00.000Z","seen_position":6})"));
        // Something newer came, and whoever put it away wants it away all the same.
        QVERIFY(restsOnSomething(op));
        QCOMPARE(callOf(sentAnyway(op, {7, 0}, fromMs(1))).value().body, std::string(R"({"until":"2027-01-01T09:00:00.000Z","seen_position":7,"override":true})"));
    }

    void aPageComesWithEachCallUntilThereAreNoMore()
    {
        FakeServer server;
        close(server, 5);
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QSignalSpy fetched {console.network.get(), &Requests::escalationsFetched};
        const ClientId client = server.client.id;
        console.network->fetchEscalations(client, EscalationStatus::Resolved, false);
        QTRY_COMPARE(fetched.size(), 1);
        QVERIFY(fetched.takeFirst().at(2).toBool());
        QCOMPARE(known(console), 2u);
        console.network->fetchEscalations(client, EscalationStatus::Resolved, true);
        QTRY_COMPARE(fetched.size(), 1);
        QVERIFY(fetched.takeFirst().at(2).toBool());
        console.network->fetchEscalations(client, EscalationStatus::Resolved, true);
        QTRY_COMPARE(fetched.size(), 1);
        QVERIFY(!fetched.takeFirst().at(2).toBool());
        QCOMPARE(known(console), 5u);
        // At the end nothing is asked; from the newest it is.
        const auto asked = server.requests.size();
        console.network->fetchEscalations(client, EscalationStatus::Resolved, true);
        console.network->fetchEscalations(client, EscalationStatus::Resolved, false);
        QTRY_COMPARE(fetched.size(), 1);
        const auto lists = std::count_if(server.requests.begin() + static_cast<std::ptrdiff_t>(asked), server.requests.end(),
            [](const std::string &one) { return one.find("escalations/client") != std::string::npos; });
        QCOMPARE(lists, 1);
    }

    void aPageThatFailedIsAskedForAgain()
    {
        FakeServer server;
        close(server, 1);
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QSignalSpy fetched {console.network.get(), &Requests::escalationsFetched};
        const auto lists = [&] {
            return std::count_if(server.requests.begin(), server.requests.end(), [](const std::string &one) { return one.find("escalations/client") != std::string::npos; });
        };
        server.failWith = 503;
        console.network->fetchEscalations(server.client.id, EscalationStatus::Resolved, false);
        QTRY_COMPARE(lists(), 1);
        server.failWith = 0;
        // Nothing happens while the first is still being answered.
        QTRY_VERIFY((console.network->fetchEscalations(server.client.id, EscalationStatus::Resolved, true), fetched.size() > 0));
        QCOMPARE(known(console), 1u);
    }
};

QTEST_GUILESS_MAIN(ClosedTest)
#include "closedtest.moc"
