#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/bellrules.h"
#include "models/items/qtzones.h"
#include "models/ports/ephemera.h"

#include <QObject>
#include <QTimeZone>

#include <map>

namespace foredeck {

/// What of the cache's open hand-overs this person is to be told of now. It reads who waits and lets bellStep() decide, when
/// something changed and whenever it is ticked; it shows nothing itself.
class BellModel final : public QObject {
    Q_OBJECT
public:
    BellModel(const LocalStore &store, const Ephemera &ephemera, QObject *parent = nullptr);
    void setSettings(const BellSettings &settings);
    const BellSettings &settings() const { return m_settings; }
    /// The conversation in front of the person; empty when the window has not the focus.
    void setLooksAt(const ConversationId &conversation);
    /// Where the person is: quiet hours are in this zone.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    /// Once a second.
    void tick();
    Hush hush() const;
    BellMoment moment() const;
    /// One that waits, as the cache last told it; null when it does not wait any more.
    const EscalationRow *row(const EscalationId &id) const;
    /// All that wait, whoever is told of them.
    const std::map<EscalationId, EscalationRow> &rows() const { return m_rows; }
    /// On which rung of the ladder this person was called to it; empty: they were not.
    std::string rungOf(const EscalationId &id) const;
    /// This person told the team that they do not want to be disturbed.
    bool isAway() const { return m_away; }
    /// How many wait for anybody, whoever is told of them: what a badge shows.
    int waiting() const { return m_count; }
    bool emergencyWaits() const;
    /// Another window of the same person goes on where this one stood.
    const BellState &state() const { return m_state; }
    void resume(const BellState &state) { m_state = state; }
    /// Another person has come.
    void forget();

Q_SIGNALS:
    void wanted(const foredeck::BellOrders &orders);
    void waitingChanged();

private:
    void reload();
    void decide();
    void end();
    Timestamp now() const;

    const LocalStore &m_store;
    const Ephemera &m_ephemera;
    BellSettings m_settings;
    BellState m_state;
    QTimeZone m_zone = desktopZone();
    ConversationId m_looksAt;
    std::map<EscalationId, EscalationRow> m_rows;
    std::map<EscalationId, CallRow> m_calls; ///< of this person
    bool m_away = false;
    int m_count = 0;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_again = false;
    Mailbox m_mailbox;
};

/// Nobody has seen to it, and it was not put away.
bool stillCalls(const EscalationRow &row, Timestamp now);

} // namespace foredeck
