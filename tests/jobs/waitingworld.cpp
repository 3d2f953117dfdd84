#include "tests/jobs/waitingworld.h"

#include "server/channels/formbody.h"
#include "server/channels/signature.h"
#include "server/services/conversation/assignacts.h"
#include "server/services/conversation/snoozeacts.h"
#include "server/services/conversation/writefirst.h"
#include "server/services/rule/ruleacts.h"
#include "server/storage/consentrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/rulerepository.h"
#include "server/storage/userrepository.h"
#include "tests/jobs/waitingwords.h"

#include <algorithm>

#include <fmt/format.h>
#include <sqlite3.h>

using namespace std::chrono_literals;

namespace foredeck::tests {

namespace {

constexpr std::array<std::string_view, Deed::Kinds> names {"ask", "thank", "stop", "start", "help", "form", "ask_elsewhere", "stop_elsewhere", "call", "take", "claim", "reply", "two_replies", "late_reply",
    "reply_anyway", "give_up", "hand_back", "assign_nobody", "assign", "end", "end_anyway", "reopen", "snooze", "wake", "write_first", "escalate", "take_case", "seen", "assign_case",
    "give_up_case", "hand_back_case", "resolve", "resolve_and_end", "sent", "arrived", "failed", "all_failed", "refuse", "busy", "serve", "pass", "off",
    "off_for_a_while", "on", "rules", "work"};

constexpr int mostConversations = 20; ///< of one sequence
constexpr int customers = 3; ///< by WhatsApp, in a chat window, by SMS

std::string_view wordsOf(const Deed &d)
{
    switch (d.kind) {
    case Deed::Thank:
        return "Thanks!";
    case Deed::Stop: case Deed::StopElsewhere:
        return "STOP";
    case Deed::Start:
        return "START";
    case Deed::Help:
        return "HELP";
    default:
        return questions[static_cast<std::size_t>(d.n) % questions.size()];
    }
}

template <class T>
Result<void> outcome(const Result<T> &result)
{
    return result.hasError() ? Result<void> {result.error()} : Result<void> {};
}

} // namespace

std::string textOf(const std::vector<Deed> &deeds)
{
    std::string text;
    for (const auto &d : deeds)
        text += fmt::format("{}{}:{}:{}:{}{}", text.empty() ? "" : " ", names.at(d.kind), d.at, d.who, d.n, d.works ? "!" : "");
    return text;
}

std::vector<Deed> deedsOf(std::string_view text)
{
    std::vector<Deed> deeds;
    std::istringstream words {std::string {text}};
    for (std::string word; words >> word;) {
        Deed deed;
        deed.works = word.back() == '!';
        std::replace(word.begin(), word.end(), ':', ' ');
        std::istringstream parts {word};
        std::string name;
        parts >> name >> deed.at >> deed.who >> deed.n;
        const auto found = std::find(names.begin(), names.end(), name);
        EXPECT_NE(found, names.end()) << name;
        deed.kind = static_cast<Deed::Kind>(found - names.begin());
        deeds.push_back(deed);
    }
    return deeds;
}

World::World()
{
    for (const auto &actor : {tom, eva}) {
        User user;
        user.id = actor.user;
        user.agency = client.agency;
        user.clients = {client.id};
        user.name = actor.name;
        user.email = actor.name + "@example.com";
        (void)store->write([&](WriteTx &tx) { UserRepository::insert(tx, user); });
    }
    Upkeep::Config config;
    config.pause = std::chrono::hours {1'000'000}; // nothing old is let go
    m_upkeep = std::make_unique<Upkeep>(*store, clock, claims, log, config);
    provider.answerWith([this](const Handed &message, int count) {
        const std::lock_guard lock {m_mutex};
        const bool meta = message.body.size() > 0;
        if (m_vendor == Vendor::Refuses)
            return meta ? Provider::metaError(400, 131026) : Provider::twilioError(400, 21614);
        if (m_vendor == Vendor::IsBusy)
            return meta ? Provider::metaError(503, 131016) : Provider::twilioError(503, 20500);
        m_handed.push_back(message);
        return Provider::taken(message, count, meta);
    });
    sqlite3_open_v2((folder / "foredeckd.db").c_str(), &m_database, SQLITE_OPEN_READONLY, nullptr);
}

World::~World()
{
    sqlite3_close(m_database);
    provider.answerWith({});
}

std::vector<std::string> World::faultsOf(const std::vector<Deed> &deeds)
{
    ++m_sequence;
    clock.advance(1s); // what is made from now on is of this sequence
    m_began = clock.now();
    m_memory.clear();
    std::vector<std::string> faults;
    for (const auto &deed : deeds) {
        const auto out = whoIsOut();
        clock.advance(20ms);
        carryOut(deed);
        if (deed.works) {
            drain();
            check(false, faults);
        }
        checkSilence(out, faults);
        if (!faults.empty())
            break;
    }
    if (faults.empty()) {
        letTimePass();
        check(true, faults);
    }
    clearUp();
    return faults;
}

void World::carryOut(const Deed &d)
{
    const auto vendor = [&](Vendor now) {
        const std::lock_guard lock {m_mutex};
        m_vendor = now;
    };
    switch (d.kind) {
    case Deed::Ask: case Deed::Thank: case Deed::Stop: case Deed::Start: case Deed::Help: case Deed::Form: case Deed::AskElsewhere: case Deed::StopElsewhere: case Deed::Call:
        return customer(d);
    case Deed::Refuse:
        return vendor(Vendor::Refuses);
    case Deed::Busy:
        return vendor(Vendor::IsBusy);
    case Deed::Serve:
        return vendor(Vendor::Serves);
    case Deed::Pass:
        return pass(d.n);
    case Deed::Off: case Deed::On: case Deed::OffForAWhile:
        (void)doAs(d.who, [&](OpContext &op) {
            const auto until = d.kind == Deed::OffForAWhile ? std::optional {op.now + 30min} : std::nullopt;
            return outcome(foredeck::setAssistant(op, d.kind == Deed::On, until));
        }, Role::Manager);
        return;
    case Deed::Rules:
        return makeRules(d.n);
    case Deed::Work:
        settle();
        return;
    case Deed::Kinds:
        return;
    default:
        break;
    }
    auto rows = mine();
    if (rows.empty())
        return;
    auto &row = rows[static_cast<std::size_t>(d.at) % rows.size()];
    if (d.kind >= Deed::Sent)
        return delivery(d, row);
    if (d.kind >= Deed::TakeCase)
        return escalationOf(d, row);
    conversation(d, std::move(row));
}

void World::customer(const Deed &d)
{
    const bool isElsewhere = d.kind == Deed::AskElsewhere || d.kind == Deed::StopElsewhere;
    const auto who = isElsewhere ? 0 : d.at % customers;
    const auto id = fmt::format("in-{}-{}", m_sequence, ++m_words);
    const auto number = numberOf(who);
    const std::string text {wordsOf(d)};
    if (d.kind == Deed::Call)
        missedCall(id, "+" + number);
    else if (d.kind == Deed::Form)
        form(text, id, fmt::format("guest{}@example.com", number), "+" + number);
    else if ((who == 2 || isElsewhere) && d.kind != Deed::Ask && d.kind != Deed::AskElsewhere && d.kind != Deed::Thank && d.n % 2)
        keyword(text, id, "+" + number);
    else if (who == 2 || isElsewhere)
        sms(text, id, "+" + number);
    else if (who == 0)
        whatsApp(text, id, number);
    else
        chat(text, id, fmt::format("window-{}", m_sequence));
}

// As Twilio posts what it has read as a keyword of its own, and answered.
void World::keyword(const std::string &text, const std::string &id, const std::string &from)
{
    const FormFields fields {{"AccountSid", "AC1"}, {"Body", text}, {"From", from}, {"MessageSid", id}, {"NumMedia", "0"}, {"OptOutType", text}, {"To", "+13055550101"}};
    (void)post("/webhooks/twilio/sms", formBody(fields), {{"x-twilio-signature", signature::twilio("door-key", "https://hooks.example/webhooks/twilio/sms", fields)}});
}

std::string World::numberOf(int customer) const { return fmt::format("1305{:07}", m_sequence * customers + customer); }

// One about words and one about waiting, which fire on each occasion once.
void World::makeRules(int n)
{
    ClientRule rule;
    rule.id = RuleId::make(clock.now());
    rule.name = fmt::format("Rule {}", ++m_words);
    if (n % 2)
        rule.when.words = {n % 3 ? "boat" : "breakfast"};
    else
        rule.when.unansweredMinutes = n % 3 ? 1 : 30;
    (void)doAs(0, [&](OpContext &op) { return outcome(createRule(op, rule)); }, Role::Manager);
}

void World::conversation(const Deed &d, Conversation row)
{
    const auto &id = row.id;
    const auto own = row.claim.user == person(d.who).user ? row.claim.fence : 0;
    bool done = false;
    switch (d.kind) {
    case Deed::Take:
        done = doAs(d.who, [&](OpContext &op) { return outcome(claims.takeOver(op, id, {})); });
        break;
    case Deed::Claim:
        done = doAs(d.who, [&](OpContext &op) { return outcome(claims.claim(op, id)); });
        break;
    case Deed::Reply:
        done = say(d.who, id, row.lastPublicPosition, own, false);
        break;
    case Deed::TwoReplies:
        done = say(d.who, id, row.lastPublicPosition, own, false) && say(d.who, id, row.lastPublicPosition, own, false);
        break;
    case Deed::LateReply: {
        const auto known = m_memory[{d.who % 2, id.value}];
        (void)say(d.who, id, known.seen, known.fence, false);
        return;
    }
    case Deed::ReplyAnyway:
        done = say(d.who, id, 0, 0, true);
        break;
    case Deed::GiveUp:
        done = doAs(d.who, [&](OpContext &op) { return outcome(claims.release(op, id, OwnerKind::Nobody, d.n % 2 ? own : 0)); });
        break;
    case Deed::HandBack:
        done = doAs(d.who, [&](OpContext &op) { return outcome(claims.release(op, id, OwnerKind::Assistant, d.n % 2 ? own : 0)); });
        break;
    case Deed::AssignNobody:
        done = doAs(d.who, [&](OpContext &op) { return outcome(assign(op, id, {{}, {}})); });
        break;
    case Deed::Assign:
        done = doAs(d.who, [&](OpContext &op) { return outcome(assign(op, id, {person(d.n).user, {}})); });
        break;
    case Deed::End: case Deed::EndAnyway:
        done = doAs(d.who, [&](OpContext &op) { return outcome(end(op, id, {row.lastPublicPosition, {}, d.kind == Deed::EndAnyway})); });
        break;
    case Deed::Reopen:
        done = doAs(d.who, [&](OpContext &op) { return outcome(reopen(op, id, usualLease)); });
        break;
    case Deed::Snooze:
        done = doAs(d.who, [&](OpContext &op) { return outcome(snooze(op, id, {op.now + snoozes[static_cast<std::size_t>(d.n) % snoozes.size()], {}, {}, d.n % 2 == 1})); });
        break;
    case Deed::Wake:
        done = doAs(d.who, [&](OpContext &op) {
            WakeRequest request;
            if (d.n % 3) // what it was before
                request.status = d.n % 3 == 1 && row.owner.kind != OwnerKind::Nobody ? ConversationStatus::Active : ConversationStatus::WaitingHuman;
            return outcome(wake(op, id, request));
        });
        break;
    case Deed::WriteFirst:
        done = doAs(d.who, [&](OpContext &op) {
            return outcome(writeFirst(op, {MessageId {op.op.value}, row.lead, d.n % 2 ? ChannelKind::WhatsApp : ChannelKind::Sms, fmt::format("Word {} of {}", ++m_words, person(d.who).name), {}}));
        });
        break;
    case Deed::Escalate:
        done = doAs(d.who, [&](OpContext &op) { return outcome(escalate(op, id, {d.n % 2 ? EscalationReason::Complaint : EscalationReason::Emergency, {}, 2, {}})); });
        break;
    default:
        break;
    }
    if (done)
        remember(d.who, id);
}

void World::escalationOf(const Deed &d, const Conversation &row)
{
    const auto open = escalation(row.id);
    if (!open)
        return;
    const EscalationActs acts {claims};
    const auto done = doAs(d.who, [&](OpContext &op) -> Result<void> {
        switch (d.kind) {
        case Deed::TakeCase:
            return outcome(acts.claim(op, open->id, {}));
        case Deed::Seen:
            return outcome(acts.acknowledge(op, open->id));
        case Deed::AssignCase:
            return outcome(acts.assign(op, open->id, person(d.n).user, {}));
        case Deed::GiveUpCase:
            return outcome(acts.release(op, open->id, 0));
        case Deed::HandBackCase:
            return outcome(acts.giveBack(op, open->id, d.n % 2 ? "Tell them about the boat" : "", {}));
        case Deed::Resolve:
            return outcome(acts.resolve(op, open->id, {}));
        default:
            return outcome(acts.resolve(op, open->id, {{}, true, row.lastPublicPosition, {}, d.n % 2 == 1}));
        }
    });
    if (done)
        remember(d.who, row.id);
}

void World::delivery(const Deed &d, const Conversation &row)
{
    auto ours = messages(row.id);
    std::erase_if(ours, [](const Message &m) { return m.role == MessageRole::Lead || m.providerId.empty(); });
    std::reverse(ours.begin(), ours.end());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        if (d.kind != Deed::AllFailed && i != static_cast<std::size_t>(d.n) % ours.size())
            continue;
        const auto *state = d.kind == Deed::Sent ? "sent" : d.kind == Deed::Arrived ? "delivered" : "failed";
        if (row.channelKind == ChannelKind::Sms) {
            smsStatus(ours[i].providerId, state == std::string_view {"failed"} ? "undelivered" : state, state == std::string_view {"failed"} ? "30003" : "");
            continue;
        }
        const auto *errors = state == std::string_view {"failed"} ? R"(,"errors":[{"code":131026,"title":"Message undeliverable"}])" : "";
        whatsAppBody(metaBody(fmt::format(R"("statuses":[{{"id":"{}","status":"{}","timestamp":"{}","recipient_id":"1"{}}}])", ours[i].providerId, state, toMs(clock.now()) / 1000, errors)));
    }
}

