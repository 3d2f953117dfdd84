#include "fakeserver.h"

#include "net/codec/domaincodec.h"

#include <QCryptographicHash>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>

namespace foredeck::test {

namespace {

std::string id(int kind, int number)
{
    return QStringLiteral("%1-0000-7000-8000-%2").arg(kind, 8, 16, QLatin1Char {'0'}).arg(number, 12, 10, QLatin1Char {'0'}).toStdString();
}

QString text(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }

} // namespace

FakeServer::FakeServer(quint16 port) : m_webSockets(QStringLiteral("fake"), QWebSocketServer::NonSecureMode)
{
    me.id = UserId {id(5, 1)};
    me.agency = AgencyId {id(9, 1)};
    me.name = "Nora";
    me.email = "nora@example.com";
    me.role = Role::Admin;
    client.id = ClientId {id(1, 1)};
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
        if (endSessions || body["refresh_token"].asString() != std::string_view {m_refreshToken})
            return {401, R"({"detail":"signed out elsewhere"})"};
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

FakeServer::Answer FakeServer::effect(const Request &request, const std::string &target, const std::string &verb, const OpId &op)
{
    JsonDocument document;
    const JsonValue body = document.parse({request.body.constData(), static_cast<std::size_t>(request.body.size())}).value();
    if (verb == "assistant") {
        client.assistantOn = body["on"].asBoolean().value_or(true);
        ++client.version;
        tell(streamName(), "client.updated", client, op);
        return {200, encode(client)};
    }
    const auto found = conversations.find(target);
    if (found == conversations.end())
        return {404, R"({"title":"Not found"})"};
    Conversation &c = found->second;
    if (verb == "messages")
        return reply(target, body, op);
    if (verb == "notes") {
        Note note;
        note.id = NoteId {op.value};
        note.client = client.id;
        note.conversation = c.id;
        note.position = ++c.lastPosition;
        note.author = {ActorKind::User, me.id, me.name};
        note.text = std::string {body["text"].asString().value_or(std::string_view {})};
        note.at = fromMs(++m_ms);
        notes[target].push_back(note);
        tell(streamName(), "note.created", note, op);
        return {201, encode(note)};
    }
    if (verb == "read" || verb == "composition")
        return {200, R"({"conversation_id":")" + target + R"(","position":)" + std::to_string(body["position"].asInteger().value_or(0)) + R"(,"version":1})"};
    if (verb == "takeover" || verb == "claim") {
        c.owner = {OwnerKind::User, me.id, me.name};
        c.claim = {me.id, me.name, c.claim.fence + 1, fromMs(m_ms + 90000)};
        c.status = ConversationStatus::Active;
    } else if (verb == "release") {
        c.owner = {OwnerKind::Assistant, {}, {}};
        c.claim.leaseUntil.reset();
    } else if (verb == "end") {
        c.status = ConversationStatus::Ended;
    } else if (verb == "reopen") {
        c.status = ConversationStatus::Active;
    }
    ++c.version;
    tell(streamName(), "conversation.updated", c, op);
    return {200, encode(c)};
}

FakeServer::Answer FakeServer::reply(const std::string &target, JsonValue body, const OpId &op)
{
    Conversation &c = conversations[target];
    const std::int64_t seen = body["seen_position"].asInteger().value_or(0);
    if (body["fence"].asInteger().value_or(0) < c.claim.fence)
        return {409, R"({"title":"Conflict","detail":"somebody else is answering","holder":"Tom"})"};
    if (c.lastPublicPosition > seen && !body["override"].asBoolean().value_or(false) && messages[target].back().role == MessageRole::Lead)
        return {409, R"({"title":"Conflict","detail":"1 newer message","last_public_position":)" + std::to_string(c.lastPublicPosition) + "}"};
    Message m;
    m.id = MessageId {op.value};
    m.client = client.id;
    m.conversation = c.id;
    m.position = c.lastPosition = c.lastPublicPosition = c.lastPosition + 1;
    m.role = MessageRole::Staff;
    m.author = {ActorKind::User, me.id, me.name};
    m.text = std::string {body["text"].asString().value_or(std::string_view {})};
    m.delivery.state = DeliveryState::Held;
    m.op = op;
    m.at = fromMs(++m_ms);
    messages[target].push_back(m);
    c.lastMessage = {m.id, m.role, me.name, m.text, m.position, DeliveryState::Held, m.at};
    c.lastAt = m.at;
    ++c.version;
    tell(streamName(), "message.created", m, op);
    tell(streamName(), "conversation.updated", c, op);
    return {201, encode(m)};
}

ConversationId FakeServer::addConversation(const std::string &name, const std::string &words)
{
    const int n = ++m_number;
    Lead lead;
    lead.id = LeadId {id(2, n)};
    lead.client = client.id;
    lead.name = name;
    lead.createdAt = lead.updatedAt = fromMs(++m_ms);
    leads[lead.id.value] = lead;
    Conversation c;
    c.id = ConversationId {id(3, n)};
    c.client = client.id;
    c.lead = lead.id;
    c.channelKind = ChannelKind::WebForm;
    c.createdAt = c.lastAt = fromMs(m_ms);
    conversations[c.id.value] = c;
    tell(streamName(), "lead.created", lead);
    tell(streamName(), "conversation.created", c);
    customerWrites(c.id, words);
    return c.id;
}

MessageId FakeServer::customerWrites(const ConversationId &conversation, const std::string &words)
{
    Conversation &c = conversations[conversation.value];
    Message m;
    m.id = MessageId {id(4, ++m_number)};
    m.client = client.id;
    m.conversation = c.id;
    m.position = c.lastPosition = c.lastPublicPosition = c.lastPosition + 1;
    m.text = words;
    m.at = fromMs(++m_ms);
    messages[c.id.value].push_back(m);
    c.lastMessage = {m.id, m.role, {}, m.text, m.position, DeliveryState::None, m.at};
    c.lastAt = m.at;
    ++c.version;
    tell(streamName(), "message.created", m);
    tell(streamName(), "conversation.updated", c);
    push();
    return m.id;
}

void FakeServer::changeQuietly(const ConversationId &conversation, const std::string &words)
{
    Conversation &c = conversations[conversation.value];
    Message m;
    m.id = MessageId {id(4, ++m_number)};
    m.client = client.id;
    m.conversation = c.id;
    m.position = c.lastPosition = c.lastPublicPosition = c.lastPosition + 1;
    m.text = words;
    m.at = fromMs(++m_ms);
    messages[c.id.value].push_back(m);
}

FakeServer::Answer FakeServer::snapshot(const std::string &stream)
{
    ++snapshots;
    if (beforeSnapshot)
        beforeSnapshot(stream);
    JsonWriter json;
    json.beginObject();
    FieldWriter w {json};
    w("stream", stream);
    w("epoch", epoch);
    w("start_seq", log[stream].empty() ? std::int64_t {0} : log[stream].back().seq);
    w("total_conversations", static_cast<std::int64_t>(conversations.size()));
    json.key("items");
    json.beginArray();
    const auto item = [&](const char *kind, const auto &value) {
        json.beginObject();
        w("kind", std::string {kind});
        w("version", value.version);
        w("data", value);
        json.endObject();
    };
    if (stream == streamName()) {
        item("client", client);
        for (const auto &[key, c] : conversations) {
            item("lead", leads[c.lead.value]);
            item("conversation", c);
            for (const Message &m : messages[key])
                item("message", m);
            for (const Note &n : notes[key])
                item("note", n);
        }
    } else if (stream.starts_with("agency:")) {
        item("user", me);
    }
    json.endArray();
    json.key("next_cursor");
    json.null();
    json.endObject();
    return {200, json.take()};
}

FakeServer::Answer FakeServer::digest(const QByteArray &query)
{
    const QString asked = QUrlQuery {QString::fromLatin1(query)}.queryItemValue(QStringLiteral("conversations"));
    std::string items;
    for (const QString &part : asked.split(QLatin1Char {','}, Qt::SkipEmptyParts)) {
        const std::string key = part.section(QLatin1Char {'@'}, 0, 0).toStdString();
        const qint64 from = part.section(QLatin1Char {'@'}, 1, 1).toLongLong();
        std::map<std::string, std::int64_t> marks;
        for (const Message &m : messages[key]) {
            if (m.position >= from)
                marks[m.id.value] = m.version;
        }
        for (const Note &n : notes[key]) {
            if (n.position >= from)
                marks[n.id.value] = n.version;
        }
        QByteArray lines;
        for (const auto &[mark, version] : marks)
            lines += QByteArray::fromStdString(mark) + ':' + QByteArray::number(static_cast<qint64>(version)) + '\n';
        items += (items.empty() ? "" : ",") + (R"({"conversation_id":")" + key + R"(","count":)" + std::to_string(marks.size()) + R"(,"sha256":")"
            + QCryptographicHash::hash(lines, QCryptographicHash::Sha256).toHex().toStdString() + "\"}");
    }
    return {200, "{\"items\":[" + items + "]}"};
}

FakeServer::Answer FakeServer::closedOnes(const QByteArray &query)
{
    const QUrlQuery asked {QString::fromUtf8(query)};
    const std::size_t from = asked.queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded).section(QLatin1Char {'/'}, 1).toUInt();
    std::string items;
    for (std::size_t i = from; i < std::min(from + 2, closed.size()); ++i)
        items += (i > from ? "," : "") + encode(closed[i]);
    const std::string next = from + 2 < closed.size() ? R"(,"next_cursor":"at+/)" + std::to_string(from + 2) + "\"" : std::string {};
    return {200, R"({"items":[)" + items + "]" + next + "}"};
}

