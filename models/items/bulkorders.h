#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/domain/bulk.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace foredeck {

/// How far the person's orders on many conversations have come, the newest first; read anew when the outbox changes, a few times
/// a second at most: ten thousand acts on their way change it again and again.
class BulkOrders final : public QObject {
    Q_OBJECT
public:
    explicit BulkOrders(const LocalStore &store, QObject *parent = nullptr);
    const std::vector<BulkReport> &reports() const { return m_reports; }
    /// Null where it is not known (any more).
    const BulkReport *find(const OpId &order) const;
    /// The newest that can be taken back; null: none.
    const BulkReport *undoable() const;

Q_SIGNALS:
    void changed();

private:
    void wanted();
    void reload();

    const LocalStore &m_store;
    std::vector<BulkReport> m_reports;
    bool m_reading = false;
    bool m_again = false;
    QTimer m_pause;
    Mailbox m_mailbox;
};

} // namespace foredeck
