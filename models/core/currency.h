#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace foredeck {

/// Three capital letters, as ISO 4217 writes a currency; whether it is one that exists is not looked up.
constexpr bool isCurrencyCode(std::string_view code) noexcept
{
    return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Decimal places of a currency's minor unit (ISO 4217, list one): 2 for all but these.
constexpr int minorPlaces(std::string_view code) noexcept
{
    constexpr std::array<std::string_view, 15> none {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF"};
    constexpr std::array<std::string_view, 7> three {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    if (code == "XPF" || std::find(none.begin(), none.end(), code) != none.end())
        return 0;
    return std::find(three.begin(), three.end(), code) != three.end() ? 3 : 2;
}

} // namespace foredeck
