#include "cachesql.h"
#include "models/cache/outboxrules.h"
#include "models/cache/projection.h"
#include "models/cache/storecore.h"
#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"

#include <utility>

/// What the cache knows of the things that acts rest on.
namespace foredeck {

namespace {

/// Kind and id of what the act rests on a version of; empty: on none.
std::pair<std::string_view, std::string> editedBy(const Op &op)
{
    switch (op.kind.value()) {
    case OpKind::ClientSafeMode:
    case OpKind::ClientName:
        return {"client", op.client.value};
    case OpKind::Settings:
        return {"settings", op.client.value};
    case OpKind::Hours:
        return {"location", op.target};
    case OpKind::Channel:
        return {"channel", op.target};
    case OpKind::RuleUpdate:
    case OpKind::RuleDelete:
        return {"rule", op.target};
    case OpKind::MacroUpdate:
    case OpKind::MacroDelete:
        return {"macro", op.target};
    case OpKind::FaqDelete:
        return {"document", op.target};
    default:
        return {};
    }
}

/// `body` without the changes of `dropped`, which went on from `before`: what is as in that one and was otherwise is again what
/// it was.
std::string withoutChanges(const std::string &body, const std::string &dropped, const std::string &before)
{
    JsonDocument mine;
    JsonDocument theirs;
    JsonDocument known;
    const auto whole = mine.parse(body);
    const auto gone = theirs.parse(dropped);
    const auto base = known.parse(before);
    if (whole.hasError() || gone.hasError() || base.hasError() || !whole.value().isObject())
        return body;
    std::string members;
    whole.value().eachMember([&](std::string_view name, JsonValue value) {
        const JsonValue was = base.value()[name];
        const bool isTheirs = was.exists() && gone.value()[name].exists() && gone.value()[name].toJson() == value.toJson();
        JsonWriter key;
        key.string(name);
        members += (members.empty() ? "" : ",") + key.take() + ':' + (isTheirs ? was : value).toJson();
        return true;
    });
    return '{' + members + '}';
}

} // namespace

std::optional<Conversation> StoreCore::heldConversation(const ConversationId &id)
{
    const auto row = tables().findConversation(id);
    if (!row)
        return std::nullopt;
    Query query {cache(), cachesql::conversation_state};
    query.bind("row", *row).next();
    query.view();
    auto conversation = decode<Conversation>(query.view());
    return conversation.hasValue() ? std::optional {std::move(conversation).value()} : std::nullopt;
}

/// As the server has it, without the acts of this computer; what is not known is not.
bool StoreCore::isHeldOpen(const ConversationId &id)
{
    const auto conversation = attempt([&] { return heldConversation(id); });
    return conversation.hasValue() && conversation.value() && conversation.value()->status != ConversationStatus::Ended;
}

std::int64_t StoreCore::heldFence(const Op &op)
{
    const bool fenced = op.kind == OpKind::Reply || op.kind == OpKind::Release || op.kind == OpKind::EscalationRelease;
    if (op.conversation.empty() || !fenced)
        return 0;
    const auto conversation = heldConversation(op.conversation);
    return conversation && conversation->claim.user == op.user ? conversation->claim.fence : 0;
}

std::int64_t StoreCore::lastPublicPosition(const ConversationId &id)
{
    const auto conversation = heldConversation(id);
    return conversation ? conversation->lastPublicPosition : 0;
}

/// Of an entity that only people edit (contract 1), as the cache has it.
std::int64_t StoreCore::versionOfEdited(const Op &op)
{
    const auto [kind, id] = editedBy(op);
    Query query {cache(), cachesql::entity_version};
    return query.bind("kind", kind).bindText("id", id).next() ? query.integer() : 0;
}

/// What an act of this person has made of something, the acts behind it that saw it as it was before rest on, too: it was no
/// one else who changed it. Where somebody else came between, its version is another one, and they are asked.
void StoreCore::followOwn(const std::vector<Entity> &made)
{
    std::vector<Op> rows;
    for (const Entity &entity : made) {
        JsonDocument document;
        const auto root = document.parse(entity.data);
        if (root.hasError())
            continue;
        const std::int64_t version = entity.version > 0 ? entity.version : root.value()["version"].asInteger().value_or(0);
        const auto id = root.value()[entity.kind == "settings" ? "client_id" : "id"].asString();
        for (const Op &op : m_outbox->open()) {
            const bool waits = op.user == m_self.id && op.state == OpState::Queued && op.attempts == 0;
            if (!waits || version < 2 || op.ifMatch != std::to_string(version - 1) || editedBy(op) != std::pair {std::string_view {entity.kind}, std::string {id.value_or(std::string_view {})}})
                continue;
            rows.push_back(op);
            rows.back().ifMatch = std::to_string(version);
        }
    }
    if (!rows.empty())
        static_cast<void>(store(rows)); // else the act is refused, and the person asked
}

/// The settings that were saved behind it by the same person, and what they and it go on from.
StoreCore::SettingsBehind StoreCore::settingsBehind(const Op &one)
{
    SettingsBehind behind;
    Query query {cache(), cachesql::entity_by_id};
    if (one.kind != OpKind::Settings || !query.bind("kind", "settings").bindText("id", one.client.value).next())
        return behind;
    auto known = decode<ClientSettings>(query.view());
    if (known.hasError())
        return behind;
    std::vector<Op> earlier;
    bool isBehind = false;
    for (const Op &op : m_outbox->open()) {
        isBehind = isBehind || op.id == one.id;
        if (!isBehind)
            earlier.push_back(op);
        else if (op.id != one.id && op.kind == OpKind::Settings && op.client == one.client && op.user == one.user && neverHappened(op))
            behind.acts.push_back(op);
    }
    behind.before = encode(foredeck::project(std::move(known).value(), earlier));
    return behind;
}

/// Whoever drops it does not want that what it had changed is saved by another one. A form that saves anew drops its own
/// refused act, and that new one holds what it says: it has not been refused.
std::vector<Op> StoreCore::restatedWithout(const Op &dropped)
{
    SettingsBehind behind = settingsBehind(dropped);
    if (dropped.state != OpState::Queued)
        std::erase_if(behind.acts, [](const Op &op) { return op.state == OpState::Queued; });
    for (Op &op : behind.acts)
        op.body = withoutChanges(op.body, dropped.body, behind.before);
    return std::move(behind.acts);
}

/// Dropped, put back and sent after all: what was restated without it would undo what it changes.
std::vector<Op> StoreCore::restatedWith(const Op &again)
{
    SettingsBehind behind = settingsBehind(again);
    std::erase_if(behind.acts, [&](const Op &op) { return again.state == OpState::Queued || op.ifMatch != again.ifMatch; });
    for (Op &op : behind.acts)
        op.body = withoutChanges(op.body, behind.before, again.body);
    return std::move(behind.acts);
}

bool StoreCore::inTimeline(const std::string &id)
{
    Query query {cache(), cachesql::timeline_has};
    return query.bindText("id", id).next();
}

} // namespace foredeck
