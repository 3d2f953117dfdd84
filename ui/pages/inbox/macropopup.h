#pragma once

#include "models/domain/macro.h"
#include "ui/pages/inbox/macrochoice.h"

#include <QWidget>

#include <functional>
#include <vector>

class QListView;

namespace foredeck::ui {

class ComposerEdit;
class MacroChoices;

/// The list that a slash opens in the composer, beside the caret: the client's macros by a few letters of their names. The
/// keyboard stays in the text. Up and Down choose, Enter or Tab or a click puts the text in the slash's place, as one step
/// that can be undone; Escape leaves what is typed.
class MacroPopup final : public QWidget {
    Q_OBJECT

public:
    /// A child of the window that `edit` stands in, once it opens.
    explicit MacroPopup(ComposerEdit *edit);
    ~MacroPopup() override;
    /// What it can offer, in the order in which it stands where nothing is asked for.
    void setMacros(std::vector<Macro> macros);
    bool hasMacros() const noexcept { return !m_macros.empty(); }
    /// What fills a macro in, asked when it is shown or taken.
    void setValues(std::function<MacroValues()> values) { m_values = std::move(values); }
    /// As if a slash were typed where the caret is, on a line of its own.
    void begin();
    /// The text changed; `typed`: by a person, and not because another one is shown.
    void follow(bool typed);
    bool isOpen() const { return isVisible(); }
    void shut();
    QListView *list() const noexcept { return m_list; }

Q_SIGNALS:
    void openChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void look();
    void open(const SlashWords &words);
    void place();
    void step(int by);
    void take(int row);
    void tell();
    bool takeKey(int key);

    ComposerEdit *m_edit;
    std::vector<Macro> m_macros;
    std::function<MacroValues()> m_values = [] { return MacroValues(); };
    MacroChoices *m_choices;
    QListView *m_list;
    bool m_isTaking = false;
    bool m_mayOpen = false; ///< the slash was typed, not found where it stands
    QString m_query; ///< what the list was asked for
    int m_slash = -1; ///< where it stands in the text; below 0: none is looked at
    int m_left = -1; ///< the slash at which it was left by Escape
};

} // namespace foredeck::ui
