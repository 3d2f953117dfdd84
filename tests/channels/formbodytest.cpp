#include "server/channels/formbody.h"

#include <gtest/gtest.h>

using namespace foredeck;

TEST(FormBody, ReadsAndWrites)
{
    const auto fields = parseForm("a=1&b=x+y%26z&a=2&empty=&flag&%C3%BC=%F0%9F%91%8D");
    ASSERT_TRUE(fields.hasValue());
    const FormFields expected {{"a", "1"}, {"b", "x y&z"}, {"a", "2"}, {"empty", ""}, {"flag", ""}, {"ü", "👍"}};
    EXPECT_EQ(fields.value(), expected);
    EXPECT_EQ(formValue(fields.value(), "a"), "1");
    EXPECT_EQ(formValue(fields.value(), "none"), "");
    EXPECT_EQ(parseForm(formBody(expected)).value(), expected);
    EXPECT_TRUE(parseForm("").value().empty());
}

TEST(FormBody, RefusesMalformedInputAndNamesIt)
{
    EXPECT_EQ(parseForm("Body=%4").error().fields.at(0).field, "Body");
    EXPECT_TRUE(parseForm("Body=%zz").hasError());
    std::string many;
    for (int i = 0; i < 300; ++i)
        many += "a=1&";
    EXPECT_TRUE(parseForm(many).hasError());
}
