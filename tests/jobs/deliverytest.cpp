#include "server/services/op/queues.h"
#include "server/services/upkeep/upkeep.h"
#include "server/storage/jobrepository.h"
#include "tests/jobs/handovers.h"

#include <algorithm>

#include <fmt/format.h>

using namespace foredeck;

namespace foredeck::tests {

/// What was said and does not arrive: who waits then, and who is told of it.
class Deliveries : public HandOvers { };

TEST_F(Deliveries, AnAnswerThatDidNotArriveIsGivenAgainWhenItIsHandedBack)
{
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(400, 21614); });
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(messages().back().delivery.state, DeliveryState::Failed);
    ASSERT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    provider.answerWith({});
    takeAndGiveBack();
    settle();
    EXPECT_EQ(messages().back().delivery.state, DeliveryState::Sent);
    EXPECT_NE(messages().back().text.find("18 spaces"), std::string::npos);
    EXPECT_NE(messages().back().text.find("STOP"), std::string::npos) << "the introduction did not arrive either";
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
}

// What was answered after it says nothing of it; by the vendor's clock it was lost before that.
TEST_F(Deliveries, AnAnswerThatDidNotArriveIsGivenAgainThoughAnotherDid)
{
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    const auto lost = fmt::format(R"("statuses":[{{"id":"{}","status":"failed","timestamp":"{}","recipient_id":"1","errors":[{{"code":131026,"title":"Message undeliverable"}}]}}])",
        messages().back().providerId, toMs(clock.now()) / 1000);
    whatsApp("Are dogs allowed?", "wamid.2");
    settle();
    const auto id = conversations()[0].id;
    ASSERT_EQ(decisions(id).back().action, DecisionAction::Answered);
    whatsAppBody(metaBody(lost));
    drain();
    ASSERT_TRUE(escalation(id).has_value());
    const auto giveBack = [&] {
        clock.advance(std::chrono::seconds {30});
        take();
        by(tom, [&](OpContext &op) { EXPECT_TRUE(claims.release(op, id, OwnerKind::Assistant, 0).hasValue()); });
        settle();
    };
    giveBack();
    EXPECT_NE(messages().back().text.find("18 spaces"), std::string::npos) << messages().back().text;
    EXPECT_EQ(messages().back().text.find("15 kg"), std::string::npos) << messages().back().text;
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
    const auto said = messages().size();
    take();
    whatsApp("\xF0\x9F\x91\x8D", "wamid.3");
    settle();
    giveBack();
    EXPECT_EQ(messages().size(), said + 1) << "and once";
}

TEST_F(Deliveries, AFailureThatIsToldADayLaterIsPeoplesFromThenOn)
{
    sms("Do you have parking?", "SM1");
    settle();
    const auto sid = messages().back().providerId;
    clock.advance(std::chrono::hours {24});
    smsStatus(sid, "undelivered", "30003");
    drain();
    const auto row = conversations()[0];
    EXPECT_EQ(row.owner.kind, OwnerKind::Nobody);
    EXPECT_LT(row.waitingSince, clock.now()) << "they have waited since it was written";
    ASSERT_TRUE(row.sla.has_value());
    EXPECT_EQ(row.sla->kind, SlaKind::FirstResponse);
    EXPECT_EQ(row.sla->due, clock.now() + std::chrono::minutes {15});
}

// What a visitor fetches here was given to no vendor that may have passed it on.
TEST_F(Deliveries, WhatStaysHereIsNotInDoubtAfterACrash)
{
    setAssistant(false);
    chat("Do you have parking?", "c1", "s1");
    settle();
    const auto id = conversations()[0].id;
    by(tom, [&](OpContext &op) {
        EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue());
        EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, "Yes, behind the house", 1, 0, true}, usualLease).hasValue());
    });
    std::vector<Job> claimed;
    (void)store->write([&](WriteTx &tx) { // it is taken up, and the program is killed
        claimed = JobRepository::claim(tx, queues::channelHere, "dead-worker", clock.now(), clock.now() + std::chrono::minutes {1}, 10);
        JobRepository::releaseAll(tx, clock.now());
    });
    ASSERT_EQ(claimed.size(), 1u);
    drain();
    EXPECT_EQ(messages().back().delivery.state, DeliveryState::Sent);
    EXPECT_FALSE(messages().back().delivery.outcomeUnknown);
}

