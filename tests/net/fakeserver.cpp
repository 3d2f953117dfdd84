#include "fakeserver.h"

#include "net/codec/domaincodec.h"

#include <QCoreApplication>
#include <QTimer>

namespace foredeck::test {

namespace {

constexpr int unanswered = -1; ///< the status of an answer that never comes

QString text(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }

} // namespace

FakeServer::FakeServer(quint16 port) : m_webSockets(QStringLiteral("fake"), QWebSocketServer::NonSecureMode)
{
    me.id = UserId {idText(5, 1)};
    me.agency = AgencyId {idText(9, 1)};
    me.name = "Nora";
    me.email = "nora@example.com";
    me.role = Role::Admin;
    client.id = ClientId {idText(1, 1)};
    client.agency = me.agency;
    client.name = "Casa Marisol";
    client.mark = "CM";
    for (const std::string &stream : {streamName(), "user:" + me.id.value, "agency:" + me.agency.value})
        log[stream];
    connect(&m_tcp, &QTcpServer::newConnection, this, &FakeServer::accept);
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, [this] {
        auto live = std::make_unique<Live>();
        live->socket = m_webSockets.nextPendingConnection();
        Live *raw = live.get();
        m_live.push_back(std::move(live));
        connect(raw->socket, &QWebSocket::textMessageReceived, this, [this, raw](const QString &t) { frame(*raw, t); });
        connect(raw->socket, &QWebSocket::disconnected, this, [this, raw] {
            raw->socket->deleteLater();
            std::erase_if(m_live, [raw](const auto &l) { return l.get() == raw; });
        });
    });
    if (!m_tcp.listen(QHostAddress::LocalHost, port))
        qFatal("the fake server cannot listen: %s", qPrintable(m_tcp.errorString()));
    m_port = m_tcp.serverPort();
}

FakeServer::~FakeServer()
{
    for (const auto &live : m_live) {
        live->socket->disconnect(this);
        delete live->socket;
    }
    // Those that went before wait for an event loop that may not come any more.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

bool FakeServer::hearOnly()
{
    const std::size_t before = requests.size();
    for (QDeadlineTimer end {5000}; requests.size() == before && !end.hasExpired();) {
        const auto sockets = m_tcp.findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets) {
            if (requests.size() == before && socket->state() == QAbstractSocket::ConnectedState)
                socket->waitForReadyRead(20); // it may come on any of them
        }
    }
    return requests.size() > before;
}

void FakeServer::goAway()
{
    m_tcp.close();
    cutSockets();
    for (QTcpSocket *socket : m_tcp.findChildren<QTcpSocket *>())
        socket->abort();
}

void FakeServer::comeBack()
{
    // Another program may have taken the port for a moment.
    if (!m_tcp.listen(QHostAddress::LocalHost, m_port))
        QTimer::singleShot(50, this, &FakeServer::comeBack);
}

void FakeServer::cutSockets()
{
    std::vector<QWebSocket *> sockets;
    for (const auto &live : m_live)
        sockets.push_back(live->socket);
    for (QWebSocket *socket : sockets)
        socket->abort();
}

void FakeServer::closeSockets(int code)
{
    std::vector<QWebSocket *> sockets;
    for (const auto &live : m_live)
        sockets.push_back(live->socket);
    for (QWebSocket *socket : sockets)
        socket->close(static_cast<QWebSocketProtocol::CloseCode>(code), QStringLiteral("told to"));
}

void FakeServer::accept()
{
    while (QTcpSocket *socket = m_tcp.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
            m_buffers.erase(socket);
            socket->deleteLater();
        });
    }
}

void FakeServer::read(QTcpSocket *socket)
{
    if (silent)
        return;
    if (!m_buffers.contains(socket) && socket->peek(64).startsWith("GET /api/v1/events")) {
        socket->disconnect(this);
        m_webSockets.handleConnection(socket);
        Q_EMIT socket->readyRead();
        return;
    }
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    for (;;) {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request;
        const QList<QByteArray> lines = buffer.left(end).split('\n');
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        request.method = first.value(0);
        const qsizetype question = first.value(1).indexOf('?');
        request.path = question < 0 ? first.value(1) : first.value(1).left(question);
        request.query = question < 0 ? QByteArray {} : first.value(1).mid(question + 1);
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
        }
        const qsizetype length = request.headers["content-length"].toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        requests.push_back((request.method + ' ' + request.path).toStdString());
        if (request.path.endsWith("/dry-run")) {
            dryRuns.push_back(request.body.toStdString());
            if (dryRun.empty())
                return;
        }
        const Answer answer = handle(request);
        if (answer.status == 0) {
            socket->abort();
            return;
        }
        if (answer.afterMs > 0)
            QTimer::singleShot(answer.afterMs, socket, [this, socket, answer] { respond(socket, answer); });
        else if (answer.status != unanswered)
            respond(socket, answer);
    }
}

void FakeServer::respond(QTcpSocket *socket, const Answer &answer)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\nContent-Length: " + QByteArray::number(static_cast<qint64>(answer.body.size()));
    head += answer.status < 400 ? "\r\nContent-Type: application/json" : "\r\nContent-Type: application/problem+json";
    if (retryAfter > 0)
        head += "\r\nRetry-After: " + QByteArray::number(retryAfter);
    socket->write(head + "\r\n\r\n" + QByteArray::fromStdString(answer.body));
}

