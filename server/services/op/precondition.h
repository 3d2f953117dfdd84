#pragma once

#include "models/core/result.h"
#include "net/codec/codec.h"

#include <cstdint>
#include <string>
#include <utility>

namespace foredeck {

/// If-Match of entities that only people edit (contract 1): the version the editor had before them. Another one, or none,
/// is PreconditionFailed with {"current": the entity as it is}.
template <class T>
Result<void> matchVersion(const T &current, std::int64_t ifMatch)
{
    if (current.version == ifMatch)
        return {};
    Error error = Error::of(Error::Kind::PreconditionFailed, ifMatch == 0 ? "send If-Match with the version you edited" : "somebody else has edited it");
    error.extension = "{\"current\":" + encode(current) + "}";
    return error;
}

/// Unprocessable: there are as many as there may be in what `field` names. The detail is the sentence alone.
inline Error tooMany(std::string field, std::string sentence)
{
    Error error = Error::of(Error::Kind::Unprocessable, sentence);
    error.fields.push_back({std::move(field), std::move(sentence)});
    return error;
}

/// "between 1 and `most` bytes" for names and the like; the error names the field.
inline Result<void> fitText(std::string_view field, std::string_view text, std::size_t most, bool mayBeEmpty = false)
{
    if (text.empty() && !mayBeEmpty)
        return Error::invalid(std::string {field}, "is empty");
    if (text.size() > most)
        return Error::invalid(std::string {field}, "has more than " + std::to_string(most) + " bytes");
    return {};
}

} // namespace foredeck
