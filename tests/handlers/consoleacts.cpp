#include "tests/handlers/consoleacts.h"

#include "models/cache/cachereader.h"
#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/cache/outboxacts.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QtTest>

namespace foredeck::test {

OpCall callOfLeadEdit(const Lead &before, const Lead &after)
{
    int none = 0;
    QCoreApplication application {none, nullptr};
    const QTemporaryDir folder;
    const SystemClock clock;
    StoreOptions options;
    options.folder = folder.filePath(QStringLiteral("store"));
    options.user = UserId::make(clock.now());
    const auto store = std::move(LocalStore::open(options, clock)).value();
    Ephemera ephemera;
    OutboxActs acts {*store, ephemera, 0};
    const auto op = acts.updateLead({after.client, {}, 0}, before, after);
    Mailbox mailbox;
    std::optional<std::vector<OutboxRow>> rows;
    while (!rows || rows->empty()) {
        rows.reset();
        store->read([](CacheReader &reader) { return reader.outbox(); }, mailbox.receive([&](Result<std::vector<OutboxRow>> found) { rows = std::move(found).value(); }));
        if (!QTest::qWaitFor([&] { return rows.has_value(); }, 30'000))
            qFatal("the outbox does not answer");
    }
    return callOf(rows->front().op.id == op ? rows->front().op : Op {}).value();
}

} // namespace foredeck::test
