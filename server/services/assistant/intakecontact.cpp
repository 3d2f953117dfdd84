#include "server/services/assistant/intake.h"

#include "server/services/assistant/phrases.h"

#include <algorithm>

namespace foredeck {

bool asksForContact(const IntakeQuestion &question) { return question.fills == contactField; }

bool asksForEmail(const IntakeQuestion &question)
{
    const auto words = wordsOf(question.key);
    return asksForContact(question) || std::any_of(words.begin(), words.end(), [](const Word &w) { return w.text.find("mail") != std::string::npos; });
}

std::vector<IntakeQuestion> defaultIntake(const std::string &language)
{
    // Worded in the language of the business alone; in the others the assistant has its own words for both.
    const auto question = [&](std::string field) {
        return IntakeQuestion {field, {{language, phrases::say("ask_" + field, language, {}, {})}}, IntakeKind::Text, {}, field, true};
    };
    return {question("name"), question(std::string {contactField})};
}

} // namespace foredeck
