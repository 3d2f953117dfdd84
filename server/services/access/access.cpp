#include "server/services/access/access.h"

#include "net/codec/domaincodec.h"
#include "server/services/secret/secretbox.h"
#include "server/storage/announce.h"

#include <algorithm>

namespace foredeck {

namespace {

bool startsWith(const std::string &text, std::string_view start) { return text.compare(0, start.size(), start) == 0; }

} // namespace

Access::Access(User user, std::vector<ClientId> clients) : m_user(std::move(user)), m_clients(std::move(clients))
{
    std::sort(m_clients.begin(), m_clients.end());
}

Actor Access::actor() const { return {ActorKind::User, m_user.id, m_user.name}; }

bool Access::sees(const ClientId &client) const noexcept
{
    return mayDo(role(), Right::Read) && std::binary_search(m_clients.begin(), m_clients.end(), client);
}

bool Access::may(const ClientId &client, Right right) const noexcept { return sees(client) && mayDo(role(), right); }

Result<void> Access::need(const ClientId &client, Right right) const
{
    if (!sees(client))
        return notFound("client");
    if (!mayDo(role(), right))
        return Error::of(Error::Kind::Forbidden, "your role does not allow this");
    return {};
}

Result<void> Access::needAgency(const AgencyId &agency, Right right) const
{
    if (agency.empty() || agency != m_user.agency)
        return notFound("agency");
    if (!mayDo(role(), right))
        return Error::of(Error::Kind::Forbidden, "your role does not allow this");
    return {};
}

bool Access::agencyWide() const noexcept { return m_user.clients.empty() && mayDo(role(), Right::Administer); }

bool Access::sharesClient(const std::vector<ClientId> &others) const noexcept
{
    return std::any_of(others.begin(), others.end(), [this](const ClientId &client) { return sees(client); });
}

bool Access::knows(const User &other) const noexcept
{
    if (other.id == m_user.id)
        return true;
    if (other.agency != m_user.agency)
        return false;
    // Somebody who administers the whole agency works for every client of it, so every colleague may know the name.
    const bool everywhere = other.clients.empty() && mayDo(other.role.value(), Right::Administer);
    return agencyWide() || everywhere || sharesClient(other.clients);
}

std::vector<std::string> Access::streams() const
{
    std::vector<std::string> names {agencyStream(m_user.agency), userStream(m_user.id)};
    for (const auto &client : m_clients)
        names.push_back(clientStream(client));
    return names;
}

bool Access::shows(const Event &event) const
{
    if (startsWith(event.stream, "client:"))
        return sees(ClientId {event.stream.substr(7)}) && (mayDo(role(), Right::Manage) || !(startsWith(event.kind, "channel.") || startsWith(event.kind, "rule.")));
    if (startsWith(event.stream, "user:"))
        return event.stream == userStream(m_user.id);
    if (event.stream != agencyStream(m_user.agency))
        return false;
    if (startsWith(event.kind, "client."))
        return sees(ClientId {event.entity});
    if (startsWith(event.kind, "user.")) {
        const auto other = decode<User>(event.data);
        return other.hasValue() && knows(other.value());
    }
    return true;
}

std::string Access::epochOf(std::string_view stream, std::string epoch) const
{
    if (stream.starts_with("client:") && mayDo(role(), Right::Manage))
        epoch += ".manage";
    if (stream == agencyStream(m_user.agency) && !agencyWide()) {
        std::string seen;
        for (const auto &client : m_clients)
            seen += client.value + '\n';
        epoch += '.' + sha256Hex(seen).substr(0, 16);
    }
    return epoch;
}

Error notFound(std::string_view word) { return Error::of(Error::Kind::NotFound, "no such " + std::string {word}); }

} // namespace foredeck
