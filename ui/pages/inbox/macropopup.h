#pragma once

#include "models/domain/macro.h"
#include "ui/pages/inbox/caretpopup.h"
#include "ui/pages/inbox/macrochoice.h"

#include <functional>
#include <vector>

namespace foredeck::ui {

class MacroChoices;

/// The list that a slash opens in the composer: the client's macros by a few letters of their names. What is chosen puts its
/// text in the slash's place, as one step that can be undone.
class MacroPopup final : public CaretPopup {
    Q_OBJECT

public:
    explicit MacroPopup(ComposerEdit *edit);
    ~MacroPopup() override;
    /// What it can offer, in the order in which it stands where nothing is asked for.
    void setMacros(std::vector<Macro> macros);
    bool hasMacros() const noexcept { return !m_macros.empty(); }
    /// What fills a macro in, asked when it is shown or taken.
    void setValues(std::function<MacroValues()> values) { m_values = std::move(values); }
    /// As if a slash were typed where the caret is, on a line of its own.
    void begin();

protected:
    std::optional<SignWords> wordsIn(const QString &lineToCaret) const override;
    void fill(const QString &query) override;
    QString keyOf(int row) const override;
    QString spoken(int row) const override;
    void put(int row, int from, int to) override;

private:
    std::vector<Macro> m_macros;
    std::function<MacroValues()> m_values = [] { return MacroValues(); };
    MacroChoices *m_choices;
};

} // namespace foredeck::ui
