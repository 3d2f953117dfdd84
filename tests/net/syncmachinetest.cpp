#include "net/sync/syncmachine.h"

#include <QtTest>

#include <random>
#include <set>

using namespace foredeck;

namespace {

constexpr std::int64_t heartbeatMs = 15000;

/// A log of streams that speaks the frames of contract 4, filtered: a part of its events is hidden from the console.
struct Server {
    struct Entry {
        std::int64_t seq;
        std::string entity;
        std::int64_t version;
        bool hidden;
    };
    struct Follower {
        std::int64_t last = 0;
        std::int64_t through = 0;
        bool on = false;
    };

    std::string epoch = "e1";
    std::map<std::string, std::vector<Entry>> log;
    std::map<std::string, std::int64_t> lowest;
    std::map<std::string, Follower> followers;
    std::map<std::string, std::map<std::string, std::int64_t>> state; ///< visible entities and their versions

    std::int64_t head(const std::string &stream) const
    {
        const auto found = log.find(stream);
        return found == log.end() || found->second.empty() ? 0 : found->second.back().seq;
    }
    void write(const std::string &stream, const std::string &entity, bool hidden)
    {
        auto &entries = log[stream];
        lowest.try_emplace(stream, 1);
        std::int64_t version = 1;
        for (const Entry &e : entries)
            version = std::max(version, e.entity == entity ? e.version + 1 : 1);
        entries.push_back({head(stream) + 1, entity, version, hidden});
        if (!hidden)
            state[stream][entity] = version;
    }
    void forget(const std::string &stream, std::int64_t below) { lowest[stream] = std::max(lowest[stream], below); }
};

/// The console with its machine, a cache that applies after a while, and a wire that errs.
class World {
public:
    explicit World(unsigned seed) : random(seed), machine({}, [this] { return static_cast<double>(random() % 1000) / 1000.0; })
    {
        for (const char *name : {"client:a", "agency:g", "user:u"})
            server.log[name];
        begin();
    }

    bool chance(unsigned perThousand) { return random() % 1000 < perThousand; }
    Timestamp now() const { return fromMs(clockMs); }

    void begin()
    {
        machine.setToken("t", fromMs(clockMs + 3600000000), now());
        machine.start({"1", "d", "user:u"}, cursors, now());
        act();
    }

    /// Carries out what the machine asks for.
    void act()
    {
        for (SyncAction &action : machine.takeActions())
            std::visit([this](auto &a) { perform(a); }, action);
    }
    void perform(ConnectSocket &)
    {
        connecting = true;
        connected = false;
        down.clear();
    }
    void perform(CloseSocket &)
    {
        connected = connecting = false;
        down.clear();
        server.followers.clear();
    }
    void perform(SendText &send)
    {
        JsonDocument document;
        const auto frame = document.parse(send.text);
        const std::string type {frameType(frame.value())};
        if (type == "hello") {
            const auto hello = decode<HelloFrame>(frame.value()).value();
            WelcomeFrame welcome;
            welcome.time = now();
            for (const auto &[name, entries] : server.log)
                welcome.streams[name] = {server.epoch, server.head(name), std::max<std::int64_t>(1, server.lowest[name])};
            down.push_back([this, welcome] { machine.welcome(welcome, now()); });
            for (const auto &[name, position] : hello.streams)
                follow(name, position);
        } else if (type == "resume") {
            const auto resume = decode<ResumeFrame>(frame.value()).value();
            for (const auto &[name, position] : resume.streams)
                follow(name, position);
        }
    }
    void perform(ApplyEvents &apply)
    {
        applying = std::move(apply.batch);
    }
    void perform(FetchSnapshot &fetch) { snapshots.insert(fetch.stream); }
    void perform(DropStream &) { }
    void perform(CompareDigests &) { }
    void perform(RefreshToken &) { }
    void perform(ReloadCursors &) { machine.cursors(cursors, now()); }
    void perform(SettleActs &) { }
    void perform(LogRepair &log) { repairs.push_back(log.repair); }

