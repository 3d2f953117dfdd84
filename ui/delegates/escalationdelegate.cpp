#include "ui/delegates/escalationdelegate.h"

#include "ui/widgets/painting.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <cmath>

namespace foredeck::ui {

namespace {

constexpr int escalationPadStart = 16;
constexpr int escalationPadEnd = 16;

/// One row being painted: logical rectangles go in, mirrored ones come out.
struct EscalationPaint {
    QPainter &painter;
    const QRect &rect;
    const EscalationView &view;
    const Theme &theme;
    Qt::LayoutDirection direction;
    Color background;

    QRect place(int x, int y, int w, int h) const
    {
        return QStyle::visualRect(direction, rect, QRect(rect.left() + x, rect.top() + y, w, h));
    }
    Ink ink(Step step, Color color, QFont::Weight weight = QFont::Normal) const { return {theme.font(step, weight), theme.color(color), direction}; }
    bool compact() const { return theme.density() == Density::Compact; }
    /// At 150 % and more the avatar goes first.
    bool avatar() const { return theme.textScale() < 1.5; }
    int avatarSize() const { return theme.grown(compact() ? 28 : 36); }
    int textStart() const { return avatar() ? escalationPadStart + avatarSize() + 12 : escalationPadStart; }
};

int linesOf(const Theme &theme)
{
    const auto &type = theme.tokens().type;
    const auto line = [&](Step step) { return type[static_cast<std::size_t>(step)].line; };
    return line(Step::Body) + line(Step::Small) * 2 + (theme.density() == Density::Compact ? 0 : line(Step::Caption));
}

int escalationRowHeight(const Theme &theme)
{
    constexpr int heights[] {64, 88, 100};
    return theme.rowHeight(heights[static_cast<std::size_t>(theme.density())], linesOf(theme));
}

void paintAvatar(const EscalationPaint &p, int top)
{
    if (!p.avatar())
        return;
    const int size = p.avatarSize();
    const QRect disc = p.place(escalationPadStart, top, size, size);
    drawAvatar(p.painter, disc, p.view.initials, AvatarKind::Person, p.theme);
    if (p.view.dashed) {
        p.painter.save();
        p.painter.setRenderHint(QPainter::Antialiasing);
        p.painter.setPen(QPen(p.theme.color(Color::LineStrong), 1, Qt::DashLine));
        p.painter.drawEllipse(QRectF(disc).adjusted(0.5, 0.5, -0.5, -0.5));
        p.painter.restore();
    }
    // Too small for a badge: the channel stands before the words instead.
    if (p.view.channel.glyph.isEmpty() || p.compact())
        return;
    const int badge = p.theme.grown(18);
    const int inset = (badge - p.theme.grown(13)) / 2;
    const QRect at = p.place(escalationPadStart + size - badge + 4, top + size - badge + 3, badge, badge);
    strokeRounded(p.painter, at, badge / 2.0, Qt::transparent, 0, p.theme.color(p.background));
    paintIcon(p.painter, at.adjusted(inset, inset, -inset, -inset), p.view.channel.glyph, p.theme.color(Color::Text2), p.direction, p.theme.highContrast());
}

/// Returns where it begins.
int paintClock(const EscalationPaint &p, int y, int end)
{
    const RowPart &clock = p.view.clock;
    if (clock.text.isEmpty())
        return end;
    const int height = p.theme.line(Step::Body);
    const QFont font = p.theme.font(Step::Small, clock.strong ? QFont::Medium : QFont::Normal);
    const int width = int(std::ceil(digitsWidth(font, clock.text)));
    end -= width;
    drawDigits(p.painter, p.place(end, y, width, height), clock.text, {font, p.theme.color(clock.color), p.direction}, Side::End);
    if (clock.ring < 0 && clock.glyph.isEmpty())
        return end - 8;
    const int glyph = p.theme.grown(14);
    end -= glyph + 4;
    const QRect at = p.place(end, y + (height - glyph) / 2, glyph, glyph);
    if (clock.ring >= 0)
        drawRing(p.painter, QRectF(at).adjusted(1, 1, -1, -1), clock.ring, p.theme.color(clock.color));
    else
        paintIcon(p.painter, at, clock.glyph, p.theme.color(clock.color), p.direction, p.theme.highContrast());
    return end - 8;
}

void paintFirstLine(const EscalationPaint &p, int y, int end)
{
    const int height = p.theme.line(Step::Body);
    int x = p.textStart();
    end = paintClock(p, y, end);
    if (!p.view.mark.isEmpty()) {
        const QSize mark(p.theme.grown(20), p.theme.grown(16));
        drawTenantMark(p.painter, p.place(x, y + (height - mark.height()) / 2, mark.width(), mark.height()), p.view.mark, p.view.markSeed, p.theme);
        x += mark.width() + 6;
    }
    drawLine(p.painter, p.place(x, y, qMax(0, end - x), height), p.view.name, p.ink(Step::Body, Color::Text, QFont::Medium));
}

void paintReason(const EscalationPaint &p, int y, int end)
{
    const int height = p.theme.line(Step::Small);
    const int glyph = p.theme.grown(14);
    int x = p.textStart();
    paintIcon(p.painter, p.place(x, y + (height - glyph) / 2, glyph, glyph), p.view.reason.glyph, p.theme.color(p.view.reason.color), p.direction, p.theme.highContrast());
    x += glyph + 6;
    const Ink ink = p.ink(Step::Small, p.view.reason.color, QFont::DemiBold);
    drawLine(p.painter, p.place(x, y, end - x, height), p.view.reason.word, ink);
    if (!p.compact())
        return;
    // Without a line of its own, who has it stands behind the reason.
    x += int(std::ceil(textWidth(ink.font, p.view.reason.word))) + 8;
    const Ink owner = p.ink(Step::Small, Color::Text3);
    const auto fits = [&](const QString &words) { return textWidth(owner.font, words) <= end - x; };
    const QString &words = fits(p.view.owner) ? p.view.owner : p.view.ownerShort;
    if (fits(words))
        drawLine(p.painter, p.place(x, y, end - x, height), words, owner);
}

void paintRow(const EscalationPaint &p)
{
    const int lines = p.theme.grown(linesOf(p.theme));
    const int end = p.rect.width() - escalationPadEnd;
    const int start = p.textStart();
    int y = (p.rect.height() - lines) / 2;
    paintAvatar(p, p.compact() ? (p.rect.height() - p.avatarSize()) / 2 : y);
    paintFirstLine(p, y, end);
    y += p.theme.line(Step::Body);
    paintReason(p, y, end);
    y += p.theme.line(Step::Small);
    int x = start;
    if (p.compact() && !p.view.channel.glyph.isEmpty()) {
        const int glyph = p.theme.grown(13);
        paintIcon(p.painter, p.place(x, y + (p.theme.line(Step::Small) - glyph) / 2, glyph, glyph), p.view.channel.glyph, p.theme.color(Color::Text2), p.direction, p.theme.highContrast());
        x += glyph + 6;
    }
    drawLine(p.painter, p.place(x, y, end - x, p.theme.line(Step::Small)), p.view.ask, p.ink(Step::Small, Color::Text));
    y += p.theme.line(Step::Small);
    if (!p.compact())
        drawLine(p.painter, p.place(start, y, end - start, p.theme.line(Step::Caption)), p.view.owner, p.ink(Step::Caption, Color::Text3));
}

void paintHeading(QPainter &painter, const QRect &rect, const QString &word, int count, const Theme &theme, Qt::LayoutDirection direction)
{
    painter.fillRect(rect, theme.color(Color::Sunken));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color(Color::Line));
    const Ink ink {theme.font(Step::Caption, QFont::DemiBold), theme.color(Color::Text2), direction};
    const int width = int(std::ceil(textWidth(ink.font, word)));
    const auto place = [&](int x, int w) { return QStyle::visualRect(direction, rect, QRect(rect.left() + x, rect.top(), w, rect.height())); };
    drawLine(painter, place(escalationPadStart, width + 1), word, ink);
    const Ink number {theme.font(Step::Caption), theme.color(Color::Text3), direction};
    drawDigits(painter, place(escalationPadStart + width + 8, rect.width() - escalationPadStart - width - 8 - escalationPadEnd), countWord(count), number, Side::Start);
}

} // namespace

