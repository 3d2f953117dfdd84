#include "server/services/conversation/answers.h"

#include "server/services/assistant/waiting.h"
#include "server/storage/decisionrepository.h"

namespace foredeck {

bool isAnswer(Tx &tx, const Message &message)
{
    if (message.role != MessageRole::Ai || isTextBack(message))
        return false;
    const auto decision = DecisionRepository::byId(tx, message.client, message.decision);
    return !decision || !isConsentReply(*decision);
}

} // namespace foredeck
