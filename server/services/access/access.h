#pragma once

#include "models/core/result.h"
#include "models/domain/client.h"
#include "models/domain/event.h"
#include "models/domain/user.h"

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// What one caller may see and do. Made in one place (loadAccess), from the rows as they are now; every service binds its
/// queries to it, so that nothing crosses tenants. What is absent and what is somebody else's are the same NotFound.
class Access {
public:
    Access() = default; ///< sees nothing
    /// `clients`: all that the user may see, resolved (those of the agency for a role of admin or above without a list).
    Access(User user, std::vector<ClientId> clients);

    const User &user() const noexcept { return m_user; }
    Role role() const noexcept { return m_user.role.value(); }
    const std::vector<ClientId> &clients() const noexcept { return m_clients; }
    Actor actor() const;

    bool sees(const ClientId &client) const noexcept;
    bool may(const ClientId &client, Right right) const noexcept;
    /// NotFound when the client is not the caller's, Forbidden when the role lacks the right.
    Result<void> need(const ClientId &client, Right right) const;
    /// Of the caller's own agency only; the same two errors.
    Result<void> needAgency(const AgencyId &agency, Right right) const;
    /// Whether another person is known to the caller: oneself, a colleague with a client in common, all for an
    /// administrator of the whole agency.
    bool knows(const User &other) const noexcept;
    /// Administers every client of the agency, not only some.
    bool agencyWide() const noexcept;

    /// "agency:<id>", "user:<id>" and "client:<id>" of each client.
    std::vector<std::string> streams() const;
    /// Whether an event of one of these streams is shown: channels and rules to managers and above, people to those who know them,
    /// clients to those who see them.
    bool shows(const Event &event) const;
    /// The epoch of a stream as this caller is told it. It is another one when what shows() hides of the stream is: a cursor
    /// from before the role changed stands for what was shown then, and its console takes a snapshot (contract 4.6).
    std::string epochOf(std::string_view stream, std::string epoch) const;

private:
    bool sharesClient(const std::vector<ClientId> &others) const noexcept;

    User m_user;
    std::vector<ClientId> m_clients; ///< sorted
};

/// The one answer for what is absent and what is foreign.
Error notFound(std::string_view word);

} // namespace foredeck
