#include "app/endsignals.h"
#include "net/vault/profile.h"
#include "tests/app/programs.h"

#include <QSignalSpy>
#include <QtTest>

using namespace foredeck;
using namespace foredeck::test;

class LaunchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecondLaunchRaisesTheFirstAndEnds();
    void whatCannotBeOpenedIsToldInAWindow();
    void theFirstKeepsItsProfile();
    void toldToEndItEndsInOrder();
    void whatItWasToldToIgnoreItIgnores();
    void killedItLeavesNoChildBehind();
    void anotherProfileIsAnotherProgram();
    void aTourEndsByItselfWithItsPictures();

private:
    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = awayFrom(m_home);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        return environment;
    }
    QStringList arguments(const QString &profile) const { return {QStringLiteral("--profile"), m_home.filePath(profile), QStringLiteral("--paused")}; }
    void launch(QProcess &process, const QString &profile) const;

    QTemporaryDir m_home;
};

void LaunchTest::launch(QProcess &process, const QString &profile) const
{
    process.setProcessEnvironment(environment());
    process.start(program(QStringLiteral("foredeck")), arguments(profile));
    // Its backend serves: the store is made, the window is there.
    // Seen once is enough: the one that makes the store ends before the one that serves begins, and the macro looks twice.
    bool serves = false;
    const auto isServed = [&] {
        return serves = serves || (!processesWith(m_home.filePath(profile + QStringLiteral("/sample/server"))).isEmpty()
                   && QFileInfo::exists(m_home.filePath(profile + QStringLiteral("/sample/server/foredeckd.db"))));
    };
    QTRY_VERIFY_WITH_TIMEOUT(isServed(), 120'000);
}

void LaunchTest::aSecondLaunchRaisesTheFirstAndEnds()
{
    const auto first = Profile::open(m_home.filePath(QStringLiteral("one/sample/console")));
    QVERIFY(first.hasValue());
    QSignalSpy raised(first.value().get(), &Profile::raiseRequested);
    QProcess second;
    second.setProcessEnvironment(environment());
    second.start(program(QStringLiteral("foredeck")), arguments(QStringLiteral("one")));
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 120'000);
    QCOMPARE(second.exitStatus(), QProcess::NormalExit);
    QCOMPARE(second.exitCode(), 0);
    QVERIFY(QString::fromUtf8(second.readAllStandardOutput()).contains(QStringLiteral("running already")));
    QTRY_COMPARE(raised.size(), 1);
    QVERIFY2(processesWith(m_home.filePath(QStringLiteral("one"))).isEmpty(), "the second started nothing");
}

void LaunchTest::whatCannotBeOpenedIsToldInAWindow()
{
    QFile inTheWay(m_home.filePath(QStringLiteral("blocked")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QProcess console;
    console.setProcessEnvironment(environment());
    console.start(program(QStringLiteral("foredeck")), arguments(QStringLiteral("blocked/profile")));
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += console.readAllStandardError()).contains("folder cannot be made"), 120'000);
    console.terminate();
    QVERIFY(console.waitForFinished());
    QCOMPARE(console.exitStatus(), QProcess::CrashExit); // its window stood until somebody ended it
}

void LaunchTest::theFirstKeepsItsProfile()
{
    QProcess first;
    launch(first, QStringLiteral("two"));
    const auto second = Profile::open(m_home.filePath(QStringLiteral("two/sample/console")));
    QVERIFY(second.hasError());
    QCOMPARE(second.error().kind, Error::Kind::Busy);
    QCOMPARE(first.state(), QProcess::Running);
    first.kill();
    QTRY_COMPARE_WITH_TIMEOUT(first.state(), QProcess::NotRunning, 60'000);
    // What a killed one had is free again.
    QTRY_VERIFY_WITH_TIMEOUT(Profile::open(m_home.filePath(QStringLiteral("two/sample/console"))).hasValue(), 60'000);
}

void LaunchTest::toldToEndItEndsInOrder()
{
    QProcess process;
    launch(process, QStringLiteral("ended"));
    process.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 120'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(processesWith(m_home.filePath(QStringLiteral("ended"))).isEmpty());
}

/// As under nohup, where the terminal goes and the program stays.
void LaunchTest::whatItWasToldToIgnoreItIgnores()
{
    using Handler = void (*)(int);
    const auto handlerOf = [](int signal) {
        struct sigaction now {};
        ::sigaction(signal, nullptr, &now);
        return now.sa_handler;
    };
    const Handler before = ::signal(SIGHUP, SIG_IGN);
    const Handler end = handlerOf(SIGTERM);
    {
        const EndSignals ends;
        QVERIFY(handlerOf(SIGHUP) == SIG_IGN);
        QVERIFY(handlerOf(SIGTERM) != end);
    }
    QVERIFY(handlerOf(SIGHUP) == SIG_IGN);
    QVERIFY(handlerOf(SIGTERM) == end);
    ::signal(SIGHUP, before);
}

void LaunchTest::killedItLeavesNoChildBehind()
{
    QProcess process;
    launch(process, QStringLiteral("three"));
    process.kill();
    QTRY_VERIFY2_WITH_TIMEOUT(processesWith(m_home.filePath(QStringLiteral("three"))).isEmpty(), "a child outlived the console", 60'000);
}

void LaunchTest::anotherProfileIsAnotherProgram()
{
    QProcess one;
    QProcess other;
    launch(one, QStringLiteral("four"));
    launch(other, QStringLiteral("five"));
    QCOMPARE(one.state(), QProcess::Running);
    QCOMPARE(other.state(), QProcess::Running);
    one.kill();
    other.kill();
    QTRY_COMPARE_WITH_TIMEOUT(one.state(), QProcess::NotRunning, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(processesWith(m_home.path()).isEmpty(), 60'000);
}

/// It leaves while a reply can still be taken back, and nobody is there to be asked.
void LaunchTest::aTourEndsByItselfWithItsPictures()
{
    QProcess tour;
    tour.setProcessEnvironment(environment());
    tour.setProcessChannelMode(QProcess::MergedChannels);
    const QString pictures = m_home.filePath(QStringLiteral("pictures"));
    tour.start(program(QStringLiteral("foredeck")), {QStringLiteral("--tour"), pictures});
    QTRY_COMPARE_WITH_TIMEOUT(tour.state(), QProcess::NotRunning, 240'000);
    const QByteArray said = tour.readAll();
    QVERIFY2(tour.exitStatus() == QProcess::NormalExit && tour.exitCode() == 0, said.constData());
    for (const char *name : {"first-run-light", "escalations-light", "escalations-dark", "escalations-contrast", "leads-light", "leads-dark", "dashboard-rtl", "rules-rtl", "inbox-dark", "inbox-contrast", "inbox-rtl", "inbox-offline-light", "outbox-light", "settings-channels-light", "sign-in-dark"})
        QVERIFY2(QFileInfo(pictures + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".png")).size() > 10'000, name);
}

QTEST_GUILESS_MAIN(LaunchTest)
#include "launchtest.moc"
