#pragma once

#include "server/services/assistant/engine.h"
#include "server/services/assistant/passages.h"
#include "server/services/assistant/questions.h"

#include <string>
#include <vector>

namespace foredeck {

/// What a score must reach.
namespace floors {
inline constexpr double request = 0.7; ///< a wish is answered from a passage only when that fits well
inline constexpr double statement = 0.6;
inline constexpr double foreignMargin = 0.12; ///< words of another language agree by chance more easily
} // namespace floors

/// Looks a sentence up in what the business has told, with what it is about where it does not say so itself. Pure.
class Lookup {
public:
    /// All must outlive it.
    Lookup(const EngineInput &input, const Knowledge &knowledge) : m_input(input), m_knowledge(knowledge) { }

    /// "And how much is it per night?" says nothing of its own: it asks about what stands before it, or was answered last.
    bool saysLittle(const Utterance &utterance) const;
    /// What a text is about, without the words that only ask for a price or a time.
    std::string subjectOf(const std::string &text) const;
    /// What the answer before this turn was taken from.
    const PassageUse *lastUsed() const;

    /// The best first. `about`: for a sentence that says little; `needed` is raised when there is nothing.
    std::vector<ScoredPassage> find(const Utterance &utterance, const std::string &about, double &needed) const;

private:
    /// Those in the customer's language, else the client's or English: never in a third one.
    std::vector<ScoredPassage> readable(std::vector<ScoredPassage> found) const;

    const EngineInput &m_input;
    const Knowledge &m_knowledge;
};

} // namespace foredeck
