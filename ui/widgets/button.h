#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QPushButton>

class QAction;

namespace foredeck::ui {

/// A verb with its key. One primary button per region of a page; the others outlined, then bare.
class Button : public QPushButton {
    Q_OBJECT

public:
    enum class Look {
        Primary, ///< filled with the accent
        Outlined, ///< 1 px lineStrong
        Quiet, ///< 1 px line: headers, cards
        Bare, ///< words only
        Danger, ///< danger text and line, never filled
        Link, ///< accent words, no padding
        Dark, ///< on a toast
    };

    explicit Button(const QString &text, Look look = Look::Outlined, QWidget *parent = nullptr);
    /// Takes text (or `shortText`), key, enabled state and tooltip (with the reason when disabled) from the action. What is
    /// read on a button is its accessible name, too.
    void setAction(QAction *action, const QString &shortText = {});
    /// Other words than the action's.
    void setShortText(const QString &text);
    void setLook(Look look);
    void setGlyph(const QString &name);
    /// Whether the action's key is shown: not while it would do something else.
    void setKeyShown(bool on);
    /// Shown in a cap; taken from the action otherwise.
    void setKeyWords(const QString &words);
    void setSmall(bool small);
    void setChevron(bool on);
    /// Long words give way, elided, when the row is narrow.
    void setElides(bool on);
    /// An icon without words: square, `text` is its accessible name and tooltip.
    void setIconOnly(bool on);
    /// It leads on step by step: pressed quickly, each press counts. Otherwise a double click is one press.
    void setSteps() { m_steps = true; }
    /// Shown words take this colour instead of the look's.
    void setInk(Color color);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void syncAction();
    int boxHeight() const;
    QColor inkColor(const Theme &theme) const;
    void paintBox(QPainter &painter, const Theme &theme) const;
    void paintCap(QPainter &painter, const Theme &theme, const QRect &rect) const;

    Look m_look;
    QPointer<QAction> m_action;
    QString m_shortText;
    QString m_glyph;
    QString m_keyWords;
    bool m_small = false;
    bool m_steps = false;
    bool m_chevron = false;
    bool m_elides = false;
    bool m_iconOnly = false;
    bool m_keyShown = true;
    int m_ink = -1;
};

} // namespace foredeck::ui
