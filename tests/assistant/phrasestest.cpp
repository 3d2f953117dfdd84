#include "phrasetexts.h"
#include "server/services/assistant/phrases.h"

#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

// Keys of a table, each with the {names} that any of its wordings holds.
std::map<std::string, std::set<std::string>> keysOf(std::string_view text)
{
    std::map<std::string, std::set<std::string>> keys;
    std::string key;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string line {text.substr(0, end)};
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with("[")) {
            key = line.substr(1, line.find(']') - 1);
            keys[key];
            continue;
        }
        for (auto open = line.find('{'); open != std::string::npos && !key.empty(); open = line.find('{', open + 1))
            keys[key].insert(line.substr(open + 1, line.find('}', open) - open - 1));
    }
    return keys;
}

} // namespace

TEST(Phrases, EveryLanguageHasEveryKeyWithTheSameNames)
{
    std::map<std::string, std::set<std::string>> english;
    for (const auto &[name, text] : phrasetexts::all()) {
        if (std::string_view {name} == "en")
            english = keysOf(text);
    }
    ASSERT_GT(english.size(), 40u);
    std::size_t languages = 0;
    for (const auto &[name, text] : phrasetexts::all()) {
        ++languages;
        const auto own = keysOf(text);
        for (const auto &[key, names] : english) {
            ASSERT_TRUE(own.contains(key)) << name << " has no " << key;
            for (const auto &each : own.at(key))
                EXPECT_TRUE(names.contains(each)) << name << " " << key << " asks for {" << each << "}";
        }
        for (const auto &[key, names] : own)
            EXPECT_TRUE(english.contains(key)) << name << " has " << key << ", which nobody says";
    }
    EXPECT_EQ(languages, 8u);
}

TEST(Phrases, NoNameIsLeftInWhatIsSaid)
{
    const auto said = phrases::say("unknown", "de", "Gibt es einen {business}?", {{"business", "Casa {asked}"}, {"asked", "Sauna"}});
    EXPECT_NE(said.find("Casa {asked}"), std::string::npos) << said; // what a value holds is never read as wording
    EXPECT_NE(said.find("Sauna"), std::string::npos) << said;
}

TEST(Phrases, DifferentPeopleReadDifferentWordings)
{
    std::set<std::string> read;
    for (const auto *seed : {"one", "two", "three", "four", "five", "six", "seven", "eight"})
        read.insert(phrases::say("unknown", "en", seed, {{"business", "B"}, {"asked", "x"}}));
    EXPECT_GE(read.size(), 3u);
    EXPECT_EQ(phrases::say("unknown", "en", "one", {}), phrases::say("unknown", "en", "one", {}));
}
