#include "net/codec/jsonwriter.h"

#include "models/core/text.h"

#include <cmath>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace foredeck {

struct JsonWriter::Private {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>, rapidjson::CrtAllocator,
        rapidjson::kWriteValidateEncodingFlag>
        writer {buffer};
};

namespace {

// Keeps what is well formed and puts U+FFFD for each byte that is not.
std::string repaired(std::string_view text)
{
    std::string good;
    good.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        for (std::size_t n = 4; n >= 1; --n) {
            if (at + n <= text.size() && isUtf8(text.substr(at, n))) {
                length = n;
                good.append(text, at, n);
                break;
            }
            if (n == 1)
                good += "\xef\xbf\xbd";
        }
        at += length;
    }
    return good;
}

} // namespace

JsonWriter::JsonWriter() : d(std::make_unique<Private>()) { }
JsonWriter::~JsonWriter() = default;

void JsonWriter::beginObject() { d->writer.StartObject(); }
void JsonWriter::endObject() { d->writer.EndObject(); }
void JsonWriter::beginArray() { d->writer.StartArray(); }
void JsonWriter::endArray() { d->writer.EndArray(); }
void JsonWriter::key(std::string_view name) { d->writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }

void JsonWriter::string(std::string_view text)
{
    if (isUtf8(text)) {
        d->writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    } else {
        const auto good = repaired(text);
        d->writer.String(good.data(), static_cast<rapidjson::SizeType>(good.size()));
    }
}

void JsonWriter::integer(std::int64_t value) { d->writer.Int64(value); }
void JsonWriter::boolean(bool value) { d->writer.Bool(value); }
void JsonWriter::null() { d->writer.Null(); }

void JsonWriter::real(double value)
{
    // JSON has no NaN and no infinity; what cannot be said is null.
    if (std::isfinite(value))
        d->writer.Double(value);
    else
        d->writer.Null();
}

void JsonWriter::raw(std::string_view json) { d->writer.RawValue(json.data(), json.size(), rapidjson::kObjectType); }

std::string_view JsonWriter::text() const { return {d->buffer.GetString(), d->buffer.GetSize()}; }
std::string JsonWriter::take() { return std::string {text()}; }

} // namespace foredeck
