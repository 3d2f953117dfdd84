#include "ui/transcript/entrypainter.h"

#include "ui/widgets/painting.h"

#include <QPainterPath>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foredeck::ui {

namespace {

struct EntryPaint {
    QPainter &painter;
    QPoint at;
    const EntryLayout &e;
    const EntryState &state;
    const Theme &theme;
    Qt::LayoutDirection direction;

    QRect place(const QRect &logical) const
    {
        return QStyle::visualRect(direction, QRect(0, 0, e.width, e.height), logical).translated(at);
    }
    Ink ink(Step step, Color color, QFont::Weight weight = QFont::Normal) const { return {theme.font(step, weight), theme.color(color), direction}; }
};

/// A piece of a line: glyph or words.
struct Run {
    QString glyph;
    QString text;
    Ink ink;
    int gapBefore = 0;
};

int runWidth(const EntryPaint &p, const Run &run)
{
    return run.gapBefore + (run.glyph.isEmpty() ? int(std::ceil(textWidth(run.ink.font, run.text))) : p.theme.grown(14));
}

void paintRuns(const EntryPaint &p, const QRect &line, const std::vector<Run> &runs, bool atEnd)
{
    std::vector<int> widths;
    for (const Run &run : runs)
        widths.push_back(runWidth(p, run));
    int width = std::accumulate(widths.begin(), widths.end(), 0);
    // What is too much is taken from the longest words, so that those after them stay.
    if (const int over = width - line.width(); over > 0) {
        const auto longest = std::max_element(widths.begin(), widths.end());
        const int taken = qMin(over, *longest - runs[std::size_t(longest - widths.begin())].gapBefore);
        *longest -= taken;
        width -= taken;
    }
    int x = atEnd ? qMax(line.left(), line.right() + 1 - width) : line.left();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Run &run = runs[i];
        const int w = widths[i] - run.gapBefore;
        x += run.gapBefore;
        const QRect at = p.place(QRect(x, line.top(), qMin(w + 1, line.right() + 1 - x), line.height()));
        if (run.glyph.isEmpty())
            drawLine(p.painter, at, run.text, run.ink);
        else
            paintIcon(p.painter, at, run.glyph, run.ink.color, p.direction, p.theme.highContrast());
        x += w;
    }
}

void paintSeparator(const EntryPaint &p, const QRect &rect, const QString &words, Color line, const Ink &ink)
{
    const int width = int(std::ceil(textWidth(ink.font, words)));
    const int gap = 12;
    const int side = (rect.width() - width) / 2 - gap;
    const int y = rect.center().y();
    p.painter.fillRect(p.place(QRect(rect.left(), y, side, 1)), p.theme.color(line));
    p.painter.fillRect(p.place(QRect(rect.right() + 1 - side, y, side, 1)), p.theme.color(line));
    drawLine(p.painter, p.place(rect), words, ink, Side::Center);
}

void paintName(const EntryPaint &p)
{
    if (p.e.name.isEmpty())
        return;
    std::vector<Run> runs;
    if (!p.e.view.speakerGlyph.isEmpty())
        runs.push_back({p.e.view.speakerGlyph, {}, p.ink(Step::Caption, Color::Text2), 0});
    runs.push_back({{}, p.e.view.speaker, p.ink(Step::Caption, Color::Text2, QFont::DemiBold), runs.empty() ? 0 : 6});
    runs.push_back({{}, p.e.view.role, p.ink(Step::Caption, Color::Text3), 6});
    if (!p.e.view.delivery.word.isEmpty()) {
        runs.push_back({p.e.view.delivery.glyph, {}, p.ink(Step::Caption, p.e.view.delivery.color), 6});
        runs.push_back({{}, p.e.view.delivery.word, p.ink(Step::Caption, p.e.view.delivery.color), 4});
    }
    paintRuns(p, p.e.name, runs, p.e.endSide);
}

