#pragma once

#include "tests/cache/storefixture.h"

#include "models/cache/outboxacts.h"
#include "models/items/drafts.h"
#include "models/sqlite/database.h"

namespace foredeck::test {

/// Somebody who is signed in and types, as the tests of drafts that are kept and of those that are sent and come back need
/// one.
struct Typing {
    explicit Typing(StoreFixture &f, int pauseMs = 20) : acts(*f.store, ephemera), drafts(*f.store, acts, pauseMs)
    {
        ephemera.setSession(SessionPhase::SignedIn, user());
    }
    void open(int n)
    {
        QSignalSpy loaded {&drafts, &Drafts::loaded};
        drafts.open({clientId(), conversationId(n), 1});
        QTRY_COMPARE(loaded.size(), 1);
    }
    Ephemera ephemera;
    OutboxActs acts;
    Drafts drafts;
};

/// Does it while the disk refuses, and lets the disk go once the first write has been refused.
template <class What>
void refuseOne(Typing &t, StoreFixture &f, What what)
{
    auto lock = sqlite::Database::open(f.path(QStringLiteral("outbox.db")).toStdString(), {});
    QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
    bool isFree = false;
    const auto free = [&] { isFree = isFree || lock.value()->execute("ROLLBACK").hasValue(); };
    QObject here;
    QObject::connect(&t.acts, &Acts::compositionFailed, &here, free);
    QObject::connect(&t.acts, &Acts::failed, &here, free);
    what();
    QTRY_VERIFY_WITH_TIMEOUT(isFree, 20000);
}

/// The reply that the journal holds.
inline QString journaled(StoreFixture &f, int n)
{
    return QString::fromStdString(f.read([n](CacheReader &r) { return r.draft(conversationId(n)); }).value().reply);
}

} // namespace foredeck::test
