#include "tests/jobs/ladderrig.h"

using namespace foredeck;

namespace foredeck::tests {

TEST_F(LadderJobs, WithoutAChannelTheTrailSaysSo)
{
    channel([](Channel &c) { c.account.clear(); });
    handOver();
    EXPECT_EQ(trail().back(), ":sms");
    EXPECT_EQ(textDelivery().state, DeliveryState::Failed);
    EXPECT_EQ(textDelivery().code, "not_configured");
    EXPECT_EQ(textDelivery().reason, "SMS is not configured");
    EXPECT_TRUE(texts().empty());
}

TEST_F(LadderJobs, SafeModeKeepsTheTextHere)
{
    setSafeMode(true);
    channel([](Channel &c) { c.baseUrl = "https://api.example.com"; });
    handOver();
    EXPECT_EQ(trail().back(), ":sms");
    EXPECT_EQ(textDelivery().state, DeliveryState::Held);
    EXPECT_TRUE(texts().empty());
}

TEST_F(LadderJobs, AnOwnerWhoSaidStopGetsNoText)
{
    sms("STOP", "SM1", ownerPhone);
    settle();
    clock.advance(1h);
    const auto sent = texts().size(); // the confirmation that the law asks for
    whatsApp("Do you have a helipad?", "wamid.1");
    settle();
    std::optional<Escalation> found;
    for (const auto &row : conversations())
        found = escalation(row.id) ? escalation(row.id) : found;
    ASSERT_TRUE(found);
    const auto step = found->ladder.back();
    EXPECT_EQ(step.how, toldBy::sms);
    EXPECT_EQ(step.delivery->state, DeliveryState::Suppressed);
    EXPECT_EQ(step.delivery->code, "opted_out");
    EXPECT_EQ(texts().size(), sent);
}

TEST_F(LadderJobs, WhatTheVendorRefusesIsNoSuccess)
{
    provider.answerWith([](const Handed &handed, int count) {
        return handed.to == ownerPhone ? Provider::twilioError(400, 21211) : Provider::taken(handed, count, false);
    });
    handOver();
    EXPECT_EQ(textDelivery().state, DeliveryState::Failed);
    EXPECT_EQ(textDelivery().code, "21211");
}

TEST_F(LadderJobs, AVendorThatWasIllForAMomentIsAskedAgain)
{
    provider.answerWith([](const Handed &handed, int count) {
        return handed.to == ownerPhone ? Response::empty(500) : Provider::taken(handed, count, false);
    });
    handOver();
    pass(1min);
    ASSERT_EQ(textDelivery().state, DeliveryState::Failed);
    const auto ill = texts().size();
    provider.answerWith({});
    pass(11min);
    EXPECT_EQ(texts().size(), ill + 1);
    EXPECT_EQ(open()->ladder.back().delivery->state, DeliveryState::Sent);
    pass(1h);
    EXPECT_EQ(texts().size(), ill + 1) << "it has arrived";
}

TEST_F(LadderJobs, AVendorThatNeverAnswersIsHandedATextTwiceAtMost)
{
    provider.answerWith([](const Handed &handed, int count) {
        return handed.to == ownerPhone ? Response::empty(504) : Provider::taken(handed, count, false);
    });
    handOver();
    pass(2min);
    EXPECT_EQ(texts().size(), 2U);
    EXPECT_EQ(textDelivery().state, DeliveryState::Failed);
    EXPECT_TRUE(textDelivery().outcomeUnknown);
}

TEST_F(LadderJobs, ATextThatWaitsForTheVendorIsNotSentOnceSomebodyIsOnIt)
{
    provider.answerWith([](const Handed &handed, int count) {
        return handed.to == ownerPhone ? Provider::twilioError(503, 0) : Provider::taken(handed, count, false);
    });
    handOver();
    EXPECT_EQ(textDelivery().state, DeliveryState::Queued);
    const auto tries = texts().size();
    EXPECT_GE(tries, 1U);
    acknowledge();
    pass(5min);
    EXPECT_EQ(texts().size(), tries);
    EXPECT_EQ(textDelivery().state, DeliveryState::Suppressed);
    EXPECT_EQ(textDelivery().code, "not_needed");
}

TEST_F(LadderJobs, ATextThatMayHaveArrivedIsCalledSoWhenNobodyNeedsItAnyMore)
{
    int tries = 0;
    provider.answerWith([&](const Handed &handed, int count) {
        if (handed.to != ownerPhone)
            return Provider::taken(handed, count, false);
        return ++tries == 1 ? Response::empty(502) : Provider::twilioError(503, 0);
    });
    handOver();
    ASSERT_EQ(textDelivery().state, DeliveryState::Queued);
    acknowledge();
    pass(5min);
    EXPECT_EQ(textDelivery().code, "not_needed");
    EXPECT_TRUE(textDelivery().outcomeUnknown);
}

TEST_F(LadderJobs, ATextThatWaitsForTheVendorIsNotSentWhileItIsPutOff)
{
    provider.answerWith([](const Handed &handed, int count) {
        return handed.to == ownerPhone ? Provider::twilioError(503, 0) : Provider::taken(handed, count, false);
    });
    handOver();
    const auto tries = texts().size();
    changeConversation([this](Conversation &c) {
        c.status = ConversationStatus::Snoozed;
        c.snoozedUntil = clock.now() + 2h;
    });
    pass(5min);
    EXPECT_EQ(texts().size(), tries);
    EXPECT_EQ(textDelivery().code, "not_needed");
    EXPECT_EQ(textDelivery().reason, "It was put off");
    provider.answerWith({});
    changeConversation([](Conversation &c) { // taken back
        c.status = ConversationStatus::WaitingHuman;
        c.snoozedUntil.reset();
    });
    pass(2h);
    EXPECT_GT(texts().size(), tries) << "nobody else was told";
}

// A vendor that hangs for one business keeps nobody else's owner from being told.
TEST_F(LadderJobs, TextsOfOneBusinessTakeOneWorker)
{
    std::vector<Job> claimed;
    (void)store->write([&](WriteTx &tx) {
        for (const auto &business : {client.id, client.id, client.id, ClientId {"another"}}) {
            Escalation escalation;
            escalation.client = business;
            JobRepository::enqueue(tx, alertTextJob(escalation, AlertTextId::make(clock.now()), clock.now()));
        }
        for (int worker = 0; worker < 4; ++worker) {
            for (auto &job : JobRepository::claim(tx, queues::alertText, "w", clock.now(), clock.now() + 1min, 1, JobBounds {queues::textsAtATime}))
                claimed.push_back(std::move(job));
        }
    });
    ASSERT_EQ(claimed.size(), 2U);
    EXPECT_EQ(claimed[1].client, ClientId {"another"});
}

// The vendor was ill for one text, is well again, and somebody calls for help.
TEST_F(LadderJobs, AnEmergencysTextDoesNotWaitBehindAnOlderOneInItsBackoff)
{
    provider.answerWith([](const Handed &handed, int count) {
        return handed.to == ownerPhone ? Provider::twilioError(503, 0) : Provider::taken(handed, count, false);
    });
    handOver();
    (void)store->write([&](WriteTx &tx) { // its next try is far off
        tx.run("UPDATE job SET run_at = run_at + 3600000 WHERE queue = 'alert.text' AND state = 'queued'", {});
    });
    provider.answerWith({});
    const auto before = texts().size();
    sms("There is a fire in my room, help!", "SM-fire", "+13055550142");
    pass(1min);
    ASSERT_GT(texts().size(), before);
    EXPECT_NE(texts().back().text.find("EMERGENCY"), std::string::npos);
    bool isPressing = false;
    (void)store->read([&](Tx &tx) {
        tx.run("SELECT priority FROM job WHERE queue = 'alert.text' ORDER BY seq DESC LIMIT 1", {}, [&](const Row &row) {
            isPressing = row.integer(0) == queues::pressing;
            return false;
        });
    });
    EXPECT_TRUE(isPressing);
}

TEST_F(LadderJobs, TheOwnersTelephoneIsNotTheChannelsOwnNumber)
{
    settings([](ClientSettings &s) { s.alerts.ownerPhone = "+13055550101"; });
    handOver();
    EXPECT_EQ(textDelivery().state, DeliveryState::Failed);
    EXPECT_EQ(textDelivery().code, "own_number");
}

TEST_F(LadderJobs, QuietHoursHoldTheTextUntilTheirEnd)
{
    settings([](ClientSettings &s) { s.alerts.quietWeek[4] = {{10 * 60, 11 * 60}}; }); // Friday; it is 10:02 in New York
    handOver();
    EXPECT_EQ(trail().back(), ":quiet_hours");
    EXPECT_TRUE(texts().empty());
    pass(56min);
    EXPECT_EQ(trail().back(), ":sms");
    EXPECT_EQ(texts().size(), 1U);
}

TEST_F(LadderJobs, OnlyAShortNameLeavesTheHouse)
{
    handOver();
    const auto said = [&](const std::string &name) {
        std::string text;
        (void)store->write([&](WriteTx &tx) {
            auto lead = LeadRepository::byId(tx, client.id, open()->lead).value();
            lead.name = name;
            LeadRepository::update(tx, lead);
            text = ownerText(tx, *open());
        });
        return text.substr(0, text.find(" is waiting"));
    };
    EXPECT_EQ(said("Ana Ruiz Lopez"), "Casa Marisol: Ana L.");
    EXPECT_EQ(said("Żaneta Łoś"), "Casa Marisol: Żaneta Ł.");
    EXPECT_EQ(said("Kim"), "Casa Marisol: Kim");
    EXPECT_EQ(said(""), "Casa Marisol: A customer");
    EXPECT_EQ(said("call +1 305 555 0142"), "Casa Marisol: A customer");
    EXPECT_EQ(said("win.example/x"), "Casa Marisol: A customer");
}

TEST_F(LadderJobs, TheOwnerIsToldTheNameOfWhoWroteLast)
{
    form("Hi", "f1", "office@example.com", {}, "Alice Lund");
    settle();
    clock.advance(2min);
    form("There is a fire in my room, help!", "f2", "office@example.com", {}, "Carla Diaz");
    settle();
    pass(1min);
    ASSERT_FALSE(texts().empty());
    EXPECT_NE(texts().back().text.find("Carla D."), std::string::npos) << texts().back().text;
}

TEST_F(LadderJobs, TheOwnerIsTextedFromANumberThatCanSend)
{
    clock.advance(1s);
    addNumber("+13055550102");
    channel([](Channel &c) { c.account.clear(); });
    handOver();
    pass(1min);
    ASSERT_EQ(texts().size(), 1U);
    EXPECT_EQ(texts()[0].from, "+13055550102");
}

} // namespace foredeck::tests
