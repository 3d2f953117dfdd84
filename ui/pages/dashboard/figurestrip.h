#pragma once

#include "ui/widgets/pane.h"
#include "ui/words/dashboardwords.h"

#include <QAbstractButton>

#include <vector>

namespace foredeck::ui {

class FlowRow;

/// A figure over what it is; opens the rows behind it.
class FigureTile final : public QAbstractButton {
    Q_OBJECT

public:
    explicit FigureTile(QWidget *parent = nullptr);
    void set(const FigureWords &words);
    Figure figure() const noexcept { return m_words.figure; }
    const FigureWords &words() const noexcept { return m_words; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    FigureWords m_words;
};

/// The figures side by side; on further lines where they do not fit beside each other.
class FigureStrip final : public Pane {
    Q_OBJECT

public:
    explicit FigureStrip(QWidget *parent = nullptr);
    void show(const std::vector<FigureWords> &figures);
    FigureTile *tile(Figure figure) const;

Q_SIGNALS:
    void opened(foredeck::ui::Figure figure);

private:
    FlowRow *m_row;
    std::vector<FigureTile *> m_tiles;
};

} // namespace foredeck::ui
