#pragma once

#include "models/core/result.h"
#include "models/domain/bulk.h"
#include "models/domain/channel.h"
#include "models/domain/client.h"
#include "models/domain/composition.h"
#include "models/domain/conversation.h"
#include "models/domain/deskentry.h"
#include "models/domain/escalation.h"
#include "models/domain/hours.h"
#include "models/domain/knowledge.h"
#include "models/domain/lead.h"
#include "models/domain/macro.h"
#include "models/domain/mention.h"
#include "models/domain/op.h"
#include "models/domain/rule.h"
#include "models/domain/settings.h"
#include "models/domain/shiftnote.h"
#include "models/domain/task.h"
#include "models/domain/user.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace foredeck {

/// What a reply or a resolve rests on: taken from the row that the person looks at.
struct ConversationRef {
    ClientId client;
    ConversationId id;
    std::int64_t lastPublicPosition = 0;
};

/// A hand-over and the conversation it is about. It is taken up by Acts::takeOver() of that conversation.
struct EscalationRef {
    ConversationRef conversation;
    EscalationId id;
    /// What giving it away, returning and resolving it rest on: as the row said that the person looked at.
    Open<EscalationStatus> status {EscalationStatus::Pending};
    UserId claimedBy {};
    UserId assignedTo {};
};

