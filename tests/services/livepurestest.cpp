#include "server/services/live/eventframe.h"
#include "server/services/live/followedstream.h"
#include "server/services/live/liveconsoles.h"
#include "server/services/live/livesession.h"
#include "server/services/live/presenceboard.h"
#include "server/services/sync/snapshotcursor.h"
#include "server/services/sync/digest.h"
#include "server/services/sync/visible.h"

#include "net/codec/frames.h"
#include "tests/services/manualclock.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

TEST(FollowedStream, TakesCommittedEventsOnlyWhenNothingIsMissingBeforeThem)
{
    FollowedStream s {10};
    EXPECT_FALSE(s.takes(11)) << "it is still behind";
    s.readUpTo(12, 14);
    EXPECT_EQ(s.mode(), FollowedStream::Mode::CatchingUp) << "two more were committed meanwhile";
    s.readUpTo(14, 14);
    EXPECT_EQ(s.mode(), FollowedStream::Mode::Live);
    EXPECT_FALSE(s.takes(14)) << "was read from the log already";
    EXPECT_TRUE(s.takes(15));
    s.passed(15, false);
    EXPECT_TRUE(s.takes(16));
    s.passed(16, true);
    EXPECT_EQ(s.last(), 16);
    EXPECT_FALSE(s.takes(18)) << "a hole is read from the log";
    EXPECT_EQ(s.mode(), FollowedStream::Mode::CatchingUp);
}

TEST(FollowedStream, AHiddenEventLeavesNoGapInPrev)
{
    FollowedStream s {3};
    s.readUpTo(3, 3);
    ASSERT_TRUE(s.takes(4));
    s.passed(4, false);
    EXPECT_EQ(s.last(), 3);
    EXPECT_EQ(s.through(), 4);
}

TEST(FollowedStream, ARestartMakesOlderReadingsUnknown)
{
    FollowedStream s {3};
    const auto generation = s.generation();
    s.restart(1);
    EXPECT_NE(s.generation(), generation);
    EXPECT_EQ(s.last(), 1);
    s.stop();
    EXPECT_FALSE(s.takes(2));
    s.readUpTo(9, 9);
    EXPECT_EQ(s.mode(), FollowedStream::Mode::Stopped);
}

TEST(EventFrame, OnlyPrevDiffers)
{
    Event event;
    event.stream = "client:a";
    event.seq = 7;
    event.prev = 99;
    event.kind = "message.created";
    event.data = "{\"text\":\"\\\"prev\\\":5,\"}";
    EventFrame frame {event};
    const auto first = frame.withPrev(6);
    EXPECT_EQ(frame.withPrev(6), first) << "shared";
    auto expected = event;
    expected.prev = 6;
    EXPECT_EQ(*first, encodeFrame(expected));
    expected.prev = 0;
    EXPECT_EQ(*frame.withPrev(0), encodeFrame(expected));
}

TEST(PresenceBoard, TellsWhatIsNewAndWhoIsGone)
{
    PresenceBoard board;
    const auto at = [](const char *user, const char *conversation, const char *state) {
        return PresenceFrame {UserId {user}, user, ClientId {"a"}, ConversationId {conversation}, state};
    };
    EXPECT_TRUE(board.put(1, at("u", "c", "viewing")));
    EXPECT_FALSE(board.put(1, at("u", "c", "viewing"))) << "nothing new";
    EXPECT_TRUE(board.put(1, at("u", "c", "typing")));
    EXPECT_TRUE(board.put(1, at("u", "c", "typing"))) << "typing is repeated so that it may fade";
    EXPECT_TRUE(board.put(2, at("u", "c", "viewing")));
    EXPECT_TRUE(board.put(2, at("u", "", "online")));
    EXPECT_TRUE(board.remove(1).empty()) << "still there on another device";
    const auto gone = board.remove(2);
    ASSERT_EQ(gone.size(), 2u);
    EXPECT_EQ(gone[0].state, "gone");
    EXPECT_FALSE(board.put(3, at("u", "c", "gone")));
    EXPECT_TRUE(board.all().empty());
    EXPECT_FALSE(PresenceBoard::known(at("u", "c", "dancing")));
    EXPECT_FALSE(PresenceBoard::known(at("u", std::string(65, 'x').c_str(), "viewing")));
    for (int i = 0; i < 64; ++i)
        EXPECT_TRUE(board.put(4, at("v", std::to_string(i).c_str(), "viewing")));
    EXPECT_FALSE(board.put(4, at("v", "one more", "viewing"))) << "bounded";
}

