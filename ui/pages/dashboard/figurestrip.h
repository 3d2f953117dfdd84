#pragma once

#include "ui/widgets/pane.h"
#include "ui/widgets/placed.h"
#include "ui/words/dashboardwords.h"

#include <QAbstractButton>

#include <vector>

namespace foredeck::ui {

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

/// Figures on the columns of a grid that fills the width, in as few lines as they have room in: each line holds as many as
/// the others, as far as their number goes.
class FigureGrid final : public Placed {
public:
    using Placed::Placed;
    void add(FigureTile *tile);
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {1, 0}; }

protected:
    void place() override;

private:
    /// How wide each of them is.
    std::vector<int> columns(int width) const;

    std::vector<FigureTile *> m_tiles;
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
    FigureGrid *m_grid;
    std::vector<FigureTile *> m_tiles;
};

} // namespace foredeck::ui
