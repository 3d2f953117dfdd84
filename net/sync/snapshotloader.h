#pragma once

#include "models/cache/mailbox.h"
#include "models/cache/storewriter.h"
#include "net/api/apiclient.h"

#include <QObject>

#include <set>
#include <string>

namespace foredeck {

/// Fetches the pages of a stream's snapshot and hands them to the cache, one after another; the old view stays until the
/// end. Several streams side by side. Lives on the net thread.
class SnapshotLoader : public QObject {
    Q_OBJECT
public:
    SnapshotLoader(ApiClient &api, StoreWriter &writer, QObject *parent = nullptr);
    /// Beginning anew what is under way drops the older one.
    void fetch(const std::string &stream);
    /// What is under way of it has failed, and no page of it gets into the cache any more.
    void cancel(const std::string &stream);
    void cancelAll();

Q_SIGNALS:
    void progress(const std::string &stream, std::int64_t done, std::int64_t total);
    void done(const std::string &stream, const foredeck::StreamPosition &position);
    void failed(const std::string &stream, const QString &why);

private:
    struct Run {
        std::string stream;
        int number = 0;
        StreamPosition position;
        std::int64_t conversations = 0;
        std::int64_t total = 0;
        bool first = true;
    };
    bool isCurrent(const Run &run) const;
    void page(Run run, const std::string &cursor);
    void take(Run run, const ApiResponse &response);
    void finish(const Run &run);
    void fail(const Run &run, const QString &why);

    ApiClient &m_api;
    StoreWriter &m_writer;
    int m_number = 0;
    std::map<std::string, int> m_running;
    Mailbox m_mailbox;
};

/// The route of a stream's snapshot; empty when there is none.
QString snapshotPath(const std::string &stream);

} // namespace foredeck
