#include "server/services/client/clientacts.h"
#include "server/services/conversation/claimrules.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/conversation/snoozeacts.h"
#include "server/storage/clientrepository.h"
#include "tests/jobs/rig.h"

#include <algorithm>

using namespace foredeck;
using namespace std::chrono_literals;

namespace foredeck::tests {

/// What the desk says for now is over when its time is.
class NoticeInTime : public Rig {
protected:
    Client stored()
    {
        Client row;
        (void)store->read([&](Tx &tx) { row = ClientRepository::byId(tx, client.id).value(); });
        return row;
    }
    void pause(std::optional<std::chrono::milliseconds> ahead)
    {
        by(rosa, [&](OpContext &op) {
            const auto until = ahead ? std::optional {op.now + *ahead} : std::nullopt;
            EXPECT_TRUE(foredeck::setAssistant(op, !until, until).hasValue());
        });
    }

    const Actor rosa {ActorKind::User, UserId {"u1"}, "Rosa"};
};

TEST_F(NoticeInTime, APausedAssistantGoesOnByItself)
{
    pause(1h);
    EXPECT_FALSE(stored().assistantOn);
    sms("Do you have parking?", "SM1");
    settle();
    EXPECT_TRUE(provider.handed().empty()) << "a person is waited for";
    clock.advance(59min);
    drain();
    EXPECT_FALSE(stored().assistantOn);
    clock.advance(2min);
    drain();
    EXPECT_TRUE(stored().assistantOn);
    EXPECT_FALSE(stored().assistantOffUntil);
    const auto list = events();
    EXPECT_TRUE(std::any_of(list.begin(), list.end(), [](const Event &e) { return e.kind == "client.updated" && e.actor.kind == ActorKind::System; }));
    EXPECT_EQ(provider.handed().size(), 1u) << "who wrote in the pause is answered";
    sms("Do you have parking?", "SM2", "+13055550199");
    settle();
    EXPECT_EQ(provider.handed().size(), 2u);
}

TEST_F(NoticeInTime, ALongerPauseCountsAndOneThatWasEndedIsOver)
{
    pause(1h);
    pause(3h);
    clock.advance(2h);
    drain();
    EXPECT_FALSE(stored().assistantOn);
    pause({}); // on again
    EXPECT_TRUE(stored().assistantOn);
    pause(4h);
    clock.advance(2h);
    drain();
    EXPECT_FALSE(stored().assistantOn) << "the moment of the pause before it does not count";
    clock.advance(2h);
    drain();
    EXPECT_TRUE(stored().assistantOn);
}

TEST_F(NoticeInTime, WhatSomebodyLookedAtInAPauseStaysWithPeople)
{
    const auto arrived = [&](const std::string &id, const std::string &from) {
        std::vector<ConversationId> before;
        for (const auto &row : conversations())
            before.push_back(row.id);
        sms("Do you have parking?", id, from);
        settle();
        for (const auto &row : conversations()) {
            if (std::find(before.begin(), before.end(), row.id) == before.end())
                return row;
        }
        return Conversation {};
    };
    pause(3h);
    const auto putOff = arrived("SM1", "+13055550191");
    const auto noted = arrived("SM2", "+13055550192");
    const auto answered = arrived("SM3", "+13055550193");
    const auto unseen = arrived("SM4", "+13055550194");
    clock.advance(1min);
    by(rosa, [&](OpContext &op) { EXPECT_TRUE(snooze(op, putOff.id, {op.now + 1h, {}, {}}).hasValue()); });
    by(rosa, [&](OpContext &op) { EXPECT_TRUE(addNote(op, noted.id, {NoteId {op.op.value}, "I call her at five"}).hasValue()); });
    by(rosa, [&](OpContext &op) { EXPECT_TRUE(reply(op, answered.id, {MessageId {op.op.value}, "One moment please", answered.lastPublicPosition, 0, false}, usualLease).hasValue()); });
    drain();
    sms("Thank you. Do you have parking?", "SM5", "+13055550193");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u) << "what Rosa wrote";
    clock.advance(1h);
    drain();
    for (const auto &row : conversations())
        ASSERT_EQ(row.status, ConversationStatus::WaitingHuman) << "put off for an hour, too";
    clock.advance(2h);
    settle();
    ASSERT_TRUE(stored().assistantOn);
    for (const auto &row : conversations())
        EXPECT_EQ(row.owner.kind, row.id == unseen.id ? OwnerKind::Assistant : OwnerKind::Nobody);
    ASSERT_EQ(provider.handed().size(), 2u);
    EXPECT_EQ(provider.handed().back().to, "+13055550194");
}

TEST_F(NoticeInTime, TheAssistantMentionsWhatHoldsAndNothingThatIsOver)
{
    by(rosa, [&](OpContext &op) { EXPECT_TRUE(addNotice(op, {"The parking is closed until Sunday", {}, op.now + 2h}).hasValue()); });
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed().back().text.find("The parking is closed until Sunday"), std::string::npos) << provider.handed().back().text;
    clock.advance(3h);
    sms("Do you have parking?", "SM2", "+13055550199");
    settle();
    ASSERT_EQ(provider.handed().size(), 2u);
    EXPECT_EQ(provider.handed().back().text.find("closed until Sunday"), std::string::npos) << provider.handed().back().text;
}

} // namespace foredeck::tests
