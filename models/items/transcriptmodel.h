#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/transcriptitem.h"
#include "models/ports/ephemera.h"
#include "models/ports/requests.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace foredeck {

/// One conversation's transcript as a window by position: the newest entries first of all, older ones when they are asked
/// for (from the cache, and from the server when the cache has no more). Echoes of the outbox follow the highest known
/// position. Differences by id; reset by setConversation() alone.
class TranscriptModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        KindRole, ///< TranscriptKind as int
        PositionRole,
        TextRole, ///< Qt::DisplayRole answers the same
        RoleRole, ///< MessageRole as int
        AuthorNameRole,
        MineRole,
        AtRole, ///< ms since the epoch
        DeliveryRole, ///< DeliveryState as int
        DeliveryReasonRole,
        OpStateRole, ///< OpState as int, or invalid
        FieldRole, ///< TransitionField as int
        ReasonRole,
        HasDecisionRole,
        UnreadRole, ///< after the reader's cursor as it was when the conversation was opened: where "New" begins
    };

    static constexpr int pageRows = 100;

    TranscriptModel(const LocalStore &store, Ephemera &ephemera, Requests &requests, QObject *parent = nullptr);
    ~TranscriptModel() override;

    void setConversation(const ConversationId &id);
    const ConversationId &conversation() const { return m_conversation; }
    bool isLoaded() const { return m_loaded; }
    /// Nothing is older, here or on the server.
    bool atStart() const { return m_atStart; }
    bool isFetchingOlder() const { return m_fetching; }
    void fetchOlder();
    /// Whether what stands at a position is within the window; else, where the cache holds it, the window grows down to it,
    /// with some of what is before, and reached() tells.
    bool reach(std::int64_t position);

    /// The reader's cursor when the conversation was opened; the "New" line stands before the first entry above it.
    std::int64_t newAfter() const { return m_newAfter; }
    /// The highest position that is shown, for Acts::read().
    std::int64_t lastPosition() const { return m_lastPosition; }

    const TranscriptItem &itemAt(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    int rowOf(const QString &id) const;
    /// The first entry at a position or above; −1 where the window does not reach down to it, or nothing is there.
    int rowAt(std::int64_t position) const;
    /// True when the entry stands under the same name line as the one before: same speaker, within 3 minutes.
    bool continuesRun(int row) const;

    using Words = std::function<QString(const TranscriptItem &, int role)>;
    void setWords(Words words) { m_words = std::move(words); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();
    /// Older entries stand above now, or there are none, or it did not work (why is not empty).
    void olderLoaded(const QString &why);
    /// `read`: false where the cache could not be read.
    void reached(bool read);

private:
    void onChanged(const Changes &changes);
    /// Reads again from a position on; what is asked for meanwhile is read together afterwards.
    void refresh(std::int64_t fromPosition);
    void take(const TimelinePage &page, std::int64_t fromPosition);
    void replaceTail(std::size_t keep, std::vector<TranscriptItem> tail);
    void place(std::size_t row, TranscriptItem item);
    void readOlder(bool mayAsk);
    void takeOlder(const TimelinePage &page, bool mayAsk);
    void finishOlder(const QString &why);
    void growTo(std::int64_t from);
    void prepend(std::vector<TranscriptItem> items);
    std::vector<TranscriptItem> itemsOf(const std::vector<TimelineItem> &entries) const;

    const LocalStore &m_store;
    Ephemera &m_ephemera;
    Requests &m_requests;
    UserId m_me;
    ConversationId m_conversation;
    quint64 m_generation = 0;
    bool m_loaded = false;
    bool m_atStart = false;
    bool m_serverHasNoMore = false; ///< it was asked and said so
    bool m_fetching = false;
    bool m_reading = false;
    std::optional<std::int64_t> m_dirtyFrom;
    std::int64_t m_newAfter = 0;
    std::int64_t m_lastPosition = 0;
    std::int64_t m_firstLoaded = 0; ///< the lowest position shown; 0: none
    std::vector<TranscriptItem> m_items; ///< by rising position, then the echoes
    Words m_words;
    Mailbox m_mailbox;
};

} // namespace foredeck
