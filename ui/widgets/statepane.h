#pragma once

#include "ui/theme/theme.h"

#include <QAction>
#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace foredeck::ui {

/// Empty, no result, no access, error: glyph, what this place is, why, one next step. A 360-wide column at the start.
struct StateWords {
    QString glyph;
    QString title;
    QString words;
    QString code; ///< errors: a code to copy; empty otherwise
    bool error = false;
    friend bool operator==(const StateWords &, const StateWords &) = default;
};

class StatePane : public QWidget {
    Q_OBJECT

public:
    explicit StatePane(QWidget *parent = nullptr);
    /// `primary` and `second` may be null; not owned. What it shows already is left as it is: a button of it may be pressed or
    /// have the focus just now.
    void set(const StateWords &words, QAction *primary = nullptr, QAction *second = nullptr);
    /// One in the place of a whole pane, as the next page of its stack.
    static StatePane *inStack(QStackedLayout *stack, QWidget *pane);

private:
    StateWords m_words;
    QPointer<QAction> m_primary;
    QPointer<QAction> m_second;
};

/// Static bars in the shape of what will come. Nothing for the first 200 ms, then still lines: nothing moves.
class Skeleton : public QWidget {
    Q_OBJECT

public:
    explicit Skeleton(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    bool m_late = false;
};

} // namespace foredeck::ui
