#include "server/services/conversation/claimacts.h"
#include "server/services/conversation/claimrules.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/conversation/handover.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/conversation/stateacts.h"
#include "server/services/zones/serverzones.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/transitionrepository.h"
#include "tests/services/world.h"

#include <random>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

/// The clock that the server keeps in a conversation's row, moved by the real acts. It is Friday, 20 November 2026,
/// 09:22 in New York.
class ClockTest : public ::testing::Test {
protected:
    ClockTest()
    {
        m_store = SqliteStore::open({m_folder.path("store.db")}, m_clock).value();
        m_world = makeWorld(*m_store, m_clock);
        write(*m_store, [&](WriteTx &tx) {
            auto location = *LocationRepository::byId(tx, m_world.one.client, m_world.one.location);
            for (std::size_t day = 0; day < 5; ++day)
                location.hours.week[day] = {{9 * 60, 17 * 60}};
            LocationRepository::update(tx, location);
        });
    }

    const ConversationId &id() const { return m_world.one.conversation; }
    Conversation row() const { return conversationOf(*m_store, m_world.one); }

    template <class F>
    void asPerson(const UserId &user, const F &effect)
    {
        write(*m_store, [&](WriteTx &tx) {
            User person;
            person.id = user;
            person.name = "Rosa";
            const Access access {person, {m_world.one.client}};
            OpContext op {{tx, m_world.one.client, access.actor(), OpId::make(m_clock.now()), m_clock.now()}, access};
            if (const auto done = effect(op); done.hasError())
                tx.fail(done.error());
        });
    }
    template <class F>
    void asSomebody(ActorKind kind, const F &change)
    {
        write(*m_store, [&](WriteTx &tx) {
            ActContext act {tx, m_world.one.client, {kind, {}, {}}, {}, m_clock.now()};
            auto edit = ConversationEdit::open(act, id()).value();
            change(act, edit);
            if (const auto saved = edit.save(); saved.hasError())
                tx.fail(saved.error());
        });
    }

    void says(ActContext &act, ConversationEdit &edit, MessageRole role)
    {
        Message message;
        message.id = MessageId::make(act.now);
        message.client = act.client;
        message.conversation = id();
        message.position = edit.nextPosition();
        message.role = role;
        if (role == MessageRole::Ai)
            message.decision = DecisionId::make(act.now);
        message.at = act.now;
        MessageRepository::insert(act.tx, message, edit.row().channel);
        edit.row().lastPublicPosition = message.position;
        edit.row().lastMessage = {message.id, message.role, {}, {}, message.position, message.delivery.state, message.at};
    }
    void customerAsks()
    {
        asSomebody(ActorKind::Lead, [&](ActContext &act, ConversationEdit &edit) {
            says(act, edit, MessageRole::Lead);
            if (edit.row().status == ConversationStatus::Ended) {
                edit.row().endedAt.reset();
                edit.own({OwnerKind::Assistant, {}, {}}, "customer_wrote");
            }
            edit.row().snoozedUntil.reset();
            if (edit.row().status != ConversationStatus::WaitingHuman)
                edit.setStatus(ConversationStatus::Active, "customer_wrote");
            edit.row().waitingSince = edit.row().waitingSince.value_or(act.now);
        });
    }
    void assistantAnswers(bool handsOver)
    {
        asSomebody(ActorKind::Assistant, [&](ActContext &act, ConversationEdit &edit) {
            says(act, edit, MessageRole::Ai);
            if (handsOver)
                handOver(act, edit, EscalationReason::HumanRequested, {});
            else
                edit.row().waitingSince.reset();
        });
    }
    void snooze(std::chrono::milliseconds time)
    {
        asSomebody(ActorKind::User, [&](ActContext &act, ConversationEdit &edit) {
            edit.row().snoozedUntil = act.now + time;
            edit.setStatus(ConversationStatus::Snoozed, "snoozed", toRfc3339(act.now + time));
        });
    }
    void takeOver(const UserId &user)
    {
        asPerson(user, [&](OpContext &op) { return m_claims.takeOver(op, id(), {}); });
    }
    void answers(const UserId &user)
    {
        asPerson(user, [&](OpContext &op) { return reply(op, id(), {MessageId {op.op.value}, "Good morning", row().lastPublicPosition, 0, true}, usualLease); });
    }
    void resolves(const UserId &user)
    {
        asPerson(user, [&](OpContext &op) { return end(op, id(), {0, {}, true}); });
    }

