#include "server/services/assistant/phrases.h"

#include "models/core/text.h"
#include "phrasetexts.h"

#include <algorithm>
#include <cstdint>

namespace foredeck::phrases {

namespace {

using Wordings = std::map<std::string, std::vector<std::string>, std::less<>>;

Wordings readFile(std::string_view text)
{
    Wordings wordings;
    std::vector<std::string> *section = nullptr;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#')
            continue;
        if (line.front() == '[')
            section = &wordings[std::string {line.substr(1, line.size() - 2)}];
        else if (section)
            section->emplace_back(line);
    }
    return wordings;
}

const std::map<std::string, Wordings, std::less<>> &tables()
{
    static const auto all = [] {
        std::map<std::string, Wordings, std::less<>> result;
        for (const auto &[name, text] : phrasetexts::all())
            result[std::string {name}] = readFile(text);
        return result;
    }();
    return all;
}

const std::vector<std::string> *wordingsOf(std::string_view key, std::string_view language)
{
    const auto &table = tables().find(spoken(language))->second;
    const auto found = table.find(key);
    return found == table.end() || found->second.empty() ? nullptr : &found->second;
}

// FNV-1a: stable over builds, unlike std::hash.
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return hash;
}

} // namespace

std::string_view spoken(std::string_view language) noexcept
{
    const auto known = tables().find(language);
    return known == tables().end() ? std::string_view {"en"} : std::string_view {known->first};
}

bool has(std::string_view key, std::string_view language) noexcept
{
    return wordingsOf(key, language) != nullptr;
}

std::string say(std::string_view key, std::string_view language, std::string_view seed, const Values &values)
{
    return sayWith(key, language, seed, [&](std::string_view name) {
        const auto value = values.find(name);
        return value == values.end() ? std::string {} : value->second;
    });
}

std::string sayWith(std::string_view key, std::string_view language, std::string_view seed, const std::function<std::string(std::string_view)> &valueOf)
{
    const auto *wordings = wordingsOf(key, language);
    if (!wordings)
        return {};
    const std::string_view wording = (*wordings)[hashOf(seed) % wordings->size()];
    std::string result;
    for (std::size_t at = 0; at < wording.size();) {
        const auto open = std::min(wording.find('{', at), wording.size());
        result += wording.substr(at, open - at);
        const auto close = wording.find('}', open);
        if (close == std::string_view::npos)
            break;
        result += valueOf(wording.substr(open + 1, close - open - 1));
        at = close + 1;
    }
    return result;
}

std::vector<std::string> list(std::string_view key, std::string_view language)
{
    std::vector<std::string> items;
    const auto *wordings = wordingsOf(key, language);
    std::string_view rest = wordings ? std::string_view {wordings->front()} : std::string_view {};
    while (!rest.empty()) {
        const auto end = std::min(rest.find(','), rest.size());
        items.emplace_back(trimmed(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return items;
}

} // namespace foredeck::phrases
