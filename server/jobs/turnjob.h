#pragma once

#include "models/core/log.h"
#include "server/jobs/assistanttyping.h"
#include "server/jobs/jobhandler.h"
#include "server/jobs/knowledgecache.h"
#include "server/services/assistant/orchestrator.h"
#include "server/services/assistant/windowengine.h"

namespace foredeck {

/// The assistant's turn in one conversation: reads a snapshot, plans (server/services/assistant), and writes the plan in
/// one transaction that looks again whether anything has changed. What has changed makes the plan void; the turn is then
/// planned anew.
class TurnJob final : public JobHandler {
public:
    TurnJob(Store &store, const Clock &clock, Log &log, const TimeZones &zones, KnowledgeCache &knowledge, const RuleBook &book, const AssistantTyping &typing)
        : m_store(store), m_clock(clock), m_log(log), m_zones(zones), m_knowledge(knowledge), m_book(book), m_typing(typing) { }
    JobOutcome run(const Job &job) override;
    /// The customer still waits: a person gets the conversation.
    void givenUp(WriteTx &tx, const Job &job, const std::string &error) override;

private:
    JobOutcome plan(const Job &job, const ConversationId &conversation);

    Store &m_store;
    const Clock &m_clock;
    Log &m_log;
    const TimeZones &m_zones;
    KnowledgeCache &m_knowledge;
    const RuleBook &m_book;
    const AssistantTyping &m_typing;
};

} // namespace foredeck
