#pragma once

#include "net/codec/frames.h"

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace foredeck::test {

/// A small backend for tests: REST and WebSocket on one loopback port, the routes that the console uses, rows and events
/// in memory, and faults on demand. It speaks contract 4 and 5 as far as the console can tell.
class FakeServer : public QObject {
    Q_OBJECT
public:
    explicit FakeServer(quint16 port = 0);
    ~FakeServer() override;

    quint16 port() const { return m_tcp.serverPort(); }
    QUrl url() const { return QUrl {QStringLiteral("http://127.0.0.1:%1").arg(port())}; }

    // What is in it.
    std::string serverId = "server-1";
    std::string epoch = "epoch-1";
    User me;
    Client client;
    std::map<std::string, Conversation> conversations;
    std::map<std::string, Lead> leads;
    std::map<std::string, std::vector<Message>> messages; ///< by conversation
    std::map<std::string, std::vector<Note>> notes;
    std::map<std::string, std::vector<Event>> log;
    std::map<std::string, std::int64_t> lowest;
    std::vector<Escalation> closed; ///< hand-overs that are over, newest first; listed two a page

    /// A conversation with its lead and one customer message; its events are told.
    ConversationId addConversation(const std::string &name, const std::string &text);
    MessageId customerWrites(const ConversationId &id, const std::string &text);
    void changeQuietly(const ConversationId &id, const std::string &text); ///< without an event
    std::string streamName() const { return "client:" + client.id.value; }
    void heartbeat();
    /// Ends all sockets and refuses new ones until the port is opened again.
    void goAway();
    void comeBack();
    void cutSockets();
    void closeSockets(int code);
    void takeRight(const std::string &stream); ///< to see it: all consoles are told

    // Faults.
    int loseAnswers = 0; ///< that many acts take effect and are not answered
    int failWith = 0; ///< status for acts, until it is 0 again
    std::string failBody = R"({"title":"told to fail"})"; ///< and what it says
    int retryAfter = 0;
    bool refuseTokens = false; ///< 401 for everything that needs one
    int busyLogins = 0; ///< that many sign-ins are answered 503
    bool endSessions = false; ///< refresh is refused
    /// The next request, read and answered without the event loop: nothing else is heard on this thread meanwhile.
    bool hearOnly();
    std::string refreshPage; ///< somebody answers a refresh in its place; empty: nobody
    int refreshPageStatus = 200;
    std::string dryRun; ///< the answer to a dry run of a rule; empty: none comes
    int dryRunStatus = 200;
    std::string dashboard; ///< the figures of the client; empty: there are none
    bool silent = false; ///< connections are taken and never answered
    std::function<void(const std::string &)> beforeSnapshot; ///< of a stream is answered
    std::function<void()> beforeTimeline; ///< asked for older entries, and not answered yet
    std::function<bool(const Event &)> dropEvent;
    std::function<bool(const Event &)> doubleEvent;

    // What happened.
    std::vector<std::string> requests; ///< "POST /api/v1/…"
    std::map<std::string, int> effects; ///< by op_id
    std::map<std::string, std::string> bodies; ///< of acts, by op_id
    std::vector<std::string> dryRuns; ///< what was to be tried
    int snapshots = 0;
    int hellos = 0;
    int resumes = 0;
    int refreshes = 0;
    int slowRefreshMs = 0; ///< so late comes the answer to a refresh; the token before is honoured once more
    int lostRefreshes = 0; ///< so many are done, and their answer never comes; the token before is honoured once more
    std::vector<std::string> presences;
    std::vector<std::string> places; ///< the conversation of each of them
    std::vector<LeaseFrame> leases;

private:
    struct Request {
        QByteArray method;
        QByteArray path;
        QByteArray query;
        std::map<QByteArray, QByteArray> headers;
        QByteArray body;
    };
    struct Answer {
        int status = 200;
        std::string body;
        int afterMs = 0;
    };
    struct Live {
        QWebSocket *socket = nullptr;
        std::map<std::string, std::int64_t> last;
        std::map<std::string, std::int64_t> through;
    };

    /// An id that tells what it is: "<kind>-0000-7000-8000-<number>".
    static std::string idText(int kind, int number);
    void accept();
    void read(QTcpSocket *socket);
    void respond(QTcpSocket *socket, const Answer &answer);
    Answer handle(const Request &request);
    Answer act(const Request &request, const std::string &id, const std::string &verb);
    Answer effect(const Request &request, const std::string &id, const std::string &verb, const OpId &op);
    Answer reply(const std::string &id, JsonValue body, const OpId &op);
    Answer session();
    Answer snapshot(const std::string &stream);
    Answer digest(const QByteArray &query);
    Answer closedOnes(const QByteArray &query);
    Answer timeline(const std::string &id, const QByteArray &query);

    template <class T>
    void tell(const std::string &stream, const std::string &kind, const T &entity, const OpId &op = {});
    void send(Live &live, const Event &event);
    void push();
    void frame(Live &live, const QString &text);
    void follow(Live &live, const std::string &stream, const StreamPosition &from);

    std::vector<std::unique_ptr<Live>> m_live;
    std::map<QTcpSocket *, QByteArray> m_buffers;
    QTcpServer m_tcp;
    QWebSocketServer m_webSockets;
    quint16 m_port = 0;
    std::set<std::string> m_tokens;
    std::string m_refreshToken, m_graceToken;
    std::map<std::string, Answer> m_answers; ///< by op_id
    int m_number = 0;
    std::int64_t m_ms = 1795000000000;
};

} // namespace foredeck::test
