#pragma once

#include "models/domain/conversation.h"
#include "models/domain/decision.h"
#include "models/domain/lead.h"
#include "server/storage/store.h"

#include <string>
#include <vector>

namespace foredeck {

/// Everything that a decision brief may rest on. Whoever hands over may put in what is not stored yet: the turn's own
/// decision, what it learned of the lead.
struct BriefFacts {
    EscalationReason reason = EscalationReason::Unknown;
    std::string why;
    std::string wants; ///< empty: what the intake learned, else the customer's last words
    Lead lead;
    std::vector<Message> history; ///< public messages by rising position
    std::vector<Decision> decisions; ///< by rising time
    bool isWishOfTalk = true; ///< the wish on record was made in this talk (intake.h)
    bool waits = false; ///< the customer has not been answered
    bool mayWrite = true; ///< they have not opted out
    bool called = false; ///< they called, and nobody answered
    double answerFloor = 0;
};

/// The facts of a conversation as they are stored. What came before it last ended was settled and is left out.
BriefFacts briefFacts(Tx &tx, const Conversation &conversation);

/// What a person needs to decide: why, what the customer wants, what was tried, their mood, what could be done next. Only
/// what the facts support, each list empty where nothing does; at most eight steps, the newest, and lines that fit. Pure.
EscalationBrief briefOf(const BriefFacts &facts);

/// What the customer wants, in one line: what the intake learned, else their last words; empty where they said nothing. Of
/// who comes back (not `isOfTalk`) their last words, then the record. `history`: public messages by rising position.
std::string wantsOf(const Lead &lead, const std::vector<Message> &history, bool isOfTalk = true);
/// One line of what they wrote, without the numbers of their cards.
std::string wordsOfCustomer(const Message &message);
/// Whether the assistant heard a wish to be called back in it.
bool asksForCall(const Decision &decision);

} // namespace foredeck
