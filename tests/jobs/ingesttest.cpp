#include "server/jobs/ingestloop.h"
#include "server/jobs/turnsnapshot.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/ingest/inturns.h"
#include "server/services/op/queues.h"
#include "server/storage/clientrepository.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/inboxrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/settingsrepository.h"
#include "tests/jobs/rig.h"

#include <algorithm>

using namespace foredeck;

namespace foredeck::tests {

class Ingest : public Rig {
protected:
    // A row that no webhook would write.
    void insertRaw(const std::string &payload)
    {
        (void)store->write([&](WriteTx &tx) {
            InboxItem row;
            row.client = client.id;
            row.channel = ChannelRepository::firstOfKind(tx, client.id, ChannelKind::WhatsApp)->id;
            row.providerId = makeUuid(clock.now());
            row.kind = "message";
            row.payload = payload;
            row.receivedAt = clock.now();
            InboxRepository::insertIfNew(tx, row);
        });
    }
    const Ingestor ingestor {RuleBook::builtin()};
};

TEST_F(Ingest, AMessageMakesLeadConversationAndEventsInOneStep)
{
    whatsApp("Do you have parking?", "wamid.1");
    EXPECT_GT(drain(), 0);
    ASSERT_EQ(leads().size(), 1u);
    const auto lead = leads()[0];
    EXPECT_EQ(lead.name, "Ana Ruiz");
    ASSERT_EQ(lead.phones.size(), 1u);
    EXPECT_EQ(lead.phones[0].e164, "+13055550142");
    EXPECT_EQ(lead.consent.at("whatsapp").state, ConsentState::Implied);
    ASSERT_EQ(conversations().size(), 1u);
    const auto conversation = conversations()[0];
    EXPECT_EQ(conversation.owner.kind, OwnerKind::Assistant);
    EXPECT_TRUE(conversation.waitingSince.has_value());
    EXPECT_EQ(*conversation.replyWindowUntil, fromMs(toMs(clock.now()) / 1000 * 1000) + std::chrono::hours {24}) << "of Meta's clock, in whole seconds";
    ASSERT_EQ(messages().size(), 1u);
    EXPECT_EQ(messages()[0].position, 1);
    EXPECT_EQ(messages()[0].providerId, "wamid.1");
    std::vector<std::string> kinds;
    for (const auto &event : events())
        kinds.push_back(event.kind);
    EXPECT_NE(std::find(kinds.begin(), kinds.end(), "lead.created"), kinds.end());
    EXPECT_NE(std::find(kinds.begin(), kinds.end(), "conversation.created"), kinds.end());
    EXPECT_NE(std::find(kinds.begin(), kinds.end(), "message.created"), kinds.end());
}

// Forty messages of one chat window before the one text that tells of a fire: it is in the first batch.
TEST_F(Ingest, NobodyWaitsBehindAnothersFlood)
{
    const std::string token(40, 't');
    for (int i = 0; i < 40; ++i)
        chat("Hello " + std::to_string(i), "c" + std::to_string(i), "w1", token);
    sms("There is a fire in the kitchen!", "SM1");
    IngestLoop loop {*store, clock, log, ingestor, {}};
    EXPECT_EQ(loop.takeBatch(), 16);
    ASSERT_EQ(leads().size(), 2u);
    while (loop.takeBatch() > 0) { }
    for (const auto &conversation : conversations()) {
        const auto said = messages(conversation.id);
        for (std::size_t i = 0; conversation.channelKind == ChannelKind::LiveChat && i < said.size(); ++i)
            EXPECT_EQ(said[i].text, "Hello " + std::to_string(i)) << "each in its own order";
    }
}

// What an earlier program put in names no sender: it may be anybody's, so it keeps its place.
TEST_F(Ingest, WhatNamesNoSenderIsTakenInItsOrder)
{
    EXPECT_EQ(inTurns({{1, ""}, {2, "a"}, {3, ""}, {4, "a"}, {5, "b"}}, 5), (std::vector<std::int64_t> {1, 2, 3, 5, 4}));
}

TEST_F(Ingest, TheClientsTakeTurnsAndInEachItsSenders)
{
    const ClientId a {"a"}, b {"b"};
    EXPECT_EQ(inTurns({{1, "x", a}, {2, "x", a}, {3, "y", a}, {4, "z", b}, {5, "z", b}, {6, "x", a}}, 6), (std::vector<std::int64_t> {1, 4, 3, 5, 2, 6}));
    EXPECT_EQ(inTurns({{1, "x", a}, {2, "y", a}, {3, "z", b}}, 2), (std::vector<std::int64_t> {1, 3}));
}

// Behind more of one client's than are looked at, the first batch holds the other client's message.
TEST_F(Ingest, NoClientWaitsBehindAnothersFloodHoweverLong)
{
    Client other = client;
    other.id = ClientId::make(clock.now());
    other.slug = "other";
    ASSERT_TRUE(store->write([&](WriteTx &tx) { ClientRepository::insert(tx, other); }).hasValue());
    const auto put = [&](const ClientId &whose, const std::string &id, const std::string &sender) {
        InboxItem row;
        row.client = whose;
        row.channel = ChannelId {"channel of " + whose.value};
        row.providerId = id;
        row.kind = "message";
        row.payload = "{";
        row.receivedAt = clock.now();
        row.sender = sender;
        return store->write([&](WriteTx &tx) { InboxRepository::insertIfNew(tx, row); });
    };
    for (int i = 0; i < 200; ++i)
        ASSERT_TRUE(put(client.id, std::to_string(i), "number " + std::to_string(i)).hasValue());
    ASSERT_TRUE(put(other.id, "1", "Ana").hasValue());
    IngestLoop loop {*store, clock, log, ingestor, {.lookAhead = 50}};
    EXPECT_EQ(loop.takeBatch(), 16);
    std::vector<InboxItem> aside; // none of them can be read
    (void)store->read([&](Tx &tx) { aside = InboxRepository::poisoned(tx, 1'000); });
    EXPECT_EQ(std::count_if(aside.begin(), aside.end(), [&](const InboxItem &row) { return row.client == other.id; }), 1);
    EXPECT_EQ(aside.size(), 16u);
}

TEST_F(Ingest, AChangeOfNumberComesBehindWhatTheOldOneWrote)
{
    whatsApp("Hi", "wamid.1");
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.s","timestamp":"1795186999","type":"system","system":{"body":"changed","wa_id":"12195555358","type":"user_changed_number"}}])"));
    std::vector<InboxRepository::Head> heads;
    (void)store->read([&](Tx &tx) { heads = InboxRepository::heads(tx, clock.now(), 10); });
    ASSERT_EQ(heads.size(), 2u);
    EXPECT_FALSE(heads[0].sender.empty());
    EXPECT_EQ(heads[1].sender, heads[0].sender);
}

TEST_F(Ingest, WhoCallsForHelpIsThoughtOfFirst)
{
    chat("Do you have parking?", "c1", "w1");
    chat("Are dogs allowed?", "c1", "w2");
    sms("Hello", "SM1");
    sms("There is a fire in the kitchen!", "SM2"); // of the same turn
    IngestLoop loop {*store, clock, log, ingestor, {}};
    while (loop.takeBatch() > 0) { }
    clock.advance(std::chrono::seconds {30});
    std::vector<Job> turns;
    (void)store->write([&](WriteTx &tx) {
        turns = JobRepository::claim(tx, queues::assistantTurn, "worker", clock.now(), clock.now() + std::chrono::seconds {60}, 1);
    });
    ASSERT_EQ(turns.size(), 1u);
    const auto turn = readTurn(*store, client.id, conversationIn(turns[0].payload).value());
    ASSERT_TRUE(turn.hasValue() && turn.value());
    EXPECT_EQ(turn.value()->input.history.back().text, "There is a fire in the kitchen!");
}

// The one writer waits for nobody's long text.
TEST_F(Ingest, WhatATextSaysOfConsentIsHeardBeforeAnythingIsWritten)
{
    sms("STOP", "SM1");
    InboxItem row;
    (void)store->read([&](Tx &tx) { row = InboxRepository::next(tx, 0, clock.now(), 1).at(0); });
    EXPECT_EQ(ingestor.hear(row).consent.signal, ConsentSignal::OptOut);
    row.payload = "{";
    EXPECT_TRUE(ingestor.hear(row).inbound.hasError());
    drain();
    EXPECT_EQ(leads()[0].consent.at("sms").state, ConsentState::OptedOut);
    sms("START", "SM2"); // means something only of who is out, which the store knows
    drain();
    EXPECT_EQ(leads()[0].consent.at("sms").state, ConsentState::Given);
}

TEST_F(Ingest, AConversationIsReusedForADay)
{
    sms("Hi", "SM1");
    drain();
    clock.advance(std::chrono::hours {23});
    sms("Again", "SM2");
    drain();
    EXPECT_EQ(conversations().size(), 1u);
    clock.advance(std::chrono::hours {25});
    sms("Next week", "SM3");
    drain();
    EXPECT_EQ(conversations().size(), 2u);
    EXPECT_EQ(leads().size(), 1u);
}

TEST_F(Ingest, WhatWasResolvedOpensAgainWhenTheCustomerGoesOn)
{
    sms("Hi", "SM1");
    settle();
    changeConversation([](Conversation &c) {
        c.owner = {OwnerKind::User, UserId {"u1"}, "Rosa"};
        c.status = ConversationStatus::Ended;
        c.endedAt = c.lastAt;
    });
    sms("Do you have parking?", "SM2");
    settle();
    ASSERT_EQ(conversations().size(), 1u);
    const auto open = conversations()[0];
    EXPECT_EQ(open.status, ConversationStatus::Active);
    EXPECT_FALSE(open.endedAt.has_value());
    EXPECT_EQ(open.owner.kind, OwnerKind::Assistant);
    EXPECT_NE(provider.handed().back().text.find("18 spaces"), std::string::npos);
}

// An emergency that a person settled by telephone, and the same question once more: neither is gone on with.
TEST_F(Ingest, WhatWasSettledBeforeIsNeitherAnsweredNorRaisedAgain)
{
    const auto resolve = [this] {
        (void)store->write([&](WriteTx &tx) {
            auto row = *ConversationRepository::byId(tx, client.id, conversations()[0].id);
            ActContext act {tx, client.id, {ActorKind::User, UserId {"u1"}, "Rosa"}, {}, clock.now()};
            addTransition(act, row, TransitionField::Status, std::string {row.status.text()}, "ended", "resolved", {});
            row.status = ConversationStatus::Ended;
            row.escalation.reset();
            ConversationRepository::update(tx, row);
        });
    };
    sms("Do you have parking?", "SM1");
    settle();
    sms("There is a fire in my room!", "SM2");
    settle();
    sms("The fire is getting worse, please hurry", "SM3");
    settle();
    resolve();
    clock.advance(std::chrono::hours {12});
    sms("Do you have parking?", "SM4");
    drain();
    EXPECT_EQ(conversations()[0].waitingSince, clock.now()) << "waits since now, and for its delay";
    settle();
    ASSERT_EQ(conversations().size(), 1u);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::Active);
    const auto answer = messages().back();
    EXPECT_NE(answer.text.find("18 spaces"), std::string::npos) << answer.text;
    EXPECT_EQ(answer.text.find("fire"), std::string::npos) << answer.text;
}

TEST_F(Ingest, AThumbIsShownWhereTheLastWordsStand)
{
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    clock.advance(std::chrono::hours {30});
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.late","timestamp":"1795186999","type":"reaction","reaction":{"message_id":"wamid.out1","emoji":"👍"}}])"));
    settle();
    ASSERT_EQ(conversations().size(), 1u);
    EXPECT_EQ(messages().back().text, "👍");
}

