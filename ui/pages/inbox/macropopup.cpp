#include "ui/pages/inbox/macropopup.h"

#include "ui/delegates/macrodelegate.h"
#include "ui/pages/inbox/composer.h"
#include "ui/widgets/painting.h"
#include "ui/words/macrowords.h"

#include <QAbstractListModel>
#include <QListView>
#include <QTextBlock>

#include <utility>

namespace foredeck::ui {

namespace {

constexpr int popupCharacters = 200;

} // namespace

/// What fits what is typed, with the text that each would put there.
class MacroChoices final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void set(std::vector<MacroChoice> choices, const MacroValues &values)
    {
        beginResetModel();
        m_choices = std::move(choices);
        m_texts.clear();
        for (const MacroChoice &choice : m_choices)
            m_texts << QString::fromStdString(expanded(choice.macro.text, values));
        endResetModel();
    }
    const MacroChoice &at(int row) const { return m_choices[static_cast<std::size_t>(row)]; }
    QString preview(int row) const { return harmless(m_texts[row].left(popupCharacters).simplified()); }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_choices.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
            return {};
        const QString name = macroName(at(index.row()).macro);
        return role == Qt::DisplayRole ? name : name + QStringLiteral(". ") + preview(index.row());
    }

private:
    std::vector<MacroChoice> m_choices;
    QStringList m_texts;
};

MacroPopup::MacroPopup(ComposerEdit *edit)
    : CaretPopup(edit, tr("Macros"), tr("Enter puts it in, Esc keeps what is typed")), m_choices(new MacroChoices(this))
{
    list()->setItemDelegate(new MacroDelegate(
        [this](int row) { return MacroDelegate::Line {macroName(m_choices->at(row).macro), m_choices->at(row).positions, m_choices->preview(row), {}}; }, list()));
    setRows(m_choices);
}

MacroPopup::~MacroPopup() = default;

void MacroPopup::setMacros(std::vector<Macro> macros)
{
    m_macros = std::move(macros);
    offersChanged();
}

void MacroPopup::begin()
{
    edit()->setFocus(Qt::ShortcutFocusReason);
    QTextCursor cursor = edit()->textCursor();
    cursor.clearSelection();
    beginWith(QStringLiteral("/"), QStringLiteral("\n"), !cursor.block().text().left(cursor.positionInBlock()).trimmed().isEmpty());
}

std::optional<SignWords> MacroPopup::wordsIn(const QString &lineToCaret) const
{
    const auto words = slashWords(lineToCaret);
    return words ? std::optional {SignWords {words->slash, words->query}} : std::nullopt;
}

void MacroPopup::fill(const QString &query)
{
    m_choices->set(macrosFor(query, m_macros), m_values());
}

QString MacroPopup::keyOf(int row) const
{
    return QString::fromStdString(m_choices->at(row).macro.id.value);
}

QString MacroPopup::spoken(int row) const
{
    return tr("%1, %2 of %3. %4").arg(macroName(m_choices->at(row).macro), QString::number(row + 1), QString::number(m_choices->rowCount()), m_choices->preview(row));
}

void MacroPopup::put(int row, int from, int to)
{
    // With what is known by now: a value may have been read since the list opened.
    edit()->replaceWords(from, to, QString::fromStdString(expanded(m_choices->at(row).macro.text, m_values())));
}

} // namespace foredeck::ui
