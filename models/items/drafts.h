#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/drafttext.h"
#include "models/ports/acts.h"

#include <QObject>

#include <functional>
#include <map>
#include <set>
#include <vector>

class QTimer;

namespace foredeck {

/// Keeps what is being typed: what is typed is in the journal 400 ms later however fluently one types, and at once on
/// blur, on switching and on closing. "Saved" is told only after the commit. Give it every change of the composer's text;
/// it does the rest. What each text goes through is DraftText's; here are the journal, the timer and the conversations,
/// of which one is open and others have not been journaled yet.
class Drafts final : public QObject {
    Q_OBJECT
public:
    using State = DraftText::State;

    /// Replies and notes of conversations.
    Drafts(const LocalStore &store, Acts &acts, int pauseMs = 400, QObject *parent = nullptr);
    /// Of those kinds alone, by whatever id the journal keeps them under.
    Drafts(const LocalStore &store, Acts &acts, std::vector<CompositionKind> kinds, int pauseMs = 400, QObject *parent = nullptr);
    ~Drafts() override; ///< flushes

    /// The conversation whose composer is shown: what is not saved of the one before is saved now. `loaded` follows, or
    /// comes at once when all of it is in memory.
    void open(const ConversationRef &conversation);
    const ConversationRef &conversation() const { return m_conversation; }
    bool isLoaded() const;
    QString text(CompositionKind kind) const;

    void typed(CompositionKind kind, const QString &text);
    /// What another window of this program showed there and has flushed.
    void takenOver(CompositionKind kind, const QString &text);
    /// Blur, switch, close: without waiting for the pause.
    void flush();
    /// The person goes: whatever is not saved is, those that were never read included.
    void saveAll();
    /// Another person has come: nothing of the one before is shown or saved any more.
    void forget();
    /// What the journal is known to hold of it, for the act that sends it.
    std::optional<QString> journaled(CompositionKind kind) const;
    /// The composer was sent by this act, which empties the journal itself.
    void sent(CompositionKind kind, const OpId &op);
    /// Words that had left the composer and were not done come in front of what stands there: at once where the
    /// conversation is open and read, otherwise in its journal.
    void giveBack(const ConversationRef &conversation, CompositionKind kind, const QString &words);
    State state(CompositionKind kind) const;
    /// Whether the disk refuses what was typed, in whichever conversation: it stands here and nowhere else. A write that
    /// succeeded elsewhere says nothing of this journal.
    bool isRefused() const;
    /// Something that was typed or came back is not in the journal yet, in whichever conversation.
    bool keepsUnsaved() const;
    /// Something of that conversation is in memory here: it is open, or not all of it is in the journal yet.
    bool keeps(const ConversationId &conversation) const { return m_kept.contains(conversation); }

    /// Whether somebody's cursor is in that text: then it is never replaced by another device's.
    void setHeld(std::function<bool(CompositionKind)> isHeld) { m_isHeld = std::move(isHeld); }
    /// What another device wrote, beside what stands here; empty when there is none.
    QString offered(CompositionKind kind) const;
    void takeOffered(CompositionKind kind);

Q_SIGNALS:
    void loaded();
    /// It has another text than was typed: an undone reply came back, another device wrote.
    void textChanged(foredeck::CompositionKind kind);
    void offerChanged(foredeck::CompositionKind kind);
    void stateChanged(foredeck::CompositionKind kind);
    /// It is not open any more, and all of it is in the journal: another one may go on with it from there.
    void letGo(const foredeck::ConversationId &conversation);

private:
    struct Kept {
        ConversationRef conversation;
        std::map<CompositionKind, DraftText> texts;
        std::map<CompositionKind, QString> givenBack; ///< until the journal was read
        quint64 begun = 0; ///< the newest write: a reading that was placed before it says nothing
        bool readAgain = false; ///< when nothing is under way
    };
    struct Sent {
        ConversationId conversation;
        CompositionKind kind;
        quint64 revision;
    };
    Kept &kept(const ConversationRef &conversation);
    Kept *opened();
    const DraftText *shown(CompositionKind kind) const;
    bool isOpen(const Kept &kept) const { return kept.conversation.id == m_conversation.id; }
    void reload(const ConversationId &id);
    void reloadUnread();
    void take(Kept &kept, const DraftPage &page);
    void takeGivenBack(Kept &kept, bool firstRead);
    /// `behindOthers`: without waiting for what is under way, because nobody will be there afterwards.
    void save(Kept &kept, bool behindOthers = false);
    /// At once where it is not open, with the next pause where it is.
    void saveSoon(Kept &kept);
    void put(CompositionKind kind, const QString &words, void (DraftText::*how)(const QString &));
    void runPause();
    void retryAll();
    /// Does it and tells a state that is another one afterwards.
    void change(Kept &kept, CompositionKind kind, const std::function<void(DraftText &)> &what);
    void settle(const ConversationId &conversation, CompositionKind kind, quint64 revision, bool written);
    void settleSent(const OpId &op, bool written);
    /// What was typed behind a write that is done now is saved; read again when that was put off; forgotten when it is not
    /// open and all of it is in the journal.
    void goOn(const ConversationId &id);

    const LocalStore &m_store;
    Acts &m_acts;
    std::vector<CompositionKind> m_kinds;
    ConversationRef m_conversation;
    std::map<ConversationId, Kept> m_kept;
    std::map<OpId, Sent> m_sent;
    std::function<bool(CompositionKind)> m_isHeld = [](CompositionKind) { return false; };
    quint64 m_revision = 0;
    bool m_refuses = false; ///< the disk, since nothing of this was written
    QTimer *m_pause = nullptr;
    QTimer *m_again = nullptr; ///< runs while something could not be read
    std::set<ConversationId> m_unread;
    Mailbox m_mailbox;
};

} // namespace foredeck
