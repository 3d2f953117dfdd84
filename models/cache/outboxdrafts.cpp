#include "models/cache/draftwords.h"
#include "models/cache/firstwords.h"
#include "models/cache/outboxfile.h"
#include "models/sqlite/transaction.h"
#include "outboxsql.h"

#include <algorithm>

namespace foredeck {

std::vector<DraftRow> OutboxFile::drafts(const UserId &user, const ConversationId &conversation)
{
    std::vector<DraftRow> rows;
    Query query {m_database, outboxsql::draft_get};
    query.bindText("user", user.value).bindText("conversation", conversation.value);
    while (query.next()) {
        DraftRow row;
        row.composition.user = user;
        row.composition.conversation = conversation;
        row.composition.kind = Open<CompositionKind>::fromText(query.view());
        row.composition.text = query.text();
        row.composition.seenPosition = query.integer();
        row.composition.at = query.time();
        row.synced = query.flag();
        row.here = query.flag();
        rows.push_back(std::move(row));
    }
    return rows;
}

bool OutboxFile::isWritten(const UserId &user, const ConversationId &conversation, CompositionKind kind)
{
    const auto rows = drafts(user, conversation);
    return std::any_of(rows.begin(), rows.end(), [&](const DraftRow &row) { return row.composition.kind == kind && !row.composition.text.empty(); });
}

void OutboxFile::putDraft(const Composition &composition) { storeDraft({composition, false, true}); }

/// What another device wrote, or emptied by sending it.
void OutboxFile::mirrorDraft(const Composition &composition)
{
    transact([&] { storeDraft({composition, true, false}); });
    rememberDraft(composition);
}

void OutboxFile::storeDraft(const DraftRow &row)
{
    const Composition &c = row.composition;
    Query {m_database, outboxsql::draft_put}
        .bindText("user", c.user.value).bindText("conversation", c.conversation.value).bind("kind", c.kind.text())
        .bindText("client", c.client.value).bindText("text", c.text).bind("seen_position", c.seenPosition).bind("at", c.at)
        .bind("synced", row.synced).bind("here", row.here).run();
}

void OutboxFile::returnToDraft(const Op &op, Timestamp now)
{
    const JournalPlace place = journalPlace(op);
    const bool isForm = place.kind == CompositionKind::Lead; // all of it comes back, into a form that is empty (StoreCore::edit)
    Composition composition {op.user, op.client, place.id, place.kind, isForm ? op.body : textOf(op), op.seenPosition, now, 0};
    if (isForm)
        return putDraft(composition);
    for (const DraftRow &row : drafts(op.user, place.id)) {
        if (row.composition.kind == place.kind && !row.composition.text.empty())
            composition.text += "\n" + row.composition.text;
    }
    putDraft(composition);
    returnMentions(op, now);
}

/// Those of the words that came back stand in front of those that are being written, as the words themselves do.
void OutboxFile::returnMentions(const Op &op, Timestamp now)
{
    const auto mentions = mentionsOf(op);
    if (mentions.empty())
        return;
    Composition composition {op.user, op.client, mentionsJournalId(op.conversation), CompositionKind::Mentions, mentionLines(mentions), 0, now, 0};
    for (const DraftRow &row : drafts(op.user, composition.conversation)) {
        if (!row.composition.text.empty())
            composition.text += "\n" + row.composition.text;
    }
    putDraft(composition);
}

void OutboxFile::rememberDraft(const Composition &composition)
{
    if (composition.user != m_user || isLocal(composition.kind.value()))
        return;
    auto &texts = m_drafts[composition.conversation];
    if (composition.text.empty())
        texts.erase(composition.kind.value());
    else
        texts[composition.kind.value()] = composition.text;
    if (texts.empty())
        m_drafts.erase(composition.conversation);
}

OutboxFile::Journaled OutboxFile::journaled(Composition composition, const std::optional<std::string> &before)
{
    for (const DraftRow &row : drafts(composition.user, composition.conversation)) {
        const std::string &there = row.composition.text;
        if (row.composition.kind.value() != composition.kind.value() || there == before)
            continue;
        if (row.here || !before)
            composition.text = composition.kind == CompositionKind::Lead ? joinedForms(there, composition.text) : joined(there, before, composition.text);
        return {std::move(composition), true};
    }
    return {std::move(composition), false};
}

void OutboxFile::gather(const Composition &key, const std::vector<ConversationId> &below, const std::string &read)
{
    Composition whole = key;
    whole.text.clear();
    std::vector<Composition> emptied;
    const auto add = [&](const ConversationId &journal) {
        for (const DraftRow &row : drafts(key.user, journal)) {
            if (row.composition.kind.value() != key.kind.value() || row.composition.text.empty())
                continue;
            addBelow(whole.text, row.composition.text);
            Composition one = key;
            one.conversation = journal;
            one.text.clear();
            if (journal != key.conversation)
                emptied.push_back(std::move(one));
        }
    };
    add(key.conversation);
    for (const ConversationId &journal : below)
        add(journal);
    if (emptied.empty() || whole.text != read)
        return;
    transact([&] {
        putDraft(whole);
        for (const Composition &one : emptied)
            putDraft(one);
    });
}

std::string OutboxFile::returnedSince(const Composition &composition, const std::optional<std::string> &before)
{
    if (!before)
        return {};
    for (const DraftRow &row : drafts(composition.user, composition.conversation)) {
        if (row.composition.kind.value() == composition.kind.value() && row.here && row.composition.text != *before)
            return cameBack(row.composition.text, *before);
    }
    return {};
}

bool OutboxFile::adoptDraft(const Composition &composition, bool own)
{
    if (composition.user != m_user)
        return false;
    for (const DraftRow &row : drafts(composition.user, composition.conversation)) {
        const std::string &there = row.composition.text;
        if (row.composition.kind.value() != composition.kind.value())
            continue;
        if (there == composition.text) {
            Query {m_database, outboxsql::draft_synced}
                .bindText("user", composition.user.value).bindText("conversation", composition.conversation.value)
                .bind("kind", composition.kind.text()).bindText("text", composition.text).run();
            return false;
        }
        if (!row.synced || (row.here && !goesOnFrom(composition.text, there)))
            return false;
    }
    if (own)
        return false; // what was typed here since is newer
    mirrorDraft(composition);
    return true;
}

bool OutboxFile::emptySent(const Composition &sent, std::int64_t position)
{
    if (sent.user != m_user || !m_drafts.contains(sent.conversation))
        return false;
    for (const DraftRow &row : drafts(sent.user, sent.conversation)) {
        const Composition &there = row.composition;
        // Written before it was known how far the conversation went: anything may be older.
        const bool mayBeOlder = there.seenPosition <= 0 || position <= there.seenPosition;
        if (there.kind.value() != sent.kind.value() || !row.synced || mayBeOlder || !wereSent(there.text, sent.text))
            continue;
        Composition emptied = there;
        emptied.text.clear();
        mirrorDraft(emptied);
        return true;
    }
    return false;
}

} // namespace foredeck
