#include "models/cache/conversationupdater.h"

#include "cachesql.h"
#include "models/cache/outboxrules.h"
#include "models/core/text.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t lastWordsCharacters = 160;

} // namespace

std::optional<ConversationUpdater::Stored> ConversationUpdater::load(std::int64_t row)
{
    Query query {m_database, cachesql::conversation_state};
    if (!query.bind("row", row).next())
        return std::nullopt;
    Stored stored;
    stored.id = ConversationId {query.text()};
    stored.body = query.text();
    stored.scope = query.integer();
    stored.views = static_cast<unsigned>(query.integer());
    stored.rank = query.integer();
    stored.unread = query.integer() > 0;
    return stored;
}

std::int64_t ConversationUpdater::readPositionOf(const ConversationId &id)
{
    Query query {m_database, cachesql::read_cursor_of};
    return query.bindText("conversation", id.value).next() ? query.integer() : 0;
}

int ConversationUpdater::unreadOf(std::int64_t row, const EffectiveConversation &effective)
{
    if (effective.conversation.status == ConversationStatus::Ended)
        return 0;
    Query query {m_database, cachesql::timeline_unread};
    query.bind("conversation", row).bind("position", effective.readPosition).next();
    return static_cast<int>(query.integer());
}

/// What the assistant says when it hands over is the same everywhere; what is asked is not.
std::string ConversationUpdater::wordsOf(std::int64_t row, const Conversation &effective)
{
    if (!awaitsPerson(effective) || effective.lastMessage.role != MessageRole::Ai)
        return {};
    Query query {m_database, cachesql::timeline_words};
    if (!query.bind("conversation", row).next())
        return {};
    const std::string body = query.text();
    const auto message = m_document.parse(body);
    return message.hasValue() ? singleLine(message.value()["text"].asString().value_or(std::string_view {}), lastWordsCharacters) : std::string {};
}

void ConversationUpdater::refresh(std::int64_t row, const Self &self, const ActsOf &actsOf, Touched &touched)
{
    const auto stored = load(row);
    if (!stored || stored->body.empty())
        return;
    const auto root = m_document.parse(stored->body);
    auto base = root.hasValue() ? decode<Conversation>(root.value()) : Result<Conversation> {root.error()};
    if (base.hasError())
        throw StoreFault {Error::of(Error::Kind::Corrupt, "a stored conversation cannot be read: " + base.error().detail)};
    const Acts acts = actsOf(stored->id);
    const EffectiveConversation effective = project({std::move(base).value(), readPositionOf(stored->id), PendingKind::None, {}}, acts.ops, self);
    const int unread = unreadOf(row, effective);
    const Shown shown {viewsOf(effective.conversation, self.id, effective.readPosition), rankOf(effective.conversation), unread > 0};
    move(row, *stored, shown, touched);
    write(row, effective, acts, shown, unread);
    touched.listRows.insert(stored->id);
}

void ConversationUpdater::move(std::int64_t row, const Stored &stored, const Shown &shown, Touched &touched)
{
    const unsigned all = stored.views | shown.views;
    for (unsigned view = 1; all >> view; ++view) {
        const bool was = (stored.views >> view) & 1u;
        const bool is = (shown.views >> view) & 1u;
        if (!was && !is)
            continue;
        const bool moves = was != is || stored.rank != shown.rank;
        const int total = (is ? 1 : 0) - (was ? 1 : 0);
        const int unread = (is && shown.unread ? 1 : 0) - (was && stored.unread ? 1 : 0);
        for (const std::int64_t scope : {std::int64_t {0}, stored.scope}) {
            if (moves && was)
                Query {m_database, cachesql::view_remove}.bind("view", static_cast<int>(view)).bind("scope", scope).bind("rank", stored.rank).bind("conversation", row).run();
            if (moves && is)
                Query {m_database, cachesql::view_add}.bind("view", static_cast<int>(view)).bind("scope", scope).bind("rank", shown.rank).bind("conversation", row).run();
            if (total != 0 || unread != 0)
                Query {m_database, cachesql::counter_add}.bind("view", static_cast<int>(view)).bind("scope", scope).bind("total", total).bind("unread", unread).run();
        }
        touched.counters = touched.counters || total != 0 || unread != 0;
    }
}

void ConversationUpdater::write(std::int64_t row, const EffectiveConversation &effective, const Acts &acts, const Shown &shown, int unread)
{
    const Conversation &c = effective.conversation;
    const std::string words = wordsOf(row, c);
    const std::string labels = encode(c.labels);
    const EscalationMark mark = c.escalation.value_or(EscalationMark {});
    const DecisionMark decision = c.decision.value_or(DecisionMark {});
    const bool hasActs = !acts.ops.empty() || !acts.draft.empty();
    const bool escalated = c.escalation.has_value();
    const TaskMark task = c.task.value_or(TaskMark {});
    Query {m_database, cachesql::conversation_effective}
        .bind("views", static_cast<std::int64_t>(shown.views)).bind("has_acts", hasActs).bind("channel", c.channelKind.text())
        .bindText("language", c.language).bindText("labels", labels).bind("window_until", c.replyWindowUntil)
        .bind("snoozed_until", c.snoozedUntil).bind("last_position", c.lastPosition).bind("last_public_position", c.lastPublicPosition)
        .bindText("decision_id", decision.id.value).bindText("decision_action", decision.action)
        .bind("decision_confidence", decision.confidence).bind("last_at", c.lastAt).bind("rank", shown.rank).bind("status", c.status.text())
        .bind("owner_kind", c.owner.kind.text()).bindText("owner_user", c.owner.user.value).bindText("owner_name", c.owner.name)
        .bindText("claim_user", c.claim.user.value).bindText("claim_name", c.claim.name).bind("claim_fence", c.claim.fence)
        .bind("claim_lease", c.claim.leaseUntil).bindText("message_id", c.lastMessage.id.value).bind("message_role", c.lastMessage.role.text())
        .bindText("message_author", c.lastMessage.author).bindText("message_text", c.lastMessage.text)
        .bind("message_delivery", c.lastMessage.delivery.text()).bind("message_at", c.lastMessage.at)
        .bindText("escalation_id", mark.id.value).bind("escalation_reason", escalated ? mark.reason.text() : std::string_view {})
        .bind("escalation_status", escalated ? mark.status.text() : std::string_view {}).bind("escalation_priority", escalated ? mark.priority : 0)
        .bind("due", dueOf(c)).bind("due_from", dueFrom(c)).bind("waiting_since", c.waitingSince).bindText("draft", effective.unsent.empty() ? acts.draft : effective.unsent)
        .bind("pending", static_cast<int>(effective.pending)).bind("unread", unread).bind("read_position", effective.readPosition)
        .bindText("words", words).bindText("task_id", task.id.value).bind("task_kind", c.task ? task.kind.text() : std::string_view {})
        .bindText("task_owner", task.owner.value).bind("task_due", c.task ? std::optional {task.due} : std::nullopt).bind("task_is_due", task.isDue)
        .bind("row", row).run();
}

} // namespace foredeck