QPainterPath bubblePath(const QRectF &rect, bool speaksAtRight)
{
    constexpr qreal big = radiusBubble;
    constexpr qreal small = radiusSpeakingCorner;
    const qreal topLeft = speaksAtRight ? big : small;
    const qreal topRight = speaksAtRight ? small : big;
    QPainterPath path;
    path.moveTo(rect.left() + topLeft, rect.top());
    path.lineTo(rect.right() - topRight, rect.top());
    path.arcTo(QRectF(rect.right() - 2 * topRight, rect.top(), 2 * topRight, 2 * topRight), 90, -90);
    path.lineTo(rect.right(), rect.bottom() - big);
    path.arcTo(QRectF(rect.right() - 2 * big, rect.bottom() - 2 * big, 2 * big, 2 * big), 0, -90);
    path.lineTo(rect.left() + big, rect.bottom());
    path.arcTo(QRectF(rect.left(), rect.bottom() - 2 * big, 2 * big, 2 * big), 270, -90);
    path.lineTo(rect.left(), rect.top() + topLeft);
    path.arcTo(QRectF(rect.left(), rect.top(), 2 * topLeft, 2 * topLeft), 180, -90);
    path.closeSubpath();
    return path;
}

void paintText(const EntryPaint &p, const Ink &ink)
{
    const QRect at = p.place(p.e.textAt);
    const QColor fill = p.theme.color(Color::AccentFill);
    const QColor onFill = p.theme.color(Color::OnAccent);
    std::vector<TextMark> marks;
    // Underlined, so that a name that is a mention is told from one that is not; one's own stands on a ground besides.
    for (const EntryView::Named &name : p.e.view.named)
        marks.push_back({name.from, name.to, name.isMe ? p.theme.color(Color::Selection) : QColor(Qt::transparent), p.theme.color(Color::Text), p.theme.color(name.isMe ? Color::Accent : Color::NoteLine)});
    // Told apart without colour, too: those that are not looked at are underlined only.
    for (std::size_t i = 0; p.state.found && i < p.state.found->size(); ++i) {
        const TextSpan &span = (*p.state.found)[i];
        if (int(i) == p.state.shown)
            marks.push_back({span.from, span.to, fill, onFill});
        else
            marks.push_back({span.from, span.to, p.theme.color(Color::WarningTint), p.theme.color(Color::Text), p.theme.color(Color::Warning)});
    }
    if (p.state.selectionStart >= 0)
        marks.push_back({p.state.selectionStart, p.state.selectionEnd, fill, onFill});
    p.e.text.paint(p.painter, at.topLeft(), at.width(), ink.color, marks);
}

void paintCut(const EntryPaint &p)
{
    if (!p.e.cut.isEmpty())
        drawLine(p.painter, p.place(p.e.cut), p.e.view.cut, p.ink(Step::Small, p.e.view.folded ? Color::Accent : Color::Text3));
}

void paintBubble(const EntryPaint &p)
{
    const QRect body = p.place(p.e.body);
    const bool right = p.e.endSide == (p.direction == Qt::LeftToRight);
    Color fill = Color::BubbleCustomer;
    if (p.e.view.shape == EntryShape::StaffBubble)
        fill = Color::BubbleStaff;
    else if (p.e.view.shape == EntryShape::AssistantBubble)
        fill = Color::BubbleAssistant;
    p.painter.save();
    p.painter.setRenderHint(QPainter::Antialiasing);
    p.painter.setBrush(p.theme.color(fill));
    const bool strong = p.e.view.shape == EntryShape::AssistantBubble || p.e.view.dashed;
    // A person's bubble is told by its fill; where that is close to the ground it has an edge besides, quieter than the assistant's.
    const bool lined = strong || p.theme.highContrast();
    QPen pen(p.theme.color(strong ? Color::LineStrong : Color::Line), 1);
    if (p.e.view.dashed)
        pen.setDashPattern({3, 2.5});
    p.painter.setPen(lined ? pen : QPen(Qt::NoPen));
    const qreal inset = lined ? 0.5 : 0;
    p.painter.drawPath(bubblePath(QRectF(body).adjusted(inset, inset, -inset, -inset), right));
    // Stacked combining marks stay inside their bubble.
    p.painter.setClipRect(body, Qt::IntersectClip);
    paintText(p, p.ink(Step::Reading, Color::Text));
    for (std::size_t i = 0; i < p.e.attachments.size(); ++i)
        paintRuns(p, p.e.attachments[i], {{QStringLiteral("attach"), {}, p.ink(Step::Small, Color::Text2)}, {{}, p.e.view.attachments[qsizetype(i)], p.ink(Step::Small, Color::Text2), 6}}, false);
    paintCut(p);
    p.painter.restore();
}

