#include "ui/pages/inbox/sidepanel.h"

#include "ui/pages/inbox/tasksection.h"
#include "ui/widgets/button.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/escalationwords.h"
#include "ui/words/rowwords.h"
#include "ui/words/taskwords.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

// `isSummed`: what they want stands in the summary.
void escalationFacts(FactColumn *column, const Escalation &escalation, const Lead &lead, const ConversationRow *row, const TimeContext &time, bool isSummed)
{
    const Sign sign = reasonSign(escalation.reason);
    column->section(SidePanel::tr("Why it came to you"), escalation.due ? SidePanel::tr("due %1").arg(clockWord(*escalation.due, time)) : QString());
    const QString why = wishWords(harmless(fromUtf8(escalation.brief.why)));
    const QString reason = handOverWords(escalation.reason, escalation.rule ? fromUtf8(escalation.rule->name) : QString());
    column->fact(SidePanel::tr("Reason"), reason, sign.glyph, sign.color == Color::Danger ? Color::Danger : Color::Text2, 70);
    if (!why.isEmpty())
        column->fact(SidePanel::tr("Because"), why, {}, Color::Text, 70);
    if (!isSummed && !escalation.brief.wants.empty())
        column->fact(SidePanel::tr("Wants"), wishWords(harmless(fromUtf8(escalation.brief.wants))), {}, Color::Text, 70);
    const auto list = [&](QString label, const auto &steps, const auto &words) {
        for (const auto &step : steps)
            column->fact(std::exchange(label, {}), words(step), {}, Color::Text, 70);
    };
    list(SidePanel::tr("Tried"), escalation.brief.tried, [](const EscalationStep &step) { return harmless(fromUtf8(step.text)); });
    list(SidePanel::tr("Mood"), escalation.brief.mood, [](const MoodStep &step) { return moodWord(harmless(fromUtf8(step.word))); });
    const QString phone = lead.phones.empty() ? QString() : fromUtf8(shown(lead.phones.front()));
    list(SidePanel::tr("Next"), nextActions(escalation, row && !row->waitingSince), [&](const NextAction &action) { return actionWords(action, firstWord(personWord(fromUtf8(lead.name), lead.id)), phone).title; });
}

void qualificationFacts(FactColumn *column, const Lead &lead)
{
    const Qualification &q = lead.qualification;
    const std::pair<QString, const std::string *> rows[] {{SidePanel::tr("Wants"), &q.serviceInterest}, {SidePanel::tr("When"), &q.timeline},
        {SidePanel::tr("Urgency"), &q.urgency}, {SidePanel::tr("Budget"), &q.budget}, {SidePanel::tr("Where"), &q.location}, {SidePanel::tr("Decides"), &q.decisionMaker}};
    bool any = false;
    for (const auto &[label, text] : rows)
        any = any || !text->empty();
    if (!any)
        return;
    column->section(SidePanel::tr("What was said"));
    for (const auto &[label, text] : rows) {
        if (!text->empty())
            column->fact(label, harmless(fromUtf8(*text)), {}, Color::Text, 70);
    }
}

void contactFacts(FactColumn *column, const Lead &lead, const ConversationRow *row, const TimeContext &time)
{
    column->section(SidePanel::tr("Contact"));
    for (const Phone &phone : lead.phones)
        column->fact(SidePanel::tr("Phone"), isolated(harmless(fromUtf8(shown(phone)))));
    for (const std::string &email : lead.emails)
        column->fact(SidePanel::tr("E-mail"), isolated(harmless(fromUtf8(email))));
    if (lead.phones.empty() && lead.emails.empty())
        column->fact(SidePanel::tr("Phone"), QStringLiteral("–"));
    const QString language = languageWord(fromUtf8(lead.language));
    column->fact(SidePanel::tr("Language"), language.isEmpty() ? QStringLiteral("–") : language);
    for (const auto &[channel, consent] : lead.consent) {
        const QString word = channelSign(Open<ChannelKind>::fromText(channel)).word;
        const bool out = consent.state == ConsentState::OptedOut;
        const QString when = momentWord(consent.at, time);
        const QString text = out ? SidePanel::tr("%1, opted out %2").arg(word, when)
            : consent.state == ConsentState::Given ? SidePanel::tr("%1, given %2").arg(word, when) : SidePanel::tr("%1, wrote first %2").arg(word, when);
        column->fact(SidePanel::tr("Consent"), text, out ? QStringLiteral("bell-off") : QStringLiteral("check"), out ? Color::Warning : Color::Text);
    }
    if (lead.value)
        column->fact(SidePanel::tr("Value"), moneyWord(*lead.value));
    column->fact(SidePanel::tr("Status"), leadStatusWord(lead.status));
    if (row && !row->labels.empty()) {
        QStringList labels;
        for (const std::string &label : row->labels)
            labels << harmless(fromUtf8(label));
        column->chips(SidePanel::tr("Labels"), labels);
    }
}

void scoreFacts(FactColumn *column, const Lead &lead)
{
    if (!lead.score)
        return;
    column->section(SidePanel::tr("Why %1").arg(*lead.score));
    for (const ScoreFactor &factor : lead.scoreFactors)
        column->factor(scoreFactorWord(fromUtf8(factor.label)), (factor.points >= 0 ? QStringLiteral("+") : QStringLiteral("−")) + QString::number(std::abs(factor.points)));
}

/// Who of the team is told of it, oneself first.
void teamFacts(FactColumn *column, const std::vector<Participant> &participants, const UserId &me)
{
    QStringList names;
    for (const Participant &one : participants) {
        if (one.user == me)
            names.prepend(SidePanel::tr("You"));
        else
            names << harmless(fromUtf8(one.name));
    }
    names.removeAll(QString());
    if (names.isEmpty())
        return;
    column->section(SidePanel::tr("Takes part"));
    column->chips(SidePanel::tr("Team"), names);
}