TEST_F(Ingest, ATurnThatWasUnderWayWhenItWasResolvedSaysNothing)
{
    sms("Do you have parking?", "SM1");
    drain();
    changeConversation([](Conversation &c) { c.status = ConversationStatus::Ended; });
    settle();
    EXPECT_TRUE(provider.handed().empty());
    EXPECT_EQ(conversations()[0].status, ConversationStatus::Ended);
}

TEST_F(Ingest, AThumbUnderWhatIsOverBeginsNothing)
{
    const auto thumb = [this](const std::string &id, const std::string &emoji) {
        whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":")" + id + R"(","timestamp":"1795186999","type":"reaction","reaction":{"message_id":"wamid.out1","emoji":")" + emoji + R"("}}])"));
        settle();
    };
    thumb("wamid.r0", "");
    EXPECT_TRUE(conversations().empty());
    EXPECT_TRUE(leads().empty());
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    changeConversation([](Conversation &c) { c.status = ConversationStatus::Ended; });
    thumb("wamid.r1", "👍");
    ASSERT_EQ(conversations().size(), 1u);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::Ended);
    EXPECT_EQ(messages().back().text, "👍");
}

TEST_F(Ingest, BlanksAreNotAnswered)
{
    sms("  \n ", "SM1");
    settle();
    EXPECT_EQ(messages().size(), 1u);
    EXPECT_TRUE(provider.handed().empty());
    EXPECT_EQ(form("   ", "f1").status, 400);
    EXPECT_EQ(chat("   ", "c1", "s1").status, 400);
}

