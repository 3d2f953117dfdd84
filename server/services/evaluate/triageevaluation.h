#pragma once

#include "server/services/evaluate/classtable.h"
#include "server/services/evaluate/evaluation.h"
#include "server/services/language/rulebook.h"

#include <array>

namespace foredeck {

/// What the assistant understands of a first message before it answers: `{id,text,industry?}` to
/// `{id,language,urgency,escalate,escalate_reason,opt_out,opt_out_asked,help,why}`. The same functions that the assistant's turns use.
class TriageEvaluation : public Evaluation {
public:
    explicit TriageEvaluation(const RuleBook &book) : m_book(book) { }

    std::string table() const override;

protected:
    Result<std::string> predict(JsonValue row, const std::string &id) override;

private:
    enum Question { Language, Urgency, Escalate, Reason, OptOut, Help, questionCount };
    using Answers = std::array<std::string, questionCount>;
    static constexpr std::array<const char *, questionCount> names {"language", "urgency", "escalate", "escalate_reason", "opt_out", "help"};

    Result<void> compare(JsonValue row, const Answers &predicted, bool asked);

    const RuleBook &m_book;
    std::array<ClassTable, questionCount> m_tables;
    ClassTable m_asked; ///< of the rows that nothing was done about: who is asked whether they want out
};

} // namespace foredeck
