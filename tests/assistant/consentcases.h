#pragma once

#include "server/services/consent/consent.h"

#include <string_view>
#include <vector>

namespace foredeck::tests {

struct ConsentCase {
    std::string_view text;
    ConsentSignal expected;
};

/// Labelled by hand: what opts out, what asks for help, and what only looks like it.
const std::vector<ConsentCase> &optOutCases();
const std::vector<ConsentCase> &harmlessCases();
const std::vector<ConsentCase> &helpCases();

} // namespace foredeck::tests
