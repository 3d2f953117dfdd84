#include "ui/delegates/rowpainter.h"

#include "ui/widgets/painting.h"

#include <QStyle>

#include <cmath>

namespace foredeck::ui {

namespace {

constexpr double avatarUpTo = 1.5; ///< text size from which the row has none

/// One row being painted: logical rectangles go in, mirrored ones come out.
struct RowPaint {
    QPainter &painter;
    const QRect &rect;
    const RowView &view;
    const RowState &state;
    const Theme &theme;
    Qt::LayoutDirection direction;

    QRect place(int x, int y, int w, int h) const
    {
        return QStyle::visualRect(direction, rect, QRect(rect.left() + x, rect.top() + y, w, h));
    }
    Ink ink(Step step, Color color, QFont::Weight weight = QFont::Normal) const { return {theme.font(step, weight), theme.color(color), direction}; }
    bool compact() const { return theme.density() == Density::Compact; }
    /// At 150 % and more the avatar goes first.
    bool avatar() const { return theme.textScale() < avatarUpTo; }
    Color backgroundRole() const
    {
        if (state.picked)
            return Color::Selection;
        if (state.current)
            return state.listFocused ? Color::Selection : Color::SelectionInactive;
        return state.hovered ? Color::Hover : Color::Surface;
    }
};

constexpr int rowPadEnd = 14;
constexpr int rowPadTop = 9;
constexpr int boxSize = 16;

int avatarSize(const RowPaint &p)
{
    return p.theme.grown(p.compact() ? 28 : 36);
}

int padStart(bool compact)
{
    return compact ? 12 : 14;
}

int padStart(const RowPaint &p)
{
    return padStart(p.compact());
}

int startBehind(const Theme &theme, int size)
{
    const bool compact = theme.density() == Density::Compact;
    return padStart(compact) + theme.grown(size) + (compact ? 8 : 12);
}

int textStart(const RowPaint &p)
{
    if (p.avatar())
        return startBehind(p.theme, p.compact() ? 28 : 36);
    return p.state.picking ? startBehind(p.theme, boxSize) : padStart(p);
}

void paintBackground(const RowPaint &p)
{
    p.painter.fillRect(p.rect, p.theme.color(p.backgroundRole()));
    const int from = textStart(p);
    if (p.state.current || p.state.picked)
        outlineChosen(p.painter, p.rect, p.theme);
    else
        p.painter.fillRect(p.place(from, p.rect.height() - 1, p.rect.width() - from, 1), p.theme.color(Color::Line));
    if (p.state.current)
        p.painter.fillRect(p.place(0, 0, 3, p.rect.height()), p.theme.color(Color::Accent));
}

void paintAvatar(const RowPaint &p)
{
    if (p.state.picking) {
        const int box = p.theme.grown(boxSize);
        const int side = p.avatar() ? avatarSize(p) : box;
        const QRect at = p.place(padStart(p) + (side - box) / 2, rowPadTop + (p.avatar() ? (side - box) / 2 : 2), box, box);
        strokeRounded(p.painter, at, 4, p.theme.color(p.state.picked ? Color::AccentFill : Color::LineStrong), 1,
            p.theme.color(p.state.picked ? Color::AccentFill : Color::Surface));
        if (p.state.picked)
            paintIcon(p.painter, QRectF(at).adjusted(2, 2, -2, -2), QStringLiteral("check"), p.theme.color(Color::OnAccent), Qt::LeftToRight, true);
        return;
    }
    if (!p.avatar())
        return;
    const int size = avatarSize(p);
    const QRect disc = p.place(padStart(p), p.compact() ? (p.rect.height() - size) / 2 : rowPadTop, size, size);
    drawAvatar(p.painter, disc, p.view.initials, AvatarKind::Person, p.theme);
    if (p.compact())
        return;
    // The channel's glyph in a disc of the row's own colour, at the avatar's end corner.
    const int badge = p.theme.grown(18);
    const int glyph = p.theme.grown(13);
    const QRect at = p.place(padStart(p) + size - badge + 4, rowPadTop + size - badge + 3, badge, badge);
    strokeRounded(p.painter, at, badge / 2.0, Qt::transparent, 0, p.theme.color(p.backgroundRole()));
    const int inset = (badge - glyph) / 2;
    paintIcon(p.painter, at.adjusted(inset, inset, -inset, -inset), p.view.channel.glyph, p.theme.color(Color::Text2), p.direction, p.theme.highContrast());
}

QFont partFont(const RowPaint &p, const RowPart &part)
{
    return p.theme.font(Step::Caption, part.strong ? QFont::Medium : QFont::Normal);
}

int partWidth(const RowPaint &p, const RowPart &part, const QFont &font)
{
    const int glyph = part.glyph.isEmpty() && part.ring < 0 ? 0 : p.theme.grown(14) + 4;
    return glyph + int(std::ceil(textWidth(font, part.text)));
}

/// Returns the width it took.
int paintPart(const RowPaint &p, const RowPart &part, int x, int y, int height, int room)
{
    const QFont font = partFont(p, part);
    const int glyph = p.theme.grown(14);
    const int start = x;
    if (part.ring >= 0 || !part.glyph.isEmpty()) {
        const QRect at = p.place(x, y + (height - glyph) / 2, glyph, glyph);
        if (part.ring >= 0)
            drawRing(p.painter, QRectF(at).adjusted(1, 1, -1, -1), part.ring, p.theme.color(part.color));
        else
            paintIcon(p.painter, at, part.glyph, p.theme.color(part.color), p.direction, p.theme.highContrast());
        x += glyph + 4;
    }
    const int width = qMin(int(std::ceil(textWidth(font, part.text))), start + room - x);
    drawLine(p.painter, p.place(x, y, width + 1, height), part.text, {font, p.theme.color(part.color), p.direction});
    return x + width - start;
}

void paintTemperature(const RowPaint &p, int y, int height, int &end)
{
    const int glyph = p.theme.grown(14);
    const QFont font = p.theme.font(Step::Caption, QFont::Medium);
    const int number = int(std::ceil(digitsWidth(font, p.view.temperature.word)));
    end -= number;
    drawDigits(p.painter, p.place(end, y - 1, number, height), p.view.temperature.word, {font, p.theme.color(p.view.temperature.color), p.direction}, Side::End);
    end -= 4 + glyph;
    paintIcon(p.painter, p.place(end, y - 1 + (height - glyph) / 2, glyph, glyph), p.view.temperature.glyph, p.theme.color(p.view.temperature.color), p.direction,
        p.theme.highContrast());
    end -= 8;
}

void paintThirdLine(const RowPaint &p, int start, int y, int end)
{
    const int height = p.theme.line(Step::Caption);
    paintTemperature(p, y, height, end);
    int x = start;
    for (std::size_t i = 0; i < p.view.parts.size() && x < end; ++i) {
        const RowPart &part = p.view.parts[i];
        int room = end - x;
        // A part keeps room for a clock that follows it, which is never elided, and for the begin of what is not to be missed.
        for (std::size_t j = i + 1; j < p.view.parts.size() && !part.clock; ++j) {
            const RowPart &next = p.view.parts[j];
            const int width = next.clock || next.keeps ? partWidth(p, next, p.theme.font(Step::Caption, QFont::Medium)) + 9 : 0;
            room -= next.clock ? width : qMin(width, p.theme.grown(44));
        }
        // Half of a short word tells nothing.
        const bool plain = part.glyph.isEmpty() && part.ring < 0;
        if (room < p.theme.grown(plain ? 72 : 40) && partWidth(p, part, partFont(p, part)) > room)
            continue;
        x += paintPart(p, part, x, y, height, room) + (part.glyph.isEmpty() && part.ring < 0 ? 8 : 9);
    }
}

void paintFirstLine(const RowPaint &p, int start, int y, int end)
{
    const int height = p.theme.line(Step::Body);
    const bool clock = p.compact() && !p.view.clock.text.isEmpty();
    if (clock) {
        const QFont font = p.theme.font(Step::Caption, QFont::Medium);
        end -= partWidth(p, p.view.clock, font);
        paintPart(p, p.view.clock, end, y, height, p.rect.width());
    } else {
        const QFont font = p.theme.font(Step::Caption, p.view.unread ? QFont::DemiBold : QFont::Normal);
        const int width = int(std::ceil(digitsWidth(font, p.view.time)));
        end -= width;
        drawDigits(p.painter, p.place(end, y, width, height), p.view.time,
            {font, p.theme.color(p.view.unread ? Color::Text : Color::Text3), p.direction}, Side::End);
    }
    if (p.compact() && !p.view.reason.glyph.isEmpty()) {
        const int glyph = p.theme.grown(14);
        end -= glyph + 6;
        paintIcon(p.painter, p.place(end, y + (height - glyph) / 2, glyph, glyph), p.view.reason.glyph, p.theme.color(p.view.reason.color), p.direction, p.theme.highContrast());
    }
    end -= 8;
    int x = start;
    if (!p.view.mark.isEmpty()) {
        const QSize mark(p.theme.grown(20), p.theme.grown(16));
        drawTenantMark(p.painter, p.place(x, y + (height - mark.height()) / 2, mark.width(), mark.height()), p.view.mark, p.view.markSeed, p.theme);
        x += mark.width() + 6;
    }
    drawLine(p.painter, p.place(x, y, end - x, height), p.view.name, p.ink(Step::Body, Color::Text, p.view.unread ? QFont::DemiBold : QFont::Medium));
}

void paintSnippet(const RowPaint &p, int start, int y, int end)
{
    const int height = p.theme.line(Step::Small);
    if (p.view.unreadCount > 0) {
        const int width = pillWidth(p.theme, p.view.unreadCount);
        const int pill = p.theme.grown(16);
        end -= width;
        drawPill(p.painter, p.place(end, y + (height - pill) / 2, width, pill), p.view.unreadCount, p.theme.color(Color::AccentFill), p.theme);
        end -= 8;
    }
    int x = start;
    if (p.compact()) {
        const int glyph = p.theme.grown(13);
        paintIcon(p.painter, p.place(x, y + (height - glyph) / 2, glyph, glyph), p.view.channel.glyph, p.theme.color(Color::Text2), p.direction, p.theme.highContrast());
        x += glyph + 5;
    }
    if (p.compact() && !p.view.holder.isEmpty()) {
        const RowPart holder {QStringLiteral("person"), -1, p.view.holder, Color::Text2, true};
        x += paintPart(p, holder, x, y, height, qMin(end - x, p.theme.grown(96))) + 6;
    }
    if (!p.view.prefix.isEmpty()) {
        const bool strong = p.view.prefixColor != Color::Text3;
        const Ink ink = p.ink(Step::Small, p.view.prefixColor, strong ? QFont::Medium : QFont::Normal);
        const int width = int(std::ceil(textWidth(ink.font, p.view.prefix)));
        drawLine(p.painter, p.place(x, y, qMin(width + 1, end - x), height), p.view.prefix, ink);
        x += width + int(std::ceil(textWidth(ink.font, QStringLiteral(" "))));
    }
    const Color color = p.view.unread ? Color::Text : Color::Text2;
    const bool two = p.theme.density() == Density::Comfortable;
    const Ink ink = p.ink(Step::Small, color);
    if (!two) {
        drawLine(p.painter, p.place(x, y, end - x, height), p.view.snippet, ink);
        return;
    }
    // Comfortable: the rest of the snippet goes to a second line, broken at a blank.
    const QFontMetricsF metrics(ink.font);
    qsizetype fits = 0;
    for (qsizetype blank = p.view.snippet.indexOf(QLatin1Char(' ')); blank > 0; blank = p.view.snippet.indexOf(QLatin1Char(' '), blank + 1)) {
        if (metrics.horizontalAdvance(p.view.snippet.left(blank)) > end - x)
            break;
        fits = blank;
    }
    const bool whole = fits == 0 || metrics.horizontalAdvance(p.view.snippet) <= end - x;
    drawLine(p.painter, p.place(x, y, end - x, height), whole ? p.view.snippet : p.view.snippet.left(fits), ink);
    if (!whole)
        drawLine(p.painter, p.place(start, y + height, end - start, height), p.view.snippet.mid(fits + 1), ink);
}

} // namespace

int conversationBoxWidth(const Theme &theme)
{
    const int avatar = theme.density() == Density::Compact ? 28 : 36;
    return startBehind(theme, theme.textScale() < avatarUpTo ? avatar : boxSize);
}

int conversationRowHeight(const Theme &theme)
{
    const auto &type = theme.tokens().type;
    const auto line = [&](Step step) { return type[static_cast<std::size_t>(step)].line; };
    int text = line(Step::Body) + line(Step::Small);
    if (theme.density() != Density::Compact)
        text += line(Step::Caption) + 2;
    if (theme.density() == Density::Comfortable)
        text += line(Step::Small);
    return theme.rowHeight(theme.space().conversationRow, text);
}

void paintConversationRow(QPainter &painter, const QRect &rect, const RowView &view, const RowState &state, const Theme &theme,
    Qt::LayoutDirection direction)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    const RowPaint p {painter, rect, view, state, theme, direction};
    paintBackground(p);
    paintAvatar(p);
    const int start = textStart(p);
    const int end = rect.width() - rowPadEnd;
    if (p.compact()) {
        const int lines = theme.line(Step::Body) + theme.line(Step::Small);
        const int top = (rect.height() - lines) / 2;
        paintFirstLine(p, start, top - 1, end);
        paintSnippet(p, start, top + theme.line(Step::Body), end);
    } else {
        int y = rowPadTop;
        paintFirstLine(p, start, y, end);
        y += theme.line(Step::Body) + 1;
        paintSnippet(p, start, y, end);
        y += theme.line(Step::Small) * (theme.density() == Density::Comfortable ? 2 : 1) + 1;
        paintThirdLine(p, start, y, end);
    }
    painter.restore();
}

} // namespace foredeck::ui
