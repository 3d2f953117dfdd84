#pragma once

#include "ui/words/escalationwords.h"

#include <QWidget>

namespace foredeck::ui {

/// The clock of the open hand-over in its state's colour; gone when none runs.
class DueBox final : public QWidget {
    Q_OBJECT

public:
    explicit DueBox(QWidget *parent = nullptr);
    void show(const DueWords &words);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DueWords m_words;
};

} // namespace foredeck::ui
