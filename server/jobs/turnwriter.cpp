#include "server/jobs/turnwriter.h"

#include "models/core/text.h"
#include "server/services/assistant/waiting.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/conversation/handover.h"
#include "server/services/escalation/brief.h"
#include "server/services/escalation/escalationwriter.h"
#include "server/services/op/queues.h"
#include "server/services/task/taskwriter.h"
#include "server/storage/clientrepository.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/livechatrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/rulerepository.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr std::size_t previewCharacters = 160;

class Writer {
public:
    Writer(ActContext &act, const TurnInput &input, TurnPlan plan, Timestamp began, const std::optional<Told> &told)
        : m_act(act), m_input(input), m_plan(std::move(plan)), m_told(told)
    {
        auto &decision = m_plan.decision;
        decision.id = DecisionId::make(act.now);
        decision.at = act.now;
        decision.ms = (act.now - began).count();
    }

    bool write()
    {
        auto row = ConversationRepository::byId(m_act.tx, m_act.client, m_input.conversation.id);
        if (!row) {
            m_act.tx.fail(Error::of(Error::Kind::NotFound, "the conversation is gone"));
            return true;
        }
        m_row = std::move(*row);
        if (!isAsPlanned())
            return supersede();
        putTold(); // brief and summary read it
        if (m_plan.waitsAnew && !m_row.waitingSince)
            m_row.waitingSince = m_act.now; // the brief tells what is to be done for who waits
        fillBrief(); // before this turn's own words stand among those that were tried
        putMessage();
        putDecision();
        putOwner();
        putLead();
        putTask();
        putConversation();
        putQuiet();
        return true;
    }

private:
    bool isAsPlanned()
    {
        const auto client = ClientRepository::byId(m_act.tx, m_act.client);
        const auto lead = LeadRepository::byId(m_act.tx, m_act.client, m_input.lead.id);
        // What was learned rests on the lead as it was read: after somebody's edit the turn is thought anew.
        if (!client || !lead || (m_plan.leadChanged && lead->version != m_input.lead.version))
            return false;
        const auto state = ConsentRepository::standing(m_act.tx, *lead, m_row).state;
        return m_row.owner == m_input.conversation.owner && m_row.lead == m_input.conversation.lead && m_row.status == m_input.conversation.status
            && m_row.lastPublicPosition == m_input.conversation.lastPublicPosition && client->assistantOn == m_input.client.assistantOn
            && client->status == m_input.client.status && state == m_input.consent.state;
    }

    bool supersede()
    {
        Decision &decision = m_plan.decision;
        decision.action = DecisionAction::Superseded;
        decision.reason = "the conversation went on";
        decision.passages.clear();
        putDecision();
        return false;
    }

    void putTold()
    {
        auto window = m_told ? LiveChatRepository::byConversation(m_act.tx, m_act.client, m_row.id) : std::nullopt;
        if (!window || Told {window->name, window->wishes} == *m_told)
            return;
        window->name = m_told->name;
        window->wishes = m_told->wishes;
        LiveChatRepository::update(m_act.tx, *window);
    }

    void fillBrief()
    {
        if (!m_plan.handOver)
            return;
        auto &over = *m_plan.handOver;
        auto facts = briefFacts(m_act.tx, m_row);
        facts.reason = over.reason;
        facts.why = over.brief.why;
        facts.wants = over.brief.wants;
        const auto asTold = std::exchange(facts.lead, m_plan.lead);
        if (m_row.channelKind == ChannelKind::LiveChat) {
            facts.lead.name = asTold.name;
            facts.lead.qualification = asTold.qualification;
        }
        facts.decisions.push_back(m_plan.decision);
        over.brief = briefOf(facts);
    }

    void putDecision()
    {
        DecisionRepository::insert(m_act.tx, m_plan.decision);
        m_act.tell("decision.created", m_plan.decision);
    }

    void putMessage()
    {
        if (m_plan.reply.empty())
            return;
        Message message;
        message.id = MessageId::make(m_act.now);
        message.client = m_act.client;
        message.conversation = m_row.id;
        message.position = ConversationRepository::nextPosition(m_act.tx, m_row);
        message.role = MessageRole::Ai;
        message.author = m_act.actor;
        message.text = m_plan.reply;
        message.channel = m_row.channelKind;
        message.delivery = {DeliveryState::Queued, {}, {}, m_act.now, false};
        message.seenPosition = m_input.conversation.lastPublicPosition;
        message.decision = m_plan.decision.id;
        message.at = m_act.now;
        MessageRepository::insert(m_act.tx, message, m_row.channel);
        auto send = sendJob(message, m_row, m_act.now);
        if (m_plan.handOver && m_plan.handOver->reason == EscalationReason::Emergency) // whom to call; the escalation is written behind it
            send.priority = queues::pressing;
        JobRepository::enqueue(m_act.tx, send);
        m_act.tell("message.created", message);
        m_plan.decision.answer = message.id;
        m_row.lastPublicPosition = message.position;
        m_row.lastMessage = {message.id, message.role, {}, singleLine(std::string_view {message.text}.substr(m_plan.introduced), previewCharacters), message.position, DeliveryState::Queued, message.at};
        if (!m_plan.handOver && m_row.owner.kind == OwnerKind::Assistant)
            m_row.waitingSince.reset(); // otherwise they still wait for a person
    }

