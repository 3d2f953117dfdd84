#include "tests/jobs/rig.h"

using namespace foredeck;

namespace foredeck::tests {

/// Who writes: what a vendor says of them is one person each time, whether or not it is a number that we know.
class Address : public Rig { };

// +1 235 is no area code of the library's tables; they are always older than the world.
TEST_F(Address, ANumberOfNewAreaCodeIsOnePersonAndIsAnswered)
{
    for (const auto *id : {"SM1", "SM2", "SM3"}) {
        sms("Do you have parking?", id, "+12355550142");
        settle();
    }
    ASSERT_EQ(leads().size(), 1u);
    EXPECT_EQ(leads()[0].phones.at(0).e164, "+12355550142");
    EXPECT_EQ(conversations().size(), 1u);
    ASSERT_FALSE(provider.handed().empty());
    EXPECT_EQ(provider.handed()[0].to, "+12355550142");
    EXPECT_EQ(messages()[1].delivery.state, DeliveryState::Sent);
    whatsApp("Hello", "wamid.1", "12355550142");
    missedCall("CA1", "+1 235 555 0142");
    settle();
    EXPECT_EQ(leads().size(), 1u);
    EXPECT_EQ(leads()[0].phones.size(), 1u);
}

TEST_F(Address, AStopOfANewAreaCodeIsConfirmedAndKept)
{
    sms("STOP", "SM1", "+12355550142");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    missedCall("CA1", "+12355550142");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(Address, AShortCodeIsOneSenderAndSaysWhyItIsNotAnswered)
{
    sms("Do you have parking?", "SM1", "72345");
    settle();
    sms("Are dogs allowed?", "SM2", "72345");
    settle();
    sms("Hi", "SM3", "PARKAPP");
    settle();
    EXPECT_EQ(leads().size(), 2u);
    EXPECT_EQ(conversations().size(), 2u);
    EXPECT_TRUE(provider.handed().empty());
    const auto answer = messages().at(1);
    EXPECT_EQ(answer.delivery.state, DeliveryState::Failed);
    EXPECT_EQ(answer.delivery.reason, "There is no telephone number to answer to");
}

// The number that stands in their text is anybody's: it is neither written to nor taken for theirs.
TEST_F(Address, AShortCodeIsNotAnsweredAtANumberInItsText)
{
    sms("Do you have parking? You can also call me at +1 305 555 0142", "SM1", "72345");
    settle();
    EXPECT_TRUE(provider.handed().empty());
    EXPECT_EQ(messages().at(1).delivery.code, "no_number");
    sms("Do you have parking?", "SM2", "+13055550142");
    settle();
    EXPECT_EQ(leads().size(), 2u);
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_EQ(provider.handed()[0].to, "+13055550142");
}

// A caller who withholds the number is anybody.
TEST_F(Address, WithheldCallersAreNotOnePerson)
{
    missedCall("CA1", "anonymous");
    missedCall("CA2", "anonymous");
    drain();
    EXPECT_EQ(leads().size(), 2u);
}

// Typed, the same digits are a guess.
TEST_F(Address, ATypedNumberMustBeAKnownOne)
{
    form("Hi", "f1", "", "+1 235 555 0142");
    drain();
    ASSERT_EQ(leads().size(), 1u);
    EXPECT_EQ(leads()[0].phones.at(0).e164, "");
}

} // namespace foredeck::tests
