#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/domain/escalationstats.h"
#include "models/ports/ephemera.h"

#include <QObject>

#include <map>
#include <optional>

namespace foredeck {

/// How many hand-overs there are of each status, and how the team does today with them; over all clients or one. Counted
/// and computed on the reader's thread, never at paint.
class EscalationFigures final : public QObject {
    Q_OBJECT
public:
    EscalationFigures(const LocalStore &store, const Ephemera &ephemera, QObject *parent = nullptr);
    void setClient(const ClientId &client);
    /// When today began where the person is.
    void setDay(Timestamp start);
    std::int64_t count(EscalationStatus status) const;
    /// Nothing until the first answer.
    const std::optional<EscalationStats> &stats() const { return m_stats; }
    bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void changed();

private:
    void reload();

    const LocalStore &m_store;
    const Ephemera &m_ephemera;
    ClientId m_client;
    Timestamp m_day;
    std::map<EscalationStatus, std::int64_t> m_counts;
    std::optional<EscalationStats> m_stats;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_again = false; ///< something changed while it was being read
    Mailbox m_mailbox;
};

} // namespace foredeck
