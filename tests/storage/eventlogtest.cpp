#include "server/storage/eventrepository.h"
#include "server/storage/metarepository.h"
#include "tests/storage/storefixture.h"

#include <map>
#include <mutex>
#include <thread>

using namespace foredeck;

namespace {

Event eventOf(const std::string &stream, const std::string &entity, std::string data = R"({"id":"x"})")
{
    Event event;
    event.stream = stream;
    event.kind = "note.created";
    event.entity = entity;
    event.version = 3;
    event.op = OpId {"op"};
    event.actor = {ActorKind::User, UserId {"u"}, "Nadia"};
    event.data = std::move(data);
    return event;
}

class RecordingFeed final : public EventFeed {
public:
    void committed(const std::vector<Event> &events) override
    {
        const std::lock_guard lock {m_mutex};
        m_events.insert(m_events.end(), events.begin(), events.end());
    }
    std::vector<Event> events() const
    {
        const std::lock_guard lock {m_mutex};
        return m_events;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Event> m_events;
};

class EventLogTest : public StoreTest {
protected:
    std::vector<Event> after(const std::string &stream, std::int64_t seq, int limit = 500)
    {
        return get<std::vector<Event>>([&](Tx &tx) { return EventRepository::after(tx, stream, seq, limit); });
    }
    StreamMark mark(const std::string &stream)
    {
        return get<StreamMark>([&](Tx &tx) { return EventRepository::mark(tx, stream); });
    }
};

} // namespace

TEST_F(EventLogTest, NumbersEachStreamByItselfAndGivesEventsBackWhole)
{
    write([](WriteTx &tx) {
        tx.append(eventOf("client:a", "1"));
        tx.append(eventOf("user:u", "2"));
        tx.append(eventOf("client:a", "3", R"({"id":"3","text":"ünï\u0000"})"));
    });
    clock.advance(std::chrono::seconds {1});
    write([](WriteTx &tx) { tx.append(eventOf("client:a", "4")); });
    const auto events = after("client:a", 0);
    ASSERT_EQ(events.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(events[i].seq, static_cast<std::int64_t>(i) + 1);
        EXPECT_EQ(events[i].prev, static_cast<std::int64_t>(i));
    }
    EXPECT_EQ(events[1].entity, "3");
    EXPECT_EQ(events[1].stream, "client:a");
    EXPECT_EQ(events[1].kind, "note.created");
    EXPECT_EQ(events[1].version, 3);
    EXPECT_EQ(events[1].op.value, "op");
    EXPECT_EQ(events[1].actor.name, "Nadia");
    EXPECT_EQ(events[1].data, R"({"id":"3","text":"ünï\u0000"})");
    EXPECT_EQ(events[2].at - events[1].at, std::chrono::seconds {1});
    EXPECT_EQ(after("client:a", 2).size(), 1u);
    EXPECT_EQ(after("client:a", 0, 2).size(), 2u);
    EXPECT_EQ(mark("client:a"), (StreamMark {3, 1}));
    EXPECT_EQ(mark("user:u"), (StreamMark {1, 1}));
    EXPECT_EQ(mark("client:none"), (StreamMark {0, 1}));
}

TEST_F(EventLogTest, AWorkThatFailsLeavesNoHole)
{
    write([](WriteTx &tx) { tx.append(eventOf("s", "1")); });
    failure([](WriteTx &tx) {
        tx.append(eventOf("s", "lost"));
        tx.fail(Error::of(Error::Kind::Conflict, "no"));
    });
    failure([](WriteTx &tx) {
        tx.append(eventOf("s", "lost"));
        throw 7;
    });
    write([](WriteTx &tx) { tx.append(eventOf("s", "2")); });
    const auto events = after("s", 0);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[1].seq, 2);
    EXPECT_EQ(events[1].entity, "2");
}

TEST_F(EventLogTest, AnEventOverTheLimitFailsItsWork)
{
    const auto error = failure([](WriteTx &tx) {
        MetaRepository::set(tx, "x", "y");
        tx.append(eventOf("s", "1", std::string(maxEventBytes, 'x')));
    });
    EXPECT_EQ(error.kind, Error::Kind::TooLarge);
    EXPECT_FALSE(get<std::optional<std::string>>([](Tx &tx) { return MetaRepository::get(tx, "x"); }));
    EXPECT_EQ(mark("s").head, 0);
    write([](WriteTx &tx) { tx.append(eventOf("s", "1", std::string(maxEventBytes - 4096, 'x'))); });
    EXPECT_EQ(mark("s").head, 1);
}

