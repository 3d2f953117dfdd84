#include "server/channels/whatsapp/whatsapppayload.h"

#include "server/channels/signature.h"
#include "server/channels/whatsapp/whatsappchannel.h"
#include "server/channels/whatsapp/whatsappmessage.h"

#include <map>
#include <utility>

namespace foredeck {

namespace {

constexpr std::size_t mostItems = 2000;
constexpr std::size_t longestNumberId = 64;
constexpr std::size_t longestWord = 512; ///< an id is stored with its message, beside a vendor's words for kinds

std::string at(const std::string &path, std::string_view member) { return path + "." + std::string {member}; }
std::string at(const std::string &path, std::string_view member, std::size_t index)
{
    return (path.empty() ? "" : path + ".") + std::string {member} + "[" + std::to_string(index) + "]";
}

/// Walks the body. What does not fit ends it, but for what one item says: those beside it are other people's.
class Reader {
public:
    Result<WhatsAppDelivery> read(JsonValue root)
    {
        if (!root.isObject())
            fail("body", "must be an object");
        else if (root["object"].asString() != "whatsapp_business_account")
            fail("object", "must be whatsapp_business_account");
        else
            each(root, "entry", "", true, [&](JsonValue entry, const std::string &path) { readEntry(entry, path); });
        if (!m_error && m_delivery.items.empty())
            m_error = std::exchange(m_delivery.unread, std::nullopt);
        if (m_error)
            return std::move(*m_error);
        return std::move(m_delivery);
    }

private:
    void fail(const std::string &path, std::string reason)
    {
        if (!m_error)
            m_error = Error::invalid(path, std::move(reason));
    }

    void leaveOut(const std::string &path, std::string reason)
    {
        if (!m_delivery.unread)
            m_delivery.unread = Error::invalid(path, std::move(reason));
    }

    template <class Call>
    void each(JsonValue parent, std::string_view member, const std::string &path, bool required, Call call)
    {
        const auto list = parent[member];
        if (!list.exists() || list.isNull()) {
            if (required)
                fail(path.empty() ? std::string {member} : at(path, member), "is missing");
            return;
        }
        if (!list.isArray())
            return fail(path.empty() ? std::string {member} : at(path, member), "must be a list");
        std::size_t index = 0;
        list.eachElement([&](JsonValue element) {
            const auto where = at(path, member, index++);
            if (!element.isObject())
                fail(where, "must be an object");
            else
                call(element, where);
            return !m_error;
        });
    }

    void readEntry(JsonValue entry, const std::string &path)
    {
        each(entry, "changes", path, true, [&](JsonValue change, const std::string &where) {
            const auto value = change["value"];
            if (!value.isObject())
                return fail(at(where, "value"), "must be an object");
            const auto number = value["metadata"]["phone_number_id"].asString();
            if (!value["metadata"].exists() && change["field"].asString() != "messages")
                return; // about the account, not about anybody's number
            if (!number)
                return fail(at(where, "value.metadata.phone_number_id"), "must be a text");
            if (number->size() > longestNumberId) // it is carried by each item
                return fail(at(where, "value.metadata.phone_number_id"), "is longer than 64 characters");
            m_number = *number;
            readValue(value, at(where, "value"));
        });
    }

    void readValue(JsonValue value, const std::string &path)
    {
        m_contacts.clear();
        each(value, "contacts", path, false, [&](JsonValue contact, const std::string &) {
            m_contacts[std::string {contact["wa_id"].asString().value_or("")}] = cleanLine(contact["profile"]["name"].asString().value_or(""));
        });
        each(value, "messages", path, false, [&](JsonValue message, const std::string &where) { readMessage(message, where); });
        each(value, "statuses", path, false, [&](JsonValue status, const std::string &where) { readStatus(status, where); });
        each(value, "groups", path, false, [&](JsonValue group, const std::string &where) { readGroup(group, where); });
    }

