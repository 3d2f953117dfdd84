#pragma once

#include "models/core/log.h"
#include "models/domain/client.h"
#include "server/channels/channelport.h"
#include "server/services/secret/secretbox.h"
#include "server/storage/store.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foredeck {

/// Which business a webhook belongs to, and with which key it must be signed: all clients' doors in memory, with their
/// keys unsealed, because webhooks are looked up on I/O threads that may not wait for the store. An immutable picture,
/// replaced as a whole.
class Doors {
public:
    struct Door {
        Channel channel;
        std::string secret;
        std::string token;
        std::string verifyToken;
    };
    struct Business {
        Client client;
        std::vector<Door> doors;
        /// The oldest door of a kind; none: nullptr.
        const Door *door(ChannelKind kind) const;
        const Door *door(const ChannelId &id) const;
    };

    void add(Business business);
    const Business *bySlugOrId(std::string_view name) const;
    struct Found {
        const Business *business = nullptr;
        const Door *door = nullptr;
        explicit operator bool() const { return door != nullptr; }
    };
    Found byPhoneNumberId(std::string_view phoneNumberId) const;
    Found byTwilio(std::string_view account, std::string_view number) const;
    Found byId(const ClientId &client, const ChannelId &channel) const;
    /// Whether some WhatsApp door answers Meta's challenge with this token. All are compared, so time tells nothing.
    bool knowsVerifyToken(std::string_view token) const;
    /// Whether some WhatsApp door's app has signed a body that names no number of ours. One of over 64 KiB is not looked at:
    /// anybody may send it, and each app's key would be tried on all of it.
    bool isSignedByWhatsApp(std::string_view rawBody, std::string_view header) const;

private:
    std::vector<std::unique_ptr<Business>> m_businesses;
    std::map<std::string, const Business *, std::less<>> m_byName; ///< slugs and ids
    std::map<std::string, Found, std::less<>> m_byNumberId;
    std::map<std::string, Found, std::less<>> m_byTwilio; ///< account + " " + number
};

/// Keeps Doors up to date. A change of a channel or client makes the picture stale at its commit; the next look then
/// reads it anew, once, before it answers, so that nobody is judged by an old key. Safe from any thread.
class ChannelDirectory {
public:
    /// `publicUrl`: how vendors reach this server, for doors that name no address of their own; may be empty.
    ChannelDirectory(Store &store, const SecretBox &box, Log &log, std::string publicUrl = {})
        : m_store(store), m_box(box), m_log(log), m_publicUrl(std::move(publicUrl)) { }

    /// The picture of now. When it is stale this reads the store, so not from the writer's thread. When it cannot be
    /// read the picture before stays in use; nullptr: there is none yet.
    std::shared_ptr<const Doors> doors();
    /// True when doors() would have to read the store.
    bool isStale() const noexcept { return m_seen.load() != m_changes.load(); }
    /// Events of a commit, on the writer's thread.
    void committed(const std::vector<Event> &events);

private:
    Result<std::shared_ptr<const Doors>> load() const;

    Store &m_store;
    const SecretBox &m_box;
    Log &m_log;
    const std::string m_publicUrl;
    std::mutex m_loading; ///< one reader of the store at a time
    mutable std::mutex m_mutex;
    std::shared_ptr<const Doors> m_doors;
    std::atomic<std::uint64_t> m_changes {1};
    std::atomic<std::uint64_t> m_seen {0};
};

} // namespace foredeck
