#pragma once

#include "ui/widgets/placed.h"

#include <QList>

namespace foredeck::ui {

class Button;

/// The verbs at the foot of a box, at its end; one below the other where they do not fit beside each other.
class ButtonRow final : public Placed {
    Q_OBJECT

public:
    /// In the order in which they are read; the row owns them.
    explicit ButtonRow(const QList<Button *> &buttons, QWidget *parent = nullptr);
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void place() override;

private:
    QList<Button *> shown() const;
    int widthBeside() const;

    QList<Button *> m_buttons;
};

} // namespace foredeck::ui
