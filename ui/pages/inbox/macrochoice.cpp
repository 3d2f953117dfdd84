#include "ui/pages/inbox/macrochoice.h"

#include "ui/shell/ranking.h"

#include <algorithm>

namespace foredeck::ui {

namespace {

constexpr qsizetype longestQuery = 40;
constexpr int textScore = -1'000'000; ///< below every name

} // namespace

std::optional<SlashWords> slashWords(const QString &lineToCaret)
{
    qsizetype slash = 0;
    while (slash < lineToCaret.size() && lineToCaret[slash].isSpace())
        ++slash;
    if (slash == lineToCaret.size() || lineToCaret[slash] != QLatin1Char('/'))
        return std::nullopt;
    const QString query = lineToCaret.mid(slash + 1);
    const bool asks = query.size() <= longestQuery && !query.contains(QLatin1Char('/')) && !(query.startsWith(QLatin1Char(' ')));
    return asks ? std::optional {SlashWords {int(slash), query}} : std::nullopt;
}

std::vector<MacroChoice> macrosFor(const QString &query, const std::vector<Macro> &macros)
{
    struct Found {
        MacroChoice choice;
        int score = 0;
    };
    std::vector<Found> found;
    const bool all = query.trimmed().isEmpty();
    for (const Macro &macro : macros) {
        if (const auto match = fuzzyMatch(query, QString::fromStdString(macro.name)))
            found.push_back({{macro, match->positions}, all ? 0 : match->score});
        else if (wordHit(query, QString::fromStdString(macro.text)) != WordHit::None)
            found.push_back({{macro, {}}, textScore});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.score > b.score; });
    std::vector<MacroChoice> choices;
    for (Found &one : found)
        choices.push_back(std::move(one.choice));
    return choices;
}

} // namespace foredeck::ui
