#pragma once

#include "ui/widgets/pane.h"

class QCheckBox;
class QPlainTextEdit;

namespace foredeck::ui {

class Button;
class TextLabel;

/// What a person types before a hand-over is resolved or goes back to the assistant: on the page, beside what it is about.
/// It keeps no text: whoever shows it does, by `typed`.
class EscalationForm final : public Pane {
    Q_OBJECT

public:
    enum class Kind { None, Resolve, Return };

    explicit EscalationForm(QWidget *parent = nullptr);
    /// With what was typed before; the keyboard goes into it.
    void open(Kind kind, const QString &text, bool end);
    void close();
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
    void changeEvent(QEvent *event) override;

private:
    void fit();

    Kind m_kind = Kind::None;
    bool m_opening = false;
    TextLabel *m_title;
    TextLabel *m_help;
    QPlainTextEdit *m_edit;
    QWidget *m_box;
    QCheckBox *m_end;
    Button *m_send;
    Button *m_cancel;
};

} // namespace foredeck::ui
