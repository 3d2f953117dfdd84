#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/domain/dashboard.h"
#include "models/ports/ephemera.h"
#include "models/ports/requests.h"

#include <QObject>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// What a dashboard shows, of one moment.
struct DashboardPicture {
    /// A client in view.
    struct Counted {
        ClientId client;
        std::string name;
        std::string mark;
        std::optional<DashboardStats> stats; ///< as the server told them last, at stats->at; of its lead counts nothing is shown
    };
    std::string zone; ///< on whose clock the days begin
    LeadFigures leads; ///< of the chosen days, after this person's acts
    std::vector<LeadRow> newest; ///< leads, the newest first
    std::vector<Counted> clients; ///< by name
    std::map<ConversationId, std::string> people; ///< what the customers of the slowest answers are called, where the cache holds them
};

/// The figures of a dashboard, over all clients or one. Who came is counted from the cache on the reader's thread, by the rule
/// that the server counts by, and so offline and with what this person did; what only the server can count is asked for while
/// somebody looks, and stands in the cache with its age. Interface thread.
class DashboardFigures final : public QObject {
    Q_OBJECT
public:
    DashboardFigures(const LocalStore &store, const Ephemera &ephemera, Requests &requests, QObject *parent = nullptr);
    /// Follows the cache only while somebody looks; what changed meanwhile is read then.
    void setLive(bool live);
    void setClient(const ClientId &client);
    /// Another person has come: nothing that the one before saw is shown.
    void forget();
    /// The last days, today included; ≥ 1.
    void setDays(int days);
    int days() const { return m_days; }
    /// Where the person is: whose days they are when several clients are in view.
    void setZone(const std::string &zone);
    /// Once a second: days that begin, and what the server should be asked for, one client at a time.
    void tick();
    /// Nothing until the first answer.
    const std::optional<DashboardPicture> &picture() const { return m_picture; }

Q_SIGNALS:
    void changed();
    void readFailed(const QString &why);

private:
    void reload();
    void askServer();
    Timestamp now() const;

    const LocalStore &m_store;
    const Ephemera &m_ephemera;
    Requests &m_requests;
    ClientId m_client;
    int m_days = 7;
    std::string m_zone = "UTC";
    std::optional<DashboardPicture> m_picture;
    std::map<ClientId, Timestamp> m_asked;
    quint64 m_generation = 0; ///< of what was asked for: answers to an older question are dropped
    bool m_live = false;
    bool m_stale = true;
    bool m_reading = false;
    Mailbox m_mailbox;
};

} // namespace foredeck
