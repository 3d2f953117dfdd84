#include "ui/delegates/ruledelegate.h"

#include "ui/widgets/painting.h"
#include "ui/words/rulewords.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace foredeck::ui {

namespace {

constexpr int padAcross = 16;
constexpr int padDown = 12;
constexpr int ruleGap = 4;

int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

int heightOf(const QFont &font, const QString &text, int width)
{
    return int(std::ceil(QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10'000), Qt::TextWordWrap, text).height()));
}

Color backgroundOf(const QStyleOptionViewItem &option)
{
    if (option.state & QStyle::State_Selected)
        return option.widget && option.widget->hasFocus() ? Color::Selection : Color::SelectionInactive;
    return option.state & QStyle::State_MouseOver ? Color::Hover : Color::Surface;
}

/// What lies under every row: its state, the line below, the bar of the current one.
void paintUnder(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const QRect r = option.rect;
    painter.fillRect(r, theme.color(backgroundOf(option)));
    painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme.color(Color::Line));
    if (option.state & QStyle::State_Selected) {
        outlineChosen(painter, r, theme);
        painter.fillRect(QStyle::visualRect(option.direction, r, QRect(r.left(), r.top(), 3, r.height())), theme.color(Color::Accent));
    }
}

/// What the wire has not taken yet, or how often it fires.
QString lastLine(const RuleRow &row)
{
    const QString pending = rulePendingWords(row);
    return pending.isEmpty() ? ruleOccasionWords(row.value.when) : pending;
}

} // namespace

RuleDelegate::RuleDelegate(const RuleListModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) { }

QSize RuleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const RuleRow &row = m_model.itemAt(index.row());
    const int width = widthOf(option);
    const int words = heightOf(theme.font(Step::Small), ruleSentence(row.value), width - 2 * padAcross);
    return {width, padDown + theme.line(Step::Body) + ruleGap + words + ruleGap + theme.line(Step::Caption) + padDown};
}

void RuleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const RuleRow &row = m_model.itemAt(index.row());
    paintUnder(*painter, option, theme);
    const QRect inside = option.rect.adjusted(padAcross, padDown, -padAcross, -padDown);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, option.rect, logical); };
    const auto ink = [&](Step step, Color color, QFont::Weight weight = QFont::Normal) { return Ink {theme.font(step, weight), theme.color(color), option.direction}; };
    const bool on = row.value.enabled;
    const QString state = on ? tr("On", "a rule that is in force") : tr("Off", "a rule that is not in force");
    const Ink stateInk = ink(Step::Small, on ? Color::Text2 : Color::Text3, QFont::Medium);
    const int glyph = theme.grown(14);
    const int stateWidth = glyph + 4 + int(std::ceil(textWidth(stateInk.font, state)));
    int y = inside.top();
    const int line = theme.line(Step::Body);
    const QRect at(inside.right() + 1 - stateWidth, y, stateWidth, line);
    paintIcon(*painter, place(QRect(at.left(), y + (line - glyph) / 2, glyph, glyph)), on ? QStringLiteral("check") : QStringLiteral("pause"), stateInk.color, option.direction, theme.highContrast());
    drawLine(*painter, place(at.adjusted(glyph + 4, 0, 0, 0)), state, stateInk);
    drawLine(*painter, place(QRect(inside.left(), y, inside.width() - stateWidth - 8, line)), ruleName(row.value), ink(Step::Body, on ? Color::Text : Color::Text2, QFont::DemiBold));
    y += line + ruleGap;
    const QString sentence = ruleSentence(row.value);
    const int words = heightOf(theme.font(Step::Small), sentence, inside.width());
    painter->setFont(theme.font(Step::Small));
    painter->setPen(theme.color(on ? Color::Text2 : Color::Text3));
    painter->setLayoutDirection(option.direction);
    painter->drawText(QRectF(inside.left(), y, inside.width(), words), int(Qt::TextWordWrap | Qt::AlignLeading | Qt::AlignTop), sentence);
    y += words + ruleGap;
    const bool bad = row.pending == PendingKind::NeedsReview || row.pending == PendingKind::Refused;
    drawLine(*painter, place(QRect(inside.left(), y, inside.width(), theme.line(Step::Caption))), lastLine(row), ink(Step::Caption, bad ? Color::Danger : Color::Text3));
    if (row.pending == PendingKind::Unsent) {
        painter->setPen(QPen(theme.color(Color::LineStrong), 1, Qt::DashLine));
        painter->drawRect(QRectF(option.rect).adjusted(5.5, 3.5, -5.5, -4.5));
    }
}

RuleHitDelegate::RuleHitDelegate(const RuleHitsModel &model, TimeOf time, QObject *parent) : QStyledItemDelegate(parent), m_model(model), m_time(std::move(time)) { }

QSize RuleHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Theme &theme = themeOf(option.widget);
    return {widthOf(option), 8 + theme.line(Step::Body) + 2 + theme.line(Step::Small) + 8};
}

void RuleHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const RuleHitView view = ruleHitView(m_model.itemAt(index.row()), m_time());
    paintUnder(*painter, option, theme);
    const QRect inside = option.rect.adjusted(padAcross, 8, -padAcross, -8);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, option.rect, logical); };
    const auto ink = [&](Step step, Color color, QFont::Weight weight = QFont::Normal) { return Ink {theme.font(step, weight), theme.color(color), option.direction}; };
    const int line = theme.line(Step::Body);
    const int glyph = theme.grown(14);
    paintIcon(*painter, place(QRect(inside.left(), inside.top() + (line - glyph) / 2, glyph, glyph)), view.channel.glyph, theme.color(Color::Text2), option.direction, theme.highContrast());
    const Ink time = ink(Step::Caption, Color::Text3);
    const QString end = view.times.isEmpty() ? view.time : tr("%1 · %2", "how often, when last").arg(view.times, view.time);
    const int endWidth = int(std::ceil(textWidth(time.font, end))) + 1;
    drawLine(*painter, place(QRect(inside.right() + 1 - endWidth, inside.top(), endWidth, line)), end, time, Side::End);
    const int x = glyph + 8;
    drawLine(*painter, place(QRect(inside.left() + x, inside.top(), inside.width() - x - endWidth - 8, line)), view.name, ink(Step::Body, Color::Text, QFont::DemiBold));
    const QRect below(inside.left(), inside.top() + line + 2, inside.width(), theme.line(Step::Small));
    drawLine(*painter, place(below), view.snippet, ink(Step::Small, Color::Text2));
}

} // namespace foredeck::ui
