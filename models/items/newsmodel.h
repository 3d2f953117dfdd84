#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/ports/ephemera.h"

#include <QObject>

#include <vector>

namespace foredeck {

/// What this person is told of and has not looked at, as the cache tells it: where they were mentioned, and what is new where
/// they take part.
class NewsModel final : public QObject {
    Q_OBJECT
public:
    NewsModel(const LocalStore &store, const Ephemera &ephemera, QObject *parent = nullptr);
    const std::vector<NewsRow> &rows() const { return m_rows; }
    /// Null when it does not wait any more.
    const NewsRow *row(const ConversationId &id) const;
    /// What was not read yet would look as if it had been looked at.
    bool isLoaded() const { return m_isLoaded && !m_reading; }
    /// Another person has come.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void reload();

    const LocalStore &m_store;
    std::vector<NewsRow> m_rows;
    bool m_isLoaded = false;
    bool m_reading = false;
    bool m_again = false;
    Mailbox m_mailbox;
};

} // namespace foredeck
