#pragma once

#include "server/services/assistant/builtinengine.h"
#include "server/services/assistant/facts.h"
#include "server/services/assistant/hourstext.h"
#include "server/services/assistant/intake.h"
#include "server/services/assistant/lookup.h"
#include "server/services/assistant/phrases.h"
#include "server/services/assistant/questions.h"

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// One turn of the built-in engine while it is worked out: what can be answered, what stays open, what is asked next. The
/// engine makes one for each turn; what it is given outlives it.
class BuiltinTurn {
public:
    BuiltinTurn(const EngineInput &input, const Knowledge &knowledge, const RuleBook &book);
    EngineAnswer run();

private:
    LocalTime today() const;
    double floor() const { return m_turn.settings.answerFloor; }
    bool has(Wish wish) const { return first(wish) != nullptr; }
    const Utterance *first(Wish wish) const;
    std::string say(std::string_view key, const std::string &asked, phrases::Values values = {}) const;
    void add(const std::string &sentence);
    void note(std::string rule, std::string words);
    void conclude(DecisionAction action, std::string_view intent, double confidence);

    // What was said to the question that was asked last
    void readPendingAnswer();
    void readName();

    // Questions
    void answer(const Utterance &u);
    void takeStatement(const Utterance &u);
    bool goesOn(const Utterance &u) const;
    bool wasToldLast(const Document &document) const;
    bool choosesNothing(const Utterance &u) const;
    bool namesNoDay(const Utterance &u) const;
    bool corrects() const;
    void addDay();
    bool onlyAsksAboutDays() const;
    bool onlySaysTheName(const Utterance &u) const;
    bool onlyTellsFacts(const Utterance &u) const;
    void takeRequest(const Utterance &u);

    // What is looked up
    bool answersPending(const Utterance &u) const;
    void answerQuestion(const Utterance &u);
    bool asksOnlyForADay(const Utterance &u) const;
    bool asksHoursOfADay(const Utterance &u) const;
    bool answerClock(const Utterance &u);
    bool answerLimit(const Utterance &u);
    bool answerHoursQuestion(const Utterance &u);
    void answerComing(const Utterance &u);
    bool answerForItsDays(const Utterance &u);
    bool asksBesideHours(const Utterance &u) const;
    bool asksHoursOfSubject(const Utterance &u) const;
    HoursQuestion hoursQuestion() const;
    void answerRecord(const Utterance &u);
    TalkedAbout context(const Utterance &u) const;
    bool asksToCome(const Utterance &u) const;
    bool namesMoment(const Utterance &u) const;
    bool isForeign(const Document &document) const;
    bool answerFromKnowledge(const Utterance &u, double needed, int agreeing = 1);
    void keepPassages(const std::vector<ScoredPassage> &found, bool enough);
    void answerWith(const ScoredPassage &passage, bool claims);
    bool answerBothHalves(const Utterance &u);
    bool isTouchedBy(const Utterance &u, const std::string &notice) const;
    void mentionNotices();
    void mentionClosedDay();

    // Outcomes, in the order in which they are tried
    void handOver(EscalationReason reason, const Utterance *about, std::string_view key);
    bool handOverToPerson();
    bool handOverDissent();
    bool handOverChange();
    bool handOverUnknown();
    bool handOverCall();
    bool handOverPlain();
    bool handOverUnread();
    bool belongsToAnswer(const Utterance &u) const;
    bool goOnWithIntake();
    const Utterance *declinedBooking() const;
    bool declinesTheWish();
    std::string acknowledge();
    void addDetail(const std::string &text);
    void takeUnasked();
    void finishIntake();
    bool closeWithAnswers();
    bool smallTalk();
    void handOverStatement();

    const EngineInput &m_input;
    const TurnInput &m_turn;
    Lookup m_lookup;
    const RuleBook &m_book;
    IntakeState m_intake;
    FactsContext m_context;
    std::vector<Utterance> m_utterances;
    std::string m_unread; ///< what the turn says beyond them
    Facts m_facts;
    EngineAnswer m_result;
    const IntakeQuestion *m_pending = nullptr;
    std::string m_answered; ///< what the turn said to the pending question
    std::vector<std::string_view> m_known; ///< kinds of what was answered from records
    std::vector<const Utterance *> m_unknown;
    std::vector<const Utterance *> m_requests;
    std::vector<const Utterance *> m_statements;
    const Utterance *m_onlyFacts = nullptr; ///< "My name is Rosa", and nothing else
    const Utterance *m_forAPerson = nullptr; ///< of the house, of a matter of their own, or what an answer did not end
    const Utterance *m_dissent = nullptr;
    const Utterance *m_call = nullptr; ///< for help, and says not what for
    const Utterance *m_noAnswer = nullptr; ///< answers the pending question with nothing that could be taken down
    bool m_onlySigns = false; ///< "👍"
    bool m_spokenWith = false; ///< somebody or the assistant has written to them
    const Utterance *m_hoursUnknown = nullptr;
    const Utterance *m_holiday = nullptr; ///< its usual hours are told, and whether they hold is a person's to say
    const Utterance *m_otherTrade = nullptr; ///< among m_unknown: a wish that is some other business's
    double m_best = 0;
};

} // namespace foredeck
