#pragma once

#include "models/core/id.h"
#include "models/core/open.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// What a macro's text may leave open: what records hold, and nothing else.
enum class MacroVariable {
    Unknown, LeadName, LeadFirstName, LeadPhone, LeadEmail, BusinessName, BusinessAddress, BusinessContact, UserName, UserFirstName,
};
template <>
struct EnumNames<MacroVariable> {
    using V = MacroVariable;
    using S = std::string_view;
    static constexpr std::array names {std::pair {V::LeadFirstName, S {"lead.first_name"}}, std::pair {V::LeadName, S {"lead.name"}},
        std::pair {V::LeadPhone, S {"lead.phone"}}, std::pair {V::LeadEmail, S {"lead.email"}}, std::pair {V::BusinessName, S {"business.name"}},
        std::pair {V::BusinessAddress, S {"business.address"}}, std::pair {V::BusinessContact, S {"business.contact"}},
        std::pair {V::UserFirstName, S {"user.first_name"}}, std::pair {V::UserName, S {"user.name"}}};
};

inline constexpr std::size_t mostMacros = 200; ///< of one client
inline constexpr std::size_t mostMacroName = 60; ///< bytes
inline constexpr std::size_t mostMacroText = 4000; ///< bytes, with its variables as they are written

/// A text that a client's people send again and again, under a short name by which it is typed ("/directions"). Edited by
/// people only, so it takes If-Match.
struct Macro {
    MacroId id;
    ClientId client;
    std::string name;
    std::string text; ///< plain, with variables such as {{lead.first_name}}
    std::int64_t version = 1;
};
/// In what people decide of it.
inline bool sameWish(const Macro &a, const Macro &b) { return a.name == b.name && a.text == b.text; }

/// A variable as it stands in a text: "{{ lead.name }}".
struct Placeholder {
    std::size_t from = 0; ///< bytes
    std::size_t size = 0; ///< with its braces
    std::string name; ///< without blanks, whether it is known or not
    MacroVariable variable = MacroVariable::Unknown;
    friend bool operator==(const Placeholder &, const Placeholder &) = default;
};
/// All that look like one, from the front. Braces around anything but a name are text.
std::vector<Placeholder> placeholdersIn(std::string_view text);

/// What keeps a text from being a macro's.
struct MacroProblem {
    enum class Kind { UnknownVariable, Unfinished };
    Kind kind = Kind::Unfinished;
    std::string what; ///< as it stands in the text: "{{lead.mood}}"
};
/// The first one: a variable that is none, or two braces that do not hold a name.
std::optional<MacroProblem> problemOf(std::string_view text);

/// What a macro may take its values from. What is not known is empty, and what is several things is not known.
struct MacroFacts {
    std::string lead;
    std::string leadPhone; ///< as it is written for people
    std::string leadEmail;
    std::string business;
    std::string businessAddress; ///< of its only place
    std::string businessContact;
    std::string user;
};
/// One line each; a variable without a value is not there.
using MacroValues = std::map<MacroVariable, std::string>;
MacroValues valuesOf(const MacroFacts &facts);

/// The text with every variable that has a value in its place. The others stand as they are, so that nobody overlooks them;
/// braces inside a value are text.
std::string expanded(std::string_view text, const MacroValues &values);

} // namespace foredeck