TEST_F(Deliveries, WhomAPersonsAnswerDidNotReachWaitsOn)
{
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    by(tom, [&](OpContext &op) {
        EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue());
        EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, "Yes, behind the house", 1, 0, true}, usualLease).hasValue());
    });
    drain();
    ASSERT_FALSE(conversations()[0].waitingSince.has_value());
    ASSERT_FALSE(conversations()[0].sla.has_value());
    clock.advance(std::chrono::minutes {3});
    smsStatus(messages().back().providerId, "undelivered", "30003");
    drain();
    EXPECT_EQ(conversations()[0].lastMessage.delivery, DeliveryState::Failed);
    EXPECT_EQ(conversations()[0].waitingSince, clock.now());
    ASSERT_TRUE(conversations()[0].sla.has_value());
    EXPECT_EQ(conversations()[0].sla->kind, SlaKind::NextResponse);
    smsStatus(messages().back().providerId, "delivered");
    drain();
    EXPECT_EQ(conversations()[0].lastMessage.delivery, DeliveryState::Delivered);
    EXPECT_FALSE(conversations()[0].waitingSince.has_value()) << "it arrived after all";
    EXPECT_FALSE(conversations()[0].sla.has_value());
}

// The answer was under way when Tom took over; it does not arrive, and he has not written either.
TEST_F(Deliveries, WhomTheAssistantsAnswerDidNotReachAfterATakeOverWaits)
{
    const auto fail = [&](const std::string &id, const std::string &from, std::chrono::seconds later, bool answers) {
        provider.answerWith([](const Handed &, int) { return Provider::twilioError(503, 20500); });
        sms("Do you have parking?", id, from);
        settle();
        const auto row = conversations().back();
        EXPECT_FALSE(row.waitingSince.has_value());
        by(tom, [&](OpContext &op) {
            EXPECT_TRUE(claims.takeOver(op, row.id, {}).hasValue());
            if (answers) {
                EXPECT_TRUE(reply(op, row.id, {MessageId {op.op.value}, "Yes, behind the house", 1, 0, true}, usualLease).hasValue());
            }
        });
        provider.answerWith([](const Handed &m, int n) { return m.text == "Yes, behind the house" ? Provider::taken(m, n, false) : Provider::twilioError(400, 21614); });
        clock.advance(later);
        drain();
        drain();
        EXPECT_EQ(messages(row.id).at(1).delivery.state, DeliveryState::Failed);
        return conversations().back();
    };
    const auto here = fail("SM1", "+13055550142", std::chrono::seconds {20}, false);
    EXPECT_EQ(here.owner.kind, OwnerKind::User) << "he is at his console";
    EXPECT_TRUE(here.waitingSince.has_value());
    EXPECT_TRUE(here.sla.has_value());

    const auto gone = fail("SM2", "+13055550143", std::chrono::minutes {3}, false);
    EXPECT_EQ(gone.owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(gone.status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(gone.waitingSince.has_value());

    const auto answered = fail("SM3", "+13055550144", std::chrono::seconds {20}, true);
    EXPECT_EQ(answered.owner.kind, OwnerKind::User);
    EXPECT_FALSE(answered.waitingSince.has_value());
}

TEST_F(Deliveries, WhomAnAbsentPersonsAnswerDidNotReachWaitsForSomebody)
{
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    by(tom, [&](OpContext &op) {
        EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue());
        EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, "Yes, behind the house", 1, 0, true}, usualLease).hasValue());
    });
    drain();
    clock.advance(std::chrono::minutes {3});
    smsStatus(messages().back().providerId, "undelivered", "30003");
    drain();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
}

