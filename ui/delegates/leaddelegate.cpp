#include "ui/delegates/leaddelegate.h"

#include "ui/widgets/painting.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace foredeck::ui {

namespace {

constexpr int leadPad = 16;
constexpr int leadGap = 10;
constexpr int gapBehindNumber = 16; ///< it ends where the next column begins
constexpr int leastName = 170;
constexpr int leastWants = 110;
constexpr double nameShare = 0.56;

int widthOf(LeadColumn column)
{
    switch (column) {
    case LeadColumn::Name:
        return leastName;
    case LeadColumn::Wants:
        return leastWants;
    case LeadColumn::Score:
        return 52;
    case LeadColumn::Status:
        return 92;
    case LeadColumn::Value:
        return 80;
    case LeadColumn::Owner:
        return 78;
    case LeadColumn::Last:
        break;
    }
    return 76;
}

int gapBehind(LeadColumn column) { return isNumeric(column) ? gapBehindNumber : leadGap; }

/// One row being painted: logical rectangles go in, mirrored ones come out.
struct LeadPaint {
    QPainter &painter;
    const QRect &rect;
    const LeadView &view;
    const Theme &theme;
    Qt::LayoutDirection direction;
    std::array<QRect, leadColumnCount> columns;

    QRect at(const QRect &logical) const { return QStyle::visualRect(direction, rect, logical.translated(rect.topLeft())); }
    QRect column(LeadColumn column) const { return columns[static_cast<std::size_t>(column)]; }
    Ink ink(Color color, QFont::Weight weight = QFont::Normal) const { return {theme.font(Step::Body, weight), theme.color(color), direction}; }
    void glyph(int x, int size, const Sign &sign) const
    {
        paintIcon(painter, at(QRect(x, (rect.height() - size) / 2, size, size)), sign.glyph, theme.color(sign.color), direction, theme.highContrast());
    }
};

void paintName(const LeadPaint &p, bool current)
{
    const QRect column = p.column(LeadColumn::Name);
    int x = column.left();
    int end = column.right() + 1;
    if (!p.view.mark.isEmpty()) {
        const QSize mark(p.theme.grown(20), p.theme.grown(16));
        drawTenantMark(p.painter, p.at(QRect(x, (p.rect.height() - mark.height()) / 2, mark.width(), mark.height())), p.view.mark, p.view.markSeed, p.theme);
        x += mark.width() + 8;
    }
    if (!p.view.channel.glyph.isEmpty()) {
        const int size = p.theme.grown(14);
        end -= size;
        p.glyph(end, size, {p.view.channel.glyph, {}, Color::Text2});
        end -= 8;
    }
    drawLine(p.painter, p.at(QRect(x, 0, qMax(0, end - x), p.rect.height())), p.view.name, p.ink(Color::Text, current ? QFont::DemiBold : QFont::Medium));
}

void paintScore(const LeadPaint &p)
{
    const QRect column = p.column(LeadColumn::Score);
    const int size = p.theme.grown(14);
    p.glyph(column.left(), size, p.view.temperature);
    const int x = column.left() + size + 4;
    drawDigits(p.painter, p.at(QRect(x, 0, column.right() + 1 - x, p.rect.height())), p.view.temperature.word, p.ink(p.view.temperature.color, QFont::Medium), Side::Start);
}

void paintStatus(const LeadPaint &p)
{
    const QRect column = p.column(LeadColumn::Status);
    if (column.isEmpty())
        return;
    int x = column.left();
    if (p.view.dashed) { // not yet: its act is on its way
        const int size = p.theme.grown(10);
        p.painter.save();
        p.painter.setRenderHint(QPainter::Antialiasing);
        p.painter.setPen(QPen(p.theme.color(Color::LineStrong), 1.2, Qt::DashLine));
        p.painter.drawEllipse(QRectF(p.at(QRect(x, (p.rect.height() - size) / 2, size, size))).adjusted(0.5, 0.5, -0.5, -0.5));
        p.painter.restore();
        x += size + 6;
    }
    drawLine(p.painter, p.at(QRect(x, 0, column.right() + 1 - x, p.rect.height())), p.view.status, p.ink(Color::Text));
}

void paintWords(const LeadPaint &p, LeadColumn which, const QString &words, Color color)
{
    const QRect column = p.column(which);
    if (column.isEmpty())
        return;
    if (isNumeric(which))
        drawDigits(p.painter, p.at(column), words, p.ink(color), Side::End);
    else
        drawLine(p.painter, p.at(column), words, p.ink(color));
}

} // namespace

