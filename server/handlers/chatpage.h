#pragma once

#include "models/domain/client.h"
#include "server/http/message.h"

#include <string>
#include <string_view>

namespace foredeck {

/// The page on which anybody writes to a business by live chat, with nothing but a browser: server/api/chat.html, built in,
/// with the business's name in it. It loads nothing from anywhere, and its policy lets run what was built in and no more.
/// Safe from any thread.
class ChatPage {
public:
    ChatPage();
    Response of(const Client &client) const;

private:
    std::string m_policy; ///< Content-Security-Policy
};

/// A text where HTML expects characters, between tags or in a quoted attribute.
std::string htmlText(std::string_view text);

} // namespace foredeck
