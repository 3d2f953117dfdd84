#include "fakeserver.h"

#include "net/codec/domaincodec.h"

#include <algorithm>

/// The stream: what follows a socket is told, drops and doubles on demand, and what a console says by its frames.
namespace foredeck::test {

namespace {

QString text(const std::string &s) { return QString::fromStdString(s); }

} // namespace

void FakeServer::push()
{
    for (const auto &live : m_live) {
        for (auto &[stream, through] : live->through) {
            for (const Event &event : log[stream]) {
                if (event.seq > through)
                    send(*live, event);
                through = std::max(through, event.seq);
            }
        }
    }
}

void FakeServer::send(Live &live, const Event &event)
{
    Event sent = event;
    sent.prev = live.last[event.stream];
    live.last[event.stream] = event.seq;
    if (dropEvent && dropEvent(sent))
        return;
    const QString frameText = text(encodeFrame(sent));
    live.socket->sendTextMessage(frameText);
    if (doubleEvent && doubleEvent(sent))
        live.socket->sendTextMessage(frameText);
}

void FakeServer::heartbeat()
{
    for (const auto &live : m_live) {
        HeartbeatFrame beat;
        beat.time = fromMs(m_ms);
        for (const auto &[stream, last] : live->last)
            beat.streams[stream] = {last, live->through[stream]};
        live->socket->sendTextMessage(text(encodeFrame(beat)));
    }
}

void FakeServer::takeRight(const std::string &stream)
{
    for (const auto &live : m_live) {
        live->last.erase(stream);
        live->through.erase(stream);
        live->socket->sendTextMessage(text(encodeFrame(ResetFrame {stream, "scope"})));
    }
}

void FakeServer::frame(Live &live, const QString &received)
{
    const QByteArray bytes = received.toUtf8();
    JsonDocument document;
    const auto root = document.parse({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    const std::string type {frameType(root.value())};
    if (type == "hello") {
        ++hellos;
        const auto hello = decode<HelloFrame>(root.value()).value();
        if (!m_tokens.contains(hello.token))
            return live.socket->close(static_cast<QWebSocketProtocol::CloseCode>(4401), QStringLiteral("the token is over"));
        WelcomeFrame welcome;
        welcome.time = fromMs(m_ms);
        for (const auto &[stream, events] : log)
            welcome.streams[stream] = {epoch, events.empty() ? 0 : events.back().seq, std::max<std::int64_t>(1, lowest[stream])};
        live.socket->sendTextMessage(text(encodeFrame(welcome)));
        for (const auto &[stream, position] : hello.streams)
            follow(live, stream, position);
    } else if (type == "resume") {
        ++resumes;
        const auto resume = decode<ResumeFrame>(root.value()).value();
        for (const auto &[stream, position] : resume.streams)
            follow(live, stream, position);
    } else if (type == "presence") {
        presences.push_back(std::string {root.value()["state"].asString().value_or(std::string_view {})});
        places.push_back(std::string {root.value()["conversation_id"].asString().value_or(std::string_view {})});
    } else if (type == "lease") {
        LeaseFrame lease = decode<LeaseFrame>(root.value()).value();
        leases.push_back(lease);
        lease.leaseUntil = fromMs(m_ms + 90000);
        live.socket->sendTextMessage(text(encodeFrame(lease)));
    }
}

void FakeServer::follow(Live &live, const std::string &stream, const StreamPosition &from)
{
    const std::int64_t head = log[stream].empty() ? 0 : log[stream].back().seq;
    const bool otherEpoch = !from.epoch.empty() && from.epoch != epoch;
    if (otherEpoch || from.since > head || from.since < std::max<std::int64_t>(1, lowest[stream]) - 1) {
        live.last.erase(stream);
        live.through.erase(stream);
        live.socket->sendTextMessage(text(encodeFrame(ResetFrame {stream, otherEpoch || from.since > head ? "epoch" : "retention"})));
        return;
    }
    live.last[stream] = from.since;
    live.through[stream] = from.since;
    push();
}

} // namespace foredeck::test