void paintChip(const EntryPaint &p)
{
    if (p.e.chip.isEmpty())
        return;
    const QRect chip = p.e.chip;
    strokeRounded(p.painter, p.place(chip), radiusChip, p.theme.highContrast() ? p.theme.color(Color::Line) : QColor(Qt::transparent), 1,
        p.theme.color(Color::Hover));
    const int glyph = p.theme.grown(12);
    const Ink ink = p.ink(Step::Caption, Color::Text2, QFont::Medium);
    int x = chip.left() + 7;
    const int middle = chip.center().y();
    paintIcon(p.painter, p.place(QRect(x, middle - glyph / 2 + 1, glyph, glyph)), QStringLiteral("assistant"), ink.color, p.direction);
    x += glyph + 5;
    const int words = int(std::ceil(textWidth(ink.font, p.e.view.chip)));
    drawLine(p.painter, p.place(QRect(x, chip.top(), words + 1, chip.height())), p.e.view.chip, ink);
    x += words + 4;
    p.painter.fillRect(p.place(QRect(x, middle - p.theme.grown(5), 1, p.theme.grown(10))), p.theme.color(Color::LineStrong));
    x += 5;
    const int bars = p.theme.grown(17);
    drawConfidenceBars(p.painter, p.place(QRect(x, middle - p.theme.grown(5), bars, p.theme.grown(10))), p.e.view.chipBars, ink.color);
    x += bars + 4;
    const int percent = int(std::ceil(textWidth(ink.font, p.e.view.chipPercent)));
    drawLine(p.painter, p.place(QRect(x, chip.top(), percent + 1, chip.height())), p.e.view.chipPercent, ink);
    x += percent + 7;
    paintIcon(p.painter, p.place(QRect(x, middle - glyph / 2 + 1, glyph, glyph)), p.e.view.open ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), ink.color,
        p.direction);
}

void paintFoot(const EntryPaint &p)
{
    if (p.e.foot.isEmpty())
        return;
    const QColor color = p.theme.color(p.e.view.foot.color);
    paintIcon(p.painter, p.place(QRect(p.e.foot.left(), p.e.foot.top(), p.theme.grown(14), p.theme.line(Step::Caption))), p.e.view.foot.glyph, color, p.direction, p.theme.highContrast());
    const QRect words = p.place(p.e.footTextAt);
    p.e.footText.paint(p.painter, words.topLeft(), words.width(), color);
    for (std::size_t i = 0; i < p.e.acts.size(); ++i)
        drawLine(p.painter, p.place(p.e.acts[i].second.adjusted(0, 0, 1, 0)), p.e.view.acts[i].second, p.ink(Step::Caption, Color::Accent, QFont::Medium));
}

void paintDecision(const EntryPaint &p)
{
    if (p.e.decision.isEmpty())
        return;
    const QRect band = p.place(p.e.decision);
    p.painter.fillRect(band, p.theme.color(Color::Sunken));
    p.painter.fillRect(QRect(band.left(), band.top(), band.width(), 1), p.theme.color(Color::Line));
    p.painter.fillRect(QRect(band.left(), band.bottom(), band.width(), 1), p.theme.color(Color::Line));
    const int start = bandTextStart(p.theme);
    const int label = p.theme.grown(96);
    int y = p.e.decision.top() + 9;
    for (std::size_t i = 0; i < p.e.decisionTexts.size(); ++i) {
        const TextBlock &text = p.e.decisionTexts[i];
        drawLine(p.painter, p.place(QRect(start, y, label - 8, p.theme.line(Step::Small))), p.e.view.decision[i].label, p.ink(Step::Small, Color::Text3));
        const QRect at = p.place(QRect(start + label, y, qMin(p.e.width - start - label - 16, text.naturalWidth()), text.height()));
        text.paint(p.painter, at.topLeft(), at.width(), p.theme.color(Color::Text));
        y += text.height() + 4;
    }
}

