#pragma once

#include "ui/shell/arrangement.h"

#include <QWidget>

namespace foredeck::ui {

/// One place of the program.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// The window's width asks for another arrangement of panes.
    virtual void arrange(const Arrangement &arrangement) { Q_UNUSED(arrangement) }
    /// The panes F6 goes through, in order.
    virtual QList<QWidget *> panes() const { return {}; }
    /// Esc: true when the page had something to close or to go back from.
    virtual bool goBack() { return false; }
    /// Once a second while it is shown: clocks.
    virtual void tick() { }
};

} // namespace foredeck::ui
