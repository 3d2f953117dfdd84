#include "models/cache/localstore.h"

#include "models/cache/cachereader.h"
#include "models/cache/storefiles.h"
#include "models/cache/storewriterprivate.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <random>
#include <tuple>

namespace foredeck {

namespace {

Q_LOGGING_CATEGORY(lcStore, "foredeck.store")

std::function<double()> makeJitter()
{
    return [engine = std::minstd_rand {std::random_device {}()}]() mutable {
        return std::uniform_real_distribution<double> {0.0, 1.0}(engine);
    };
}

} // namespace

struct LocalStore::Private {
    explicit Private(LocalStore *store) : q(store), files(store->m_options.folder.toStdString()) { }

    LocalStore *q;
    StoreFiles files;
    struct Reading {
        std::unique_ptr<CacheReader> reader;
        int generation = -1;
    };
    Reading first; ///< the interface thread's, for the first page
    Reading reading; ///< the reader thread's
    std::unique_ptr<StoreWriter> writer;
    StoreWriter::Private *writerPrivate = nullptr;
    std::unique_ptr<TaskThread> readerThread;
    std::thread checker;
    std::mutex checking;
    sqlite::Database *checked = nullptr;
    bool ending = false;
    QString asideAtOpen;
    std::pair<int, int> waiting; ///< in the outbox when it was opened: unsent, needing a review

