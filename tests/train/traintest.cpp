#include "languagemodelfile.h"
#include "net/codec/jsonreader.h"
#include "server/services/triage/signs.h"
#include "signmodelfile.h"
#include "tools/train/samples.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <unistd.h>

using namespace foredeck;
using namespace foredeck::training;

namespace {

Row row(const std::string &text, std::initializer_list<Sign> signs = {})
{
    Row made {text, "en", {}};
    for (const auto sign : signs)
        made.says[static_cast<std::size_t>(sign)] = true;
    return made;
}

std::vector<Row> someRows()
{
    std::vector<Row> rows;
    for (int i = 0; i < 8; ++i) {
        const auto number = std::to_string(i);
        rows.push_back(row("write to me no more, " + number, {Sign::OptOut}));
        rows.push_back(row("the cellar burns at number " + number, {Sign::Emergency}));
        rows.push_back(row("a room for " + number + " please"));
        rows.push_back(row("breakfast at " + number + " if it can be"));
    }
    return rows;
}

std::string trainedBytes(const Lesson &lesson)
{
    std::vector<Trainer::Named> heads;
    for (const auto &name : lesson.heads)
        heads.push_back({name, 0});
    return trainedOnAll(lesson.plain, lesson.more, lesson.places, rounds).file(heads);
}

std::span<const std::byte> bytesOf(const std::string &file) { return std::as_bytes(std::span {file.data(), file.size()}); }

[[maybe_unused]] std::string textOf(std::span<const std::byte> bytes) { return {reinterpret_cast<const char *>(bytes.data()), bytes.size()}; }

std::vector<Row> rowsInTheRepository()
{
    std::vector<std::string> files;
    for (const auto &entry : std::filesystem::directory_iterator {FOREDECK_SOURCE_DIR "/tests/data/triage/training"})
        files.push_back(entry.path().string());
    auto rows = readAllRows(files);
    EXPECT_TRUE(rows.hasValue());
    return rows.hasValue() ? std::move(rows).value() : std::vector<Row> {};
}

// Of the sets that nothing is learned from.
std::vector<std::string> untouchedTexts()
{
    std::vector<std::string> texts;
    for (const auto *name : {"independent.jsonl", "stoplike.jsonl"}) {
        std::ifstream in {std::string {FOREDECK_SOURCE_DIR "/tests/data/triage/"} + name};
        JsonDocument document;
        for (std::string line; std::getline(in, line);) {
            const auto row = document.parse(line);
            const auto text = row.hasValue() ? row.value()["text"].asString() : std::nullopt;
            EXPECT_TRUE(text.has_value()) << name << ": " << line;
            texts.emplace_back(text.value_or(""));
        }
    }
    return texts;
}

// What the rows train to, with the thresholds that the file has: those come from cross-validation, five times as much work.
void expectTrainsTo(const Lesson &lesson, std::span<const std::byte> file)
{
#if defined(__OPTIMIZE__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    const auto model = LinearModel::over(file);
    ASSERT_TRUE(model.hasValue());
    ASSERT_EQ(model.value().headCount(), lesson.heads.size());
    std::vector<Trainer::Named> heads;
    for (std::size_t i = 0; i < lesson.heads.size(); ++i)
        heads.push_back({lesson.heads[i], static_cast<float>(model.value().threshold(i))});
    const auto trained = trainedOnAll(lesson.plain, lesson.more, lesson.places, rounds).file(heads);
    EXPECT_TRUE(trained == textOf(file)) << "train it anew (docs/models.md)";
#else
    (void)lesson;
    (void)file;
    GTEST_SKIP() << "takes minutes in a build that is not made to be fast, and other processors round otherwise";
#endif
}

} // namespace

TEST(Train, theSameRowsGiveTheSameBytes)
{
    const auto once = trainedBytes(signLesson(someRows()));
    EXPECT_TRUE(once == trainedBytes(signLesson(someRows())));
    auto others = someRows();
    others.front().text += " thanks";
    EXPECT_FALSE(once == trainedBytes(signLesson(others)));
}

