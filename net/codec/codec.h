#pragma once

#include "models/core/id.h"
#include "models/core/open.h"
#include "models/core/text.h"
#include "models/core/time.h"
#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace foredeck {

/// How a type stands on the wire, said once for both directions: specialise with
///   template <class V, class T> static void visit(V &v, T &x) { v("id", x.id); v.required("text", x.text); … }
/// `v(name, field)` is optional when reading (the field keeps its default), `v.required` is not. Unknown members are
/// ignored; a member of a wrong type is an error that names its path. A type that once was a plain text has beside it
///   static void fromText(T &x, std::string_view text)
/// and is read from both.
template <class T>
struct Fields;

template <class T>
concept HasFields = requires { sizeof(Fields<T>); };

template <class T>
concept WasText = requires(T &x) { Fields<T>::fromText(x, std::string_view {}); };

class FieldWriter {
public:
    explicit FieldWriter(JsonWriter &json) : m_json(json) { }

    template <class T>
    void operator()(std::string_view name, const T &value)
    {
        m_json.key(name);
        write(value);
    }
    template <class T>
    void required(std::string_view name, const T &value) { (*this)(name, value); }
    /// JSON text that stands as it is (an event's data). Empty: null.
    void raw(std::string_view name, const std::string &json)
    {
        m_json.key(name);
        json.empty() ? m_json.null() : m_json.raw(json);
    }

    template <class T>
    void write(const T &value)
    {
        if constexpr (HasFields<T>) {
            m_json.beginObject();
            Fields<T>::visit(*this, value);
            m_json.endObject();
        } else {
            writePlain(value);
        }
    }

private:
    void writePlain(const std::string &text) { m_json.string(text); }
    void writePlain(bool value) { m_json.boolean(value); }
    void writePlain(double value) { m_json.real(value); }
    template <std::integral I>
    void writePlain(I value) { m_json.integer(static_cast<std::int64_t>(value)); }
    void writePlain(Timestamp t) { m_json.string(toRfc3339(t)); }
    template <class Tag>
    void writePlain(const Id<Tag> &id) { id.empty() ? m_json.null() : m_json.string(id.value); }
    template <class E>
    void writePlain(const Open<E> &value) { m_json.string(value.text()); }
    template <class T>
    void writePlain(const std::optional<T> &value) { value ? write(*value) : m_json.null(); }
    template <class T>
    void writePlain(const std::vector<T> &list)
    {
        m_json.beginArray();
        for (const auto &item : list)
            write(item);
        m_json.endArray();
    }
    template <class T, std::size_t N>
    void writePlain(const std::array<T, N> &list)
    {
        m_json.beginArray();
        for (const auto &item : list)
            write(item);
        m_json.endArray();
    }
    template <class T>
    void writePlain(const std::map<std::string, T> &map)
    {
        m_json.beginObject();
        for (const auto &[name, value] : map)
            (*this)(name, value);
        m_json.endObject();
    }

    JsonWriter &m_json;
};

class FieldReader {
public:
    FieldReader(JsonValue value, std::vector<FieldError> &errors, std::string path = {})
        : m_value(value), m_errors(errors), m_path(std::move(path)) { }

    template <class T>
    void operator()(std::string_view name, T &field)
    {
        const JsonValue member = m_value[name];
        if (!member.exists() || (member.isNull() && !isOptional<T>))
            return;
        read(member, field, at(name));
    }
    template <class T>
    void required(std::string_view name, T &field)
    {
        const JsonValue member = m_value[name];
        if (!member.exists() || member.isNull())
            fail(at(name), "is missing");
        else
            read(member, field, at(name));
    }
    void raw(std::string_view name, std::string &json)
    {
        const JsonValue member = m_value[name];
        if (member.exists() && !member.isNull())
            json = member.toJson();
    }

    template <class T>
    void read(JsonValue value, T &field, const std::string &path)
    {
        if constexpr (HasFields<T>) {
            if constexpr (WasText<T>) {
                if (const auto text = value.asString())
                    return Fields<T>::fromText(field, *text);
            }
            if (!value.isObject())
                return fail(path, "must be an object");
            FieldReader inner {value, m_errors, path};
            Fields<T>::visit(inner, field);
        } else {
            readPlain(value, field, path);
        }
    }

private:
    template <class T>
    struct IsOptional : std::false_type { };
    template <class T>
    struct IsOptional<std::optional<T>> : std::true_type { };
    template <class T>
    static constexpr bool isOptional = IsOptional<T>::value;

