#pragma once

#include "models/items/escalationlistmodel.h"
#include "ui/theme/theme.h"
#include "ui/words/escalationwords.h"

#include <QStyledItemDelegate>

#include <functional>

namespace foredeck::ui {

/// Paints hand-overs and the headings of their groups. It asks the model for the value behind a row and `context` for the
/// time and the tenants in view.
class EscalationDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using ContextOf = std::function<RowContext()>;

    EscalationDelegate(const EscalationListModel &model, ContextOf context, QObject *parent = nullptr);
    /// Compact rows whatever the density: for a narrow window.
    void setCompact(bool compact) { m_compact = compact; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme themeFor(const QWidget *widget) const;

    const EscalationListModel &m_model;
    ContextOf m_context;
    bool m_compact = false;
};

} // namespace foredeck::ui