    std::vector<Transition> transitions() const
    {
        std::vector<Transition> rows;
        read(*m_store, [&](Tx &tx) { rows = TransitionRepository::ofClocks(tx, m_world.one.client, id(), 100'000); });
        return rows;
    }
    std::optional<SlaMark> recomputed(Timestamp now) const
    {
        SlaRules rules;
        read(*m_store, [&](Tx &tx) {
            rules.targets = SettingsRepository::ofClient(tx, m_world.one.client)->sla;
            rules.places = {LocationRepository::byId(tx, m_world.one.client, m_world.one.location)->hours};
        });
        return slaMark(slaClocks(transitions(), rules, now, ServerZones {}).value());
    }
    void setTargets(const SlaTargets &targets)
    {
        write(*m_store, [&](WriteTx &tx) {
            auto settings = *SettingsRepository::ofClient(tx, m_world.one.client);
            settings.sla = targets;
            SettingsRepository::update(tx, settings, m_clock.now());
        });
    }
    std::vector<std::string> responses() const
    {
        std::vector<std::string> words;
        for (const auto &t : transitions()) {
            if (t.field == TransitionField::Response)
                words.push_back(t.to + " " + t.reason);
        }
        return words;
    }

    TemporaryFolder m_folder;
    ManualClock m_clock;
    std::unique_ptr<SqliteStore> m_store;
    World m_world;
    ClaimActs m_claims {90s};
};

using Words = std::vector<std::string>;

} // namespace

TEST_F(ClockTest, AnAnswerStopsItAndAQuestionStartsTheNext)
{
    customerAsks();
    const auto asked = m_clock.now();
    ASSERT_TRUE(row().sla);
    EXPECT_EQ(row().sla->kind, SlaKind::FirstResponse);
    EXPECT_EQ(row().sla->due, asked + 15min);
    m_clock.advance(2min);
    customerAsks();
    EXPECT_EQ(row().sla->due, asked + 15min) << "the oldest unanswered one counts";
    m_clock.advance(1min);
    takeOver(m_world.agent);
    EXPECT_EQ(row().sla->due, asked + 15min) << "whoever has it, the customer waits";
    answers(m_world.agent);
    EXPECT_FALSE(row().sla);
    m_clock.advance(10min);
    customerAsks();
    EXPECT_EQ(row().sla->kind, SlaKind::NextResponse);
    EXPECT_EQ(row().sla->due, m_clock.now() + 30min);
    EXPECT_EQ(responses(), (Words {"waiting nobody", "user user", "waiting user"}));
}

TEST_F(ClockTest, SnoozingStopsItAndResolvingEndsIt)
{
    customerAsks();
    m_clock.advance(5min);
    const auto asleep = m_clock.now();
    snooze(2h);
    EXPECT_EQ(row().sla->reason, SlaPause::Snoozed);
    EXPECT_EQ(row().sla->pausedFrom, asleep);
    EXPECT_EQ(row().sla->pausedUntil, asleep + 2h);
    EXPECT_EQ(row().sla->due, asleep + 2h + 10min);
    m_clock.advance(1h);
    takeOver(m_world.agent);
    EXPECT_EQ(row().sla->due, m_clock.now() + 10min) << "taken over, it is awake";
    EXPECT_FALSE(row().sla->pausedFrom);
    resolves(m_world.agent);
    EXPECT_FALSE(row().sla);
    EXPECT_EQ(responses(), (Words {"waiting nobody", "settled user"}));
}

TEST_F(ClockTest, UndoingAResolveBringsBackWhoWaitedAndTheirClock)
{
    customerAsks();
    const auto asked = m_clock.now();
    m_clock.advance(5min);
    takeOver(m_world.agent);
    resolves(m_world.agent);
    m_clock.advance(2h);
    asPerson(m_world.agent, [&](OpContext &op) { return reopen(op, id(), usualLease); });
    EXPECT_EQ(row().waitingSince, asked);
    EXPECT_EQ(row().status, ConversationStatus::Active);
    ASSERT_TRUE(row().sla);
    EXPECT_EQ(row().sla->kind, SlaKind::FirstResponse);
    EXPECT_EQ(row().sla->due, m_clock.now() + 10min);
    answers(m_world.agent);
    m_clock.advance(1min);
    resolves(m_world.agent);
    m_clock.advance(1min);
    asPerson(m_world.agent, [&](OpContext &op) { return reopen(op, id(), usualLease); });
    EXPECT_FALSE(row().waitingSince) << "they had been answered";
    EXPECT_FALSE(row().sla);
}

TEST_F(ClockTest, TheAssistantsTurnIsOnNoClockUntilItHandsOver)
{
    asSomebody(ActorKind::User, [](ActContext &, ConversationEdit &edit) { edit.own({OwnerKind::Assistant, {}, {}}, "handed_back"); });
    customerAsks();
    EXPECT_FALSE(row().sla);
    m_clock.advance(3s);
    assistantAnswers(true);
    EXPECT_EQ(row().sla->kind, SlaKind::FirstResponse);
    EXPECT_EQ(row().sla->due, m_clock.now() + 15min);
    EXPECT_EQ(responses(), (Words {"waiting assistant", "assistant nobody", "waiting nobody"}));
}

TEST_F(ClockTest, ItPausesByTheHoursOfThePlace)
{
    m_clock.advance(std::chrono::milliseconds {(16h + 55min) - (9h + 22min)}); // Friday, 16:55
    customerAsks();
    EXPECT_EQ(row().sla->reason, SlaPause::Closed);
    EXPECT_EQ(row().sla->pausedUntil, *fromRfc3339("2026-11-23T14:00:00Z")) << "Monday at nine";
    EXPECT_EQ(toRfc3339(*row().sla->due).substr(0, 16), "2026-11-23T14:10");
    write(*m_store, [&](WriteTx &tx) {
        auto location = *LocationRepository::byId(tx, m_world.one.client, m_world.one.location);
        location.hours.zone = "Mars/Olympus";
        LocationRepository::update(tx, location);
    });
    customerAsks();
    EXPECT_FALSE(row().sla) << "hours that cannot be read give no clock, and the message stands";
}

TEST_F(ClockTest, ItRunsWhileAnyPlaceIsOpen)
{
    write(*m_store, [&](WriteTx &tx) {
        auto west = *LocationRepository::byId(tx, m_world.one.client, m_world.one.location);
        west.id = LocationId::make(m_clock.now());
        west.hours.zone = "America/Los_Angeles";
        LocationRepository::insert(tx, west);
    });
    m_clock.advance(std::chrono::milliseconds {(16h + 55min) - (9h + 22min)}); // Friday, 16:55; there 13:55
    customerAsks();
    EXPECT_EQ(row().sla->due, m_clock.now() + 15min);
    EXPECT_FALSE(row().sla->pausedFrom);
}

TEST_F(ClockTest, OfAConversationWithoutEndTheNewestIsLookedAt)
{
    asSomebody(ActorKind::User, [&](ActContext &act, ConversationEdit &edit) {
        for (int turn = 0; turn < 600; ++turn) {
            edit.transition(TransitionField::Response, "settled", "waiting", {}, "user");
            edit.transition(TransitionField::Response, "waiting", "user", {}, "user");
        }
        says(act, edit, MessageRole::Staff);
    });
    customerAsks();
    ASSERT_TRUE(row().sla);
    EXPECT_EQ(row().sla->kind, SlaKind::NextResponse);
    EXPECT_EQ(row().sla->due, m_clock.now() + 30min);
}

TEST_F(ClockTest, AnAnswerThatReachesNobodyStopsNothing)
{
    customerAsks();
    asSomebody(ActorKind::User, [&](ActContext &act, ConversationEdit &edit) {
        says(act, edit, MessageRole::Staff);
        edit.row().lastMessage.delivery = DeliveryState::Suppressed;
    });
    EXPECT_TRUE(row().sla);
    EXPECT_EQ(responses(), (Words {"waiting nobody"}));
}

// Must-show 4 of the desk: what the row says is what the transitions say, whatever people do.
TEST_F(ClockTest, TheRowIsWhatTheTransitionsSay)
{
    std::mt19937 random {20261129};
    const auto chance = [&](unsigned n) { return random() % n; };
    int running = 0, paused = 0;
    for (int act = 0; act < 1500; ++act) {
        if (act % 250 == 0)
            setTargets({static_cast<std::int64_t>(chance(3)) * 15, 30, static_cast<std::int64_t>(chance(2)) * 480, chance(2) == 0});
        const auto before = row();
        const auto &who = chance(2) == 0 ? m_world.agent : m_world.colleague;
        const bool over = before.status == ConversationStatus::Ended;
        switch (chance(9)) {
        case 0: case 1: case 2:
            customerAsks();
            break;
        case 3:
            if (!over && before.owner.kind == OwnerKind::Assistant)
                assistantAnswers(chance(2) == 0);
            break;
        case 4:
            if (!over)
                takeOver(who);
            break;
        case 5:
            if (before.claim.user == m_world.agent && !over)
                answers(m_world.agent);
            break;
        case 6:
            if (!over && before.status != ConversationStatus::Snoozed)
                snooze(std::chrono::minutes {1 + chance(3000)});
            break;
        case 7:
            if (!over && before.owner.kind != OwnerKind::Assistant)
                asPerson(before.claim.user.empty() ? who : before.claim.user, [&](OpContext &op) { return m_claims.release(op, id(), chance(2) == 0 ? OwnerKind::Assistant : OwnerKind::Nobody, 0); });
            break;
        case 8:
            if (!over && chance(3) == 0)
                resolves(who);
            else if (over)
                asPerson(who, [&](OpContext &op) { return reopen(op, id(), usualLease); });
            break;
        }
        const auto after = row();
        if (after.version != before.version) {
            ASSERT_EQ(after.sla, recomputed(m_clock.now())) << "after act " << act;
            running += after.sla.has_value();
            paused += after.sla && after.sla->pausedFrom;
        }
        m_clock.advance(std::chrono::milliseconds {1000 * (1 + chance(chance(4) == 0 ? 20'000 : 600))});
    }
    EXPECT_GT(running, 200);
    EXPECT_GT(paused, 50);
}
