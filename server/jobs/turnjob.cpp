#include "server/jobs/turnjob.h"

#include "net/codec/jsonreader.h"
#include "server/jobs/turnwriter.h"
#include "server/services/assistant/builtinengine.h"
#include "server/services/conversation/conversationreads.h"
#include "server/services/conversation/handover.h"
#include "server/services/op/queues.h"
#include "server/storage/clientrepository.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/livechatrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/transitionrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr int historyMessages = 60;
constexpr int historyDecisions = 40;
constexpr int changesLookedAt = 40;

std::optional<ConversationId> conversationIn(const std::string &payload)
{
    JsonDocument document;
    const auto root = document.parse(payload);
    const auto id = root.hasValue() ? root.value()["conversation_id"].asString() : std::nullopt;
    return id ? std::optional {ConversationId {*id}} : std::nullopt;
}

// What was resolved is settled: a customer who goes on afterwards is answered as if they had just begun, and nothing from
// before is answered or raised a second time.
void forgetWhatWasSettled(TurnInput &input, Tx &tx, const ClientId &client, const ConversationId &conversation)
{
    const auto settled = settledPosition(tx, client, conversation);
    std::erase_if(input.history, [&](const Message &m) { return m.position < settled; });
    std::erase_if(input.decisions, [&](const Decision &d) { return d.seenPosition < settled; });
}

Timestamp handedBackAt(Tx &tx, const ClientId &client, const ConversationId &conversation)
{
    const auto changes = TransitionRepository::recent(tx, client, conversation, TransitionField::Owner, changesLookedAt);
    const auto back = std::find_if(changes.begin(), changes.end(), [](const Transition &t) { return t.reason == handedBack; });
    return back == changes.end() ? Timestamp {} : back->at;
}

bool isChat(const Conversation &conversation) { return conversation.channelKind == ChannelKind::LiveChat; }

void rememberTold(WriteTx &tx, const Conversation &conversation, const Told &told)
{
    auto window = LiveChatRepository::byConversation(tx, conversation.client, conversation.id);
    if (!window || Told {window->name, window->wishes} == told)
        return;
    window->name = told.name;
    window->wishes = told.wishes;
    LiveChatRepository::update(tx, *window);
}

} // namespace

Result<std::optional<TurnJob::Snapshot>> TurnJob::read(const ClientId &client, const ConversationId &conversation) const
{
    std::optional<Snapshot> found;
    const auto done = m_store.read([&](Tx &tx) {
        found.reset();
        TurnInput input;
        Told told;
        auto business = ClientRepository::byId(tx, client);
        auto row = ConversationRepository::byId(tx, client, conversation);
        auto lead = row ? LeadRepository::byId(tx, client, row->lead) : std::nullopt;
        if (!business || !row || !lead)
            return;
        input.settings = SettingsRepository::ofClient(tx, client).value_or(ClientSettings {});
        input.locations = LocationRepository::ofClient(tx, client);
        input.history = MessageRepository::before(tx, client, conversation, row->lastPosition + 1, historyMessages);
        std::reverse(input.history.begin(), input.history.end());
        input.decisions = DecisionRepository::latest(tx, client, conversation, historyDecisions);
        std::reverse(input.decisions.begin(), input.decisions.end());
        std::erase_if(input.decisions, [](const Decision &d) { return d.action == DecisionAction::Superseded; });
        forgetWhatWasSettled(input, tx, client, conversation);
        input.consent = ConsentRepository::standing(tx, *lead, *row);
        input.handedBackAt = handedBackAt(tx, client, conversation);
        if (const auto window = isChat(*row) ? LiveChatRepository::byConversation(tx, client, conversation) : std::nullopt)
            told = {window->name, window->wishes};
        input.client = std::move(*business);
        input.conversation = std::move(*row);
        input.lead = std::move(*lead);
        found = Snapshot {std::move(input), std::move(told)};
    });
    if (done.hasError())
        return done.error();
    return found;
}

JobOutcome TurnJob::run(const Job &job)
{
    const auto conversation = conversationIn(job.payload);
    if (!conversation)
        return JobOutcome::dead("the payload names no conversation");
    auto snapshot = read(job.client, *conversation);
    if (snapshot.hasError())
        return JobOutcome::retry(snapshot.error().detail);
    if (!snapshot.value())
        return JobOutcome::done();
    auto input = std::make_shared<TurnInput>(std::move(snapshot.value()->input));
    auto told = std::move(snapshot.value()->told);
    const auto began = m_clock.now();
    input->now = began;
    input->zones = &m_zones;
    const auto index = m_knowledge.indexOf(job.client);
    if (index.hasError())
        return JobOutcome::retry(index.error().detail); // without it everything would be beyond the assistant
    const ClientKnowledge knowledge {m_store, job.client, index.value()};
    const BuiltinEngine engine {knowledge, m_book};
    const WindowEngine windowEngine {engine, told};
    auto plan = isChat(input->conversation) ? planTurn(*input, windowEngine, m_book) : planTurn(*input, engine, m_book);
    if (plan.nothing)
        return JobOutcome::done();
    if (!plan.decision.failure.empty())
        m_log.error("assistant.failed", {{"client_id", job.client.value}, {"conversation_id", conversation->value}, {"reason", plan.decision.failure}});
    return JobOutcome::done([this, input, plan = std::move(plan), told = std::move(told), began](WriteTx &tx) {
        ActContext act {tx, input->client.id, {ActorKind::Assistant, {}, {}}, {}, m_clock.now()};
        if (!writeTurn(act, *input, plan, began))
            JobRepository::enqueue(tx, turnJob(input->client.id, input->conversation.id, act.now, act.now));
        else if (isChat(input->conversation))
            rememberTold(tx, input->conversation, told);
    });
}

void TurnJob::givenUp(WriteTx &tx, const Job &job, const std::string &)
{
    const auto conversation = conversationIn(job.payload);
    ActContext act {tx, job.client, {ActorKind::Assistant, {}, {}}, {}, m_clock.now()};
    auto edit = conversation ? ConversationEdit::open(act, *conversation) : Result<ConversationEdit> {Error::of(Error::Kind::NotFound, {})};
    if (edit.hasError() || edit.value().row().owner.kind != OwnerKind::Assistant || !edit.value().row().waitingSince)
        return;
    auto &e = edit.value();
    handOver(act, e, EscalationReason::AiFailure, {});
    if (const auto saved = e.save(); saved.hasError())
        m_log.error("assistant.not_handed_over", {{"client_id", job.client.value}, {"conversation_id", conversation->value}, {"reason", saved.error().detail}});
}

} // namespace foredeck