EscalationDelegate::EscalationDelegate(const EscalationListModel &model, ContextOf context, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_context(std::move(context))
{
}

Theme EscalationDelegate::themeFor(const QWidget *widget) const
{
    return m_compact ? themeOf(widget).withDensity(Density::Compact) : themeOf(widget);
}

void EscalationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = themeFor(option.widget);
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    if (m_model.isHeading(index.row())) {
        const auto group = static_cast<EscalationStatus>(index.data(EscalationListModel::StatusRole).toInt());
        paintHeading(*painter, option.rect, escalationGroupWord(group), index.data(EscalationListModel::CountRole).toInt(), theme, option.direction);
        painter->restore();
        return;
    }
    const bool current = option.state & QStyle::State_Selected;
    const bool focused = option.state & QStyle::State_Active && option.widget && option.widget->hasFocus();
    const bool hovered = option.state & QStyle::State_MouseOver;
    const Color background = current ? (focused ? Color::Selection : Color::SelectionInactive) : (hovered ? Color::Hover : Color::Surface);
    const EscalationView view = escalationView(m_model.itemAt(index.row()), m_context());
    const EscalationPaint p {*painter, option.rect, view, theme, option.direction, background};
    painter->fillRect(option.rect, theme.color(background));
    const int from = current ? 0 : p.textStart();
    painter->fillRect(p.place(from, option.rect.height() - 1, option.rect.width() - from, 1), theme.color(Color::Line));
    if (current) {
        outlineChosen(*painter, option.rect, theme);
        painter->fillRect(p.place(0, 0, 3, option.rect.height()), theme.color(Color::Accent));
    }
    paintRow(p);
    painter->restore();
}

QSize EscalationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = themeFor(option.widget);
    if (m_model.isHeading(index.row()))
        return {option.rect.width(), theme.rowHeight(32, 16)};
    return {option.rect.width(), escalationRowHeight(theme)};
}

} // namespace foredeck::ui
