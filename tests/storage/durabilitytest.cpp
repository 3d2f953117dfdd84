#include "server/storage/inboxrepository.h"
#include "tests/storage/storefixture.h"

#include <csignal>
#include <semaphore>
#include <set>

#include <sys/wait.h>
#include <unistd.h>

using namespace foredeck;

namespace {

class DurabilityTest : public StoreTest {
protected:
    // The child writes for ever and tells the number of each row once it is acknowledged.
    [[noreturn]] static void writeForEver(const std::string &path, int pipe, int round)
    {
        SystemClock clock;
        SqliteStoreConfig config;
        config.path = path;
        config.checkpointPages = 200;
        auto opened = SqliteStore::open(config, clock);
        if (opened.hasError())
            ::_exit(3);
        std::counting_semaphore<> room {64};
        for (int i = 0;; ++i) {
            room.acquire();
            const auto number = round * 1'000'000 + i;
            opened.value()->writeLater(
                [number](WriteTx &tx) {
                    InboxItem item;
                    item.client = ClientId {"client"};
                    item.channel = ChannelId {"channel"};
                    item.providerId = std::to_string(number);
                    item.payload = std::string(500, 'x');
                    InboxRepository::insertIfNew(tx, item);
                    Event event;
                    event.stream = "client:client";
                    event.kind = "message.created";
                    event.entity = item.providerId;
                    event.data = "{}";
                    tx.append(std::move(event));
                },
                [number, pipe, &room](Result<void> result) {
                    if (result.hasError() || ::write(pipe, &number, sizeof number) != sizeof number)
                        ::_exit(4);
                    room.release();
                });
        }
    }

    // Lets a child write until `acknowledged` rows were told, kills it, and gathers every number that was told.
    static void killAfter(const std::string &path, int round, std::size_t acknowledged, std::set<int> &told)
    {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            ::close(ends[0]);
            writeForEver(path, ends[1], round);
        }
        ::close(ends[1]);
        std::size_t seen = 0;
        bool killed = false;
        int number = 0;
        while (::read(ends[0], &number, sizeof number) == sizeof number) {
            told.insert(number);
            if (++seen >= acknowledged && !killed) {
                killed = true;
                ::kill(child, SIGKILL);
            }
        }
        ::close(ends[0]);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "the child ended by itself: " << status;
        ASSERT_GE(seen, acknowledged);
    }
};

} // namespace

TEST_F(DurabilityTest, NoAcknowledgedRowIsLostInThirtyKills)
{
    closeStore();
    std::set<int> told;
    std::set<int> stored;
    for (int round = 0; round < 30; ++round) {
        killAfter(file("killed.db"), round, static_cast<std::size_t>(1 + round * 37 % 400), told);
        if (HasFatalFailure())
            return;
    }
    SqliteStoreConfig config;
    config.path = file("killed.db");
    openStore(config);
    std::int64_t last = 0;
    for (;;) {
        const auto items = get<std::vector<InboxItem>>([&](Tx &tx) { return InboxRepository::next(tx, last, clock.now(), 500); });
        if (items.empty())
            break;
        for (const auto &item : items) {
            const int number = std::stoi(item.providerId);
            EXPECT_TRUE(stored.empty() || number > *stored.rbegin()) << "rows follow the order of the writes";
            stored.insert(number);
        }
        last = items.back().row;
    }
    for (const int number : told)
        EXPECT_TRUE(stored.contains(number)) << number << " was acknowledged and is lost";
    read([&](Tx &tx) {
        std::int64_t events = 0;
        std::int64_t head = 0;
        tx.run("SELECT count(*), max(seq) FROM event", {}, [&](const Row &row) {
            events = row.integer(0);
            head = row.integer(1);
            return false;
        });
        EXPECT_EQ(events, static_cast<std::int64_t>(stored.size())) << "row and event are one transaction";
        EXPECT_EQ(head, events);
    });
}
