#pragma once

#include <QWidget>

namespace foredeck::ui {

/// A widget that knows its height for a width and places its children itself, as no layout of Qt does: asked again whenever
/// it, what is in it or the direction of reading changes.
class Placed : public QWidget {
    Q_OBJECT

public:
    explicit Placed(QWidget *parent = nullptr);
    bool hasHeightForWidth() const override { return true; }

protected:
    virtual void place() = 0;
    bool event(QEvent *event) override;
};

} // namespace foredeck::ui
