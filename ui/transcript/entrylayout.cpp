#include "ui/transcript/entrylayout.h"

#include "ui/widgets/painting.h"

#include <cmath>

namespace foredeck::ui {

namespace {

constexpr int sidePad = 16;
constexpr int bandPad = 9;
constexpr int decisionLabel = 96;
/// Of a foot: on as many lines as it needs, but no page of somebody else's.
constexpr qsizetype footCharacters = 300;

int widthOf(const Theme &theme, Step step, QFont::Weight weight, const QString &text)
{
    return int(std::ceil(textWidth(theme.font(step, weight), text)));
}

bool isBand(const EntryView &view)
{
    return view.shape == EntryShape::Band || view.shape == EntryShape::Note;
}

/// Grows downwards: each part takes its place and moves `y`.
struct Builder {
    EntryLayout &e;
    const Theme &theme;
    int y = 0;

    int maxBubble() const
    {
        const LayoutTokens &layout = theme.layout();
        const int inside = e.width - 2 * sidePad;
        return qMax(theme.grown(120), qMin(theme.grown(layout.bubbleMax), inside * layout.bubbleMaxPercent / 100));
    }

    void separators()
    {
        const int line = theme.line(Step::Caption);
        if (!e.view.day.isEmpty()) {
            y += 16;
            e.day = QRect(sidePad, y, e.width - 2 * sidePad, line);
            y += line + (isBand(e.view) ? 12 : 0);
        }
        if (!e.view.fresh.isEmpty()) {
            y += 14;
            e.fresh = QRect(sidePad, y, e.width - 2 * sidePad, line);
            y += line + (isBand(e.view) ? 12 : 0);
        }
    }

    void bubble()
    {
        const DensityTokens &space = theme.space();
        const int most = maxBubble();
        e.text = TextBlock(e.view.text, theme.font(Step::Reading), most - 2 * space.bubblePadX, theme.line(Step::Reading));
        int inner = e.text.naturalWidth();
        int innerHeight = e.view.text.isEmpty() && !e.view.attachments.isEmpty() ? 0 : e.text.height();
        const int row = theme.line(Step::Small) + 4;
        for (const QString &name : e.view.attachments)
            inner = qMax(inner, qMin(most - 2 * space.bubblePadX, widthOf(theme, Step::Small, QFont::Normal, name) + theme.grown(14) + 6));
        if (!e.view.cut.isEmpty())
            inner = qMax(inner, widthOf(theme, Step::Small, QFont::Normal, e.view.cut));
        const int width = qMin(most, inner + 2 * space.bubblePadX);
        const int x = e.endSide ? e.width - sidePad - width : sidePad;
        e.textAt = QRect(x + space.bubblePadX, y + space.bubblePadY, width - 2 * space.bubblePadX, innerHeight);
        int below = e.textAt.top() + innerHeight;
        for (qsizetype i = 0; i < e.view.attachments.size(); ++i) {
            e.attachments.emplace_back(e.textAt.left(), below + 2, e.textAt.width(), row);
            below += row;
        }
        if (!e.view.cut.isEmpty()) {
            e.cut = QRect(e.textAt.left(), below + 2, e.textAt.width(), theme.line(Step::Small));
            below += theme.line(Step::Small) + 2;
        }
        e.body = QRect(x, y, width, below + space.bubblePadY - y);
        y = e.body.bottom() + 1;
    }

    void chip()
    {
        if (e.view.chip.isEmpty())
            return;
        const int width = 7 + theme.grown(12) + 5 + widthOf(theme, Step::Caption, QFont::Medium, e.view.chip) + 9 + theme.grown(17) + 4
            + widthOf(theme, Step::Caption, QFont::Medium, e.view.chipPercent) + 7 + theme.grown(12) + 5;
        y += 4;
        e.chip = QRect(e.width - sidePad - 2 - width, y, width, theme.grown(20));
        y += e.chip.height();
    }

    void foot()
    {
        if (e.view.foot.word.isEmpty())
            return;
        y += 4;
        const int line = theme.line(Step::Caption);
        int acts = 0;
        for (const auto &[act, word] : e.view.acts)
            acts += 10 + widthOf(theme, Step::Caption, QFont::Medium, word);
        const QString said = e.view.foot.word.simplified();
        const QString words = said.size() <= footCharacters ? said : said.left(footCharacters) + QChar(0x2026);
        const int before = theme.grown(14) + 4;
        const int most = qMax(theme.grown(80), e.width - 2 * sidePad - 4 - acts - before);
        e.footText = TextBlock(words, theme.font(Step::Caption, QFont::Medium), most, line);
        const int width = before + qMin(most, e.footText.naturalWidth());
        int x = e.endSide ? e.width - sidePad - 2 - acts - width : sidePad + 2;
        e.foot = QRect(x, y, width, e.footText.height());
        e.footTextAt = e.foot.adjusted(before, 0, 0, 0);
        x += width;
        for (const auto &[act, word] : e.view.acts) {
            const int w = widthOf(theme, Step::Caption, QFont::Medium, word);
            e.acts.emplace_back(act, QRect(x + 10, y, w, line));
            x += 10 + w;
        }
        y += e.foot.height();
    }

