#pragma once

#include <QWidget>

namespace foredeck::ui {

class Button;

/// The verbs at the foot of a box, at its end; one below the other where they do not fit beside each other.
class ButtonRow final : public QWidget {
    Q_OBJECT

public:
    /// In the order in which they are read; the row owns them.
    explicit ButtonRow(const QList<Button *> &buttons, QWidget *parent = nullptr);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    QList<Button *> shown() const;
    int widthBeside() const;
    void place();

    QList<Button *> m_buttons;
};

} // namespace foredeck::ui