void World::pass(int n)
{
    constexpr std::array<std::chrono::seconds, 6> times {5s, 2min, 2min, 20min, 3h, 25h};
    const auto which = static_cast<std::size_t>(n) % times.size();
    clock.advance(times[which]);
    if (which > 1)
        m_upkeep->run();
}

// The vendor takes everything again, whoever was put off is back, no lease runs any more, and no escalation has run out by it.
void World::letTimePass()
{
    {
        const std::lock_guard lock {m_mutex};
        m_vendor = Vendor::Serves;
    }
    for (const auto step : {2s, 120s, 3600s, 3700s}) {
        clock.advance(step);
        m_upkeep->run();
        drain();
    }
}

// Nothing of this sequence does anything in the next.
void World::clearUp()
{
    {
        const std::lock_guard lock {m_mutex};
        m_vendor = Vendor::Serves;
    }
    (void)doAs(0, [](OpContext &op) { return outcome(foredeck::setAssistant(op, true)); }, Role::Manager);
    const auto rows = mine();
    by(tom, [&](OpContext &op) {
        for (const auto &row : rows) {
            if (!(row.status == ConversationStatus::Ended))
                (void)end(op, row.id, {0, {}, true});
        }
        for (const auto &rule : RuleRepository::ofClient(op.tx, client.id))
            (void)removeRule(op, rule.id, rule.version);
    });
    clock.advance(48h); // nobody goes on in what has ended
    drain();
    const std::lock_guard lock {m_mutex};
    m_handed.clear();
}