    Result<void> openFiles();
    Result<std::unique_ptr<sqlite::Database>> openOutbox();
    void startThreads(std::unique_ptr<StoreCore> core, bool checks);
    StoreCore::Hooks hooks();
    /// `generation`: of the file in which it was seen.
    void damaged(StoreFile file, const Error &error, int generation);
    /// Opened anew when the file was replaced, and when it could not be opened: the new one may not have been there yet.
    CacheReader &readerOf(Reading &of, const std::function<StoreFaultSeen(int)> &fault) const;
    CacheReader &currentReader();
    void check();
};

/// A reader met damage: the writer begins a new cache, once per file. An outbox is mended when it is opened again.
void LocalStore::Private::damaged(StoreFile file, const Error &error, int generation)
{
    if (error.kind != Error::Kind::Corrupt)
        return;
    if (file == StoreFile::Outbox) {
        writerPrivate->post(TaskThread::Lane::Urgent, [error](StoreCore &core) { core.outboxFailed(error); });
        return;
    }
    writerPrivate->post(TaskThread::Lane::Urgent, [this, generation](StoreCore &core) {
        if (files.generation() == generation)
            core.rebuildCache();
    });
}

CacheReader &LocalStore::Private::readerOf(Reading &of, const std::function<StoreFaultSeen(int)> &fault) const
{
    if (!of.reader || !of.reader->isOpen() || of.generation != files.generation()) {
        of.reader.reset();
        of.generation = files.generation();
        of.reader = files.openReader(fault(of.generation));
    }
    return *of.reader;
}

CacheReader &LocalStore::Private::currentReader()
{
    return readerOf(reading, [this](int generation) -> StoreFaultSeen {
        return [this, generation](StoreFile file, const Error &error) { damaged(file, error, generation); };
    });
}

/// After a crash the cache is looked through beside everything else: on a thread of its own, with a connection of its own.
void LocalStore::Private::check()
{
    const int generation = files.generation();
    auto database = files.openForCheck();
    if (database.hasError())
        return damaged(StoreFile::Cache, database.error(), generation);
    {
        const std::lock_guard lock {checking};
        if (ending)
            return;
        checked = database.value().get();
    }
    const auto result = database.value()->quickCheck();
    const std::lock_guard lock {checking};
    checked = nullptr;
    if (result.hasError())
        damaged(StoreFile::Cache, result.error(), generation);
}

LocalStore::LocalStore(const StoreOptions &options, const Clock &clock) : m_options(options), m_clock(clock), d(std::make_unique<Private>(this)) { }

Result<std::unique_ptr<LocalStore>> LocalStore::open(const StoreOptions &options, const Clock &clock)
{
    if (!QDir {}.mkpath(options.folder))
        return Error::of(Error::Kind::Io, "the folder cannot be made: " + options.folder.toStdString());
    QFile::setPermissions(options.folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    std::unique_ptr<LocalStore> store {new LocalStore {options, clock}};
    if (const auto opened = store->d->openFiles(); opened.hasError())
        return opened.error();
    return store;
}

Result<std::unique_ptr<sqlite::Database>> LocalStore::Private::openOutbox()
{
    const Timestamp now = q->m_clock.now();
    std::string why = "found by an earlier start, which ended then";
    if (!files.hasGatheredOutbox()) {
        auto outbox = files.openOutbox(now);
        // It is small and holds what exists nowhere else: looked through at every start.
        if (outbox.hasValue()) {
            if (const auto whole = outbox.value()->quickCheck(); whole.hasError())
                outbox = whole.error();
        }
        if (outbox.hasValue() || outbox.error().kind != Error::Kind::Corrupt)
            return outbox;
        why = outbox.error().detail;
        if (const auto gathered = files.gatherOutbox(now); gathered.hasError())
            return gathered.error();
    }
    const auto aside = files.putGatheredOutbox(now);
    if (aside.hasError())
        return aside.error();
    auto outbox = files.openOutbox(now);
    if (outbox.hasError())
        return outbox;
    const int rows = entriesOf(*outbox.value()).valueOr(0);
    qCWarning(lcStore, "the outbox was damaged (%s); %d rows were carried over, the file stands at %s", why.c_str(), rows, aside.value().c_str());
    q->m_salvaged = LocalStore::tr("The file with unsent work was damaged. %n entries were carried over; the damaged file is kept as %1.", nullptr, rows)
                     .arg(QString::fromStdString(aside.value()));
    return outbox;
}

Result<void> LocalStore::Private::openFiles()
{
    const bool crashed = files.wasLeftOpen();
    auto outbox = openOutbox();
    if (outbox.hasError())
        return outbox.error();
    auto cache = files.openCache(q->m_clock.now());
    if (cache.hasError() && cache.error().kind == Error::Kind::Corrupt) {
        const auto moved = files.moveCacheAside(q->m_clock.now());
        if (moved.hasError())
            return moved.error();
        asideAtOpen = QString::fromStdString(moved.value());
        cache = files.openCache(q->m_clock.now());
    }
    if (cache.hasError())
        return cache.error();
    OutboxLimits limits;
    limits.staleReplyMs = q->m_options.staleReplyMs;
    limits.retryFirstMs = q->m_options.retryFirstMs;
    limits.retryMostMs = q->m_options.retryMostMs;
    auto core = std::make_unique<StoreCore>(files, q->m_clock, limits, hooks());
    const auto started = core->start(std::move(cache).value(), std::move(outbox).value(), q->m_options.user);
    if (started.hasError() && started.error().kind != Error::Kind::Corrupt)
        return started;
    if (started.hasError() && core->cursors().hasError())
        core->rebuildCache();
    files.markOpen();
    startThreads(std::move(core), crashed && q->m_options.checkAfterCrash);
    // What waits in the outbox since the last time is told as soon as somebody can listen.
    Changes known;
    known.outbox = true;
    std::tie(known.unsent, known.needingReview) = waiting;
    QMetaObject::invokeMethod(q, [this, known] { Q_EMIT q->changed(known); }, Qt::QueuedConnection);
    if (!asideAtOpen.isEmpty())
        QMetaObject::invokeMethod(q, [this] { Q_EMIT q->cacheRebuilt(asideAtOpen); }, Qt::QueuedConnection);
    return {};
}

void LocalStore::Private::startThreads(std::unique_ptr<StoreCore> core, bool checks)
{
    auto priv = std::make_unique<StoreWriter::Private>(std::move(core));
    writerPrivate = priv.get();
    writer.reset(new StoreWriter {std::move(priv)});
    q->m_writer = writer.get();
    // Customers' data in a file that nobody reads outlives no start, but the one that was moved aside at this one.
    writerPrivate->post(TaskThread::Lane::Urgent, [this, aside = asideAtOpen.toStdString()](StoreCore &) {
        if (const auto removed = files.removeCopies(aside); removed.hasError())
            qCWarning(lcStore, "%s", removed.error().detail.c_str());
    });
    readerThread = std::make_unique<TaskThread>();
    if (checks)
        checker = std::thread {[this] { check(); }};
}

StoreCore::Hooks LocalStore::Private::hooks()
{
    StoreCore::Hooks hooks;
    hooks.changed = [this](const Changes &changes) {
        if (!q->m_writer)
            waiting = {changes.unsent, changes.needingReview};
        Q_EMIT q->changed(changes);
    };
    hooks.cacheRebuilt = [this](const std::string &aside) {
        if (q->m_writer)
            Q_EMIT q->cacheRebuilt(QString::fromStdString(aside));
        else
            asideAtOpen = QString::fromStdString(aside); // told when somebody can listen
    };
    // Queued: at the start nobody can listen yet.
    hooks.serverSetBack = [this] { QMetaObject::invokeMethod(q, &LocalStore::serverSetBack, Qt::QueuedConnection); };
    hooks.writeFailed = [this](const Error &error) { Q_EMIT q->writeFailed(QString::fromStdString(error.detail)); };
    hooks.outboxDamaged = [this] {
        Q_EMIT q->writeFailed(LocalStore::tr("The file with unsent work is damaged. It is repaired when Foredeck is started again."));
    };
    hooks.writeRecovered = [this] { Q_EMIT q->writeRecovered(); };
    hooks.jitter = makeJitter();
    return hooks;
}

LocalStore::~LocalStore()
{
    {
        const std::lock_guard lock {d->checking};
        d->ending = true;
        if (d->checked)
            d->checked->interrupt();
    }
    if (d->checker.joinable())
        d->checker.join();
    if (!d->writerPrivate)
        return;
    d->readerThread->finish();
    d->writerPrivate->finish();
    d->reading.reader.reset();
    d->first.reader.reset();
    d->writer.reset();
    d->files.markClosed();
}

Result<ConversationPage> LocalStore::readFirstPage(const ViewKey &view, int rows) const
{
    return d->readerOf(d->first, [](int) { return StoreFaultSeen {}; }).conversations(view, topKey, rows);
}

void LocalStore::post(std::function<void(CacheReader &)> job) const
{
    d->readerThread->post(TaskThread::Lane::Normal, [priv = d.get(), job = std::move(job)] { job(priv->currentReader()); });
}

} // namespace foredeck