TEST_F(Ingest, PositionsFollowTheOrderOfTheAnswers)
{
    for (int i = 0; i < 30; ++i)
        sms("text " + std::to_string(i), "SM" + std::to_string(i));
    drain();
    const auto list = messages();
    std::vector<std::string> texts;
    for (const auto &message : list) {
        if (message.role == MessageRole::Lead)
            texts.push_back(message.text);
    }
    ASSERT_EQ(texts.size(), 30u);
    for (std::size_t i = 0; i < texts.size(); ++i)
        EXPECT_EQ(texts[i], "text " + std::to_string(i));
}

TEST_F(Ingest, ARowThatCannotBeReadHoldsNobodyUp)
{
    sms("first", "SM1");
    insertRaw("{\"kind\":5}");
    insertRaw("not json");
    sms("second", "SM2");
    drain();
    EXPECT_EQ(background->counters().poisoned, 2u);
    std::vector<InboxItem> aside;
    (void)store->read([&](Tx &tx) { aside = InboxRepository::poisoned(tx, 10); });
    ASSERT_EQ(aside.size(), 2u);
    EXPECT_FALSE(aside[0].error.empty());
    std::size_t fromCustomer = 0;
    for (const auto &message : messages())
        fromCustomer += message.role == MessageRole::Lead ? 1 : 0;
    EXPECT_EQ(fromCustomer, 2u);
    EXPECT_EQ(drain(), 0);
}

