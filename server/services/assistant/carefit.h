#pragma once

#include "models/domain/knowledge.h"
#include "server/services/assistant/questions.h"

#include <string_view>

namespace foredeck {

/// A business that treats people or animals: what it advises for one complaint may harm another.
bool treatsPeople(std::string_view industry, const RuleBook &book);

/// Whether a passage is the advice for something else than what the question is about: it tells nothing of the complaint
/// ("bleeding"), of the state ("pregnant"), of the treatment that is over ("after the extraction"), of what one wants to do after
/// it ("go running"), or of what brought it on. Rules "care" (any-care.rules). A question for the price asks for no advice. Pure.
bool isCareOfAnother(const Utterance &utterance, const Document &document, std::string_view language, const RuleBook &book);

} // namespace foredeck
