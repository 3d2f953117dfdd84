#pragma once

#include "net/sync/syncmachine.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace foredeck::test {

inline constexpr std::int64_t heartbeatMs = 15000;

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
    void perform(DropStream &drop)
    {
        cursors.erase(drop.stream);
        std::erase_if(held, [&](const auto &entry) { return entry.first.starts_with(drop.stream); });
    }
    void perform(CompareDigests &) { }
    void perform(RenewToken &) { }
    void perform(ReloadCursors &) { reloading = true; }
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
        if (faulty && diskFails && chance(30)) {
            machine.applyFailed("disk full", now());
            act();
            return;
        }
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
    void finishReload()
    {
        if (!std::exchange(reloading, false))
            return;
        machine.cursors(cursors, now());
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
        if (reloading && chance(700))
            finishReload();
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
        connected = connecting = reloading = false;
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
    /// The network changed, a person asked, a token was renewed: at any moment.
    void disturb()
    {
        if (chance(500))
            machine.reconnectNow(now());
        else
            machine.setToken("t", fromMs(clockMs + 3600000000), now());
        act();
    }
    /// The cache is begun anew; a batch that was on its way lands in the new one.
    void loseCache()
    {
        cursors.clear();
        held.clear();
        snapshots.clear();
        machine.cacheLost(now());
        const auto late = std::exchange(applying, std::nullopt);
        if (late) {
            for (const Entity &entity : late->entities)
                held[entity.id] = std::max(held[entity.id], entity.version);
            for (const auto &[name, position] : late->cursors)
                cursors[name] = position;
            machine.applied(now());
        }
        act();
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
    bool reloading = false;
    bool faulty = false;
    bool diskFails = false; ///< now and then, while faulty
    int appliedCount = 0;
    int snapshotCount = 0;
    SyncMachine machine;
};

} // namespace foredeck::test
