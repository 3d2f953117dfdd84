#include "app/embeddedbackend.h"
#include "tests/app/programs.h"
#include "version.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QtTest>

using namespace foredeck;
using namespace foredeck::test;

class BackendTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void tellsWhereItIsAndTakesItsToken();
    void theTokenIsInNoOnesSight();
    void killedItComesBackLaterEachTime();
    void stoppedItDrainsAndStaysAway();
    void aStoppedOneCanBeStartedAgain();
    void itEndsWithItsStandardInput();
    void withoutAStoreItSaysWhy();
    void withoutAProgramItSaysWhy();
    void tokensAreNeverTheSame();

private:
    void launch();
    QByteArray signIn(const QUrl &server, const QString &token);
    QString data() const { return m_folder.filePath(QStringLiteral("server")); }
    QList<qint64> children() const { return processesWith(data()); }

    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedBackend> m_backend;
    std::unique_ptr<QSignalSpy> m_ready;
    std::unique_ptr<QSignalSpy> m_gone;
    std::unique_ptr<QSignalSpy> m_stopped;
};

void BackendTest::initTestCase()
{
    QVERIFY(makeSample(data(), m_folder.filePath(QStringLiteral("doors.json"))));
}

void BackendTest::cleanup()
{
    m_backend.reset();
    QTRY_VERIFY2_WITH_TIMEOUT(children().isEmpty(), "a backend was left behind", 10'000);
}

void BackendTest::launch()
{
    m_backend = std::make_unique<EmbeddedBackend>(program(QStringLiteral("foredeckd")), data(), m_folder.filePath(QStringLiteral("log")));
    m_ready = std::make_unique<QSignalSpy>(m_backend.get(), &EmbeddedBackend::ready);
    m_gone = std::make_unique<QSignalSpy>(m_backend.get(), &EmbeddedBackend::gone);
    m_stopped = std::make_unique<QSignalSpy>(m_backend.get(), &EmbeddedBackend::stopped);
    m_backend->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), 1, 20'000);
}

