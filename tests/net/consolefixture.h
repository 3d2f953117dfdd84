#pragma once

#include "models/cache/cachereader.h"
#include "models/cache/localstore.h"
#include "models/cache/outboxacts.h"
#include "models/cache/outboxrules.h"
#include "net/api/network.h"
#include "net/vault/profile.h"
#include "net/vault/vault.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace foredeck::test {

/// A vault in memory that can be told to fail or never to answer.
class MemoryVault final : public Vault {
public:
    struct Drawer {
        std::map<QString, QString> secrets;
        bool broken = false;
        bool mute = false;
        bool slow = false; ///< what is written waits in `waiting`
        std::vector<std::function<void()>> waiting;
    };
    explicit MemoryVault(Drawer &drawer) : m_drawer(drawer) { }
    void read(const QString &address, Read done) override
    {
        if (m_drawer.mute)
            return;
        if (m_drawer.broken || !m_drawer.secrets.contains(address))
            return done(Error::of(Error::Kind::NotFound, "Entry not found"));
        done(m_drawer.secrets[address]);
    }
    void write(const QString &address, const QString &secret, Done done) override
    {
        if (m_drawer.mute)
            return;
        if (m_drawer.slow && !m_drawer.broken)
            return m_drawer.waiting.push_back([this, address, secret, done] {
                m_drawer.secrets[address] = secret;
                done({});
            });
        if (m_drawer.broken)
            return done(Error::of(Error::Kind::NotConfigured, "no service"));
        m_drawer.secrets[address] = secret;
        done({});
    }
    void remove(const QString &address, Done done) override
    {
        m_drawer.secrets.erase(address);
        done({});
    }

private:
    Drawer &m_drawer;
};

/// The system's time, which somebody sets back.
class MovedClock final : public Clock {
public:
    Timestamp now() const override { return m_system.now() - std::chrono::milliseconds {m_back.load()}; }
    void setBack(std::chrono::milliseconds by) { m_back += by.count(); }

private:
    SystemClock m_system;
    std::atomic<std::int64_t> m_back {0};
};

/// The console below its windows: profile, store, acts, network.
class Console {
public:
    explicit Console(const QUrl &server, bool embedded = true)
    {
        options.server = server;
        options.address = embedded ? QStringLiteral("embedded") : server.toString();
        if (embedded)
            options.embeddedToken = QStringLiteral("one-time");
        options.consoleVersion = QStringLiteral("1.0.0");
        options.times.backoffFirstMs = 20;
        options.times.backoffMostMs = 200;
        options.times.refreshLimitMs = 300;
        options.times.leaseEveryMs = 50;
    }
    ~Console() { stop(); }

    void start()
    {
        if (folder.isEmpty())
            folder = dir.path();
        options.repairLog = folder + QStringLiteral("/repairs.log");
        profile = std::move(Profile::open(folder + QStringLiteral("/profile"))).value();
        StoreOptions storeOptions;
        storeOptions.folder = profile->storeFolder(serverId).value();
        storeOptions.user = UserId {profile->userIdOf(serverId).toStdString()};
        storeOptions.retryFirstMs = 20;
        storeOptions.retryMostMs = 200;
        store = std::move(LocalStore::open(storeOptions, clock)).value();
        ephemera = std::make_unique<Ephemera>();
        acts = std::make_unique<OutboxActs>(*store, *ephemera, undoMs);
        network = std::make_unique<Network>(options, *store, *ephemera, *profile, std::make_unique<MemoryVault>(drawer));
        network->start();
    }
    void stop()
    {
        network.reset();
        acts.reset();
        ephemera.reset();
        store.reset();
        profile.reset();
    }
    bool live() const { return ephemera->sync().phase == SyncPhase::Live; }
    template <class F>
    auto read(F query)
    {
        using T = decltype(query(std::declval<CacheReader &>()));
        std::optional<T> answer;
        store->read(query, mailbox.receive([&](T result) { answer.emplace(std::move(result)); }));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 30000); }();
        return std::move(*answer);
    }
    std::vector<std::string> texts(const ConversationId &id)
    {
        const auto page = read([&](CacheReader &r) { return r.timeline(id, 0, INT64_MAX, 1000); });
        std::vector<std::string> list;
        for (const TimelineItem &item : page.value().items) {
            if (const auto *message = std::get_if<Message>(&item.entry))
                list.push_back(message->text);
        }
        return list;
    }
    std::size_t rows()
    {
        return read([](CacheReader &r) { return r.conversations({View::All, {}}, topKey, 1000); }).value().rows.size();
    }
    std::vector<OutboxRow> outbox()
    {
        auto list = read([](CacheReader &r) { return r.outbox(); }).value();
        std::erase_if(list, [](const OutboxRow &row) { return isQuiet(row.op.kind.value()); });
        return list;
    }
    ConversationRef ref(const ConversationId &id)
    {
        const auto row = read([&](CacheReader &r) { return r.conversation(id); });
        return {row.value().client, id, row.value().lastPublicPosition};
    }
    QStringList repairs() const
    {
        QFile file {options.repairLog};
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(QLatin1Char {'\n'}, Qt::SkipEmptyParts);
    }

    QTemporaryDir dir;
    QString folder; ///< empty: one of its own
    QString serverId = QStringLiteral("server-1");
    std::int64_t undoMs = 0;
    NetworkOptions options;
    MovedClock clock;
    MemoryVault::Drawer drawer;
    std::unique_ptr<Profile> profile;
    std::unique_ptr<LocalStore> store;
    std::unique_ptr<Ephemera> ephemera;
    std::unique_ptr<OutboxActs> acts;
    std::unique_ptr<Network> network;
    Mailbox mailbox;
};

} // namespace foredeck::test
