#include "server/services/phone/emergencynumber.h"

#include <algorithm>
#include <array>

#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

namespace foredeck {

std::string emergencyNumberOf(std::string_view region)
{
    // The library knows of a number whether it calls for help in a region, not which is the one that people know: 112 is
    // connected in most of the world, and what stands before it where another is the country's own.
    static constexpr std::array candidates {"000", "111", "112", "911", "999"};
    // Where it reaches the police alone, none is told.
    static constexpr std::array policeOnly {"KR", "SG", "TT"};
    // 112 is connected there too, and nobody has grown up with it.
    static constexpr std::array<std::string_view, 5> known999 {"GB", "GG", "IM", "JE", "IE"};
    if (std::find(known999.begin(), known999.end(), region) != known999.end())
        return "999";
    static const i18n::phonenumbers::ShortNumberInfo numbers; // reads its tables when it is made, which takes a millisecond
    const std::string code {region};
    if (std::find(policeOnly.begin(), policeOnly.end(), code) != policeOnly.end())
        return {};
    constexpr int northAmerica = 1;
    if (i18n::phonenumbers::PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(code) == northAmerica && numbers.IsEmergencyNumber("911", code))
        return "911";
    for (const auto *candidate : candidates) {
        if (numbers.IsEmergencyNumber(candidate, code))
            return candidate;
    }
    return {};
}

} // namespace foredeck