QByteArray BackendTest::signIn(const QUrl &server, const QString &token)
{
    QNetworkAccessManager network;
    QUrl url = server;
    url.setPath(QStringLiteral("/api/v1/auth/login"));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const QJsonObject body {{QStringLiteral("embedded_token"), token}, {QStringLiteral("device"), QStringLiteral("01234567-89ab-7def-8123-456789abcdef")}};
    std::unique_ptr<QNetworkReply> reply(network.post(request, QJsonDocument(body).toJson()));
    [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10'000); }();
    return QByteArray::number(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
}

void BackendTest::tellsWhereItIsAndTakesItsToken()
{
    launch();
    const QList<QVariant> said = m_ready->at(0);
    const QUrl server = said.at(0).toUrl();
    QCOMPARE(server.host(), QStringLiteral("127.0.0.1"));
    QVERIFY(server.port() > 0);
    QCOMPARE(said.at(2).toString().size(), 36);
    QCOMPARE(said.at(3).toString(), QString::fromLatin1(programVersion));
    QCOMPARE(signIn(server, said.at(1).toString()), QByteArray("200"));
    QCOMPARE(signIn(server, randomToken()), QByteArray("401"));
}

void BackendTest::theTokenIsInNoOnesSight()
{
    launch();
    const QByteArray token = m_ready->at(0).at(1).toString().toLatin1();
    QCOMPARE(children().size(), 1);
    const QString process = QStringLiteral("/proc/%1/").arg(children().constFirst());
    QVERIFY(!contentOf(process + QStringLiteral("cmdline")).contains(token));
    QVERIFY(!contentOf(process + QStringLiteral("environ")).contains(token));
    QVERIFY(!contentOf(m_folder.filePath(QStringLiteral("log"))).contains(token));
}

void BackendTest::killedItComesBackLaterEachTime()
{
    launch();
    for (int round = 1; round <= 2; ++round) {
        QCOMPARE(children().size(), 1);
        kill(children().constFirst());
        QTRY_COMPARE_WITH_TIMEOUT(m_gone->size(), round, 10'000);
        QVERIFY(m_gone->at(round - 1).at(0).toString().contains(m_folder.filePath(QStringLiteral("log"))));
        QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), round + 1, 20'000);
    }
    QCOMPARE(m_gone->at(1).at(1).toInt(), 2 * m_gone->at(0).at(1).toInt());
    QVERIFY2(m_ready->at(0).at(1) != m_ready->at(1).at(1), "a token is for one start");
    QCOMPARE(m_ready->at(0).at(2), m_ready->at(2).at(2));
    QCOMPARE(signIn(m_ready->at(2).at(0).toUrl(), m_ready->at(2).at(1).toString()), QByteArray("200"));
    QVERIFY(m_stopped->isEmpty());
}

void BackendTest::stoppedItDrainsAndStaysAway()
{
    launch();
    m_backend->stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_stopped->size(), 1, 10'000);
    QVERIFY(!m_backend->isRunning());
    QVERIFY(children().isEmpty());
    QVERIFY2(m_gone->isEmpty(), "it was asked to");
    m_backend->stop();
    QTRY_COMPARE(m_stopped->size(), 2);
}

void BackendTest::aStoppedOneCanBeStartedAgain()
{
    launch();
    m_backend->stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_stopped->size(), 1, 10'000);
    m_backend->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_ready->size(), 2, 20'000);
    QCOMPARE(children().size(), 1);
}

void BackendTest::itEndsWithItsStandardInput()
{
    QProcess server;
    server.start(program(QStringLiteral("foredeckd")), {QStringLiteral("serve"), QStringLiteral("--embedded"), QStringLiteral("--data"), data()});
    server.write(randomToken().toLatin1() + '\n');
    QTRY_VERIFY_WITH_TIMEOUT(server.canReadLine(), 20'000);
    QVERIFY(QJsonDocument::fromJson(server.readLine()).object().value(u"ready").toBool());
    server.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(server.state(), QProcess::NotRunning, 10'000);
    QCOMPARE(server.exitStatus(), QProcess::NormalExit);
    QCOMPARE(server.exitCode(), 0);
}

void BackendTest::withoutAStoreItSaysWhy()
{
    EmbeddedBackend backend(program(QStringLiteral("foredeckd")), m_folder.filePath(QStringLiteral("nothing")), m_folder.filePath(QStringLiteral("nothing.log")));
    QSignalSpy gone(&backend, &EmbeddedBackend::gone);
    backend.start();
    QTRY_VERIFY_WITH_TIMEOUT(!gone.isEmpty(), 10'000);
    const QString words = QString::fromUtf8(contentOf(m_folder.filePath(QStringLiteral("nothing.log")))).trimmed().section(QLatin1Char('\n'), -1);
    QVERIFY(words.startsWith(QStringLiteral("foredeckd: ")));
    QVERIFY2(gone.at(0).at(0).toString().contains(words.section(QStringLiteral(": "), 1)), qPrintable(gone.at(0).at(0).toString()));
}

void BackendTest::withoutAProgramItSaysWhy()
{
    EmbeddedBackend backend(QStringLiteral("/nonexistent/foredeckd"), data(), m_folder.filePath(QStringLiteral("log")));
    QSignalSpy gone(&backend, &EmbeddedBackend::gone);
    QSignalSpy stopped(&backend, &EmbeddedBackend::stopped);
    backend.start();
    QTRY_VERIFY(!gone.isEmpty());
    backend.stop();
    QTRY_COMPARE(stopped.size(), 1);
}

void BackendTest::tokensAreNeverTheSame()
{
    QSet<QString> seen;
    for (int i = 0; i < 1000; ++i)
        seen << randomToken();
    QCOMPARE(seen.size(), 1000);
    QCOMPARE(seen.begin()->size(), 64);
}

QTEST_GUILESS_MAIN(BackendTest)
#include "backendtest.moc"
