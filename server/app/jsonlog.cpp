#include "server/app/jsonlog.h"

#include "models/core/time.h"
#include "net/codec/jsonwriter.h"

#include <cstdio>
#include <string>

namespace foredeck {

namespace {

std::string_view nameOfLevel(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return "debug";
    case LogLevel::Info: return "info";
    case LogLevel::Warning: return "warning";
    case LogLevel::Error: return "error";
    }
    return "info";
}

void writeValue(JsonWriter &json, const LogField::Value &value)
{
    if (const auto *text = std::get_if<std::string_view>(&value))
        json.string(*text);
    else if (const auto *whole = std::get_if<std::int64_t>(&value))
        json.integer(*whole);
    else if (const auto *number = std::get_if<double>(&value))
        json.real(*number);
    else
        json.boolean(std::get<bool>(value));
}

} // namespace

void JsonLog::write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields)
{
    if (!enabled(level))
        return;
    JsonWriter json;
    json.beginObject();
    json.key("at");
    json.string(toRfc3339(m_clock.now()));
    json.key("level");
    json.string(nameOfLevel(level));
    json.key("event");
    json.string(event);
    for (const auto &field : fields) {
        json.key(field.name);
        writeValue(json, field.value);
    }
    json.endObject();
    const auto line = json.take() + "\n";
    const std::lock_guard lock {m_mutex};
    std::fwrite(line.data(), 1, line.size(), stderr);
}

} // namespace foredeck
