#include "server/services/conversation/summary.h"

#include "models/core/text.h"
#include "server/services/assistant/intake.h"
#include "server/services/assistant/waiting.h"
#include "server/services/conversation/conversationreads.h"
#include "server/services/escalation/brief.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/taskrepository.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr int summaryMessages = 30;
constexpr int closedLookedAt = 5;
constexpr std::size_t mostOpen = 3;
constexpr std::size_t mostPromises = 5;
constexpr std::size_t promiseCharacters = 160;
constexpr std::size_t wantsCharacters = 200;

// A photo without words is named, as in lists.
std::string said(const Message &message)
{
    if (trimmed(message.text).empty())
        return message.attachments.empty() ? std::string {} : "[" + message.attachments.front().name + "]";
    return wordsOfCustomer(message);
}

// The newest ones: who asks a fourth time has not forgotten the first, but the desk reads on in the thread. Who waits because
// an answer did not arrive asked before they waited; what was said since ("I get somebody") is no answer.
std::vector<std::string> unanswered(const SummaryFacts &facts)
{
    std::vector<std::string> words;
    if (!facts.waitingSince)
        return words;
    bool wasLost = false;
    for (auto m = facts.history.rbegin(); m != facts.history.rend() && words.size() < mostOpen; ++m) {
        const bool isBefore = m->at < *facts.waitingSince;
        if (m->role == MessageRole::Lead) {
            if (auto line = !isBefore || wasLost ? said(*m) : std::string {}; !line.empty())
                words.push_back(std::move(line));
        } else if (isLost(*m)) {
            wasLost = true;
        } else if (isBefore) {
            break; // it answered what stands before it
        }
    }
    std::reverse(words.begin(), words.end());
    return words;
}

// A check is a note to ourselves: nobody was told of it.
void addPromises(const std::vector<Task> &tasks, std::vector<SummaryPromise> &promises)
{
    for (const auto &task : tasks) {
        if (promises.size() < mostPromises && !(task.kind == TaskKind::Check))
            promises.push_back({task.kind, singleLine(task.text, promiseCharacters), task.due, task.state});
    }
}

} // namespace

SummaryFacts summaryFacts(Tx &tx, const Conversation &row)
{
    SummaryFacts facts;
    facts.history = MessageRepository::before(tx, row.client, row.id, row.lastPosition + 1, summaryMessages);
    std::reverse(facts.history.begin(), facts.history.end());
    const auto settled = settledPosition(tx, row.client, row.id);
    std::erase_if(facts.history, [&](const Message &m) { return m.position < settled; });
    facts.waitingSince = row.waitingSince;
    facts.lastPublicPosition = row.lastPublicPosition;
    facts.open = TaskRepository::openOf(tx, row.client, row.id, static_cast<int>(mostOpenTasks));
    facts.closed = TaskRepository::closedOf(tx, row.client, row.id, closedLookedAt);
    if (auto lead = leadAsTold(tx, row)) {
        facts.lead = std::move(*lead);
        facts.isWishOfTalk = isWishOfTalk(facts.lead, row, settled, facts.history);
    }
    if (const auto open = EscalationRepository::openOf(tx, row.client, row.id)) // both stand one above the other
        facts.wants = singleLine(open->brief.wants, wantsCharacters);
    return facts;
}

ConversationSummary runningSummary(const SummaryFacts &facts)
{
    auto wants = facts.wants.empty() ? wantsOf(facts.lead, facts.history, facts.isWishOfTalk) : facts.wants;
    ConversationSummary summary {facts.lastPublicPosition, std::move(wants), unanswered(facts), {}};
    addPromises(facts.open, summary.promises);
    addPromises(facts.closed, summary.promises);
    return summary;
}

} // namespace foredeck
