#include "net/codec/jsonreader.h"

#include <cstdio>
#include <cstring>
#include <vector>

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <simdjson.h>

namespace foredeck {

// A dom::element is a document pointer and an index on its tape; JsonValue keeps these two words, so that simdjson's
// large header stays in this file.
struct JsonValueAccess {
    static simdjson::dom::element element(const JsonValue &v) noexcept
    {
        struct Words {
            const void *document;
            std::size_t index;
        } words {v.m_document, v.m_index};
        static_assert(sizeof(words) == sizeof(simdjson::dom::element));
        simdjson::dom::element element;
        std::memcpy(static_cast<void *>(&element), &words, sizeof(words));
        return element;
    }
    static JsonValue value(const simdjson::dom::element &element) noexcept
    {
        struct Words {
            const void *document;
            std::size_t index;
        } words;
        std::memcpy(&words, static_cast<const void *>(&element), sizeof(words));
        JsonValue v;
        v.m_document = words.document;
        v.m_index = words.index;
        return v;
    }
};

struct JsonDocument::Private {
    simdjson::dom::parser parser;
    simdjson::padded_string padded;
    std::string buffer;
};

namespace {

// Walks a text that simdjson has refused once more, only to tell where it went wrong.
class PathHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, PathHandler> {
public:
    bool Default()
    {
        step();
        return true;
    }
    bool String(const char *text, rapidjson::SizeType length, bool) { return isWhole({text, length}) && Default(); }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (!isWhole({text, length}))
            return false;
        m_levels.back().name.assign(text, std::min<std::size_t>(length, 64));
        return true;
    }
    bool StartObject() { return descend(false); }
    bool StartArray() { return descend(true); }
    bool EndObject(rapidjson::SizeType) { return ascend(); }
    bool EndArray(rapidjson::SizeType) { return ascend(); }

    bool tooDeep() const noexcept { return m_tooDeep; }
    bool sawHalfOfAPair() const noexcept { return m_halfOfAPair; }
    std::string path() const
    {
        std::string text;
        for (const auto &level : m_levels) {
            if (level.array)
                text += "[" + std::to_string(level.index) + "]";
            else if (!level.name.empty())
                text += (text.empty() ? "" : ".") + level.name;
            if (text.size() > 200)
                break;
        }
        return text;
    }

private:
    struct Level {
        bool array = false;
        std::size_t index = 0;
        std::string name;
    };

    // "\udfff": RapidJSON writes the second half of a pair alone as if it were a character; simdjson has refused it.
    bool isWhole(std::string_view text)
    {
        for (auto at = text.find('\xed'); at != std::string_view::npos && !m_halfOfAPair; at = text.find('\xed', at + 1))
            m_halfOfAPair = at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xa0;
        return !m_halfOfAPair;
    }
    void step()
    {
        if (!m_levels.empty() && m_levels.back().array)
            ++m_levels.back().index;
    }
    bool descend(bool array)
    {
        m_levels.push_back({array, 0, {}});
        m_tooDeep = m_levels.size() > static_cast<std::size_t>(JsonDocument::maxDepth);
        return !m_tooDeep;
    }
    bool ascend()
    {
        m_levels.pop_back();
        step();
        return true;
    }

