#include "net/sync/snapshotloader.h"

#include "net/codec/codec.h"

namespace foredeck {

namespace {

struct Item {
    std::string kind;
    std::int64_t version = 0;
    std::string data;
};

struct Page {
    std::string stream;
    std::string epoch;
    std::int64_t startSeq = 0;
    std::int64_t total = 0;
    std::vector<Item> items;
    std::optional<std::string> next;
};

} // namespace

template <>
struct Fields<Item> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("kind", x.kind);
        v("version", x.version);
        v.raw("data", x.data);
    }
};
template <>
struct Fields<Page> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("stream", x.stream);
        v.required("epoch", x.epoch);
        v.required("start_seq", x.startSeq);
        v("total_conversations", x.total);
        v("items", x.items);
        v("next_cursor", x.next);
    }
};

QString snapshotPath(const std::string &stream)
{
    const std::size_t colon = stream.find(':');
    if (colon == std::string::npos)
        return {};
    const std::string word = stream.substr(0, colon);
    const std::string id = stream.substr(colon + 1);
    if (!isUuid(id))
        return {};
    const QString tail = QString::fromStdString(id) + QLatin1String {"/snapshot"};
    if (word == "client")
        return QLatin1String {"/api/v1/sync/"} + tail;
    if (word == "agency")
        return QLatin1String {"/api/v1/sync/agencies/"} + tail;
    return word == "user" ? QLatin1String {"/api/v1/sync/users/"} + tail : QString {};
}

SnapshotLoader::SnapshotLoader(ApiClient &api, StoreWriter &writer, QObject *parent) : QObject(parent), m_api(api), m_writer(writer) { }

void SnapshotLoader::fetch(const std::string &stream)
{
    Run run;
    run.stream = stream;
    run.number = ++m_number;
    m_running[stream] = run.number;
    m_writer.beginSnapshot(stream, m_mailbox.receive([this, run](const Result<void> &begun) {
        if (begun.hasError())
            fail(run, QString::fromStdString(begun.error().detail));
        else
            page(run, {});
    }));
}

void SnapshotLoader::cancel(const std::string &stream)
{
    if (m_running.erase(stream) > 0)
        Q_EMIT failed(stream, QStringLiteral("its rows leave the cache"));
}

void SnapshotLoader::cancelAll() { m_running.clear(); }

bool SnapshotLoader::isCurrent(const Run &run) const
{
    const auto found = m_running.find(run.stream);
    return found != m_running.end() && found->second == run.number;
}

void SnapshotLoader::page(Run run, const std::string &cursor)
{
    ApiRequest request;
    request.path = snapshotPath(run.stream);
    if (request.path.isEmpty())
        return fail(run, tr("There is no snapshot of this stream."));
    if (!cursor.empty())
        request.path += QLatin1String {"?cursor="} + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(cursor)));
    m_api.send(request, [this, run = std::move(run)](const ApiResponse &response) { take(run, response); });
}

void SnapshotLoader::take(Run run, const ApiResponse &response)
{
    if (!isCurrent(run))
        return;
    const auto read = response.ok() ? decode<Page>(response.body) : Result<Page> {response.error()};
    if (read.hasError())
        return fail(run, QString::fromStdString(read.error().detail));
    const Page &page = read.value();
    if (run.first)
        run.position = {page.epoch, page.startSeq};
    else if (page.epoch != run.position.epoch)
        return fail(run, tr("The server's log was replaced meanwhile."));
    run.first = false;
    run.total = page.total;
    std::vector<Entity> entities;
    for (const Item &item : page.items) {
        run.conversations += item.kind == "conversation" ? 1 : 0;
        Entity entity;
        entity.kind = item.kind;
        entity.version = item.version;
        entity.data = item.data;
        entities.push_back(std::move(entity));
    }
    m_writer.applySnapshotPage(std::move(entities), m_mailbox.receive([this, run, next = page.next](const Result<void> &applied) {
        if (!isCurrent(run))
            return;
        if (applied.hasError())
            return fail(run, QString::fromStdString(applied.error().detail));
        Q_EMIT progress(run.stream, run.conversations, run.total);
        if (next && !next->empty())
            this->page(run, *next);
        else
            finish(run);
    }));
}

void SnapshotLoader::finish(const Run &run)
{
    m_writer.endSnapshot(run.stream, run.position, m_mailbox.receive([this, run](const Result<void> &ended) {
        if (!isCurrent(run))
            return;
        if (ended.hasError())
            return fail(run, QString::fromStdString(ended.error().detail));
        m_running.erase(run.stream);
        Q_EMIT done(run.stream, run.position);
    }));
}

void SnapshotLoader::fail(const Run &run, const QString &why)
{
    if (!isCurrent(run))
        return;
    m_running.erase(run.stream);
    Q_EMIT failed(run.stream, why);
}

} // namespace foredeck
