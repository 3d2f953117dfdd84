#pragma once

#include "models/domain/knowledge.h"
#include "server/services/op/ops.h"

#include <string>
#include <vector>

namespace foredeck {

struct FaqInput {
    std::string id; ///< of the document that is replaced; empty or unknown: a new one
    std::string question;
    std::string answer;
    std::string language;
    std::string category;
    Open<Visibility> visibility {Visibility::Public};
    std::int64_t version = 0; ///< of the document that is replaced, as the editor had it; 0: a new one
};

/// Adds questions with their answers, or replaces those whose id is known, if they are still of the version that was edited
/// (else PreconditionFailed with the current one; NotFound when it was deleted); what stands in the base already word for
/// word is answered and not stored twice. The client's full-text index follows in the same transaction. Also for init, with
/// an ActContext of the system.
Result<std::vector<Document>> putFaqs(ActContext &act, const KnowledgeBaseId &base, const std::vector<FaqInput> &faqs);
/// NotFound when it is not there, PreconditionFailed when it is another version.
Result<void> removeDocument(OpContext &op, const DocumentId &id, std::int64_t ifMatch);

/// SHA-256 (hex) of title, line feed, text.
std::string documentHash(const std::string &title, const std::string &text);

} // namespace foredeck