    void putOwner()
    {
        if (!m_plan.handOver)
            return;
        const std::string reason {nameOf(m_plan.handOver->reason)};
        const auto &detail = m_plan.handOver->detail;
        if (m_row.owner.kind == OwnerKind::Assistant) {
            m_row.owner = Owner {OwnerKind::Nobody, {}, {}};
            addTransition(m_act, m_row, TransitionField::Owner, "assistant", "nobody", reason, detail, m_plan.decision.id);
        }
        const bool has = m_row.owner.kind == OwnerKind::User; // a person, who keeps it
        if ((m_row.status == ConversationStatus::Active && !has) || m_row.status == ConversationStatus::Snoozed) { // who waits for people is not asleep
            const std::string from {m_row.status.text()};
            m_row.status = has ? ConversationStatus::Active : ConversationStatus::WaitingHuman;
            m_row.snoozedUntil.reset();
            addTransition(m_act, m_row, TransitionField::Status, from, std::string {m_row.status.text()}, reason, detail, m_plan.decision.id);
        }
        putEscalation(*m_plan.handOver);
    }

    // The last word of the turn begins the quiet anew, or ends the waiting for it.
    void putQuiet()
    {
        if (!m_plan.wishIsOpen) {
            JobRepository::cancel(m_act.tx, m_act.client, queues::assistantQuiet, m_row.id.value, "no wish is open", m_act.now);
            return;
        }
        const auto runAt = m_act.now + std::chrono::minutes {m_input.settings.quietMinutes};
        if (!JobRepository::enqueue(m_act.tx, quietJob(m_act.client, m_row.id, m_act.now, runAt)))
            JobRepository::reschedule(m_act.tx, m_act.client, queues::assistantQuiet, m_row.id.value, runAt);
    }

    // What was seen or taken was less pressing: everybody is told anew, whoever has it included.
    void raise(Escalation &open, const HandOver &over)
    {
        const std::string from {open.status.text()};
        open.reason = over.reason;
        open.priority = over.priority;
        open.brief = over.brief;
        waitAgain(open);
        addTransition(m_act, m_row, TransitionField::Escalation, from, std::string {open.status.text()}, std::string {nameOf(over.reason)}, over.detail, m_plan.decision.id);
    }

    void putEscalation(const HandOver &over)
    {
        const auto due = m_act.now + escalationTime(m_input.settings, over.reason);
        auto open = EscalationRepository::openOf(m_act.tx, m_act.client, m_row.id);
        if (open) { // there is one: it only ever grows more pressing
            const bool isNewEmergency = over.reason == EscalationReason::Emergency && !(open->reason == EscalationReason::Emergency);
            if (over.priority < open->priority || isNewEmergency)
                raise(*open, over);
            open->due = open->due ? std::min(*open->due, due) : due;
            saveEscalation(m_act, *open);
            m_row.escalation = markOf(*open);
            putFiring(*open);
            return;
        }
        Escalation escalation;
        escalation.id = EscalationId::make(m_act.now);
        escalation.client = m_act.client;
        escalation.conversation = m_row.id;
        escalation.lead = m_row.lead;
        escalation.reason = over.reason;
        escalation.priority = over.priority;
        escalation.due = due;
        escalation.brief = over.brief;
        escalation.createdBy = m_act.actor;
        escalation.decision = m_plan.decision.id;
        escalation.rule = over.rule;
        escalation.createdAt = m_act.now;
        saveEscalation(m_act, escalation, true);
        m_row.escalation = markOf(escalation);
        putFiring(escalation);
    }

    void putFiring(const Escalation &escalation)
    {
        if (!m_plan.firing)
            return;
        auto &firing = *m_plan.firing;
        firing.client = m_act.client;
        firing.conversation = m_row.id;
        firing.escalation = escalation.id;
        firing.at = m_act.now;
        RuleRepository::fire(m_act.tx, firing);
    }

    void putLead()
    {
        if (!m_plan.leadChanged)
            return;
        auto lead = m_plan.lead;
        const auto before = m_input.lead.status;
        if (lead.status != before)
            addTransition(m_act, m_row, TransitionField::Lead, std::string {before.text()}, std::string {lead.status.text()}, std::string {leadStatusReason}, {}, m_plan.decision.id);
        lead.updatedAt = m_act.now;
        LeadRepository::update(m_act.tx, lead);
        m_act.tell("lead.updated", lead);
    }

    // Who asked to be called is called by the time at which somebody should have taken it up.
    void putTask()
    {
        if (!m_plan.handOver || !asksForCall(m_plan.decision))
            return;
        const auto own = m_act.now + escalationTime(m_input.settings, m_plan.handOver->reason);
        const auto due = m_row.escalation ? m_row.escalation->due : std::nullopt; // of one that was open already it may be earlier
        addCallBack(m_act, m_row, {m_plan.handOver->brief.wants, due.value_or(own), m_plan.decision.id});
    }

    void putConversation()
    {
        m_row.decision = DecisionMark {m_plan.decision.id, std::string {m_plan.decision.action.text()}, m_plan.decision.confidence};
        if (!m_plan.language.empty())
            m_row.language = m_plan.language;
        if (m_plan.decision.reason == nothingToSay && m_row.owner.kind == OwnerKind::Assistant)
            m_row.waitingSince.reset(); // they thanked: nobody is waited for
        m_row.lastAt = m_act.now;
        saveConversation(m_act, m_row);
    }

    ActContext &m_act;
    const TurnInput &m_input;
    TurnPlan m_plan;
    const std::optional<Told> &m_told;
    Conversation m_row;
};

} // namespace

bool writeTurn(ActContext &act, const TurnInput &input, TurnPlan plan, Timestamp began, const std::optional<Told> &told)
{
    return Writer {act, input, std::move(plan), began, told}.write();
}

} // namespace foredeck
