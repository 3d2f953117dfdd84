#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/ports/acts.h"
#include "models/ports/ephemera.h"

#include <memory>

namespace foredeck {

/// Acts over the outbox: each call becomes a row, committed with FULL synchronisation before `committed` is told.
class OutboxActs final : public Acts {
    Q_OBJECT
public:
    /// `undoMs`: how long a reply is held before it may go. Store and ephemera outlive it.
    OutboxActs(LocalStore &store, Ephemera &ephemera, std::int64_t undoMs = 5000, QObject *parent = nullptr);
    ~OutboxActs() override;

    OpId reply(const ConversationRef &conversation, const QString &text, const std::optional<QString> &before = {}) override;
    OpId replyAgain(const ConversationRef &conversation, const QString &text) override;
    OpId note(const ConversationRef &conversation, const QString &text, const std::optional<QString> &before = {}, const std::vector<Mention> &mentions = {}) override;
    OpId claim(const ConversationRef &conversation) override;
    OpId takeOver(const ConversationRef &conversation) override;
    OpId release(const ConversationRef &conversation, bool toAssistant) override;
    OpId end(const ConversationRef &conversation) override;
    OpId reopen(const ConversationRef &conversation) override;
    OpId snooze(const ConversationRef &conversation, Timestamp until) override;
    OpId wake(const ConversationRef &conversation) override;
    OpId takeSnoozeBack(const ConversationRef &conversation, ConversationStatus before) override;
    OpId relabel(const ConversationRef &conversation, const QStringList &add, const QStringList &remove) override;
    OpId assign(const ConversationRef &conversation, const Owner &before, const Owner &to) override;
    OpId follow(const ConversationRef &conversation, bool on) override;
    OpId bulk(const BulkAct &act, std::vector<BulkStep> steps) override;
    void callOffBulk(const OpId &order) override;
    OpId undoBulk(const OpId &order) override;
    OpId escalate(const ConversationRef &conversation, EscalationReason reason, const QString &detail, int priority) override;
    OpId acknowledge(const EscalationRef &escalation) override;
    OpId assign(const EscalationRef &escalation, const UserId &user) override;
    OpId release(const EscalationRef &escalation) override;
    OpId returnToAssistant(const EscalationRef &escalation, const QString &instruction, const std::optional<QString> &before = {}) override;
    OpId resolve(const EscalationRef &escalation, const QString &note, bool end, const std::optional<QString> &before = {}) override;
    OpId read(const ConversationRef &conversation, std::int64_t position) override;
    OpId setDoNotDisturb(bool on) override;
    OpId setAssistant(const ClientId &client, bool on, const std::optional<Timestamp> &until = {}) override;
    OpId addNotice(const ClientId &client, const QString &text, const std::optional<Timestamp> &until) override;
    OpId endNotice(const ClientId &client, const NoticeId &notice) override;
    OpId handOverShift(const ClientId &client, const QString &text, const std::vector<ShiftLine> &lines, const std::optional<QString> &before = {}, bool goesOn = false) override;
    OpId acknowledgeShiftNote(const ClientId &client, const ShiftNoteId &note) override;
    OpId setSafeMode(const ClientId &client, bool on, std::int64_t version) override;
    OpId renameClient(const Client &client) override;
    OpId saveSettings(const ClientSettings &before, const ClientSettings &after) override;
    OpId saveHours(const Location &before, const OpeningHours &after) override;
    OpId saveChannel(const Channel &channel, const QString &secret, const QString &token, const QString &verifyToken) override;
    OpId testChannel(const Channel &channel) override;
    OpId inviteUser(const ClientId &client, const QString &name, const QString &email, Role role, const QString &password) override;
    OpId disableUser(const ClientId &client, const UserId &user) override;
    OpId makeRule(const ClientRule &rule) override;
    OpId saveRule(const ClientRule &rule) override;
    OpId deleteRule(const ClientRule &rule) override;
    OpId makeMacro(const Macro &macro) override;
    OpId saveMacro(const Macro &macro) override;
    OpId deleteMacro(const Macro &macro) override;
    OpId makeTask(const ConversationRef &conversation, const Task &task, const std::optional<QString> &before = {}) override;
    OpId changeTask(const ConversationRef &conversation, const Task &before, const Task &after) override;
    OpId closeTask(const ConversationRef &conversation, const Task &task, TaskState to, const QString &outcome) override;
    OpId reopenTask(const ConversationRef &conversation, const TaskId &task) override;
    OpId saveFaqs(const ClientId &client, const KnowledgeBaseId &base, const std::vector<Document> &faqs) override;
    OpId deleteFaq(const Document &faq) override;
    OpId enterLead(const DeskEntry &entry, const std::optional<QString> &before = {}) override;
    OpId writeFirst(const Lead &lead, ChannelKind channel, const QString &text, const std::optional<TemplateUse> &useTemplate, const std::optional<QString> &before = {}) override;
    OpId mergeLeads(const Lead &left, const Lead &other) override;
    OpId partLeads(const Lead &left, const Lead &other) override;
    OpId updateLead(const ConversationRef &conversation, const Lead &before, const Lead &after) override;
    OpId setLeadStatus(const ConversationRef &conversation, const Lead &before, LeadStatus status) override;
    void undoSend(const OpId &op) override;
    void holdReplies(bool held) override;
    void sendAnyway(const OpId &op) override;
    void edit(const OpId &op) override;
    void drop(const OpId &op) override;
    void putBack(const OpId &op) override;
    void retry(const OpId &op) override;
    void saveComposition(const ConversationRef &conversation, CompositionKind kind, const QString &text, const std::optional<QString> &before,
        quint64 revision) override;

private:
    OpId commit(Op op, std::optional<Cleared> clears = std::nullopt);
    /// Commits, unless the key or password in it would have to wait on this computer for the server.
    OpId commitSecret(Op op);
    void tellFailure(const OpId &op, const Result<void> &result);
    Op replyOf(const ConversationRef &conversation, const QString &text) const;
    Op opOf(OpKind kind, const ConversationRef &conversation) const;
    Op opOf(OpKind kind, const EscalationRef &escalation) const;
    /// Resting on whether it is open.
    Op opOf(OpKind kind, const ConversationRef &conversation, const Task &task) const;
    /// One that rests on who has it.
    Op restingOn(OpKind kind, const EscalationRef &escalation) const;
    Op opOf(OpKind kind, const ClientId &client) const;
    struct Order;
    void storeOrder(const std::shared_ptr<const Order> &order, std::size_t from);
    void workOff();

    LocalStore &m_store;
    Ephemera &m_ephemera;
    std::int64_t m_undoMs;
    UserId m_person; ///< whose acts these are: who was signed in last
    bool m_works = false; ///< a turn of an order on many conversations is under way
    bool m_worksAgain = false; ///< and something has come since it was asked for
    Mailbox m_mailbox;
};

} // namespace foredeck
