#include "app/businessmaker.h"
#include "tests/app/programs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QtTest>

using namespace foredeck;
using namespace foredeck::test;

class BusinessTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void slug_data();
    void slug();
    void specSaysWhatTheCardSays();
    void theRegionIsThatOfTheZone();
    void whatIsWrongIsToldByItsField();
    void aBusinessIsMade();
    void whatFoundNoRoomIsASentence();
    void aProgramThatIsNotThereIsASentence();

private:
    static ui::BusinessPlan plan();
};

ui::BusinessPlan BusinessTest::plan()
{
    ui::BusinessPlan plan;
    plan.name = QStringLiteral("Casa Ñandú & Söhne");
    plan.language = QStringLiteral("es");
    plan.hours.zone = "Europe/Madrid";
    plan.hours.week[0] = {{9 * 60, 18 * 60}};
    plan.faqs = {{QStringLiteral("¿Dónde puedo estacionar?"), QStringLiteral("Detrás de la casa, gratis.")}};
    return plan;
}

void BusinessTest::slug_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QStringLiteral("Harbour Lights Hotel") << QStringLiteral("harbour-lights-hotel");
    QTest::newRow("marks") << QStringLiteral("Café Zoë") << QStringLiteral("cafe-zoe");
    QTest::newRow("signs in a row") << QStringLiteral("  A & B -- Plumbing! ") << QStringLiteral("a-b-plumbing");
    QTest::newRow("digits") << QStringLiteral("Studio 54") << QStringLiteral("studio-54");
    QTest::newRow("no Latin letter") << QStringLiteral("فندق") << QStringLiteral("business");
    QTest::newRow("nothing") << QString() << QStringLiteral("business");
    QTest::newRow("long, cut at a sign") << QString(39, QLatin1Char('a')) + QStringLiteral(" bcd") << QString(39, QLatin1Char('a'));
}

void BusinessTest::slug()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    QCOMPARE(slugOf(name), expected);
}

void BusinessTest::specSaysWhatTheCardSays()
{
    const QJsonObject spec = QJsonDocument::fromJson(specOf(plan())).object();
    QCOMPARE(spec.value(u"sample").toBool(true), false);
    QCOMPARE(spec.value(u"agency").toObject().value(u"name").toString(), plan().name);
    QCOMPARE(spec.value(u"clients").toArray().size(), 1);
    const QJsonObject client = spec.value(u"clients").toArray().at(0).toObject();
    QCOMPARE(client.value(u"slug").toString(), QStringLiteral("casa-nandu-sohne"));
    QCOMPARE(client.value(u"safe_mode").toBool(false), true);
    QCOMPARE(client.value(u"language").toString(), QStringLiteral("es"));
    QCOMPARE(client.value(u"faqs").toArray().at(0).toObject().value(u"answer").toString(), QStringLiteral("Detrás de la casa, gratis."));
    const QJsonObject hours = client.value(u"locations").toArray().at(0).toObject().value(u"hours").toObject();
    QCOMPARE(hours.value(u"zone").toString(), QStringLiteral("Europe/Madrid"));
    // Our own doors get keys at once, vendors' doors wait for theirs.
    for (const QJsonValue &channel : client.value(u"channels").toArray()) {
        const QString kind = channel.toObject().value(u"kind").toString();
        QCOMPARE(channel.toObject().value(u"generate_secrets").toBool(false), kind == QStringLiteral("live_chat"));
    }
}

void BusinessTest::theRegionIsThatOfTheZone()
{
    const QLocale american {QLocale::English, QLocale::UnitedStates};
    QCOMPARE(regionOf("Europe/Berlin", american), QStringLiteral("DE"));
    QCOMPARE(regionOf("America/New_York", QLocale(QLocale::German, QLocale::Germany)), QStringLiteral("US"));
    QCOMPARE(regionOf("UTC", QLocale(QLocale::German, QLocale::Austria)), QStringLiteral("AT"));
    QCOMPARE(regionOf("Etc/UTC", QLocale::c()), QStringLiteral("US"));
    const QJsonObject spec = QJsonDocument::fromJson(specOf(plan())).object();
    QCOMPARE(spec.value(u"clients").toArray().at(0).toObject().value(u"region").toString(), QStringLiteral("ES"));
}

void BusinessTest::whatIsWrongIsToldByItsField()
{
    QCOMPARE(whatItSaid(QStringLiteral("a warning\nforedeckd: -: clients[0].name: is empty\n")), QStringLiteral("clients[0].name: is empty"));
    QCOMPARE(whatItSaid(QStringLiteral("foredeckd: the folder is in use")), QStringLiteral("the folder is in use"));
    const QTemporaryDir folder;
    BusinessMaker maker(program(QStringLiteral("foredeckd")));
    QSignalSpy failed(&maker, &BusinessMaker::failed);
    ui::BusinessPlan wrong = plan();
    wrong.hours.zone = "Berlin";
    maker.makeBusiness(wrong, folder.filePath(QStringLiteral("server")));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
    QCOMPARE(failed.at(0).at(0).toString(), QStringLiteral("clients[0].locations[0].hours.zone: is no IANA time zone"));
}

void BusinessTest::aBusinessIsMade()
{
    const QTemporaryDir folder;
    BusinessMaker maker(program(QStringLiteral("foredeckd")));
    QSignalSpy made(&maker, &BusinessMaker::made);
    QSignalSpy failed(&maker, &BusinessMaker::failed);
    maker.makeBusiness(plan(), folder.filePath(QStringLiteral("server")));
    QTRY_COMPARE_WITH_TIMEOUT(made.size() + failed.size(), 1, 30'000);
    QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed.at(0).at(0).toString()));
    QVERIFY(QFileInfo::exists(folder.filePath(QStringLiteral("server/foredeckd.db"))));
}

void BusinessTest::whatFoundNoRoomIsASentence()
{
    const QTemporaryDir folder;
    BusinessMaker maker(program(QStringLiteral("foredeckd")));
    QSignalSpy made(&maker, &BusinessMaker::made);
    QSignalSpy failed(&maker, &BusinessMaker::failed);
    maker.makeBusiness(plan(), folder.filePath(QStringLiteral("server")));
    QTRY_COMPARE_WITH_TIMEOUT(made.size(), 1, 30'000);
    const QByteArray before = contentOf(folder.filePath(QStringLiteral("server/secret.key")));
    maker.makeBusiness(plan(), folder.filePath(QStringLiteral("server")));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
    QVERIFY2(failed.at(0).at(0).toString().size() > 10, "what foredeckd said");
    QVERIFY(!failed.at(0).at(0).toString().contains(QLatin1Char('\n')));
    QCOMPARE(contentOf(folder.filePath(QStringLiteral("server/secret.key"))), before);
}

void BusinessTest::aProgramThatIsNotThereIsASentence()
{
    for (const QString &path : {QString(), QStringLiteral("/nonexistent/foredeckd")}) {
        BusinessMaker maker(path);
        QSignalSpy failed(&maker, &BusinessMaker::failed);
        maker.makeBusiness(plan(), QStringLiteral("/nonexistent/server"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("foredeckd")));
    }
}

QTEST_GUILESS_MAIN(BusinessTest)
#include "businesstest.moc"