    std::string at(std::string_view name) const { return m_path.empty() ? std::string {name} : m_path + "." + std::string {name}; }
    void fail(std::string path, std::string reason)
    {
        if (m_errors.size() < 20)
            m_errors.push_back({std::move(path), std::move(reason)});
    }

    void readPlain(JsonValue value, std::string &field, const std::string &path)
    {
        if (const auto text = value.asString())
            field = *text;
        else
            fail(path, "must be a text");
    }
    void readPlain(JsonValue value, bool &field, const std::string &path)
    {
        if (const auto b = value.asBoolean())
            field = *b;
        else
            fail(path, "must be true or false");
    }
    void readPlain(JsonValue value, double &field, const std::string &path)
    {
        if (const auto number = value.asReal())
            field = *number;
        else
            fail(path, "must be a number");
    }
    template <std::integral I>
    void readPlain(JsonValue value, I &field, const std::string &path)
    {
        const auto number = value.asInteger();
        if (!number || !std::in_range<I>(*number))
            fail(path, "must be a whole number");
        else
            field = static_cast<I>(*number);
    }
    void readPlain(JsonValue value, Timestamp &field, const std::string &path)
    {
        const auto text = value.asString();
        const auto t = text ? fromRfc3339(*text) : std::nullopt;
        if (t)
            field = *t;
        else
            fail(path, "must be a time such as 2026-11-20T14:02:11.042Z");
    }
    template <class Tag>
    void readPlain(JsonValue value, Id<Tag> &field, const std::string &path) { readPlain(value, field.value, path); }
    template <class E>
    void readPlain(JsonValue value, Open<E> &field, const std::string &path)
    {
        if (const auto text = value.asString())
            field = Open<E>::fromText(*text);
        else
            fail(path, "must be a text");
    }
    template <class T>
    void readPlain(JsonValue value, std::optional<T> &field, const std::string &path)
    {
        if (value.isNull())
            field.reset();
        else
            read(value, field.emplace(), path);
    }
    template <class T>
    void readPlain(JsonValue value, std::vector<T> &field, const std::string &path)
    {
        if (!value.isArray())
            return fail(path, "must be a list");
        field.clear();
        value.eachElement([&](JsonValue element) {
            const auto index = std::to_string(field.size());
            read(element, field.emplace_back(), path + "[" + index + "]");
            return true;
        });
    }
    template <class T, std::size_t N>
    void readPlain(JsonValue value, std::array<T, N> &field, const std::string &path)
    {
        if (!value.isArray() || value.size() != N)
            return fail(path, "must be a list of " + std::to_string(N));
        std::size_t i = 0;
        value.eachElement([&](JsonValue element) {
            read(element, field[i], path + "[" + std::to_string(i) + "]");
            return ++i, true;
        });
    }
    template <class T>
    void readPlain(JsonValue value, std::map<std::string, T> &field, const std::string &path)
    {
        if (!value.isObject())
            return fail(path, "must be an object");
        field.clear();
        value.eachMember([&](std::string_view name, JsonValue member) {
            read(member, field[std::string {name}], path + "." + std::string {name});
            return true;
        });
    }

    JsonValue m_value;
    std::vector<FieldError> &m_errors;
    std::string m_path;
};

/// A value as JSON text.
template <class T>
std::string encode(const T &value)
{
    JsonWriter json;
    FieldWriter {json}.write(value);
    return json.take();
}

/// A value from JSON that is parsed already. The error lists every field that does not fit, named by its path.
template <class T>
Result<T> decode(JsonValue value)
{
    T result {};
    std::vector<FieldError> errors;
    FieldReader {value, errors}.read(value, result, {});
    if (errors.empty())
        return result;
    Error error = Error::invalid(errors.front().field, errors.front().reason);
    error.fields = std::move(errors);
    return error;
}

template <class T>
Result<T> decode(std::string_view text)
{
    JsonDocument document;
    const auto root = document.parse(text);
    if (root.hasError())
        return root.error();
    return decode<T>(root.value());
}

} // namespace foredeck
