#include "app/desktopnotifier.h"
#include "tests/app/sessionbus.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QLocalServer>
#include <QLocalSocket>
#include <QThreadPool>

using namespace foredeck;
using namespace foredeck::test;

namespace {

using Service = NotifierStatus::Service;

Notification notice(const QString &key, const QString &body = QStringLiteral("Is it safe to stay aboard?"))
{
    Notification n;
    n.key = key;
    n.title = QStringLiteral("Marcus Oyelaran waits");
    n.body = body;
    n.actions = {{QStringLiteral("open"), QStringLiteral("Open")}, {QStringLiteral("take_over"), QStringLiteral("Take over")}, {QStringLiteral("seen"), QStringLiteral("Seen")}};
    n.replyWord = QStringLiteral("Reply");
    n.replyHint = QStringLiteral("Write to Marcus");
    return n;
}

QStringList words(const QJsonObject &told, const QString &name)
{
    QStringList list;
    for (const QJsonValue &value : told.value(name).toArray())
        list << value.toString();
    return list;
}

QJsonObject hints(const QJsonObject &told) { return told.value(QStringLiteral("hints")).toObject(); }
qint64 idOf(const QJsonObject &told) { return told.value(QStringLiteral("id")).toInteger(); }

/// A notifier on a bus of its own.
struct Rig {
    Rig() : name(QStringLiteral("notifier%1").arg(++made)) { notifier.setPatience(60'000); }
    ~Rig() { QDBusConnection::disconnectFromBus(name); }
    void begin() { notifier.begin(QDBusConnection::connectToBus(bus.address(), name)); }

    static inline int made = 0;
    QString name;
    SessionBus bus;
    DesktopNotifier notifier;
};

} // namespace

class NotifierTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!SessionBus::isInstalled())
            QSKIP("dbus-daemon is not installed");
        QGuiApplication::setDesktopFileName(QStringLiteral("org.foredeck.Foredeck"));
        QGuiApplication::setApplicationDisplayName(QStringLiteral("Foredeck"));
    }

    void aNoticeIsShownReplacedAndTakenAway()
    {
        Rig rig;
        Peer peer(rig.bus);
        rig.begin();
        QTRY_COMPARE(rig.notifier.status().service, Service::There);
        QVERIFY(rig.notifier.status().actions && rig.notifier.status().reply && rig.notifier.status().sound);
        QTRY_COMPARE(rig.notifier.status().name, QStringLiteral("Peer"));
        rig.notifier.show(notice(QStringLiteral("a")));
        QTRY_COMPARE(peer.notices().size(), 1u);
        const QJsonObject first = peer.notices().front();
        QCOMPARE(first.value(QStringLiteral("app")).toString(), QStringLiteral("Foredeck"));
        QCOMPARE(first.value(QStringLiteral("icon")).toString(), QStringLiteral("org.foredeck.Foredeck"));
        QCOMPARE(first.value(QStringLiteral("title")).toString(), QStringLiteral("Marcus Oyelaran waits"));
        QCOMPARE(words(first, QStringLiteral("actions")), (QStringList {QStringLiteral("default"), QStringLiteral("Open"), QStringLiteral("open"), QStringLiteral("Open"), QStringLiteral("take_over"),
            QStringLiteral("Take over"), QStringLiteral("seen"), QStringLiteral("Seen"), QStringLiteral("inline-reply"), QStringLiteral("Reply")}));
        QCOMPARE(hints(first).value(QStringLiteral("urgency")).toInt(), 1);
        QCOMPARE(hints(first).value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("org.foredeck.Foredeck"));
        QCOMPARE(hints(first).value(QStringLiteral("sound-name")).toString(), QStringLiteral("message-new-instant"));
        QCOMPARE(hints(first).value(QStringLiteral("x-kde-reply-placeholder-text")).toString(), QStringLiteral("Write to Marcus"));
        // Again, and the others before the service has answered: one after another, each in the place of the one before.
        for (int i = 0; i < 5; ++i)
            rig.notifier.show(notice(QStringLiteral("a"), QString::number(i)));
        QTRY_COMPARE(peer.notices().back().value(QStringLiteral("body")).toString(), QStringLiteral("4"));
        for (const QJsonObject &one : peer.notices())
            QCOMPARE(idOf(one), idOf(first));
        rig.notifier.show(notice(QStringLiteral("b")));
        QTRY_VERIFY(idOf(peer.notices().back()) != idOf(first));
        rig.notifier.close(QStringLiteral("a"));
        QTRY_COMPARE(peer.closes(), 1);
        QCOMPARE(idOf(peer.told(QStringLiteral("close")).front()), idOf(first));
        rig.notifier.closeAll();
        QTRY_COMPARE(peer.closes(), 2);
    }

    void anEmergencyIsCriticalAndSilenceIsKept()
    {
        Rig rig;
        Peer peer(rig.bus);
        rig.begin();
        Notification n = notice(QStringLiteral("a"));
        n.urgent = true;
        rig.notifier.show(n);
        QTRY_COMPARE(peer.notices().size(), 1u);
        QCOMPARE(hints(peer.notices().back()).value(QStringLiteral("urgency")).toInt(), 2);
        QCOMPARE(hints(peer.notices().back()).value(QStringLiteral("sound-name")).toString(), QStringLiteral("dialog-warning"));
        n.audible = false;
        rig.notifier.show(n);
        QTRY_COMPARE(peer.notices().size(), 2u);
        QCOMPARE(hints(peer.notices().back()).value(QStringLiteral("suppress-sound")).toBool(), true);
        QVERIFY(!hints(peer.notices().back()).contains(QStringLiteral("sound-name")));
    }

    void aCustomersWordsAreNoMarkup_data()
    {
        QTest::addColumn<QString>("capabilities");
        QTest::addColumn<QString>("shown");
        const QString words = QStringLiteral("<a href=\"x\">a & b</a>");
        QTest::newRow("read as markup") << QStringLiteral("body,body-markup") << words.toHtmlEscaped();
        QTest::newRow("read as it is") << QStringLiteral("body") << words;
    }
    void aCustomersWordsAreNoMarkup()
    {
        QFETCH(QString, capabilities);
        QFETCH(QString, shown);
        Rig rig;
        Peer peer(rig.bus, capabilities);
        rig.begin();
        rig.notifier.show(notice(QStringLiteral("a"), QStringLiteral("<a href=\"x\">a & b</a>")));
        QTRY_COMPARE(peer.notices().size(), 1u);
        QCOMPARE(peer.notices().front().value(QStringLiteral("body")).toString(), shown);
        // What the service cannot do is not asked of it.
        QVERIFY(words(peer.notices().front(), QStringLiteral("actions")).isEmpty());
        QVERIFY(!rig.notifier.status().reply && !rig.notifier.status().sound);
    }

    void whatIsPressedAndTypedComesBack()
    {
        Rig rig;
        Peer peer(rig.bus);
        rig.begin();
        QSignalSpy acted(&rig.notifier, &Notifier::acted);
        QSignalSpy replied(&rig.notifier, &Notifier::replied);
        rig.notifier.show(notice(QStringLiteral("a")));
        rig.notifier.show(notice(QStringLiteral("b")));
        QTRY_COMPARE(peer.notices().size(), 2u);
        const qint64 b = idOf(peer.notices().back());
        peer.say(QStringLiteral("act %1 take_over").arg(b));
        QTRY_COMPARE(acted.size(), 1);
        QCOMPARE(acted.at(0), (QVariantList {QStringLiteral("b"), QStringLiteral("take_over")}));
        peer.say(QStringLiteral("token %1 abc").arg(b));
        peer.say(QStringLiteral("act %1 default").arg(b));
        QTRY_COMPARE(acted.size(), 2);
        QCOMPARE(acted.at(1), (QVariantList {QStringLiteral("b"), QStringLiteral("open")}));
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("abc"));
        qunsetenv("XDG_ACTIVATION_TOKEN");
        peer.say(QStringLiteral("reply %1 Ahora mismo <b>voy</b>").arg(b));
        QTRY_COMPARE(replied.size(), 1);
        QCOMPARE(replied.at(0), (QVariantList {QStringLiteral("b"), QStringLiteral("Ahora mismo <b>voy</b>")}));
        // Of somebody else's notification nothing is ours.
        peer.say(QStringLiteral("act 4711 seen"));
        peer.say(QStringLiteral("act %1 seen").arg(b));
        QTRY_COMPARE(acted.size(), 3);
    }

    /// Sent while this side took the notification away: the service had not heard of that.
    void whatIsSentWhileItIsTakenAwayComesBack()
    {
        Rig rig;
        Peer peer(rig.bus);
        rig.begin();
        QSignalSpy acted(&rig.notifier, &Notifier::acted);
        QSignalSpy replied(&rig.notifier, &Notifier::replied);
        rig.notifier.show(notice(QStringLiteral("a")));
        rig.notifier.show(notice(QStringLiteral("b")));
        QTRY_COMPARE(peer.notices().size(), 2u);
        const qint64 a = idOf(peer.notices().front());
        const qint64 b = idOf(peer.notices().back());
        peer.say(QStringLiteral("act %1 seen").arg(a));
        peer.say(QStringLiteral("act %1 seen").arg(b));
        QTRY_COMPARE(acted.size(), 2); // both ids are known here
        rig.notifier.close(QStringLiteral("a"));
        QTRY_COMPARE(peer.closes(), 1);
        peer.say(QStringLiteral("act %1 take_over").arg(a)); // there is nothing any more to press
        peer.say(QStringLiteral("reply %1 I am on my way").arg(a));
        QTRY_COMPARE(replied.size(), 1);
        QCOMPARE(replied.at(0), (QVariantList {QStringLiteral("a"), QStringLiteral("I am on my way")}));
        QCOMPARE(acted.size(), 2);
        // The service drops one while it is being shown again.
        peer.stop();
        rig.notifier.show(notice(QStringLiteral("b"), QStringLiteral("newer")));
        peer.say(QStringLiteral("dismiss %1\nreply %1 wait for me").arg(b));
        peer.goOn();
        QTRY_COMPARE(replied.size(), 2);
        QCOMPARE(replied.at(1), (QVariantList {QStringLiteral("b"), QStringLiteral("wait for me")}));
    }

    void nobodyElseMayPress()
    {
        Rig rig;
        Peer peer(rig.bus);
        rig.begin();
        QSignalSpy acted(&rig.notifier, &Notifier::acted);
        rig.notifier.show(notice(QStringLiteral("a")));
        QTRY_COMPARE(peer.notices().size(), 1u);
        QDBusConnection other = QDBusConnection::connectToBus(rig.bus.address(), QStringLiteral("other"));
        QDBusMessage forged = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/Notifications"), QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("ActionInvoked"));
        forged << uint(idOf(peer.notices().front())) << QStringLiteral("take_over");
        QVERIFY(other.send(forged));
        peer.say(QStringLiteral("act %1 seen").arg(idOf(peer.notices().front())));
        QTRY_VERIFY(!acted.isEmpty());
        QCOMPARE(acted.at(0).at(1).toString(), QStringLiteral("seen"));
        QDBusConnection::disconnectFromBus(QStringLiteral("other"));
    }

    void whatWasDismissedIsShownAnewAndNotTakenAway()
    {
        Rig rig;
        Peer peer(rig.bus);
        rig.begin();
        rig.notifier.show(notice(QStringLiteral("a")));
        rig.notifier.show(notice(QStringLiteral("b")));
        QTRY_COMPARE(peer.notices().size(), 2u);
        QSignalSpy acted(&rig.notifier, &Notifier::acted);
        peer.say(QStringLiteral("dismiss %1").arg(idOf(peer.notices().front())));
        peer.say(QStringLiteral("act %1 seen").arg(idOf(peer.notices().back()))); // heard after the other
        QTRY_COMPARE(acted.size(), 1);
        rig.notifier.close(QStringLiteral("a"));
        rig.notifier.close(QStringLiteral("b"));
        QTRY_COMPARE(peer.closes(), 1);
        QCOMPARE(idOf(peer.told(QStringLiteral("close")).front()), idOf(peer.notices().back()));
        rig.notifier.show(notice(QStringLiteral("a")));
        QTRY_COMPARE(peer.notices().size(), 3u);
        QCOMPARE(peer.notices().back().value(QStringLiteral("replaces")).toInt(), 0);
    }

    void withoutAServiceItIsSaidAndAskedForWhenItComes()
    {
        Rig rig;
        rig.begin();
        QTRY_COMPARE(rig.notifier.status().service, Service::Missing);
        rig.notifier.show(notice(QStringLiteral("a")));
        rig.notifier.show(notice(QStringLiteral("b")));
        rig.notifier.close(QStringLiteral("b"));
        Peer peer(rig.bus);
        QTRY_COMPARE(rig.notifier.status().service, Service::There);
        QTRY_COMPARE(peer.notices().size(), 1u);
        // Nobody has heard it yet.
        QVERIFY(hints(peer.notices().front()).contains(QStringLiteral("sound-name")));
    }

    void afterTheServiceRestartedItsIdsAreNotOurs()
    {
        Rig rig;
        auto peer = std::make_unique<Peer>(rig.bus);
        rig.begin();
        rig.notifier.show(notice(QStringLiteral("a")));
        rig.notifier.show(notice(QStringLiteral("b")));
        QTRY_COMPARE(peer->notices().size(), 2u);
        QSignalSpy changed(&rig.notifier, &Notifier::statusChanged);
        rig.notifier.close(QStringLiteral("a"));
        QTRY_COMPARE(peer->closes(), 1);
        peer->kill();
        QTRY_COMPARE(rig.notifier.status().service, Service::Missing);
        peer = std::make_unique<Peer>(rig.bus);
        // What still waits stands again, in the place of nothing, and is not heard twice.
        QTRY_COMPARE(peer->notices().size(), 1u);
        QCOMPARE(peer->notices().front().value(QStringLiteral("replaces")).toInt(), 0);
        QCOMPARE(hints(peer->notices().front()).value(QStringLiteral("suppress-sound")).toBool(), true);
        rig.notifier.close(QStringLiteral("b"));
        QTRY_COMPARE(peer->closes(), 1);
        QCOMPARE(idOf(peer->told(QStringLiteral("close")).front()), idOf(peer->notices().front()));
    }

    void aServiceThatDoesNotAnswerKeepsNobodyWaiting()
    {
        Rig rig;
        Peer peer(rig.bus);
        rig.notifier.setPatience(1);
        rig.begin();
        QTRY_COMPARE(rig.notifier.status().service, Service::There);
        peer.stop();
        rig.notifier.show(notice(QStringLiteral("a")));
        rig.notifier.show(notice(QStringLiteral("b")));
        rig.notifier.show(notice(QStringLiteral("a"), QStringLiteral("newer")));
        rig.notifier.close(QStringLiteral("b"));
        // It returned from all of these, and says so.
        QTRY_COMPARE(rig.notifier.status().service, Service::Missing);
        rig.notifier.setPatience(60'000);
        peer.goOn();
        QTRY_COMPARE(rig.notifier.status().service, Service::There);
        QTRY_COMPARE(peer.closes(), 1);
        QTRY_COMPARE(peer.notices().back().value(QStringLiteral("body")).toString(), QStringLiteral("newer"));
        QCOMPARE(peer.notices().back().value(QStringLiteral("replaces")).toInteger(), idOf(peer.notices().front()));
    }

    void aBusThatHangsCountsAsMissing()
    {
        QTemporaryDir folder;
        QLocalServer silent; // takes every connection and says nothing
        QVERIFY(silent.listen(folder.filePath(QStringLiteral("bus"))));
        const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + silent.fullServerName().toUtf8());
        DesktopNotifier notifier;
        notifier.setPatience(1);
        notifier.begin();
        QTRY_COMPARE(notifier.status().service, Service::Missing);
        silent.close(); // the thread that reaches for it ends
        while (QLocalSocket *socket = silent.nextPendingConnection())
            socket->abort();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30'000));
        before.isNull() ? qunsetenv("DBUS_SESSION_BUS_ADDRESS") : qputenv("DBUS_SESSION_BUS_ADDRESS", before);
    }

    void withoutABusOrAfterItsEnd()
    {
        DesktopNotifier alone;
        alone.begin(QDBusConnection(QStringLiteral("none")));
        QCOMPARE(alone.status().service, Service::Missing);
        alone.show(notice(QStringLiteral("a")));
        alone.setCount(3, true);
        alone.closeAll();
        Rig rig;
        Peer peer(rig.bus);
        rig.begin();
        QTRY_COMPARE(rig.notifier.status().service, Service::There);
        rig.bus.end();
        QTRY_COMPARE(rig.notifier.status().service, Service::Missing);
        rig.notifier.show(notice(QStringLiteral("a")));
        rig.notifier.closeAll();
        rig.notifier.setCount(1, false);
    }

    void theLauncherShowsHowManyWait()
    {
        Rig rig;
        Peer peer(rig.bus);
        QSignalSpy counted(&rig.notifier, &Notifier::countChanged);
        rig.notifier.setCount(2, true); // before there is a bus
        rig.begin();
        QTRY_COMPARE(peer.count(QStringLiteral("count")), 1);
        const QJsonObject two = peer.told(QStringLiteral("count")).back();
        QCOMPARE(two.value(QStringLiteral("program")).toString(), QStringLiteral("application://org.foredeck.Foredeck.desktop"));
        QCOMPARE(hints(two).value(QStringLiteral("count")).toInt(), 2);
        QVERIFY(hints(two).value(QStringLiteral("count-visible")).toBool() && hints(two).value(QStringLiteral("urgent")).toBool());
        rig.notifier.setCount(2, true);
        rig.notifier.setCount(0, false);
        QTRY_COMPARE(peer.count(QStringLiteral("count")), 2);
        QVERIFY(!hints(peer.told(QStringLiteral("count")).back()).value(QStringLiteral("count-visible")).toBool());
        QCOMPARE(counted.size(), 2);
    }
};

QTEST_MAIN(NotifierTest)
#include "notifiertest.moc"
