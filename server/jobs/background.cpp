#include "server/jobs/background.h"

#include "server/channels/twilio/twiliochannel.h"
#include "server/channels/whatsapp/whatsappchannel.h"
#include "server/jobs/ingestloop.h"
#include "server/jobs/jobrunner.h"
#include "server/jobs/quietjob.h"
#include "server/jobs/sendjob.h"
#include "server/jobs/turnjob.h"
#include "server/jobs/vendortester.h"
#include "server/services/op/queues.h"

namespace foredeck {

struct Background::Private {
    Private(Store &store, const Clock &clock, Log &log, const SecretBox &box, const TimeZones &zones, const Config &config)
        : http({config.vendorConnect, config.vendorTotal}), whatsApp(http), twilio(http), ports {whatsApp, twilio, none}, vendorTester(ports),
          directory(store, box, log, config.publicUrl), knowledge(store), ingestor(RuleBook::builtin()), ingest(store, clock, log, ingestor, {.poll = config.poll}),
          intake(store, clock, [this] { ingest.wake(); }), chats(store, clock, config.longestChatPoll),
          turns(store, clock, log, zones, knowledge, RuleBook::builtin()), quiets(store, clock, log), sends(store, clock, log, directory, ports),
          runner(store, clock, log,
              {{std::string {queues::assistantTurn}, &turns, config.turnWorkers, 4}, {std::string {queues::assistantQuiet}, &quiets, 1, 4},
                  {std::string {queues::channelSend}, &sends, config.sendWorkers, 1}},
              {config.lease, config.poll, static_cast<std::uint64_t>(toMs(clock.now()))})
    {
    }

    HttpClient http;
    WhatsAppChannel whatsApp;
    TwilioChannel twilio;
    NotConfiguredChannel none;
    ChannelPorts ports;
    VendorTester vendorTester;
    ChannelDirectory directory;
    KnowledgeCache knowledge;
    Ingestor ingestor;
    IngestLoop ingest;
    Intake intake;
    ChatVisits chats;
    TurnJob turns;
    QuietJob quiets;
    SendJob sends;
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

Result<void> Background::start()
{
    auto started = d->runner.start();
    if (started.hasError())
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
ChannelTester &Background::tester() { return d->vendorTester; }

Background::Counters Background::counters() const
{
    const auto jobs = d->runner.counters();
    return {d->ingest.taken(), d->ingest.poisoned(), jobs.done, jobs.retried, jobs.dead};
}

} // namespace foredeck