    void opened()
    {
        if (!e.view.open || e.view.decision.empty())
            return;
        y += isBand(e.view) ? 0 : 8;
        const int top = y;
        const int text = e.width - bandTextStart(theme) - theme.grown(decisionLabel) - sidePad;
        y += bandPad;
        for (const DecisionLine &line : e.view.decision) {
            e.decisionTexts.emplace_back(line.text, theme.font(Step::Small), qMax(theme.grown(80), text), theme.line(Step::Small));
            y += e.decisionTexts.back().height() + 4;
        }
        y += bandPad - 4;
        e.decision = QRect(0, top, e.width, y - top);
    }

    void band()
    {
        const int line = theme.line(Step::Small) + theme.grown(2);
        const int aside = e.view.aside.isEmpty() ? 0 : widthOf(theme, Step::Caption, QFont::Normal, e.view.aside) + theme.grown(17) + 12;
        const int start = bandTextStart(theme);
        const int text = e.width - start - sidePad;
        int height = line;
        if (e.view.shape == EntryShape::Note) {
            e.text = TextBlock(e.view.text, theme.font(Step::Small), text, line);
            height += e.text.height();
            // Below its head also where it reads the other way: the block stands at the start, its lines keep their own direction.
            e.textAt = QRect(start, y + bandPad + line, qMin(text, e.text.naturalWidth()), e.text.height());
            if (!e.view.cut.isEmpty()) {
                e.cut = QRect(start, y + bandPad + height, text, line);
                height += line;
            }
        }
        e.name = QRect(start, y + bandPad, text - aside, line);
        e.body = QRect(0, y, e.width, height + 2 * bandPad);
        y += e.body.height();
        opened();
        foot();
    }
};

} // namespace

EntryLayout layOutEntry(EntryView view, int width, const Theme &theme, bool afterBand, bool first)
{
    EntryLayout e;
    e.view = std::move(view);
    e.width = width;
    e.endSide = e.view.shape == EntryShape::StaffBubble || e.view.shape == EntryShape::AssistantBubble;
    Builder build {e, theme};
    const bool band = isBand(e.view);
    const bool separated = !e.view.day.isEmpty() || !e.view.fresh.isEmpty();
    if (first && !separated)
        build.y += 12;
    else if (!separated && !(band && afterBand))
        build.y += e.view.joined ? 6 : theme.space().bubbleGap;
    build.separators();
    if (band) {
        build.band();
    } else {
        if (separated)
            build.y += 12;
        if (!e.view.joined) {
            e.name = QRect(sidePad + 2, build.y, width - 2 * sidePad - 4, theme.line(Step::Caption));
            build.y += theme.line(Step::Caption) + 3;
        }
        build.bubble();
        build.chip();
        build.foot();
        build.opened();
    }
    e.height = build.y;
    return e;
}

int estimatedHeight(qsizetype characters, bool band, int width, const Theme &theme)
{
    if (band)
        return theme.line(Step::Small) + 2 * bandPad + (characters > 0 ? theme.line(Step::Small) : 0);
    const int inside = qMax(120, (width - 2 * sidePad) * theme.layout().bubbleMaxPercent / 100);
    const int perLine = qMax(10, inside / qMax(1, theme.grown(7)));
    const int lines = int(std::min<qsizetype>(characters, maxShownCharacters) / perLine) + 1;
    return theme.space().bubbleGap + theme.line(Step::Caption) + 3 + lines * theme.line(Step::Reading) + 2 * theme.space().bubblePadY;
}

EntryAct actAt(const EntryLayout &entry, const QPoint &point)
{
    for (const auto &[act, rect] : entry.acts) {
        if (rect.adjusted(-4, -4, 4, 4).contains(point))
            return act;
    }
    if (entry.view.folded && entry.cut.contains(point))
        return EntryAct::ShowAll;
    const bool band = entry.view.shape == EntryShape::Band && !entry.view.decision.empty();
    if (entry.chip.contains(point) || (band && entry.body.contains(point)))
        return EntryAct::ToggleDecision;
    return EntryAct::None;
}

} // namespace foredeck::ui
