#pragma once

#include <QString>

#include <vector>

namespace foredeck {

/// A piece of a text.
struct TextSpan {
    int from = 0;
    int to = 0; ///< behind its last character

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// Words that somebody looks for in texts, met as a person would meet them: whatever their case, accents and quotation marks
/// are, however many blanks or line breaks stand between them, and past characters that cannot be seen.
class Sought {
public:
    Sought() = default;
    explicit Sought(const QString &words);
    /// Nothing that could be met.
    bool isEmpty() const { return m_plain.isEmpty(); }
    /// Where the text holds them, from its beginning on; none overlaps another.
    std::vector<TextSpan> in(const QString &text) const;

    friend bool operator==(const Sought &, const Sought &) = default;

private:
    QString m_plain;
};

} // namespace foredeck
