#pragma once

#include "server/services/assistant/engine.h"
#include "server/services/assistant/passages.h"

namespace foredeck {

/// The engine that needs no key: small talk, opening hours, addresses and contacts from records, the client's own
/// answers (FAQ) above its floor, the intake questions one at a time. What it cannot answer from a record it says so and
/// hands over. Deterministic.
class BuiltinEngine final : public Engine {
public:
    /// Both must outlive the engine.
    BuiltinEngine(const Knowledge &knowledge, const RuleBook &book) : m_knowledge(knowledge), m_book(book) { }

    std::string name() const override { return "builtin"; }
    std::string model() const override { return "rules-1"; }
    Result<EngineAnswer> answer(const EngineInput &input) const override;
    std::optional<PassageUse> outsideHours(const EngineInput &input) const override;

private:
    const Knowledge &m_knowledge;
    const RuleBook &m_book;
};

} // namespace foredeck
