#include "server/storage/ownerlookup.h"
#include "server/storage/taskrepository.h"
#include "tests/storage/storefixture.h"

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

class TaskTest : public StoreTest {
protected:
    Task add(const ClientId &client, const ConversationId &conversation, std::chrono::minutes ahead)
    {
        Task task;
        task.id = TaskId::make(clock.now());
        task.client = client;
        task.conversation = conversation;
        task.text = "in " + std::to_string(ahead.count());
        task.due = clock.now() + ahead;
        task.createdAt = clock.now();
        write([&](WriteTx &tx) { TaskRepository::insert(tx, task); });
        return task;
    }
    void close(Task &task)
    {
        clock.advance(1s);
        task.state = TaskState::Done;
        task.closedAt = clock.now();
        write([&](WriteTx &tx) { TaskRepository::update(tx, task); });
    }
    std::vector<std::string> openOf(const ClientId &client, const ConversationId &conversation)
    {
        return ids(get<std::vector<Task>>([&](Tx &tx) { return TaskRepository::openOf(tx, client, conversation, 50); }));
    }
    std::vector<std::string> closedOf(const ClientId &client, const ConversationId &conversation)
    {
        return ids(get<std::vector<Task>>([&](Tx &tx) { return TaskRepository::closedOf(tx, client, conversation, 50); }));
    }

    const ConversationId first {"c1"}, second {"c2"};
};

} // namespace

TEST_F(TaskTest, OpenOnesStandByTheirTimeAndClosedOnesNewestFirst)
{
    const auto client = makeClient(), other = makeClient("other");
    auto late = add(client.id, first, 60min), soon = add(client.id, first, 5min), next = add(client.id, first, 30min);
    add(client.id, second, 1min);
    add(other.id, first, 1min);
    EXPECT_EQ(openOf(client.id, first), (std::vector {soon.id.value, next.id.value, late.id.value}));
    EXPECT_TRUE(closedOf(client.id, first).empty());
    close(late);
    close(soon);
    EXPECT_EQ(openOf(client.id, first), std::vector {next.id.value});
    EXPECT_EQ(closedOf(client.id, first), (std::vector {soon.id.value, late.id.value}));
    EXPECT_EQ(wire(get<std::optional<Task>>([&](Tx &tx) { return TaskRepository::byId(tx, client.id, soon.id); })), wire(soon));
    EXPECT_FALSE(get<std::optional<Task>>([&](Tx &tx) { return TaskRepository::byId(tx, other.id, soon.id); }));
    EXPECT_EQ(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, soon.id); }), client.id);
    EXPECT_FALSE(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, TaskId {"none"}); }));
}

TEST_F(TaskTest, AListGoesOnWhereItsPageEnded)
{
    const auto client = makeClient();
    std::vector<Task> tasks;
    for (const auto ahead : {1min, 2min, 2min, 3min})
        tasks.push_back(add(client.id, first, ahead));
    for (const bool open : {true, false}) {
        std::vector<std::string> seen;
        PageRequest request {3, {}};
        do {
            const auto page = get<Page<Task>>([&](Tx &tx) { return TaskRepository::list(tx, client.id, open, request); });
            for (const auto &task : page.items)
                seen.push_back(task.id.value);
            request.cursor = page.next;
        } while (!request.cursor.empty());
        EXPECT_EQ(seen.size(), tasks.size());
        EXPECT_EQ(seen.front(), open ? tasks.front().id.value : tasks.back().id.value);
        EXPECT_EQ(seen.back(), open ? tasks.back().id.value : tasks.front().id.value);
        for (auto &task : tasks)
            close(task);
    }
}

TEST_F(TaskTest, AnOldVersionAndAnIdThatIsThereAreRefused)
{
    const auto client = makeClient();
    auto task = add(client.id, first, 1min);
    EXPECT_EQ(failure([&](WriteTx &tx) { TaskRepository::insert(tx, task); }).kind, Error::Kind::Conflict);
    auto stale = task;
    close(task);
    EXPECT_EQ(task.version, 2);
    EXPECT_EQ(failure([&](WriteTx &tx) { TaskRepository::update(tx, stale); }).kind, Error::Kind::Conflict);
    EXPECT_EQ(stale.version, 1);
}
