#pragma once

#include "ui/shell/commandregistry.h"
#include "ui/shell/ranking.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace foredeck::ui {

/// One line of the palette: a group's name, a command or a person.
struct PaletteItem {
    QString header; ///< not empty: a group's name and nothing else
    QString key; ///< the same for the same thing, wherever it stands
    QString glyph;
    QString initials; ///< in place of the glyph
    QString text;
    QList<int> positions; ///< of the letters that matched
    QString place; ///< beside the text: where it leads, who it is about
    QStringList keys;
    QString reason; ///< why it cannot run now
    std::function<void()> run;
    int rank = 0;
    /// Of what was typed, in rising order.
    enum class Hit { Scattered, Synonym, Words } hit = Hit::Words;
    bool isAct = false; ///< on what is open
    bool isPerson = false;
};

/// A person the palette may offer; found elsewhere.
struct PaletteFind {
    QString id;
    QString name;
    QString place;
    std::function<void()> run;
};

/// What a query finds: commands of the registry, ranked, by group; then people. Prefixes: ">" commands only, "@" people
/// only. What cannot run is listed last in its group, with the reason. People are answered a moment later than commands; who
/// is found by a name stands above commands that only hold its letters somewhere, which are left out then.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit PaletteModel(const CommandRegistry &commands, QObject *parent = nullptr);
    void setQuery(const QString &query);
    void setPeople(std::vector<PaletteFind> people);
    /// This one is not left out: a person has chosen it.
    void hold(const QString &key) { m_held = key; }
    const QString &query() const noexcept { return m_query; }
    /// The query without its prefix, when people are wanted; else empty.
    QString peopleQuery() const;
    int found() const noexcept { return m_found; }
    const PaletteItem &itemAt(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    /// Where that one stands and can be chosen; -1 when it cannot.
    int rowOf(const QString &key) const;
    /// What Enter runs unless a person chooses; -1: nothing, or nothing yet, because it hangs on who is found.
    int firstChoice() const;
    /// The next row that can be chosen, from `row` in steps of `by`; -1 when there is none.
    int nextChoice(int row, int by) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void rebuild();
    void addCommands(const QString &typed);
    void addPeople(const QString &query);
    /// Who was found, above all commands.
    bool standAbove(WordHit bestName) const;
    bool leavesOut(const PaletteItem &command, const QString &query) const;

    const CommandRegistry &m_commands;
    QString m_query;
    std::vector<PaletteFind> m_people;
    std::vector<PaletteItem> m_items;
    QString m_held;
    bool m_isAnswered = true; ///< who is found for these letters is known
    int m_found = 0;
};

} // namespace foredeck::ui