bool World::doAs(int who, const std::function<Result<void>(OpContext &)> &what, Role role)
{
    bool done = false;
    by(person(who), [&](OpContext &op) {
        const auto result = what(op);
        done = !result.hasError();
        if (!done && !op.tx.error())
            op.tx.fail(result.error());
    }, role);
    return done;
}

bool World::say(int who, const ConversationId &id, std::int64_t seen, std::int64_t fence, bool anyway)
{
    return doAs(who, [&](OpContext &op) { return outcome(reply(op, id, {MessageId {op.op.value}, fmt::format("Word {} of {}", ++m_words, person(who).name), seen, fence, anyway}, usualLease)); });
}

// What they saw of it when they did something there last.
void World::remember(int who, const ConversationId &id)
{
    (void)store->read([&](Tx &tx) {
        if (const auto row = ConversationRepository::byId(tx, client.id, id))
            m_memory[{who % 2, id.value}] = {row->claim.user == person(who).user ? row->claim.fence : 0, row->lastPublicPosition};
    });
}

std::vector<Conversation> World::mine()
{
    std::vector<Conversation> rows;
    (void)store->read([&](Tx &tx) { rows = ConversationRepository::list(tx, client.id, {}, {mostConversations, {}}).items; });
    std::erase_if(rows, [&](const Conversation &c) { return c.createdAt < m_began; });
    std::sort(rows.begin(), rows.end(), [](const Conversation &a, const Conversation &b) { return std::tie(a.createdAt, a.id.value) < std::tie(b.createdAt, b.id.value); });
    return rows;
}

