#include "ui/shell/ranking.h"

namespace foredeck::ui {

namespace {

constexpr int wholeStart = 120;
constexpr int wordStart = 40;
constexpr int neighbour = 30;
constexpr int plainHit = 10;
constexpr int gapCost = 2;
constexpr int worst = -1'000'000;

/// One letter without its accents, in lower case: "É" → "e".
QChar folded(QChar c)
{
    const QString parts = QString(c).normalized(QString::NormalizationForm_D);
    return (parts.isEmpty() ? c : parts.at(0)).toCaseFolded();
}

bool startsWord(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper());
}

bool endsWord(const QString &text, qsizetype at)
{
    return at >= text.size() || !text[at].isLetterOrNumber();
}

QString folded(const QString &text)
{
    QString all;
    for (const QChar c : text)
        all.append(folded(c));
    return all;
}

/// `whole`: to the end of each.
bool meetsWords(const QStringList &wanted, const QString &text, bool whole)
{
    const QString plain = folded(text);
    qsizetype from = 0;
    for (const QString &word : wanted) {
        qsizetype at = plain.indexOf(word, from);
        while (at >= 0 && !(startsWord(text, at) && (!whole || endsWord(text, at + word.size()))))
            at = plain.indexOf(word, at + 1);
        if (at < 0)
            return false;
        from = at + word.size();
    }
    return true;
}

} // namespace

WordHit wordHit(const QString &query, const QString &text)
{
    const QStringList wanted = folded(query).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (wanted.isEmpty() || meetsWords(wanted, text, true))
        return WordHit::Whole;
    return meetsWords(wanted, text, false) ? WordHit::Beginnings : WordHit::None;
}

std::optional<Match> fuzzyMatch(const QString &query, const QString &text)
{
    QString wanted;
    for (const QChar c : query) {
        if (!c.isSpace())
            wanted.append(folded(c));
    }
    if (wanted.isEmpty())
        return Match {};
    const qsizetype n = text.size();
    const qsizetype m = wanted.size();
    if (m > n || n > 200)
        return m > n ? std::nullopt : fuzzyMatch(query, text.left(200));
    // best[i][j]: the best score with wanted[i] met at text[j].
    QList<QList<int>> best(m, QList<int>(n, worst));
    QList<QList<int>> from(m, QList<int>(n, -1));
    for (qsizetype i = 0; i < m; ++i) {
        for (qsizetype j = i; j < n; ++j) {
            if (folded(text[j]) != wanted[i])
                continue;
            const int own = plainHit + (startsWord(text, j) ? wordStart : 0);
            if (i == 0) {
                best[i][j] = own - int(std::min<qsizetype>(j, 20)) * gapCost;
                continue;
            }
            for (qsizetype k = i - 1; k < j; ++k) {
                if (best[i - 1][k] == worst)
                    continue;
                const int gap = int(j - k - 1);
                const int score = best[i - 1][k] + own + (gap == 0 ? neighbour : -std::min(gap, 20) * gapCost);
                if (score > best[i][j]) {
                    best[i][j] = score;
                    from[i][j] = int(k);
                }
            }
        }
    }
    qsizetype end = -1;
    for (qsizetype j = 0; j < n; ++j) {
        if (best[m - 1][j] != worst && (end < 0 || best[m - 1][j] > best[m - 1][end]))
            end = j;
    }
    if (end < 0)
        return std::nullopt;
    Match match;
    match.score = best[m - 1][end];
    for (qsizetype i = m - 1, j = end; i >= 0; --i) {
        match.positions.prepend(int(j));
        j = from[i][j];
    }
    if (match.positions.first() == 0 && match.positions.last() == m - 1)
        match.score += wholeStart;
    return match;
}

int rankOf(const Match &match, int recency)
{
    return match.score + (recency > 0 ? std::max(0, 25 - recency) : 0);
}

} // namespace foredeck::ui
