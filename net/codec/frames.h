#pragma once

/// The frames of GET /api/v1/events in both directions (contract 4, server/api/events.md). Times are RFC 3339.

#include "models/domain/event.h"
#include "net/codec/domaincodec.h"

#include <map>
#include <string>
#include <vector>

namespace foredeck {

/// Where a reader stands on one stream.
struct StreamPosition {
    std::string epoch;
    std::int64_t since = 0;
    friend bool operator==(const StreamPosition &, const StreamPosition &) = default;
};

/// console → server, first.
struct HelloFrame {
    int proto = 1;
    std::string console; ///< version
    std::string device;
    std::string token;
    std::map<std::string, StreamPosition> streams;
};

struct StreamHead {
    std::string epoch;
    std::int64_t head = 0;
    std::int64_t lowest = 1;
};

/// server → console, the answer to hello.
struct WelcomeFrame {
    int heartbeatSeconds = 15;
    Timestamp time;
    std::map<std::string, StreamHead> streams;
};

/// server → console: this stream cannot be resumed; fetch a snapshot.
struct ResetFrame {
    std::string stream;
    std::string reason; ///< epoch | retention | scope
};

/// console → server: send again what came after these positions.
struct ResumeFrame {
    std::map<std::string, StreamPosition> streams;
};

struct HeartbeatMark {
    std::int64_t last = 0; ///< the last seq sent here
    std::int64_t through = 0; ///< everything visible up to here was sent
};
struct HeartbeatFrame {
    Timestamp time;
    std::map<std::string, HeartbeatMark> streams;
};

/// console → server before the token ends.
struct AuthFrame {
    std::string token;
};

/// Both ways. Up: what this console does. Down: what somebody else does. Never stored.
struct PresenceFrame {
    UserId user;
    std::string name;
    ClientId client;
    ConversationId conversation; ///< empty: the person as a whole (online, away)
    std::string state; ///< viewing | typing | online | away | gone
    bool available = true; ///< down: as the person has set it (models/domain/user.h)
    bool doNotDisturb = false; ///< the same
};

/// Up: renew the lease of a claim. Down: the renewed lease; `lost` when the claim is not the caller's any more; neither when the lease
/// ran out and nobody has claimed since.
struct LeaseFrame {
    ConversationId conversation;
    std::int64_t fence = 0;
    std::optional<Timestamp> leaseUntil;
    bool lost = false;
};

/// The type of a frame without reading the rest; empty when there is none.
std::string_view frameType(JsonValue frame);

template <class F>
struct FrameName;
template <> struct FrameName<HelloFrame> { static constexpr std::string_view value = "hello"; };
template <> struct FrameName<WelcomeFrame> { static constexpr std::string_view value = "welcome"; };
template <> struct FrameName<ResetFrame> { static constexpr std::string_view value = "reset"; };
template <> struct FrameName<ResumeFrame> { static constexpr std::string_view value = "resume"; };
template <> struct FrameName<HeartbeatFrame> { static constexpr std::string_view value = "heartbeat"; };
template <> struct FrameName<AuthFrame> { static constexpr std::string_view value = "auth"; };
template <> struct FrameName<PresenceFrame> { static constexpr std::string_view value = "presence"; };
template <> struct FrameName<LeaseFrame> { static constexpr std::string_view value = "lease"; };
template <> struct FrameName<Event> { static constexpr std::string_view value = "event"; };

/// {"type":"<name>", …fields}
template <class F>
std::string encodeFrame(const F &frame)
{
    JsonWriter json;
    json.beginObject();
    json.key("type");
    json.string(FrameName<F>::value);
    FieldWriter writer {json};
    Fields<F>::visit(writer, frame);
    json.endObject();
    return json.take();
}

template <>
struct Fields<StreamPosition> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("epoch", x.epoch);
        v("since", x.since);
    }
};
template <>
struct Fields<HelloFrame> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("proto", x.proto);
        v("console", x.console);
        v("device", x.device);
        v.required("token", x.token);
        v("streams", x.streams);
    }
};
template <>
struct Fields<StreamHead> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("epoch", x.epoch);
        v("head", x.head);
        v("lowest", x.lowest);
    }
};
template <>
struct Fields<WelcomeFrame> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("heartbeat_s", x.heartbeatSeconds);
        v("time", x.time);
        v("streams", x.streams);
    }
};
template <>
struct Fields<ResetFrame> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("stream", x.stream);
        v("reason", x.reason);
    }
};
template <>
struct Fields<ResumeFrame> {
    template <class V, class T>
    static void visit(V &v, T &x) { v.required("streams", x.streams); }
};
template <>
struct Fields<HeartbeatMark> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("last", x.last);
        v("through", x.through);
    }
};
template <>
struct Fields<HeartbeatFrame> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("time", x.time);
        v("streams", x.streams);
    }
};
template <>
struct Fields<AuthFrame> {
    template <class V, class T>
    static void visit(V &v, T &x) { v.required("token", x.token); }
};
template <>
struct Fields<PresenceFrame> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("user_id", x.user);
        v("name", x.name);
        v("client_id", x.client);
        v("conversation_id", x.conversation);
        v.required("state", x.state);
        v("available", x.available);
        v("do_not_disturb", x.doNotDisturb);
    }
};
template <>
struct Fields<LeaseFrame> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("conversation_id", x.conversation);
        v("fence", x.fence);
        v("lease_until", x.leaseUntil);
        v("lost", x.lost);
    }
};
template <>
struct Fields<Event> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("stream", x.stream);
        v.required("seq", x.seq);
        v("prev", x.prev);
        v("at", x.at);
        v.required("kind", x.kind);
        v("entity_id", x.entity);
        v("version", x.version);
        v("op_id", x.op);
        v("actor", x.actor);
        v.raw("data", x.data);
    }
};

} // namespace foredeck
