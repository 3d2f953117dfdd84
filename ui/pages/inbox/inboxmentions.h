#pragma once

#include "models/items/drafts.h"
#include "models/items/userlistmodel.h"
#include "ui/shell/desk.h"

#include <QObject>

#include <map>
#include <vector>

namespace foredeck::ui {

class Composer;

/// Whom the note that is written in the open conversation names: who can be, and, beside its text, who is. Kept in a journal of
/// its own, by the text's pace, and put back where the text stands.
class InboxMentions final : public QObject {
    Q_OBJECT

public:
    InboxMentions(const Desk &desk, Composer *composer, QObject *parent = nullptr);
    ~InboxMentions() override;

    /// The conversation whose composer is shown, as for Drafts; its client may be known only later.
    void open(const ConversationRef &conversation);
    /// The note's text was filled in: whom the journal knows it to name, it names.
    void show();
    bool isLoaded() const { return m_names.isLoaded(); }
    /// Whom a note of this text names that is sent now.
    std::vector<Mention> of(const QString &text) const;
    /// It was sent by this act: the journal of the names is emptied.
    void sent(const OpId &act, const ConversationRef &conversation, std::vector<Mention> mentions);
    void flush() { m_names.flush(); }
    /// Whom its note names is not in the journal yet.
    bool keeps(const ConversationId &conversation) const { return m_names.keeps(mentionsJournalId(conversation)); }
    /// Nor is that of any other one, or it came back and its journal is not read yet.
    bool keepsUnsaved() const { return m_names.keepsUnsaved(); }
    /// Another person has come.
    void forget();

Q_SIGNALS:
    /// Who can be mentioned are others.
    void changed();
    /// All that it kept of that conversation is in the journal.
    void letGo(const foredeck::ConversationId &conversation);

private:
    void tellPeople();

    struct Sent {
        ConversationRef conversation;
        std::vector<Mention> mentions;
    };
    Desk m_desk;
    Composer *m_composer;
    UserListModel m_users;
    Drafts m_names;
    ClientId m_client;
    std::map<OpId, Sent> m_sent; ///< not in the outbox yet
};

} // namespace foredeck::ui
