#include "server/services/language/rulebook.h"

#include "models/core/text.h"
#include "rules.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace foredeck {

namespace {

constexpr std::string_view negationRule = "negation";
constexpr std::size_t negationReach = 2;

bool overlaps(const RuleHit &a, const RuleHit &b) { return a.first < b.end && b.first < a.end; }

} // namespace

Result<RuleBook> RuleBook::parse(const std::vector<File> &files)
{
    RuleBook book;
    for (const auto &file : files) {
        if (auto read = book.readFile(file); read.hasError())
            return std::move(read).error();
    }
    for (std::size_t i = 0; i < book.m_patterns.size(); ++i) {
        const auto &first = book.m_patterns[i].pattern.firstWords();
        if (first.empty())
            book.m_openPatterns.push_back(i);
        for (const auto &word : first)
            book.m_byFirstWord[word].push_back(i);
    }
    return book;
}

const RuleBook &RuleBook::builtin()
{
    static const RuleBook book = [] {
        std::vector<File> files;
        for (const auto &[name, text] : rules::all())
            files.push_back({name, text});
        auto parsed = parse(files);
        if (parsed.hasError())
            std::abort(); // the text was compiled in; RuleBookTest shows where it is wrong
        return std::move(parsed).value();
    }();
    return book;
}

bool RuleBook::has(std::string_view rule) const noexcept
{
    return std::any_of(m_rules.begin(), m_rules.end(), [&](const Rule &r) { return r.name == rule; });
}

std::size_t RuleBook::ruleNamed(std::string_view name, std::string_view language, bool raw)
{
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        if (m_rules[i].name == name && m_rules[i].language == language)
            return i;
    }
    m_rules.push_back({std::string {name}, std::string {language}, raw});
    return m_rules.size() - 1;
}

Result<void> RuleBook::readFile(const File &file)
{
    std::size_t lineNumber = 0;
    std::size_t rule = 0;
    bool inRule = false;
    std::string_view rest = file.text;
    while (!rest.empty()) {
        const auto newline = std::min(rest.find('\n'), rest.size());
        auto line = trimmed(rest.substr(0, newline));
        rest.remove_prefix(std::min(newline + 1, rest.size()));
        ++lineNumber;
        const auto fail = [&](const std::string &why) {
            return Error::invalid(std::string {file.language} + ".rules:" + std::to_string(lineNumber), why);
        };
        if (line.empty() || line.front() == '#')
            continue;
        if (line.front() == '[') {
            if (line.back() != ']')
                return fail("a header ends with ]");
            auto name = line.substr(1, line.size() - 2);
            const bool raw = name.ends_with(" raw");
            name.remove_suffix(raw ? 4 : 0);
            rule = ruleNamed(name, file.language.substr(0, file.language.find('-')), raw || name == negationRule);
            inRule = true;
            continue;
        }
        if (!inRule)
            return fail("a pattern before the first [rule]");
        const bool guard = line.front() == '!';
        auto pattern = Pattern::parse(trimmed(line.substr(guard ? 1 : 0)));
        if (pattern.hasError())
            return fail(pattern.error().detail);
        m_patterns.push_back({std::move(pattern).value(), rule, guard});
    }
    return {};
}

bool RuleBook::undone(const RuleHit &hit, const std::vector<Word> &words, const std::vector<RuleHit> &negations) const
{
    return std::any_of(negations.begin(), negations.end(), [&](const RuleHit &negation) {
        if (negation.end > hit.first || hit.first - negation.end > negationReach)
            return false;
        for (auto i = negation.end; i <= hit.first; ++i) {
            if (words[i].breakBefore)
                return false;
        }
        return true;
    });
}

RuleBook::Matches RuleBook::matchesOf(const std::vector<Word> &words, const Languages &languages) const
{
    Matches matches;
    const auto tryAt = [&](std::size_t entry, std::size_t at) {
        const auto &e = m_patterns[entry];
        const auto &rule = m_rules[e.rule];
        if (!languages.empty() && rule.language != "any" && !languages.contains(rule.language))
            return;
        const auto end = e.pattern.matchAt(words, at);
        if (!end)
            return;
        const RuleHit hit {rule.name, rule.language, at, *end};
        if (e.guard)
            matches.guards.push_back({hit, e.rule});
        else if (rule.name == negationRule)
            matches.negations.push_back(hit);
        else
            matches.found.push_back({hit, e.rule});
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (const auto known = m_byFirstWord.find(words[at].text); known != m_byFirstWord.end()) {
            for (const auto entry : known->second)
                tryAt(entry, at);
        }
        for (const auto entry : m_openPatterns)
            tryAt(entry, at);
    }
    return matches;
}

std::vector<RuleHit> RuleBook::hits(const std::vector<Word> &words, const Languages &languages) const
{
    const auto matches = matchesOf(words, languages);
    std::vector<RuleHit> result;
    for (const auto &f : matches.found) {
        const bool guarded = std::any_of(matches.guards.begin(), matches.guards.end(), [&](const Match &g) { return g.rule == f.rule && overlaps(g.hit, f.hit); });
        if (!guarded && (m_rules[f.rule].raw || !undone(f.hit, words, matches.negations)))
            result.push_back(f.hit);
    }
    return result;
}

std::vector<RuleHit> RuleBook::guards(const std::vector<Word> &words, const Languages &languages) const
{
    std::vector<RuleHit> result;
    for (const auto &guard : matchesOf(words, languages).guards)
        result.push_back(guard.hit);
    return result;
}

std::vector<RuleHit> hitsOf(const std::vector<RuleHit> &hits, std::string_view name)
{
    std::vector<RuleHit> chosen;
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(chosen), [&](const RuleHit &hit) {
        return hit.rule == name || (hit.rule.starts_with(name) && hit.rule.size() > name.size() && hit.rule[name.size()] == '.');
    });
    return chosen;
}

bool anyHit(const std::vector<RuleHit> &hits, std::string_view name)
{
    return !hitsOf(hits, name).empty();
}

} // namespace foredeck
