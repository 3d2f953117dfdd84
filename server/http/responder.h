#pragma once

#include "server/http/mailbox.h"

namespace foredeck::http {

/// The Responder of the request that a session hands out now: leaves its first answer in the mailbox, and a 500 when
/// its last copy goes without one, so that no client waits for ever.
Responder makeResponder(std::shared_ptr<Mailbox> mailbox, std::shared_ptr<SessionLink> session);

/// What a client is told when a handler throws or keeps silent: nothing of the reason, which may hold anything.
Response handlerFailed();

} // namespace foredeck::http
