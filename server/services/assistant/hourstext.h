#pragma once

#include "models/domain/hours.h"
#include "server/services/assistant/questions.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

struct HoursQuestion {
    std::vector<Location> locations;
    Timestamp now;
    const TimeZones *zones = nullptr;
    std::string language; ///< of the answer
    std::string region;
    std::string business;
};

struct HoursAnswer {
    bool known = false; ///< false: no hours were told; then nothing may be said about them
    bool closed = false; ///< a day was asked for, and all of it is closed at each place that is told of
    bool unsure = false; ///< a holiday was asked for of which nothing is recorded: the usual hours are told as such, and a person is to say
    std::string text;
};

/// Answers "are you open on Sunday?", "when do you close?" and the like from the opening hours alone: now, one day, the
/// weekend, or the whole week. With several places: the one that is named, else each (at most three). Pure.
HoursAnswer answerHours(const Utterance &utterance, const HoursQuestion &question);

/// Day and time where the business is ("Here it is Sunday, 11/29, 5:12 am."); empty where its zone is not known.
std::string clockText(const HoursQuestion &question);

/// When the business opens next, as words ("Monday at 9:00"); nothing while it is open or when no hours are told. Empty: on a
/// holiday of which nothing is recorded, so that no time can be named. For the sentence that a person will answer later.
std::optional<std::string> nextOpeningText(const HoursQuestion &question);

} // namespace foredeck
