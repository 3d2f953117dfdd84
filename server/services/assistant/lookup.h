#pragma once

#include "server/services/assistant/engine.h"
#include "server/services/assistant/facts.h"
#include "server/services/assistant/passages.h"
#include "server/services/assistant/questions.h"

#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// What a score must reach.
namespace floors {
inline constexpr double request = 0.7; ///< a wish is answered from a passage only when that fits well
inline constexpr double statement = 0.6;
inline constexpr double foreignMargin = 0.12; ///< words of another language agree by chance more easily
} // namespace floors

/// What stands before a sentence that cannot be understood by itself.
struct TalkedAbout {
    std::string subject; ///< empty: nothing in particular
    DocumentId told; ///< what was said about it last; empty: nothing
    bool read = false; ///< that was an answer before this turn: asked on, another one comes first
};

/// How a passage answers a sentence.
enum class Fit {
    Told, ///< it tells of what was asked
    Near, ///< of its subject, but its "yes" is the answer to another question
    Beside, ///< only of what surrounds the question ("what does it cost …"), or with a "yes" to something else
};

/// A concept of what surrounds a question, whatever it is about: "=price", "=hours".
bool isFrame(std::string_view key);
/// A passage's text without the "Yes." or "No," that it begins with.
std::string withoutYesOrNo(const Document &document, const RuleBook &book);

/// Looks a sentence up in what the business has told, with what it is about where it does not say so itself. Pure.
class Lookup {
public:
    /// All must outlive it.
    Lookup(const EngineInput &input, const Knowledge &knowledge) : m_input(input), m_knowledge(knowledge) { }

    /// "And how much is it per night?" says nothing of its own: it asks about what stands before it, or was answered last.
    bool saysLittle(const Utterance &utterance) const;
    /// That, or "Is it in writing?", "For two teeth?": one word of its own, said of what stands before it.
    bool leansOn(const Utterance &utterance) const;
    /// It has a word that stands for what was spoken of: "it", "davon", "eso".
    bool pointsBack(const Utterance &utterance) const;
    /// What a text is about, without the words that only ask for a price or a time.
    std::string subjectOf(const std::string &text) const;
    /// What the answer before this turn was taken from.
    const PassageUse *lastUsed() const;

    /// The best first. `about`: for a sentence that leans on it. Then only what tells of both, of the subject and of all the
    /// sentence names itself, is found; `needed` is raised where the sentence is looked up by itself all the same.
    std::vector<ScoredPassage> find(const Utterance &utterance, const TalkedAbout &about, double &needed) const;

    Fit fitOf(const Utterance &utterance, const ScoredPassage &passage, const RuleBook &book) const;
    /// Advice for another complaint or treatment than the one asked about: what else was found may be the right one.
    bool isOfAnotherCare(const Utterance &utterance, const ScoredPassage &passage, const RuleBook &book) const;
    /// "I will arrive at 2am": what is told of the night. Empty: it is no such question, or nothing is.
    std::vector<ScoredPassage> ofTheNight(const Utterance &utterance) const;
    /// "46 ft, 5 m beam", where a berth takes 4.9 m: what tells of the limit that is passed.
    std::optional<ScoredPassage> ofItsLimit(const Utterance &utterance) const;
    /// What is told of whom to call while nobody is there.
    std::vector<ScoredPassage> ofHelpOutsideHours(const RuleBook &book) const;
    /// What is told of just the days that a question for the hours names: "Do you work at weekends?".
    std::optional<ScoredPassage> ofItsDays(const Utterance &utterance, const FactsContext &context, const RuleBook &book) const;

private:
    /// Its own question was asked, in the same words or nearly.
    std::vector<ScoredPassage> byTitle(const Utterance &utterance) const;
    std::vector<ScoredPassage> ofSubject(const Utterance &utterance, const TalkedAbout &about, double needed) const;
    std::vector<ScoredPassage> ofOwnTitle(const Utterance &utterance) const;
    /// Those in the customer's language, else the client's or English: never in a third one.
    std::vector<ScoredPassage> readable(std::vector<ScoredPassage> found, std::size_t most = shownPassages) const;
    std::vector<ScoredPassage> readable(const std::string &question) const { return readable(m_knowledge.find(question, m_input.language, lookedAtPassages)); }

    static constexpr std::size_t shownPassages = 3;
    static constexpr std::size_t lookedAtPassages = 30; ///< the same answer stands in many languages

    const EngineInput &m_input;
    const Knowledge &m_knowledge;
};

} // namespace foredeck
