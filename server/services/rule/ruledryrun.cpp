#include "server/services/rule/ruledryrun.h"

#include "server/services/access/access.h"
#include "server/services/rule/ruleacts.h"
#include "server/services/rule/rulehistory.h"
#include "server/storage/clientrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/transitionrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t mostHits = 500;
constexpr int dryRunTransitions = 1000;

class Run {
public:
    Run(const ClientRule &rule, RuleDryRun &result, const RuleDryRuns::Config &config, const TimeZones &zones)
        : m_rule(rule), m_result(result), m_config(config), m_zones(zones) { }

    Result<void> begin(Tx &tx)
    {
        const auto client = ClientRepository::byId(tx, m_rule.client);
        if (!client)
            return notFound("client");
        m_language = client->language;
        for (auto &location : LocationRepository::ofClient(tx, m_rule.client))
            m_places.push_back(std::move(location.hours));
        return checkRule(m_rule, m_language);
    }

    // False: there is nothing more to look at.
    bool batch(Tx &tx)
    {
        const auto page = ConversationRepository::list(tx, m_rule.client, {}, {m_config.conversations, m_cursor});
        for (const auto &conversation : page.items) {
            if (conversation.lastAt < m_result.since)
                return false;
            examine(tx, conversation);
        }
        m_cursor = page.next;
        return !page.next.empty();
    }

    void stop()
    {
        m_result.complete = false;
        m_result.examinedSince = std::max(m_result.examinedSince, m_oldest);
    }

private:
    void examine(Tx &tx, const Conversation &conversation)
    {
        const auto history = read(tx, conversation);
        const auto fired = wouldHaveFired(m_rule, history, m_result.since, m_result.until, m_zones);
        m_oldest = conversation.lastAt;
        ++m_result.examinedConversations;
        m_result.examinedMessages += static_cast<std::int64_t>(history.messages.size());
        m_result.fired += static_cast<std::int64_t>(fired.size());
        m_result.firedConversations += fired.empty() ? 0 : 1;
        if (!fired.empty() && m_result.conversations.size() < mostHits)
            m_result.conversations.push_back({conversation.id, static_cast<std::int64_t>(fired.size()), fired.back()});
        const bool isCut = history.messages.size() == static_cast<std::size_t>(m_config.entries) && history.messages.front().at > m_result.since;
        if (!isCut)
            return;
        m_result.complete = false;
        m_result.examinedSince = std::max(m_result.examinedSince, history.messages.front().at);
    }

    RuleHistory read(Tx &tx, const Conversation &conversation) const
    {
        const auto &client = m_rule.client;
        RuleHistory history;
        history.messages = MessageRepository::before(tx, client, conversation.id, conversation.lastPosition + 1, m_config.entries);
        std::reverse(history.messages.begin(), history.messages.end());
        history.decisions = DecisionRepository::latest(tx, client, conversation.id, m_config.entries);
        std::reverse(history.decisions.begin(), history.decisions.end());
        std::erase_if(history.decisions, [](const Decision &d) { return d.action == DecisionAction::Superseded; });
        history.transitions = TransitionRepository::ofClocks(tx, client, conversation.id, dryRunTransitions);
        history.escalations = EscalationRepository::ofConversation(tx, client, conversation.id, m_config.entries);
        history.lead = LeadRepository::byId(tx, client, conversation.lead).value_or(Lead {});
        history.conversation = conversation;
        history.places = m_places;
        history.clientLanguage = m_language;
        return history;
    }

    const ClientRule &m_rule;
    RuleDryRun &m_result;
    const RuleDryRuns::Config &m_config;
    const TimeZones &m_zones;
    std::string m_cursor;
    std::string m_language;
    std::vector<OpeningHours> m_places;
    Timestamp m_oldest;
};

} // namespace

Result<RuleDryRun> RuleDryRuns::run(const ClientRule &rule, Timestamp now) const
{
    RuleDryRun result;
    result.since = result.examinedSince = now - m_config.reach;
    result.until = now;
    Run run {rule, result, m_config, m_zones};
    Result<void> begun;
    if (const auto read = m_store.read([&](Tx &tx) { begun = run.begin(tx); }); read.hasError() || begun.hasError())
        return read.hasError() ? read.error() : begun.error();
    for (bool more = true; more;) {
        if (const auto read = m_store.read([&](Tx &tx) { more = run.batch(tx); }); read.hasError())
            return read.error();
        if (more && result.examinedMessages >= m_config.messages) {
            run.stop();
            break;
        }
    }
    return result;
}

} // namespace foredeck
