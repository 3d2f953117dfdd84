#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace foredeck {

/// Writes one JSON text. RapidJSON's Writer behind a wall, so that its templates compile once. Every string is checked:
/// what is not UTF-8 is replaced by U+FFFD byte for byte, because invalid text must never leave (house 4).
class JsonWriter {
public:
    JsonWriter();
    ~JsonWriter();
    JsonWriter(const JsonWriter &) = delete;
    JsonWriter &operator=(const JsonWriter &) = delete;

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(std::string_view name);
    void string(std::string_view text);
    void integer(std::int64_t value);
    void real(double value);
    void boolean(bool value);
    void null();
    /// JSON that is already text and known to be well formed (an event's data).
    void raw(std::string_view json);

    std::string_view text() const;
    std::string take();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck
