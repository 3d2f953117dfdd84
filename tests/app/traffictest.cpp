#include "app/embeddedbackend.h"
#include "app/sampletraffic.h"
#include "tests/app/programs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QtTest>

using namespace foredeck;
using namespace foredeck::test;

class TrafficTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void customersWriteAndRest();
    void customersMayRestFromTheBeginning();
    void theyGoOnWhereTheyStopped();
    void withoutAProgramNobodyWrites();
    void whoDoesNotGoIsEnded();

private:
    SampleTraffic::Setup setup(const QString &ledger) const;
    int written(const QString &ledger) const { return contentOf(m_folder.filePath(ledger)).count("\"kind\":\"sent\""); }

    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedBackend> m_backend;
    QUrl m_server;
};

SampleTraffic::Setup TrafficTest::setup(const QString &ledger) const
{
    return {program(QStringLiteral("foredeck-traffic")), sampleFile(QStringLiteral("dialogues.jsonl")), m_folder.filePath(QStringLiteral("doors.json")),
        m_folder.filePath(ledger), m_folder.filePath(QStringLiteral("traffic.log")), 60};
}

void TrafficTest::initTestCase()
{
    const QString data = m_folder.filePath(QStringLiteral("server"));
    QVERIFY(makeSample(data, m_folder.filePath(QStringLiteral("doors.json"))));
    m_backend = std::make_unique<EmbeddedBackend>(program(QStringLiteral("foredeckd")), data, m_folder.filePath(QStringLiteral("log")));
    QSignalSpy ready(m_backend.get(), &EmbeddedBackend::ready);
    m_backend->start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 20'000);
    m_server = ready.at(0).at(0).toUrl();
}

void TrafficTest::cleanupTestCase()
{
    QSignalSpy stopped(m_backend.get(), &EmbeddedBackend::stopped);
    m_backend->stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 10'000);
}

void TrafficTest::customersWriteAndRest()
{
    const QString ledger = QStringLiteral("one.jsonl");
    SampleTraffic traffic(setup(ledger));
    QSignalSpy stopped(&traffic, &SampleTraffic::stopped);
    traffic.start(m_server);
    QTRY_VERIFY_WITH_TIMEOUT(written(ledger) >= 3, 30'000);
    traffic.setPaused(true);
    QVERIFY(traffic.isPaused() && traffic.isRunning());
    traffic.stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 10'000);
    QVERIFY(!traffic.isRunning());
    QVERIFY(processesWith(m_folder.filePath(ledger)).isEmpty());
}

void TrafficTest::customersMayRestFromTheBeginning()
{
    const QString ledger = QStringLiteral("two.jsonl");
    SampleTraffic traffic(setup(ledger));
    traffic.setPaused(true);
    traffic.start(m_server);
    QTRY_VERIFY_WITH_TIMEOUT(traffic.isRunning(), 10'000);
    // Another crowd, at the same speed, shows how long the first has been silent.
    SampleTraffic others(setup(QStringLiteral("others.jsonl")));
    others.start(m_server);
    QTRY_VERIFY_WITH_TIMEOUT(written(QStringLiteral("others.jsonl")) >= 3, 30'000);
    QCOMPARE(written(ledger), 0);
    traffic.setPaused(false);
    QTRY_VERIFY_WITH_TIMEOUT(written(ledger) >= 1, 30'000);
}

void TrafficTest::theyGoOnWhereTheyStopped()
{
    const QString ledger = QStringLiteral("three.jsonl");
    SampleTraffic traffic(setup(ledger));
    QSignalSpy stopped(&traffic, &SampleTraffic::stopped);
    traffic.start(m_server);
    QTRY_VERIFY_WITH_TIMEOUT(written(ledger) >= 2, 30'000);
    traffic.stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 10'000);
    const QByteArray before = contentOf(m_folder.filePath(ledger));
    const int count = written(ledger);
    traffic.start(m_server);
    QTRY_VERIFY_WITH_TIMEOUT(written(ledger) > count, 30'000);
    QVERIFY2(contentOf(m_folder.filePath(ledger)).startsWith(before), "the ledger is continued");
    traffic.stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 2, 10'000);
    QSet<QString> said;
    int lines = 0;
    for (const QByteArray &line : contentOf(m_folder.filePath(ledger)).split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        if (entry.value(u"kind").toString() != QStringLiteral("sent"))
            continue;
        ++lines;
        said << entry.value(u"dialogue").toString() + QLatin1Char(' ') + QString::number(entry.value(u"turn").toInt());
    }
    QVERIFY2(said.size() == lines, "nobody says again what was said before the pause");
}

void TrafficTest::withoutAProgramNobodyWrites()
{
    SampleTraffic::Setup none = setup(QStringLiteral("four.jsonl"));
    none.program.clear();
    SampleTraffic traffic(none);
    QSignalSpy stopped(&traffic, &SampleTraffic::stopped);
    traffic.start(m_server);
    QVERIFY(!traffic.isRunning());
    traffic.stop();
    QTRY_COMPARE(stopped.size(), 1);

    none.program = QStringLiteral("/nonexistent/foredeck-traffic");
    SampleTraffic missing(none);
    QSignalSpy ended(&missing, &SampleTraffic::stopped);
    missing.start(m_server);
    QTRY_COMPARE(ended.size(), 1);
}

void TrafficTest::whoDoesNotGoIsEnded()
{
    QFile deaf(m_folder.filePath(QStringLiteral("deaf")));
    QVERIFY(deaf.open(QIODevice::WriteOnly));
    const QString begun = m_folder.filePath(QStringLiteral("begun"));
    deaf.write("#!/bin/sh\necho >> " + QFile::encodeName(begun) + "\nexec sleep 1000\n");
    deaf.close();
    QVERIFY(deaf.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    SampleTraffic::Setup setup = this->setup(QStringLiteral("five.jsonl"));
    setup.program = deaf.fileName();
    setup.patienceMs = 100;
    SampleTraffic traffic(setup);
    QSignalSpy stopped(&traffic, &SampleTraffic::stopped);
    traffic.start(m_server);
    QTRY_COMPARE_WITH_TIMEOUT(contentOf(begun).size(), 1, 30'000);
    // A backend at another place: those go, and others come, without a farewell in between.
    traffic.start(m_server);
    QTRY_COMPARE_WITH_TIMEOUT(contentOf(begun).size(), 2, 30'000);
    QCOMPARE(stopped.size(), 0);
    traffic.stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 30'000);
    QVERIFY(!traffic.isRunning());
}

QTEST_GUILESS_MAIN(TrafficTest)
#include "traffictest.moc"
