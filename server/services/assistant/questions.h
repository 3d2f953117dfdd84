#pragma once

#include "server/services/language/rulebook.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foredeck {

/// What one sentence of a customer wants.
enum class Wish {
    Greeting, HowAreYou, Thanks, Goodbye, Yes, No, ///< small talk
    Chat, ///< said for company: of the weather, for a joke
    WrongNumber, ///< meant somebody else
    Dissent, ///< "no, that is wrong": the last answer was none
    Identity, ///< "are you a robot?"
    Hours, Address, Contact, ///< answered from records of their own
    Change, ///< to move, cancel or look up what is on record of them already: a person's work
    Decline, ///< does not want to book, not now
    Question, ///< to be answered from what the business has told
    Request, ///< wants something done: booked, repaired, found
    Statement, ///< anything else
};

struct Utterance {
    std::string text; ///< as it stood, without a greeting before it
    std::vector<Word> words;
    std::vector<RuleHit> hits;
    Wish wish = Wish::Statement;
    bool marked = false; ///< ended with a question mark
    bool books = false; ///< names a booking, visit, order that is not there yet
    bool asksPrice = false;
    bool orders = false; ///< "can you find me …", "is there a table free": asks for something to be done, though it is put as a question
    bool unsure = false; ///< "I don't know yet", and hardly a word beside it
    bool onlyTalk = false; ///< small talk and hardly a word beside it
};

/// A turn cut into sentences, and where one sentence asks two things ("… and do you have parking?") into both; each with
/// what it wants. At most twelve, of the first 6,000 bytes and each of its first 300 words; `unread` gets what is left out
/// and no small talk, beginning with its first words. Empty: everything was read.
std::vector<Utterance> utterancesOf(std::string_view text, const Languages &languages, const RuleBook &book, std::string *unread = nullptr);

/// Both things of a question that asks for two in one breath ("… vegan food and also parking?"); the second is only named.
std::optional<std::pair<Utterance, Utterance>> halvesOf(const Utterance &utterance);

/// What stands before a question in its own sentence: "Tom and when is check-in". Empty: nothing.
std::string beforeTheQuestion(const Utterance &utterance, const RuleBook &book);

/// "👍", "❤️🙏": signs that thank or agree, and nothing else.
bool isOnlyThankingSigns(std::string_view text);
/// "😭": signs that thank, agree or are sad, and nothing else.
bool isOnlyFeelingSigns(std::string_view text);
/// "👍": nothing but signs, and one of them says yes.
bool isAgreeingSign(std::string_view text);

/// What somebody asked for in their own words, without "I would like to" and "please", clipped for quoting.
std::string askedFor(const Utterance &utterance);

} // namespace foredeck
