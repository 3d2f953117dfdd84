#pragma once

#include "models/core/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace foredeck {

/// One value inside a parsed document; two words, cheap to copy, valid while its JsonDocument lives.
/// The as…() functions answer nothing when the value is of another type: nothing is converted silently.
class JsonValue {
public:
    JsonValue() = default;

    bool exists() const noexcept { return m_document != nullptr; }
    bool isNull() const noexcept;
    bool isObject() const noexcept;
    bool isArray() const noexcept;
    std::optional<std::string_view> asString() const noexcept;
    std::optional<std::int64_t> asInteger() const noexcept;
    std::optional<double> asReal() const noexcept; ///< integers too
    std::optional<bool> asBoolean() const noexcept;
    /// A member of an object; does not exist when absent or when this is no object.
    JsonValue operator[](std::string_view name) const noexcept;
    /// Calls for each member or element, in order; stops when the function answers false.
    void eachMember(const std::function<bool(std::string_view, JsonValue)> &call) const;
    void eachElement(const std::function<bool(JsonValue)> &call) const;
    std::size_t size() const noexcept; ///< elements of an array, members of an object
    /// The value as compact JSON text.
    std::string toJson() const;

private:
    friend class JsonDocument;
    friend struct JsonValueAccess;
    const void *m_document = nullptr;
    std::size_t m_index = 0;
};

/// A parsed JSON text (simdjson's DOM: the whole text is checked, UTF-8 and escapes included). One document at a time;
/// keep it and parse again to reuse its memory. Not for several threads at once.
class JsonDocument {
public:
    /// Objects and arrays inside one another; deeper input is refused, on hostile bodies as on ours.
    static constexpr int maxDepth = 32;

    JsonDocument();
    ~JsonDocument();
    JsonDocument(const JsonDocument &) = delete;
    JsonDocument &operator=(const JsonDocument &) = delete;

    /// On failure the error names the path at which reading stopped ("entry[0].changes[0].value"), and why.
    Result<JsonValue> parse(std::string_view text);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck
