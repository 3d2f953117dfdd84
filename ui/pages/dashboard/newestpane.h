#pragma once

#include "models/items/leaditem.h"
#include "ui/widgets/pane.h"
#include "ui/words/leadwords.h"

#include <QAbstractButton>

#include <vector>

class QVBoxLayout;

namespace foredeck::ui {

class Button;
class TextLabel;

/// A lead that came lately, on one line; opens its page.
class NewestRow final : public QAbstractButton {
    Q_OBJECT

public:
    explicit NewestRow(QWidget *parent = nullptr);
    /// `came`: when they first asked.
    void set(const LeadId &lead, const LeadView &view, const QString &came);
    const LeadId &lead() const noexcept { return m_lead; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {1, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    LeadId m_lead;
    LeadView m_view;
    QString m_came;
};

/// The leads that came last, and the way to all of the chosen days.
class NewestPane final : public Pane {
    Q_OBJECT

public:
    explicit NewestPane(QWidget *parent = nullptr);
    void show(const QString &title, const std::vector<LeadRow> &leads, const User &me, const RowContext &context, const QString &all);
    std::vector<NewestRow *> rows() const;
    Button *all() const noexcept { return m_all; }

Q_SIGNALS:
    void opened(const foredeck::LeadId &lead);
    void allWanted();

private:
    TextLabel *m_title;
    TextLabel *m_empty;
    QVBoxLayout *m_column;
    std::vector<NewestRow *> m_rows;
    Button *m_all;
};

} // namespace foredeck::ui
