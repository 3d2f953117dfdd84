#include "server/services/sync/snapshotcursor.h"

#include <array>
#include <charconv>

namespace foredeck {

namespace {

constexpr char separator = '~';
constexpr std::array<std::string_view, 5> parts {"f", "d", "c", "m", "l"};

bool number(std::string_view text, std::int64_t &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc {} && end == text.data() + text.size() && value >= 0;
}

} // namespace

std::string SnapshotCursor::text() const
{
    std::string text {parts[static_cast<std::size_t>(part)]};
    for (const auto value : {startSeq, from, until})
        text += separator + std::to_string(value);
    return text + separator + inner;
}

Result<SnapshotCursor> SnapshotCursor::fromText(std::string_view text)
{
    SnapshotCursor cursor;
    if (text.empty())
        return cursor;
    std::array<std::string_view, 4> heads;
    for (auto &head : heads) {
        const auto at = text.find(separator);
        if (at == std::string_view::npos)
            return Error::invalid("cursor", "is none of ours");
        head = text.substr(0, at);
        text.remove_prefix(at + 1);
    }
    std::size_t part = 0;
    while (part < parts.size() && parts[part] != heads[0])
        ++part;
    if (part == parts.size() || !number(heads[1], cursor.startSeq) || !number(heads[2], cursor.from) || !number(heads[3], cursor.until))
        return Error::invalid("cursor", "is none of ours");
    cursor.part = static_cast<Part>(part);
    cursor.inner = text;
    return cursor;
}

} // namespace foredeck
