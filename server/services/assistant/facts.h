#pragma once

#include "models/core/time.h"
#include "server/services/language/rulebook.h"
#include "server/services/phone/phone.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// What a text says about its writer's wishes, as it stands there; nothing is inferred.
struct Facts {
    std::string name; ///< only after words such as "my name is"
    std::string when; ///< the words that name day and time: "Friday at 7 pm"
    bool noDay = false; ///< it names no day to come, but one that is over or does not exist
    std::string people; ///< "4 people", "two adults"
    std::string budget; ///< "$200", "under 500 euros"
    std::vector<std::string> emails; ///< lower case
    bool emailIsTheirs = false; ///< it was given as theirs: nothing else is said, or it was asked for and stands alone; else it may be anybody's
    bool emailStandsAlone = false; ///< the first of them: firstEmailStandsAlone()
    std::vector<PhoneInText> phones;
    bool any() const { return !name.empty() || !when.empty() || !people.empty() || !budget.empty() || !emails.empty() || !phones.empty(); }
};

struct FactsContext {
    std::string language;
    std::string region = "US";
    LocalTime today;
};

Facts factsIn(std::string_view text, const FactsContext &context, const RuleBook &book);

/// Whether a time between ten at night and six in the morning is told ("2am", "23:30", "at midnight"); `hits` are the text's.
bool namesNight(const std::vector<Word> &words, const std::vector<RuleHit> &hits);

/// Whether a time before this minute of the day is told ("at 1 am"), or the night in words, which may be before it.
bool namesTimeBefore(int minute, const std::vector<Word> &words, const std::vector<RuleHit> &hits);

/// Whether a time of the day is told ("at 9 pm", "6:30", "19 Uhr").
bool namesClock(std::string_view text, const std::vector<Word> &words, std::string_view language);

/// The e-mail addresses in a text, in lower case, five at most. What is a part of a longer run of such characters is none.
std::vector<std::string> emailsIn(std::string_view typed);

/// Whether nothing stands so close to the first of them that it might belong to it. What is cut out of "ana,lopez@…" is a guess
/// at somebody else; brackets, quotes, "mailto:", the end of a sentence and a list of addresses (addressesOf) are no part of any.
/// So may a blank be a slip ("ana lopez@…"): bare words before it tell that it begins there by being a sentence in `language`
/// (empty: in any) or a label ("my mail is", "mail"), or by standing in it ("Ana Lopez alopez@…").
bool firstEmailStandsAlone(std::string_view typed, std::string_view language = {});

/// Whether a sum of money stands in a text.
bool namesMoney(std::string_view text);

/// A name given in answer to "what is your name?": short, of letters; empty when it does not look like one.
std::string nameFromAnswer(std::string_view text, const FactsContext &context, const RuleBook &book);

} // namespace foredeck