TEST_F(Ingest, ACrashBeforeTheIngestLosesAndDoublesNothing)
{
    sms("Do you have parking?", "SM1");
    restart();
    EXPECT_EQ(messages().size(), 0u);
    settle();
    restart();
    settle();
    ASSERT_EQ(messages().size(), 2u); // one question, one answer
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(Ingest, LongTextsAreClippedAndTheRestIsOnRecord)
{
    std::string text(70'000, 'a');
    sms(text, "SM1");
    drain();
    ASSERT_GE(messages().size(), 1u);
    const auto message = messages()[0];
    EXPECT_EQ(message.text.size(), maxMessageBytes);
    ASSERT_EQ(message.attachments.size(), 1u);
    EXPECT_EQ(message.attachments[0].bytes, static_cast<std::int64_t>(70'000 - maxMessageBytes));
    sms("Hi", "SM2");
    sms("Hi again", "SM3");
    drain();
    std::int64_t removed = 0;
    (void)store->write([&](WriteTx &tx) { removed = InboxRepository::removeDone(tx, clock.now() + std::chrono::hours {1}, 100); });
    EXPECT_EQ(removed, 1) << "neither the newest nor the one that holds the rest";
    EXPECT_EQ(sms(text, "SM1").status, 200);
    EXPECT_EQ(count("inbox"), 2u);
}

// Each control sign takes six bytes in JSON; the event of such a message has to fit the log all the same.
TEST_F(Ingest, ATextFullOfControlSignsIsTakenInToo)
{
    sms(std::string(60'000, '\x01'), "SM1");
    drain();
    EXPECT_EQ(background->counters().poisoned, 0u);
    ASSERT_GE(messages().size(), 1u);
    const auto message = messages()[0];
    ASSERT_EQ(message.attachments.size(), 1u);
    EXPECT_EQ(message.attachments[0].bytes + static_cast<std::int64_t>(message.text.size()), 60'000);
}

TEST_F(Ingest, StatusesAreAppliedByRankAndNeverBackwards)
{
    sms("Do you have parking?", "SM1");
    settle();
    const auto answer = [&] { return messages().back(); };
    ASSERT_EQ(answer().delivery.state, DeliveryState::Sent);
    const auto sid = answer().providerId;
    smsStatus(sid, "read");
    smsStatus(sid, "delivered");
    smsStatus(sid, "sent");
    drain();
    EXPECT_EQ(answer().delivery.state, DeliveryState::Read);
    EXPECT_EQ(conversations().back().lastMessage.delivery, DeliveryState::Read);
    smsStatus(sid, "undelivered", "30003");
    drain();
    EXPECT_EQ(answer().delivery.state, DeliveryState::Read);
}

TEST_F(Ingest, AFailureIsToldAsASentence)
{
    sms("Do you have parking?", "SM1");
    settle();
    smsStatus(messages().back().providerId, "undelivered", "30003");
    drain();
    EXPECT_EQ(messages().back().delivery.state, DeliveryState::Failed);
    EXPECT_EQ(messages().back().delivery.reason, "Number unreachable");
    EXPECT_EQ(messages().back().delivery.code, "30003");
}

TEST_F(Ingest, AStatusMayComeBeforeTheVendorsAnswer)
{
    smsStatus("SMout1", "delivered");
    drain();
    sms("Do you have parking?", "SM1");
    settle();
    EXPECT_EQ(messages().back().delivery.state, DeliveryState::Delivered);
}

TEST_F(Ingest, AReactionIsShownAndOpensNoTurn)
{
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    const auto answers = messages().size();
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.r","timestamp":"1795186999","type":"reaction","reaction":{"message_id":"wamid.out1","emoji":"👍"}}])"));
    settle();
    ASSERT_EQ(messages().size(), answers + 1);
    EXPECT_EQ(messages().back().text, "👍");
    EXPECT_EQ(messages().back().inReplyTo, messages()[1].id);
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(Ingest, WhatComesLateOpensNoLongerWindowThanTheVendorCounts)
{
    const auto written = clock.now() - std::chrono::hours {20};
    const auto stamped = [](Timestamp at, const std::string &id) {
        return R"("messages":[{"from":"13055550142","id":")" + id + R"(","timestamp":")" + std::to_string(toMs(at) / 1000) + R"(","type":"text","text":{"body":"Hi"}}])";
    };
    whatsAppBody(metaBody(stamped(written, "wamid.1")));
    drain();
    EXPECT_EQ(*conversations()[0].replyWindowUntil, fromMs(toMs(written) / 1000 * 1000) + std::chrono::hours {24});
    whatsAppBody(metaBody(stamped(clock.now() + std::chrono::hours {3}, "wamid.2")));
    drain();
    EXPECT_EQ(*conversations()[0].replyWindowUntil, clock.now() + std::chrono::hours {24}) << "nor a clock that is ahead";
    whatsAppBody(metaBody(stamped(written, "wamid.3")));
    drain();
    EXPECT_EQ(*conversations()[0].replyWindowUntil, clock.now() + std::chrono::hours {24}) << "and what is older takes nothing back";
}

TEST_F(Ingest, AReplyToAPictureStandsUnderIt)
{
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.p","timestamp":"1795186931","type":"image","image":{"id":"1","mime_type":"image/jpeg","caption":"Our table"}}])"));
    drain();
    const auto picture = messages().at(0);
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.q","timestamp":"1795186931","type":"text","text":{"body":"This one"},"context":{"from":"13055550142","id":"wamid.p"}}])"));
    drain();
    EXPECT_EQ(messages().back().inReplyTo, picture.id);
}

} // namespace foredeck::tests
