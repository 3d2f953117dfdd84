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
};

/// Adds questions with their answers, or replaces those whose id is known; what stands in the base already word for word
/// is answered and not stored twice. The client's full-text index follows in the same transaction. Also for init, with
/// an ActContext of the system.
Result<std::vector<Document>> putFaqs(ActContext &act, const KnowledgeBaseId &base, const std::vector<FaqInput> &faqs);
/// NotFound when it is not there.
Result<void> removeDocument(OpContext &op, const DocumentId &id);

/// SHA-256 (hex) of title, line feed, text.
std::string documentHash(const std::string &title, const std::string &text);

} // namespace foredeck
