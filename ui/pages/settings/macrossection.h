#pragma once

#include "models/items/macrolistmodel.h"
#include "ui/pages/settings/editedlist.h"

class QPlainTextEdit;

namespace foredeck::ui {

class EditBox;

using MacroList = EditedList<Macro, MacroListModel>;

/// The client's macros: the list, the one that is edited, and how it reads with values in it. Managers change them, others
/// read them.
class MacrosSection final : public MacroList {
    Q_OBJECT

public:
    explicit MacrosSection(const Desk &desk, QWidget *parent = nullptr);
    void present(const ClientDetails::Data *facts) override;
    const MacroListModel &macros() const { return model(); }

private:
    Macro typed(Macro before) const override;
    void put(const Macro &macro) override;
    bool check(const Macro &macro) override;
    void tell(const FieldProblem &problem) override;
    void enableFields(bool on) override;
    QWidget *firstField() const override;
    std::pair<OpId, MacroId> make(const Macro &macro) override;
    OpId store(const Macro &macro) override { return desk().acts.saveMacro(macro); }
    OpId remove(const Macro &macro) override { return desk().acts.deleteMacro(macro); }
    MacroDelegate::Line lineOf(const Macro &macro) const override;
    QString removingWords(const Macro &macro) const override;
    void addForm();
    void offerVariables();
    void refreshPreview();

    bool m_hasAddress = false; ///< one that may be meant: of the only place
    LineEdit *m_name;
    Field *m_nameField;
    EditBox *m_box;
    QPlainTextEdit *m_text;
    Field *m_textField;
    Button *m_variable;
    TextLabel *m_preview;
};

} // namespace foredeck::ui
