#include "server/storage/inboxrepository.h"
#include "server/storage/metarepository.h"
#include "tests/storage/storefixture.h"

#include <condition_variable>
#include <csignal>
#include <latch>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <sys/resource.h>

using namespace foredeck;

namespace {

class GroupCommitTest : public StoreTest {
protected:
    std::string value(const std::string &name)
    {
        return get<std::string>([&](Tx &tx) { return MetaRepository::get(tx, name).value_or("nothing"); });
    }
    static Store::WriteWork setting(std::string name, std::string text = "yes")
    {
        return [name = std::move(name), text = std::move(text)](WriteTx &tx) { MetaRepository::set(tx, name, text); };
    }
};

/// Holds the writer's thread inside a closure, so that what is added meanwhile becomes one batch.
class Gate {
public:
    Store::WriteWork work()
    {
        return [this](WriteTx &) {
            m_entered.count_down();
            m_opened.wait();
        };
    }
    void waitUntilEntered() { m_entered.wait(); }
    void open() { m_opened.count_down(); }

private:
    std::latch m_entered {1};
    std::latch m_opened {1};
};

/// Counts the answers of writeLater and keeps their order.
class Answers {
public:
    Store::Committed committed(int number)
    {
        return [this, number](Result<void> result) {
            const std::lock_guard lock {m_mutex};
            m_order.push_back(number);
            if (result.hasError())
                m_failed.emplace_back(number, result.error().kind);
            m_arrived.notify_all();
        };
    }
    std::vector<int> wait(std::size_t count)
    {
        std::unique_lock lock {m_mutex};
        m_arrived.wait(lock, [&] { return m_order.size() >= count; });
        return m_order;
    }
    std::vector<std::pair<int, Error::Kind>> failed() const { return m_failed; }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<int> m_order;
    std::vector<std::pair<int, Error::Kind>> m_failed;
};

/// Files of this process end at `bytes` while it lives: how a full disk looks to a commit.
class FileSizeLimit {
public:
    explicit FileSizeLimit(std::uintmax_t bytes)
    {
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before {};
    void (*m_signal)(int) = nullptr;
};

} // namespace

TEST_F(GroupCommitTest, AFailingClosureTakesNoneWithIt)
{
    Gate gate;
    Answers answers;
    store->writeLater(gate.work(), answers.committed(0));
    gate.waitUntilEntered();
    const auto commitsBefore = store->counters().commits;
    store->writeLater(setting("a"), answers.committed(1));
    store->writeLater(
        [](WriteTx &tx) {
            MetaRepository::set(tx, "b", "half done");
            tx.fail(Error::of(Error::Kind::Conflict, "moved"));
            MetaRepository::set(tx, "c", "after a failure nothing runs");
        },
        answers.committed(2));
    store->writeLater(
        [](WriteTx &tx) {
            MetaRepository::set(tx, "d", "before a throw");
            throw std::runtime_error {"thrown"};
        },
        answers.committed(3));
    store->writeLater([](WriteTx &tx) { tx.run("INSERT INTO nowhere (x) VALUES (1)", {}); }, answers.committed(4));
    store->writeLater(setting("e"), answers.committed(5));
    gate.open();
    EXPECT_EQ(answers.wait(6), (std::vector<int> {0, 1, 2, 3, 4, 5}));
    using K = Error::Kind;
    EXPECT_EQ(answers.failed(), (std::vector<std::pair<int, K>> {{2, K::Conflict}, {3, K::Internal}, {4, K::Internal}}));
    EXPECT_EQ(value("a"), "yes");
    EXPECT_EQ(value("b"), "nothing");
    EXPECT_EQ(value("c"), "nothing");
    EXPECT_EQ(value("d"), "nothing");
    EXPECT_EQ(value("e"), "yes");
    EXPECT_EQ(store->counters().commits, commitsBefore + 2) << "the five that waited share one commit";
    EXPECT_EQ(store->counters().failed, 3u);
}

TEST_F(GroupCommitTest, ALaterClosureSeesWhatEarlierOnesOfItsBatchWrote)
{
    Gate gate;
    Answers answers;
    store->writeLater(gate.work(), answers.committed(0));
    gate.waitUntilEntered();
    for (int i = 1; i <= 100; ++i) {
        store->writeLater(
            [i](WriteTx &tx) {
                const auto before = MetaRepository::get(tx, "n").value_or("0");
                EXPECT_EQ(before, std::to_string(i - 1));
                MetaRepository::set(tx, "n", std::to_string(i));
            },
            answers.committed(i));
    }
    gate.open();
    answers.wait(101);
    EXPECT_EQ(value("n"), "100");
}

TEST_F(GroupCommitTest, AReaderDoesNotSeeWhatIsNotCommittedAndKeepsItsState)
{
    std::latch written {1};
    std::latch looked {1};
    std::thread writer {[&] {
        write([&](WriteTx &tx) {
            MetaRepository::set(tx, "x", "new");
            written.count_down();
            looked.wait();
        });
    }};
    written.wait();
    EXPECT_EQ(value("x"), "nothing");
    looked.count_down();
    writer.join();
    read([&](Tx &tx) {
        EXPECT_EQ(MetaRepository::get(tx, "x"), "new");
        std::thread {[&] { write(setting("x", "newer")); }}.join();
        EXPECT_EQ(MetaRepository::get(tx, "x"), "new");
    });
    EXPECT_EQ(value("x"), "newer");
}

TEST_F(GroupCommitTest, AReaderCannotWriteAndItsFailureIsAnswered)
{
    const auto result = store->read([](Tx &tx) { tx.run("INSERT INTO meta (name, value) VALUES ('x', x'00')", {}); });
    ASSERT_TRUE(result.hasError());
    EXPECT_EQ(value("x"), "nothing");
}

TEST_F(GroupCommitTest, AFullStoreIsIoAndNothingOfItIsStored)
{
    write(setting("before"));
    const auto full = failure([](WriteTx &tx) {
        tx.run("PRAGMA max_page_count = 1", {}, [](const Row &) { return true; });
        for (int i = 0; i < 200; ++i)
            MetaRepository::set(tx, "big " + std::to_string(i), std::string(4000, 'x'));
    });
    EXPECT_EQ(full.kind, Error::Kind::Io) << full.detail;
    EXPECT_EQ(value("big 0"), "nothing");
    write([](WriteTx &tx) { tx.run("PRAGMA max_page_count = 1073741823", {}, [](const Row &) { return true; }); });
    write(setting("after"));
    EXPECT_EQ(value("before"), "yes");
    EXPECT_EQ(value("after"), "yes");
}

TEST_F(GroupCommitTest, ACommitThatCannotBeWrittenIsToldToAllOfItsBatch)
{
    SqliteStoreConfig config;
    config.idle = std::chrono::hours {1}; // no checkpoint that would let the log begin anew
    openStore(config);
    write(setting("before"));
    Gate gate;
    Answers answers;
    {
        store->writeLater(gate.work(), answers.committed(0));
        gate.waitUntilEntered();
        const FileSizeLimit full {std::filesystem::file_size(file("store.db-wal"))};
        for (int i = 1; i <= 20; ++i)
            store->writeLater(setting("lost " + std::to_string(i), std::string(4000, 'x')), answers.committed(i));
        gate.open();
        answers.wait(21);
        const auto failed = answers.failed();
        ASSERT_EQ(failed.size(), 20u);
        for (const auto &[number, kind] : failed)
            EXPECT_EQ(kind, Error::Kind::Io) << number;
    }
    for (int i = 1; i <= 20; ++i)
        EXPECT_EQ(value("lost " + std::to_string(i)), "nothing");
    write(setting("after"));
    EXPECT_EQ(value("before"), "yes");
    EXPECT_EQ(value("after"), "yes");
    openStore();
    EXPECT_EQ(value("lost 1"), "nothing");
    EXPECT_EQ(value("after"), "yes");
}

TEST_F(GroupCommitTest, AFullQueueIsBusyAtOnce)
{
    SqliteStoreConfig config;
    config.queue = 2;
    openStore(config);
    Gate gate;
    Answers answers;
    store->writeLater(gate.work(), answers.committed(0));
    gate.waitUntilEntered();
    store->writeLater(setting("a"), answers.committed(1));
    store->writeLater(setting("b"), answers.committed(2));
    store->writeLater(setting("c"), answers.committed(3));
    EXPECT_EQ(answers.wait(1), std::vector<int> {3});
    EXPECT_EQ(store->counters().waiting, 2u);
    gate.open();
    answers.wait(4);
    EXPECT_EQ(answers.failed(), (std::vector<std::pair<int, Error::Kind>> {{3, Error::Kind::Busy}}));
    EXPECT_EQ(value("b"), "yes");
    EXPECT_EQ(value("c"), "nothing");
}

TEST_F(GroupCommitTest, WhatWaitsIsFinishedBeforeTheStoreGoes)
{
    Answers answers;
    for (int i = 0; i < 3000; ++i)
        store->writeLater(setting("n" + std::to_string(i)), answers.committed(i));
    closeStore();
    EXPECT_EQ(answers.wait(3000).size(), 3000u);
    EXPECT_TRUE(answers.failed().empty());
    EXPECT_FALSE(std::filesystem::exists(file("store.db-wal"))) << "the last connection moves the log into the file";
    openStore();
    EXPECT_EQ(value("n2999"), "yes");
}

TEST_F(GroupCommitTest, WritingFromTheWritersOwnThreadIsRefusedInsteadOfWaitingForEver)
{
    Result<void> inner;
    write([&](WriteTx &) { inner = store->write([](WriteTx &) { }); });
    ASSERT_TRUE(inner.hasError());
    EXPECT_EQ(inner.error().kind, Error::Kind::Internal);
}

TEST_F(GroupCommitTest, TheLogIsMovedAndCutUnderWorkAndWhenIdle)
{
    SqliteStoreConfig config;
    config.checkpointPages = 100;
    config.idle = std::chrono::milliseconds {0};
    config.truncateBytes = 0;
    openStore(config);
    for (int i = 0; i < 300; ++i)
        write(setting("n" + std::to_string(i), std::string(8000, 'x')));
    EXPECT_GT(store->counters().checkpoints, 1u);
    const auto &log = file("store.db-wal");
    while (std::filesystem::file_size(log) > 0)
        std::this_thread::yield();
    EXPECT_EQ(value("n299").size(), 8000u);
}

TEST_F(GroupCommitTest, WhatWasRolledBackBehindTheWritersBackIsToldToAllOfItsBatch)
{
    Gate gate;
    Answers answers;
    store->writeLater(gate.work(), answers.committed(0));
    gate.waitUntilEntered();
    store->writeLater(setting("a"), answers.committed(1));
    // As SQLite itself does on some I/O errors.
    store->writeLater([](WriteTx &tx) { tx.run("ROLLBACK", {}); }, answers.committed(2));
    store->writeLater(setting("b"), answers.committed(3));
    gate.open();
    answers.wait(4);
    EXPECT_EQ(answers.failed().size(), 3u);
    EXPECT_EQ(value("a"), "nothing");
    EXPECT_EQ(value("b"), "nothing");
    write(setting("after"));
    EXPECT_EQ(value("after"), "yes");
}
