#pragma once

#include "models/items/macrolistmodel.h"
#include "ui/pages/settings/actfollower.h"
#include "ui/pages/settings/basis.h"
#include "ui/pages/settings/settingssection.h"

#include <QPointer>

#include <functional>

class QPlainTextEdit;

namespace foredeck::ui {

class Button;
class Card;
class ConversationListView;
class EditBox;
class Field;
class LineEdit;
class Question;

/// The client's macros: the list, the one that is edited, and how it reads with values in it. Managers change them, others
/// read them.
class MacrosSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit MacrosSection(const Desk &desk, QWidget *parent = nullptr);
    void present(const ClientDetails::Data *facts) override;
    bool isDirty() const override;
    void forget() override;
    const MacroListModel &macros() const { return m_model; }
    ConversationListView *list() const noexcept { return m_list; }

Q_SIGNALS:
    /// Another macro is wanted while this one holds what is not saved: `act` drops that and shows it.
    void leaving(const std::function<void()> &act);

private:
    void addList();
    void addForm();
    void addFoot();
    void offerVariables();
    void takeMacros();
    /// Asks first where something is typed that is not saved.
    void leaveFor(const MacroId &macro);
    /// Empty: a new one.
    void choose(const MacroId &macro);
    void fill(const Macro &macro);
    void edited();
    void save();
    void stored();
    void saved();
    void refused(const QString &why);
    void remove();
    void meetNewer();
    void showList();
    void refresh();
    void refreshPreview();
    Macro typed() const;
    const MacroRow *row() const;
    void point();

    Desk m_desk;
    MacroListModel m_model;
    bool m_may = false;
    bool m_loading = false;
    bool m_dirty = false; ///< until the server has taken what is in the fields
    MacroId m_shown; ///< empty: a new one, or none
    bool m_wasStored = false; ///< the server had the one that was shown last
    bool m_isNew = false; ///< a new one was asked for
    MacroId m_made; ///< of a new one that is on its way
    ActFollower m_saving;
    ActFollower m_deleting;
    Basis<Macro> m_basis;
    std::optional<Macro> m_sent; ///< what the fields held when it was placed
    Card *m_card;
    ConversationListView *m_list;
    TextLabel *m_none;
    Button *m_new;
    LineEdit *m_name;
    Field *m_nameField;
    EditBox *m_box;
    QPlainTextEdit *m_text;
    Field *m_textField;
    Button *m_variable;
    TextLabel *m_preview;
    Button *m_save;
    Button *m_undo;
    Button *m_delete;
    QPointer<Question> m_question;
};

} // namespace foredeck::ui