// "Hi!", and then the answer: that neither arrives is told of one after the other, in any order.
TEST_F(Deliveries, WhomNothingOfSeveralWordsReachedWaitsOn)
{
    const auto fails = [&](const std::string &from, bool byAssistant, std::vector<std::size_t> order) {
        setAssistant(byAssistant);
        sms(byAssistant ? "Do you have parking?" : "Where is the boat?", "SM" + from, from);
        settle();
        const auto id = conversations().back().id;
        by(tom, [&](OpContext &op) { EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue()); });
        for (const auto *text : {"Hi!", "Yes, behind the house"}) {
            sayAnyway(tom, id, text);
            drain();
            clock.advance(std::chrono::seconds {5});
        }
        EXPECT_FALSE(conversations().back().waitingSince.has_value());
        for (const auto at : order) {
            EXPECT_FALSE(conversations().back().waitingSince.has_value()) << "something may have arrived still";
            smsStatus(messages(id).at(at).providerId, "undelivered", "30003");
            drain();
        }
        return conversations().back();
    };
    EXPECT_TRUE(fails("+13055550151", false, {1, 2}).waitingSince.has_value());
    EXPECT_TRUE(fails("+13055550152", false, {2, 1}).waitingSince.has_value());
    EXPECT_FALSE(fails("+13055550153", false, {2}).waitingSince.has_value());
    EXPECT_FALSE(fails("+13055550154", true, {2, 3}).waitingSince.has_value()) << "they have the assistant's answer";
    EXPECT_TRUE(fails("+13055550155", true, {1, 2, 3}).waitingSince.has_value());
}

// He answered and gave it back: it does not arrive, and the assistant has nothing to answer.
TEST_F(Deliveries, WhomAnAnswerDidNotReachThatWasGivenBackWaitsForSomebody)
{
    sms("Do you have parking?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    take();
    const auto answer = [&] {
        sayAnyway(tom, id, "Yes, behind the house");
        drain();
        by(tom, [&](OpContext &op) { EXPECT_TRUE(claims.release(op, id, OwnerKind::Assistant, 0).hasValue()); });
        smsStatus(messages(id).back().providerId, "undelivered", "30003");
        drain();
    };
    answer();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant) << "it was no answer: the assistant had given one";
    sms("Where is the boat?", "SM2");
    by(tom, [&](OpContext &op) { EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue()); });
    drain();
    answer();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
    EXPECT_TRUE(escalation(id).has_value());
    EXPECT_TRUE(ladderWaits());
}

// They sent thanks in a sign, or asked who writes there, before it is told that the answer did not arrive.
TEST_F(Deliveries, WhomAnAnswerDidNotReachWaitsThoughTheyWroteOn)
{
    for (const std::string text : {"\xF0\x9F\x99\x8F", "HELP"}) {
        const auto number = text == "HELP" ? "+13055550161" : "+13055550162";
        sms("Where is the boat?", "SM1" + text, number);
        drain();
        const auto id = conversations().back().id;
        sayAnyway(tom, id, "Behind the house");
        drain();
        const auto answer = messages(id).back().providerId;
        sms(text, "SM2" + text, number);
        settle();
        ASSERT_FALSE(conversations().back().waitingSince.has_value()) << text;
        smsStatus(answer, "undelivered", "30003");
        drain();
        EXPECT_TRUE(conversations().back().waitingSince.has_value()) << text;
        EXPECT_TRUE(escalation(id).has_value()) << text;
        by(tom, [&](OpContext &op) { EXPECT_TRUE(claims.release(op, id, OwnerKind::Assistant, 0).hasValue()); });
        settle();
        EXPECT_TRUE(conversations().back().waitingSince.has_value()) << text; // what they wrote on dealt with itself
        EXPECT_TRUE(escalation(id).has_value()) << text;
    }
}

// What they wrote on while a person had it dealt with itself alone, too.
TEST_F(Deliveries, WhatHelpStoodBehindIsAnsweredWhenItIsHandedBack)
{
    sms("Hello", "SM1");
    settle();
    take();
    sms("Do you have parking?", "SM2");
    settle();
    sayAnyway(tom, conversations()[0].id, "Yes, behind the house");
    drain();
    const auto answer = messages().back().providerId;
    sms("HELP", "SM3");
    settle();
    smsStatus(answer, "undelivered", "30003");
    drain();
    by(tom, [&, id = conversations()[0].id](OpContext &op) { EXPECT_TRUE(claims.release(op, id, OwnerKind::Assistant, 0).hasValue()); });
    settle();
    EXPECT_NE(messages().back().text.find("18 spaces"), std::string::npos) << messages().back().text;
    EXPECT_EQ(messages().back().text.find("HELP"), std::string::npos); // it was given
}

