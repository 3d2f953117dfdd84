#include "server/services/evaluate/classtable.h"

#include <gtest/gtest.h>

using namespace foredeck;

// The values of the worked examples in R. G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I.
TEST(Wilson, IsTheIntervalOfTheBooks)
{
    EXPECT_NEAR(wilson(81, 263).low, 0.2553, 0.0001);
    EXPECT_NEAR(wilson(81, 263).high, 0.3662, 0.0001);
    EXPECT_NEAR(wilson(15, 148).low, 0.0624, 0.0001);
    EXPECT_NEAR(wilson(15, 148).high, 0.1605, 0.0001);
    EXPECT_NEAR(wilson(0, 20).high, 0.1611, 0.0001);
    EXPECT_NEAR(wilson(1, 29).low, 0.0061, 0.0001);
}

TEST(Wilson, OfNothingIsAnything)
{
    EXPECT_DOUBLE_EQ(wilson(0, 0).low, 0);
    EXPECT_DOUBLE_EQ(wilson(0, 0).high, 1);
}

TEST(ClassTable, CountsWhatWasFoundMissedAndInvented)
{
    ClassTable table;
    for (int i = 0; i < 8; ++i)
        table.add("yes", "yes");
    table.add("yes", "no");
    table.add("no", "yes");
    table.add("no", "yes");
    table.add("no", "no");
    EXPECT_EQ(table.rows(), 12u);
    EXPECT_EQ(table.right(), 9u);
    const auto yes = table.of("yes");
    EXPECT_DOUBLE_EQ(yes.precision(), 0.8);
    EXPECT_DOUBLE_EQ(yes.recall(), 8.0 / 9.0);
    EXPECT_DOUBLE_EQ(yes.f1(), 16.0 / 19.0);
    EXPECT_EQ(table.of("never").labelled, 0u);
}

TEST(ClassTable, NamesWhatIsTakenForWhatCommonestFirst)
{
    ClassTable table;
    table.add("legal", "complaint");
    table.add("none", "legal");
    table.add("none", "legal");
    const auto text = table.text("escalate_reason");
    const auto first = text.find("2 x none taken for legal");
    const auto second = text.find("1 x legal taken for complaint");
    ASSERT_NE(first, std::string::npos) << text;
    ASSERT_NE(second, std::string::npos) << text;
    EXPECT_LT(first, second);
}

TEST(ClassTable, SaysNothingOfNothing) { EXPECT_EQ(ClassTable {}.text("language"), ""); }
