#pragma once

#include "ui/widgets/pane.h"
#include "ui/words/escalationwords.h"

namespace foredeck::ui {

class TextLabel;

/// The day's figures side by side, each over what it is; on a second line where they do not fit beside each other.
class StatStrip final : public Pane {
    Q_OBJECT

public:
    explicit StatStrip(QWidget *parent = nullptr);
    void show(const std::vector<StatWords> &stats);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Tile {
        QWidget *box = nullptr;
        TextLabel *value = nullptr;
        TextLabel *label = nullptr;
    };
    /// Lays the tiles out at a width; returns the height. `move`: for real.
    int flow(int width, bool move) const;

    std::vector<Tile> m_tiles;
};

} // namespace foredeck::ui