// Nobody has it any more, and their thanks called for nobody.
TEST_F(Deliveries, WhomAnAnswerDidNotReachIsToldOfThoughTheyStandAmongThoseWhoWait)
{
    sms("Where is the boat?", "SM1");
    drain();
    const auto id = conversations()[0].id;
    take();
    sayAnyway(tom, id, "Behind the house");
    drain();
    const auto answer = messages(id).back().providerId;
    by(tom, [&](OpContext &op) { EXPECT_TRUE(claims.release(op, id, OwnerKind::Nobody, 0).hasValue()); });
    sms("Thanks!", "SM2");
    settle();
    ASSERT_TRUE(conversations()[0].waitingSince.has_value());
    ASSERT_FALSE(escalation(id).has_value());
    smsStatus(answer, "undelivered", "30003");
    drain();
    EXPECT_TRUE(escalation(id).has_value());
    EXPECT_TRUE(ladderWaits());
}

// Nothing may be written to them: what a person answered all the same was kept here.
// They end the messages on one channel while the answer to what they asked on another is on its way.
TEST_F(Deliveries, WhoEndedTheMessagesElsewhereWaitsInWhatTheyAsked)
{
    for (const bool here : {false, true}) {
        const std::string number = here ? "13055550163" : "13055550164";
        whatsApp("Where is the boat?", "wamid.1" + number, number);
        drain();
        const auto id = conversations().back().id;
        if (here)
            whatsApp("STOP", "wamid.2" + number, number);
        else
            sms("STOP", "SM1" + number, "+" + number);
        sayAnyway(tom, id, "Behind the house");
        settle();
        EXPECT_EQ(messages(id).size(), here ? 4u : 2u);
        const auto rows = conversations();
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const Conversation &c) { return c.id == id; });
        EXPECT_EQ(row->waitingSince.has_value(), !here);
        EXPECT_EQ(escalation(id).has_value(), !here);
    }
}

TEST_F(Deliveries, WhatWasKeptFromWhoIsOutAnswersNoEmergency)
{
    sms("STOP", "SM1");
    settle();
    sms("There is a fire in the kitchen!", "SM2");
    drain();
    sayAnyway(tom, conversations()[0].id, "We come");
    settle();
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(escalation(conversations()[0].id).has_value());
}

// They have asked something else since, and wait for that already.
TEST_F(Deliveries, WhatAnOlderAnswerDidNotReachIsUnansweredInTheSummary)
{
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    take();
    sayAnyway(tom, id, "Yes, behind the house");
    drain();
    sms("And a garage?", "SM2");
    settle();
    ASSERT_EQ(conversations()[0].summary.open, std::vector<std::string> {"And a garage?"});
    smsStatus(messages(id).at(1).providerId, "undelivered", "30003");
    drain();
    EXPECT_EQ(conversations()[0].summary.open, (std::vector<std::string> {"Do you have parking?", "And a garage?"}));
    smsStatus(messages(id).at(1).providerId, "delivered");
    drain();
    EXPECT_EQ(conversations()[0].summary.open, std::vector<std::string> {"And a garage?"}) << "it arrived after all";
}

TEST_F(Deliveries, WhomAPersonsAnswerDidNotReachIsAnsweredWhenItIsHandedBack)
{
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    take();
    sayAnyway(tom, id, "Yes, behind the house");
    drain();
    smsStatus(messages().back().providerId, "undelivered", "30003");
    drain();
    ASSERT_TRUE(conversations()[0].waitingSince.has_value());
    setAssistant(true);
    clock.advance(std::chrono::seconds {30});
    by(tom, [&](OpContext &op) { EXPECT_TRUE(claims.release(op, id, OwnerKind::Assistant, 0).hasValue()); });
    settle();
    EXPECT_EQ(messages().back().role, MessageRole::Ai);
    EXPECT_NE(messages().back().text.find("18 spaces"), std::string::npos) << messages().back().text;
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
}

