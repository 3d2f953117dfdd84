#include "server/services/rule/rulefire.h"

#include "server/services/conversation/handover.h"
#include "server/services/escalation/brief.h"
#include "server/services/rule/ruleeval.h"
#include "server/storage/clientrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/rulerepository.h"
#include "server/storage/settingsrepository.h"

namespace foredeck {

namespace {

struct Seen {
    std::vector<ClientRule> rules;
    BriefFacts facts;
    RuleMoment moment;
};

RuleMoment momentOf(Tx &tx, const Conversation &row, const BriefFacts &facts, Timestamp now)
{
    RuleMoment moment;
    moment.event = awaitsPerson(row) ? RuleEvent::Clock : RuleEvent::Score;
    moment.now = now;
    moment.waitingSince = moment.event == RuleEvent::Clock ? row.waitingSince : std::nullopt;
    for (const auto &message : facts.history) {
        if (!(message.role == MessageRole::Lead))
            continue;
        if (moment.waitingSince && message.at >= *moment.waitingSince)
            moment.said.push_back({message.position, message.text});
        else
            moment.before.push_back(message.text);
    }
    moment.language = row.language;
    moment.clientLanguage = ClientRepository::byId(tx, row.client).value_or(Client {}).language;
    moment.channel = row.channelKind.value();
    moment.score = facts.lead.score;
    for (const auto &decision : facts.decisions)
        moment.moods.push_back(decision.mood);
    moment.firings = RuleRepository::firings(tx, row.client, row.id);
    for (auto &location : LocationRepository::ofClient(tx, row.client))
        moment.places.push_back(std::move(location.hours));
    return moment;
}

// Nothing: no rule has anything to say here.
std::optional<Seen> see(Tx &tx, const Conversation &row, Timestamp now)
{
    const bool waits = awaitsPerson(row) && row.waitingSince;
    const bool assistants = row.owner.kind == OwnerKind::Assistant && row.status == ConversationStatus::Active;
    if (row.escalation || !(waits || assistants))
        return std::nullopt;
    Seen seen;
    seen.rules = RuleRepository::ofClient(tx, row.client);
    if (seen.rules.empty())
        return std::nullopt;
    seen.facts = briefFacts(tx, row);
    if (!seen.facts.mayWrite)
        return std::nullopt;
    seen.moment = momentOf(tx, row, seen.facts, now);
    return seen;
}

void call(ActContext &act, ConversationEdit &edit, const RuleMatch &match, BriefFacts facts)
{
    const auto &rule = *match.rule;
    const auto reason = rule.handOver.reason.value();
    const std::string word {nameOf(reason)};
    const auto told = toldOf(markOf(rule));
    auto &row = edit.row();
    if (!row.waitingSince)
        row.waitingSince = act.now; // nobody had to wait; now a person is to see to them
    if (row.owner.kind == OwnerKind::Assistant) {
        row.owner = {OwnerKind::Nobody, {}, {}};
        edit.transition(TransitionField::Owner, "assistant", "nobody", {}, word, told);
    } else {
        edit.transition(TransitionField::Escalation, {}, std::string {nameOf(EscalationStatus::Pending)}, {}, word, told);
    }
    if (row.owner.kind == OwnerKind::Nobody)
        edit.setStatus(ConversationStatus::WaitingHuman, word, told);
    facts.reason = reason;
    facts.why = told;
    facts.waits = true;
    Escalation escalation;
    escalation.id = EscalationId::make(act.now);
    escalation.client = act.client;
    escalation.conversation = row.id;
    escalation.lead = row.lead;
    escalation.reason = reason;
    escalation.priority = rule.handOver.priority;
    escalation.due = act.now + escalationTime(SettingsRepository::ofClient(act.tx, act.client).value_or(ClientSettings {}), reason);
    escalation.brief = briefOf(facts);
    escalation.createdBy = act.actor;
    escalation.rule = markOf(rule);
    escalation.createdAt = act.now;
    RuleRepository::fire(act.tx, {act.client, rule.id, rule.version, row.id, match.occasion, match.position, escalation.id, act.now});
    edit.putEscalation(std::move(escalation), true);
}

} // namespace

RuleLook lookAtRules(Tx &tx, const ClientId &client, const ConversationId &conversation, Timestamp now, const TimeZones &zones)
{
    const auto row = ConversationRepository::byId(tx, client, conversation);
    const auto seen = row ? see(tx, *row, now) : std::nullopt;
    if (!seen)
        return {};
    return {firstMatch(seen->rules, seen->moment, zones).has_value(), nextLook(seen->rules, seen->moment, zones)};
}

Result<RuleLook> fireRules(ActContext &act, const ConversationId &conversation, const TimeZones &zones)
{
    auto edit = ConversationEdit::open(act, conversation);
    if (edit.hasError())
        return edit.error();
    auto seen = see(act.tx, edit.value().row(), act.now);
    if (!seen)
        return RuleLook {};
    const auto match = firstMatch(seen->rules, seen->moment, zones);
    if (!match)
        return RuleLook {false, nextLook(seen->rules, seen->moment, zones)};
    call(act, edit.value(), *match, std::move(seen->facts));
    const auto saved = edit.value().save();
    return saved.hasError() ? Result<RuleLook> {saved.error()} : RuleLook {true, {}};
}

} // namespace foredeck
