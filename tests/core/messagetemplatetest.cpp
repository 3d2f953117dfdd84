#include "models/domain/messagetemplate.h"

#include <gtest/gtest.h>

using namespace foredeck;

TEST(MessageTemplate, GapsAreCountedWhereNoneIsLeftOut)
{
    EXPECT_EQ(templateGaps("Hello."), 0);
    EXPECT_EQ(templateGaps("Hello {{1}}, your {{2}} of {{1}}"), 2);
    EXPECT_EQ(templateGaps("{{2}} {{1}}"), 2);
    for (const char *wrong : {"{{2}}", "{{1}} {{3}}", "{{0}}", "{{10}}", "{{name}}", "{{1", "{{ 1 }}"})
        EXPECT_EQ(templateGaps(wrong), -1) << wrong;
    EXPECT_EQ(templateGaps("{1} }}"), 0) << "no gap at all";
}

TEST(MessageTemplate, ValuesStandInTheirGapsAndAreNotRead)
{
    EXPECT_EQ(filledTemplate("Hello {{1}}, {{2}} at {{1}}.", {"Ines", "see you"}), "Hello Ines, see you at Ines.");
    EXPECT_EQ(filledTemplate("{{1}}", {"{{2}}"}), "{{2}}");
    EXPECT_EQ(filledTemplate("a {{1}} b", {}), "a  b");
    EXPECT_EQ(filledTemplate("a { b", {"x"}), "a { b");
}

TEST(MessageTemplate, NamesAreTheVendors)
{
    EXPECT_TRUE(isTemplateName("hello_again_2"));
    for (const std::string &wrong : {std::string {}, std::string {"Hello"}, std::string {"a b"}, std::string {"\xc3\xa9"}, std::string(513, 'a')})
        EXPECT_FALSE(isTemplateName(wrong)) << wrong;
}