// Answered and resolved in one go; that it does not arrive is told when nobody looks there any more.
TEST_F(Deliveries, WhatWasResolvedWithAnAnswerThatDidNotArriveIsOpenAgain)
{
    const auto answered = [&](const std::string &sid, const std::string &from, const std::vector<std::string> &words) {
        sms("Do you have parking?", sid, from);
        settle();
        const auto id = conversations().back().id;
        by(tom, [&](OpContext &op) { EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue()); });
        for (const auto &text : words) {
            sayAnyway(tom, id, text);
            drain();
            clock.advance(std::chrono::seconds {5});
        }
        by(tom, [&](OpContext &op) { EXPECT_TRUE(end(op, id, {0, {}, true}).hasValue()); });
        drain();
        return id;
    };
    const auto row = [&](const ConversationId &id) {
        const auto rows = conversations();
        return *std::find_if(rows.begin(), rows.end(), [&](const Conversation &c) { return c.id == id; });
    };
    setAssistant(false);
    const auto id = answered("SM1", "+13055550142", {"Yes, behind the house"});
    ASSERT_EQ(row(id).status, ConversationStatus::Ended);
    smsStatus(messages(id).back().providerId, "undelivered", "30003");
    drain();
    EXPECT_EQ(row(id).status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(row(id).owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(row(id).waitingSince.has_value());
    EXPECT_FALSE(row(id).endedAt.has_value());
    EXPECT_TRUE(escalation(id).has_value());
    EXPECT_TRUE(ladderWaits());

    const auto thanked = answered("SM2", "+13055550143", {"Yes, behind the house", "Have a nice day!"});
    smsStatus(messages(thanked).back().providerId, "undelivered", "30003");
    drain();
    EXPECT_EQ(row(thanked).status, ConversationStatus::Ended) << "they have their answer";

    const auto both = answered("SM4", "+13055550145", {"Hi!", "Yes, behind the house"});
    for (const auto &message : messages(both)) {
        if (message.role == MessageRole::Staff)
            smsStatus(message.providerId, "undelivered", "30003");
        drain();
    }
    EXPECT_EQ(row(both).status, ConversationStatus::WaitingHuman) << "of all that was said nothing has arrived";

    setAssistant(true);
    const auto added = answered("SM5", "+13055550146", {"And a garage next door"});
    for (const std::size_t at : {2, 1}) {
        smsStatus(messages(added).at(at).providerId, "undelivered", "30003");
        drain();
    }
    EXPECT_EQ(row(added).status, ConversationStatus::WaitingHuman) << "neither the assistant's words nor his";
    setAssistant(false);

    const auto late = answered("SM3", "+13055550144", {"Yes, behind the house"});
    clock.advance(std::chrono::hours {25});
    smsStatus(messages(late).back().providerId, "undelivered", "30003");
    drain();
    EXPECT_EQ(row(late).status, ConversationStatus::Ended) << "told in the thread";
    EXPECT_EQ(row(late).lastMessage.delivery, DeliveryState::Failed);
}

TEST_F(Deliveries, AnAnswerThatNoSmsHoldsIsAPersons)
{
    std::string rules;
    for (int i = 0; i < 60; ++i)
        rules += "Cancellation is free until noon of the day. ";
    addFaq("Do you have a cancellation policy?", rules);
    sms("Do you have a cancellation policy?", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_LT(provider.handed()[0].text.size(), 1600u);
    EXPECT_TRUE(escalation(conversations()[0].id).has_value());
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
    EXPECT_EQ(decisions(conversations()[0].id).at(0).action, DecisionAction::HandedOver);
    setSafeMode(true); // what would be said in a form is kept
    form("Do you have a cancellation policy?", "f1", "ben@example.com");
    settle();
    EXPECT_NE(messages().back().text.find("Cancellation is free"), std::string::npos) << "no vendor, no such limit";
}

} // namespace foredeck::tests
