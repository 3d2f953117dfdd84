#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace foredeck::ui {

/// Plain text in one step of the type scale, on its fixed line height. Never reads markup. Wraps when asked to, else it is
/// one line that elides at its logical end (the tooltip then shows the whole).
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(const QString &text, Step step = Step::Body, Color color = Color::Text, QFont::Weight weight = QFont::Normal,
        QWidget *parent = nullptr);
    void setColor(Color color);
    void setWeight(QFont::Weight weight);
    void setWrapping(bool wraps);
    /// Gives way when the row is narrow: down to `width`, elided.
    void setElides(int width = 0);
    /// Clocks and counters.
    void setDigitCells(bool on);
    void setSide(Qt::Alignment alignment);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return m_wraps; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    QFont shownFont() const;
    int lines(int width) const;

    Step m_step;
    Color m_color;
    QFont::Weight m_weight;
    bool m_wraps = false;
    bool m_digits = false;
    int m_minimum = -1;
};

} // namespace foredeck::ui
