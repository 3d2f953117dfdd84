#pragma once

#include "models/cache/mailbox.h"
#include "models/cache/storewriter.h"
#include "net/api/apiclient.h"

#include <QObject>

#include <set>

namespace foredeck {

/// Fetches conversations and pieces of their timelines into the cache. Lives on the net thread.
class TimelineLoader : public QObject {
    Q_OBJECT
public:
    /// Nothing in `failure`: it has been committed.
    struct Outcome {
        QString failure;
        int count = 0;
        bool reachedStart = false;
    };
    using Done = std::function<void(const Outcome &)>;
    static constexpr int pageEntries = 100;

    TimelineLoader(ApiClient &api, StoreWriter &writer, QObject *parent = nullptr);
    /// What stands below a position (INT64_MAX: the newest), at most one page.
    void older(const ConversationId &id, std::int64_t before, Done done);
    /// The conversation, its lead, and its timeline down to a position, page by page.
    void whole(const ConversationId &id, std::int64_t downTo, Done done);

private:
    void down(const ConversationId &id, std::int64_t before, std::int64_t downTo, Done done);

    ApiClient &m_api;
    StoreWriter &m_writer;
    Mailbox m_mailbox;
};

} // namespace foredeck
