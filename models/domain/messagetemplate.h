#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace foredeck {

/// A text that WhatsApp has approved for a business: with it alone one may write to somebody whose 24-hour window is over
/// (routing-and-channels.md 2.2). Written down in the client's settings as it was approved, because the vendor tells nobody
/// but the account's owner.
struct MessageTemplate {
    std::string name; ///< as at the vendor: small letters, digits, underscores
    std::string language; ///< the vendor's code: "en", "en_US"
    std::string text; ///< its body, with {{1}}, {{2}} for what is filled in
    friend bool operator==(const MessageTemplate &, const MessageTemplate &) = default;
};

/// A template as one message uses it.
struct TemplateUse {
    std::string name;
    std::string language;
    std::vector<std::string> values; ///< of {{1}}, {{2}}, …, in their order
    friend bool operator==(const TemplateUse &, const TemplateUse &) = default;
};

inline constexpr std::size_t mostTemplates = 50;
inline constexpr std::size_t longestTemplate = 1024; ///< bytes of its text
inline constexpr std::size_t mostTemplateGaps = 9;

/// How many different gaps the text has, if they are {{1}} to {{n}} with none left out; -1: they are not, or are too many.
int templateGaps(const std::string &text);
/// The text with the values in its gaps; values are plain text and never read for gaps.
std::string filledTemplate(const std::string &text, const std::vector<std::string> &values);
/// A name that the vendor could know.
bool isTemplateName(const std::string &name);

} // namespace foredeck
