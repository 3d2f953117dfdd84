#pragma once

#include "models/cache/rows.h"
#include "ui/pages/escalations/stepkeys.h"
#include "ui/words/timewords.h"

#include <QWidget>

class QVBoxLayout;

namespace foredeck::ui {

/// What a person must know to decide, in a fixed order; "–" where no record says anything. Built anew only when it says
/// something else.
class BriefColumn final : public QWidget {
    Q_OBJECT

public:
    explicit BriefColumn(QWidget *parent = nullptr);
    /// `firstName`: what the customer is called in the headings; `phone`: as their number is written for people.
    void show(const EscalationRow &row, const QString &firstName, const QString &phone, const TimeContext &time);
    /// Of what is shown.
    const StepKeys &keys() const noexcept { return m_keys; }

Q_SIGNALS:
    /// A next action, by its place in the brief.
    void actionChosen(int index);

private:
    void clear();
    void section(const QString &label);
    void words(const QString &text);
    void addTried(const Escalation &escalation, const TimeContext &time);
    void addMood(const EscalationBrief &brief, const TimeContext &time);
    void addActions(const EscalationRow &row, const QString &firstName, const QString &phone);

    QVBoxLayout *m_column;
    StepKeys m_keys;
    QString m_shown; ///< all that it says, to tell whether it says something else
    bool m_first = true;
};

} // namespace foredeck::ui