TEST(Train, whatWasLearnedIsHeardInOtherWordsToo)
{
    const auto file = trainedBytes(signLesson(someRows()));
    const auto model = LinearModel::over(bytesOf(file));
    ASSERT_TRUE(model.hasValue());
    EXPECT_TRUE(signsOf(wordsOf("please write no more"), model.value()).says(Sign::OptOut));
    EXPECT_TRUE(signsOf(wordsOf("our cellar burns"), model.value()).says(Sign::Emergency));
    EXPECT_FALSE(signsOf(wordsOf("a room with breakfast"), model.value()).says(Sign::OptOut));
    EXPECT_FALSE(signsOf(wordsOf("a room with breakfast"), model.value()).says(Sign::Emergency));
}

TEST(Train, aRowThatCannotBeReadIsNamed)
{
    const auto file = (std::filesystem::temp_directory_path() / ("foredeck-rows-" + std::to_string(::getpid()) + ".tsv")).string();
    std::ofstream {file} << "o\ten\tstop writing\nx\ten\thello\n";
    const auto rows = readAllRows({file});
    std::filesystem::remove(file);
    ASSERT_TRUE(rows.hasError());
    EXPECT_NE(rows.error().detail.find(":2"), std::string::npos);
    EXPECT_NE(rows.error().detail.find("no label x"), std::string::npos);
    EXPECT_TRUE(readAllRows({file}).hasError()); // no such file
}

TEST(Train, aDamagedModelIsRefused)
{
    auto file = trainedBytes(signLesson(someRows()));
    EXPECT_TRUE(LinearModel::over(bytesOf(file)).hasValue());
    EXPECT_TRUE(LinearModel::over(bytesOf(file.substr(0, file.size() - 1))).hasError());
    EXPECT_TRUE(LinearModel::over(bytesOf(file.substr(0, 10))).hasError());
    EXPECT_TRUE(LinearModel::over({}).hasError());
    file[0] = 'X';
    EXPECT_TRUE(LinearModel::over(bytesOf(file)).hasError());
}

TEST(Train, theModelOfSignsIsWhatItsRowsTrainTo) { expectTrainsTo(signLesson(rowsInTheRepository()), signModelFile()); }

TEST(Train, theModelOfLanguagesIsWhatItsRowsTrainTo) { expectTrainsTo(languageLesson(rowsInTheRepository()), languageModelFile()); }

TEST(Train, rowsOfTheSameWordsAreHeldOutTogether)
{
    const auto lesson = signLesson({row("Please stop writing"), row("stop writing, please!"), row("stop phoning, please")});
    EXPECT_EQ(lesson.plain[0].kin, lesson.plain[1].kin);
    EXPECT_NE(lesson.plain[0].kin, lesson.plain[2].kin);
    EXPECT_EQ(lesson.more[0].kin, lesson.plain[0].kin) << "its slips too";
}

TEST(Train, likenessIsSharedWordsByAllWords)
{
    EXPECT_DOUBLE_EQ(likeness(wordSetOf("Stop it, stop!"), wordSetOf("stop that")), 1.0 / 3);
    EXPECT_DOUBLE_EQ(likeness(wordSetOf("où est-ce ?"), wordSetOf("OU EST CE")), 1);
    EXPECT_DOUBLE_EQ(likeness({}, {}), 0);
}

// Neither the row itself nor one that is nearly the same.
TEST(Train, noRowOfTheUntouchedSetsIsLearnedFrom)
{
    constexpr double nearlyTheSame = 0.6;
    constexpr std::size_t fewestWords = 3; // a bare keyword is nobody's
    std::vector<std::vector<std::string>> untouched;
    std::map<std::string, std::vector<std::size_t>> byWord;
    for (const auto &text : untouchedTexts()) {
        for (const auto &word : wordSetOf(text))
            byWord[word].push_back(untouched.size());
        untouched.push_back(wordSetOf(text));
    }
    ASSERT_GE(untouched.size(), 700u);
    for (const auto &row : rowsInTheRepository()) {
        const auto words = wordSetOf(row.text);
        std::set<std::size_t> near;
        for (const auto &word : words)
            near.insert(byWord[word].begin(), byWord[word].end());
        if (words.size() >= fewestWords && std::any_of(near.begin(), near.end(), [&](std::size_t i) { return likeness(words, untouched[i]) >= nearlyTheSame; }))
            ADD_FAILURE() << "nearly a row of an untouched set: " << row.text;
    }
}
