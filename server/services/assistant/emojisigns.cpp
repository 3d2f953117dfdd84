#include "server/services/assistant/questions.h"

#include "lexicon.h"
#include "models/core/text.h"
#include "server/services/language/lexiconline.h"

#include <algorithm>

namespace foredeck {

namespace {

using SignList = std::vector<std::string_view>;

struct Signs {
    SignList beside {"\ufe0f", "\u200d", "🏻", "🏼", "🏽", "🏾", "🏿", " ", "\n"}; ///< looked past
    SignList thanking; ///< those that agree too
    SignList agreeing;
    SignList sad;
};

const Signs &knownSigns()
{
    static const auto known = [] {
        Signs signs;
        std::string_view section;
        for (const auto line : partsOf(lexicon::signs, '\n')) {
            if (line.starts_with("#") || line.starts_with("[")) {
                section = line;
                continue;
            }
            for (const auto sign : partsOf(line, ' ')) {
                if (sign.empty())
                    continue;
                (section == "[sad]" ? signs.sad : signs.thanking).push_back(sign);
                if (section == "[agree]")
                    signs.agreeing.push_back(sign);
            }
        }
        return signs;
    }();
    return known;
}

// Nothing but signs of these lists, and one at least.
bool isOnly(std::string_view text, const std::vector<const SignList *> &lists)
{
    const auto startOf = [&](const SignList &signs) { return std::find_if(signs.begin(), signs.end(), [&](std::string_view s) { return text.starts_with(s); }); };
    bool any = false;
    while (!text.empty()) {
        std::size_t length = 0;
        for (const auto *list : lists) {
            if (const auto sign = startOf(*list); sign != list->end())
                length = sign->size();
        }
        any = any || length > 0;
        const auto &beside = knownSigns().beside;
        if (const auto sign = startOf(beside); length == 0 && sign != beside.end())
            length = sign->size();
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return any;
}

} // namespace

bool isAgreeingSign(std::string_view text)
{
    const auto &agreeing = knownSigns().agreeing;
    return isOnlyThankingSigns(text) && std::any_of(agreeing.begin(), agreeing.end(), [&](std::string_view s) { return text.find(s) != std::string_view::npos; });
}

bool isOnlyThankingSigns(std::string_view text) { return isOnly(trimmed(text), {&knownSigns().thanking}); }

bool isOnlyFeelingSigns(std::string_view text) { return isOnly(trimmed(text), {&knownSigns().thanking, &knownSigns().sad}); }

} // namespace foredeck
