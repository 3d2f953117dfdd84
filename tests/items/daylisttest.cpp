#include "models/items/daylist.h"
#include "tests/cache/storefixture.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

/// What a business has before it today, on its own clock.
class DayListTest : public QObject {
    Q_OBJECT

private:
    static Entity due(int n, Timestamp at, int conversation, int client)
    {
        Task t;
        t.id = TaskId {idText(13, n)};
        t.client = clientId(client);
        t.conversation = conversationId(conversation);
        t.kind = TaskKind::CallBack;
        t.text = "Task " + std::to_string(n);
        t.due = at;
        t.createdAt = at - 1h;
        return entity("task", t);
    }
    static Entity place(int client, const char *zone)
    {
        Location place;
        place.id = LocationId {idText(7, client)};
        place.client = clientId(client);
        place.hours.zone = zone;
        return entity("location", place);
    }
    static Entity booked(int n, int client)
    {
        Lead one = lead(n);
        one.client = clientId(client);
        one.status = LeadStatus::AppointmentBooked;
        one.version = 9;
        return entity("lead", one);
    }
    static Entity talk(int n, int client)
    {
        Conversation c = conversation(n, client);
        c.version = 9;
        return entity("conversation", c);
    }
    static DaySheet asked(StoreFixture &f, Timestamp now, const ClientId &client = {})
    {
        DayList list {*f.store};
        QSignalSpy loaded {&list, &DayList::loaded};
        list.ask(client, now, "UTC");
        if (loaded.isEmpty() && !loaded.wait(20'000))
            return {};
        return *list.sheet();
    }
    static std::vector<std::string> texts(const DayBusiness &business)
    {
        std::vector<std::string> found;
        for (const DueTask &one : business.tasks)
            found.push_back(one.row.task.text);
        return found;
    }

private Q_SLOTS:
    /// 20:00 in Los Angeles and 05:00 of the next day in Berlin.
    void eachBusinessHasItsOwnMidnight()
    {
        StoreFixture f;
        f.signIn();
        const Timestamp now = *fromRfc3339("2026-11-21T04:00:00Z");
        QVERIFY(f.apply({entity("client", client(1)), entity("client", client(2)), place(1, "America/Los_Angeles"), place(2, "Europe/Berlin"), entity("lead", lead(1)), entity("lead", lead(2)), talk(1, 1), talk(2, 2),
                     due(1, now + 3h, 1, 1), due(2, now + 5h, 1, 1), due(3, now - 30h, 1, 1), due(4, now + 5h, 2, 2), due(5, now + 20h, 2, 2)}).hasValue());
        const DaySheet sheet = asked(f, now);
        QCOMPARE(sheet.businesses.size(), std::size_t {2});
        QCOMPARE(sheet.businesses[0].zone, std::string {"America/Los_Angeles"});
        QCOMPARE(texts(sheet.businesses[0]), (std::vector<std::string> {"Task 3", "Task 1"})); // the other is tomorrow's there
        QCOMPARE(texts(sheet.businesses[1]), std::vector<std::string> {"Task 4"});
        const DaySheet one = asked(f, now, clientId(2));
        QCOMPARE(one.businesses.size(), std::size_t {1});
        QCOMPARE(one.businesses[0].name, client(2).name);
    }

    /// The night in which clocks are put back in New York: a day of 25 hours.
    void aLongDayIsWhole()
    {
        StoreFixture f;
        f.signIn();
        const Timestamp midnight = *fromRfc3339("2026-11-01T04:00:00Z");
        QVERIFY(f.apply({entity("client", client(1)), place(1, "America/New_York"), entity("lead", lead(1)), talk(1, 1), due(1, midnight + 24h + 30min, 1, 1), due(2, midnight + 25h, 1, 1)}).hasValue());
        const DaySheet sheet = asked(f, midnight + 1min);
        QCOMPARE(sheet.businesses.size(), std::size_t {1});
        QCOMPARE(texts(sheet.businesses[0]), std::vector<std::string> {"Task 1"});
    }

    void whoHasBookedIsToldThoughNothingTellsWhen()
    {
        StoreFixture f;
        f.signIn();
        const Timestamp now = f.clock.now();
        QVERIFY(f.apply({entity("client", client(1)), entity("client", client(2)), booked(1, 1), entity("lead", lead(2)), talk(1, 1), talk(2, 1)}).hasValue());
        const DaySheet sheet = asked(f, now);
        QCOMPARE(sheet.businesses.size(), std::size_t {1}); // the other one has nothing before it
        QCOMPARE(sheet.businesses[0].zone, std::string {"UTC"}); // it has no place
        QVERIFY(sheet.businesses[0].tasks.empty());
        QCOMPARE(sheet.businesses[0].booked.size(), std::size_t {1});
        QCOMPARE(sheet.businesses[0].booked[0].lead.id, leadId(1));
        QCOMPARE(sheet.businesses[0].bookedFound, std::int64_t {1});
    }

    void whoHasGoneIsAnsweredNothing()
    {
        StoreFixture f;
        f.signIn();
        QVERIFY(f.apply({entity("client", client(1)), booked(1, 1), talk(1, 1)}).hasValue());
        DayList list {*f.store};
        QSignalSpy loaded {&list, &DayList::loaded};
        list.ask({}, f.clock.now(), "UTC");
        list.forget();
        f.read([](CacheReader &) { return true; }); // it answers in turn
        QCoreApplication::sendPostedEvents();
        QVERIFY(loaded.isEmpty() && !list.sheet());
    }
};

FOREDECK_QT_TEST(DayListTest)
#include "daylisttest.moc"
