#include "server/channels/site/sitepayload.h"

#include <algorithm>

namespace foredeck {

struct Visitor {
    std::string name;
    std::string email;
    std::string phone;
};

/// The members of all three bodies; each takes what is its own.
struct SiteBody {
    std::string client;
    std::string id;
    std::string name;
    std::string email;
    std::string phone;
    std::string message;
    std::string page;
    std::string session;
    Visitor visitor;
    std::string from;
    std::string to;
    std::optional<Timestamp> at;
};

template <>
struct Fields<Visitor> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("name", x.name);
        v("email", x.email);
        v("phone", x.phone);
    }
};

template <>
struct Fields<SiteBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("client", x.client);
        v("id", x.id);
        v("name", x.name);
        v("email", x.email);
        v("phone", x.phone);
        v("message", x.message);
        v("page", x.page);
        v("session_id", x.session);
        v("visitor", x.visitor);
        v("from", x.from);
        v("to", x.to);
        v("at", x.at);
    }
};

namespace {

constexpr std::size_t longestId = 200;

Result<SiteBody> read(std::string_view text)
{
    auto body = decode<SiteBody>(text);
    if (body.hasError())
        return body;
    if (!isPlainName(body.value().client))
        return Error::invalid("client", "must be a client's slug or id");
    if (body.value().id.size() > longestId || body.value().id.find('\0') != std::string::npos)
        return Error::invalid("id", "must have at most 200 bytes");
    return body;
}

// As it came: two that differ are two. Blanks are none.
std::string idOf(const SiteBody &body)
{
    return trimmed(body.id).empty() ? std::string {} : body.id;
}

SiteMessage messageOf(const SiteBody &body, const Visitor &visitor)
{
    SiteMessage message;
    message.client = body.client;
    message.id = idOf(body);
    message.inbound.name = cleanLine(visitor.name);
    message.inbound.email = cleanLine(visitor.email);
    message.inbound.phone = cleanLine(visitor.phone);
    setText(message.inbound, body.message);
    return message;
}

} // namespace

bool isPlainName(std::string_view text) noexcept
{
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
    });
}

Result<SiteMessage> parseWebForm(std::string_view text)
{
    const auto body = read(text);
    if (body.hasError())
        return body.error();
    const auto &b = body.value();
    if (trimmed(b.message).empty())
        return Error::invalid("message", "is missing");
    auto message = messageOf(b, {b.name, b.email, b.phone});
    if (!b.page.empty())
        message.inbound.refs["page"] = cleanLine(b.page);
    return message;
}

Result<SiteMessage> parseLiveChat(std::string_view text)
{
    const auto body = read(text);
    if (body.hasError())
        return body.error();
    const auto &b = body.value();
    if (!isPlainName(b.session))
        return Error::invalid("session_id", b.session.empty() ? "is missing" : "must be letters, digits and ._:- only");
    if (trimmed(b.message).empty())
        return Error::invalid("message", "is missing");
    auto message = messageOf(b, b.visitor);
    message.inbound.session = b.session;
    return message;
}

Result<SiteMessage> parseMissedCall(std::string_view text)
{
    const auto body = read(text);
    if (body.hasError())
        return body.error();
    const auto &b = body.value();
    SiteMessage message;
    message.client = b.client;
    message.id = idOf(b);
    message.inbound.kind = InboundKind::MissedCall;
    message.inbound.from = cleanLine(b.from);
    message.inbound.to = cleanLine(b.to);
    message.inbound.sentAt = b.at;
    if (message.id.empty())
        return Error::invalid("id", "is missing");
    if (message.inbound.from.empty())
        return Error::invalid("from", "is missing");
    return message;
}

} // namespace foredeck
