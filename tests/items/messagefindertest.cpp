#include "models/items/messagefinder.h"
#include "tests/cache/storefixture.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

/// Which of what was found is looked at, whatever comes meanwhile.
class MessageFinderTest : public QObject {
    Q_OBJECT

private:
    static void look(MessageFinder &finder, const QString &words, std::int64_t below = INT64_MAX)
    {
        QSignalSpy found {&finder, &MessageFinder::found};
        finder.look(conversationId(1), words, below);
        QTRY_COMPARE(found.size(), 1);
    }
    static void fill(StoreFixture &f)
    {
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply({entity("message", message(10, 1, 10, MessageRole::Lead, "a van")), entity("message", message(20, 1, 20, MessageRole::Lead, "the van, my van")),
                            entity("message", message(30, 1, 30, MessageRole::Lead, "vanilla"))})
                    .hasValue());
    }
    static std::tuple<std::int64_t, int, int> at(const MessageFinder &finder) { return {finder.hit().position, finder.hit().nth, finder.place()}; }
    using At = std::tuple<std::int64_t, int, int>;

private Q_SLOTS:
    void theNewestComesFirstAndTheLastLeadsToTheFirst()
    {
        StoreFixture f;
        fill(f);
        MessageFinder finder {*f.store};
        look(finder, QStringLiteral("VAN"));
        QCOMPARE(finder.count(), 4);
        std::vector<At> way {at(finder)};
        for (int i = 0; i < 4; ++i) {
            finder.step(1);
            way.push_back(at(finder));
        }
        QCOMPARE(way, (std::vector<At> {{30, 0, 1}, {20, 1, 2}, {20, 0, 3}, {10, 0, 4}, {30, 0, 1}}));
        finder.step(-1);
        QCOMPARE(at(finder), (At {10, 0, 4}));
        finder.step(-1);
        QCOMPARE(at(finder), (At {20, 0, 3}));
    }

    void whatIsBeingLookedForAnewIsKnownToBeOfBefore()
    {
        StoreFixture f;
        fill(f);
        MessageFinder finder {*f.store};
        std::vector<bool> outdated;
        connect(&finder, &MessageFinder::found, this, [&] { outdated.push_back(finder.isOutdated()); });
        finder.look(conversationId(1), QStringLiteral("van"), INT64_MAX);
        QVERIFY(finder.isOutdated());
        finder.again(); // something came while it was looked for
        QTRY_COMPARE(outdated.size(), 2u);
        QCOMPARE(outdated, (std::vector<bool> {true, false}));
    }

    void theNearestAboveWhatIsReadComesFirst()
    {
        StoreFixture f;
        fill(f);
        MessageFinder finder {*f.store};
        look(finder, QStringLiteral("van"), 25);
        QCOMPARE(at(finder), (At {20, 1, 2}));
        finder.end();
        look(finder, QStringLiteral("van"), 5);
        QCOMPARE(at(finder), (At {10, 0, 4}));
        // What is typed on stays while it fits, and goes up where it does not.
        look(finder, QStringLiteral("vanilla"), 5);
        QCOMPARE(at(finder), (At {30, 0, 1}));
        look(finder, QStringLiteral("my van"), 5);
        QCOMPARE(at(finder), (At {20, 0, 1}));
    }

    void whatComesMovesNothing()
    {
        StoreFixture f;
        fill(f);
        MessageFinder finder {*f.store};
        look(finder, QStringLiteral("van"));
        finder.step(1);
        QCOMPARE(at(finder), (At {20, 1, 2}));
        QSignalSpy found {&finder, &MessageFinder::found};
        QVERIFY(f.apply({entity("message", message(40, 1, 40, MessageRole::Lead, "van van"))}).hasValue());
        QTRY_COMPARE(finder.count(), 6);
        QCOMPARE(at(finder), (At {20, 1, 4}));
        QVERIFY(std::none_of(found.begin(), found.end(), [](const QList<QVariant> &one) { return one.constFirst().toBool(); }));
        // Another conversation's is none of it.
        found.clear();
        QVERIFY(f.apply({entity("message", message(41, 2, 40, MessageRole::Lead, "van"))}).hasValue());
        f.settle();
        QCOMPARE(found.size(), 0);
        // What it looked at has gone: the one before it.
        QVERIFY(f.apply({Entity {"message", 9, {}, messageId(20).value, true, {}}}).hasValue());
        QTRY_COMPARE(finder.count(), 4);
        QCOMPARE(at(finder), (At {10, 0, 4}));
    }

    void aLongConversationLeavesTheReaderToOthers()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        std::vector<Entity> entities;
        for (int p = 2; p <= 5000; ++p)
            entities.push_back(entity("message", message(p, 1, p, MessageRole::Lead, p % 1999 == 0 ? "a van" : "m")));
        QVERIFY(f.apply(std::move(entities)).hasValue());
        MessageFinder finder {*f.store};
        QStringList order;
        connect(&finder, &MessageFinder::found, this, [&] { order << QStringLiteral("found"); });
        finder.look(conversationId(1), QStringLiteral("van"), INT64_MAX);
        const Mailbox mailbox;
        f.store->read([](CacheReader &reader) { return reader.conversation(conversationId(1)); }, mailbox.receive([&](const Result<ConversationRow> &) { order << QStringLiteral("other"); }));
        QTRY_COMPARE(order, (QStringList {QStringLiteral("other"), QStringLiteral("found")}));
        QCOMPARE(finder.count(), 2);
        QCOMPARE(at(finder), (At {3998, 0, 1}));
    }

    void theNewestQuestionWins()
    {
        StoreFixture f;
        fill(f);
        MessageFinder finder {*f.store};
        QSignalSpy found {&finder, &MessageFinder::found};
        for (const char *words : {"v", "va", "van", "vani"})
            finder.look(conversationId(1), QLatin1StringView(words), INT64_MAX);
        finder.step(1); // of what is not there yet
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(finder.count(), 1);
        finder.look(conversationId(1), QStringLiteral("van"), INT64_MAX);
        finder.end();
        f.settle();
        QCoreApplication::processEvents();
        QCOMPARE(finder.count(), 0);
        QVERIFY(finder.words().isEmpty() && finder.hit().id.isEmpty());
        // Nothing to look for ends it, too.
        look(finder, QStringLiteral("van"));
        finder.look(conversationId(1), QStringLiteral("  "), INT64_MAX);
        QCOMPARE(finder.count(), 0);
    }
};

FOREDECK_QT_TEST(MessageFinderTest)
#include "messagefindertest.moc"
