#include "fakeserver.h"

#include "net/codec/domaincodec.h"

#include <QCryptographicHash>
#include <QUrlQuery>

#include <algorithm>

/// The rows: what acts do to them, how a test changes them, and what a console is shown of them.
namespace foredeck::test {

std::string FakeServer::idText(int kind, int number)
{
    return QStringLiteral("%1-0000-7000-8000-%2").arg(kind, 8, 16, QLatin1Char {'0'}).arg(number, 12, 10, QLatin1Char {'0'}).toStdString();
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
    lead.id = LeadId {idText(2, n)};
    lead.client = client.id;
    lead.name = name;
    lead.createdAt = lead.updatedAt = fromMs(++m_ms);
    leads[lead.id.value] = lead;
    Conversation c;
    c.id = ConversationId {idText(3, n)};
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
    m.id = MessageId {idText(4, ++m_number)};
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
    m.id = MessageId {idText(4, ++m_number)};
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
