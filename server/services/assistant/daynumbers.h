#pragma once

#include "models/core/time.h"
#include "server/services/language/words.h"

#include <optional>
#include <string_view>
#include <vector>

namespace foredeck {

/// "4", "4th", "4o", "4."; nothing for other numbers and words.
std::optional<int> dayNumber(std::string_view word);
/// "4th", "21st".
bool isOrdinal(std::string_view word);
/// A date; nothing where no calendar has it.
std::optional<LocalTime> dateOf(int year, int month, int day);
/// The next day of this number, today included; the next month that has it.
std::optional<LocalTime> nextOfDayNumber(int day, const LocalTime &today);

/// The day of a number that stands behind the name of a weekday, with nothing or an article between them: "friday 25",
/// "el martes 8", "Freitag, den 25.", "sat 26th".
struct NumberedWeekday {
    std::size_t end = 0; ///< behind the number
    LocalTime day;
};
struct WeekdayPlace {
    std::size_t at = 0; ///< the word that names the weekday
    int weekday = 0; ///< 0 Monday
    bool isShort = false; ///< "mon", "so": another word too
};
/// Where weekday and number meet within two months, that date; where they do not, the number counts if nothing but a day
/// can be meant by it. Nothing for an hour ("friday 8pm"), a measure or a count ("friday 20 people"). Pure.
std::optional<NumberedWeekday> numberedWeekday(std::string_view text, const std::vector<Word> &words, const WeekdayPlace &place, std::string_view language, const LocalTime &today);

/// "In January": a month that is named without a day of it, 1 to 12.
std::optional<int> monthIn(const std::vector<Word> &words, std::string_view language);

} // namespace foredeck
