#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/cache/sought.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace foredeck {

/// What is looked for in all of one conversation, as far as the cache holds it: how often it is there, and which of these is
/// looked at. However long it is, the reader's thread is there for others in between. It is looked for anew when the
/// conversation goes on; then nothing that is looked at is left for it.
class MessageFinder final : public QObject {
    Q_OBJECT
public:
    struct Hit {
        QString id; ///< of the message or note; empty: nothing was found
        std::int64_t position = 0; ///< 0: it has not come back yet
        int nth = 0; ///< of those in it, from its beginning on
    };

    explicit MessageFinder(const LocalStore &store, QObject *parent = nullptr);
    ~MessageFinder() override;

    /// The one at or above `below` is looked at first, or else the next one below. Nothing to look for: ends.
    void look(const ConversationId &conversation, const QString &words, std::int64_t below);
    void end();
    /// What came meanwhile is looked at, too.
    void again();
    const Sought &words() const noexcept { return m_words; }
    /// It is being looked for anew: what was found is of before.
    bool isOutdated() const noexcept { return m_asking || m_again; }
    /// The cache could not be read.
    bool hasFailed() const noexcept { return m_hasFailed; }
    int count() const noexcept { return m_count; }
    /// Which of them is looked at, with the newest as the first.
    int place() const;
    const Hit &hit() const noexcept { return m_hit; }
    /// Nothing of the conversation is on the server alone, where it was not looked for.
    bool isWhole() const noexcept { return m_isWhole; }
    /// Nothing below it was looked at.
    std::int64_t firstPosition() const noexcept { return m_firstPosition; }
    /// To older ones (> 0) or newer ones; from the last to the first.
    void step(int by);

Q_SIGNALS:
    /// `moved`: another one is looked at, because a person asked.
    void found(bool moved);

private:
    struct Entry {
        QString id;
        std::int64_t position = 0;
        int times = 0;
    };
    void onChanged(const Changes &changes);
    void ask();
    void askRows(TimelineKey after);
    void takeRows(const Result<FoundEntries> &page);
    void take();
    void goTo(std::size_t entry, int nth);

    const LocalStore &m_store;
    ConversationId m_conversation;
    Sought m_words;
    std::int64_t m_below = 0;
    bool m_asking = false;
    bool m_byPerson = false; ///< what is being looked for was asked by somebody, not by what has changed
    bool m_again = false; ///< something changed meanwhile
    std::vector<Entry> m_entries; ///< the oldest first
    std::vector<Entry> m_coming; ///< as far as it was looked for anew
    std::size_t m_entry = 0; ///< of m_hit
    int m_count = 0;
    Hit m_hit;
    bool m_isWhole = true;
    bool m_hasFailed = false;
    std::int64_t m_firstPosition = 0;
    std::shared_ptr<std::atomic<quint64>> m_asked; ///< the newest question: what was asked before is given up, on the reader's thread too
    Mailbox m_mailbox;
};

} // namespace foredeck
