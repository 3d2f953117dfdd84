#include "server/services/language/rulebook.h"

#include "rules.h"

#include <gtest/gtest.h>

using namespace foredeck;

TEST(RuleBook, TheBuiltInTablesCanBeRead)
{
    std::vector<RuleBook::File> files;
    for (const auto &[name, text] : rules::all())
        files.push_back({name, text});
    const auto book = RuleBook::parse(files);
    ASSERT_TRUE(book.hasValue()) << book.error().detail;
    EXPECT_GT(book.value().patternCount(), 900u);
}

TEST(RuleBook, GuardsAndNegationsUndo)
{
    const auto book = RuleBook::parse({{"en", "[negation]\nno\nnot an\n[fire]\n(fire|flames)\n! fire pit\n[say raw]\nfire\n"}}).value();
    const auto fires = [&](const char *text) { return anyHit(book.hits(wordsOf(text)), "fire"); };
    EXPECT_TRUE(fires("there is fire here"));
    EXPECT_FALSE(fires("the fire pit"));
    EXPECT_TRUE(fires("flames in the fire pit")); // the guard covers its own words only
    EXPECT_FALSE(fires("no fire here"));
    EXPECT_TRUE(fires("No, fire!")); // another clause
    EXPECT_TRUE(anyHit(book.hits(wordsOf("no fire")), "say"));
}

TEST(RuleBook, LanguagesCanBeChosen)
{
    const auto book = RuleBook::parse({{"any", "[a]\nx\n"}, {"de", "[b]\nbrand\n"}}).value();
    EXPECT_TRUE(anyHit(book.hits(wordsOf("x brand"), {"en"}), "a"));
    EXPECT_FALSE(anyHit(book.hits(wordsOf("x brand"), {"en"}), "b"));
    EXPECT_TRUE(anyHit(book.hits(wordsOf("x brand"), {"de"}), "b"));
    EXPECT_TRUE(anyHit(book.hits(wordsOf("x brand")), "b"));
}

TEST(RuleBook, NamesWhereATableIsWrong)
{
    const auto book = RuleBook::parse({{"en", "# fine\n[a]\nb\n(c\n"}});
    ASSERT_TRUE(book.hasError());
    EXPECT_NE(book.error().detail.find("en.rules:4"), std::string::npos) << book.error().detail;
    EXPECT_TRUE(RuleBook::parse({{"en", "stray\n"}}).hasError());
    EXPECT_TRUE(RuleBook::parse({{"en", "[a\n"}}).hasError());
}
