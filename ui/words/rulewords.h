#pragma once

#include "models/cache/rows.h"
#include "models/domain/rule.h"
#include "models/items/rulehitsmodel.h"
#include "ui/words/domainwords.h"
#include "ui/words/timewords.h"

#include <QStringList>

#include <vector>

namespace foredeck::ui {

/// A client's own rules in words.

/// "While we are open".
QString ruleTimeWord(const Open<RuleTime> &time);
/// All that must hold and what happens then: "When the message means “money back” and nobody has replied for 15 min, hand over:
/// Payment dispute, priority 2."
QString ruleSentence(const ClientRule &rule);
/// How often it may fire: "Once in each wait".
QString ruleOccasionWords(const RuleConditions &when);
/// Its name, or what stands for one that has none.
QString ruleName(const ClientRule &rule);
/// What differs, a line each: "Priority: 2 → 1".
QStringList ruleDifferences(const ClientRule &before, const ClientRule &now);
/// The reasons that a rule may hand over for, in the order in which they are offered.
const std::vector<EscalationReason> &ruleReasons();
/// How far an act on it has come: "not sent yet"; empty: nothing is on its way.
QString rulePendingWords(const RuleRow &row);
/// What a row of the list says to whoever does not see it.
QString ruleAccessible(const RuleRow &row);

/// "en, Spanish" → "en", "es"; what is no language stands in `unknown`.
std::vector<std::string> languagesOf(const QString &text, QStringList &unknown);
QString languagesText(const std::vector<std::string> &codes);

/// What a dry run found.
struct RuleRunWords {
    QString title; ///< "Would have fired 14 times in 12 conversations in the last 30 days"
    QString words; ///< what was looked at
    QString warning; ///< empty: all of it was
};
RuleRunWords ruleRunWords(const RuleDryRun &run, const TimeContext &time);

/// A conversation that a dry run names.
struct RuleHitView {
    Sign channel;
    QString name;
    QString time;
    QString snippet;
    QString times; ///< "3 times"; empty: once
    QString accessible;
};
RuleHitView ruleHitView(const RuleHitRow &hit, const TimeContext &time);

} // namespace foredeck::ui
