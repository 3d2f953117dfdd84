#pragma once

#include "models/core/time.h"
#include "tests/assistant/simulator.h"

#include <string>
#include <string_view>

namespace foredeck::tests {

// Talks with the hotel of the sample on a Friday morning, for the tests of whole turns: what the assistant answers, and what
// becomes of the consent.

inline Timestamp fridayMorning() { return fromRfc3339("2026-11-20T15:02:11Z").value(); }
inline Simulator talk(ChannelKind channel = ChannelKind::LiveChat) { return {businessNamed(hotel), channel, fridayMorning()}; }

inline bool holds(const std::string &text, std::string_view words) { return text.find(words) != std::string::npos; }

} // namespace foredeck::tests
