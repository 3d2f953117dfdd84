#pragma once

#include <string_view>
#include <vector>

namespace foredeck::tests {

/// Texts that tell of a danger which is there: behind a calm opening, and where a guard could swallow it.
const std::vector<std::string_view> &heardDangers();
/// Texts with the words of danger, and none that is there: asked about, long past, or meant otherwise.
const std::vector<std::string_view> &calmTexts();

} // namespace foredeck::tests
