#include "cachesql.h"
#include "models/cache/fieldpatch.h"
#include "models/cache/outboxrules.h"
#include "models/cache/storecore.h"
#include "net/codec/jsonreader.h"

#include <map>
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

/// What cannot be read is not known: the server decides then.
LeadId StoreCore::withWhom(const Op &op)
{
    const auto conversation = attempt([&] { return heldConversation(op.conversation); });
    return conversation.hasValue() && conversation.value() ? conversation.value()->lead : LeadId();
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
/// one else who changed it. Where somebody else came between, its version is another one, and they are asked. Of a patch,
/// which goes on from whatever is newest, it is the fields that both change.
void StoreCore::followOwn(const std::vector<Made> &made)
{
    std::map<OpId, Op> rows;
    for (const auto &[act, entity] : made) {
        JsonDocument document;
        const auto root = document.parse(entity.data);
        if (root.hasError())
            continue;
        const std::int64_t version = entity.version > 0 ? entity.version : root.value()["version"].asInteger().value_or(0);
        const auto id = root.value()[entity.kind == "settings" ? "client_id" : "id"].asString();
        for (const Op &op : m_outbox->open()) {
            const bool waits = op.user == m_self.id && op.state == OpState::Queued && op.attempts == 0;
            if (!waits || editedBy(op) != std::pair {std::string_view {entity.kind}, std::string {id.value_or(std::string_view {})}})
                continue;
            const Op &now = rows.try_emplace(op.id, op).first->second;
            if (isPatch(op)) {
                rows[op.id] = expectingWhere(now, act, documentOf(op, entity.data));
            } else if (version > 1 && now.ifMatch == std::to_string(version - 1)) {
                rows[op.id].ifMatch = std::to_string(version);
            }
        }
    }
    std::vector<Op> changed;
    for (auto &[id, op] : rows) {
        const Op *before = m_outbox->find(id);
        if (before && (before->ifMatch != op.ifMatch || before->expect != op.expect))
            changed.push_back(std::move(op));
    }
    if (!changed.empty())
        static_cast<void>(store(changed)); // else the act is refused, and the person asked
}

/// As the server told it last, without the acts of this computer.
std::optional<StoreCore::Newest> StoreCore::newestOf(const Op &op)
{
    const auto [kind, id] = editedBy(op);
    Query query {cache(), cachesql::entity_by_id};
    if (kind.empty() || !query.bind("kind", kind).bindText("id", id).next())
        return std::nullopt;
    const std::string entity {query.view()};
    JsonDocument document;
    const auto root = document.parse(entity);
    Newest newest {documentOf(op, entity), root.hasValue() ? root.value()["version"].asInteger().value_or(0) : 0};
    return newest.document.empty() ? std::nullopt : std::optional {std::move(newest)};
}

/// A patch goes on from what the server has told: what this person's own acts before it show beforehand has not happened yet,
/// and may never.
Op StoreCore::placed(Op op)
{
    const auto newest = isPatch(op) ? newestOf(op) : std::nullopt;
    if (!newest)
        return op;
    // Nobody has changed it since: what is different was shown beforehand, and has been dropped or refused.
    if (newest->version <= versionUnder(op))
        return restedOn(expecting(std::move(op), newest->document), newest->document, newest->version);
    std::string shown = newest->document;
    for (const Op &before : m_outbox->open()) {
        if (before.user == op.user && isPatch(before) && editedBy(before) == editedBy(op) && isEchoed(before.state.value()))
            shown = patched(shown, patchOf(before));
    }
    return restedOn(expectingUnder(std::move(op), shown, newest->document), newest->document, newest->version);
}

/// Where the cache has lost the document, or both have changed the same, the server says what is newest: by refusing it.
Op StoreCore::restedOnNewest(Op op)
{
    if (!isPatch(op))
        return op;
    const auto newest = newestOf(op);
    if (!newest)
        op.ifMatch = "0";
    return newest && newest->version >= versionUnder(op) ? restedOn(std::move(op), newest->document, newest->version) : op;
}

/// Somebody else has changed the document: what they have not changed of it goes on from theirs by itself. What both have
/// changed is a person's to say.
Op StoreCore::afterRefusal(Op op, const Op &asked)
{
    const auto told = op.state == OpState::NeedsReview ? toldDocument(op) : std::nullopt;
    if (!told || told->version <= versionUnder(asked))
        return op;
    const auto newest = newestOf(op);
    const bool isNewer = newest && newest->version >= told->version;
    const std::string &document = isNewer ? newest->document : told->document;
    if (!clashesWith(patchOf(op), document).empty())
        return op;
    op = restedOn(std::move(op), document, isNewer ? newest->version : told->version);
    op.state = OpState::Queued;
    op.attempts = 0; // nothing of it is there, so it may say something else under its key
    op.problem.clear();
    return op;
}

bool StoreCore::inTimeline(const std::string &id)
{
    Query query {cache(), cachesql::timeline_has};
    return query.bindText("id", id).next();
}

} // namespace foredeck