    std::vector<Level> m_levels;
    bool m_tooDeep = false;
    bool m_halfOfAPair = false;
};

Error whereItStopped(std::string_view text, const char *reason)
{
    PathHandler handler;
    rapidjson::Reader reader;
    rapidjson::MemoryStream stream {text.data(), text.size()};
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    const auto outcome = reader.Parse<flags>(stream, handler);
    std::string why = reason;
    if (handler.tooDeep())
        why = "nested deeper than " + std::to_string(JsonDocument::maxDepth) + " levels";
    else if (handler.sawHalfOfAPair())
        why = "holds half of a surrogate pair";
    else if (outcome.IsError())
        why = std::string {rapidjson::GetParseError_En(outcome.Code())} + " At byte " + std::to_string(outcome.Offset()) + ".";
    return Error::invalid(handler.path(), why);
}

void writeString(std::string &out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                char escape[8];
                std::snprintf(escape, sizeof(escape), "\\u%04x", static_cast<unsigned>(c));
                out += escape;
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

} // namespace

JsonDocument::JsonDocument() : d(std::make_unique<Private>()) { }
JsonDocument::~JsonDocument() = default;

Result<JsonValue> JsonDocument::parse(std::string_view text)
{
    if (d->parser.capacity() < text.size() || d->parser.max_depth() != static_cast<std::size_t>(maxDepth)) {
        const auto capacity = std::max<std::size_t>(text.size(), 4096);
        if (d->parser.allocate(capacity, maxDepth) != simdjson::SUCCESS)
            return Error::of(Error::Kind::Busy, "out of memory while reading JSON");
    }
    // simdjson reads past the end by SIMDJSON_PADDING bytes: they must be ours.
    d->buffer.clear();
    d->buffer.reserve(text.size() + simdjson::SIMDJSON_PADDING);
    d->buffer.append(text);
    simdjson::dom::element root;
    const auto error = d->parser.parse(d->buffer.data(), d->buffer.size(), false).get(root);
    if (error != simdjson::SUCCESS)
        return whereItStopped(text, simdjson::error_message(error));
    return JsonValueAccess::value(root);
}

bool JsonValue::isNull() const noexcept { return exists() && JsonValueAccess::element(*this).is_null(); }
bool JsonValue::isObject() const noexcept { return exists() && JsonValueAccess::element(*this).is_object(); }
bool JsonValue::isArray() const noexcept { return exists() && JsonValueAccess::element(*this).is_array(); }

std::optional<std::string_view> JsonValue::asString() const noexcept
{
    std::string_view text;
    if (!exists() || JsonValueAccess::element(*this).get_string().get(text) != simdjson::SUCCESS)
        return std::nullopt;
    return text;
}

std::optional<std::int64_t> JsonValue::asInteger() const noexcept
{
    std::int64_t value = 0;
    if (!exists() || !JsonValueAccess::element(*this).is_int64() || JsonValueAccess::element(*this).get_int64().get(value) != simdjson::SUCCESS)
        return std::nullopt;
    return value;
}

std::optional<double> JsonValue::asReal() const noexcept
{
    double value = 0;
    if (!exists() || JsonValueAccess::element(*this).get_double().get(value) != simdjson::SUCCESS)
        return std::nullopt;
    return value;
}

std::optional<bool> JsonValue::asBoolean() const noexcept
{
    bool value = false;
    if (!exists() || JsonValueAccess::element(*this).get_bool().get(value) != simdjson::SUCCESS)
        return std::nullopt;
    return value;
}

JsonValue JsonValue::operator[](std::string_view name) const noexcept
{
    simdjson::dom::object object;
    if (!exists() || JsonValueAccess::element(*this).get_object().get(object) != simdjson::SUCCESS)
        return {};
    // simdjson compares with memcmp, which takes no null pointer, not even for nothing.
    simdjson::dom::element member;
    if (object.at_key(name.empty() ? std::string_view {""} : name).get(member) != simdjson::SUCCESS)
        return {};
    return JsonValueAccess::value(member);
}

void JsonValue::eachMember(const std::function<bool(std::string_view, JsonValue)> &call) const
{
    simdjson::dom::object object;
    if (!exists() || JsonValueAccess::element(*this).get_object().get(object) != simdjson::SUCCESS)
        return;
    for (const auto &member : object) {
        if (!call(member.key, JsonValueAccess::value(member.value)))
            return;
    }
}

void JsonValue::eachElement(const std::function<bool(JsonValue)> &call) const
{
    simdjson::dom::array array;
    if (!exists() || JsonValueAccess::element(*this).get_array().get(array) != simdjson::SUCCESS)
        return;
    for (const auto &element : array) {
        if (!call(JsonValueAccess::value(element)))
            return;
    }
}

std::size_t JsonValue::size() const noexcept
{
    std::size_t count = 0;
    if (isArray())
        eachElement([&](JsonValue) { return ++count, true; });
    else
        eachMember([&](std::string_view, JsonValue) { return ++count, true; });
    return count;
}

std::string JsonValue::toJson() const
{
    if (const auto text = asString()) {
        std::string out;
        writeString(out, *text);
        return out;
    }
    if (!exists())
        return "null";
    std::string out;
    bool first = true;
    if (isObject()) {
        out += '{';
        eachMember([&](std::string_view name, JsonValue value) {
            out += first ? "" : ",";
            first = false;
            writeString(out, name);
            out += ':';
            out += value.toJson();
            return true;
        });
        return out + '}';
    }
    if (isArray()) {
        out += '[';
        eachElement([&](JsonValue value) {
            out += first ? "" : ",";
            first = false;
            out += value.toJson();
            return true;
        });
        return out + ']';
    }
    return simdjson::minify(JsonValueAccess::element(*this));
}

} // namespace foredeck
