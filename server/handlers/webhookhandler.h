#pragma once

#include "models/core/clock.h"
#include "models/core/log.h"
#include "server/handlers/chatpage.h"
#include "server/http/router.h"
#include "server/services/ingest/channeldirectory.h"
#include "server/services/ingest/chatthrottle.h"
#include "server/services/ingest/chatvisits.h"
#include "server/services/ingest/intake.h"
#include "server/services/live/loopthread.h"

#include <string>

namespace foredeck {

/// The doors for customers: web form, live chat with a page of its own, WhatsApp, Twilio, missed calls (server/api/openapi.yaml,
/// tag webhooks).
/// Each request is verified over its raw bytes, read, written to the inbox, and answered 2xx only when that is durable.
/// Runs on I/O threads and waits for nothing; only while the picture of the channels is read anew a request passes over a
/// thread of its own. A wrong or missing signature is 403 and stores nothing; a client that is nobody's is 404.
class WebhookHandler {
public:
    /// Everything must outlive it.
    WebhookHandler(ChannelDirectory &directory, Intake &intake, ChatVisits &chats, const Clock &clock, Log &log, ChatThrottle::Config chatPace = {});
    void addTo(Router &router);
    /// Drops what waits for the channels. Before the listener's end.
    void stop() { m_thread.stop(); }

private:
    using Handle = void (WebhookHandler::*)(const Doors &, const Request &, const Responder &);
    void route(Router &router, Method method, std::string pattern, Handle handle);

    void webForm(const Doors &doors, const Request &request, const Responder &respond);
    void liveChat(const Doors &doors, const Request &request, const Responder &respond);
    void missedCall(const Doors &doors, const Request &request, const Responder &respond);
    void whatsAppChallenge(const Doors &doors, const Request &request, const Responder &respond);
    void whatsApp(const Doors &doors, const Request &request, const Responder &respond);
    void twilioSms(const Doors &doors, const Request &request, const Responder &respond);
    void twilioStatus(const Doors &doors, const Request &request, const Responder &respond);
    void liveChatAnswers(const Request &request, const Responder &respond);
    void chatPage(const Doors &doors, const Request &request, const Responder &respond);

    MessageId newMessage() const { return MessageId::make(m_clock.now()); }

    ChannelDirectory &m_directory;
    Intake &m_intake;
    ChatVisits &m_chats;
    const Clock &m_clock;
    Log &m_log;
    const ChatPage m_chatPage;
    ChatThrottle m_throttle;
    LoopThread m_thread;
};

} // namespace foredeck
