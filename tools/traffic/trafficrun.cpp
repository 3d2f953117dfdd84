#include "tools/traffic/trafficrun.h"

#include "models/core/id.h"
#include "net/codec/jsonreader.h"

#include <algorithm>
#include <chrono>

namespace foredeck::traffic {

namespace {

constexpr Millis firstRepeat = 200;
constexpr Millis longestRepeat = 5'000;
constexpr Millis stopGrace = 3'000;
constexpr Millis statusDelay = 100; ///< a vendor reports after it has answered, not before
constexpr int pollSeconds = 20;

CrowdConfig crowdConfig(const Options &options, const Ledger &ledger)
{
    CrowdConfig config;
    config.pace.speed = options.speed;
    config.pace.answerTimeout = options.answerTimeout;
    config.pace.answersSeen = options.providerPort.has_value();
    config.concurrency = options.concurrency;
    config.channels = options.channels;
    config.client = options.client;
    config.firstTurnOnly = options.firstTurnsOnly;
    config.repeat = options.repeat;
    config.seed = options.seed;
    if (options.goOn)
        config.begun = ledger.begun();
    return config;
}

std::int64_t utcNow()
{
    return toMs(SystemClock {}.now());
}

bool isFinal(const HttpAnswer &answer)
{
    return answer.status >= 200 && answer.status < 500 && answer.status != 429 && answer.status != 408;
}

} // namespace

TrafficRun::TrafficRun(const Options &options, const std::vector<Dialogue> &dialogues, const std::vector<Business> &businesses, Ledger &ledger, std::ostream &out)
    : m_options(options), m_ledger(ledger), m_out(out), m_crowd(dialogues, businesses, crowdConfig(options, ledger))
{
    if (!options.providerPort)
        return;
    m_provider = std::make_unique<LoopbackProvider>(businesses, *options.providerPort, options.faults, options.seed, [this](Delivered message) {
        const std::lock_guard lock {m_deliveredMutex};
        m_delivered.push_back(std::move(message));
        m_poster.wake();
    });
}

TrafficRun::~TrafficRun()
{
    m_provider.reset(); // its threads call into this object
}

Result<void> TrafficRun::start()
{
    m_ledger.begin(m_options.server, m_options.seed);
    if (!m_provider)
        return {};
    auto started = m_provider->start();
    if (!started.hasError())
        m_out << "Provider on http://127.0.0.1:" << m_provider->port() << std::endl;
    return started;
}

std::uint16_t TrafficRun::providerPort() const noexcept
{
    return m_provider ? m_provider->port() : std::uint16_t {0};
}

Millis TrafficRun::now() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void TrafficRun::run(Control &control)
{
    m_quietSince = now();
    while (!m_ledger.lost()) {
        m_ledger.retry();
        takeDelivered();
        if (m_stopBy == never)
            sendTurns();
        if (m_stopBy == never)
            repeatDue();
        pollVisits();
        if (over(now()))
            break;
        const Millis wait = std::clamp<Millis>(nextDue() - now(), 0, 1'000);
        for (const int descriptor : m_poster.run(static_cast<int>(wait), control.descriptors())) {
            for (const Control::Wish wish : control.read(descriptor))
                obey(wish);
        }
    }
    finish();
}

void TrafficRun::obey(Control::Wish wish)
{
    if (wish == Control::Wish::Pause) {
        m_crowd.pause();
    } else if (wish == Control::Wish::Resume) {
        m_crowd.resume();
    } else if (m_stopBy == never) {
        m_stopBy = now() + stopGrace;
        m_why = "asked to stop";
    }
}

void TrafficRun::sendTurns()
{
    for (Talk *talk : m_crowd.ready(now()))
        sendTurn(*talk);
}

void TrafficRun::sendTurn(Talk &talk)
{
    const Talk::Turn turn = talk.take();
    const Timestamp at = SystemClock {}.now();
    const Saying saying {turn.kind, turn.text, newProviderId(turn.kind, at), at};
    std::string token;
    if (turn.kind == ChannelKind::LiveChat) // the visitor's own, so that the first message can be repeated when its answer was lost
        token = m_visitorTokens.try_emplace(talk.customer().session, makeUuid(at) + makeUuid(at)).first->second;
    Sent sent {turn.kind, talk.business().slug, talk.business().id, talk.dialogue().id, talk.key(), turn.number, saying.providerId, turn.text, 0, 0,
        toMs(at), 0};
    ++m_counts["sent"];
    m_open[sent.providerId] = sent;
    post({envelopeFor(saying, talk.business(), talk.customer(), token),
        [this, &talk, id = saying.providerId](const HttpAnswer &answer, int attempts) { turnEnded(talk, id, answer, attempts); }, 0, 0});
}

void TrafficRun::turnEnded(Talk &talk, const std::string &providerId, const HttpAnswer &answer, int attempts)
{
    Sent sent = std::move(m_open.extract(providerId).mapped());
    sent.attempts = attempts;
    sent.status = answer.status;
    sent.acceptedAtMs = utcNow();
    m_ledger.sent(sent);
    m_counts["repeated"] += attempts - 1;
    if (answer.status >= 300) {
        ++m_counts["refused"];
        m_out << "Refused with " << answer.status << ": " << talk.key() << ' ' << sent.providerId << std::endl;
        talk.refused(now());
        return;
    }
    ++m_counts["accepted"];
    talk.accepted(now());
    if (sent.door == ChannelKind::LiveChat)
        listen(talk);
}

void TrafficRun::post(Posting posting)
{
    if (posting.notBefore > now()) {
        m_waiting.push_back(std::move(posting));
        return;
    }
    ++posting.attempts;
    ++m_postsUnderWay;
    HttpCall call {m_options.server + posting.envelope.path, true, posting.envelope.contentType, posting.envelope.body, posting.envelope.headers};
    m_poster.start(std::move(call), [this, posting = std::move(posting)](const HttpAnswer &answer) mutable {
        --m_postsUnderWay;
        m_quietSince = now();
        if (isFinal(answer))
            return posting.done(answer, posting.attempts);
        const Millis pause = std::min(longestRepeat, firstRepeat << std::min(posting.attempts - 1, 10));
        posting.notBefore = now() + pause;
        m_waiting.push_back(std::move(posting));
    });
}

void TrafficRun::repeatDue()
{
    std::vector<Posting> due;
    const Millis at = now();
    const auto split = std::stable_partition(m_waiting.begin(), m_waiting.end(), [&](const Posting &posting) { return posting.notBefore > at; });
    std::move(split, m_waiting.end(), std::back_inserter(due));
    m_waiting.erase(split, m_waiting.end());
    for (Posting &posting : due)
        post(std::move(posting));
}

void TrafficRun::takeDelivered()
{
    std::vector<Delivered> messages;
    {
        const std::lock_guard lock {m_deliveredMutex};
        messages.swap(m_delivered);
    }
    for (const Delivered &message : messages) {
        const bool whatsApp = message.kind == ChannelKind::WhatsApp;
        const std::string key = whatsApp ? whatsAppKey(message.door->phoneNumberId, message.to) : smsKey(message.door->number, message.to);
        heard({message.kind, message.business->slug, key, message.providerId, message.text, utcNow()});
        if (m_options.statuses)
            reportStatuses(message, whatsApp ? std::vector<std::string> {"delivered", "read"} : std::vector<std::string> {"sent", "delivered"}, 0);
    }
}

void TrafficRun::reportStatuses(const Delivered &message, const std::vector<std::string> &states, std::size_t index)
{
    if (index == states.size() || m_stopBy != never)
        return;
    const std::string callback = message.statusCallback.empty() ? message.door->publicUrl + "/status" : message.statusCallback;
    Envelope envelope = message.kind == ChannelKind::WhatsApp
        ? whatsAppStatus(*message.door, message.providerId, message.to, states[index], message.reference, SystemClock {}.now())
        : smsStatus(*message.door, message.providerId, message.to, states[index], callback);
    post({std::move(envelope),
        [this, message, states, index](const HttpAnswer &answer, int) {
            m_ledger.status(message.providerId, states[index], answer.status);
            ++m_counts[answer.status < 300 ? "statuses_taken" : "statuses_refused"];
            reportStatuses(message, states, index + 1);
        },
        0, now() + statusDelay});
}

void TrafficRun::listen(Talk &talk)
{
    Visit &visit = m_visits[talk.customer().session];
    visit.talk = &talk;
    visit.token = m_visitorTokens[talk.customer().session];
}

void TrafficRun::pollVisits()
{
    for (auto it = m_visits.begin(); it != m_visits.end();) {
        Visit &visit = it->second;
        if (!visit.polling && visit.talk->finished() && now() - m_quietSince > m_options.linger) {
            it = m_visits.erase(it);
            continue;
        }
        ++it;
        if (visit.polling || visit.notBefore > now())
            continue;
        visit.polling = true;
        HttpCall call;
        call.post = false;
        call.url = m_options.server + "/webhooks/live-chat/" + visit.talk->customer().session + "?after=" + std::to_string(visit.after)
            + "&wait=" + std::to_string(visit.talk->finished() ? 1 : pollSeconds);
        call.headers = {{"Authorization", "Bearer " + visit.token}};
        m_poster.start(std::move(call), [this, &visit](const HttpAnswer &answer) { visitAnswered(visit, answer); });
    }
}

void TrafficRun::visitAnswered(Visit &visit, const HttpAnswer &answer)
{
    visit.polling = false;
    JsonDocument document;
    const auto root = document.parse(answer.body);
    if (answer.status != 200 || root.hasError()) {
        ++m_counts["polls_failed"];
        visit.notBefore = now() + firstRepeat;
        return;
    }
    root.value()["items"].eachElement([&](JsonValue item) {
        visit.after = std::max(visit.after, item["position"].asInteger().value_or(0));
        if (item["role"].asString() != "lead") {
            heard({ChannelKind::LiveChat, visit.talk->business().slug, visit.talk->key(), std::string {item["id"].asString().value_or("")},
                std::string {item["text"].asString().value_or("")}, utcNow()});
        }
        return true;
    });
}

void TrafficRun::heard(const Received &received)
{
    m_quietSince = now();
    m_ledger.received(received);
    ++m_counts["received"];
    if (Talk *talk = m_crowd.find(received.key))
        talk->answered(now());
    else
        ++m_counts["received_unasked"];
}

Millis TrafficRun::nextDue() const
{
    Millis due = m_stopBy != never ? m_stopBy : m_crowd.due(now());
    if (m_stopBy != never)
        return due;
    for (const Posting &posting : m_waiting)
        due = std::min(due, posting.notBefore);
    for (const auto &[session, visit] : m_visits) {
        if (!visit.polling)
            due = std::min(due, std::max(visit.notBefore, now() + 100));
    }
    if (m_crowd.finished())
        due = std::min(due, m_quietSince + m_options.linger);
    return due;
}

bool TrafficRun::over(Millis at)
{
    if (m_stopBy != never)
        return m_postsUnderWay == 0 || at >= m_stopBy;
    return m_crowd.finished() && m_postsUnderWay == 0 && m_waiting.empty() && at - m_quietSince >= m_options.linger;
}

void TrafficRun::finish()
{
    for (const auto &[id, sent] : m_open)
        m_ledger.sent(sent); // status 0: nobody knows whether it was taken in
    m_counts["outcome_unknown"] = static_cast<std::int64_t>(m_open.size());
    if (m_ledger.failed())
        m_why = "the ledger could not be written";
    m_counts["conversations"] = static_cast<std::int64_t>(m_crowd.talks().size());
    m_counts["passed_over"] = static_cast<std::int64_t>(m_crowd.passedOver());
    if (m_provider)
        m_counts["provider_refused"] = static_cast<std::int64_t>(m_provider->refused());
    std::array<std::int64_t, silenceNames.size()> silences {};
    for (const auto &talk : m_crowd.talks()) {
        for (std::size_t i = 0; i < silences.size(); ++i)
            silences[i] += talk->silences()[i];
    }
    for (std::size_t i = 0; i < silences.size(); ++i)
        m_counts[std::string {"silent, "} + silenceNames[i]] = silences[i];
    m_ledger.end(m_why, m_counts);
    m_out << "Ended: " << m_why << '\n';
    for (const auto &[name, count] : m_counts)
        m_out << "  " << name << ": " << count << '\n';
    m_out.flush();
}

std::int64_t TrafficRun::count(const std::string &name) const
{
    const auto found = m_counts.find(name);
    return found == m_counts.end() ? 0 : found->second;
}

bool TrafficRun::clean() const
{
    return !m_ledger.failed() && count("refused") == 0 && count("passed_over") == 0 && count("provider_refused") == 0;
}

} // namespace foredeck::traffic
