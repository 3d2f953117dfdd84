#pragma once

#include "ui/widgets/pane.h"

class QCheckBox;
class QPlainTextEdit;

namespace foredeck::ui {

class Button;
class TextLabel;

/// What a person types before a hand-over is resolved or goes back to the assistant: on the page, beside what it is about.
/// The journal keeps its text: whoever shows it tells it by `typed`.
class EscalationForm final : public Pane {
    Q_OBJECT

public:
    enum class Kind { None, Resolve, Return };

    explicit EscalationForm(QWidget *parent = nullptr);
    /// With what was typed before; the keyboard goes into it.
    void open(Kind kind, const QString &text, bool end);
    void close();
    /// From the journal; where it differs from what is shown.
    void setText(const QString &text);
    /// Why it is not saved or not sent; empty: nothing is in the way.
    void say(const QString &why);
    /// Characters more than are kept of it.
    int excess() const;
    Kind kind() const noexcept { return m_kind; }
    QString text() const;
    bool ends() const;
    QPlainTextEdit *edit() const noexcept { return m_edit; }

Q_SIGNALS:
    void typed();
    void submitted();
    /// Without sending; what was typed stays with whoever keeps it.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refreshWhy();

    Kind m_kind = Kind::None;
    bool m_opening = false;
    TextLabel *m_title;
    TextLabel *m_help;
    QPlainTextEdit *m_edit;
    QCheckBox *m_end;
    TextLabel *m_why;
    QString m_said;
    Button *m_send;
    Button *m_cancel;
};

} // namespace foredeck::ui
