#pragma once

#include "models/items/outboxmodel.h"
#include "ui/theme/theme.h"
#include "ui/words/timewords.h"

#include <QIdentityProxyModel>
#include <QStyledItemDelegate>

#include <array>
#include <functional>

namespace foredeck::ui {

/// One act that has not left, in words.
struct OutboxWords {
    QString order;
    QString whatGlyph;
    QString what;
    QString to;
    QString content;
    QString stateGlyph;
    QString state;
    Color stateColor = Color::Text;
    QString waits;
    QString condition;
    bool review = false;
};
OutboxWords outboxWords(const OutboxRow &row, int order, Timestamp localNow);

/// Columns of the table: where each starts and how wide it is, for a width. Numbers stand at their column's end.
enum class OutboxColumn { Order, What, To, Content, State, Waits, Condition };
std::array<QRect, 7> outboxColumns(int width, int height, const Theme &theme);
QString outboxColumnWord(OutboxColumn column);

/// The outbox with words for assistive technology.
class OutboxRows final : public QIdentityProxyModel {
    Q_OBJECT

public:
    OutboxRows(OutboxModel &model, std::function<Timestamp()> localNow, QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
    const OutboxRow &rowAt(int row) const { return m_model.itemAt(row); }
    OutboxWords words(int row) const { return outboxWords(rowAt(row), row + 1, m_now()); }

private:
    OutboxModel &m_model;
    std::function<Timestamp()> m_now;
};

class OutboxDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    OutboxDelegate(const OutboxRows *rows, QObject *parent) : QStyledItemDelegate(parent), m_rows(rows) { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const OutboxRows *m_rows;
};

} // namespace foredeck::ui
