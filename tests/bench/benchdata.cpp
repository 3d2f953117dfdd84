#include "tests/bench/benchdata.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace foredeck::bench {

namespace {

constexpr std::int64_t firstMs = 1'760'000'000'000;
constexpr std::int64_t conversationMs = 25'000; ///< a new one so often: a million of them fill ten months
constexpr std::int64_t messageMs = 5'000; ///< a million in one conversation fill two months

constexpr std::array<std::string_view, 24> words {"the", "room", "we", "arrive", "on", "Friday", "could", "breakfast", "and", "late", "you",
    "please", "price", "for", "two", "boat", "leak", "appointment", "señora", "manhã", "Straße", "tomorrow", "thanks", "when"};
constexpr std::array<std::string_view, 12> names {"Elena Duarte", "Marcus Bell", "Priya Raman", "Jonas Lindqvist", "Amira Haddad", "Tomás Ibarra",
    "Wei Zhang", "Nadia Brandt", "Paul Nwosu", "Sofía Reyes", "Karl Meier", "Lucía Ferrer"};

constexpr std::array channels {ChannelKind::WhatsApp, ChannelKind::Sms, ChannelKind::WebForm, ChannelKind::LiveChat};
constexpr std::array temperatures {Temperature::Unscored, Temperature::Cold, Temperature::Warm, Temperature::Hot};

template <class List>
auto nth(const List &list, std::int64_t number) { return list[static_cast<std::size_t>(number) % list.size()]; }

/// A UUIDv7 of a moment, told apart by a kind and two numbers.
std::string idText(std::int64_t ms, int kind, std::int64_t number, std::int64_t position = 0)
{
    return fmt::format("{:08x}-{:04x}-7{:03x}-8{:03x}-{:012x}", ms >> 16, ms & 0xffff, kind, position & 0xfff, number);
}

std::int64_t createdMs(std::int64_t number) { return firstMs + number * conversationMs; }

std::uint64_t mixed(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ull;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebull;
    return x ^ (x >> 31);
}

/// About 90 bytes.
std::string sentence(std::uint64_t seed)
{
    std::string text;
    for (std::uint64_t random = mixed(seed + 1); text.size() < 60 + seed % 60; random = mixed(random))
        text.append(text.empty() ? "" : " ").append(words[random % words.size()]);
    return text;
}

} // namespace

Client client()
{
    Client c;
    c.id = ClientId {idText(firstMs, 1, 1)};
    c.agency = AgencyId {idText(firstMs, 9, 1)};
    c.name = "Casa Marisol";
    c.mark = "CM";
    return c;
}

User user()
{
    User u;
    u.id = UserId {idText(firstMs, 5, 1)};
    u.agency = client().agency;
    u.name = "Nadia Brandt";
    u.email = "nadia@northquay.example";
    u.role = Role::Admin;
    return u;
}

std::string streamName() { return "client:" + client().id.value; }

ConversationId conversationId(std::int64_t number) { return ConversationId {idText(createdMs(number), 3, number)}; }

Lead lead(std::int64_t number)
{
    Lead l;
    l.id = LeadId {idText(createdMs(number), 2, number)};
    l.client = client().id;
    l.name = names[mixed(static_cast<std::uint64_t>(number)) % names.size()];
    l.phones = {{fmt::format("+1305{:07}", number), ""}};
    l.source = nth(channels, number);
    l.temperature = nth(temperatures, number / 4);
    l.createdAt = l.updatedAt = fromMs(createdMs(number));
    return l;
}

Message message(std::int64_t number, std::int64_t position)
{
    Message m;
    m.id = MessageId {idText(createdMs(number) + position * messageMs, 4, number, position)};
    m.client = client().id;
    m.conversation = conversationId(number);
    m.position = position;
    m.role = position % 2 == 1 ? MessageRole::Lead : MessageRole::Ai;
    m.author.kind = position % 2 == 1 ? ActorKind::Lead : ActorKind::Assistant;
    m.channel = nth(channels, number);
    m.text = sentence(static_cast<std::uint64_t>(number * messagesEach + position));
    m.at = fromMs(createdMs(number) + position * messageMs);
    return m;
}

Conversation conversation(std::int64_t number, std::int64_t messages)
{
    const Message last = message(number, messages);
    Conversation c;
    c.id = last.conversation;
    c.client = client().id;
    c.lead = lead(number).id;
    c.channelKind = last.channel;
    c.language = "en";
    if (number % 5 == 0)
        c.labels = {label};
    c.lastPosition = c.lastPublicPosition = messages;
    c.lastMessage = {last.id, last.role, {}, last.text, last.position, DeliveryState::None, last.at};
    c.createdAt = fromMs(createdMs(number));
    c.lastAt = last.at;
    return c;
}

} // namespace foredeck::bench
