#include "server/app/backend.h"

#include "server/app/vendortester.h"
#include "server/handlers/authhandler.h"
#include "server/handlers/clienthandler.h"
#include "server/handlers/conversationhandler.h"
#include "server/handlers/livehandler.h"
#include "server/handlers/servicehandler.h"
#include "server/handlers/synchandler.h"
#include "server/services/access/directory.h"
#include "server/services/live/loopthread.h"
#include "server/services/upkeep/upkeep.h"
#include "server/services/zones/serverzones.h"
#include "server/storage/inboxrepository.h"
#include "server/storage/jobrepository.h"

#include "version.h"

namespace foredeck {

namespace {

std::chrono::milliseconds ms(std::int64_t count) { return std::chrono::milliseconds {count}; }

/// Who hears of commits, in this order: what rights rest on is renewed before anybody is told.
class Feed final : public EventFeed {
public:
    Feed(Directory &directory, Callers &callers, LiveHub &hub) : m_directory(directory), m_callers(callers), m_hub(hub) { }
    void committed(const std::vector<Event> &events) override
    {
        m_directory.committed(events);
        m_callers.committed(events);
        m_hub.committed(events);
    }

private:
    Directory &m_directory;
    Callers &m_callers;
    LiveHub &m_hub;
};

LiveHub::Config hubConfig(const ServerConfig &config)
{
    LiveHub::Config hub;
    hub.heartbeat = ms(config.heartbeatMs);
    hub.helloTime = ms(config.helloMs);
    hub.lease = ms(config.leaseMs);
    hub.tick = std::min(hub.tick, ms(std::max<std::int64_t>(1, config.heartbeatMs / 4)));
    hub.minConsole = minConsoleVersion;
    return hub;
}

} // namespace

struct Backend::Private {
    Private(Options &&o, std::unique_ptr<SqliteStore> opened, SecretBox secrets, const Clock &c, Log &l)
        : options(std::move(o)), clock(c), log(l), store(std::move(opened)), box(std::move(secrets)),
          tokens({box.tokenKey(), store->serverId(), ms(options.config.accessTokenMs)}, clock), directory(*store),
          callers(tokens, directory, *store, clock), passwords(options.passwordCost), pool(options.config.cpuThreads),
          sessions(*store, clock, tokens, log, {ms(options.config.refreshTokenMs), ms(options.config.refreshGraceMs)}),
          logins(*store, clock, passwords, sessions, log, loginConfig(options.config)), ops(*store, clock, box),
          claims(ms(options.config.leaseMs)), snapshots(*store, {}),
          hub(*store, clock, callers, directory, log, hubConfig(options.config)), live(hub), feed(directory, callers, hub),
          requests(log, metrics), api(router, *store, callers, ops, requests), upkeep(*store, clock, claims, log, upkeepConfig(options.config))
    {
        info = {programVersion, minConsoleVersion, {"live", "sync", "assistant"}, options.config.metricsForAll};
        logins.setEmbeddedToken(options.embeddedToken);
        sessions.onEnded([this](const std::string &session) {
            callers.forget(session);
            hub.sessionEnded(session);
        });
        addRoutes();
        addMetrics();
        http = std::make_unique<HttpServer>(options.config.http(options.address, options.port), router, live);
        store->setFeed(&feed);
    }

    static Logins::Config loginConfig(const ServerConfig &config)
    {
        Logins::Config logins;
        logins.account.tries = config.loginTries;
        logins.account.rest = ms(config.loginRestMs);
        return logins;
    }

    static Upkeep::Config upkeepConfig(const ServerConfig &config)
    {
        Upkeep::Config upkeep;
        upkeep.ops = std::chrono::hours {24} * config.opDays;
        upkeep.events = std::chrono::hours {24} * config.eventDays;
        return upkeep;
    }

    void addRoutes()
    {
        addServiceRoutes(router, *store, clock, metrics, info);
        addAuthRoutes(router, api, logins, sessions, pool, requests);
        addClientRoutes(api, zones);
        addUserRoutes(api, passwords, pool);
        addChannelRoutes(api, box, tester);
        addKnowledgeRoutes(api);
        addLeadRoutes(api);
        addConversationReads(api);
        addConversationActs(api, claims);
        addSyncRoutes(api, snapshots);
    }

