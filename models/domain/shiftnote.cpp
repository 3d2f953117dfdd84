#include "models/domain/shiftnote.h"

#include <initializer_list>

namespace foredeck {

namespace {

/// Keys, punctuation, two ids and a moment of a line in JSON.
constexpr std::size_t lineFrame = 210;

std::size_t writtenBytes(std::string_view text)
{
    std::size_t bytes = 0;
    for (const char c : text)
        bytes += c == '"' || c == '\\' ? 2U : static_cast<unsigned char>(c) < 0x20 ? 6U : 1U; // \u001f
    return bytes;
}

std::size_t writtenBytes(const std::vector<ShiftLine> &lines)
{
    std::size_t bytes = 0;
    for (const ShiftLine &line : lines)
        bytes += lineFrame + writtenBytes(line.what) + writtenBytes(line.name) + writtenBytes(line.text) + writtenBytes(line.owner);
    return bytes;
}

} // namespace

void fitShiftLines(std::vector<ShiftLine> &lines)
{
    for (std::size_t most = mostShiftWords; most > 0 && writtenBytes(lines) > mostShiftLineBytes; most /= 2) {
        for (ShiftLine &line : lines) {
            for (std::string *text : {&line.name, &line.text, &line.owner})
                *text = std::string {clipUtf8(*text, most)};
        }
    }
}

} // namespace foredeck
