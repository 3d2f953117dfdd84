#include "models/domain/mention.h"
#include "models/domain/participant.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

const std::vector<Mention> people {{UserId {"ana"}, "Ana"}, {UserId {"lopez"}, "Ana López"}, {UserId {"bo"}, "Bo O'Neill"}};

std::string whoIn(const std::string &text)
{
    std::string who;
    for (const auto &spot : mentionSpots(text, people)) {
        EXPECT_EQ(text.substr(spot.from, spot.size), "@" + people[spot.mention].name);
        who += (who.empty() ? "" : " ") + people[spot.mention].user.value;
    }
    return who;
}

} // namespace

TEST(Mentions, AreWholeNamesBehindASignThatBeginsAWord)
{
    EXPECT_EQ(whoIn("@Ana please call"), "ana");
    EXPECT_EQ(whoIn("for @Ana López, not for (@Ana)"), "lopez ana") << "the longest name that stands there";
    EXPECT_EQ(whoIn("@Ana's shift, and @Bo O'Neill"), "ana bo");
    EXPECT_EQ(whoIn("@Anabel, @Ana_, bob@Ana and Ana"), "") << "another name, an address, and no sign";
    EXPECT_EQ(whoIn("@ana"), "") << "as it was chosen";
    EXPECT_EQ(whoIn("@Ana… “@Ana” — @Ana—"), "ana ana ana");
    EXPECT_EQ(whoIn("@Anaé é@Ana"), "");
    EXPECT_EQ(whoIn("@"), "");
    EXPECT_TRUE(mentionSpots("@Ana", {{UserId {"nobody"}, ""}}).empty());
}

TEST(Mentions, OfTwoWithOneNameTheFirstStandsFirst)
{
    const std::vector<Mention> both {{UserId {"one"}, "Ana"}, {UserId {"two"}, "Ana"}};
    EXPECT_EQ(mentionSpots("@Ana and @Ana", both), (std::vector<MentionSpot> {{0, 4, 0}, {9, 4, 1}}));
    EXPECT_EQ(mentionsIn("@Ana", both), (std::vector<Mention> {both[0]})) << "the other one was taken out";
}

TEST(Mentions, ThatAreNotInTheTextAnyMoreAreNone)
{
    EXPECT_EQ(mentionsIn("@Bo O'Neill and @Ana López", people), (std::vector<Mention> {people[1], people[2]}));
    EXPECT_TRUE(mentionsIn("Bo O'Neill", people).empty());
    EXPECT_EQ(mentionsIn("@Ana, @Ana", {people[0], people[0]}).size(), 1u);
}

TEST(Mentions, AreKeptInLinesOfTwoTextsAsInThoseOfOne)
{
    const auto first = mentionLines({people[0], people[1]});
    const auto second = mentionLines({people[2]});
    EXPECT_EQ(mentionsOfLines(first + "\n" + second), people);
    EXPECT_TRUE(mentionLines({}).empty());
    EXPECT_TRUE(mentionsOfLines("\nana\n \n Ana\nana ").empty()) << "what is no line of it";
}

TEST(Participants, ComeInOnceAndTheNewestMentionCounts)
{
    std::vector<Participant> list;
    takePart(list, UserId {"a"}, "Ana");
    takePart(list, UserId {"b"}, "Bo", 7);
    takePart(list, UserId {}, "nobody");
    takePart(list, UserId {"b"}, "Bo O'Neill", 3);
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[1], (Participant {UserId {"b"}, "Bo O'Neill", 7}));
    EXPECT_EQ(mentionOf(list, UserId {"b"}), 7);
    EXPECT_EQ(mentionOf(list, UserId {"a"}), 0);
    EXPECT_EQ(mentionOf(list, UserId {}), 0);
    EXPECT_TRUE(leave(list, UserId {"b"}));
    EXPECT_FALSE(leave(list, UserId {"b"}));
    EXPECT_EQ(participantOf(list, UserId {"b"}), nullptr);
}

TEST(Participants, TooManyMakeRoomFromTheFirst)
{
    std::vector<Participant> list;
    for (std::size_t i = 0; i <= mostParticipants; ++i)
        takePart(list, UserId {std::to_string(i)}, "x");
    EXPECT_EQ(list.size(), mostParticipants);
    EXPECT_EQ(list.front().user.value, "1");
}
