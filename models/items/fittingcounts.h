#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/cache/view.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace foredeck {

/// How many conversations views hold that are narrowed. The writer keeps no figure of them, so they are counted anew when
/// something changed: at once, and then not before a second after the last count. What rests on one view of the program is
/// counted together, some rows at a time, so that the reader's thread is there for others in between. Of a very long view
/// only the beginning is counted.
class FittingCounts final : public QObject {
    Q_OBJECT
public:
    explicit FittingCounts(const LocalStore &store, QObject *parent = nullptr);
    void setViews(std::vector<ViewKey> views);
    /// In the order of the views; empty until they are counted.
    const std::vector<FittingCount> &counts() const noexcept { return m_counts; }

Q_SIGNALS:
    void changed();

private:
    /// Of m_views, those that narrow one and the same.
    struct Group {
        ViewKey view; ///< with nothing that narrows it
        std::vector<std::size_t> members;
    };
    void dueNow();
    void ask();
    void askRows(std::size_t group, RowKey after, int looked);
    void take(std::size_t group, int looked, const FittingPage &page);
    void rest();

    const LocalStore &m_store;
    std::vector<ViewKey> m_views;
    std::vector<Group> m_groups;
    std::vector<FittingCount> m_counts;
    std::vector<FittingCount> m_counting; ///< as far as they are counted anew
    bool m_isAsking = false;
    bool m_isDue = false;
    QTimer m_rest {this}; ///< runs after a count
    quint64 m_asked = 0;
    Mailbox m_mailbox;
};

} // namespace foredeck
