#include "server/storage/page.h"

#include <charconv>
#include <limits>

namespace foredeck {

std::string PageCursor::text() const { return std::to_string(key) + "." + id; }

Result<PageCursor> PageCursor::fromText(std::string_view text)
{
    PageCursor cursor;
    const auto dot = text.find('.');
    const auto *end = text.data() + (dot == std::string_view::npos ? 0 : dot);
    const auto [stopped, failure] = std::from_chars(text.data(), end, cursor.key);
    if (dot == std::string_view::npos || failure != std::errc {} || stopped != end)
        return Error::invalid("cursor", "is not one that a page gave");
    cursor.id = text.substr(dot + 1);
    return cursor;
}

PageCursor PageCursor::newest() { return {std::numeric_limits<std::int64_t>::max(), {}}; }

} // namespace foredeck
