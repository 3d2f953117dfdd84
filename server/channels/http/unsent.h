#pragma once

#include "server/channels/channelport.h"
#include "server/channels/http/httpclient.h"

namespace foredeck {

/// What a text came to for which a vendor gave no reply: of a request that left without an answer it may have been taken.
SendResult unsent(const HttpProblem &problem, bool safeMode);

} // namespace foredeck
