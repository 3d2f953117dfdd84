#include "models/core/text.h"

#include <gtest/gtest.h>

using namespace foredeck;

TEST(Text, ClipsBetweenCodePoints)
{
    EXPECT_EQ(clipUtf8("añb", 2), "a");
    EXPECT_EQ(clipUtf8("añb", 3), "añ");
    EXPECT_EQ(clipUtf8("🙏", 3), "");
    EXPECT_EQ(clipUtf8("abc", 9), "abc");
}

TEST(Text, KnowsWellFormedUtf8)
{
    EXPECT_TRUE(isUtf8("Grüße, عمر 🙏"));
    EXPECT_FALSE(isUtf8("\xed\xa0\x80")); // a surrogate
    EXPECT_FALSE(isUtf8("\xc0\xaf")); // overlong
    EXPECT_FALSE(isUtf8("\xf4\x90\x80\x80")); // above U+10FFFF
    EXPECT_FALSE(isUtf8("abc\xe2\x82"));
}

TEST(Text, MakesOneHarmlessLine)
{
    EXPECT_EQ(singleLine("  a\n\tb  ", 10), "a b");
    EXPECT_EQ(singleLine("abcdef", 3), "abc…");
    EXPECT_EQ(singleLine("a\xe2\x80\xae" "b", 10), "ab"); // U+202E right-to-left override
    EXPECT_EQ(singleLine(std::string_view {"a\0b", 3}, 10), "a b");
    EXPECT_EQ(singleLine("a\xff" "b", 10), "a b");
    EXPECT_EQ(singleLine("\xe2\x80\x8b\xe2\x80\x8d\xef\xbb\xbf", 10), ""); // U+200B, U+200D, U+FEFF
    EXPECT_EQ(singleLine("\xe3\x85\xa4 \xe2\xa0\x80", 1), ""); // U+3164 Hangul filler, U+2800 blank Braille pattern
    EXPECT_EQ(singleLine("\xe2\x80\x8b" "a", 10), "\xe2\x80\x8b" "a");
}

TEST(Text, MasksPersonalData)
{
    EXPECT_EQ(maskedPhone("+13055550142"), "+13•••42");
    EXPECT_EQ(maskedPhone("123"), "•••");
    EXPECT_EQ(maskedEmail("nadia@example.com"), "n•••@example.com");
}

TEST(Text, AFieldConsistsOfAddressesOrHoldsNone)
{
    using Addresses = std::vector<std::string>;
    EXPECT_EQ(addressesOf("Bea <Bea@example.com>, eva@example.com."), (Addresses {"bea@example.com", "eva@example.com"}));
    EXPECT_EQ(addressesOf("sean.o’brien@example.com"), Addresses {"sean.o'brien@example.com"});
    EXPECT_TRUE(addressesOf("ana,lopez@example.com").empty());
    EXPECT_TRUE(addressesOf("").empty());
}
