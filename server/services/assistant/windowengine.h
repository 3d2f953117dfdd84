#pragma once

#include "server/services/assistant/engine.h"

namespace foredeck {

/// What was said in one chat window.
struct Told {
    std::string name;
    Qualification wishes;
    friend bool operator==(const Told &, const Told &) = default;
};

/// An engine for a live chat. A visitor may type anybody's e-mail or phone and so stand with somebody else's lead; that is
/// good for the records and no proof of who it is. So the engine inside sees of the lead only what was told in the window,
/// and what it learns is joined into the lead as it is known. `told` takes it up.
class WindowEngine final : public Engine {
public:
    WindowEngine(const Engine &inside, Told &told) : m_inside(inside), m_told(told) { }
    std::string name() const override { return m_inside.name(); }
    std::string model() const override { return m_inside.model(); }
    Result<EngineAnswer> answer(const EngineInput &input) const override;
    std::optional<PassageUse> outsideHours(const EngineInput &input) const override { return m_inside.outsideHours(input); }

private:
    const Engine &m_inside;
    Told &m_told;
};

} // namespace foredeck
