#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace foredeck::ui {

/// A field for plain text of several lines, with the border of a field of one. The keyboard goes through to the text; Tab
/// leaves it.
class EditBox final : public QWidget {
    Q_OBJECT

public:
    /// `lines`: how many it shows.
    explicit EditBox(int lines, QWidget *parent = nullptr);
    QPlainTextEdit *edit() const noexcept { return m_edit; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    int m_lines;
    QPlainTextEdit *m_edit;
};

/// What an input method shows in this field and has not handed over yet is part of its text from now on: it must not come into
/// what the field shows next. For a QTextEdit or QPlainTextEdit.
void finishComposing(QWidget *field);

} // namespace foredeck::ui
