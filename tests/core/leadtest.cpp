#include "models/domain/lead.h"

#include <gtest/gtest.h>

using namespace foredeck;

TEST(PhoneShown, AsItWasWrittenWhenThatIsTheWholeNumber)
{
    EXPECT_EQ(shown({"+13055550123", "+1 305-555-0123"}), "+1 305-555-0123");
}

TEST(PhoneShown, WithItsCountryWhenItWasWrittenWithout)
{
    EXPECT_EQ(shown({"+13055550123", "(305) 555-0123"}), "+13055550123");
    EXPECT_EQ(shown({"+13055550123", "+1 305"}), "+13055550123");
}

TEST(PhoneShown, AsItWasWrittenWhenItIsNoNumber)
{
    EXPECT_EQ(shown({"", "call me at the office"}), "call me at the office");
}
