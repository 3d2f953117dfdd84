#include "server/jobs/turnsnapshot.h"

#include "models/core/text.h"
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
constexpr std::size_t historyDecisions = 40;
constexpr int changesLookedAt = 40;
constexpr std::size_t readInAll = 64 * 1024; ///< of the customer's words, the newest first: any one message whole
constexpr std::size_t readOfEach = 2'000; ///< of those before

// What was resolved is settled: a customer who goes on afterwards is answered as if they had just begun, and nothing from
// before is answered or raised a second time.
void forgetWhatWasSettled(TurnInput &input, Tx &tx, const ClientId &client, const ConversationId &conversation)
{
    input.settled = settledPosition(tx, client, conversation);
    std::erase_if(input.history, [&](const Message &m) { return m.position < input.settled; });
    std::erase_if(input.decisions, [&](const Decision &d) { return d.seenPosition < input.settled; });
}

// Sixty messages as long as they may be would hold a worker for half a minute, and everybody else with it. Where one that
// waits is shortened the turn is longer than an engine reads (utterancesOf): a person gets the rest.
void shorten(std::vector<Message> &history)
{
    std::size_t left = readInAll;
    for (auto message = history.rbegin(); message != history.rend(); ++message) {
        if (message->role != MessageRole::Lead)
            continue;
        const auto read = std::max(left, readOfEach);
        if (message->text.size() > read)
            message->text.resize(clipUtf8(message->text, read).size());
        left -= std::min(left, message->text.size());
    }
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
    input.decisions = DecisionRepository::latest(tx, client, conversation, static_cast<int>(historyDecisions));
    std::reverse(input.decisions.begin(), input.decisions.end());
    if (input.decisions.size() == historyDecisions)
        input.decidedBefore = input.decisions.front().seenPosition;
    std::erase_if(input.decisions, [](const Decision &d) { return d.action == DecisionAction::Superseded; });
    forgetWhatWasSettled(input, tx, client, conversation);
    shorten(input.history);
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