    void addMetrics()
    {
        addNumber("foredeck_store_commits_total", "counter", "Commits; each holds one batch of writes.", [this] { return store->counters().commits; });
        addNumber("foredeck_store_writes_total", "counter", "Writes that were committed.", [this] { return store->counters().writes; });
        addNumber("foredeck_store_failed_total", "counter", "Writes that were rolled back.", [this] { return store->counters().failed; });
        addNumber("foredeck_store_waiting", "gauge", "Writes that wait for a commit.", [this] { return store->counters().waiting; });
        addNumber("foredeck_connections", "gauge", "Open connections.", [this] { return http->counters().connections; });
        addNumber("foredeck_sockets", "gauge", "Open WebSockets.", [this] { return http->counters().sockets; });
        addNumber("foredeck_sockets_signed_in", "gauge", "Consoles that follow the log.", [this] { return hub.signedIn(); });
        addNumber("foredeck_refused_total", "counter", "Requests and connections refused by a limit.", [this] { return http->counters().refused; });
        addNumber("foredeck_slow_readers_total", "counter", "Sockets dropped because they read too slowly.", [this] { return http->counters().droppedSlowReaders; });
        addNumber("foredeck_loop_stalls_total", "counter", "Passes of an I/O loop above 20 ms.", [this] { return http->counters().stalls; });
        metrics.add("foredeck_jobs", "gauge", "Jobs by queue and state.", [this] { return jobSamples(); });
        metrics.add("foredeck_inbox_lag_seconds", "gauge", "Age of the oldest message that was accepted and not taken in yet.", [this] { return inboxLag(); });
    }

    template <class F>
    void addNumber(const char *name, const char *type, const char *help, F number)
    {
        metrics.add(name, type, help, [number] { return std::vector<Metrics::Sample> {{"", static_cast<double>(number())}}; });
    }

    std::vector<Metrics::Sample> jobSamples()
    {
        std::vector<Metrics::Sample> samples;
        const auto done = store->read([&](Tx &tx) {
            for (const auto &count : JobRepository::counts(tx))
                samples.push_back({"queue=\"" + count.queue + "\",state=\"" + count.state + "\"", static_cast<double>(count.jobs)});
        });
        return done.hasError() ? std::vector<Metrics::Sample> {} : samples;
    }

    std::vector<Metrics::Sample> inboxLag()
    {
        std::optional<Timestamp> oldest;
        const auto done = store->read([&](Tx &tx) { oldest = InboxRepository::oldest(tx); });
        if (done.hasError())
            return {};
        const std::chrono::duration<double> lag = oldest ? std::max(clock.now() - *oldest, ms(0)) : ms(0);
        return {{"", lag.count()}};
    }

    void stop()
    {
        if (stopped)
            return;
        stopped = true;
        if (sweeper)
            sweeper->stop();
        http->stop(ms(options.config.drainMs));
        hub.stop();
        store->setFeed(nullptr);
    }

    Options options;
    const Clock &clock;
    Log &log;
    std::unique_ptr<SqliteStore> store;
    SecretBox box;
    AccessTokens tokens;
    Directory directory;
    Callers callers;
    Passwords passwords;
    CpuPool pool;
    Sessions sessions;
    Logins logins;
    Ops ops;
    ClaimActs claims;
    Snapshots snapshots;
    ServerZones zones;
    VendorTester tester;
    LiveHub hub;
    LiveHandler live;
    Feed feed;
    Metrics metrics;
    RequestLog requests;
    ServiceInfo info;
    Router router;
    Api api;
    Upkeep upkeep;
    std::unique_ptr<LoopThread> sweeper;
    std::unique_ptr<HttpServer> http;
    bool stopped = false;
};

Backend::Backend(std::unique_ptr<Private> p) : d(std::move(p)) { }

Backend::~Backend() { stop(); }

Result<std::unique_ptr<Backend>> Backend::open(Options options, const Clock &clock, Log &log)
{
    auto box = SecretBox::open(options.key);
    if (box.hasError())
        return box.error();
    SqliteStoreConfig config;
    config.path = options.store;
    config.readers = options.config.readers;
    auto store = SqliteStore::open(std::move(config), clock);
    if (store.hasError())
        return store.error();
    return std::unique_ptr<Backend> {
        new Backend(std::make_unique<Private>(std::move(options), std::move(store).value(), std::move(box).value(), clock, log))};
}

Result<void> Backend::start()
{
    const auto started = d->http->start();
    if (started.hasError())
        return started;
    d->sweeper = std::make_unique<LoopThread>(ms(d->options.config.sweepMs), [this] { d->upkeep.run(); });
    return {};
}

void Backend::stop() { d->stop(); }

std::uint16_t Backend::port() const noexcept { return d->http->port(); }

SqliteStore &Backend::store() noexcept { return *d->store; }

const Router &Backend::router() const noexcept { return d->router; }

} // namespace foredeck