TEST(PresenceBoard, TellsWhoIsThereForWork)
{
    PresenceBoard board;
    const auto at = [](const char *user, const char *conversation) { return PresenceFrame {UserId {user}, user, ClientId {"a"}, ConversationId {conversation}, "viewing"}; };
    board.put(1, at("u", "c"));
    board.put(1, at("u", "d"));
    board.put(2, at("v", "c"));
    EXPECT_TRUE(board.setState(UserId {"u"}, true, false).empty()) << "as it was";
    const auto changed = board.setState(UserId {"u"}, true, true);
    ASSERT_EQ(changed.size(), 2u);
    EXPECT_TRUE(changed[0].doNotDisturb);
    EXPECT_TRUE(board.setState(UserId {"u"}, true, true).empty()) << "told once";
    const auto all = board.all();
    EXPECT_TRUE(std::none_of(all.begin(), all.end(), [](const PresenceFrame &f) { return f.user == UserId {"v"} && f.doNotDisturb; }));
}

TEST(LiveConsoles, CountSocketsAndForgiveAShortAbsence)
{
    test::ManualClock clock;
    LiveConsoles consoles {clock, 60s};
    const UserId user {"u"};
    const auto begun = clock.now();
    EXPECT_FALSE(consoles.seen(user).has);
    EXPECT_EQ(consoles.knownFrom(), begun + 60s);
    consoles.opened(user);
    consoles.opened(user);
    consoles.closed(user);
    clock.advance(1h);
    EXPECT_TRUE(consoles.seen(user).has) << "one of two";
    consoles.closed(user);
    clock.advance(59s);
    EXPECT_TRUE(consoles.seen(user).has);
    clock.advance(1s);
    EXPECT_FALSE(consoles.seen(user).has);
    consoles.closed(user); // more often than opened
    consoles.opened(user);
    EXPECT_TRUE(consoles.seen(user).has);
    consoles.closed(user);
    clock.advance(-24h);
    EXPECT_FALSE(consoles.seen(user).has) << "it went in a future that is none any more";
    const auto known = consoles.knownFrom();
    EXPECT_EQ(known, clock.now() + 60s);
    clock.advance(30s);
    EXPECT_EQ(consoles.knownFrom(), known) << "one grace, not a day";
}

TEST(Versions, AreComparedByNumbers)
{
    EXPECT_TRUE(olderVersion("0.9.9", "0.10.0"));
    EXPECT_FALSE(olderVersion("0.10.0", "0.9.9"));
    EXPECT_FALSE(olderVersion("1.2", "1.2.0"));
    EXPECT_TRUE(olderVersion("1", "1.0.1"));
    EXPECT_FALSE(olderVersion("", "1.0"));
    EXPECT_FALSE(olderVersion("web", "1.0"));
}

TEST(ResetReason, TellsEpochFromRetention)
{
    const StreamMark mark {100, 40};
    EXPECT_EQ(resetReason(mark, "e", "e", 100), "");
    EXPECT_EQ(resetReason(mark, "e", "e", 39), "");
    EXPECT_EQ(resetReason(mark, "e", "e", 38), "retention");
    EXPECT_EQ(resetReason(mark, "e", "old", 50), "epoch");
    EXPECT_EQ(resetReason(mark, "e", "e", 101), "epoch") << "a reader that is ahead has seen another log";
    EXPECT_EQ(resetReason(mark, "e", "e", -1), "epoch");
    EXPECT_EQ(resetReason({0, 1}, "e", "", 0), "");
}

TEST(SnapshotCursor, GoesThereAndBack)
{
    const SnapshotCursor cursor {SnapshotCursor::Part::Conversations, 12, 34, 56, "1763647331042.abc"};
    const auto again = SnapshotCursor::fromText(cursor.text()).value();
    EXPECT_EQ(again.part, cursor.part);
    EXPECT_EQ(again.startSeq, 12);
    EXPECT_EQ(again.from, 34);
    EXPECT_EQ(again.until, 56);
    EXPECT_EQ(again.inner, cursor.inner);
    EXPECT_EQ(SnapshotCursor::fromText("").value().part, SnapshotCursor::Part::First);
    for (const char *text : {"x", "c~1~2", "q~1~2~3~", "c~-1~2~3~", "c~a~2~3~"})
        EXPECT_TRUE(SnapshotCursor::fromText(text).hasError()) << text;
}

TEST(Digest, HashesIdsAndVersions)
{
    EXPECT_EQ(digestHash({{"a", 1, 1}, {"b", 3, 2}}), "dc5cf4701677f555ad320e4470ac75a2c0990b983ab9a129d869c9a2977f295c");
    const auto requests = digestRequests("a@5,b").value();
    ASSERT_EQ(requests.size(), 2u);
    EXPECT_EQ(requests[0].from, 5);
    EXPECT_EQ(requests[1].conversation.value, "b");
    for (const char *text : {"@5", "a@", "a@x", "a@5,,b"})
        EXPECT_TRUE(digestRequests(text).hasError()) << text;
    std::string many;
    for (int i = 0; i < 201; ++i)
        many += (i ? ",c" : "c") + std::to_string(i);
    EXPECT_TRUE(digestRequests(many).hasError());
}
