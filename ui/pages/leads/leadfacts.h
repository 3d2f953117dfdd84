#pragma once

#include "ui/words/leadwords.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace foredeck::ui {

/// What is known of a lead, in a fixed order: its conversations where there are several, appointment, qualification, why its score, history. "–" where no record speaks.
/// Built anew only when it says something else.
class LeadFacts final : public QWidget {
    Q_OBJECT

public:
    explicit LeadFacts(QWidget *parent = nullptr);
    void show(const LeadRow &row, const LeadHistory &history, const User &me, const TimeContext &time);

Q_SIGNALS:
    void conversationWanted(const foredeck::ConversationId &conversation);

private:
    void clear();
    /// A section's name and what stands at the end of its line.
    void section(const QString &label, const QString &aside = {});
    QGridLayout *grid();
    void none();
    void addThreads(const LeadHistory &history, const TimeContext &time);
    void addQualification(const std::vector<LeadFact> &facts);
    void addFactors(const std::vector<FactorLine> &factors);
    void addHistory(const std::vector<HistoryLine> &lines);

    QVBoxLayout *m_column;
    QString m_shown; ///< all that it says, to tell whether it says something else
};

} // namespace foredeck::ui