FakeServer::Answer FakeServer::session()
{
    const std::string token = "access-" + std::to_string(++m_number);
    m_refreshToken = "refresh-" + std::to_string(m_number);
    m_tokens = {token};
    JsonWriter json;
    json.beginObject();
    FieldWriter w {json};
    w("access_token", token);
    w("expires_in", 900);
    w("refresh_token", m_refreshToken);
    w("user", me);
    w("clients", std::vector<Client> {client});
    json.endObject();
    return {200, json.take()};
}

FakeServer::Answer FakeServer::handle(const Request &request)
{
    const std::string path = request.path.toStdString();
    JsonDocument document;
    const auto parsed = document.parse(request.body.isEmpty() ? std::string_view {"{}"} : std::string_view {request.body.constData(), static_cast<std::size_t>(request.body.size())});
    if (parsed.hasError())
        return {400, R"({"title":"bad"})"};
    const JsonValue body = parsed.value();
    if (path == "/api/v1/meta")
        return {200, R"({"product":"foredeckd","version":"9.9","min_console_version":"0","server_id":")" + serverId + R"(","features":["copilot"]})"};
    if (path == "/api/v1/auth/login") {
        if (busyLogins-- > 0)
            return {503, R"({"title":"Service Unavailable","detail":"no room"})"};
        if (body["embedded_token"].asString() == std::string_view {"one-time"} || body["password"].asString() == std::string_view {"secret"})
            return session();
        return {401, R"({"title":"Unauthorized","detail":"e-mail or password is wrong","tries_left":4})"};
    }
    if (path == "/api/v1/auth/refresh") {
        ++refreshes;
        if (!refreshPage.empty())
            return {refreshPageStatus, refreshPage};
        const auto token = body["refresh_token"].asString();
        if (endSessions || (token != std::string_view {m_refreshToken} && (m_graceToken.empty() || token != std::string_view {m_graceToken})))
            return {401, R"({"detail":"signed out elsewhere"})"};
        const bool isFirst = token == std::string_view {m_refreshToken};
        m_graceToken.clear();
        if (slowRefreshMs > 0) {
            if (isFirst)
                m_graceToken = m_refreshToken;
            refuseTokens = false;
            Answer late = session();
            late.afterMs = slowRefreshMs;
            return late;
        }
        if (lostRefreshes > 0) {
            --lostRefreshes;
            m_graceToken = m_refreshToken;
            session();
            return {unanswered, {}};
        }
        refuseTokens = false;
        return session();
    }
    const QByteArray bearer = request.headers.contains("authorization") ? request.headers.at("authorization").mid(7) : QByteArray {};
    if (refuseTokens || !m_tokens.contains(bearer.toStdString()))
        return {401, R"({"title":"Unauthorized"})"};
    if (path == "/api/v1/auth/logout")
        return {204, {}};
    if (path == "/api/v1/sync/" + client.id.value + "/snapshot")
        return snapshot(streamName());
    if (path.starts_with("/api/v1/sync/users/"))
        return snapshot("user:" + me.id.value);
    if (path.starts_with("/api/v1/sync/agencies/"))
        return snapshot("agency:" + me.agency.value);
    if (path.ends_with("/digest"))
        return digest(request.query);
    const QStringList parts = text(path).split(QLatin1Char {'/'});
    const std::string thing = parts.value(4).toStdString();
    const std::string verb = parts.value(5).toStdString();
    if (request.method == "GET" && parts.value(3) == QLatin1String {"conversations"} && conversations.contains(thing)) {
        if (verb == "timeline")
            return timeline(thing, request.query);
        return {200, R"({"conversation":)" + encode(conversations[thing]) + R"(,"lead":)" + encode(leads[conversations[thing].lead.value]) + "}"};
    }
    if (request.method == "GET" && path == "/api/v1/escalations/client/" + client.id.value)
        return failWith != 0 ? Answer {failWith, R"({"title":"told to fail"})"} : closedOnes(request.query);
    if (request.method == "POST" && path == "/api/v1/rules/client/" + client.id.value + "/dry-run")
        return {dryRunStatus, dryRun};
    if (path == "/api/v1/dashboard/" + client.id.value + "/stats" && !dashboard.empty())
        return {200, dashboard};
    if (request.method != "GET")
        return act(request, thing, verb);
    return {404, R"({"title":"Not found"})"};
}

FakeServer::Answer FakeServer::act(const Request &request, const std::string &target, const std::string &verb)
{
    const std::string key = request.headers.contains("idempotency-key") ? request.headers.at("idempotency-key").toStdString() : std::string {};
    if (key.empty())
        return {400, R"({"title":"an Idempotency-Key is missing"})"};
    if (failWith != 0)
        return {failWith, failBody};
    const auto known = m_answers.find(key);
    if (known != m_answers.end())
        return bodies[key] == request.body.toStdString() ? known->second : Answer {422, R"({"title":"another body"})"};
    const Answer answer = effect(request, target, verb, OpId {key});
    if (answer.status < 300) {
        ++effects[key];
        bodies[key] = request.body.toStdString();
        m_answers[key] = answer;
    }
    push();
    if (loseAnswers > 0) {
        --loseAnswers;
        return {0, {}};
    }
    return answer;
}

} // namespace foredeck::test
