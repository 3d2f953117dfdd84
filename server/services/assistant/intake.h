#pragma once

#include "server/services/assistant/facts.h"
#include "server/services/assistant/questions.h"
#include "server/services/assistant/turn.h"
#include "server/services/language/stem.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// Where the intake questions of a conversation stand, read from the rules that its decisions noted ("intake.ask",
/// "intake.answer"), so that no state lives beside the records.
struct IntakeState {
    std::map<std::string, int, std::less<>> asked; ///< how often, by key
    std::set<std::string, std::less<>> answered;
    std::string pending; ///< asked last and not answered yet, though a question of the customer's or a "later" may stand between
    bool interrupted = false; ///< something does
    bool wanted = false; ///< the customer asked for something that needs the questions, and no person has it yet
    std::string wish; ///< the newest words in which it did
};
/// `next`: a decision that is being made now, behind those of the conversation. What a person took over or answered since it
/// was wished for is theirs, also where they handed the conversation back.
IntakeState intakeStateOf(const TurnInput &input, const Decision *next = nullptr);

inline constexpr int mostTimesAsked = 2;
inline constexpr std::size_t longestField = 400; ///< bytes that are gathered in one field of a lead

/// Greetings, thanks and leave-taking answer no question.
bool isSmallTalk(Wish wish);

/// The lead's field that an answer goes into ("name", "timeline", …); none: it is added to the service interest, unless it is a
/// contact, which is taken with the facts.
std::string *filledField(Lead &lead, std::string_view fills);
void storeAnswer(Lead &lead, const IntakeQuestion &question, const std::string &value);

/// The next question that is neither answered nor asked too often; none: all is said. `passOver`: comes last, because it was
/// asked a moment ago.
const IntakeQuestion *nextQuestion(const ClientSettings &settings, Lead &lead, const IntakeState &state, std::string_view passOver = {});
/// What must be known is known, or was asked for in vain: whatever comes next, a person can take the wish up.
bool isComplete(const ClientSettings &settings, Lead &lead, const IntakeState &state);

/// What a turn says to a question, as it will be stored; empty when it does not answer it.
std::string answerTo(const IntakeQuestion &question, const std::vector<Utterance> &utterances, const std::string &text, const Facts &facts,
    const FactsContext &context, const RuleBook &book);

/// What a turn tells about a question that was not asked yet: "38 ft, draft 5.5". Empty: nothing.
std::string saidUnasked(const IntakeQuestion &question, const ClientSettings &settings, const std::string &text, const FactsContext &context);

/// What `fills` names where a telephone or an e-mail is asked for. It is asked in a chat window alone, of whom neither is
/// known: the window goes with its tab.
inline constexpr std::string_view contactField = "contact";
bool asksForContact(const IntakeQuestion &question);
/// What is asked in a business that names no questions of its own: who it is, and how they can be reached.
std::vector<IntakeQuestion> defaultIntake(const std::string &language);
/// By its key ("email", "e_mail"), or for either.
bool asksForEmail(const IntakeQuestion &question);

/// "Yes for Dec 20", "rather the 21st": agrees and names a day, and hardly a word beside it.
bool namesOnlyADay(const Utterance &utterance, const FactsContext &context, const RuleBook &book);

/// Takes what was said unasked into fields that are still empty; `corrects`: a day or time takes the place of the one said
/// before ("actually, make it Friday"). True when something was learned.
bool takeFacts(Lead &lead, const Facts &facts, bool corrects = false);
/// Words that ask for something and do not say for what ("book", "appointment", "find").
bool onlyAsks(const Term &term);
/// Takes a wish into the service interest, by the choices of the question that asks for it, else in the customer's words.
bool takeInterest(Lead &lead, const ClientSettings &settings, const Utterance &request, std::string_view language);

/// "request: table for two; when: Friday at 7 pm": what was learned, in the customer's language.
std::string summaryOf(const Lead &lead, std::string_view language);
/// The same for a brief in English, once something is wished for: a name alone says nothing of what is wanted.
std::string interestOf(const Lead &lead);

/// What a person reads of a wish that they are to take up. The record is one for all of somebody's wishes and tells of the
/// first: where the newest is another one, its own words come before it.
struct WishTold {
    std::string about; ///< in one line
    std::string wants; ///< with everything that is known, in English
};
WishTold wishTold(const std::string &wish, const Lead &lead);
/// Whether the wish on record is one of this talk: the record came with it, or the customer says so in `history`. `settled`:
/// where the talk last ended (settledPosition()), 0 when it never did. In a chat window the record is what was told there.
bool isWishOfTalk(const Lead &lead, const Conversation &conversation, std::int64_t settled, const std::vector<Message> &history);

/// The question in the customer's language, else the client's, else any, with its choices.
std::string wordingOf(const IntakeQuestion &question, std::string_view language, std::string_view clientLanguage);

} // namespace foredeck
