#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace foredeck {

/// What one word says of days and numbers (lexicon/dates.lex). Words are plain: lower case, without accents.
enum class DateWord { Day, EveryDay, ShortDay, Month, Today, Tomorrow, Weekend, Number, For };

/// Which one of its kind a word is, in the language or in English: 0 for Monday, 1 for January, 1 for one; nothing: it is
/// none of this kind.
std::optional<int> meaning(std::string_view word, std::string_view language, DateWord kind);
/// Digits alone, at most four.
std::optional<int> plainNumber(std::string_view word);

/// A number from one to twelve in words, or any in digits up to 9999.
std::optional<int> numberOf(std::string_view plainWord, std::string_view language);
/// The names of the weekend, parted by blanks.
std::string weekendNames(std::string_view language);
bool isMonth(std::string_view plainWord, std::string_view language);
/// "for", "für", "para": what stands before a party's size.
bool isForWord(std::string_view plainWord, std::string_view language);
/// "Now", "ahora": this moment. Any language's.
bool isNowWord(std::string_view plainWord);
/// "Today", "tonight", "heute".
bool isTodayWord(std::string_view plainWord, std::string_view language);

} // namespace foredeck
