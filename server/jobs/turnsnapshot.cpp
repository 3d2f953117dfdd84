#include "server/jobs/turnsnapshot.h"

#include "net/codec/jsonreader.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/conversation/conversationreads.h"
#include "server/storage/clientrepository.h"
#include "server/storage/consentrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/livechatrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/rulerepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/transitionrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr int historyMessages = 60;
constexpr int historyDecisions = 40;
constexpr int changesLookedAt = 40;

// What was resolved is settled: a customer who goes on afterwards is answered as if they had just begun, and nothing from
// before is answered or raised a second time.
void forgetWhatWasSettled(TurnInput &input, Tx &tx, const ClientId &client, const ConversationId &conversation)
{
    input.settled = settledPosition(tx, client, conversation);
    std::erase_if(input.history, [&](const Message &m) { return m.position < input.settled; });
    std::erase_if(input.decisions, [&](const Decision &d) { return d.seenPosition < input.settled; });
}

Timestamp handedBackAt(Tx &tx, const ClientId &client, const ConversationId &conversation)
{
    const auto changes = TransitionRepository::recent(tx, client, conversation, TransitionField::Owner, changesLookedAt);
    const auto back = std::find_if(changes.begin(), changes.end(), [](const Transition &t) { return t.reason == handedBack; });
    return back == changes.end() ? Timestamp {} : back->at;
}

} // namespace

std::optional<ConversationId> conversationIn(const std::string &payload)
{
    JsonDocument document;
    const auto root = document.parse(payload);
    const auto id = root.hasValue() ? root.value()["conversation_id"].asString() : std::nullopt;
    return id ? std::optional {ConversationId {*id}} : std::nullopt;
}

bool isChat(const Conversation &conversation) { return conversation.channelKind == ChannelKind::LiveChat; }

std::optional<TurnSnapshot> readTurn(Tx &tx, const ClientId &client, const ConversationId &conversation)
{
    TurnInput input;
    Told told;
    auto business = ClientRepository::byId(tx, client);
    auto row = ConversationRepository::byId(tx, client, conversation);
    auto lead = row ? LeadRepository::byId(tx, client, row->lead) : std::nullopt;
    if (!business || !row || !lead)
        return std::nullopt;
    input.settings = SettingsRepository::ofClient(tx, client).value_or(ClientSettings {});
    input.locations = LocationRepository::ofClient(tx, client);
    input.history = MessageRepository::before(tx, client, conversation, row->lastPosition + 1, historyMessages);
    std::reverse(input.history.begin(), input.history.end());
    input.decisions = DecisionRepository::latest(tx, client, conversation, historyDecisions);
    std::reverse(input.decisions.begin(), input.decisions.end());
    std::erase_if(input.decisions, [](const Decision &d) { return d.action == DecisionAction::Superseded; });
    forgetWhatWasSettled(input, tx, client, conversation);
    input.consent = ConsentRepository::standing(tx, *lead, *row);
    input.rules = RuleRepository::ofClient(tx, client);
    input.firings = RuleRepository::firings(tx, client, conversation);
    input.handedBackAt = handedBackAt(tx, client, conversation);
    if (const auto window = isChat(*row) ? LiveChatRepository::byConversation(tx, client, conversation) : std::nullopt)
        told = {window->name, window->wishes};
    input.client = std::move(*business);
    input.conversation = std::move(*row);
    input.lead = std::move(*lead);
    return TurnSnapshot {std::move(input), std::move(told)};
}

Result<std::optional<TurnSnapshot>> readTurn(Store &store, const ClientId &client, const ConversationId &conversation)
{
    std::optional<TurnSnapshot> found;
    const auto done = store.read([&](Tx &tx) { found = readTurn(tx, client, conversation); });
    if (done.hasError())
        return done.error();
    return found;
}

} // namespace foredeck
