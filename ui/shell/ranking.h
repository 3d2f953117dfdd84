#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace foredeck::ui {

/// How well a query fits a text, and which characters of the text it met.
struct Match {
    int score = 0;
    QList<int> positions; ///< rising
};

/// Every character of the query (blanks aside) must appear in order. Worth more, in this order: the whole beginning of the
/// text, beginnings of words, neighbours, small gaps. Case and accents do not matter ("vasq" finds "Vásquez"). Nothing when
/// it does not fit. Pure.
std::optional<Match> fuzzyMatch(const QString &query, const QString &text);
/// The words of the query, in order, as words of the text. Case and accents do not matter. Pure.
enum class WordHit {
    None, ///< or scattered letters
    Beginnings, ///< each begins one ("el va" of "Elena Vásquez")
    Whole, ///< each is one ("elena" of "Elena Vásquez")
};
WordHit wordHit(const QString &query, const QString &text);
/// The order in the palette: match, then what was used lately (`recency`: 1 is the newest, 0 never used).
int rankOf(const Match &match, int recency);

} // namespace foredeck::ui
