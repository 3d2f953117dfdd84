#pragma once

#include "models/core/clock.h"
#include "server/http/httpserver.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
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

/// Meta's and Twilio's REST on a real loopback socket, as far as sending a text and asking for the account and for Twilio's list
/// of messages go. `answer` decides what each send is answered with; without one it is taken.
class Provider {
public:
    using Decide = std::function<Response(const Handed &, int count)>;

    Provider();
    ~Provider();
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_server->port()); }
    void answerWith(Decide decide);
    std::vector<Handed> handed() const;

    /// From now on Twilio's messages can be asked for, dated by that clock; without it there is no list, as at some gateways.
    void listBy(const Clock &clock);
    /// What it answers with an error it has taken all the same.
    void takeWhatever(bool on);
    /// Twilio could not deliver that one.
    void failListed(const std::string &sid, int code);
    /// What the list is answered with; nothing: the list.
    void answerListWith(std::optional<Response> answer);
    /// How often it was asked for.
    int listings() const;

    static Response taken(const Handed &message, int count, bool meta);
    static Response metaError(int status, int code, const std::string &text = "no");
    static Response twilioError(int status, int code, const std::string &text = "no");

private:
    Response meta(const Request &request);
    Response twilio(const Request &request);
    Response take(Handed message, bool meta);
    Response list(const Request &request);

    class NoSockets;
    std::unique_ptr<NoSockets> m_sockets;
    Router m_router;
    std::unique_ptr<HttpServer> m_server;
    mutable std::mutex m_mutex;
    std::vector<Handed> m_handed;
    Decide m_decide;
    struct Listed {
        std::string sid;
        Handed message;
        Timestamp at;
        int errorCode = 0;
    };
    std::vector<Listed> m_listed;
    const Clock *m_clock = nullptr;
    bool m_takesWhatever = false;
    std::optional<Response> m_listAnswer;
    int m_listings = 0;
};

} // namespace foredeck::tests
