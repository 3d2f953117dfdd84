#pragma once

#include "models/cache/cachereader.h"
#include "models/cache/localstore.h"
#include "models/cache/outboxacts.h"
#include "models/items/drafts.h"
#include "net/api/network.h"
#include "net/vault/profile.h"

#include <QJsonObject>
#include <QSocketNotifier>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace foredeck::test {

/// The console without its windows: the same store, acts, drafts and wire as Workspace puts together, worked by a script.
///
/// In, one JSON object a line: {"do":"reply"|"note","conversation":ID,"text":T,"seen":N?,"hold":true?},
/// {"do":"claim"|"take_over"|"release"|"end"|"reopen"|"escalate"|"read","conversation":ID}, {"do":"type","conversation":ID,"text":T,"note":true?},
/// {"do":"undo"|"anyway"|"edit"|"drop"|"retry","op":ID}, {"do":"list"}, {"do":"draft","conversation":ID}, {"do":"quit"}.
/// Out: {"say":"open"|"committed"|"failed"|"undone"|"op"|"gone"|"saved"|"draft"|"list"|"sync"|"session"|"rebuilt"|"unknown",…}.
/// A line is out before anything else is done: what was said is what a person was shown.
class Desk final : public QObject {
    Q_OBJECT
public:
    struct Setup {
        QString profile;
        QUrl server;
        QString email;
        QString password;
        QString repairLog;
        std::int64_t undoMs = 5'000; ///< of replies that ask to be held; others go at once
        std::int64_t silenceMs = 40'000;
    };
    explicit Desk(const Setup &setup);
    /// Asks an unknown server who it is first; a known one's store opens without it.
    void start();

private:
    void probe();
    void open(const QString &serverId);
    void giveUp(const Error &error);
    void listenToStore();
    void listenTo(const Acts &acts);
    QJsonObject composer(CompositionKind kind) const;
    void tellComposer(CompositionKind kind);
    void listenToWire();
    void signIn();
    void readLines();
    // deskwork.cpp
    void obey(const QJsonObject &command);
    void act(const QString &what, const QJsonObject &command, const ConversationRef &ref);
    void type(CompositionKind kind, const QString &words);
    void onOp(const QString &what, const OpId &op);
    void list();
    void tellOutbox();

    Setup m_setup;
    SystemClock m_clock;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<LocalStore> m_store;
    std::unique_ptr<Ephemera> m_ephemera;
    std::unique_ptr<OutboxActs> m_acts;
    std::unique_ptr<OutboxActs> m_holding; ///< with the time to undo
    std::unique_ptr<Drafts> m_drafts;
    std::map<CompositionKind, QString> m_typed; ///< until the draft is there
    std::unique_ptr<Network> m_network;
    QSocketNotifier m_input;
    QByteArray m_line;
    QString m_phase;
    std::map<OpId, QJsonObject> m_given; ///< acts whose commit has not been told
    std::map<OpId, QString> m_states; ///< of the outbox's rows, as told
    std::vector<OpId> m_fresh; ///< committed since the outbox was read last: one may be gone before it is seen there
    bool m_askingOutbox = false;
    bool m_askAgain = false;
    Mailbox m_mailbox;
};

/// One line of standard output, at once.
void say(const char *what, QJsonObject line = {});

} // namespace foredeck::test