void clockFacts(FactColumn *column, const ConversationRow &row, const TimeContext &time)
{
    const bool answered = row.owner.kind == OwnerKind::User && !row.waitingSince;
    if (!row.waitingSince && (!row.due || answered) && !row.replyWindowUntil)
        return;
    column->section(SidePanel::tr("Clocks"));
    if (row.waitingSince)
        column->fact(SidePanel::tr("Waits since"), momentWord(*row.waitingSince, time));
    if (row.due && !answered) {
        const bool late = *row.due < time.now;
        column->fact(SidePanel::tr("Next reply"), late ? SidePanel::tr("was due %1").arg(momentWord(*row.due, time)) : SidePanel::tr("due %1").arg(comingWord(*row.due, time)),
            late ? QStringLiteral("stop") : QStringLiteral("clock"), late ? Color::Danger : Color::Warning);
    }
    if (row.replyWindowUntil)
        column->fact(SidePanel::tr("Window"), SidePanel::tr("until %1").arg(comingWord(*row.replyWindowUntil, time)));
}

} // namespace

void SidePanel::showSummary(const LeadFacts &facts, const TimeContext &time)
{
    m_summary->clear();
    m_tasks->setVisible(facts.row != nullptr);
    if (!facts.row || !facts.summary)
        return;
    const ConversationSummary &summary = *facts.summary;
    const bool isOfLast = summary.upTo > 0 && summary.upTo == facts.row->lastPublicPosition;
    m_summary->section(tr("Summary"), isOfLast ? tr("up to %1").arg(momentWord(facts.row->last.at, time)) : QString());
    const auto list = [&](QString label, const QStringList &lines) {
        for (const QString &line : lines.isEmpty() ? QStringList {QStringLiteral("–")} : lines)
            m_summary->fact(std::exchange(label, {}), line, {}, Color::Text, 70);
    };
    QStringList promises, open;
    for (const SummaryPromise &promise : summary.promises)
        promises << promiseWords(promise, time);
    for (const std::string &words : summary.open)
        open << harmless(fromUtf8(words));
    const QString wants = wishWords(harmless(fromUtf8(summary.wants)));
    list(tr("Wants"), wants.isEmpty() ? QStringList() : QStringList {wants});
    list(tr("Promised"), promises);
    list(tr("Open"), open);
    m_summary->line();
}

void SidePanel::showLead(const LeadFacts &facts, const TimeContext &time)
{
    showSummary(facts, time);
    m_lead->clear();
    if (facts.row)
        m_lead->line();
    if (!facts.lead) {
        m_lead->finish();
        return;
    }
    const Lead &lead = facts.lead->lead;
    if (facts.escalation)
        escalationFacts(m_lead, *facts.escalation, lead, facts.row, time, facts.summary && facts.summary->wants == facts.escalation->brief.wants);
    qualificationFacts(m_lead, lead);
    contactFacts(m_lead, lead, facts.row, time);
    scoreFacts(m_lead, lead);
    if (facts.participants)
        teamFacts(m_lead, *facts.participants, facts.me);
    if (facts.row)
        clockFacts(m_lead, *facts.row, time);
    bool earlier = false;
    for (const LeadConversation &conversation : facts.lead->conversations) {
        if (facts.row && conversation.id == facts.row->id)
            continue;
        if (!earlier)
            m_lead->section(tr("Earlier"));
        earlier = true;
        m_lead->entry(channelSign(conversation.channel).glyph, harmless(fromUtf8(conversation.text)), momentWord(conversation.lastAt, time));
    }
    m_lead->finish();
}

void SidePanel::showDecisions(const std::vector<std::shared_ptr<const Decision>> &decisions, const TimeContext &time)
{
    m_decisions->clear();
    for (std::size_t i = 0; i < std::min(decisions.size(), mostDecisions); ++i) {
        const Decision &decision = *decisions[i];
        m_decisions->section(decisionWord(decision.action), clockWord(decision.at, time) + QStringLiteral(" · ") + percentWord(decision.confidence));
        if (!decision.intent.empty())
            m_decisions->fact(tr("Understood"), intentWord(fromUtf8(decision.intent)) + QStringLiteral(", ") + urgencyWord(decision.urgency), {}, Color::Text, 84);
        for (const PassageUse &passage : decision.passages) {
            if (passage.used)
                m_decisions->fact(tr("Source"), QStringLiteral("“%1” · %2").arg(harmless(fromUtf8(passage.title)), percentWord(passage.score)), {}, Color::Text, 84);
        }
        for (const RuleTrace &rule : decision.rules) {
            if (rule.fired)
                m_decisions->fact(tr("Rule"), ruleWord(fromUtf8(rule.rule)), {}, Color::Text, 84);
        }
        if (!decision.failure.empty())
            m_decisions->fact(tr("Failed"), harmless(fromUtf8(decision.failure)), QStringLiteral("alert"), Color::Danger, 84);
        m_decisions->fact(tr("Engine"), QStringLiteral("%1 · %2 ms").arg(fromUtf8(decision.engine)).arg(decision.ms), {}, Color::Text, 84);
    }
    if (decisions.size() > mostDecisions)
        m_decisions->words(tr("Earlier decisions stand with their messages in the conversation."));
    if (decisions.empty()) {
        m_decisions->section(tr("No decision yet"));
        m_decisions->words(tr("What the assistant decides in this conversation stands here, with the answers it used."));
    }
    m_decisions->finish();
}

} // namespace foredeck::ui
