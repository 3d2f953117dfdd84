#include "server/services/language/pattern.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

bool matches(const char *pattern, const char *text)
{
    const auto parsed = Pattern::parse(pattern);
    EXPECT_TRUE(parsed.hasValue()) << pattern;
    const auto words = wordsOf(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (parsed.value().matchAt(words, i))
            return true;
    }
    return false;
}

} // namespace

TEST(Pattern, MatchesWordsAlternativesAndOptionalParts)
{
    EXPECT_TRUE(matches("stop (texting|sending me)", "Stop sending me that"));
    EXPECT_TRUE(matches("stop (texting|sending me) ?please now", "stop texting please now"));
    EXPECT_TRUE(matches("stop (texting|sending me) ?please now", "stop texting now"));
    EXPECT_FALSE(matches("stop (texting|sending me) now", "stop sending now"));
    EXPECT_TRUE(matches("a ?(b c) d", "a d"));
    EXPECT_TRUE(matches("a ?(b c) d", "a b c d"));
    EXPECT_FALSE(matches("a ?(b c) d", "a b d"));
}

TEST(Pattern, GapStaysInsideAClause)
{
    EXPECT_TRUE(matches("fire ~3 kitchen", "fire in the kitchen"));
    EXPECT_FALSE(matches("fire ~1 kitchen", "fire in the kitchen"));
    EXPECT_FALSE(matches("fire ~3 kitchen", "We were by the fire. Then the kitchen"));
}

TEST(Pattern, AWideGapCrossesClauses)
{
    EXPECT_TRUE(matches("heating ~~8 baby", "The heating is out, it is cold. We have a baby"));
    EXPECT_TRUE(matches("heating ~~2 baby", "heating, baby"));
    EXPECT_FALSE(matches("heating ~~2 baby", "the heating is out for the baby"));
    EXPECT_FALSE(matches("heating ~~7 baby", "heating"));
    EXPECT_TRUE(matches("heating ~~7 (cold|minus|ice) ~~7 (baby|child|grandma)", "heating a b c d e f g ice a b c d e f g grandma")); // the steps suffice
}

TEST(Pattern, AnchorsAndPrefixes)
{
    EXPECT_TRUE(matches("^stop$", "STOP!!!"));
    EXPECT_FALSE(matches("^stop$", "stop by"));
    EXPECT_TRUE(matches("^(a|b c)$", "b c"));
    EXPECT_TRUE(matches("burst* pipe", "bursting pipe"));
    EXPECT_TRUE(matches("_ pipe", "any pipe"));
    EXPECT_FALSE(matches("_ pipe", "pipe"));
}

TEST(Pattern, ComparesPlainForms)
{
    EXPECT_TRUE(matches("arrêt", "ARRÊT"));
    EXPECT_TRUE(matches("arret", "arrêt"));
    EXPECT_TRUE(matches("don't", "don’t"));
    EXPECT_TRUE(matches("إلغاء", "الغاء"));
    EXPECT_TRUE(matches("^停止$", "停止。"));
}

// A rule's line is never long; what cannot be numbered is refused, not cut.
TEST(Pattern, RefusesWhatIsTooLong)
{
    std::string line = "word";
    for (int i = 0; i < 20'000; ++i)
        line += " word";
    EXPECT_TRUE(Pattern::parse(line).hasError());
    EXPECT_FALSE(Pattern::parse(line.substr(0, 5'000 * 5 - 1)).hasError());
}

TEST(Pattern, RefusesWhatItCannotRead)
{
    for (const auto *bad : {"", "(a|b", "a)", "(|b)", "a ~x", "a ~0", "a ~~", "a ~~3", "a ?", "a ?b", "a ~2", "(a)?", "b(a)?c", "((((((((((a))))))))))", "…"})
        EXPECT_TRUE(Pattern::parse(bad).hasError()) << bad;
}

TEST(Pattern, ManyOptionalPartsDoNotExplode)
{
    std::string pattern = "a";
    std::string text = "a";
    for (int i = 0; i < 30; ++i)
        pattern += " ?x ~3";
    for (int i = 0; i < 200; ++i)
        text += " x";
    EXPECT_FALSE(matches((pattern + " z").c_str(), text.c_str())); // the step budget ends it
}