    void follow(const std::string &name, const StreamPosition &position)
    {
        const std::int64_t lowest = std::max<std::int64_t>(1, server.lowest[name]);
        if ((!position.epoch.empty() && position.epoch != server.epoch) || position.since > server.head(name)) {
            server.followers[name].on = false;
            down.push_back([this, name] { machine.reset({name, "epoch"}, now()); });
        } else if (position.since < lowest - 1) {
            server.followers[name].on = false;
            down.push_back([this, name] { machine.reset({name, "retention"}, now()); });
        } else {
            server.followers[name] = {position.since, position.since, true};
            push();
        }
    }
    /// What followers have not got yet goes onto the wire, with the faults of the wire.
    void push()
    {
        for (auto &[name, follower] : server.followers) {
            if (!follower.on)
                continue;
            for (const Server::Entry &entry : server.log[name]) {
                if (entry.seq <= follower.through)
                    continue;
                follower.through = entry.seq;
                if (entry.hidden)
                    continue;
                Event event;
                event.stream = name;
                event.seq = entry.seq;
                event.prev = follower.last;
                event.at = now();
                event.kind = "lead.updated";
                event.entity = entry.entity;
                event.version = entry.version;
                event.data = "{}";
                follower.last = entry.seq;
                wire(event);
            }
        }
    }
    void wire(const Event &event)
    {
        const auto arrive = [this, event] { machine.event(event, now()); };
        if (faulty && chance(30)) {
            lostSeqs.emplace_back(event.stream, event.seq);
            return;
        }
        down.push_back(arrive);
        if (faulty && chance(20))
            down.push_back(arrive);
        if (faulty && down.size() > 1 && chance(20))
            std::swap(down[down.size() - 1], down[down.size() - 2]);
    }
    void heartbeat()
    {
        HeartbeatFrame frame;
        frame.time = now();
        for (const auto &[name, follower] : server.followers) {
            if (follower.on)
                frame.streams[name] = {follower.last, follower.through};
        }
        down.push_back([this, frame] { machine.heartbeat(frame, now()); });
    }
    void deliver(std::size_t most)
    {
        for (; most > 0 && !down.empty() && connected; --most) {
            const auto frame = std::move(down.front());
            down.pop_front();
            frame();
            act();
        }
        machine.flush();
        act();
    }
    /// The cache takes a batch: cursors may only rise within an epoch, every event once.
    void finishApply()
    {
        if (!applying)
            return;
        Batch batch = std::move(*applying);
        applying.reset();
        for (const Entity &entity : batch.entities) {
            auto &version = held[entity.id];
            if (entity.version > version)
                version = entity.version;
            ++appliedCount;
        }
        for (const auto &[name, position] : batch.cursors)
            cursors[name] = position;
        machine.applied(now());
        act();
    }
    void finishSnapshot()
    {
        if (snapshots.empty())
            return;
        const std::string name = *snapshots.begin();
        snapshots.erase(name);
        if (faulty && chance(200)) {
            machine.snapshotFailed(name, now());
            act();
            return;
        }
        for (const auto &[entity, version] : server.state[name])
            held[entity] = std::max(held[entity], version);
        const StreamPosition position {server.epoch, server.head(name)};
        cursors[name] = position;
        ++snapshotCount;
        machine.snapshotDone(name, position, now());
        act();
    }
    void step(std::int64_t ms)
    {
        clockMs += ms;
        if (clockMs >= nextBeat) {
            nextBeat = clockMs + heartbeatMs;
            if (connected)
                heartbeat();
        }
        if (connecting) {
            connecting = false;
            if (faulty && chance(100)) {
                machine.socketClosed(1006, "refused", now());
            } else {
                connected = true;
                server.followers.clear();
                machine.socketOpened(now());
            }
            act();
        }
        deliver(1 + random() % 40);
        if (chance(700))
            finishApply();
        if (chance(300))
            finishSnapshot();
        machine.tick(now());
        act();
    }
    void cut()
    {
        if (!connected)
            return;
        connected = false;
        down.clear();
        server.followers.clear();
        machine.socketClosed(1006, "cut", now());
        act();
    }
    void crash()
    {
        connected = connecting = false;
        down.clear();
        server.followers.clear();
        applying.reset();
        snapshots.clear();
        machine.stop();
        machine.takeActions();
        begin();
    }
    bool settled() const
    {
        for (const auto &[name, entities] : server.state) {
            for (const auto &[entity, version] : entities) {
                const auto found = held.find(entity);
                if (found == held.end() || found->second != version)
                    return false;
            }
        }
        return true;
    }
    /// Without faults, until all is well.
    bool heal(int beats)
    {
        faulty = false;
        for (int i = 0; i < beats * 15; ++i) {
            step(1000);
            if (settled() && machine.view().phase == SyncView::Phase::Live)
                return true;
        }
        return false;
    }