QString leadColumnWord(LeadColumn column)
{
    switch (column) {
    case LeadColumn::Name:
        return LeadDelegate::tr("Lead");
    case LeadColumn::Score:
        return LeadDelegate::tr("Score");
    case LeadColumn::Status:
        return LeadDelegate::tr("Status");
    case LeadColumn::Wants:
        return LeadDelegate::tr("Wants");
    case LeadColumn::Value:
        return LeadDelegate::tr("Value");
    case LeadColumn::Owner:
        return LeadDelegate::tr("Owner");
    case LeadColumn::Last:
        break;
    }
    return LeadDelegate::tr("Last word");
}

bool isNumeric(LeadColumn column)
{
    return column == LeadColumn::Value || column == LeadColumn::Last;
}

int sortHeadWidth(LeadColumn column, const Theme &theme)
{
    return int(std::ceil(textWidth(theme.font(Step::Caption, QFont::DemiBold), leadColumnWord(column)))) + sortArrowGap + theme.grown(sortArrow);
}

std::array<QRect, leadColumnCount> leadColumns(QSize row, const Theme &theme)
{
    constexpr LeadColumn order[] {LeadColumn::Name, LeadColumn::Score, LeadColumn::Status, LeadColumn::Wants, LeadColumn::Value, LeadColumn::Owner, LeadColumn::Last};
    std::array<int, leadColumnCount> widths;
    for (const LeadColumn column : order)
        widths[static_cast<std::size_t>(column)] = qMax(theme.grown(widthOf(column)), isSortable(column) ? sortHeadWidth(column, theme) : 0);
    const auto grown = [&](LeadColumn column) { return widths[static_cast<std::size_t>(column)]; };
    std::array<bool, leadColumnCount> shown;
    shown.fill(true);
    const auto isShown = [&](LeadColumn column) { return shown[static_cast<std::size_t>(column)]; };
    const auto room = [&] {
        int left = row.width() - 2 * leadPad;
        for (const LeadColumn column : order) {
            if (isShown(column))
                left -= grown(column) + (column == LeadColumn::Last ? 0 : gapBehind(column));
        }
        return left;
    };
    for (const LeadColumn yields : {LeadColumn::Value, LeadColumn::Wants, LeadColumn::Owner, LeadColumn::Status}) {
        if (room() < 0)
            shown[static_cast<std::size_t>(yields)] = false;
    }
    const int left = qMax(room(), -theme.grown(leastName) / 2);
    std::array<QRect, leadColumnCount> columns;
    int x = leadPad;
    for (const LeadColumn column : order) {
        if (!isShown(column))
            continue;
        int width = grown(column);
        if (column == LeadColumn::Name)
            width += isShown(LeadColumn::Wants) ? int(left * nameShare) : left;
        else if (column == LeadColumn::Wants)
            width += left - int(left * nameShare);
        columns[static_cast<std::size_t>(column)] = QRect(x, 0, width, row.height());
        x += width + gapBehind(column);
    }
    return columns;
}

LeadDelegate::LeadDelegate(const LeadListModel &model, ContextOf context, QObject *parent) : QStyledItemDelegate(parent), m_model(model), m_context(std::move(context)) { }

void LeadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    const bool current = option.state & QStyle::State_Selected;
    const bool focused = option.state & QStyle::State_Active && option.widget && option.widget->hasFocus();
    const bool hovered = option.state & QStyle::State_MouseOver;
    const Color background = current ? (focused ? Color::Selection : Color::SelectionInactive) : (hovered ? Color::Hover : Color::Surface);
    const LeadView view = leadView(m_model.itemAt(index.row()), m_context());
    const LeadPaint p {*painter, option.rect, view, theme, option.direction, leadColumns(option.rect.size(), theme)};
    painter->fillRect(option.rect, theme.color(background));
    painter->fillRect(p.at(QRect(0, option.rect.height() - 1, option.rect.width(), 1)), theme.color(Color::Line));
    if (current) {
        outlineChosen(*painter, option.rect, theme);
        painter->fillRect(p.at(QRect(0, 0, 3, option.rect.height())), theme.color(Color::Accent));
    }
    paintName(p, current);
    paintScore(p);
    paintStatus(p);
    paintWords(p, LeadColumn::Wants, view.wants, Color::Text2);
    paintWords(p, LeadColumn::Value, view.value, Color::Text);
    paintWords(p, LeadColumn::Owner, view.owner.word, view.owner.color);
    paintWords(p, LeadColumn::Last, view.last, Color::Text2);
    painter->restore();
}

int LeadDelegate::rowHeight(const Theme &theme)
{
    return theme.rowHeight(theme.space().tableRow, 18);
}

QSize LeadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight(themeOf(option.widget))};
}

} // namespace foredeck::ui
