#include "server/jobs/background.h"

#include "server/channels/twilio/twiliochannel.h"
#include "server/channels/whatsapp/whatsappchannel.h"
#include "server/jobs/alerttextjob.h"
#include "server/jobs/ingestloop.h"
#include "server/jobs/jobrunner.h"
#include "server/jobs/ladderjob.h"
#include "server/jobs/quietjob.h"
#include "server/jobs/resumejob.h"
#include "server/jobs/rulejob.h"
#include "server/jobs/sendjob.h"
#include "server/jobs/taskjob.h"
#include "server/jobs/turnjob.h"
#include "server/jobs/vendortester.h"
#include "server/jobs/wakejob.h"
#include "server/services/escalation/escalationwriter.h"
#include "server/services/op/queues.h"

#include <algorithm>
#include <atomic>

namespace foredeck {

namespace {

int allButOne(int workers) { return std::max(1, workers - 1); }

// Where vendors are asked, who may hang: no business, and nothing that has failed before, takes the last worker from the others.
JobBounds atVendors(const Background::Config &config, int perChannel = JobBounds {}.perChannel)
{
    return {perChannel, allButOne(config.sendWorkers), allButOne(config.sendWorkers)};
}

} // namespace

struct Background::Private {
    Private(Store &store_, const Clock &clock_, Log &log, const SecretBox &box, const TimeZones &zones, const Config &config)
        : store(store_), clock(clock_), http({config.vendorConnect, config.vendorTotal}, config.vendorNetworks), whatsApp(http), twilio(http), ports {whatsApp, twilio, none}, vendorTester(ports, http),
          directory(store, box, log, config.publicUrl), knowledge(store), ingestor(RuleBook::builtin()), ingest(store, clock, log, ingestor, {.poll = config.poll}, [this](const ClientId &client, const ConversationId &conversation) { typing.begin(client, conversation); }),
          intake(store, clock, [this] { ingest.wake(); }), chats(store, clock, config.longestChatPoll),
          turns(store, clock, log, zones, knowledge, RuleBook::builtin(), typing), quiets(store, clock, log), sends(store, clock, log, directory, ports, allButOne(config.sendWorkers)),
          consoles(clock, config.presenceGrace, [this] { hurry(); }), ladders(store, clock, log, zones, consoles), texts(store, clock, log, directory, twilio), wakes(store, clock), ruleLooks(store, clock, zones), tasks(store, clock), resumes(store, clock),
          runner(store, clock, log,
              {{std::string {queues::assistantTurn}, &turns, config.turnWorkers, 4}, {std::string {queues::assistantQuiet}, &quiets, 1, 4},
                  {std::string {queues::channelSend}, &sends, config.sendWorkers, 1, atVendors(config), 1}, {std::string {queues::channelSms}, &sends, config.sendWorkers, 1, atVendors(config), 1},
                  {std::string {queues::channelHere}, &sends, 1, 1},
                  {std::string {queues::escalationLadder}, &ladders, 1, 16}, {std::string {queues::alertText}, &texts, config.sendWorkers, 1, atVendors(config, queues::textsAtATime), 1}, {std::string {queues::conversationWake}, &wakes, 1, 4},
                  {std::string {queues::rules}, &ruleLooks, 1, 16}, {std::string {queues::taskDue}, &tasks, 1, 4},
                  {std::string {queues::assistantResume}, &resumes, 1, 4}},
              {config.lease, config.poll, static_cast<std::uint64_t>(toMs(clock.now()))})
    {
    }

    // One look is for all that close before it is done; it may be done when this is no more.
    void hurry()
    {
        if (isHurried->exchange(true))
            return;
        store.writeLater(
            [asked = isHurried, time = &clock](WriteTx &tx) {
                *asked = false;
                hurryEmergencies(tx, time->now() + LiveConsoles::reconnecting);
            },
            [asked = isHurried](const Result<void> &) { *asked = false; });
    }

    Store &store;
    const Clock &clock;
    const std::shared_ptr<std::atomic<bool>> isHurried = std::make_shared<std::atomic<bool>>(false);
    HttpClient http;
    WhatsAppChannel whatsApp;
    TwilioChannel twilio;
    NotConfiguredChannel none;
    ChannelPorts ports;
    VendorTester vendorTester;
    ChannelDirectory directory;
    KnowledgeCache knowledge;
    AssistantTyping typing;
    Ingestor ingestor;
    IngestLoop ingest;
    Intake intake;
    ChatVisits chats;
    TurnJob turns;
    QuietJob quiets;
    SendJob sends;
    LiveConsoles consoles;
    LadderJob ladders;
    AlertTextJob texts;
    WakeJob wakes;
    RuleJob ruleLooks;
    TaskJob tasks;
    ResumeJob resumes;
    JobRunner runner;
};

Background::Background(Store &store, const Clock &clock, Log &log, const SecretBox &box, const TimeZones &zones, Config config)
    : d(std::make_unique<Private>(store, clock, log, box, zones, config))
{
}

Background::~Background()
{
    stop();
}

void Background::tellTyping(AssistantTyping::Tell tell) { d->typing.tellTo(std::move(tell)); }

Result<void> Background::start()
{
    if (auto taken = d->store.write([this](WriteTx &tx) { takeUpLadders(tx, d->clock.now()); }); taken.hasError())
        return taken;
    if (auto started = d->runner.start(); started.hasError())
        return started;
    d->ingest.start();
    return {};
}

void Background::stop()
{
    d->ingest.stop();
    d->runner.stop();
    d->chats.stop();
}

void Background::committed(const std::vector<Event> &events)
{
    d->directory.committed(events);
    d->knowledge.committed(events);
    d->chats.committed(events);
    d->runner.wake();
}

int Background::drain()
{
    int ran = 0;
    for (int more = 1; more > 0; ran += more)
        more = d->ingest.takeBatch() + d->runner.drain();
    return ran;
}

Intake &Background::intake() { return d->intake; }
ChannelDirectory &Background::directory() { return d->directory; }
ChatVisits &Background::chats() { return d->chats; }
LiveConsoles &Background::consoles() { return d->consoles; }
ChannelTester &Background::tester() { return d->vendorTester; }

Background::Counters Background::counters() const
{
    const auto jobs = d->runner.counters();
    return {d->ingest.taken(), d->ingest.poisoned(), jobs.done, jobs.retried, jobs.dead};
}

} // namespace foredeck
