#include "models/cache/sought.h"

#include "models/cache/folding.h"

#include <algorithm>

namespace foredeck {

namespace {

/// A text without what does not matter to who looks for something in it, and from where each character of it comes.
struct Plain {
    QString text;
    std::vector<TextSpan> from;

    void add(QChar c, TextSpan span)
    {
        text.append(c);
        from.push_back(span);
    }
};

QChar simplest(char32_t point)
{
    switch (point) {
    case U'‘':
    case U'’':
    case U'‚':
    case U'ʼ':
        return u'\'';
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
        return u'"';
    case U'‐':
    case U'‑':
    case U'–':
    case U'—':
    case U'−':
        return u'-';
    default:
        return {};
    }
}

Plain plainOf(const QString &text)
{
    Plain plain;
    plain.text.reserve(text.size());
    plain.from.reserve(static_cast<std::size_t>(text.size()));
    for (int at = 0; at < text.size();) {
        const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const char32_t point = isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        const TextSpan span {at, at + (isPair ? 2 : 1)};
        at = span.to;
        if (point == 0 || QChar::category(point) == QChar::Other_Format)
            continue;
        if (QChar::isSpace(point) || QChar::category(point) == QChar::Other_Control) {
            if (!plain.text.endsWith(u' '))
                plain.add(u' ', span);
        } else if (const QChar simple = simplest(point); !simple.isNull()) {
            plain.add(simple, span);
        } else if (point < 0x80) {
            plain.add(QChar(static_cast<char16_t>(point)).toLower(), span);
        } else {
            for (const QChar c : folded(text.mid(span.from, span.to - span.from)))
                plain.add(c, span);
        }
    }
    return plain;
}

} // namespace

Sought::Sought(const QString &words) : m_plain(plainOf(words).text.trimmed()) { }

std::vector<TextSpan> Sought::in(const QString &text) const
{
    std::vector<TextSpan> spans;
    if (isEmpty())
        return spans;
    const Plain plain = plainOf(text);
    const auto of = [&](qsizetype at) { return plain.from[static_cast<std::size_t>(at)]; };
    for (qsizetype at = plain.text.indexOf(m_plain), end = 0; at >= 0; at = plain.text.indexOf(m_plain, end)) {
        end = at + m_plain.size();
        // With the accents that follow its last letter; half of what is one character (ß, a ligature) is all of it.
        const int to = std::max(of(end - 1).to, end < plain.text.size() ? of(end).from : static_cast<int>(text.size()));
        spans.push_back({of(at).from, to});
        while (end < plain.text.size() && of(end).from < to)
            ++end;
    }
    return spans;
}

} // namespace foredeck