void paintBand(const EntryPaint &p)
{
    const bool note = p.e.view.shape == EntryShape::Note;
    const QRect band = p.place(p.e.body);
    p.painter.fillRect(band, p.theme.color(note ? Color::NoteFill : Color::Sunken));
    if (note) {
        const int dash = p.e.view.dashed ? 6 : p.e.body.height();
        for (int y = 0; y < p.e.body.height(); y += dash + 4)
            p.painter.fillRect(p.place(QRect(0, p.e.body.top() + y, 3, qMin(dash, p.e.body.height() - y))), p.theme.color(Color::NoteLine));
    } else {
        p.painter.fillRect(QRect(band.left(), band.top(), band.width(), 1), p.theme.color(Color::Line));
        p.painter.fillRect(QRect(band.left(), band.bottom(), band.width(), 1), p.theme.color(Color::Line));
    }
    const int glyph = p.theme.grown(16);
    const QRect line = p.e.name;
    paintIcon(p.painter, p.place(QRect(17, line.center().y() - glyph / 2 + 1, glyph, glyph)), p.e.view.band.glyph, p.theme.color(p.e.view.band.color), p.direction,
        p.theme.highContrast());
    const Ink strong = p.ink(Step::Small, Color::Text, QFont::DemiBold);
    std::vector<Run> runs {{{}, p.e.view.band.word, strong}};
    if (!p.e.view.bandWords.isEmpty())
        runs.insert(runs.end(), {{{}, QStringLiteral("·"), p.ink(Step::Small, Color::Text2), 4}, {{}, p.e.view.bandWords, p.ink(Step::Small, Color::Text2), 4}});
    paintRuns(p, line, runs, false);
    if (note) {
        paintText(p, p.ink(Step::Small, Color::Text));
        paintCut(p);
    }
    if (p.e.view.aside.isEmpty())
        return;
    const Ink aside = p.ink(Step::Caption, Color::Text3);
    const int width = int(std::ceil(textWidth(aside.font, p.e.view.aside)));
    int x = p.e.width - 16 - width;
    drawLine(p.painter, p.place(QRect(x, line.top(), width + 1, line.height())), p.e.view.aside, aside);
    if (p.e.view.asideBars >= 0) {
        const int bars = p.theme.grown(17);
        x -= bars + 4;
        drawConfidenceBars(p.painter, p.place(QRect(x, line.center().y() - p.theme.grown(5), bars, p.theme.grown(10))), p.e.view.asideBars, p.theme.color(Color::Text2));
    }
}

} // namespace

void paintEntry(QPainter &painter, const QPoint &at, const EntryLayout &entry, const EntryState &state, const Theme &theme, Qt::LayoutDirection direction)
{
    const EntryPaint p {painter, at, entry, state, theme, direction};
    if (!entry.day.isEmpty())
        paintSeparator(p, entry.day, entry.view.day, Color::Line, p.ink(Step::Caption, Color::Text2, QFont::Medium));
    if (!entry.fresh.isEmpty())
        paintSeparator(p, entry.fresh, entry.view.fresh, Color::Accent, p.ink(Step::Caption, Color::Accent, QFont::DemiBold));
    if (entry.view.shape == EntryShape::Band || entry.view.shape == EntryShape::Note) {
        paintBand(p);
    } else {
        paintName(p);
        paintBubble(p);
        paintChip(p);
    }
    paintFoot(p);
    paintDecision(p);
    if (state.current)
        strokeRounded(painter, p.place(entry.body).adjusted(-3, -3, 3, 3), radiusBubble + 2, theme.color(Color::Focus), theme.focusWidth());
}

} // namespace foredeck::ui
