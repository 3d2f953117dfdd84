#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/ports/acts.h"

#include <QObject>

#include <map>
#include <optional>

class QTimer;

namespace foredeck {

/// Keeps what is being typed: journaled at each pause (400 ms after the last key), on blur, on switching and on closing.
/// "Saved" is told only after the commit. Give it every change of the composer's text; it does the rest.
class Drafts final : public QObject {
    Q_OBJECT
public:
    enum class State { Clean, Typing, Saving, Saved, Failed };

    Drafts(const LocalStore &store, Acts &acts, int pauseMs = 400, QObject *parent = nullptr);
    ~Drafts() override; ///< flushes

    /// The conversation whose composer is shown: what is not saved of the one before is saved now; `loaded` follows.
    void open(const ConversationRef &conversation);
    const ConversationRef &conversation() const { return m_conversation; }
    bool isLoaded() const { return m_page.has_value(); }
    QString text(CompositionKind kind) const;
    /// Written on another device while this one had unsaved words; empty when there is none.
    QString otherReply() const;

    void typed(CompositionKind kind, const QString &text);
    /// Blur, switch, close: without waiting for the pause.
    void flush();
    /// The composer was sent: the journal is emptied by the act itself.
    void sent(CompositionKind kind);
    /// Words that had left the composer and were not done come in front of what stands there: at once where the
    /// conversation is open and read, otherwise in its journal.
    void giveBack(const ConversationRef &conversation, CompositionKind kind, const QString &words);
    State state(CompositionKind kind) const;

Q_SIGNALS:
    void loaded();
    /// The journal got another text from elsewhere (an undone reply came back, another device wrote): show it only when
    /// the composer has no unsaved words.
    void textChanged(foredeck::CompositionKind kind);
    void stateChanged(foredeck::CompositionKind kind);

private:
    struct Kind {
        std::optional<QString> text; ///< nothing: what the journal holds
        quint64 revision = 0;
        State state = State::Clean;
    };
    void leave();
    void goOn();
    void takeGivenBack();
    void journalGivenBack(const ConversationRef &conversation, const DraftPage &page);
    void retryLeft();
    void reload();
    void take(DraftPage page);
    void settled(const ConversationId &conversation, CompositionKind kind, quint64 revision, State state);
    void setState(CompositionKind kind, State state);

    const LocalStore &m_store;
    Acts &m_acts;
    ConversationRef m_conversation;
    std::optional<DraftPage> m_page;
    std::map<CompositionKind, Kind> m_kinds;
    std::map<ConversationId, std::map<CompositionKind, Kind>> m_left; ///< of other conversations: not journaled yet
    std::map<ConversationId, ConversationRef> m_leftRefs;
    std::map<ConversationId, std::map<CompositionKind, QString>> m_givenBack;
    quint64 m_revision = 0;
    quint64 m_generation = 0;
    QTimer *m_pause = nullptr;
    Mailbox m_mailbox;
};

} // namespace foredeck
