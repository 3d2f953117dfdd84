#include "consolefixture.h"
#include "fakeserver.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace foredeck;
using namespace foredeck::test;

/// Where people of this computer are and what they do there, as the server hears of it.
class PresenceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void presenceGoesBothWays()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.options.times.typingEveryMs = 30;
        console.start();
        QTRY_VERIFY(console.live());
        console.network->showPresence(server.client.id, id, PresenceKind::Typing);
        QTRY_VERIFY(std::count(server.presences.begin(), server.presences.end(), "typing") >= 3);
        console.network->showPresence(server.client.id, id, PresenceKind::Viewing);
        QTRY_COMPARE(server.presences.back(), std::string {"viewing"});
    }

    void allThatIsLookedAtIsToldAgainAfterAReconnect()
    {
        FakeServer server;
        const auto one = server.addConversation("Ana", "Hi");
        const auto other = server.addConversation("Bea", "Bye");
        const auto left = server.addConversation("Cy", "Hello");
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        for (const auto &id : {one, other, left})
            console.network->showPresence(server.client.id, id, PresenceKind::Viewing);
        console.network->showPresence(server.client.id, left, PresenceKind::Gone);
        QTRY_COMPARE(server.presences.size(), 4u);
        server.presences.clear();
        server.places.clear();
        server.cutSockets();
        QTRY_COMPARE_WITH_TIMEOUT(server.places.size(), 2u, 20000);
        QCOMPARE(std::set(server.places.begin(), server.places.end()), (std::set {one.value, other.value}));
        QCOMPARE(server.presences, (std::vector<std::string> {"viewing", "viewing"}));
    }

    void whoTypesInOneWindowIsToldSoWhateverTheyLookAtInAnother()
    {
        FakeServer server;
        const auto one = server.addConversation("Ana", "Hi");
        const auto other = server.addConversation("Bea", "Bye");
        Console console {server.url()};
        console.options.times.typingEveryMs = 30;
        console.start();
        QTRY_VERIFY(console.live());
        console.network->showPresence(server.client.id, one, PresenceKind::Typing);
        console.network->showPresence(server.client.id, other, PresenceKind::Viewing);
        QTRY_COMPARE(std::count(server.presences.begin(), server.presences.end(), "viewing"), 1);
        const auto told = std::count(server.presences.begin(), server.presences.end(), "typing");
        QTRY_VERIFY(std::count(server.presences.begin(), server.presences.end(), "typing") >= told + 2);
        QCOMPARE(std::count(server.presences.begin(), server.presences.end(), "viewing"), 1);
    }

    void whereSomebodyWasIsNotToldOfWhoeverSignsInNext()
    {
        FakeServer server;
        const auto one = server.addConversation("Ana", "Hi");
        const auto other = server.addConversation("Bea", "Bye");
        Console console {server.url(), false};
        console.options.times.typingEveryMs = 30;
        console.start();
        console.network->signIn(QStringLiteral("nora@example.com"), QStringLiteral("secret"), false);
        QTRY_VERIFY(console.live());
        console.network->showPresence(server.client.id, one, PresenceKind::Typing);
        QTRY_VERIFY(!server.presences.empty());
        console.network->signOut();
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedOut);
        console.network->signIn(QStringLiteral("nora@example.com"), QStringLiteral("secret"), false);
        QTRY_VERIFY(console.live());
        server.places.clear();
        console.network->showPresence(server.client.id, other, PresenceKind::Typing);
        QTRY_VERIFY(std::count(server.places.begin(), server.places.end(), other.value) >= 3);
        QCOMPARE(std::count(server.places.begin(), server.places.end(), one.value), 0);
    }
};

QTEST_GUILESS_MAIN(PresenceTest)
#include "presencetest.moc"
