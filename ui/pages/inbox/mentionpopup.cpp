#include "ui/pages/inbox/mentionpopup.h"

#include "ui/delegates/macrodelegate.h"
#include "ui/pages/inbox/composer.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"

#include <QAbstractListModel>
#include <QListView>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

/// Who fits what is typed.
class PersonChoices final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void set(std::vector<PersonChoice> choices)
    {
        beginResetModel();
        m_choices = std::move(choices);
        endResetModel();
    }
    const PersonChoice &at(int row) const { return m_choices[static_cast<std::size_t>(row)]; }
    /// Two may bear the same name.
    QString place(int row) const
    {
        const User &user = at(row).user;
        QStringList facts {roleWord(user.role), harmless(fromUtf8(user.email))};
        facts.removeAll(QString());
        return facts.join(QStringLiteral(" · "));
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_choices.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
            return {};
        return role == Qt::DisplayRole ? at(index.row()).name : at(index.row()).name + QStringLiteral(". ") + place(index.row());
    }

private:
    std::vector<PersonChoice> m_choices;
};

MentionPopup::MentionPopup(ComposerEdit *edit)
    : CaretPopup(edit, tr("People to mention"), tr("Enter mentions them, Esc keeps what is typed")), m_choices(new PersonChoices(this))
{
    list()->setItemDelegate(new MacroDelegate(
        [this](int row) {
            const User &user = m_choices->at(row).user;
            return MacroDelegate::Line {m_choices->at(row).name, m_choices->at(row).positions, m_choices->place(row), user.available && !user.doNotDisturb ? QString() : tr("away")};
        },
        list()));
    setRows(m_choices);
}

MentionPopup::~MentionPopup() = default;

void MentionPopup::setPeople(std::vector<User> people)
{
    m_people = std::move(people);
    offersChanged();
}

void MentionPopup::begin()
{
    edit()->setFocus(Qt::ShortcutFocusReason);
    const QTextCursor cursor = edit()->textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    beginWith(QStringLiteral("@"), QStringLiteral(" "), !before.isEmpty() && !before.back().isSpace());
}

std::optional<SignWords> MentionPopup::wordsIn(const QString &lineToCaret) const
{
    const auto words = atWords(lineToCaret);
    if (!words)
        return std::nullopt;
    // Behind somebody who was chosen the sentence goes on.
    const int at = edit()->textCursor().position() - int(lineToCaret.size()) + words->sign;
    const auto shown = edit()->mentionsShown();
    return std::any_of(shown.begin(), shown.end(), [at](const auto &one) { return one.first.from == at; }) ? std::nullopt : words;
}

void MentionPopup::fill(const QString &query)
{
    m_choices->set(peopleFor(query, m_people));
}

QString MentionPopup::keyOf(int row) const
{
    return QString::fromStdString(m_choices->at(row).user.id.value);
}

QString MentionPopup::spoken(int row) const
{
    return tr("%1, %2 of %3. %4").arg(m_choices->at(row).name, QString::number(row + 1), QString::number(m_choices->rowCount()), m_choices->place(row));
}

void MentionPopup::put(int row, int from, int to)
{
    const PersonChoice &chosen = m_choices->at(row);
    edit()->insertMention(from, to, {chosen.user.id, chosen.name.toStdString()});
}

} // namespace foredeck::ui