FakeServer::Answer FakeServer::timeline(const std::string &key, const QByteArray &query)
{
    if (beforeTimeline)
        beforeTimeline();
    const QUrlQuery asked {QString::fromLatin1(query)};
    const qint64 before = asked.hasQueryItem(QStringLiteral("before")) ? asked.queryItemValue(QStringLiteral("before")).toLongLong() : INT64_MAX;
    std::vector<Message> list;
    for (const Message &m : messages[key]) {
        if (m.position < before)
            list.push_back(m);
    }
    std::reverse(list.begin(), list.end());
    const auto limit = static_cast<std::size_t>(asked.queryItemValue(QStringLiteral("limit")).toInt());
    const bool more = list.size() > limit;
    list.resize(std::min(list.size(), limit));
    std::string items;
    for (const Message &m : list)
        items += (items.empty() ? "" : ",") + (R"({"kind":"message","data":)" + encode(m) + "}");
    return {200, "{\"items\":[" + items + "],\"decisions\":[],\"next_cursor\":" + (more ? "\"x\"" : "null") + "}"};
}

template <class T>
void FakeServer::tell(const std::string &stream, const std::string &kind, const T &entity, const OpId &op)
{
    Event event;
    event.stream = stream;
    event.seq = log[stream].empty() ? 1 : log[stream].back().seq + 1;
    event.at = fromMs(m_ms);
    event.kind = kind;
    event.entity = entity.id.value;
    event.version = entity.version;
    event.op = op;
    event.data = encode(entity);
    log[stream].push_back(event);
}

} // namespace foredeck::test
