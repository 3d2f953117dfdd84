#include "ui/pages/outbox/outboxrows.h"

#include "models/cache/outboxrules.h"
#include "models/cache/setback.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/patchwords.h"
#include "ui/words/problemwords.h"
#include "ui/words/rowwords.h"

#include <QStyle>
#include <QWidget>

namespace foredeck::ui {

OutboxWords outboxWords(const OutboxRow &row, int order, Timestamp localNow)
{
    OutboxWords words;
    const Sign what = opKindSign(row.op.kind);
    const bool undone = row.op.state == OpState::Held && row.op.notBefore && isOver(row.op.createdAt, *row.op.notBefore, localNow);
    const Doubt doubt = doubtOf(row.op);
    const Sign state = opSign(undone ? OpState::Queued : row.op.state, doubt);
    words.order = QString::number(order);
    words.whatGlyph = what.glyph;
    words.what = what.word;
    const std::string &whom = !row.leadName.empty() ? row.leadName : row.leadPhone;
    words.to = whom.empty() ? harmless(fromUtf8(row.clientName)) : personWord(fromUtf8(whom));
    const QString text = harmless(opText(row.op)).simplified();
    words.content = text.isEmpty() ? patchLines(row.op).join(QStringLiteral("; ")) : OutboxRows::tr("“%1”").arg(text);
    words.stateGlyph = state.glyph;
    words.state = state.word;
    words.stateColor = state.color;
    words.waits = durationWord(localNow - row.op.createdAt);
    words.condition = doubt == Doubt::None ? harmless(problemWords(problemSentence(row.op.problem), mentionsOf(row.op))) : doubtWords(row.op.state.value(), doubt).whole();
    if (words.condition.isEmpty() && row.op.state == OpState::Queued && row.op.nextTry && *row.op.nextTry > localNow)
        words.condition = OutboxRows::tr("next try in %1").arg(durationWord(*row.op.nextTry - localNow));
    words.review = row.op.state == OpState::NeedsReview || row.op.state == OpState::Refused;
    return words;
}

std::array<QRect, 7> outboxColumns(int width, int height, const Theme &theme)
{
    const auto g = [&](int w) { return theme.grown(w); };
    // Content and condition share what the others leave.
    const int rest = qMax(g(160), width - 16 - g(40) - g(118) - g(180) - g(176) - g(64) - 16);
    const int content = rest * 6 / 10;
    const int widths[] {g(40), g(118), g(180), content, g(176), g(64), rest - content};
    std::array<QRect, 7> columns;
    int x = 14;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i] = QRect(x, 0, widths[i] - 8, height);
        x += widths[i] + (i == 0 || i == 5 ? 12 : 0);
    }
    return columns;
}

QString outboxColumnWord(OutboxColumn column)
{
    switch (column) {
    case OutboxColumn::Order:
        return OutboxRows::tr("Order");
    case OutboxColumn::What:
        return OutboxRows::tr("What");
    case OutboxColumn::To:
        return OutboxRows::tr("To");
    case OutboxColumn::Content:
        return OutboxRows::tr("Content");
    case OutboxColumn::State:
        return OutboxRows::tr("State");
    case OutboxColumn::Waits:
        return OutboxRows::tr("Waits");
    case OutboxColumn::Condition:
        break;
    }
    return OutboxRows::tr("Condition");
}

OutboxRows::OutboxRows(OutboxModel &model, std::function<Timestamp()> localNow, QObject *parent)
    : QIdentityProxyModel(parent), m_model(model), m_now(std::move(localNow))
{
    setSourceModel(&model);
}

QVariant OutboxRows::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole && role != Qt::DisplayRole)
        return QIdentityProxyModel::data(index, role);
    const OutboxWords one = words(index.row());
    QStringList said {one.what, one.to, one.content, one.state, tr("waits %1").arg(one.waits), one.condition};
    said.removeAll(QString());
    return said.join(QStringLiteral(", "));
}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Theme &theme = themeOf(option.widget);
    return {option.rect.width(), theme.rowHeight(theme.space().tableRow, 16)};
}

void OutboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const OutboxWords words = m_rows->words(index.row());
    const bool chosen = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool focused = option.widget && option.widget->hasFocus();
    const QRect r = option.rect;
    painter->fillRect(r, theme.color(chosen ? (focused ? Color::Selection : Color::SelectionInactive) : (hovered ? Color::Hover : Color::Surface)));
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme.color(Color::Line));
    if (chosen) {
        outlineChosen(*painter, r, theme);
        painter->fillRect(QStyle::visualRect(option.direction, r, QRect(r.left(), r.top(), 3, r.height())), theme.color(Color::Accent));
    }
    const auto columns = outboxColumns(r.width(), r.height(), theme);
    const auto cell = [&](OutboxColumn column) { return QStyle::visualRect(option.direction, r, columns[static_cast<std::size_t>(column)].translated(r.topLeft())); };
    const auto ink = [&](Color color, QFont::Weight weight = QFont::Normal) { return Ink {theme.font(Step::Small, weight), theme.color(color), option.direction}; };
    const auto signedCell = [&](OutboxColumn column, const QString &glyph, const QString &word, Color color, QFont::Weight weight) {
        const QRect at = cell(column);
        const int size = theme.grown(14);
        const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, at, logical); };
        paintIcon(*painter, place(QRect(at.left(), at.top() + (at.height() - size) / 2, size, size)), glyph, theme.color(color == Color::Text ? Color::Text2 : color), option.direction,
            theme.highContrast());
        drawLine(*painter, place(at.adjusted(size + 8, 0, 0, 0)), word, ink(color, weight));
    };
    drawDigits(*painter, cell(OutboxColumn::Order), words.order, ink(Color::Text3), Side::End);
    signedCell(OutboxColumn::What, words.whatGlyph, words.what, Color::Text, QFont::Normal);
    drawLine(*painter, cell(OutboxColumn::To), words.to, ink(Color::Text, QFont::Medium));
    drawLine(*painter, cell(OutboxColumn::Content), words.content, ink(Color::Text2));
    signedCell(OutboxColumn::State, words.stateGlyph, words.state, words.stateColor, QFont::Medium);
    drawLine(*painter, cell(OutboxColumn::Waits), words.waits, ink(Color::Text), Side::End);
    drawLine(*painter, cell(OutboxColumn::Condition), words.condition, ink(Color::Text3));
}

} // namespace foredeck::ui
