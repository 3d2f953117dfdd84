#pragma once

#include "net/codec/jsonreader.h"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

namespace foredeck {

/// One task of `foredeckd evaluate` (docs/evaluate.md): owners measure the assistant on their own history with it, and so do
/// we. One object reads one input from one thread.
class Evaluation {
public:
    virtual ~Evaluation() = default;

    /// The prediction for one row, both as one line of JSON. A row that cannot be read: `{"id":…,"error":"…"}`.
    std::string answer(std::string_view row);
    /// How many rows could be read.
    std::size_t answered() const noexcept { return m_answered; }

    /// How right the predictions were, where rows carried labels; else empty.
    virtual std::string table() const = 0;

protected:
    /// The prediction for a row that is an object; its id is `id`, as JSON.
    virtual Result<std::string> predict(JsonValue row, const std::string &id) = 0;

private:
    JsonDocument m_document;
    std::size_t m_answered = 0;
};

/// Answers every line that is not blank, in order.
void evaluate(Evaluation &evaluation, std::istream &in, std::ostream &out);

} // namespace foredeck
