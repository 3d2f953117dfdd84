#include "ui/pages/escalations/statstrip.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

constexpr int statPad = 16;
constexpr int statPadTop = 12;
constexpr int gapAcross = 40;
constexpr int statGapDown = 8;

} // namespace

StatStrip::StatStrip(QWidget *parent) : Pane(Color::Surface, Bottom, parent)
{
    setSpokenName(this, tr("Today's figures"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StatStrip::show(const std::vector<StatWords> &stats)
{
    while (m_tiles.size() < stats.size()) {
        Tile tile;
        tile.box = new QWidget(this);
        auto *column = new QVBoxLayout(tile.box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        tile.value = new TextLabel({}, Step::Title, Color::Text, QFont::DemiBold);
        tile.label = new TextLabel({}, Step::Caption, Color::Text3);
        column->addWidget(tile.value);
        column->addWidget(tile.label);
        tile.box->show();
        m_tiles.push_back(tile);
    }
    bool same = true;
    for (std::size_t i = 0; i < stats.size(); ++i) {
        if (m_tiles[i].value->text() == stats[i].value && m_tiles[i].label->text() == stats[i].label)
            continue;
        same = false;
        m_tiles[i].value->setText(stats[i].value);
        m_tiles[i].label->setText(stats[i].label);
        setSpokenName(m_tiles[i].value, stats[i].value + QLatin1Char(' ') + stats[i].label);
    }
    if (same)
        return;
    updateGeometry();
    flow(width(), true);
}

int StatStrip::flow(int width, bool move) const
{
    int x = statPad;
    int y = statPadTop;
    int line = 0;
    for (const Tile &tile : m_tiles) {
        const QSize size = tile.box->sizeHint();
        if (x > statPad && x + size.width() > width - statPad) {
            x = statPad;
            y += line + statGapDown;
            line = 0;
        }
        if (move)
            tile.box->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(x, y), size)));
        x += size.width() + gapAcross;
        line = qMax(line, size.height());
    }
    return y + line + statPadTop;
}

int StatStrip::heightForWidth(int width) const
{
    return flow(width, false);
}

QSize StatStrip::sizeHint() const
{
    const int wide = qMax(width(), 200);
    return {wide, flow(wide, false)};
}

QSize StatStrip::minimumSizeHint() const
{
    return {0, flow(qMax(width(), 200), false)};
}

void StatStrip::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    flow(width(), true);
}

void StatStrip::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        flow(width(), true);
}

bool StatStrip::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        flow(width(), true);
    }
    return Pane::event(event);
}

} // namespace foredeck::ui
