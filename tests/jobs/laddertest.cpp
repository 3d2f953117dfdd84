#include "server/services/escalation/escalationwriter.h"
#include "server/services/escalation/ladderfacts.h"
#include "server/services/op/queues.h"
#include "server/services/upkeep/upkeep.h"
#include "server/storage/alerttextrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/userrepository.h"
#include "tests/jobs/rig.h"

#include <algorithm>

using namespace foredeck;
using namespace std::chrono_literals;

namespace foredeck::tests {

constexpr auto ownerPhone = "+13055550177";

/// People of a desk, a customer who waits, and time that goes by.
class LadderJobs : public Rig {
protected:
    LadderJobs()
    {
        ana = hire("Ana", Role::Agent);
        max = hire("Max", Role::Manager);
        rosa = hire("Rosa", Role::Admin);
        settings([](ClientSettings &s) { s.alerts.ownerPhone = ownerPhone; });
    }
    UserId hire(const std::string &name, Role role)
    {
        User user;
        user.id = UserId::make(clock.now());
        user.agency = client.agency;
        user.clients = {client.id};
        user.role = role;
        user.name = name;
        user.email = name + "@example.com";
        (void)store->write([&](WriteTx &tx) { UserRepository::insert(tx, user); });
        return user.id;
    }
    void settings(const std::function<void(ClientSettings &)> &change)
    {
        (void)store->write([&](WriteTx &tx) {
            auto row = SettingsRepository::ofClient(tx, client.id).value();
            change(row);
            SettingsRepository::update(tx, row, clock.now());
        });
    }
    void channel(const std::function<void(Channel &)> &change)
    {
        (void)store->write([&](WriteTx &tx) {
            auto row = ChannelRepository::firstOfKind(tx, client.id, ChannelKind::Sms).value();
            change(row);
            ChannelRepository::update(tx, row);
            announce(tx, clientStream(client.id), "channel.updated", row, {});
        });
    }
    void comes(const UserId &user) { background->consoles().opened(user); }
    void goes(const UserId &user) { background->consoles().closed(user); }

    /// Consoles that were there before count from the start.
    void handOver()
    {
        clock.advance(2min);
        whatsApp("Do you have a helipad?", "wamid.1");
        settle();
        ASSERT_TRUE(open());
    }
    void pass(std::chrono::seconds time)
    {
        const auto end = clock.now() + time;
        while (clock.now() < end) {
            clock.advance(std::min<std::chrono::milliseconds>(15s, end - clock.now()));
            drain();
        }
    }
    std::optional<Escalation> open() { return escalation(conversations().at(0).id); }
    Escalation stored(const EscalationId &id)
    {
        std::optional<Escalation> found;
        (void)store->read([&](Tx &tx) { found = EscalationRepository::byId(tx, client.id, id); });
        return found.value_or(Escalation {});
    }
    void change(const std::function<void(Escalation &)> &how)
    {
        (void)store->write([&](WriteTx &tx) {
            ActContext act {tx, client.id, {}, {}, clock.now()};
            auto row = EscalationRepository::openOf(tx, client.id, conversations().at(0).id).value();
            how(row);
            saveEscalation(act, row);
        });
    }
    void acknowledge()
    {
        change([&](Escalation &e) { e.acknowledgedAt = clock.now(); });
    }
    /// "Ana:console+2"
    std::vector<std::string> trail()
    {
        std::vector<std::string> words;
        const auto escalation = open().value_or(Escalation {});
        for (const auto &step : escalation.ladder)
            words.push_back(step.who.name + ":" + step.how + (step.repeats > 0 ? "+" + std::to_string(step.repeats) : ""));
        return words;
    }
    Delivery textDelivery()
    {
        const auto ladder = open().value_or(Escalation {}).ladder;
        const auto step = std::find_if(ladder.begin(), ladder.end(), [](const LadderStep &s) { return s.how == toldBy::sms; });
        return step == ladder.end() ? Delivery {} : step->delivery.value_or(Delivery {});
    }
    std::vector<Alert> alerts(const UserId &user)
    {
        std::vector<Alert> list;
        (void)store->read([&](Tx &tx) {
            for (const auto &event : EventRepository::after(tx, userStream(user), 0, 1000)) {
                if (event.kind == "escalation.alert") {
                    list.push_back(decode<Alert>(event.data).value());
                    EXPECT_EQ(event.entity, list.back().escalation.value);
                    EXPECT_EQ(event.version, list.back().version);
                }
            }
        });
        return list;
    }
    std::vector<Handed> texts()
    {
        auto list = provider.handed();
        std::erase_if(list, [](const Handed &h) { return h.to != ownerPhone; });
        return list;
    }
    std::string lastSid() { return "SMout" + std::to_string(provider.handed().size()); }
    bool ladderWaits()
    {
        std::optional<Timestamp> next;
        (void)store->read([&](Tx &tx) { next = JobRepository::nextRunAt(tx, queues::escalationLadder); });
        return next.has_value();
    }
    using Words = std::vector<std::string>;

