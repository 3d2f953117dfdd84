#include "ui/pages/inbox/mentionchoice.h"

#include "models/core/text.h"
#include "models/domain/mention.h"
#include "ui/shell/ranking.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr qsizetype longestPersonQuery = 40;
constexpr int addressScore = -1'000'000; ///< below every name

/// One line, and no longer than a mention may be.
QString nameIn(const User &user)
{
    const std::string line = harmless(fromUtf8(user.name)).simplified().toStdString();
    const std::string_view fits = clipUtf8(line, mostMentionBytes);
    return QString::fromUtf8(fits.data(), qsizetype(fits.size())).trimmed();
}

} // namespace

std::optional<SignWords> atWords(const QString &lineToCaret)
{
    const qsizetype sign = lineToCaret.lastIndexOf(QLatin1Char('@'));
    if (sign < 0 || (sign > 0 && (lineToCaret[sign - 1].isLetterOrNumber() || lineToCaret[sign - 1] == QLatin1Char('_'))))
        return std::nullopt;
    const QString query = lineToCaret.mid(sign + 1);
    const bool asks = query.size() <= longestPersonQuery && !query.startsWith(QLatin1Char(' '));
    return asks ? std::optional {SignWords {int(sign), query}} : std::nullopt;
}

bool maySee(const User &user, const ClientId &client)
{
    const bool isTheirs = std::find(user.clients.begin(), user.clients.end(), client) != user.clients.end();
    const bool seesAll = user.clients.empty() && mayDo(user.role.value(), Right::Administer);
    return (isTheirs || seesAll) && user.status == UserStatus::Active && mayDo(user.role.value(), Right::Read);
}

std::vector<PersonChoice> peopleFor(const QString &query, const std::vector<User> &people)
{
    std::vector<std::pair<PersonChoice, int>> found;
    const bool all = query.trimmed().isEmpty();
    for (const User &user : people) {
        const QString name = nameIn(user);
        if (name.isEmpty())
            continue;
        if (const auto match = fuzzyMatch(query, name))
            found.push_back({{user, name, match->positions}, all ? 0 : match->score});
        else if (fromUtf8(user.email).startsWith(query, Qt::CaseInsensitive))
            found.push_back({{user, name, {}}, addressScore});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    std::vector<PersonChoice> choices;
    for (auto &one : found)
        choices.push_back(std::move(one.first));
    return choices;
}

} // namespace foredeck::ui
