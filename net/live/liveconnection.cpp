#include "net/live/liveconnection.h"

#include <QNetworkRequest>

namespace foredeck {

namespace {

constexpr quint64 mostFrameBytes = 1024 * 1024 + 4096;

} // namespace

LiveConnection::LiveConnection(std::int64_t handshakeLimitMs, QObject *parent) : QObject(parent)
{
    m_handshake.setSingleShot(true);
    m_handshake.setInterval(static_cast<int>(handshakeLimitMs));
    connect(&m_handshake, &QTimer::timeout, this, [this] { ended(0, tr("The server did not answer the handshake.")); });
}

LiveConnection::~LiveConnection() { close(); }

void LiveConnection::open(const QUrl &server)
{
    close();
    QUrl url = server;
    url.setScheme(server.scheme() == QLatin1String {"https"} ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(QStringLiteral("/api/v1/events"));
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingMessageSize(mostFrameBytes);
    m_socket->setMaxAllowedIncomingFrameSize(mostFrameBytes);
    connect(m_socket.get(), &QWebSocket::connected, this, [this] {
        m_handshake.stop();
        m_open = true;
        Q_EMIT opened();
    });
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &LiveConnection::received);
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
        const int code = m_open || m_socket->closeCode() >= 4000 ? static_cast<int>(m_socket->closeCode()) : 0;
        ended(code, m_socket->closeReason().isEmpty() ? m_socket->errorString() : m_socket->closeReason());
    });
    m_handshake.start();
    m_socket->open(QNetworkRequest {url});
}

void LiveConnection::ended(int code, const QString &why)
{
    close();
    Q_EMIT closed(code, why);
}

void LiveConnection::close()
{
    m_handshake.stop();
    m_open = false;
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // it may be the one that is calling
}

void LiveConnection::send(const std::string &text)
{
    if (m_open)
        m_socket->sendTextMessage(QString::fromStdString(text));
}

} // namespace foredeck