    UserId ana, max, rosa;
};

TEST_F(LadderJobs, WithNobodyAtTheDeskItIsToldRepeatedClimbedAndTextedToTheOwner)
{
    comes(ana);
    comes(max);
    handOver();
    const auto id = open()->id;
    EXPECT_EQ(trail(), Words {"Ana:console"});
    ASSERT_EQ(alerts(ana).size(), 1U);
    const auto first = alerts(ana)[0];
    EXPECT_EQ(first.escalation, id);
    EXPECT_EQ(first.conversation, conversations()[0].id);
    EXPECT_EQ(first.client, client.id);
    EXPECT_EQ(first.priority, open()->priority);
    EXPECT_EQ(first.rung, Rung::Staff);
    EXPECT_EQ(first.repeat, 0);
    EXPECT_TRUE(alerts(max).empty());

    pass(3min);
    EXPECT_EQ(trail(), Words {"Ana:console+3"});
    EXPECT_EQ(alerts(ana).back().repeat, 3);
    EXPECT_GT(alerts(ana).back().version, first.version);
    pass(12min);
    EXPECT_EQ(trail().back(), "Max:console");
    EXPECT_EQ(alerts(max).size(), 1U);
    EXPECT_EQ(alerts(max)[0].rung, Rung::Managers);
    EXPECT_TRUE(texts().empty());
    pass(15min);
    // Rosa has no console: it is in her log, and the owner's telephone is next.
    EXPECT_EQ(alerts(rosa).size(), 1U);
    EXPECT_EQ(trail()[trail().size() - 2], "Rosa:no_console");
    EXPECT_EQ(trail().back(), ":sms");
    ASSERT_EQ(texts().size(), 1U);
    EXPECT_EQ(texts()[0].from, "+13055550101");
    EXPECT_EQ(texts()[0].text, "Casa Marisol: Ana R. is waiting for a person (open question). Nobody has answered at a console.");
    EXPECT_EQ(textDelivery().state, DeliveryState::Sent);
    const auto sid = lastSid();
    smsStatus(sid, "delivered");
    settle();
    EXPECT_EQ(textDelivery().state, DeliveryState::Delivered);
    smsStatus(sid, "sent");
    settle();
    EXPECT_EQ(textDelivery().state, DeliveryState::Delivered) << "never backwards";
    EXPECT_EQ(conversations().size(), 1U) << "and it is nobody's conversation";
    EXPECT_EQ(count("alert_text"), 1U);

    const auto version = conversations()[0].version;
    acknowledge();
    const auto said = alerts(ana).size();
    pass(2h);
    EXPECT_EQ(alerts(ana).size(), said) << "nobody is told again";
    EXPECT_EQ(texts().size(), 1U);
    EXPECT_FALSE(ladderWaits());
    EXPECT_EQ(conversations()[0].version, version) << "lists are not turned over by it";
}

TEST_F(LadderJobs, EveryStepIsAnEventWithTheWholeTrail)
{
    comes(ana);
    const auto before = events().empty() ? 0 : events().back().seq;
    handOver();
    std::optional<Escalation> told;
    for (const auto &event : events(before)) {
        if (event.kind == "escalation.updated")
            told = decode<Escalation>(event.data).value();
    }
    ASSERT_TRUE(told);
    ASSERT_EQ(told->ladder.size(), 1U);
    EXPECT_EQ(told->ladder[0].who.user, ana);
    EXPECT_EQ(told->alert.rung, Rung::Staff);
    EXPECT_EQ(told->alert.nextAt, told->ladder[0].at + 15min);
}

TEST_F(LadderJobs, ARestartForgetsNothingAndRepeatsNothing)
{
    comes(ana);
    handOver();
    pass(2min);
    const auto before = trail();
    restart();
    drain();
    EXPECT_EQ(trail(), before);
    EXPECT_EQ(texts().size(), 0U) << "consoles are on their way back";
    comes(ana);
    pass(5min);
    EXPECT_EQ(trail(), Words {"Ana:console+7"});
    pass(8min);
    EXPECT_EQ(trail(), (Words {"Ana:console+14", "Max:no_console", "Rosa:no_console", ":sms"}));
}

TEST_F(LadderJobs, AStoreOfBeforeIsTakenUp)
{
    handOver();
    (void)store->write([&](WriteTx &tx) { JobRepository::cancel(tx, client.id, queues::escalationLadder, open()->id.value, "gone", clock.now()); });
    ASSERT_FALSE(ladderWaits());
    (void)store->write([&](WriteTx &tx) {
        takeUpLadders(tx, clock.now());
        takeUpLadders(tx, clock.now());
    });
    EXPECT_TRUE(ladderWaits());
    acknowledge();
    EXPECT_FALSE(ladderWaits());
}

TEST_F(LadderJobs, WhoGivesItUpLetsItBeginAnewAtOnce)
{
    comes(ana);
    handOver();
    change([&](Escalation &e) { e.status = EscalationStatus::Claimed; });
    pass(1h);
    EXPECT_EQ(trail(), Words {"Ana:console"});
    change([&](Escalation &e) { waitAgain(e); });
    drain();
    EXPECT_EQ(trail(), (Words {"Ana:console", "Ana:console"}));
    EXPECT_EQ(alerts(ana).back().repeat, 0);
}

TEST_F(LadderJobs, WhatGrowsMorePressingIsToldAnew)
{
    comes(ana);
    handOver();
    acknowledge();
    whatsApp("There is a fire in the kitchen!", "wamid.2");
    settle();
    ASSERT_EQ(open()->reason, EscalationReason::Emergency);
    EXPECT_EQ(trail(), (Words {"Ana:console", "Ana:console"}));
    EXPECT_EQ(alerts(ana).back().priority, 1);
    pass(5min);
    EXPECT_EQ(texts().size(), 1U) << "an emergency climbs in a third of the time";
}

TEST_F(LadderJobs, ChangedSettingsCountFromTheNextStepOn)
{
    settings([&](ClientSettings &s) {
        s.alerts.repeatSeconds = 15;
        s.alerts.climbMinutes = 1;
        s.alerts.onCall = {{rosa, {}}};
    });
    comes(ana);
    comes(rosa);
    handOver();
    EXPECT_EQ(trail(), Words {"Rosa:console"}) << "she is on call";
    pass(45s);
    EXPECT_EQ(trail(), Words {"Rosa:console+3"});
    pass(15s);
    EXPECT_EQ(trail().back(), "Ana:console");
}

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

TEST_F(LadderJobs, AClockThatWasAheadDoesNotKeepItWaiting)
{
    comes(ana);
    ClaimActs claims {90s};
    Upkeep upkeep {*store, clock, claims, log, {}};
    handOver();
    clock.advance(20h);
    drain();
    upkeep.run();
    clock.advance(-20h);
    upkeep.run();
    const auto said = alerts(ana).size();
    pass(20min);
    EXPECT_GT(alerts(ana).size(), said);
}

TEST_F(LadderJobs, AConsoleThatHasJustGoneCountsOn)
{
    comes(ana);
    handOver();
    goes(ana);
    pass(30s);
    EXPECT_EQ(trail(), Words {"Ana:console"});
    comes(ana);
    pass(2min);
    EXPECT_EQ(trail(), Words {"Ana:console+2"});
    goes(ana);
    pass(2min);
    EXPECT_EQ(trail().back(), ":sms") << "now nobody is there";
}

// A laptop that was closed tells nobody; the one beside it does.
TEST_F(LadderJobs, AnEmergencyGoesOnSoonAfterItsOnlyConsoleCloses)
{
    comes(ana);
    comes(max);
    clock.advance(2min);
    whatsApp("There is a fire in the kitchen!", "wamid.1");
    settle();
    ASSERT_TRUE(open());
    ASSERT_EQ(open()->reason, EscalationReason::Emergency);
    EXPECT_EQ(alerts(max).size(), 0U);
    clock.advance(5s);
    goes(ana);
    comes(ana);
    pass(30s);
    EXPECT_EQ(alerts(max).size(), 0U) << "it was a connection that was made anew";
    goes(ana);
    (void)store->write([](WriteTx &) { }); // behind the look that this asks for
    drain();
    EXPECT_EQ(alerts(max).size(), 0U);
    pass(15s);
    EXPECT_EQ(alerts(max).size(), 1U);
    background->consoles().freeze(); // a server that stops closes them all
    goes(max);
    pass(15s);
    EXPECT_EQ(texts().size(), 0U);
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