TEST_F(EventLogTest, TheFeedIsToldAfterTheCommitInItsOrder)
{
    RecordingFeed feed;
    store->setFeed(&feed);
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 8; ++writer) {
        writers.emplace_back([this, writer] {
            for (int i = 0; i < 50; ++i) {
                write([&](WriteTx &tx) {
                    tx.append(eventOf("s", std::to_string(writer)));
                    tx.append(eventOf("t", std::to_string(writer)));
                });
            }
        });
    }
    for (auto &writer : writers)
        writer.join();
    store->setFeed(nullptr);
    write([](WriteTx &tx) { tx.append(eventOf("s", "unheard")); });
    std::map<std::string, std::int64_t> last;
    for (const auto &event : feed.events()) {
        EXPECT_EQ(event.seq, last[event.stream] + 1);
        EXPECT_EQ(event.prev, last[event.stream]);
        last[event.stream] = event.seq;
    }
    EXPECT_EQ(last["s"], 400);
    EXPECT_EQ(last["t"], 400);
}

TEST_F(EventLogTest, ATailingReaderBesideSixtyFourWritersMissesNothing)
{
    constexpr int writers = 64;
    constexpr int each = 40;
    constexpr std::int64_t expected = writers * each;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([this, writer] {
            for (int i = 0; i < each; ++i) {
                const auto done = store->write([&](WriteTx &tx) {
                    tx.append(eventOf("s", std::to_string(writer)));
                    if (i % 5 == 4) {
                        tx.append(eventOf("s", "lost"));
                        tx.fail(Error::of(Error::Kind::Conflict, "on purpose"));
                    }
                });
                EXPECT_EQ(done.hasError(), i % 5 == 4);
                if (i % 5 == 4)
                    write([&](WriteTx &tx) { tx.append(eventOf("s", std::to_string(writer))); });
            }
        });
    }
    // Whatever the reader has once seen the end of must never get something put in before it.
    std::int64_t seen = 0;
    while (seen < expected) {
        for (const auto &event : after("s", seen)) {
            EXPECT_EQ(event.seq, seen + 1);
            EXPECT_NE(event.entity, "lost");
            seen = event.seq;
        }
        if (HasFailure())
            break;
    }
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(mark("s").head, expected);
    EXPECT_EQ(get<std::int64_t>([](Tx &tx) {
        std::int64_t count = 0;
        tx.run("SELECT count(*) FROM event", {}, [&](const Row &row) {
            count = row.integer(0);
            return false;
        });
        return count;
    }),
        expected);
}

TEST_F(EventLogTest, RetentionTakesTheBeginningAndLeavesTheNumbers)
{
    for (int i = 0; i < 10; ++i) {
        write([&](WriteTx &tx) {
            tx.append(eventOf("s", std::to_string(i)));
            if (i < 2)
                tx.append(eventOf("t", std::to_string(i)));
        });
        clock.advance(std::chrono::hours {24});
    }
    const auto cut = clock.now() - std::chrono::hours {24 * 4};
    const auto retain = [&](int limit) {
        std::int64_t removed = 0;
        write([&](WriteTx &tx) { removed = EventRepository::retain(tx, cut, limit); });
        return removed;
    };
    EXPECT_EQ(retain(4), 4);
    EXPECT_EQ(mark("s"), (StreamMark {10, 5}));
    EXPECT_EQ(retain(100), 4);
    EXPECT_EQ(mark("s"), (StreamMark {10, 7}));
    EXPECT_EQ(mark("t"), (StreamMark {2, 3}));
    EXPECT_EQ(retain(100), 0);
    EXPECT_EQ(after("s", 6).front().seq, 7);
    write([](WriteTx &tx) { tx.append(eventOf("t", "more")); });
    EXPECT_EQ(after("t", 0).front().seq, 3);
    EXPECT_EQ(mark("t"), (StreamMark {3, 3}));
}

TEST_F(EventLogTest, ErasureLeavesTheIdAndTheNumber)
{
    write([](WriteTx &tx) {
        tx.append(eventOf("s", "a\"b", R"({"id":"a","text":"private"})"));
        tx.append(eventOf("s", "other", R"({"id":"other"})"));
    });
    std::int64_t reduced = 0;
    write([&](WriteTx &tx) { reduced = EventRepository::reduce(tx, "s", "a\"b"); });
    EXPECT_EQ(reduced, 1);
    const auto events = after("s", 0);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].data, R"({"id":"a\"b"})");
    EXPECT_EQ(events[1].data, R"({"id":"other"})");
}

TEST_F(EventLogTest, AnnounceEncodesTheWholeEntity)
{
    Composition composition;
    composition.user = UserId {"u"};
    composition.conversation = ConversationId {"c"};
    composition.text = "half a sentence";
    composition.version = 4;
    const Actor actor {ActorKind::User, composition.user, "Nadia"};
    write([&](WriteTx &tx) {
        announce(tx, userStream(composition.user), "composition.updated", composition, actor, OpId {"op"});
        announceDeleted(tx, clientStream(ClientId {"x"}), "document.deleted", "d", 9, actor);
    });
    const auto own = after("user:u", 0);
    ASSERT_EQ(own.size(), 1u);
    EXPECT_EQ(own[0].entity, "c:reply");
    EXPECT_EQ(own[0].version, 4);
    EXPECT_EQ(own[0].data, encode(composition));
    EXPECT_EQ(own[0].actor, actor);
    EXPECT_EQ(after("client:x", 0).front().data, R"({"id":"d"})");
}
