#pragma once

#include "models/items/rulehitsmodel.h"
#include "models/items/rulelistmodel.h"
#include "ui/words/timewords.h"

#include <QStyledItemDelegate>

#include <functional>

namespace foredeck::ui {

/// A rule as the list shows it: its name, whether it is in force, all of its sentence, how often it fires.
class RuleDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    RuleDelegate(const RuleListModel &model, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const RuleListModel &m_model;
};

/// A conversation that a dry run names: who, over which channel, when, how often, what was said last.
class RuleHitDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using TimeOf = std::function<TimeContext()>;

    RuleHitDelegate(const RuleHitsModel &model, TimeOf time, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const RuleHitsModel &m_model;
    TimeOf m_time;
};

} // namespace foredeck::ui
