#pragma once

#include "server/services/assistant/engine.h"
#include "server/services/assistant/phrases.h"
#include "server/services/assistant/waiting.h"
#include "server/services/consent/consent.h"
#include "server/services/rule/ruleeval.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// 1 is the most pressing.
int priorityOf(EscalationReason reason);

/// One turn while it is planned; what planTurn (orchestrator.h) is made of, and used by nobody else. `input`, `engine`
/// and `book` must outlive it.
class TurnPlanner {
public:
    TurnPlanner(const TurnInput &input, const Engine &engine, const RuleBook &book)
        : m_input(input), m_engine(engine), m_book(book), m_waiting(waitingMessages(input)) { }
    TurnPlan run();

private:
    void read();
    TriageOptions triageOptions() const;
    void begin();
    bool engine();
    Result<EngineAnswer> ask() const;
    void finish();
    void updateLead();
    void putScore(const Decision *planned);
    void scoreAlone();
    LocalTime today() const;
    bool isAssistants() const { return m_input.conversation.owner.kind == OwnerKind::Assistant && m_input.conversation.status != ConversationStatus::Ended; }
    bool isAssistantOn() const { return m_input.client.assistantOn && m_input.client.status != ClientStatus::Paused; }
    bool isHandedBack() const { return m_input.conversation.owner.kind == OwnerKind::Assistant && m_waiting.front()->at < m_input.handedBackAt; }
    void silent(std::string_view why);
    void addHandOver(EscalationReason reason, std::string_view detail);
    void handOver(EscalationReason reason, std::string text, std::string_view detail);
    void leaveToPeople();
    void fillBrief(HandOver &over) const;
    void note(std::string_view rule, std::string_view words);
    std::string firedWords() const;

    // ---- who may be answered at all: turnconsent.cpp
    bool consent();
    void leaveOutEnded();
    bool askedForHelp(ConsentState state);
    bool wasHelped(const Message &message) const;
    void hearCall(const ConsentFinding &help);
    bool confirmsOptIn();
    void keepBesideOptIn(const Message &message, std::vector<const Message *> &others);
    ConsentFinding findIn(const Message &message, ConsentState state) const;
    ConsentFinding findingOf(ConsentSignal signal) const;
    bool isConfirmed(DecisionAction action) const;
    bool ownership();
    void tellPeople();
    bool isForPeople(const ConsentFinding &stop) const;
    void tellOfWords();
    void othersWaitOn();
    bool saysSomething(const std::string &text) const;
    bool isNewAlarm() const;
    bool asksAgain() const;
    bool sendsCard() const;
    void alarm();
    void passOn();
    bool isUnheard() const;
    bool asksForNothing() const;
    void consentAlone();
    void complianceReply(std::string_view key, DecisionAction action, const ConsentFinding &finding);
    std::string helpText() const;

    // ---- what goes to a person without an engine: turntriggers.cpp
    bool triggers();
    std::optional<ConsentFinding> perhapsOptOut() const;
    bool asksWhetherToStop();
    std::string triggerText(EscalationReason reason) const;
    bool isInTheAir() const;
    void findHelpOutsideHours();
    bool fired(std::string_view rule) const;
    const Message *askedBefore() const;
    bool hasAttachment() const { return withAttachment() != nullptr; }
    const Message *withAttachment() const;
    const Message *withUnseenFile() const;
    void passOnFile(const Message &sent);

    // ---- the client's own rules: turnrules.cpp
    bool byRule();
    bool ruled();
    RuleMoment moment() const;
    std::string ruledText(EscalationReason reason) const;

    // ---- the words that go out: turnreply.cpp
    std::string wholeReply();
    std::string composed();
    bool fits(std::string_view text) const;
    bool isFirstReply() const;
    std::string closedHint() const;
    std::string say(std::string_view key, const phrases::Values &values = {}) const;
    bool isInsult() const;
    bool isSpoken() const { return m_triage.language.empty() || phrases::spoken(m_triage.language) == m_triage.language; }
    std::string dangerLine() const;
    std::string quoted() const;
    std::string helpServices() const;
    std::string seed() const { return m_text.empty() ? m_plan.decision.message.value : m_text; }

    const TurnInput &m_input;
    const Engine &m_engine;
    const RuleBook &m_book;
    std::vector<const Message *> m_waiting;
    std::string m_text; ///< of all of them
    Triage m_triage;
    std::string m_language;
    TurnPlan m_plan;
    bool m_bookingTalk = false;
    std::optional<ConsentFinding> m_help; ///< asked for beside something else
    std::optional<ConsentFinding> m_optIn; ///< likewise: confirmed before the rest is answered
    std::deque<Message> m_rests; ///< of messages that opted in and asked something too; pointed to by m_waiting
    std::optional<PassageUse> m_outsideHours; ///< whom the business names for an emergency while it is closed
    bool m_isRead = false; ///< the engine has taken the facts of this turn
};

} // namespace foredeck