std::map<std::string, bool> World::whoIsOut()
{
    std::map<std::string, bool> out;
    (void)store->read([&](Tx &tx) {
        for (int who = 0; who < customers; ++who) { // as the vendors write them
            const auto number = "+" + numberOf(who);
            out[numberOf(who)] = ConsentRepository::suppressed(tx, client.id, ChannelKind::WhatsApp, number);
            out[number] = ConsentRepository::suppressed(tx, client.id, ChannelKind::Sms, number);
        }
    });
    return out;
}

// (I7) Who is out before and after an act is sent nothing by it but what answers their own STOP or HELP.
void World::checkSilence(const std::map<std::string, bool> &outBefore, std::vector<std::string> &faults)
{
    std::vector<Handed> handed;
    {
        const std::lock_guard lock {m_mutex};
        handed.swap(m_handed);
    }
    const auto outNow = handed.empty() ? std::map<std::string, bool> {} : whoIsOut();
    for (const auto &message : handed) {
        const auto before = outBefore.find(message.to);
        const bool isOut = before != outBefore.end() && before->second && outNow.at(message.to);
        const bool isCompliance = message.text.find("no more messages") != std::string::npos || message.text.find("STOP") != std::string::npos;
        if (isOut && !isCompliance)
            faults.push_back("I7 sent to who is out: " + message.text);
    }
}

} // namespace foredeck::tests
