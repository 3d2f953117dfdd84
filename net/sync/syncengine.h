#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "net/api/apiclient.h"
#include "net/live/liveconnection.h"
#include "net/sync/digestrunner.h"
#include "net/sync/repairlog.h"
#include "net/sync/snapshotloader.h"
#include "net/sync/syncmachine.h"
#include "net/sync/timelineloader.h"

#include <QObject>
#include <QTimer>

namespace foredeck {

/// Carries out what the SyncMachine asks for: socket, cache, snapshots, digests, timers. Lives on the net thread.
class SyncEngine : public QObject {
    Q_OBJECT
public:
    struct Parts {
        ApiClient &api;
        LiveConnection &live;
        LocalStore &store;
        TimelineLoader &timelines;
        RepairLog &repairs;
    };
    SyncEngine(const Parts &parts, const SyncTimes &times, QObject *parent = nullptr);

    void start(const SyncMachine::Identity &identity, const std::string &token, Timestamp expires);
    void stop();
    void setToken(const std::string &token, Timestamp expires);
    void reconnectNow();
    /// The server has answered otherwise: the next try waits no longer.
    void tryNow();
    bool isUp() const { return m_machine.isUp(); }
    /// See SyncMachine.
    std::map<std::string, std::string> epochs() const { return m_machine.epochs(); }
    /// Kept while the wire is away; ends with its cache or when another person signs in.
    std::optional<Timestamp> completeUpTo() const { return m_machine.completeUpTo(); }
    /// An ephemeral frame; dropped while the wire is down.
    template <class F>
    void tell(const F &frame)
    {
        if (m_machine.isUp())
            m_parts.live.send(encodeFrame(frame));
    }
    const SyncCounters &counters() const { return m_machine.counters(); }

Q_SIGNALS:
    void viewChanged(const foredeck::SyncView &view);
    void up();
    void down();
    void serverTime(qint64 offsetMs);
    void presence(const foredeck::PresenceFrame &frame);
    void lease(const foredeck::LeaseFrame &frame);
    void tokenNeeded();

private:
    void received(const QString &text);
    template <class F>
    void pass(JsonValue frame, void (SyncMachine::*input)(const F &, Timestamp));
    void told(Timestamp serverTime);
    void act();
    void perform(const ConnectSocket &) { m_parts.live.open(m_parts.api.server()); }
    void perform(const CloseSocket &) { m_parts.live.close(); }
    void perform(const SendText &send) { m_parts.live.send(send.text); }
    void perform(const ApplyEvents &apply);
    void perform(const FetchSnapshot &fetch) { m_snapshots.fetch(fetch.stream); }
    void perform(const DropStream &drop);
    void perform(const CompareDigests &) { m_digests.run(m_machine.clients()); }
    void perform(const RenewToken &) { Q_EMIT tokenNeeded(); }
    void perform(const ReloadCursors &);
    void perform(const SettleActs &settle) { m_parts.store.writer().settleAcked(settle.stream, settle.before); }
    void perform(const LogRepair &log) { m_parts.repairs.write(log.repair); }
    void scheduleFlush();
    Timestamp now() const { return m_parts.store.clock().now(); }

    Parts m_parts;
    SyncMachine m_machine;
    SnapshotLoader m_snapshots;
    DigestRunner m_digests;
    JsonDocument m_document;
    QTimer m_tick;
    SyncView m_view;
    bool m_flushing = false;
    bool m_up = false;
    bool m_running = false;
    bool m_acting = false;
    int m_run = 0; ///< answers of a run before are dropped
    Mailbox m_mailbox;
};

} // namespace foredeck
