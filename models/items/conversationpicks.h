#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/cache/view.h"
#include "models/items/bulkplan.h"

#include <QObject>

#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace foredeck {

/// What a person has selected in a list of conversations: by id, so that it stays whatever the list does. Knows what each had
/// said when it was selected, and looks at all of them again for a plan, in parts and on the reader's thread.
class ConversationPicks final : public QObject {
    Q_OBJECT
public:
    static constexpr int most = 10'000; ///< as many as a list holds

    explicit ConversationPicks(const LocalStore &store, QObject *parent = nullptr);
    bool isEmpty() const { return m_order.empty(); }
    bool isAdding() const { return m_isAdding; } ///< a whole view, and not all of it is here yet
    int count() const { return static_cast<int>(m_order.size()); }
    bool contains(const ConversationId &id) const { return m_seen.contains(id); }
    const std::vector<ConversationId> &ids() const { return m_order; } ///< in the order in which they were selected
    /// The same with what each had said by then: as add() takes them.
    std::vector<std::pair<ConversationId, std::int64_t>> picks() const;
    /// `seen`: its last public position now. One more than `most` is not taken.
    void add(const ConversationId &id, std::int64_t seen);
    void add(const std::vector<std::pair<ConversationId, std::int64_t>> &picks);
    void remove(const ConversationId &id);
    void clear();
    /// Every conversation of a view; `changed` follows, part by part. Another one, or clear(), ends it.
    void addAll(const ViewKey &view);

    using Progress = std::function<void(int looked, int of)>;
    using Planned = std::function<void(BulkPlan)>;
    /// What an act would do with them now; while a whole view is being added, with all of it. A newer question, or cancelPlan(),
    /// ends an older one without an answer.
    void plan(const BulkAct &act, const BulkBasis &basis, Progress progress, Planned then);
    void cancelPlan();

Q_SIGNALS:
    void changed();

private:
    struct Question;
    void readAll(const ViewKey &view, RowKey after, quint64 asked);
    void endAdding();
    void begin(const std::shared_ptr<Question> &question);
    void look(const std::shared_ptr<Question> &question);

    const LocalStore &m_store;
    std::vector<ConversationId> m_order;
    std::unordered_map<ConversationId, std::int64_t> m_seen;
    quint64 m_adding = 0;
    bool m_isAdding = false;
    std::shared_ptr<Question> m_waiting; ///< for the rest of a view
    quint64 m_asked = 0;
    Mailbox m_mailbox;
};

} // namespace foredeck