    std::minstd_rand random;
    Server server;
    std::map<std::string, StreamPosition> cursors;
    std::map<std::string, std::int64_t> held;
    std::deque<std::function<void()>> down;
    std::optional<Batch> applying;
    std::set<std::string> snapshots;
    std::vector<Repair> repairs;
    std::vector<std::pair<std::string, std::int64_t>> lostSeqs;
    std::int64_t clockMs = 1000000000;
    std::int64_t nextBeat = 1000000000 + heartbeatMs;
    bool connected = false;
    bool connecting = false;
    bool faulty = false;
    int appliedCount = 0;
    int snapshotCount = 0;
    SyncMachine machine;
};

QByteArray told(unsigned seed, const World &world)
{
    const SyncView view = world.machine.view();
    return QStringLiteral("seed %1 phase %2 settled %3").arg(seed).arg(static_cast<int>(view.phase)).arg(world.settled()).toUtf8();
}

} // namespace

class SyncMachineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aQuietServerIsLiveAtOnce()
    {
        World w {1};
        for (int i = 0; i < 5; ++i)
            w.step(100);
        QCOMPARE(w.machine.view().phase, SyncView::Phase::Live);
        QVERIFY(w.machine.view().completeUpTo.has_value());
        QCOMPARE(w.machine.counters().snapshots, 0);
    }

    void aShortWholeLogIsReadFromItsBeginningALongOneIsFetched()
    {
        World shortLog {1};
        for (int i = 0; i < 100; ++i)
            shortLog.server.write("client:a", "x" + std::to_string(i), false);
        QVERIFY(shortLog.heal(3));
        QCOMPARE(shortLog.snapshotCount, 0);
        World cutLog {1};
        for (int i = 0; i < 100; ++i)
            cutLog.server.write("client:a", "x" + std::to_string(i), false);
        cutLog.server.forget("client:a", 50);
        QVERIFY(cutLog.heal(3));
        QCOMPARE(cutLog.snapshotCount, 1);
        QCOMPARE(cutLog.repairs.front().kind, std::string {"initial"});
    }

    void aDroppedEventIsRepairedByResumeOnTheSameSocket()
    {
        World w {1};
        QVERIFY(w.heal(2));
        const auto reconnects = w.machine.counters().reconnects;
        w.server.write("client:a", "one", false);
        w.push();
        w.down.clear();
        w.server.write("client:a", "two", false);
        w.push();
        for (int i = 0; i < 8; ++i)
            w.step(100);
        QVERIFY(w.settled());
        QCOMPARE(w.repairs.size(), 1u);
        QCOMPARE(w.repairs[0].kind, std::string {"gap"});
        QCOMPARE(w.repairs[0].from, 0);
        QCOMPARE(w.repairs[0].to, 2);
        QCOMPARE(w.machine.counters().reconnects, reconnects);
    }

    void aLostLastEventShowsAtTheHeartbeat()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.server.write("client:a", "one", false);
        w.push();
        w.down.clear();
        w.step(100);
        QVERIFY(!w.settled());
        QVERIFY(w.heal(2));
        QCOMPARE(w.repairs.back().kind, std::string {"tail"});
        QCOMPARE(w.repairs.back().to, 1);
    }

    void hiddenEventsMakeNoGap()
    {
        World w {1};
        QVERIFY(w.heal(2));
        for (int i = 0; i < 20; ++i) {
            w.server.write("client:a", "v" + std::to_string(i), i % 3 != 0);
            w.push();
            w.step(50);
        }
        for (int i = 0; i < 32; ++i)
            w.step(1000);
        QVERIFY(w.settled());
        QVERIFY(w.repairs.empty());
        QCOMPARE(w.cursors.at("client:a").since, 20);
    }

    void threeTriesWithoutProgressBecomeASnapshot()
    {
        World w {1};
        QVERIFY(w.heal(2));
        int resumes = 0;
        int snapshots = 0;
        for (int i = 0; i < 4; ++i) {
            w.machine.heartbeat({w.now(), {{"client:a", {7, 7}}}}, w.now());
            for (const SyncAction &action : w.machine.takeActions()) {
                resumes += std::holds_alternative<SendText>(action) ? 1 : 0;
                snapshots += std::holds_alternative<FetchSnapshot>(action) ? 1 : 0;
            }
            QCOMPARE(w.machine.view().phase, i < 3 ? SyncView::Phase::Gap : SyncView::Phase::CatchingUp);
        }
        QCOMPARE(resumes, 3);
        QCOMPARE(snapshots, 1);
    }

    void anotherEpochAndAForgottenPastAreFetchedAnew()
    {
        World w {1};
        for (int i = 0; i < 30; ++i)
            w.server.write("client:a", "x" + std::to_string(i), false);
        QVERIFY(w.heal(3));
        w.cut();
        w.server.epoch = "e2";
        QVERIFY(w.heal(6));
        QCOMPARE(w.cursors.at("client:a").epoch, std::string {"e2"});
        w.cut();
        for (int i = 0; i < 30; ++i)
            w.server.write("client:a", "y" + std::to_string(i), false);
        w.server.forget("client:a", 55);
        QVERIFY(w.heal(6));
        QCOMPARE(w.repairs.back().kind, std::string {"retention"});
    }

    void silenceReconnectsWithFullJitterUpToAMinute()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.connected = false; // frames stop, nobody says so
        w.clockMs += 41000;
        w.machine.tick(w.now());
        QCOMPARE(w.machine.view().phase, SyncView::Phase::Reconnecting);
        std::int64_t longest = 0;
        for (int i = 0; i < 300; ++i) {
            w.machine.takeActions();
            const SyncView view = w.machine.view();
            if (view.retryAt) {
                longest = std::max(longest, toMs(*view.retryAt) - w.clockMs);
                w.clockMs = toMs(*view.retryAt);
            }
            w.machine.tick(w.now());
            w.machine.socketClosed(1006, "refused", w.now());
        }
        QVERIFY(longest > 30000 && longest <= 60000);
        QCOMPARE(w.machine.view().phase, SyncView::Phase::Offline);
        QVERIFY(w.machine.view().since.has_value());
    }

    void anExpiredTokenIsRefreshedBeforeReconnecting()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.machine.socketClosed(4401, "over", w.now());
        auto actions = w.machine.takeActions();
        QCOMPARE(actions.size(), 1u);
        QVERIFY(std::holds_alternative<RefreshToken>(actions[0]));
        w.machine.tick(fromMs(w.clockMs + 100000));
        QVERIFY(w.machine.takeActions().empty());
        w.machine.setToken("t2", fromMs(w.clockMs + 900000), w.now());
        actions = w.machine.takeActions();
        QVERIFY(std::holds_alternative<ConnectSocket>(actions.at(0)));
        w.machine.socketOpened(w.now());
        w.machine.welcome({}, w.now());
        w.machine.takeActions();
        w.machine.tick(fromMs(w.clockMs + 900000 - 59000));
        actions = w.machine.takeActions();
        QVERIFY(std::any_of(actions.begin(), actions.end(), [](const SyncAction &a) { return std::holds_alternative<RefreshToken>(a); }));
    }

    void aConsoleThatIsTooOldStops()
    {
        World w {1};
        w.machine.socketClosed(4426, "update", w.now());
        QCOMPARE(w.machine.view().phase, SyncView::Phase::TooOld);
        w.machine.takeActions();
        w.machine.reconnectNow(w.now());
        w.machine.tick(fromMs(w.clockMs + 10000000));
        QVERIFY(w.machine.takeActions().empty());
    }

    void aDiskThatRefusesStopsTheStreamUntilItWorksAgain()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.server.write("client:a", "one", false);
        w.push();
        w.deliver(10);
        QVERIFY(w.applying.has_value());
        w.applying.reset();
        w.machine.applyFailed("disk full", w.now());
        w.act();
        QCOMPARE(w.machine.view().phase, SyncView::Phase::CannotSave);
        QVERIFY(w.heal(3));
    }

    void rightsLostDropTheStreamAfterWhatWasReceivedOfIt()
    {
        World w {1};
        QVERIFY(w.heal(2));
        w.server.write("client:a", "one", false);
        w.push();
        w.deliver(10);
        QVERIFY(w.applying.has_value());
        w.machine.reset({"client:a", "scope"}, w.now());
        QVERIFY(w.machine.takeActions().empty());
        w.machine.applied(w.now());
        const auto actions = w.machine.takeActions();
        QVERIFY(std::any_of(actions.begin(), actions.end(), [](const SyncAction &a) { return std::holds_alternative<DropStream>(a); }));
        QVERIFY(w.machine.clients().empty());
    }

    /// Thousands of seeded runs with drops, doubles, swaps, lost last events, cuts, crashes, failing snapshots, a forgotten
    /// past and a new epoch: in the end the cache holds what the server holds.
    void everySeedConverges()
    {
        std::int64_t repairs = 0;
        for (unsigned seed = 1; seed <= 4000; ++seed) {
            World w {seed};
            w.faulty = true;
            const std::vector<std::string> streams {"client:a", "agency:g", "user:u"};
            for (int i = 0; i < 120; ++i) {
                const std::string &stream = streams[w.random() % 3];
                if (w.chance(600)) {
                    w.server.write(stream, stream + std::to_string(w.random() % 25), w.chance(150));
                    w.push();
                }
                if (w.chance(8))
                    w.cut();
                if (w.chance(5))
                    w.crash();
                if (w.chance(3))
                    w.server.forget(stream, w.server.head(stream) / 2);
                if (w.chance(1)) {
                    w.cut();
                    w.server.epoch += "x";
                }
                w.step(static_cast<std::int64_t>(w.random() % 4000));
            }
            QVERIFY2(w.heal(12), told(seed, w));
            for (const auto &[name, position] : w.cursors)
                QVERIFY2(position.since <= w.server.head(name), told(seed, w));
            repairs += static_cast<std::int64_t>(w.repairs.size());
        }
        QVERIFY(repairs > 4000);
    }

    /// Only drops and swaps, no cuts: each lost event lies in a repair that was logged, by resume, without a snapshot.
    void everyLostEventIsInALoggedRepair()
    {
        for (unsigned seed = 1; seed <= 300; ++seed) {
            World w {seed};
            QVERIFY(w.heal(2));
            w.faulty = true;
            for (int i = 0; i < 200; ++i) {
                w.server.write("client:a", "k" + std::to_string(w.random() % 40), false);
                w.push();
                w.deliver(40);
                w.finishApply();
                w.clockMs += 200;
                if (i % 60 == 59) {
                    w.heartbeat();
                    w.deliver(40);
                }
            }
            QVERIFY2(w.heal(12), told(seed, w));
            for (const auto &[stream, seq] : w.lostSeqs) {
                const bool logged = std::any_of(w.repairs.begin(), w.repairs.end(),
                    [&, lost = seq, name = stream](const Repair &r) { return r.stream == name && r.from < lost && lost <= r.to; });
                QString all;
                for (const Repair &r : w.repairs)
                    all += QStringLiteral(" %1(%2,%3]%4").arg(QString::fromStdString(r.kind)).arg(r.from).arg(r.to).arg(r.tries);
                QVERIFY2(logged, qPrintable(QStringLiteral("seed %1 seq %2 of%3").arg(seed).arg(seq).arg(all)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(SyncMachineTest)
#include "syncmachinetest.moc"
