#pragma once

#include <QDateEdit>

namespace foredeck::ui {

/// A day, typed or stepped through by the arrows, as small as it can be. The base has no signal for Enter; this one does.
class DayField final : public QDateEdit {
    Q_OBJECT

public:
    explicit DayField(QWidget *parent = nullptr);

Q_SIGNALS:
    /// By Enter; what was typed has been taken.
    void entered();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace foredeck::ui
