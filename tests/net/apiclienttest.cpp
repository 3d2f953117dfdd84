#include "net/api/apiclient.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include <memory>
#include <optional>

using namespace foredeck;

/// What is known of a request that got no answer.
class ApiClientTest : public QObject {
    Q_OBJECT
private:
    static constexpr int limitMs = 5'000;

    static ApiRequest post()
    {
        ApiRequest request;
        request.method = "POST";
        request.path = QStringLiteral("/api/v1/conversations/1/messages");
        request.body = R"({"text":"we come at ten"})";
        return request;
    }
    static QUrl urlOf(quint16 port) { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)); }
    static ApiResponse answerOf(ApiClient &client, const ApiRequest &request = post())
    {
        std::optional<ApiResponse> answer;
        client.send(request, [&](const ApiResponse &response) { answer = response; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 3 * limitMs); }();
        return answer.value_or(ApiResponse {});
    }

private Q_SLOTS:
    void whereNobodyListensNothingLeaves()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        ApiClient client(limitMs);
        client.setServer(urlOf(port));
        const ApiResponse answer = answerOf(client);
        QCOMPARE(answer.status, 0);
        QVERIFY(answer.neverLeft);
    }

    void whereThereIsNoSuchPlaceNothingLeaves()
    {
        ApiClient client(limitMs);
        client.setServer(QUrl(QStringLiteral("http://no-such-name.invalid:80")));
        QVERIFY(answerOf(client).neverLeft);
    }

    /// Qt sends it once more by itself, and that one is refused: the first one was taken all the same.
    void whatWasTakenMayHaveArrivedWhateverCameAfter()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray taken;
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&, socket] {
                taken += socket->readAll();
                if (!taken.contains("we come at ten"))
                    return;
                server.close();
                socket->abort();
            });
        });
        ApiClient client(limitMs);
        client.setServer(urlOf(server.serverPort()));
        const ApiResponse answer = answerOf(client);
        QCOMPARE(answer.status, 0);
        QVERIFY(taken.contains("we come at ten"));
        QVERIFY(!answer.neverLeft);
    }

    /// The answer is to the second; the first was taken all the same.
    void whatIsAnsweredAfterItWasTakenBeforeSaysSo()
    {
        for (const bool isTakenBefore : {false, true}) {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress::LocalHost));
            int taken = 0;
            connect(&server, &QTcpServer::newConnection, &server, [&] {
                QTcpSocket *socket = server.nextPendingConnection();
                const auto heard = std::make_shared<QByteArray>();
                connect(socket, &QTcpSocket::readyRead, socket, [&, socket, heard] {
                    *heard += socket->readAll();
                    if (!heard->contains("we come at ten"))
                        return;
                    if (++taken == 1 && isTakenBefore)
                        return socket->abort();
                    socket->write("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                });
            });
            ApiClient client(limitMs);
            client.setServer(urlOf(server.serverPort()));
            const ApiResponse answer = answerOf(client);
            QCOMPARE(answer.status, 503);
            QCOMPARE(taken, isTakenBefore ? 2 : 1);
            QCOMPARE(answer.wasSentBefore, isTakenBefore);
        }
    }

    void whatGetsNoAnswerInTimeMayHaveArrived()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        ApiClient client(limitMs);
        client.setServer(urlOf(server.serverPort()));
        ApiRequest request = post();
        request.limitMs = 300;
        const ApiResponse answer = answerOf(client, request);
        QCOMPARE(answer.status, 0);
        QVERIFY(!answer.neverLeft);
    }

    void whatIsBrokenOffMayHaveArrived()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        ApiClient client(limitMs);
        client.setServer(urlOf(server.serverPort()));
        std::optional<ApiResponse> answer;
        client.send(post(), [&](const ApiResponse &response) { answer = response; });
        client.abortAll();
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!answer->neverLeft);
    }
};

QTEST_GUILESS_MAIN(ApiClientTest)
#include "apiclienttest.moc"
