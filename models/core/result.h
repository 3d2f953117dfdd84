#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace foredeck {

/// One field of an input that could not be taken, named as the sender named it ("messages[0].text").
struct FieldError {
    std::string field;
    std::string reason;
};

/// Why something did not happen. The kind decides what the caller does next (retry, show, give up) and which HTTP
/// status a handler answers; the detail is for people and never carries a secret.
struct Error {
    enum class Kind {
        Invalid, ///< the input cannot be read or is not allowed: 400
        Unauthorized, ///< nobody is signed in, or the token is over: 401
        Forbidden, ///< signed in, without the right: 403
        NotFound, ///< absent, or another tenant's (the same answer on purpose): 404
        Conflict, ///< the world has moved since the caller looked: 409
        PreconditionFailed, ///< If-Match names an older version: 412
        TooLarge, ///< 413
        Unprocessable, ///< understood and refused, such as an op_id reused with another body: 422
        TooMany, ///< 429
        Busy, ///< try again later: 503
        Unavailable, ///< the other side did not answer, outcome unknown
        NotConfigured, ///< a key or address is missing; says which
        Cancelled, ///< somebody asked to stop
        Io, ///< disk full, read error
        Corrupt, ///< a file is damaged
        TooNew, ///< written by a newer program than this one
        Internal, ///< a fault of ours: 500
    };

    Kind kind = Kind::Internal;
    std::string detail;
    std::vector<FieldError> fields;
    /// JSON object with what the caller needs to decide on a Conflict or PreconditionFailed (the current entity, the
    /// newer messages, the holder), else empty. Extension members of RFC 9457.
    std::string extension;

    static Error invalid(std::string field, std::string reason)
    {
        return {Kind::Invalid, field.empty() ? reason : field + ": " + reason, {{std::move(field), std::move(reason)}}, {}};
    }
    static Error of(Kind kind, std::string detail) { return {kind, std::move(detail), {}, {}}; }
};

/// A value or the reason why there is none. No implicit bool: ask hasValue() or hasError().
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) { }

    bool hasValue() const noexcept { return m_state.index() == 0; }
    bool hasError() const noexcept { return m_state.index() == 1; }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const Error &error() const & { return std::get<1>(m_state); }
    Error &&error() && { return std::get<1>(std::move(m_state)); }
    T valueOr(T other) const & { return hasValue() ? value() : std::move(other); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) { }

    bool hasValue() const noexcept { return !m_error; }
    bool hasError() const noexcept { return m_error.has_value(); }
    const Error &error() const & { return *m_error; }
    Error &&error() && { return std::move(*m_error); }

private:
    std::optional<Error> m_error;
};

} // namespace foredeck
