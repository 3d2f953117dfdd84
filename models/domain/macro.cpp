#include "models/domain/macro.h"

#include "models/core/text.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t longestName = 60;
constexpr std::size_t valueCharacters = 300;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// What stands in braces from `from` on, if that is a name.
std::optional<Placeholder> placeholderAt(std::string_view text, std::size_t from)
{
    constexpr std::size_t longest = 2 * longestName; // looked for no further: a text may be braces from end to end
    const std::size_t end = text.substr(0, from + 2 + longest + 2).find("}}", from + 2);
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view inside = text.substr(from + 2, end - from - 2);
    const std::string_view name = trimmed(inside);
    const bool isName = !name.empty() && name.size() <= longestName && std::all_of(name.begin(), name.end(), isNameCharacter);
    if (!isName || inside.find('\n') != std::string_view::npos)
        return std::nullopt;
    return Placeholder {from, end + 2 - from, std::string {name}, valueOf<MacroVariable>(name)};
}

std::string firstWord(const std::string &name) { return name.substr(0, name.find(' ')); }

} // namespace

std::vector<Placeholder> placeholdersIn(std::string_view text)
{
    std::vector<Placeholder> found;
    for (std::size_t at = text.find("{{"); at != std::string_view::npos;) {
        auto placeholder = placeholderAt(text, at);
        const std::size_t next = placeholder ? at + placeholder->size : at + 1;
        if (placeholder)
            found.push_back(std::move(*placeholder));
        at = text.find("{{", next);
    }
    return found;
}

std::optional<MacroProblem> problemOf(std::string_view text)
{
    std::size_t done = 0;
    const auto unfinished = [&](std::size_t until) {
        const std::size_t at = text.find("{{", done);
        return at < until ? std::optional {MacroProblem {MacroProblem::Kind::Unfinished, std::string {clipUtf8(text.substr(at), longestName)}}} : std::nullopt;
    };
    for (const Placeholder &one : placeholdersIn(text)) {
        if (auto problem = unfinished(one.from))
            return problem;
        if (one.variable == MacroVariable::Unknown)
            return MacroProblem {MacroProblem::Kind::UnknownVariable, "{{" + one.name + "}}"};
        done = one.from + one.size;
    }
    return unfinished(std::string_view::npos);
}

MacroValues valuesOf(const MacroFacts &facts)
{
    MacroValues values;
    const auto put = [&](MacroVariable variable, const std::string &text) {
        std::string line = singleLine(trimmed(text), valueCharacters);
        if (!line.empty())
            values.emplace(variable, std::move(line));
    };
    put(MacroVariable::LeadName, facts.lead);
    put(MacroVariable::LeadFirstName, firstWord(std::string {trimmed(facts.lead)}));
    put(MacroVariable::LeadPhone, facts.leadPhone);
    put(MacroVariable::LeadEmail, facts.leadEmail);
    put(MacroVariable::BusinessName, facts.business);
    put(MacroVariable::BusinessAddress, facts.businessAddress);
    put(MacroVariable::BusinessContact, facts.businessContact);
    put(MacroVariable::UserName, facts.user);
    put(MacroVariable::UserFirstName, firstWord(std::string {trimmed(facts.user)}));
    return values;
}

std::string expanded(std::string_view text, const MacroValues &values)
{
    std::string result;
    std::size_t done = 0;
    for (const Placeholder &one : placeholdersIn(text)) {
        const auto value = values.find(one.variable);
        if (value == values.end())
            continue;
        result += text.substr(done, one.from - done);
        result += value->second;
        done = one.from + one.size;
    }
    return result += text.substr(done);
}

} // namespace foredeck
