#include "server/app/backend.h"

#include "server/app/storeconfig.h"
#include "server/handlers/authhandler.h"
#include "server/handlers/clienthandler.h"
#include "server/handlers/conversationhandler.h"
#include "server/handlers/dashboardhandler.h"
#include "server/handlers/escalationhandler.h"
#include "server/handlers/livehandler.h"
#include "server/handlers/macrohandler.h"
#include "server/handlers/rulehandler.h"
#include "server/handlers/servicehandler.h"
#include "server/handlers/shifthandler.h"
#include "server/handlers/synchandler.h"
#include "server/handlers/taskhandler.h"
#include "server/handlers/webhookhandler.h"
#include "server/jobs/background.h"
#include "server/services/access/directory.h"
#include "server/services/live/loopthread.h"
#include "server/services/upkeep/upkeep.h"
#include "server/services/zones/serverzones.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/inboxrepository.h"
#include "server/storage/jobrepository.h"
#include "server/storage/rulerepository.h"

#include "version.h"

namespace foredeck {

namespace {

std::chrono::milliseconds ms(std::int64_t count) { return std::chrono::milliseconds {count}; }

/// Who hears of commits, in this order: what rights rest on is renewed before anybody is told.
class Feed final : public EventFeed {
public:
    Feed(Directory &directory, Callers &callers, Background &background, LiveHub &hub)
        : m_directory(directory), m_callers(callers), m_background(background), m_hub(hub) { }
    void committed(const std::vector<Event> &events) override
    {
        m_directory.committed(events);
        m_callers.committed(events);
        m_background.committed(events);
        m_hub.committed(events);
    }

private:
    Directory &m_directory;
    Callers &m_callers;
    Background &m_background;
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

Background::Config backgroundConfig(const ServerConfig &config, std::string publicUrl)
{
    Background::Config background;
    background.turnWorkers = config.turnWorkers;
    background.sendWorkers = config.sendWorkers;
    background.lease = ms(config.jobLeaseMs);
    background.poll = ms(config.jobPollMs);
    background.vendorConnect = ms(config.vendorConnectMs);
    background.vendorTotal = ms(config.vendorTotalMs);
    background.vendorNetworks = VendorNetworks::of(config.vendorNetworks).valueOr({}); // which fromJson() has read
    background.longestChatPoll = ms(config.chatPollMs);
    background.presenceGrace = ms(config.presenceGraceMs);
    background.publicUrl = std::move(publicUrl);
    return background;
}

} // namespace

struct Backend::Private {
    Private(Options &&o, std::unique_ptr<SqliteStore> opened, SecretBox secrets, const Clock &c, Log &l)
        : options(std::move(o)), clock(c), log(l), store(std::move(opened)), box(std::move(secrets)),
          tokens({box.tokenKey(), store->serverId(), ms(options.config.accessTokenMs)}, clock), directory(*store),
          callers(tokens, directory, *store, clock), passwords(options.passwordCost), pool(options.config.cpuThreads),
          sessions(*store, clock, tokens, log, {ms(options.config.refreshTokenMs), ms(options.config.refreshGraceMs)}),
          logins(*store, clock, passwords, sessions, log, loginConfig(options.config)), ops(*store, clock, box, std::chrono::hours {24} * options.config.opDays),
          claims(ms(options.config.leaseMs)), snapshots(*store, {}),
          background(*store, clock, log, box, zones, backgroundConfig(options.config, options.publicUrl)),
          hub(*store, clock, callers, directory, background.consoles(), log, hubConfig(options.config)), live(hub), feed(directory, callers, background, hub),
          requests(log, metrics), webhooks(background.directory(), background.intake(), background.chats(), clock, log, chatPace(options.config)), api(router, *store, callers, ops, requests), upkeep(*store, clock, claims, log, upkeepConfig(options.config))
    {
        info = {programVersion, minConsoleVersion, {"live", "sync", "assistant"}, options.config.metricsForAll};
        logins.setEmbeddedToken(options.embeddedToken);
        sessions.onEnded([this](const std::string &session) {
            callers.forget(session);
            hub.sessionEnded(session);
        });
        background.tellTyping([this](const PresenceFrame &frame) { hub.announce(frame); });
        addRoutes();
        addMetrics();
        http = std::make_unique<HttpServer>(options.config.http(options.address, options.port), router, live);
        store->setFeed(&feed);
    }

    // Whose gateway stands where nobody has named a network hears it before each message fails.
    Result<void> tellWhichMayNotBeCalled()
    {
        return store->read([this](Tx &tx) {
            for (const auto &client : ClientRepository::all(tx)) {
                for (const auto &channel : ChannelRepository::ofClient(tx, client.id)) {
                    const auto may = channel.baseUrl.empty() ? Result<void> {} : background.tester().mayAsk("base_url", channel.baseUrl);
                    if (may.hasError())
                        log.warning("channel.address_forbidden", {{"client_id", client.id.value}, {"channel_id", channel.id.value}, {"reason", may.error().detail}});
                }
            }
        });
    }

