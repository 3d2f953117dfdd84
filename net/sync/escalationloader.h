#pragma once

#include "models/cache/mailbox.h"
#include "models/cache/storewriter.h"
#include "models/domain/escalation.h"
#include "net/api/apiclient.h"

#include <QObject>

#include <map>

namespace foredeck {

/// Fetches closed hand-overs into the cache, page by page from the newest. Lives on the net thread.
class EscalationLoader : public QObject {
    Q_OBJECT
public:
    static constexpr int pageEntries = 100;

    EscalationLoader(ApiClient &api, StoreWriter &writer, QObject *parent = nullptr);
    /// The newest page, or (`further`) the one after the last. Nothing happens while one is under way or when there are no
    /// more; one that failed is asked for again by the next call.
    void fetch(const ClientId &client, EscalationStatus status, bool further);
    /// Another session, another server.
    void forget();

Q_SIGNALS:
    void fetched(const foredeck::ClientId &client, foredeck::EscalationStatus status, bool more);

private:
    using Key = std::pair<ClientId, EscalationStatus>;
    struct Place {
        std::string cursor;
        bool running = false;
        bool atEnd = false;
    };
    void take(const Key &key, const ApiResponse &response);

    ApiClient &m_api;
    StoreWriter &m_writer;
    std::map<Key, Place> m_places;
    int m_run = 0; ///< answers of a run before are dropped
    Mailbox m_mailbox;
};

} // namespace foredeck
