#include "ui/shell/palettemodel.h"

#include "ui/widgets/painting.h"

#include <algorithm>

namespace foredeck::ui {

namespace {

constexpr int synonymCost = 60;

QStringList keyList(const QAction *action)
{
    const QKeySequence keys = action->shortcut();
    return keys.isEmpty() ? QStringList() : QStringList(keyWords(keys));
}

/// "Go to outbox": whoever says the command's group first means what follows.
QString withoutGroup(const QString &query, CommandGroup group)
{
    const QString first = groupWord(group) + QLatin1Char(' ');
    return query.startsWith(first, Qt::CaseInsensitive) ? query.mid(first.size()).trimmed() : query;
}

} // namespace

PaletteModel::PaletteModel(const CommandRegistry &commands, QObject *parent) : QAbstractListModel(parent), m_commands(commands) { }

QString PaletteModel::peopleQuery() const
{
    const QString query = m_query.trimmed();
    if (query.startsWith(QLatin1Char('>')) || query.isEmpty())
        return {};
    return query.startsWith(QLatin1Char('@')) ? query.mid(1).trimmed() : query;
}

void PaletteModel::setQuery(const QString &query)
{
    m_query = query;
    m_held.clear();
    m_isAnswered = peopleQuery().isEmpty();
    rebuild();
}

void PaletteModel::setPeople(std::vector<PaletteFind> people)
{
    m_people = std::move(people);
    m_isAnswered = true;
    rebuild();
}

void PaletteModel::rebuild()
{
    beginResetModel();
    m_items.clear();
    m_found = 0;
    const QString query = m_query.trimmed();
    if (!query.startsWith(QLatin1Char('@')))
        addCommands(query.startsWith(QLatin1Char('>')) ? query.mid(1).trimmed() : query);
    if (!peopleQuery().isEmpty())
        addPeople(peopleQuery());
    endResetModel();
}

void PaletteModel::addCommands(const QString &typed)
{
    std::map<CommandGroup, std::vector<PaletteItem>> groups;
    qint64 newest = 0;
    for (const CommandRegistry::Entry &entry : m_commands.entries())
        newest = std::max(newest, entry.lastUsed);
    for (const CommandRegistry::Entry &entry : m_commands.entries()) {
        PaletteItem item;
        const QString query = withoutGroup(typed, entry.command.group);
        std::optional<Match> match = fuzzyMatch(query, entry.command.text);
        if (wordHit(query, entry.command.text) == WordHit::None)
            item.hit = wordHit(query, entry.command.synonyms) == WordHit::None ? PaletteItem::Hit::Scattered : PaletteItem::Hit::Synonym;
        if (!match && !entry.command.synonyms.isEmpty()) {
            match = fuzzyMatch(query, entry.command.synonyms);
            if (match && match->score < 40)
                match.reset();
            if (match) {
                match->score -= synonymCost;
                match->positions.clear();
            }
        }
        item.key = QLatin1String("command ") + entry.command.id;
        if (!match || leavesOut(item, query))
            continue;
        item.isAct = entry.command.group == CommandGroup::Conversation;
        item.glyph = entry.command.glyph;
        item.text = entry.command.text;
        item.positions = query.isEmpty() ? QList<int>() : match->positions;
        item.keys = keyList(entry.action);
        item.reason = m_commands.reason(entry.command.id);
        item.rank = rankOf(*match, entry.lastUsed > 0 ? int(newest - entry.lastUsed) + 1 : 0) - (item.reason.isEmpty() ? 0 : 500);
        item.run = [action = entry.action] { action->trigger(); };
        groups[entry.command.group].push_back(std::move(item));
        ++m_found;
    }
    std::vector<std::pair<CommandGroup, std::vector<PaletteItem>>> ordered;
    for (auto &[group, items] : groups) {
        std::stable_sort(items.begin(), items.end(), [](const PaletteItem &a, const PaletteItem &b) { return a.rank > b.rank; });
        ordered.emplace_back(group, std::move(items));
    }
    // Enter runs what stands first: of what was asked for that is the best hit, in whatever group.
    if (!typed.isEmpty())
        std::stable_sort(ordered.begin(), ordered.end(), [](const auto &a, const auto &b) { return a.second.front().rank > b.second.front().rank; });
    for (auto &[group, items] : ordered) {
        PaletteItem header;
        header.header = groupWord(group);
        m_items.push_back(header);
        std::move(items.begin(), items.end(), std::back_inserter(m_items));
    }
}

/// "Mel" is in "Let go, for so-me-body e-l-se", and nobody who types it means that when there is a Mel.
bool PaletteModel::leavesOut(const PaletteItem &command, const QString &query) const
{
    if (command.hit != PaletteItem::Hit::Scattered || command.key == m_held || peopleQuery().isEmpty())
        return false;
    // Of other letters they may be, before the answer to these has come.
    return std::any_of(m_people.begin(), m_people.end(), [&](const PaletteFind &person) { return m_isAnswered || wordHit(query, person.name) != WordHit::None; });
}

void PaletteModel::addPeople(const QString &query)
{
    std::vector<PaletteItem> found;
    std::vector<std::pair<WordHit, std::size_t>> order;
    for (const PaletteFind &person : m_people)
        order.emplace_back(wordHit(query, person.name), order.size());
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (const auto &[hit, index] : order) {
        const PaletteFind &person = m_people[index];
        PaletteItem item;
        item.key = QLatin1String("person ") + person.id;
        item.isPerson = true;
        item.initials = initialsOf(person.name);
        item.text = person.name;
        item.place = person.place;
        item.keys = {QStringLiteral("⏎")};
        item.run = person.run;
        if (const std::optional<Match> match = fuzzyMatch(query, person.name))
            item.positions = match->positions;
        found.push_back(std::move(item));
    }
    if (found.empty())
        return;
    m_found += int(found.size());
    PaletteItem header;
    header.header = tr("People and conversations");
    found.insert(found.begin(), header);
    auto at = m_items.begin();
    if (at != m_items.end() && !standAbove(order.front().first))
        at = std::find_if(at + 1, m_items.end(), [](const PaletteItem &item) { return !item.header.isEmpty(); });
    m_items.insert(at, std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

/// They come a moment after the commands: what could be run by then (firstChoice()) stays first. Before an act on what is
/// open stands whoever has that name, and before a command that says it only in other words whoever is found.
bool PaletteModel::standAbove(WordHit bestName) const
{
    const int first = nextChoice(-1, 1);
    if (first < 0 || itemAt(first).hit != PaletteItem::Hit::Words)
        return true;
    return itemAt(first).isAct && bestName == WordHit::Whole;
}

int PaletteModel::firstChoice() const
{
    const int first = nextChoice(-1, 1);
    const bool isSure = first >= 0 && (m_isAnswered || (itemAt(first).hit == PaletteItem::Hit::Words && !itemAt(first).isAct && !itemAt(first).isPerson));
    return isSure ? first : -1;
}

int PaletteModel::rowOf(const QString &key) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const PaletteItem &item) { return item.header.isEmpty() && item.key == key && item.reason.isEmpty(); });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

int PaletteModel::nextChoice(int row, int by) const
{
    const int rows = rowCount();
    for (int i = 0, at = row; i < rows; ++i) {
        at = (at + by + rows) % rows;
        if (itemAt(at).header.isEmpty() && itemAt(at).reason.isEmpty())
            return at;
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteItem &item = itemAt(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        if (!item.header.isEmpty())
            return item.header;
        QStringList words {item.text};
        if (!item.place.isEmpty())
            words << item.place;
        words << (item.reason.isEmpty() ? item.keys.join(QLatin1Char(' ')) : item.reason);
        return role == Qt::DisplayRole ? item.text : words.join(QStringLiteral(", "));
    }
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    const PaletteItem &item = itemAt(index.row());
    return item.header.isEmpty() && item.reason.isEmpty() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace foredeck::ui
