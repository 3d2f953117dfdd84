#pragma once

#include "ui/shell/palettemodel.h"
#include "ui/widgets/overlay.h"

class QLineEdit;
class QListView;

namespace foredeck::ui {

class TextLabel;

/// Ctrl+K: everything that can be done or gone to, by typing a few letters of it.
class CommandPalette final : public Overlay {
    Q_OBJECT

public:
    CommandPalette(CommandRegistry &commands, QWidget *window);
    /// Opens with a fresh field, or closes.
    void toggle();
    PaletteModel *model() const noexcept { return m_model; }
    QLineEdit *field() const noexcept { return m_field; }

Q_SIGNALS:
    /// Answer with model()->setPeople(). Empty: nobody is asked for.
    void peopleWanted(const QString &query);

protected:
    QWidget *firstFocus() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int row);
    /// With the arrows.
    void pick(int row);
    void run();

    CommandRegistry &m_commands;
    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    TextLabel *m_found;
    TextLabel *m_nothing; ///< in the list's place
    QString m_query; ///< of what is shown
    QString m_chosen; ///< in it, until it is shown anew
};

} // namespace foredeck::ui
