#include "app/desktopnotifier.h"
#include "tests/app/sessionbus.h"
#include "tests/ui/guard.h"
#include "tests/ui/testdesk.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/shell/mainwindow.h"

#include "models/cache/outboxrules.h"

#include <QGuiApplication>

using namespace foredeck;
using namespace foredeck::test;
using namespace foredeck::ui;

namespace {

Entity callTo(const EscalationId &escalation, std::int64_t version)
{
    Entity call;
    call.kind = "escalation_alert";
    call.version = version;
    call.data = R"({"escalation_id":")" + escalation.value + R"(","rung":"staff","repeat":0})";
    return call;
}

} // namespace

/// The window with its cache and outbox, and a notification service that is another program on a bus.
class BellBusTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!SessionBus::isInstalled())
            QSKIP("dbus-daemon is not installed");
        QGuiApplication::setDesktopFileName(QStringLiteral("org.foredeck.Foredeck"));
    }
    void init()
    {
        failOnWarnings();
        m_bus = std::make_unique<SessionBus>();
        m_peer = std::make_unique<Peer>(*m_bus);
        m_notifier = std::make_unique<DesktopNotifier>();
        m_notifier->setPatience(60'000);
        m_notifier->begin(QDBusConnection::connectToBus(m_bus->address(), QStringLiteral("console%1").arg(++m_made)));
        m_desk = std::make_unique<TestDesk>(m_themes);
        m_desk->signIn();
        m_desk->fill();
        m_desk->fillEscalations();
        Desk desk = m_desk->desk();
        m_window = std::make_unique<MainWindow>(Desk {desk.store, desk.acts, desk.requests, desk.ephemera, desk.clock, desk.themes, desk.preferences, desk.host, *m_notifier});
        m_window->showFirstPage();
        m_window->show();
        m_desk->settle();
        m_window->inbox()->open(TestDesk::elena()); // of what is open in front nobody is told
        m_desk->settle();
        QTRY_COMPARE(m_notifier->status().service, NotifierStatus::Service::There);
    }
    void cleanup()
    {
        m_window.reset();
        m_notifier.reset();
        m_peer.reset();
        m_bus.reset();
        m_desk.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("console%1").arg(m_made));
    }

    void fromTheCallToTheReply()
    {
        call(1);
        QTRY_COMPARE(m_peer->notices().size(), 1u);
        const QJsonObject told = m_peer->notices().front();
        QVERIFY(told.value(QStringLiteral("title")).toString().startsWith(QStringLiteral("Marcus Oyelaran")));
        QCOMPARE(told.value(QStringLiteral("hints")).toObject().value(QStringLiteral("urgency")).toInt(), 2);
        QTRY_COMPARE(lastCount(), 3);
        const qint64 id = told.value(QStringLiteral("id")).toInteger();
        m_peer->say(QStringLiteral("reply %1 On our way").arg(id));
        QTRY_COMPARE(outbox().size(), 2u);
        QVERIFY(outbox().front().op.kind == OpKind::TakeOver && outbox().back().op.kind == OpKind::Reply);
        QCOMPARE(textOf(outbox().back().op), std::string {"On our way"});
        // It is seen to: nothing stands, and one less waits.
        QTRY_COMPARE(m_peer->closes(), 1);
        QCOMPARE(m_peer->told(QStringLiteral("close")).front().value(QStringLiteral("id")).toInteger(), id);
        QTRY_COMPARE(lastCount(), 2);
    }

    void toldAgainInItsPlaceUntilSeen()
    {
        call(22);
        QTRY_COMPARE(m_peer->notices().size(), 1u);
        call(22);
        QTRY_COMPARE(m_peer->notices().size(), 2u);
        const qint64 id = m_peer->notices().front().value(QStringLiteral("id")).toInteger();
        QCOMPARE(m_peer->notices().back().value(QStringLiteral("replaces")).toInteger(), id);
        m_peer->say(QStringLiteral("act %1 seen").arg(id));
        QTRY_COMPARE(outbox().size(), 1u);
        QVERIFY(outbox().front().op.kind == OpKind::EscalationAcknowledge);
        QTRY_COMPARE(m_peer->closes(), 1);
    }

    void theServiceDiesAndComesBack()
    {
        call(22);
        QTRY_COMPARE(m_peer->notices().size(), 1u);
        m_peer->kill();
        QTRY_COMPARE(m_notifier->status().service, NotifierStatus::Service::Missing);
        QTRY_VERIFY(m_window->windowTitle().startsWith(QStringLiteral("(3)"))); // the count needs no service
        call(22);
        m_desk->settle(); // it is told while nobody can show it
        m_peer = std::make_unique<Peer>(*m_bus);
        QTRY_COMPARE(m_peer->notices().size(), 1u);
        m_peer->say(QStringLiteral("act %1 take_over").arg(m_peer->notices().front().value(QStringLiteral("id")).toInteger()));
        QTRY_COMPARE(outbox().size(), 1u);
        QVERIFY(outbox().front().op.kind == OpKind::TakeOver);
    }

private:
    void call(int n)
    {
        QVERIFY(m_desk->store.apply({callTo(TestDesk::escalation(n), ++m_calls)}).hasValue());
    }
    std::vector<OutboxRow> outbox()
    {
        auto rows = m_desk->store.read([](CacheReader &reader) { return reader.outbox(); }).valueOr({});
        std::erase_if(rows, [](const OutboxRow &row) { return row.op.kind == OpKind::Read || row.op.kind == OpKind::Composition; });
        return rows;
    }
    int lastCount()
    {
        const auto counts = m_peer->told(QStringLiteral("count"));
        return counts.empty() ? -1 : counts.back().value(QStringLiteral("hints")).toObject().value(QStringLiteral("count")).toInt();
    }

    ThemeManager m_themes;
    std::unique_ptr<SessionBus> m_bus;
    std::unique_ptr<Peer> m_peer;
    std::unique_ptr<DesktopNotifier> m_notifier;
    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    int m_made = 0;
    std::int64_t m_calls = 0;
};

QTEST_MAIN(BellBusTest)
#include "bellbustest.moc"
