#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "net/api/apiclient.h"
#include "net/sync/digest.h"
#include "net/sync/streamstate.h"
#include "net/sync/timelineloader.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <optional>

namespace foredeck {

/// Compares what the cache holds with the server's digest, client after client. What differs twice, with the same words
/// from the server and nothing changed here meanwhile, is fetched again and told as a repair; a difference that an event
/// was still on its way for is none. Lives on the net thread.
class DigestRunner : public QObject {
    Q_OBJECT
public:
    DigestRunner(ApiClient &api, LocalStore &store, TimelineLoader &loader, QObject *parent = nullptr);
    void run(const std::vector<ClientId> &clients);
    void cancel();

Q_SIGNALS:
    void repaired(const foredeck::Repair &repair);

private:
    using Local = std::map<std::string, LocalDigest>;
    struct Look {
        Local local;
        std::vector<RemoteDigest> remote;
    };
    void next();
    void look(const ClientId &client, std::optional<Look> before);
    void compare(const ClientId &client, const Local &local, const std::vector<RemoteDigest> &remote, const std::optional<Look> &before);
    void mend(const std::string &conversation, const LocalDigest &local);

    static constexpr int conversations = 200;
    static constexpr int secondLookMs = 2000;

    ApiClient &m_api;
    LocalStore &m_store;
    TimelineLoader &m_loader;
    std::deque<ClientId> m_clients;
    int m_number = 0;
    QTimer m_secondLook;
    Mailbox m_mailbox;
};

} // namespace foredeck
