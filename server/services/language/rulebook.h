#pragma once

#include "server/services/language/pattern.h"

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foredeck {

/// A rule that fired: which, and on which words [first, end).
struct RuleHit {
    std::string_view rule; ///< "emergency.fire"; lives as long as the book
    std::string_view language;
    std::size_t first = 0;
    std::size_t end = 0;
};

using Languages = std::set<std::string, std::less<>>;

/// The tables by which texts are understood, one file per language, editable without code:
///
///     # a comment
///     [emergency.fire]          the rule; its patterns follow, one a line (pattern.h)
///     smell* ~2 smoke
///     ! smoke detector          a guard: where it matches the same words, the rule does not fire
///     [talk.no raw]             "raw": a negation before the match does not undo it
///
/// `[negation]` lists the words that undo what follows them within two words of the same clause. The file "any" holds for every
/// language, and so do those that begin so: "any-care" has what belongs together. Immutable after reading; safe from any thread.
class RuleBook {
public:
    struct File {
        std::string_view language;
        std::string_view text;
    };
    /// Error: the file, line and what is wrong with it.
    static Result<RuleBook> parse(const std::vector<File> &files);
    /// The book that is built in. It is a constant of the program: a test proves that it can be read.
    static const RuleBook &builtin();

    /// Every rule of these languages (and of "any") that fires, in the order of the words. Empty `languages`: all.
    std::vector<RuleHit> hits(const std::vector<Word> &words, const Languages &languages = {}) const;

    /// Where guards match, each by the name of the rule that it guards: words of which the tables know that they mean something else.
    std::vector<RuleHit> guards(const std::vector<Word> &words, const Languages &languages = {}) const;

    /// Whether any language has this rule.
    bool has(std::string_view rule) const noexcept;
    std::size_t patternCount() const noexcept { return m_patterns.size(); }

private:
    struct Rule {
        std::string name;
        std::string language;
        bool raw = false;
    };
    struct Entry {
        Pattern pattern;
        std::size_t rule = 0;
        bool guard = false;
    };

    struct Match {
        RuleHit hit;
        std::size_t rule = 0;
    };
    struct Matches {
        std::vector<Match> found;
        std::vector<Match> guards;
        std::vector<RuleHit> negations;
    };

    Result<void> readFile(const File &file);
    Matches matchesOf(const std::vector<Word> &words, const Languages &languages) const;
    std::size_t ruleNamed(std::string_view name, std::string_view language, bool raw);
    bool undone(const RuleHit &hit, const std::vector<Word> &words, const std::vector<RuleHit> &negations) const;

    std::vector<Rule> m_rules;
    std::vector<Entry> m_patterns;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byFirstWord;
    std::vector<std::size_t> m_openPatterns;
};

/// The hits whose rule is `name` or begins with `name` + ".".
std::vector<RuleHit> hitsOf(const std::vector<RuleHit> &hits, std::string_view name);
bool anyHit(const std::vector<RuleHit> &hits, std::string_view name);

} // namespace foredeck
