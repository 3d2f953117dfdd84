#pragma once

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <memory>

namespace foredeck {

/// One WebSocket at a time to GET /api/v1/events. A handshake has a limit of its own (Qt has none). Whoever opens anew
/// or closes hears nothing more of the socket before. Lives on the net thread.
class LiveConnection : public QObject {
    Q_OBJECT
public:
    explicit LiveConnection(std::int64_t handshakeLimitMs, QObject *parent = nullptr);
    ~LiveConnection() override;

    /// `server` is the REST address; the scheme becomes ws or wss.
    void open(const QUrl &server);
    /// No signal follows.
    void close();
    void send(const std::string &text);
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    void opened();
    void received(const QString &text);
    /// 4401 …, 1006 and the like; 0 when there was no answer at all.
    void closed(int code, const QString &why);

private:
    void ended(int code, const QString &why);

    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_handshake;
    bool m_open = false;
};

} // namespace foredeck
