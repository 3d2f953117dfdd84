#include "ui/pages/dashboard/figurestrip.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foredeck::ui {

namespace {

constexpr int figurePad = 8; ///< of a tile, so that hover and ring have room
constexpr int padAround = 8;
constexpr int figureBetween = 12;
constexpr int figureLines = 6; ///< between two lines of them
constexpr int glyphGap = 6;

} // namespace

FigureTile::FigureTile(QWidget *parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setProperty("radius", radiusControl);
}

void FigureTile::set(const FigureWords &words)
{
    if (m_words == words)
        return;
    m_words = words;
    setText(words.label);
    setSpokenName(this, words.accessible);
    setAccessibleDescription(words.tip);
    setToolTip(words.tip.isEmpty() ? QString() : plainTip(words.tip));
    updateGeometry();
    update();
}

QSize FigureTile::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const qreal glyph = m_words.glyph.isEmpty() ? 0 : theme.grown(18) + glyphGap;
    const qreal value = glyph + digitsWidth(theme.font(Step::Heading, QFont::DemiBold), m_words.value);
    const qreal label = textWidth(theme.font(Step::Small), m_words.label) + glyphGap + theme.grown(12);
    const qreal aside = textWidth(theme.font(Step::Caption), m_words.aside);
    return {int(std::ceil(std::max({value, label, aside}))) + 2 * figurePad + 1, theme.line(Step::Heading) + theme.line(Step::Small) + theme.line(Step::Caption) + figurePad};
}

void FigureTile::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown())
        strokeRounded(painter, rect(), radiusControl, Qt::transparent, 0, theme.color(Color::Hover));
    const auto place = [&](const QRectF &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical.toRect()); };
    const int inside = width() - 2 * figurePad;
    int x = figurePad;
    int y = figurePad / 2;
    const int high = theme.line(Step::Heading);
    if (!m_words.glyph.isEmpty()) {
        const int glyph = theme.grown(18);
        paintIcon(painter, place(QRectF(x, y + (high - glyph) / 2, glyph, glyph)), m_words.glyph, theme.color(m_words.color), layoutDirection(), theme.highContrast());
        x += glyph + glyphGap;
    }
    drawDigits(painter, place(QRectF(x, y, inside - (x - figurePad), high)), m_words.value, {theme.font(Step::Heading, QFont::DemiBold), theme.color(m_words.color), layoutDirection()}, Side::Start);
    y += high;
    const Ink label {theme.font(Step::Small), theme.color(Color::Text2), layoutDirection()};
    const int words = int(std::ceil(textWidth(label.font, m_words.label))) + 1;
    drawLine(painter, place(QRectF(figurePad, y, words, theme.line(Step::Small))), m_words.label, label);
    const int arrow = theme.grown(12);
    paintIcon(painter, place(QRectF(figurePad + words + glyphGap - 1, y + (theme.line(Step::Small) - arrow) / 2, arrow, arrow)), QStringLiteral("chevron-right"), theme.color(Color::Text3), layoutDirection());
    y += theme.line(Step::Small);
    drawLine(painter, place(QRectF(figurePad, y, inside, theme.line(Step::Caption))), m_words.aside, {theme.font(Step::Caption), theme.color(Color::Text3), layoutDirection()});
}

void FigureTile::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

/// Enter opens as Space does, once, however long it is held.
void FigureTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QAbstractButton::keyPressEvent(event);
    if (event->modifiers() & ~Qt::KeypadModifier)
        return event->ignore();
    if (!event->isAutoRepeat())
        click();
}

void FigureGrid::add(FigureTile *tile)
{
    tile->setParent(this);
    tile->show();
    m_tiles.push_back(tile);
    updateGeometry();
}

std::vector<int> FigureGrid::columns(int width) const
{
    const int all = int(m_tiles.size());
    for (int lines = 1; lines <= all; ++lines) {
        const int count = (all + lines - 1) / lines;
        std::vector<int> wide(std::size_t(count), 0);
        for (std::size_t i = 0; i < m_tiles.size(); ++i)
            wide[i % wide.size()] = std::max(wide[i % wide.size()], m_tiles[i]->sizeHint().width());
        const int rest = width - std::accumulate(wide.begin(), wide.end(), (count - 1) * figureBetween);
        if (rest < 0 && count > 1)
            continue;
        for (int &one : wide)
            one += rest / count;
        return wide;
    }
    return {};
}

int FigureGrid::heightForWidth(int width) const
{
    const std::size_t count = columns(width).size();
    if (count == 0)
        return 0;
    const int lines = int((m_tiles.size() + count - 1) / count);
    return lines * m_tiles.front()->sizeHint().height() + (lines - 1) * figureLines;
}

QSize FigureGrid::sizeHint() const
{
    int wide = 0;
    for (const FigureTile *tile : m_tiles)
        wide += tile->sizeHint().width() + figureBetween;
    wide = std::max(1, wide - figureBetween);
    return {wide, heightForWidth(wide)};
}

void FigureGrid::place()
{
    const std::vector<int> wide = columns(width());
    int x = 0;
    int y = 0;
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const QSize hint = m_tiles[i]->sizeHint();
        const std::size_t column = i % wide.size();
        if (i > 0 && column == 0) {
            x = 0;
            y += hint.height() + figureLines;
        }
        m_tiles[i]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, std::max(1, std::min(hint.width(), wide[column])), hint.height())));
        x += wide[column] + figureBetween;
    }
}

FigureStrip::FigureStrip(QWidget *parent) : Pane(Color::Surface, Bottom, parent)
{
    setSpokenName(this, tr("Figures"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padAround, padAround, padAround, padAround + 1);
    m_grid = new FigureGrid(this);
    column->addWidget(m_grid);
}

void FigureStrip::show(const std::vector<FigureWords> &figures)
{
    while (m_tiles.size() < figures.size()) {
        auto *tile = new FigureTile(m_grid);
        connect(tile, &QAbstractButton::clicked, this, [this, tile] { Q_EMIT opened(tile->figure()); });
        m_grid->add(tile);
        m_tiles.push_back(tile);
    }
    for (std::size_t i = 0; i < figures.size(); ++i)
        m_tiles[i]->set(figures[i]);
}

FigureTile *FigureStrip::tile(Figure figure) const
{
    const auto found = std::find_if(m_tiles.begin(), m_tiles.end(), [figure](const FigureTile *tile) { return tile->figure() == figure; });
    return found == m_tiles.end() ? nullptr : *found;
}

} // namespace foredeck::ui
