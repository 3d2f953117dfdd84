#pragma once

#include "server/storage/announce.h"
#include "server/storage/sqlite/sqlitestore.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace foredeck {

/// A clock that a test turns.
class HandClock final : public Clock {
public:
    Timestamp now() const override { return fromMs(m_ms); }
    void advance(std::chrono::milliseconds by) { m_ms += by.count(); }

private:
    std::atomic<std::int64_t> m_ms {1'763'647'331'042};
};

/// A folder of a test's own with a real store in it.
class StoreTest : public ::testing::Test {
protected:
    StoreTest();
    ~StoreTest() override;

    std::string file(const std::string &name) const { return (m_folder / name).string(); }
    void openStore(SqliteStoreConfig config = {});
    void closeStore() { store.reset(); }
    Error::Kind kindOfOpening(const std::string &path);

    /// The work's failure is the test's.
    void write(const Store::WriteWork &work);
    void read(const Store::ReadWork &work);
    /// What the work failed with; a success is the test's failure.
    Error failure(const Store::WriteWork &work);
    template <class T>
    T get(const std::function<T(Tx &)> &query)
    {
        T result {};
        read([&](Tx &tx) { result = query(tx); });
        return result;
    }

    Client makeClient(const std::string &slug = "casa-marisol");
    Lead makeLead(const ClientId &client, const std::string &phone = {});
    Conversation makeConversation(const ClientId &client, const LeadId &lead, const ChannelId &channel);
    Message makeMessage(WriteTx &tx, Conversation &conversation, const std::string &text);

    HandClock clock;
    AgencyId agency {AgencyId::make(clock.now())};
    ChannelId channel {ChannelId::make(clock.now())};
    std::unique_ptr<SqliteStore> store;

private:
    std::filesystem::path m_folder;
};

/// Entities are the same when their wire forms are.
template <class T>
std::string wire(const T &entity)
{
    return encode(entity);
}
template <class T>
std::string wire(const std::optional<T> &entity)
{
    return entity ? encode(*entity) : "nothing";
}
template <class T>
std::vector<std::string> ids(const std::vector<T> &entities)
{
    std::vector<std::string> list;
    for (const auto &entity : entities)
        list.push_back(entity.id.value);
    return list;
}

} // namespace foredeck
