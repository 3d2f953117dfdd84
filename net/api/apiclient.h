#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <string>
#include <utility>
#include <vector>

class QNetworkReply;

namespace foredeck {

struct ApiRequest {
    QByteArray method = "GET";
    QString path; ///< "/api/v1/…" with its query, percent-encoded
    QByteArray body; ///< JSON; empty: none
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    bool authorized = true;
    std::int64_t limitMs = 0; ///< 0: the client's own
};

/// What came back. `status` 0: no answer, the outcome is unknown; `failure` says why in a sentence.
struct ApiResponse {
    int status = 0;
    std::string body;
    std::int64_t retryAfterMs = 0;
    QString failure;
    bool neverLeft = false; ///< no answer, and nothing was sent that the server could have read
    bool wasSentBefore = false; ///< a connection took it before the one that this comes from

    bool ok() const { return status >= 200 && status < 300; }
    /// Somebody may answer in the server's place: the page on which a network wants one to sign in, or that of a proxy. Whatever
    /// its status says, the server has neither done nor refused anything then.
    bool isServersOwn() const;
    Error error() const;
};

/// REST calls with a limit of their own (Qt has none), without HTTP/2 and redirects; compressed answers are unpacked by
/// Qt. Certificates are checked by Qt against the system's; there is no way round that. Lives on the net thread.
class ApiClient : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const ApiResponse &)>;
    static constexpr qint64 mostBytes = 64 * 1024 * 1024;

    explicit ApiClient(std::int64_t limitMs, QObject *parent = nullptr);
    ~ApiClient() override;

    void setServer(const QUrl &server) { m_server = server; }
    const QUrl &server() const { return m_server; }
    void setToken(const QByteArray &token) { m_token = token; }
    /// `done` runs once, on this thread, unless the client has been destroyed before.
    void send(const ApiRequest &request, Done done);
    /// Ends what is under way as "no answer".
    void abortAll();

private:
    QNetworkReply *begin(const ApiRequest &request);
    ApiResponse responseOf(QNetworkReply &reply, bool mayHaveLeft) const;

    QNetworkAccessManager m_manager;
    QUrl m_server;
    QByteArray m_token;
    std::int64_t m_limitMs;
    std::vector<QNetworkReply *> m_running;
};

} // namespace foredeck
