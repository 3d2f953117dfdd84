#include "tests/net/consolefixture.h"
#include "tests/net/fakeserver.h"

#include "net/codec/domaincodec.h"
#include "net/sync/oproute.h"

using namespace foredeck;
using namespace foredeck::test;

namespace {

ClientRule refunds(const ClientId &client)
{
    ClientRule rule;
    rule.client = client;
    rule.name = "Refunds";
    rule.when.meaning = {"a refund"};
    rule.handOver.priority = 1;
    return rule;
}

std::string found()
{
    RuleDryRun run;
    run.since = fromMs(1'792'000'000'000);
    run.until = fromMs(1'795'000'000'000);
    run.fired = 14;
    run.conversations = {{ConversationId {"00000003-0000-7000-8000-000000000001"}, 2, fromMs(1'794'000'000'000)}};
    run.examinedConversations = 120;
    run.examinedMessages = 900;
    run.examinedSince = run.since;
    return encode(run);
}

} // namespace

/// A rule is tried at once or not at all: nothing waits in the outbox for it.
class DryRunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void actsOnRulesAndMacrosHaveTheirRoutes()
    {
        Op op;
        op.client = ClientId {"00000001-0000-7000-8000-000000000001"};
        op.target = "0000000e-0000-7000-8000-000000000001";
        op.kind = OpKind::RuleCreate;
        op.body = R"({"name":"Refunds"})";
        QCOMPARE(callOf(op).value().method, std::string {"POST"});
        QCOMPARE(callOf(op).value().path, "/api/v1/rules/client/" + op.client.value);
        op.kind = OpKind::RuleUpdate;
        op.ifMatch = "3";
        QCOMPARE(callOf(op).value().method, std::string {"PUT"});
        QCOMPARE(callOf(op).value().path, "/api/v1/rules/" + op.target);
        QCOMPARE(callOf(op).value().ifMatch, std::string {"3"});
        op.kind = OpKind::RuleDelete;
        QCOMPARE(callOf(op).value().method, std::string {"DELETE"});
        QVERIFY(entitiesOf(op, "").empty());
        op.target = "0000000f-0000-7000-8000-000000000001";
        op.kind = OpKind::MacroCreate;
        QCOMPARE(callOf(op).value().path, "/api/v1/macros/client/" + op.client.value);
        op.kind = OpKind::MacroUpdate;
        QCOMPARE(callOf(op).value().method, std::string {"PUT"});
        QCOMPARE(callOf(op).value().path, "/api/v1/macros/" + op.target);
        op.kind = OpKind::MacroDelete;
        QCOMPARE(callOf(op).value().method, std::string {"DELETE"});
        op.kind = OpKind::Labels;
        op.conversation = ConversationId {"00000003-0000-7000-8000-000000000001"};
        QCOMPARE(callOf(op).value().path, "/api/v1/conversations/" + op.conversation.value + "/labels");
        op.kind = OpKind::Assign;
        op.body = R"({"user_id":"","name":""})";
        op.expect = R"({"owner":"assistant"})";
        QCOMPARE(callOf(op).value().path, "/api/v1/conversations/" + op.conversation.value + "/assign");
        QVERIFY(callOf(op).value().body.find(R"("expect":{"owner":"assistant"})") != std::string::npos);
        op.kind = OpKind::MacroDelete;
        op.target = "../clients";
        QVERIFY(callOf(op).hasError());
    }

    void whatWouldHaveFiredIsTold()
    {
        FakeServer server;
        server.dryRun = found();
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QSignalSpy tried {console.network.get(), &Requests::ruleTried};
        console.network->tryRule(7, refunds(server.client.id));
        QTRY_COMPARE(tried.size(), 1);
        QCOMPARE(tried.front().at(0).toULongLong(), 7ull);
        const auto run = tried.front().at(1).value<RuleDryRun>();
        QCOMPARE(run.fired, 14);
        QCOMPARE(run.conversations.size(), 1u);
        QVERIFY(run.complete);
        const auto asked = decode<ClientRule>(R"({"id":"x",)" + server.dryRuns.front().substr(server.dryRuns.front().find("\"client_id\"")));
        QCOMPARE(asked.value().when.meaning, std::vector<std::string> {"a refund"});
        QCOMPARE(asked.value().handOver.priority, 1);
        QVERIFY(console.outbox().empty());
    }

    void theServerNamesTheFieldThatCannotBeTried()
    {
        FakeServer server;
        server.dryRunStatus = 400;
        server.dryRun = R"({"title":"Bad Request","detail":"when.meaning[0]: has no word that can be looked for","errors":[{"field":"when.meaning[0]","reason":"has no word that can be looked for"}]})";
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QSignalSpy failed {console.network.get(), &Requests::ruleTryFailed};
        console.network->tryRule(1, refunds(server.client.id));
        QTRY_COMPARE(failed.size(), 1);
        const auto error = failed.front().at(1).value<Error>();
        QCOMPARE(error.fields.front().field, std::string {"when.meaning[0]"});
        server.dryRunStatus = 200;
        server.dryRun = "nothing of the kind";
        console.network->tryRule(2, refunds(server.client.id));
        QTRY_COMPARE(failed.size(), 2);
    }

    void whoIsAskedLastIsAnsweredAlone()
    {
        FakeServer server;
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QSignalSpy tried {console.network.get(), &Requests::ruleTried};
        QSignalSpy failed {console.network.get(), &Requests::ruleTryFailed};
        console.network->tryRule(1, refunds(server.client.id));
        QTRY_COMPARE(server.dryRuns.size(), 1u);
        server.dryRun = found();
        console.network->tryRule(2, refunds(server.client.id));
        QTRY_COMPARE(tried.size(), 1);
        QCOMPARE(tried.front().at(0).toULongLong(), 2ull);
        QCOMPARE(failed.size(), 0);
    }

    void anAnswerThatDoesNotComeIsGivenUp()
    {
        FakeServer server;
        Console console {server.url()};
        console.options.times.dryRunLimitMs = 100;
        console.start();
        QTRY_VERIFY(console.live());
        QSignalSpy failed {console.network.get(), &Requests::ruleTryFailed};
        console.network->tryRule(1, refunds(server.client.id));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.front().at(1).value<Error>().kind == Error::Kind::Unavailable);
        QCOMPARE(server.dryRuns.size(), 1u);
    }

    void whoSignsOutMeanwhileIsToldThatItCameToNothing()
    {
        FakeServer server;
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QSignalSpy failed {console.network.get(), &Requests::ruleTryFailed};
        console.network->tryRule(3, refunds(server.client.id));
        QTRY_COMPARE(server.dryRuns.size(), 1u);
        console.network->signOut();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.front().at(0).toULongLong(), 3ull);
    }

    void withoutAServerItSaysSoAtOnce()
    {
        FakeServer server;
        Console console {server.url()};
        const ClientId client = server.client.id;
        server.goAway();
        console.start();
        QSignalSpy failed {console.network.get(), &Requests::ruleTryFailed};
        console.network->tryRule(1, refunds(client));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(console.outbox().empty());
    }
};

QTEST_GUILESS_MAIN(DryRunTest)
#include "dryruntest.moc"
