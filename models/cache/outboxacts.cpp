#include "models/cache/outboxacts.h"

#include "models/cache/actbody.h"
#include "models/cache/fieldpatch.h"
#include "models/cache/outboxsecrets.h"
#include "models/cache/storewriter.h"
#include "models/domain/labels.h"

namespace foredeck {

namespace {

std::string text(const QString &s) { return s.toStdString(); }

Cleared cleared(CompositionKind kind, const std::optional<QString> &before)
{
    return {kind, before ? std::optional {text(*before)} : std::nullopt};
}

} // namespace

OutboxActs::OutboxActs(LocalStore &store, Ephemera &ephemera, std::int64_t undoMs, QObject *parent)
    : Acts(parent), m_store(store), m_ephemera(ephemera), m_undoMs(undoMs), m_person(store.user())
{
    // What is saved after somebody has signed out is still theirs.
    const auto follow = [this] {
        m_person = m_ephemera.me().id.empty() ? m_person : m_ephemera.me().id;
        workOff(); // what the last run left, or the person before
    };
    follow();
    connect(&ephemera, &Ephemera::sessionChanged, this, follow);
    connect(&store, &LocalStore::changed, this,
        [this](const Changes &changes) {
            m_ephemera.setUnsent(changes.unsent, changes.needingReview);
            for (const auto &[op, lead] : changes.knownAlready)
                Q_EMIT knownAlready(op, lead);
            if (changes.everything) // another person has come
                workOff();
        });
    connect(&store, &LocalStore::writeRecovered, this, &OutboxActs::workOff);
}

OutboxActs::~OutboxActs() = default;

Op OutboxActs::opOf(OpKind kind, const ConversationRef &conversation) const
{
    Op op = opOf(kind, conversation.client);
    op.conversation = conversation.id;
    op.seenPosition = conversation.lastPublicPosition;
    return op;
}

Op OutboxActs::opOf(OpKind kind, const EscalationRef &escalation) const
{
    Op op = opOf(kind, escalation.conversation);
    op.target = escalation.id.value;
    return op;
}

Op OutboxActs::restingOn(OpKind kind, const EscalationRef &escalation) const
{
    Op op = opOf(kind, escalation);
    op.expect = actBody([&](FieldWriter &w) {
        w("status", std::string {escalation.status.text()});
        w("claimed_by", escalation.claimedBy.value); // nobody is an empty text, not null
        w("assigned_to", escalation.assignedTo.value);
    });
    return op;
}

Op OutboxActs::opOf(OpKind kind, const ClientId &client) const
{
    const Timestamp now = m_store.clock().now();
    Op op;
    op.id = OpId::make(now);
    op.user = m_person;
    op.client = client;
    op.kind = kind;
    op.body = "{}";
    op.createdAt = now;
    return op;
}

OpId OutboxActs::commit(Op op, std::optional<Cleared> clears)
{
    const OpId id = op.id;
    if (op.user.empty()) {
        m_mailbox.post([this, id] { Q_EMIT failed(id, tr("Nobody is signed in.")); });
        return id;
    }
    m_store.writer().enqueue(std::move(op), std::move(clears), m_mailbox.receive([this, id](const Result<void> &result) {
        if (result.hasError())
            Q_EMIT failed(id, QString::fromStdString(result.error().detail));
        else
            Q_EMIT committed(id);
    }));
    return id;
}

OpId OutboxActs::commitSecret(Op op)
{
    const SyncPhase phase = m_ephemera.sync().phase;
    const bool answers = phase == SyncPhase::Live || phase == SyncPhase::CatchingUp || phase == SyncPhase::Gap;
    if (answers || !hasSecrets(op))
        return commit(std::move(op));
    m_mailbox.post([this, id = op.id] {
        Q_EMIT failed(id, tr("The server does not answer now, and keys and passwords do not wait on this computer. Try again when it does."));
    });
    return op.id;
}

Op OutboxActs::replyOf(const ConversationRef &conversation, const QString &words) const
{
    Op op = opOf(OpKind::Reply, conversation);
    op.body = actBody([&](FieldWriter &w) {
        w("id", op.id);
        w("text", text(words));
    });
    if (m_undoMs > 0) {
        op.state = OpState::Held;
        op.notBefore = op.createdAt + std::chrono::milliseconds {m_undoMs};
    }
    return op;
}

OpId OutboxActs::reply(const ConversationRef &conversation, const QString &words, const std::optional<QString> &before)
{
    return commit(replyOf(conversation, words), cleared(CompositionKind::Reply, before));
}

OpId OutboxActs::replyAgain(const ConversationRef &conversation, const QString &words) { return commit(replyOf(conversation, words)); }

OpId OutboxActs::note(const ConversationRef &conversation, const QString &words, const std::optional<QString> &before, const std::vector<Mention> &mentions)
{
    Op op = opOf(OpKind::Note, conversation);
    op.body = actBody([&](FieldWriter &w) {
        w("id", op.id);
        w("text", text(words));
        if (!mentions.empty())
            w("mentions", mentions);
    });
    return commit(std::move(op), cleared(CompositionKind::Note, before));
}

OpId OutboxActs::claim(const ConversationRef &conversation) { return commit(opOf(OpKind::Claim, conversation)); }
OpId OutboxActs::takeOver(const ConversationRef &conversation) { return commit(opOf(OpKind::TakeOver, conversation)); }

OpId OutboxActs::release(const ConversationRef &conversation, bool toAssistant)
{
    Op op = opOf(OpKind::Release, conversation);
    op.body = actBody([&](FieldWriter &w) { w("to", std::string {toAssistant ? "assistant" : "nobody"}); });
    return commit(std::move(op));
}

OpId OutboxActs::end(const ConversationRef &conversation) { return commit(opOf(OpKind::End, conversation)); }
OpId OutboxActs::reopen(const ConversationRef &conversation) { return commit(opOf(OpKind::Reopen, conversation)); }

OpId OutboxActs::snooze(const ConversationRef &conversation, Timestamp until)
{
    Op op = opOf(OpKind::Snooze, conversation);
    op.body = actBody([&](FieldWriter &w) { w("until", until); });
    return commit(std::move(op));
}

OpId OutboxActs::wake(const ConversationRef &conversation) { return commit(opOf(OpKind::Wake, conversation)); }

OpId OutboxActs::takeSnoozeBack(const ConversationRef &conversation, ConversationStatus before)
{
    Op op = opOf(OpKind::Wake, conversation);
    op.body = actBody([&](FieldWriter &w) { w("status", std::string {nameOf(before)}); });
    return commit(std::move(op));
}

OpId OutboxActs::relabel(const ConversationRef &conversation, const QStringList &add, const QStringList &remove)
{
    const auto labels = [](const QStringList &list) {
        std::vector<std::string> kept;
        for (const QString &label : list)
            kept.push_back(labelOf(text(label)));
        return kept;
    };
    Op op = opOf(OpKind::Labels, conversation);
    op.body = actBody([&](FieldWriter &w) {
        w("add", labels(add));
        w("remove", labels(remove));
    });
    return commit(std::move(op));
}

OpId OutboxActs::follow(const ConversationRef &conversation, bool on)
{
    Op op = opOf(OpKind::Follow, conversation);
    op.body = actBody([&](FieldWriter &w) { w("on", on); });
    return commit(std::move(op));
}

OpId OutboxActs::escalate(const ConversationRef &conversation, EscalationReason reason, const QString &detail, int priority)
{
    Op op = opOf(OpKind::Escalate, conversation);
    op.body = actBody([&](FieldWriter &w) {
        w("reason", Open<EscalationReason> {reason});
        w("detail", text(detail));
        w("priority", priority);
    });
    return commit(std::move(op));
}

OpId OutboxActs::acknowledge(const EscalationRef &escalation) { return commit(opOf(OpKind::EscalationAcknowledge, escalation)); }

OpId OutboxActs::assign(const EscalationRef &escalation, const UserId &user)
{
    Op op = restingOn(OpKind::EscalationAssign, escalation);
    op.body = actBody([&](FieldWriter &w) { w("user_id", user); });
    return commit(std::move(op));
}

OpId OutboxActs::release(const EscalationRef &escalation) { return commit(opOf(OpKind::EscalationRelease, escalation)); }

OpId OutboxActs::returnToAssistant(const EscalationRef &escalation, const QString &instruction, const std::optional<QString> &before)
{
    Op op = restingOn(OpKind::EscalationReturn, escalation);
    op.body = actBody([&](FieldWriter &w) { w("instruction", text(instruction)); });
    return commit(std::move(op), cleared(CompositionKind::Instruction, before));
}

OpId OutboxActs::resolve(const EscalationRef &escalation, const QString &note, bool end, const std::optional<QString> &before)
{
    Op op = restingOn(OpKind::EscalationResolve, escalation);
    op.body = actBody([&](FieldWriter &w) {
        w("note", text(note));
        w("end", end);
    });
    return commit(std::move(op), cleared(CompositionKind::Resolution, before));
}

OpId OutboxActs::read(const ConversationRef &conversation, std::int64_t position)
{
    Op op = opOf(OpKind::Read, conversation);
    op.body = actBody([&](FieldWriter &w) { w("position", position); });
    return commit(std::move(op));
}

OpId OutboxActs::setDoNotDisturb(bool on)
{
    Op op = opOf(OpKind::OwnState, ClientId {});
    op.target = m_person.value;
    op.body = actBody([&](FieldWriter &w) { w("do_not_disturb", on); });
    return commit(std::move(op));
}

OpId OutboxActs::setSafeMode(const ClientId &client, bool on, std::int64_t version)
{
    Op op = opOf(OpKind::ClientSafeMode, client);
    op.body = actBody([&](FieldWriter &w) { w("safe_mode", on); });
    op.ifMatch = std::to_string(version);
    return commit(std::move(op));
}

OpId OutboxActs::renameClient(const Client &client)
{
    Op op = opOf(OpKind::ClientName, client.id);
    op.body = actBody([&](FieldWriter &w) { w("name", client.name); });
    op.ifMatch = std::to_string(client.version);
    return commit(std::move(op));
}

OpId OutboxActs::saveSettings(const ClientSettings &before, const ClientSettings &after)
{
    return commit(withPatch(opOf(OpKind::Settings, before.client), encode(before), encode(after), before.version));
}

OpId OutboxActs::saveHours(const Location &before, const OpeningHours &after)
{
    Op op = opOf(OpKind::Hours, before.client);
    op.target = before.id.value;
    return commit(withPatch(std::move(op), encode(before.hours), encode(after), before.version));
}

OpId OutboxActs::saveChannel(const Channel &channel, const QString &secret, const QString &token, const QString &verifyToken)
{
    Op op = opOf(OpKind::Channel, channel.client);
    op.target = channel.id.value;
    op.body = actBody([&](FieldWriter &w) {
        Fields<Channel>::visit(w, channel);
        for (const auto &[name, value] : {std::pair {"secret", secret}, {"token", token}, {"verify_token", verifyToken}}) {
            if (!value.isEmpty())
                w(name, text(value));
        }
    });
    op.ifMatch = std::to_string(channel.version);
    return commitSecret(std::move(op));
}

OpId OutboxActs::testChannel(const Channel &channel)
{
    Op op = opOf(OpKind::ChannelTest, channel.client);
    op.target = channel.id.value;
    return commit(std::move(op));
}

OpId OutboxActs::inviteUser(const ClientId &client, const QString &name, const QString &email, Role role, const QString &password)
{
    Op op = opOf(OpKind::UserInvite, client);
    op.body = actBody([&](FieldWriter &w) {
        w("name", text(name));
        w("email", text(email));
        w("role", Open<Role> {role});
        if (!password.isEmpty())
            w("password", text(password));
    });
    return commitSecret(std::move(op));
}

OpId OutboxActs::disableUser(const ClientId &client, const UserId &user)
{
    Op op = opOf(OpKind::UserDisable, client);
    op.target = user.value;
    op.body = actBody([](FieldWriter &w) { w("status", Open<UserStatus> {UserStatus::Disabled}); });
    return commit(std::move(op));
}

OpId OutboxActs::updateLead(const ConversationRef &conversation, const Lead &before, const Lead &after)
{
    Op op = opOf(OpKind::LeadUpdate, conversation);
    op.client = after.client;
    op.target = after.id.value;
    const auto changed = [&](FieldWriter &w, const Lead &lead) {
        if (before.name != after.name)
            w("name", lead.name);
        if (before.phones != after.phones)
            w("phones", lead.phones);
        if (before.emails != after.emails)
            w("emails", lead.emails);
        if (before.qualification != after.qualification)
            w("qualification", lead.qualification);
        if (before.value != after.value)
            w("value", lead.value);
    };
    op.body = actBody([&](FieldWriter &w) { changed(w, after); });
    op.expect = actBody([&](FieldWriter &w) { changed(w, before); });
    return commit(std::move(op));
}

OpId OutboxActs::setLeadStatus(const ConversationRef &conversation, const Lead &before, LeadStatus status)
{
    Op op = opOf(OpKind::LeadStatus, conversation);
    op.client = before.client;
    op.target = before.id.value;
    op.body = actBody([&](FieldWriter &w) { w("status", Open<LeadStatus> {status}); });
    op.expect = actBody([&](FieldWriter &w) { w("status", before.status); });
    return commit(std::move(op));
}

void OutboxActs::undoSend(const OpId &op)
{
    m_store.writer().undo(op, m_mailbox.receive([this, op](bool takenBack) { Q_EMIT undone(op, takenBack); }));
}

void OutboxActs::holdReplies(bool held) { m_store.writer().holdReplies(held); }

void OutboxActs::tellFailure(const OpId &op, const Result<void> &result)
{
    if (result.hasError())
        Q_EMIT failed(op, QString::fromStdString(result.error().detail));
}

void OutboxActs::sendAnyway(const OpId &op)
{
    m_store.writer().sendAnyway(op, m_mailbox.receive([this, op](const Result<void> &result) { tellFailure(op, result); }));
}

void OutboxActs::edit(const OpId &op)
{
    m_store.writer().edit(op, m_mailbox.receive([this, op](const Result<void> &result) { tellFailure(op, result); }));
}

void OutboxActs::drop(const OpId &op)
{
    m_store.writer().drop(op, m_mailbox.receive([this, op](const Result<void> &result) { tellFailure(op, result); }));
}

void OutboxActs::putBack(const OpId &op)
{
    m_store.writer().putBack(op, m_mailbox.receive([this, op](const Result<void> &result) { tellFailure(op, result); }));
}

void OutboxActs::retry(const OpId &op)
{
    m_store.writer().retry(op, m_mailbox.receive([this, op](const Result<void> &result) { tellFailure(op, result); }));
}

void OutboxActs::saveComposition(const ConversationRef &conversation, CompositionKind kind, const QString &words, const std::optional<QString> &before, quint64 revision)
{
    Composition composition;
    composition.user = opOf(OpKind::Composition, conversation).user;
    composition.client = conversation.client;
    composition.conversation = conversation.id;
    composition.kind = kind;
    composition.text = text(words);
    composition.seenPosition = conversation.lastPublicPosition;
    composition.at = m_store.clock().now();
    const auto id = conversation.id;
    const auto wentOnFrom = before ? std::optional(text(*before)) : std::nullopt;
    m_store.writer().saveComposition(composition, wentOnFrom, m_mailbox.receive([this, id, kind, revision](const Result<void> &result) {
        if (result.hasError())
            Q_EMIT compositionFailed(id, kind, revision, QString::fromStdString(result.error().detail));
        else
            Q_EMIT compositionSaved(id, kind, revision);
    }));
}

} // namespace foredeck
