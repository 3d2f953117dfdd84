#pragma once

#include "server/http/httpserver.h"
#include "tools/traffic/poster.h"

#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace foredeck::traffic::test {

/// The other side of a run, as small as it can be: takes in the webhooks once per provider id, refuses or drops what the
/// test says, and answers WhatsApp and text messages over the provider, live chat over its polls.
class Backend final : public SocketEvents {
public:
    struct Seen {
        std::string path;
        std::string body;
        std::map<std::string, std::string> headers;
    };

    int failuresFirst = 0; ///< so many requests are answered 503 before any is taken
    int refuseWith = 0; ///< everything is answered with this
    bool answering = true;
    std::function<void(const Seen &)> onSeen; ///< called on a worker thread, before the answer

    Backend();
    ~Backend() override { m_server->stop(std::chrono::milliseconds {200}); }

    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_server->port()); }
    void answerOver(std::uint16_t providerPort) { m_provider = "http://127.0.0.1:" + std::to_string(providerPort); }
    std::vector<Seen> seen();

    void opened(std::shared_ptr<Socket>) override { }
    void received(const std::shared_ptr<Socket> &, std::string) override { }
    void closed(const std::shared_ptr<Socket> &) override { }

private:
    Response take(const Request &request);
    Response poll(const Request &request);
    void sendWhatsApp(std::string_view body);
    void sendSms(std::string_view body);
    void send(HttpCall call);

    Router m_router;
    std::unique_ptr<HttpServer> m_server;
    std::mutex m_mutex;
    std::vector<Seen> m_seen;
    std::string m_provider;
    std::string m_visitor; ///< how the last live chat's window was known
    int m_chatAnswers = 0;
};

} // namespace foredeck::traffic::test
