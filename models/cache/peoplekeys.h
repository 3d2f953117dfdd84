#pragma once

#include "models/domain/lead.h"

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// The word as search sees it: without case, accents (NFKD, marks dropped) and strokes.
std::string foldedWord(std::string_view text);
/// The words of a question or a name: runs of letters and digits, folded; at most 8.
std::vector<std::string> foldedWords(std::string_view text);
/// The keys a person is found by: each word of the name, the e-mail and its mailbox's words, and of each phone its
/// digits, its digits without country code (1–3 digits) and its last four. Sorted, each once.
std::vector<std::string> personKeys(const Lead &lead);
/// Digits of the text when it looks like a number (at least three, nothing but digits and " +-().").
std::string phoneDigits(std::string_view text);
/// The same of what somebody looks for: without the zeros that are dialled before a country's or an area's code, since keys
/// begin with the code itself. Up to four digits may be the last ones of a number and stay as they are.
std::string soughtDigits(std::string_view text);

} // namespace foredeck
