#include "net/codec/domaincodec.h"
#include "tools/traffic/crowd.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace foredeck;
using namespace foredeck::traffic;

namespace {

std::string fileText(const std::string &name)
{
    std::ifstream in {std::string {FOREDECK_SOURCE_DIR} + "/resources/sample/" + name};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

TEST(Dialogue, keepsTheCustomersTurnsOnly)
{
    std::istringstream in {R"({"id":"a","industry":"hotel","turns":[["lead","Hi"],["desk","Hello"],["lead","Bye"]]}

{"id":"b","at":3,"channel":"sms","turns":[["desk","Hello"]]})"};
    const auto dialogues = readDialogues(in, 0);
    ASSERT_TRUE(dialogues.hasValue()) << dialogues.error().detail;
    ASSERT_EQ(dialogues.value().size(), 2u);
    EXPECT_EQ(dialogues.value()[0].turns, (std::vector<std::string> {"Hi", "Bye"}));
    EXPECT_EQ(dialogues.value()[1].at, 3.0);
    EXPECT_TRUE(dialogues.value()[1].turns.empty());
}

TEST(Dialogue, namesTheLineThatCannotBeRead)
{
    std::istringstream in {"{\"id\":\"a\",\"turns\":[]}\n{\"id\":\"b\",\"turns\":[[\"lead\"]]}\n"};
    const auto dialogues = readDialogues(in, 0);
    ASSERT_TRUE(dialogues.hasError());
    EXPECT_NE(dialogues.error().detail.find("line 2"), std::string::npos) << dialogues.error().detail;
    EXPECT_NE(dialogues.error().detail.find("turns[0]"), std::string::npos) << dialogues.error().detail;
}

TEST(Dialogue, takesNoMoreThanTheLimit)
{
    std::istringstream in {"{\"id\":\"a\",\"turns\":[]}\n{\"id\":\"b\",\"turns\":[]}\n"};
    EXPECT_EQ(readDialogues(in, 1).value().size(), 1u);
}

TEST(Sample, dialoguesFitTheBusinesses)
{
    std::istringstream in {fileText("dialogues.jsonl")};
    const auto dialogues = readDialogues(in, 0);
    ASSERT_TRUE(dialogues.hasValue()) << dialogues.error().detail;
    const std::set<std::string> slugs {"casa-marisol", "saltgrass-marina", "brightwater-dental", "quickvalve-plumbing"};
    std::set<std::string> names, phones;
    std::map<std::string, int> doors, languages;
    for (const Dialogue &d : dialogues.value()) {
        EXPECT_TRUE(slugs.count(d.client)) << d.id;
        EXPECT_FALSE(d.turns.empty()) << d.id;
        EXPECT_TRUE(names.insert(d.name).second) << d.name << " is there twice";
        EXPECT_TRUE(d.phone.empty() || phones.insert(d.phone).second) << d.phone << " is there twice";
        EXPECT_TRUE(!d.phone.empty() || d.channel == "live_chat") << d.id;
        ++doors[d.channel];
        ++languages[d.language];
    }
    EXPECT_EQ(doors.size(), 5u);
    EXPECT_EQ(languages.size(), 4u);
    EXPECT_EQ(dialogues.value().front().channel, "whatsapp");
    EXPECT_LE(dialogues.value().front().at.value_or(99), 3);
}

TEST(Sample, businessReadsAsTheServerReadsIt)
{
    const std::string text = fileText("business.json");
    JsonDocument document;
    const auto root = document.parse(text);
    ASSERT_TRUE(root.hasValue()) << root.error().detail;
    EXPECT_EQ(root.value()["sample"].asBoolean(), true);
    EXPECT_EQ(root.value()["clients"].size(), 4u);
    root.value()["clients"].eachElement([](JsonValue client) {
        const std::string name {client["name"].asString().value_or("?")};
        const auto settings = decode<ClientSettings>(client["settings"]);
        EXPECT_TRUE(settings.hasValue()) << name << ": " << (settings.hasError() ? settings.error().detail : "");
        for (const auto &question : settings.valueOr({}).intake) {
            EXPECT_EQ(question.wording.size(), 4u) << name << ' ' << question.key;
        }
        client["locations"].eachElement([&](JsonValue location) {
            const auto hours = decode<OpeningHours>(location["hours"]);
            EXPECT_TRUE(hours.hasValue() && hours.value().told()) << name;
            return true;
        });
        std::map<std::string, int> faqs;
        std::set<std::string> questions;
        client["faqs"].eachElement([&](JsonValue faq) {
            ++faqs[std::string {faq["language"].asString().value_or("")}];
            EXPECT_TRUE(questions.emplace(faq["question"].asString().value_or("")).second) << name << " asks twice";
            EXPECT_FALSE(faq["answer"].asString().value_or("").empty());
            return true;
        });
        EXPECT_GE(faqs["en"], 25) << name;
        for (const char *language : {"es", "de", "ar"})
            EXPECT_GE(faqs[language], 8) << name << ' ' << language;
        EXPECT_EQ(client["channels"].size(), 5u);
        return true;
    });
}
