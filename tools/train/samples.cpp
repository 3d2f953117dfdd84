#include "tools/train/samples.h"

#include <map>

namespace foredeck::training {

namespace {

constexpr std::uint32_t signPlaces = 1u << 17;
constexpr std::uint32_t languagePlaces = 1u << 14;
constexpr std::size_t fewestRows = 40; // for a language to be learned

// Of each sign. A missed emergency harms a person, an invented opt-out asks somebody who wants an answer whether they want out.
constexpr std::array missed {0.5, 1.5, 0.5, 0.5, 0.5, 0.25, 0.5, 0.25, 0.1, 0.5};
static_assert(missed.size() == signNames.size());

// FNV-1a of the words in their matching form: "Stop writing, please" and "please stop writing!" are kin.
std::uint64_t kinOf(const Row &row)
{
    std::uint64_t hash = 14695981039346656037u;
    for (const auto &word : wordSetOf(row.text)) {
        for (const char c : word + ' ')
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    }
    return hash;
}

Sample signSample(const Row &row, const std::string &text, std::size_t index, std::uint64_t kin)
{
    const auto words = wordsOf(text);
    return sampleOf(meaningFeatures(words, 0, words.size()), std::vector<bool>(row.says.begin(), row.says.end()), index, kin);
}

} // namespace

Lesson signLesson(const std::vector<Row> &rows)
{
    Lesson lesson {{signNames.begin(), signNames.end()}, {missed.begin(), missed.end()}, {}, {}, signPlaces};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto kin = kinOf(rows[i]);
        lesson.plain.push_back(signSample(rows[i], rows[i].text, i, kin));
        for (const std::uint64_t seed : {1u, 2u})
            lesson.more.push_back(signSample(rows[i], withSlips(rows[i].text, seed * 1000003 + i), i, kin));
    }
    return lesson;
}

Lesson languageLesson(const std::vector<Row> &rows)
{
    std::map<std::string, std::size_t> counts;
    for (const auto &row : rows)
        ++counts[row.language];
    Lesson lesson;
    lesson.places = languagePlaces;
    for (const auto &[language, count] : counts) {
        if (count >= fewestRows && language.size() == 2)
            lesson.heads.push_back(language);
    }
    lesson.missedWeigh.assign(lesson.heads.size(), 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<bool> says;
        for (const auto &head : lesson.heads)
            says.push_back(head == rows[i].language);
        lesson.plain.push_back(sampleOf(spellingFeatures(wordsOf(rows[i].text)), std::move(says), i, kinOf(rows[i])));
    }
    return lesson;
}

} // namespace foredeck::training