    static Logins::Config loginConfig(const ServerConfig &config)
    {
        Logins::Config logins;
        logins.account.tries = config.loginTries;
        logins.account.rest = ms(config.loginRestMs);
        return logins;
    }

    static ChatThrottle::Config chatPace(const ServerConfig &config)
    {
        return {{config.chatBurst, config.chatPerMinute}, {config.chatAddressBurst, config.chatAddressPerMinute}};
    }

    static Upkeep::Config upkeepConfig(const ServerConfig &config)
    {
        Upkeep::Config upkeep;
        upkeep.ops = std::chrono::hours {24} * config.opDays;
        upkeep.events = std::chrono::hours {24} * config.eventDays;
        upkeep.escalationSilence = ms(config.escalationSilenceMs);
        return upkeep;
    }

    void addRoutes()
    {
        addServiceRoutes(router, *store, clock, metrics, info);
        addAuthRoutes(router, api, logins, sessions, pool, requests);
        addClientRoutes(api, zones);
        addUserRoutes(api, passwords, pool);
        addChannelRoutes(api, box, background.tester());
        addKnowledgeRoutes(api);
        addLeadRoutes(api);
        addConversationReads(api);
        addConversationActs(api, claims);
        addEscalationRoutes(api, escalations, clock, zones);
        addMacroRoutes(api);
        addRuleRoutes(api, dryRuns, clock);
        addDashboardRoutes(api, dashboards);
        addTaskRoutes(api);
        addShiftRoutes(api);
        addSyncRoutes(api, snapshots);
        Router doors;
        webhooks.addTo(doors);
        requests.watchAll(doors, router);
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
        addNumber("foredeck_ingested_total", "counter", "Messages and statuses taken in from the inbox.", [this] { return background.counters().ingested; });
        addNumber("foredeck_poisoned_total", "counter", "Inbox rows that could not be taken in.", [this] { return background.counters().poisoned; });
        addNumber("foredeck_jobs_done_total", "counter", "Jobs that were done.", [this] { return background.counters().jobsDone; });
        addNumber("foredeck_jobs_retried_total", "counter", "Attempts that will be repeated.", [this] { return background.counters().jobsRetried; });
        addNumber("foredeck_jobs_dead_total", "counter", "Jobs given up.", [this] { return background.counters().jobsDead; });
        addNumber("foredeck_rule_firings_total", "counter", "How often rules of clients have called somebody.", [this] { return ruleFirings(); });
        metrics.add("foredeck_jobs", "gauge", "Jobs by queue and state.", [this] { return jobSamples(); });
        metrics.add("foredeck_inbox_lag_seconds", "gauge", "Age of the oldest message that was accepted and not taken in yet.", [this] { return inboxLag(); });
    }

    template <class F>
    void addNumber(const char *name, const char *type, const char *help, F number)
    {
        metrics.add(name, type, help, [number] { return std::vector<Metrics::Sample> {{"", static_cast<double>(number())}}; });
    }

    std::int64_t ruleFirings()
    {
        std::int64_t count = 0;
        static_cast<void>(store->read([&](Tx &tx) { count = RuleRepository::firingCount(tx); }).hasError());
        return count;
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
        background.consoles().freeze();
        // Visitors that wait for an answer are told that there is none, or they would hold the listener.
        background.chats().stop();
        webhooks.stop();
        api.stop();
        http->stop(ms(options.config.drainMs));
        // Sign-ins whose clients have gone, and what intake has yet to be told of its last write, still use what goes next.
        pool.stop();
        static_cast<void>(store->write([](WriteTx &) { }).hasError());
        background.stop();
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
    EscalationActs escalations {claims};
    Snapshots snapshots;
    ServerZones zones;
    RuleDryRuns dryRuns {*store, zones, {}};
    Dashboards dashboards {clock, zones, {}};
    Background background;
    LiveHub hub;
    LiveHandler live;
    Feed feed;
    Metrics metrics;
    RequestLog requests;
    WebhookHandler webhooks;
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
    auto store = SqliteStore::open(storeConfig(options.store, options.config.readers), clock);
    if (store.hasError())
        return store.error();
    return std::unique_ptr<Backend> {
        new Backend(std::make_unique<Private>(std::move(options), std::move(store).value(), std::move(box).value(), clock, log))};
}

Result<void> Backend::start()
{
    if (const auto looked = d->tellWhichMayNotBeCalled(); looked.hasError())
        return looked;
    if (const auto working = d->background.start(); working.hasError())
        return working;
    if (const auto started = d->http->start(); started.hasError())
        return started;
    d->sweeper = std::make_unique<LoopThread>(ms(d->options.config.sweepMs), [this] { d->upkeep.run(); });
    return {};
}

void Backend::stop() { d->stop(); }

std::uint16_t Backend::port() const noexcept { return d->http->port(); }

SqliteStore &Backend::store() noexcept { return *d->store; }

const Router &Backend::router() const noexcept { return d->router; }

} // namespace foredeck
