#pragma once

#include "server/http/httpserver.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace foredeck::tests {

/// One message that a vendor was handed.
struct Handed {
    std::string to;
    std::string text;
    std::string from; ///< phone_number_id or number
    std::string authorization;
    std::string statusCallback;
    std::string body {}; ///< Meta: the request as it came
};

/// Meta's and Twilio's REST on a real loopback socket, as far as sending a text and asking for the account go. `answer`
/// decides what each send is answered with; without one it is taken.
class Provider {
public:
    using Decide = std::function<Response(const Handed &, int count)>;

    Provider();
    ~Provider();
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_server->port()); }
    void answerWith(Decide decide);
    std::vector<Handed> handed() const;

    static Response taken(const Handed &message, int count, bool meta);
    static Response metaError(int status, int code, const std::string &text = "no");
    static Response twilioError(int status, int code, const std::string &text = "no");

private:
    Response meta(const Request &request);
    Response twilio(const Request &request);
    Response take(Handed message, bool meta);

    class NoSockets;
    std::unique_ptr<NoSockets> m_sockets;
    Router m_router;
    std::unique_ptr<HttpServer> m_server;
    mutable std::mutex m_mutex;
    std::vector<Handed> m_handed;
    Decide m_decide;
};

} // namespace foredeck::tests
