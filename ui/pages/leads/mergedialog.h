#pragma once

#include "models/cache/rows.h"
#include "ui/widgets/overlay.h"

#include <functional>
#include <optional>
#include <vector>

class QGridLayout;
class QListWidget;

namespace foredeck::ui {

class Button;
class LineEdit;
class TextLabel;

/// Which lead is the same person, and what becomes of the two. Holds no data: whoever asks tells who was found.
class MergeDialog final : public Overlay {
    Q_OBJECT

public:
    explicit MergeDialog(QWidget *window);
    /// Opens on the question who it is.
    void ask(const Lead &left);
    /// Who was found by what is typed, and why one of them is offered without it.
    struct Choice {
        Lead lead;
        QString why; ///< empty: it was looked for
    };
    /// `chosen`: of whom the preview tells, whether they are among them or not.
    void setChoices(const std::vector<Choice> &choices, const LeadId &chosen);
    /// What becomes of them; nothing: nobody is chosen, or it is still being read.
    void setPreview(const std::optional<LeadPage> &left, const std::optional<LeadPage> &other);
    LineEdit *search() const noexcept { return m_search; }
    QListWidget *choices() const noexcept { return m_choices; }
    Button *mergeButton() const noexcept { return m_merge; }
    Button *swapButton() const noexcept { return m_swap; }

Q_SIGNALS:
    void typed(const QString &text);
    void chosen(const foredeck::LeadId &other);
    /// The other one is to be left.
    void swapped();
    void accepted();

protected:
    QWidget *firstFocus() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int row);

    TextLabel *m_what;
    LineEdit *m_search;
    QListWidget *m_choices;
    TextLabel *m_none;
    QWidget *m_preview;
    QGridLayout *m_lines;
    TextLabel *m_left;
    Button *m_swap;
    Button *m_merge;
    std::vector<LeadId> m_ids;
};

} // namespace foredeck::ui