/// Everything a person does that changes business data (contract 3, lane 1). There is no second way. Each call returns
/// at once with the id of the act, which is also the id of the message or note it makes. `committed` follows when the
/// outbox has it on disk and the lists show it; `failed` when it could not be saved: then nothing was done and the
/// interface keeps the text. Delivery is another matter: OutboxModel and the transcript tell it. Interface thread.
class Acts : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Goes out after the undo delay (5 s unless configured). The composition of that kind is emptied in the same commit.
    /// `before`: what its journal is known to hold; what came back there since then stays. Nothing: all of it is emptied.
    virtual OpId reply(const ConversationRef &conversation, const QString &text, const std::optional<QString> &before = {}) = 0;
    /// The words of a reply that its provider refused, as a new reply: what is being written stays.
    virtual OpId replyAgain(const ConversationRef &conversation, const QString &text) = 0;
    /// `mentions`: whom its text names, beside it.
    virtual OpId note(const ConversationRef &conversation, const QString &text, const std::optional<QString> &before = {}, const std::vector<Mention> &mentions = {}) = 0;
    virtual OpId claim(const ConversationRef &conversation) = 0;
    virtual OpId takeOver(const ConversationRef &conversation) = 0;
    virtual OpId release(const ConversationRef &conversation, bool toAssistant) = 0;
    virtual OpId end(const ConversationRef &conversation) = 0;
    virtual OpId reopen(const ConversationRef &conversation) = 0;
    /// Put away until then; a customer's message brings it back before, and one that was not seen keeps it.
    virtual OpId snooze(const ConversationRef &conversation, Timestamp until) = 0;
    /// Back before its time.
    virtual OpId wake(const ConversationRef &conversation) = 0;
    /// As if it had not been put away: it is what it was `before` (active or waiting for a person).
    virtual OpId takeSnoozeBack(const ConversationRef &conversation, ConversationStatus before) = 0;
    /// Labels put on and taken off; what others do to its labels meanwhile stands, too.
    virtual OpId relabel(const ConversationRef &conversation, const QStringList &add, const QStringList &remove) = 0;
    /// Gives it to a person who may answer there, or to nobody, resting on who had it `before`. Nobody claims it by that.
    virtual OpId assign(const ConversationRef &conversation, const Owner &before, const Owner &to) = 0;
    /// Whether one takes part in it.
    virtual OpId follow(const ConversationRef &conversation, bool on) = 0;
    /// One order on many conversations: an act for each, in turn and between other acts, also over a restart. `committed` of
    /// the order's id follows when all of it is on disk; how far it has come, CacheReader::bulks() tells.
    virtual OpId bulk(const BulkAct &act, std::vector<BulkStep> steps) = 0;
    /// What of an order has not been sent does not happen.
    virtual void callOffBulk(const OpId &order) = 0;
    /// A new order that takes back what the other one has done; `failed` where nothing can be taken back.
    virtual OpId undoBulk(const OpId &order) = 0;
    virtual OpId escalate(const ConversationRef &conversation, EscalationReason reason, const QString &detail, int priority) = 0;
    /// "Seen, I am on it": nobody further is told of it.
    virtual OpId acknowledge(const EscalationRef &escalation) = 0;
    /// Gives it to a person, who has not taken it by that.
    virtual OpId assign(const EscalationRef &escalation, const UserId &user) = 0;
    /// Gives it up, for whoever comes.
    virtual OpId release(const EscalationRef &escalation) = 0;
    /// The assistant goes on, with what it is told to do; the instruction may be empty. What is journaled of it is emptied in
    /// the same commit, as resolving does with its note.
    virtual OpId returnToAssistant(const EscalationRef &escalation, const QString &instruction, const std::optional<QString> &before = {}) = 0;
    /// Settled; `end`: so is the conversation. The note may be empty.
    virtual OpId resolve(const EscalationRef &escalation, const QString &note, bool end, const std::optional<QString> &before = {}) = 0;
    /// Moves one's own read cursor forward, never back; joined with an unsent one of the same conversation.
    virtual OpId read(const ConversationRef &conversation, std::int64_t position) = 0;

    /// Of oneself, told to the team: others are called instead.
    virtual OpId setDoNotDisturb(bool on) = 0;
    /// Off with `until`: it goes on by itself then.
    virtual OpId setAssistant(const ClientId &client, bool on, const std::optional<Timestamp> &until = {}) = 0;
    /// A word that holds at once, for the assistant and everybody at the desk. The act's id becomes the notice's.
    virtual OpId addNotice(const ClientId &client, const QString &text, const std::optional<Timestamp> &until) = 0;
    virtual OpId endNotice(const ClientId &client, const NoticeId &notice) = 0;
    /// Tells whoever comes next what is open, of one client; the act's id becomes the note's. What is journaled of its words is
    /// emptied in the same commit, unless others are told the same after it (`goesOn`).
    virtual OpId handOverShift(const ClientId &client, const QString &text, const std::vector<ShiftLine> &lines, const std::optional<QString> &before = {}, bool goesOn = false) = 0;
    /// One has read it.
    virtual OpId acknowledgeShiftNote(const ClientId &client, const ShiftNoteId &note) = 0;
    virtual OpId setSafeMode(const ClientId &client, bool on, std::int64_t version) = 0;
    virtual OpId renameClient(const Client &client) = 0; ///< `version` as it was read
    /// What differs, field by field, and nothing else: what others change meanwhile stands (decision 35).
    virtual OpId saveSettings(const ClientSettings &before, const ClientSettings &after) = 0;
    virtual OpId saveHours(const Location &before, const OpeningHours &after) = 0;
    /// Empty secret or token: the one that is stored stays. Both leave the outbox file when the server has them.
    virtual OpId saveChannel(const Channel &channel, const QString &secret, const QString &token, const QString &verifyToken) = 0;
    virtual OpId testChannel(const Channel &channel) = 0;
    virtual OpId inviteUser(const ClientId &client, const QString &name, const QString &email, Role role, const QString &password) = 0;
    virtual OpId disableUser(const ClientId &client, const UserId &user) = 0;
    /// The act's id becomes the rule's.
    virtual OpId makeRule(const ClientRule &rule) = 0;
    virtual OpId saveRule(const ClientRule &rule) = 0; ///< `version` as it was read
    virtual OpId deleteRule(const ClientRule &rule) = 0; ///< as above
    /// Those of a macro likewise.
    virtual OpId makeMacro(const Macro &macro) = 0;
    virtual OpId saveMacro(const Macro &macro) = 0;
    virtual OpId deleteMacro(const Macro &macro) = 0;
    /// The act's id becomes the task's. Of it: what is to be done, by whom (nobody: no owner) and when; the rest is the server's.
    /// What is journaled of it is emptied in the same commit.
    virtual OpId makeTask(const ConversationRef &conversation, const Task &task, const std::optional<QString> &before = {}) = 0;
    /// What differs of kind, text, owner and due, resting on `before`.
    virtual OpId changeTask(const ConversationRef &conversation, const Task &before, const Task &after) = 0;
    /// With what came of it, which may be empty; `to`: done or dropped.
    virtual OpId closeTask(const ConversationRef &conversation, const Task &task, TaskState to, const QString &outcome) = 0;
    virtual OpId reopenTask(const ConversationRef &conversation, const TaskId &task) = 0;
    virtual OpId saveFaqs(const ClientId &client, const KnowledgeBaseId &base, const std::vector<Document> &faqs) = 0;
    virtual OpId deleteFaq(const Document &faq) = 0; ///< `version` as it was read
    /// The act's id becomes the lead's, unless the server knows them by the number or e-mail: `knownAlready` tells whom it took
    /// them for. What is journaled of the form is emptied in the same commit.
    virtual OpId enterLead(const DeskEntry &entry, const std::optional<QString> &before = {}) = 0;
    /// A text (SMS), or a template of the client's filled in (WhatsApp): `text` is what it then says. It makes the conversation.
    virtual OpId writeFirst(const Lead &lead, ChannelKind channel, const QString &text, const std::optional<TemplateUse> &useTemplate, const std::optional<QString> &before = {}) = 0;
    /// They are one person: `other` becomes part of `left` (decision 39), resting on what the two are called.
    virtual OpId mergeLeads(const Lead &left, const Lead &other) = 0;
    /// As if that had not been: `other` is itself again.
    virtual OpId partLeads(const Lead &left, const Lead &other) = 0;
    virtual OpId updateLead(const ConversationRef &conversation, const Lead &before, const Lead &after) = 0;
    /// `conversation`: the lead's newest, or with its client alone when it has none.
    virtual OpId setLeadStatus(const ConversationRef &conversation, const Lead &before, LeadStatus status) = 0;

    /// While the reply is held: takes it back, its text returns to the composition. False when it has gone: `undone`.
    virtual void undoSend(const OpId &op) = 0;
    /// While it is asked what becomes of them, replies that can be taken back stay so; afterwards their time goes on.
    virtual void holdReplies(bool held) = 0;
    /// For rows that need a look: send it as it is, resting on what is known now.
    virtual void sendAnyway(const OpId &op) = 0;
    /// Back into the composition; the row is cancelled.
    virtual void edit(const OpId &op) = 0;
    virtual void drop(const OpId &op) = 0;
    /// One that was dropped: it is in the outbox again and needs a look, so that nothing goes out by that.
    virtual void putBack(const OpId &op) = 0;
    /// Without waiting for the next try.
    virtual void retry(const OpId &op) = 0;

    /// Journals what is being typed. `compositionSaved` follows only after the commit. An empty text clears it. `before`: the
    /// text that it went on from, or nothing when the journal was not read yet; what came back there since stands in front.
    virtual void saveComposition(const ConversationRef &conversation, CompositionKind kind, const QString &text, const std::optional<QString> &before,
        quint64 revision) = 0;

Q_SIGNALS:
    void committed(const foredeck::OpId &op);
    void failed(const foredeck::OpId &op, const QString &why);
    void undone(const foredeck::OpId &op, bool takenBack);
    /// Whoever was entered by this act was there already, as this lead: nothing was made twice.
    void knownAlready(const foredeck::OpId &op, const foredeck::LeadId &lead);
    void compositionSaved(const foredeck::ConversationId &conversation, foredeck::CompositionKind kind, quint64 revision);
    void compositionFailed(const foredeck::ConversationId &conversation, foredeck::CompositionKind kind, quint64 revision, const QString &why);
};

} // namespace foredeck