    std::optional<std::string> text(JsonValue parent, std::string_view member, const std::string &path)
    {
        const auto found = parent[member].asString();
        if (found && !found->empty() && found->size() <= longestWord)
            return std::string {*found};
        leaveOut(at(path, member), !found ? "must be a text" : found->empty() ? "is empty" : "is longer than 512 characters");
        return std::nullopt;
    }

    void take(Inbound inbound)
    {
        if (m_delivery.items.size() == mostItems)
            return fail("entry", "has more than 2000 items");
        m_delivery.items.push_back({m_number, std::move(inbound)});
    }

    void readMessage(JsonValue message, const std::string &path)
    {
        const auto id = text(message, "id", path);
        const auto from = text(message, "from", path);
        const auto type = text(message, "type", path);
        if (!id || !from || !type)
            return;
        Inbound inbound;
        inbound.from = cleanLine(*from);
        if (const auto known = m_contacts.find(*from); known != m_contacts.end())
            inbound.name = known->second;
        else if (m_contacts.size() == 1)
            inbound.name = m_contacts.begin()->second; // wa_id may differ from the number
        inbound.sentAt = whatsapp::secondsOf(message["timestamp"]);
        inbound.providerId = *type == "text" ? *id : *id + "#" + *type;
        const auto problem = whatsapp::readContent(message, *type, inbound);
        if (!problem.empty())
            return leaveOut(at(path, problem), "is not as Meta sends it");
        take(std::move(inbound));
    }

    void readStatus(JsonValue status, const std::string &path)
    {
        const auto id = text(status, "id", path);
        const auto state = text(status, "status", path);
        if (!id || !state)
            return;
        Inbound inbound;
        inbound.kind = InboundKind::Status;
        inbound.providerId = "status:" + *id + ":" + *state;
        inbound.replyTo = *id;
        inbound.state = *state;
        inbound.from = cleanLine(status["recipient_id"].asString().value_or(""));
        inbound.sentAt = whatsapp::secondsOf(status["timestamp"]);
        inbound.reference = cleanLine(status["biz_opaque_callback_data"].asString().value_or("")); // another program's, where it is no id of ours
        status["errors"].eachElement([&](JsonValue error) {
            if (const auto code = error["code"].asInteger())
                inbound.code = std::to_string(*code);
            inbound.reason = whatsAppReason(inbound.code); // in our words, as where the sending itself is refused
            if (inbound.reason.empty())
                inbound.reason = cleanLine(error["error_data"]["details"].asString().value_or(error["title"].asString().value_or("")));
            return false;
        });
        take(std::move(inbound));
    }

    void readGroup(JsonValue group, const std::string &path)
    {
        const auto id = text(group, "group_id", path);
        if (!id)
            return;
        Inbound inbound;
        inbound.kind = InboundKind::Notice;
        inbound.providerId = "group:" + *id + ":" + cleanLine(group["request_id"].asString().value_or("")) + ":"
            + cleanLine(group["type"].asString().value_or("")) + ":" + signature::sha256Hex(group.toJson()).substr(0, 16);
        inbound.text = cleanLine("WhatsApp group: " + std::string {group["type"].asString().value_or("changed")});
        inbound.sentAt = whatsapp::secondsOf(group["timestamp"]);
        take(std::move(inbound));
    }

    std::string m_number;
    std::map<std::string, std::string> m_contacts; ///< profile names by wa_id, of the change under way
    WhatsAppDelivery m_delivery;
    std::optional<Error> m_error;
};

} // namespace

Result<WhatsAppDelivery> parseWhatsApp(std::string_view body)
{
    JsonDocument document;
    const auto root = document.parse(body);
    if (root.hasError())
        return root.error();
    return Reader {}.read(root.value());
}

std::string_view wamidOf(std::string_view providerId)
{
    return providerId.substr(0, providerId.find('#'));
}

} // namespace foredeck
