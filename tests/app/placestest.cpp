#include "app/places.h"
#include "tests/app/programs.h"

#include <QtTest>

using namespace foredeck;
using namespace foredeck::test;

class PlacesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void followTheBaseDirectories();
    void aProfileHoldsEverything();
    void sampleAndBusinessNeverMeet();
    void onlyTheOwnerLooksInside();
    void aFolderOfOthersKeepsItsRights();
    void aStoreIsThereWhenItsFileIs();
    void aWantedSampleMustBeOne();
    void programsStandBesideUs();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

void PlacesTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->filePath(QStringLiteral("data"))));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->filePath(QStringLiteral("config"))));
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_home->filePath(QStringLiteral("state"))));
}

void PlacesTest::cleanup()
{
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
        qunsetenv(name);
}

void PlacesTest::followTheBaseDirectories()
{
    const Places places({}, {});
    QCOMPARE(places.server(false), m_home->filePath(QStringLiteral("data/foredeck/business/server")));
    QCOMPARE(places.settings(), m_home->filePath(QStringLiteral("config/foredeck/foredeck.conf")));
    QCOMPARE(places.log(QStringLiteral("foredeckd")), m_home->filePath(QStringLiteral("state/foredeck/foredeckd.log")));
    QVERIFY(QFileInfo(m_home->filePath(QStringLiteral("state/foredeck"))).isDir());
}

void PlacesTest::aProfileHoldsEverything()
{
    const QString folder = m_home->filePath(QStringLiteral("profile"));
    const Places places(folder, {});
    for (const QString &path : {places.server(true), places.console(true), places.server(false), places.console(false), places.doors(), places.ledger(), places.remote(),
             places.settings(), places.log(QStringLiteral("foredeckd"))})
        QVERIFY2(path.startsWith(folder + QLatin1Char('/')), qPrintable(path));
    QVERIFY(!QFileInfo::exists(m_home->filePath(QStringLiteral("data"))));
}

void PlacesTest::sampleAndBusinessNeverMeet()
{
    const Places places({}, {});
    for (const QString &sample : {places.server(true), places.console(true), places.doors(), places.ledger()}) {
        for (const QString &own : {places.server(false), places.console(false), places.remote()})
            QVERIFY(!sample.startsWith(own) && !own.startsWith(sample));
    }
}

void PlacesTest::onlyTheOwnerLooksInside()
{
    const Places places({}, {});
    const auto rights = QFileInfo(m_home->filePath(QStringLiteral("data/foredeck"))).permissions();
    QVERIFY(!(rights & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
    QVERIFY(rights & QFile::WriteOwner);
}

void PlacesTest::aFolderOfOthersKeepsItsRights()
{
    const auto everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    const QString folder = m_home->filePath(QStringLiteral("shared"));
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(QFile::setPermissions(folder, everybody));
    const Places places(folder, {});
    QVERIFY(QFileInfo(folder).permissions() & QFile::ReadOther);
    for (const QString &made : {folder + QStringLiteral("/business"), places.remote(), folder + QStringLiteral("/log")})
        QVERIFY2(!(QFileInfo(made).permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(made));
}

void PlacesTest::aStoreIsThereWhenItsFileIs()
{
    const Places places({}, {});
    QVERIFY(!places.hasStore(false));
    QDir().mkpath(places.server(false));
    QFile file(places.server(false) + QStringLiteral("/foredeckd.db"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(places.hasStore(false));
    QVERIFY(!places.hasStore(true));
    QVERIFY(file.rename(file.fileName() + QStringLiteral(".restoring")));
    QVERIFY(places.hasStore(false));
}

void PlacesTest::aWantedSampleMustBeOne()
{
    QCOMPARE(Places({}, QStringLiteral(FOREDECK_SOURCE_DIR "/resources/sample")).sampleFolder(), QStringLiteral(FOREDECK_SOURCE_DIR "/resources/sample"));
    QVERIFY2(Places({}, m_home->path()).sampleFolder().isEmpty(), "another folder than the wanted one is never taken instead");
}

void PlacesTest::programsStandBesideUs()
{
    const Places places({}, {});
    QCOMPARE(places.program(QFileInfo(QCoreApplication::applicationFilePath()).fileName()), QCoreApplication::applicationFilePath());
    QVERIFY(places.program(QStringLiteral("no-such-program")).isEmpty());
}

QTEST_GUILESS_MAIN(PlacesTest)
#include "placestest.moc"
