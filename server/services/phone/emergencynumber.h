#pragma once

#include <string>
#include <string_view>

namespace foredeck {

/// The number by which help is called in a region (ISO 3166-1), "911" or "112"; empty when it is not known (libphonenumber).
std::string emergencyNumberOf(std::string_view region);

} // namespace foredeck
