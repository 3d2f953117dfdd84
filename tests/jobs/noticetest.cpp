#include "server/services/client/clientacts.h"
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
