#include "server/services/conversation/summary.h"
#include "server/storage/consentrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/messagerepository.h"
#include "tests/jobs/waitingwords.h"
#include "tests/jobs/waitingworld.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <sqlite3.h>

/// What holds whatever happened, by the numbers that a failing test prints.
namespace foredeck::tests {

namespace {

bool isQuestion(const Message &message)
{
    return message.role == MessageRole::Lead && std::find(questions.begin(), questions.end(), message.text) != questions.end();
}

std::int64_t lastOf(const std::vector<Message> &messages, const std::function<bool(const Message &)> &which)
{
    const auto found = std::find_if(messages.rbegin(), messages.rend(), which);
    return found == messages.rend() ? 0 : found->position;
}

std::int64_t lastOf(const std::vector<Transition> &changes, const std::function<bool(const Transition &)> &which)
{
    const auto found = std::find_if(changes.rbegin(), changes.rend(), which);
    return found == changes.rend() ? 0 : found->position;
}

bool isGone(const Message &message) { return message.delivery.state == DeliveryState::Failed || message.delivery.state == DeliveryState::Suppressed; }

bool isByPerson(const Transition &t) { return t.actor.kind == ActorKind::User; }

bool isToldLate(const Message &message) { return isGone(message) && message.delivery.at && *message.delivery.at - message.at > std::chrono::hours {24}; }

// A person has resolved it behind this position. Who undoes that undoes the last one only.
bool isSettledSince(const std::vector<Transition> &changes, std::int64_t position)
{
    bool settled = false;
    bool before = false;
    for (const auto &t : changes) {
        if (t.field != TransitionField::Status || t.position < position)
            continue;
        if (t.to == "ended" && isByPerson(t)) {
            before = settled;
            settled = true;
        } else if (t.from == "ended" && t.reason == "reopened") {
            settled = before;
        }
    }
    return settled;
}

} // namespace

World::Case World::caseOf(Tx &tx, const Conversation &row)
{
    Case c;
    c.row = row;
    c.messages = MessageRepository::after(tx, client.id, row.id, 0, 500);
    for (auto &decision : DecisionRepository::latest(tx, client.id, row.id, 200))
        c.decisions.emplace(decision.id.value, std::move(decision));
    for (const auto field : {TransitionField::Status, TransitionField::Owner, TransitionField::Escalation, TransitionField::Response, TransitionField::Consent, TransitionField::Lead}) {
        auto some = TransitionRepository::recent(tx, client.id, row.id, field, 200);
        c.changes.insert(c.changes.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    std::sort(c.changes.begin(), c.changes.end(), [](const Transition &a, const Transition &b) { return a.position < b.position; });
    c.escalations = EscalationRepository::ofConversation(tx, client.id, row.id, 100);
    const auto lead = LeadRepository::byId(tx, client.id, row.lead);
    c.isOut = lead && ConsentRepository::standing(tx, *lead, row).state == ConsentState::OptedOut;
    c.summary = runningSummary(summaryFacts(tx, row));
    return c;
}

std::vector<World::Job> World::jobs()
{
    std::vector<Job> found;
    sqlite3_exec(m_database, "SELECT queue, dedup_key, payload FROM job WHERE state = 'queued'", [](void *out, int, char **values, char **) {
        static_cast<std::vector<Job> *>(out)->push_back({values[0], values[1], values[2]});
        return 0;
    }, &found, nullptr);
    return found;
}

bool World::hasJob(const std::vector<Job> &jobs, std::string_view queue, const std::string &key) const
{
    return std::any_of(jobs.begin(), jobs.end(), [&](const Job &j) { return j.queue == queue && j.key == key; });
}

// Its thread, in short.
std::string World::storyOf(const Case &c) const
{
    std::map<std::int64_t, std::string> lines;
    for (const auto &m : c.messages) {
        const auto decision = c.decisions.find(m.decision.value);
        const auto what = decision == c.decisions.end() ? std::string {} : " " + std::string {decision->second.action.text()};
        lines[m.position] = fmt::format("{} \"{}\" {}{}", m.role.text(), m.text.substr(0, 24), m.delivery.state.text(), what);
    }
    for (const auto &t : c.changes)
        lines[t.position] = fmt::format("{} {}->{} ({}) by {}", t.field.text(), t.from, t.to, t.reason, t.actor.kind == ActorKind::User ? t.actor.name : std::string {t.actor.kind.text()});
    auto story = fmt::format("{} {} {}{}", c.row.channelKind.text(), c.row.owner.kind.text(), c.row.status.text(), c.row.waitingSince ? " waits" : "");
    for (const auto &e : c.escalations)
        story += fmt::format(", escalation {} {}{}", e.reason.text(), e.status.text(), e.acknowledgedAt ? " seen" : "");
    for (const auto &[position, line] : lines)
        story += fmt::format("\n      {:3} {}", position, line);
    return story;
}

void World::check(bool atRest, std::vector<std::string> &faults)
{
    std::vector<Case> cases;
    const auto rows = mine();
    (void)store->read([&](Tx &tx) {
        std::set<std::string> waiting;
        for (const auto &row : ConversationRepository::list(tx, client.id, {ConversationView::Waiting, {}, {}, {}}, {500, {}}).items)
            waiting.insert(row.id.value);
        for (const auto &row : rows) {
            cases.push_back(caseOf(tx, row));
            cases.back().isListed = waiting.count(row.id.value) > 0;
        }
    });
    const auto queued = jobs();
    for (const auto &c : cases) {
        const auto before = faults.size();
        if (!hasJob(queued, queues::assistantTurn, c.row.id.value)) { // else it is still to be thought about
            checkAnswered(c, faults);
            checkEachAnswered(c, faults);
        }
        checkTold(c, queued, faults);
        checkRow(c, queued, atRest, faults);
        if (atRest)
            checkAbsent(c, faults);
        for (auto i = before; i < faults.size(); ++i)
            faults[i] += "[" + storyOf(c) + "]";
    }
    std::set<std::string> sends;
    for (const auto &job : queued) {
        if (job.queue.starts_with(queues::channelSend) && !sends.insert(job.payload).second)
            faults.push_back("I6 a message is queued twice: " + job.payload);
    }
}

// What was asked last has no answer that may have arrived. A STOP behind it asks for none any more.
bool World::isUnanswered(const Case &c) const
{
    const auto asked = lastOf(c.messages, isQuestion);
    const auto stopped = lastOf(c.messages, [](const Message &m) { return m.role == MessageRole::Lead && m.text == "STOP"; });
    return asked > stopped && std::none_of(c.messages.begin(), c.messages.end(), [&](const Message &m) {
        if (m.position < asked || isGone(m))
            return false;
        const auto decision = c.decisions.find(m.decision.value);
        const bool says = decision != c.decisions.end() && (decision->second.action == DecisionAction::Answered || decision->second.action == DecisionAction::Asked);
        return m.role == MessageRole::Staff || (m.role == MessageRole::Ai && says);
    });
}

// (I1) Who has no answer waits, or a person has settled it since.
void World::checkAnswered(const Case &c, std::vector<std::string> &faults) const
{
    if (c.row.waitingSince || !isUnanswered(c))
        return;
    const auto asked = lastOf(c.messages, isQuestion);
    // Who gives an emergency back has seen it, and whom to call was said (17).
    const bool isAlarm = std::any_of(c.decisions.begin(), c.decisions.end(), [&](const auto &d) { return d.second.urgency == Urgency::Emergency && d.second.seenPosition >= asked; });
    const auto givenBack = lastOf(c.changes, [](const Transition &t) { return t.field == TransitionField::Owner && t.to == "assistant" && isByPerson(t); });
    // What is told of an answer more than a day later stands in the thread alone (17).
    const bool isLate = std::any_of(c.messages.begin(), c.messages.end(), [&](const Message &m) { return m.position > asked && isToldLate(m); });
    if (!isSettledSince(c.changes, asked) && !isLate && !(isAlarm && givenBack > asked))
        faults.push_back("I1 unanswered, and does not wait");
}

// (I11) What the assistant can answer is answered by it or by people, whatever else is, or a person has settled it since.
void World::checkEachAnswered(const Case &c, std::vector<std::string> &faults) const
{
    for (const auto &question : c.messages) {
        const auto known = answersInWords.find(question.text);
        if (c.row.waitingSince || question.role != MessageRole::Lead || known == answersInWords.end() || isSettledSince(c.changes, question.position))
            continue;
        const bool isAlarm = std::any_of(c.decisions.begin(), c.decisions.end(), [&](const auto &d) { return d.second.urgency == Urgency::Emergency && d.second.seenPosition >= question.position; });
        const bool isDone = std::any_of(c.messages.begin(), c.messages.end(), [&](const Message &m) {
            const bool says = m.role == MessageRole::Staff || (m.role == MessageRole::Ai && m.text.find(known->second) != std::string::npos);
            return m.position > question.position && ((says && !isGone(m)) || isToldLate(m) || (m.role == MessageRole::Lead && m.text == "STOP"));
        });
        if (!isAlarm && !isDone)
            faults.push_back("I11 one of several is unanswered, and nobody waits");
    }
}

// (I2, I3) Who waits is somebody's, or somebody is told of it. STOP, HELP and thanks ask nobody for anything.
void World::checkTold(const Case &c, const std::vector<Job> &jobs, std::vector<std::string> &faults) const
{
    const auto &row = c.row;
    if (!row.waitingSince || row.status == ConversationStatus::Ended || row.status == ConversationStatus::Snoozed || hasJob(jobs, queues::assistantTurn, row.id.value))
        return;
    const auto wrote = lastOf(c.messages, [](const Message &m) { return m.role == MessageRole::Lead; });
    const bool asks = isUnanswered(c) && (!c.isOut || wrote == lastOf(c.messages, isQuestion));
    if (row.owner.kind == OwnerKind::Assistant && asks)
        faults.push_back("I3 the assistant has it and thinks nothing");
    const auto called = lastOf(c.changes, [](const Transition &t) { return t.field == TransitionField::Lead && t.reason == "missed_call"; });
    const auto since = std::max(called, asks ? lastOf(c.messages, isQuestion) : 0);
    // Somebody looked at it and left it open, or it has run out: until the customer writes on they stand in the list (17).
    const auto looked = lastOf(c.changes, [](const Transition &t) { return t.field == TransitionField::Escalation && (t.to == "resolved" || t.to == "expired"); });
    const bool isTold = std::any_of(c.escalations.begin(), c.escalations.end(), [](const Escalation &e) { return e.status == EscalationStatus::Pending; });
    if (row.owner.kind == OwnerKind::Nobody && !c.isOut && !isTold && looked < since)
        faults.push_back("I2 nobody has it, and nobody is told");
}

// (I4, I5, I6 and what goes with them) The row, its escalation, its jobs and its lists say one thing.
void World::checkRow(const Case &c, const std::vector<Job> &jobs, bool atRest, std::vector<std::string> &faults) const
{
    const auto &row = c.row;
    const auto fault = [&](std::string text) { faults.push_back(std::move(text)); };
    const bool ended = row.status == ConversationStatus::Ended;
    const bool snoozed = row.status == ConversationStatus::Snoozed;
    const Escalation *open = nullptr;
    for (const auto &e : c.escalations) {
        const bool climbs = hasJob(jobs, queues::escalationLadder, e.id.value);
        if (awaitsSomebody(e) && !climbs)
            fault("I4 an escalation is pending without its ladder");
        if (!awaitsSomebody(e) && climbs)
            fault(fmt::format("I4 an escalation that is {} has a ladder", e.status.text()));
        if (isOpen(e))
            open = &e;
    }
    if (open && open->status == EscalationStatus::Pending && !snoozed && !awaitsPerson(row))
        fault("I4 an escalation is pending, and nobody is waited for");
    if (row.escalation != (open ? std::optional {EscalationMark {open->id, open->reason, open->status, open->priority, open->due}} : std::nullopt))
        fault("I4 the mark is not the open escalation's");
    if (open && open->status == EscalationStatus::Claimed && row.owner.kind != OwnerKind::User)
        fault("I4 an escalation is claimed, and nobody has the conversation");
    if (c.isListed != awaitsPerson(row))
        fault("I5 the list of who waits says otherwise");
    if (!(c.summary == row.summary))
        fault("I5 the summary is not of what is stored");
    const auto response = std::find_if(c.changes.rbegin(), c.changes.rend(), [](const Transition &t) { return t.field == TransitionField::Response; });
    if ((response != c.changes.rend() && response->to == "waiting") != row.waitingSince.has_value())
        fault("I5 the clock says otherwise");
    std::int64_t before = 0;
    for (const auto &m : c.messages) {
        if (m.position <= before || m.position > row.lastPosition)
            fault("I6 positions do not grow");
        before = m.position;
        if (atRest && m.role != MessageRole::Lead && m.delivery.state == DeliveryState::Queued)
            fault("I6 something is never sent");
    }
    if (row.lastPublicPosition != before)
        fault("I6 the last public position is another");
    if (!c.messages.empty() && (row.lastMessage.id != c.messages.back().id || !(row.lastMessage.delivery == c.messages.back().delivery.state)))
        fault("I6 the last message is another, or stands otherwise");
    if (ended && (row.waitingSince || open || !row.endedAt || !row.claim.user.empty()))
        fault("I8 it has ended, and something of it goes on");
    if (!ended && row.endedAt)
        fault("I8 it has not ended, and says when");
    if (snoozed != row.snoozedUntil.has_value() || (snoozed && !hasJob(jobs, queues::conversationWake, row.id.value)))
        fault("I9 snoozed without an end");
}

// (I10) With time enough nobody waits for somebody who has gone; whom it was given to may be away (29), and who had resolved it
// has it again.
void World::checkAbsent(const Case &c, std::vector<std::string> &faults) const
{
    const auto &row = c.row;
    if (row.owner.kind != OwnerKind::User || !row.waitingSince || row.status == ConversationStatus::Snoozed || row.status == ConversationStatus::Ended)
        return;
    const auto asked = lastOf(c.messages, isQuestion);
    const auto given = lastOf(c.changes, [](const Transition &t) { return t.field == TransitionField::Owner && t.reason == "assigned"; });
    const auto reopened = lastOf(c.changes, [](const Transition &t) { return t.field == TransitionField::Status && t.reason == "reopened"; });
    if (given < asked && reopened < asked)
        faults.push_back("I10 waits for somebody who has gone");
}

} // namespace foredeck::tests
