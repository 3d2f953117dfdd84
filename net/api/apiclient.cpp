#include "net/api/apiclient.h"

#include "net/api/problem.h"

#include <QDateTime>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <memory>

namespace foredeck {

namespace {

constexpr int httpNoContent = 204;

QDateTime dateOf(const QByteArray &header)
{
    return QDateTime::fromString(QString::fromLatin1(header.trimmed()), Qt::RFC2822Date);
}

/// Seconds, or an HTTP date; that one is measured by the answer's own Date, since our clock may differ from the server's.
std::int64_t retryAfterMs(const QNetworkReply &reply)
{
    constexpr qint64 mostMs = 86'400'000;
    const QByteArray header = reply.rawHeader("Retry-After");
    bool number = false;
    const qint64 seconds = header.trimmed().toLongLong(&number);
    if (number)
        return std::clamp<qint64>(seconds, 0, mostMs / 1000) * 1000;
    const QDateTime until = dateOf(header);
    const QDateTime said = dateOf(reply.rawHeader("Date"));
    return until.isValid() && said.isValid() ? std::clamp<qint64>(said.msecsTo(until), 0, mostMs) : 0;
}

} // namespace

Error ApiResponse::error() const
{
    if (status == 0)
        return Error::of(Error::Kind::Unavailable, failure.isEmpty() ? std::string {"the server did not answer"} : failure.toStdString());
    return errorOf(status, body);
}

bool ApiResponse::isServersOwn() const
{
    const std::size_t begin = body.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos)
        return !ok() || status == httpNoContent;
    return body[begin] == '{';
}

ApiClient::ApiClient(std::int64_t limitMs, QObject *parent) : QObject(parent), m_limitMs(limitMs)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setAutoDeleteReplies(false);
}

ApiClient::~ApiClient()
{
    for (QNetworkReply *reply : std::exchange(m_running, {})) {
        reply->disconnect(this);
        reply->abort();
        delete reply;
    }
}

QNetworkReply *ApiClient::begin(const ApiRequest &request)
{
    QUrl url = m_server;
    const qsizetype query = request.path.indexOf(QLatin1Char {'?'});
    url.setPath(request.path.left(query), QUrl::StrictMode);
    if (query >= 0)
        url.setQuery(request.path.mid(query + 1), QUrl::StrictMode);
    QNetworkRequest http {url};
    http.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    http.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    http.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    http.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    http.setRawHeader("Accept", "application/json");
    http.setRawHeader("X-Request-Id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    if (request.authorized && !m_token.isEmpty())
        http.setRawHeader("Authorization", "Bearer " + m_token);
    for (const auto &[name, value] : request.headers)
        http.setRawHeader(name, value);
    if (!request.body.isEmpty())
        http.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    return m_manager.sendCustomRequest(http, request.method, request.body);
}

void ApiClient::send(const ApiRequest &request, Done done)
{
    QNetworkReply *reply = begin(request);
    m_running.push_back(reply);
    auto *limit = new QTimer {reply};
    limit->setSingleShot(true);
    limit->setInterval(static_cast<int>(request.limitMs > 0 ? request.limitMs : m_limitMs));
    connect(limit, &QTimer::timeout, reply, &QNetworkReply::abort);
    limit->start();
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > mostBytes)
            reply->abort();
    });
    // The error does not tell: Qt sends once more what a closed connection took, and says how that went.
    const auto sent = std::make_shared<int>(0);
    connect(reply, &QNetworkReply::requestSent, this, [sent] { ++*sent; });
    connect(reply, &QNetworkReply::finished, this, [this, reply, limit, sent, done = std::move(done)] {
        std::erase(m_running, reply);
        // What is broken off before its limit may just have been sent, and not have said so yet.
        const bool isBrokenOff = reply->error() == QNetworkReply::OperationCanceledError && limit->isActive();
        ApiResponse response = responseOf(*reply, *sent > 0 || isBrokenOff);
        response.wasSentBefore = *sent > 1;
        reply->deleteLater();
        done(response);
    });
}

ApiResponse ApiClient::responseOf(QNetworkReply &reply, bool mayHaveLeft) const
{
    ApiResponse response;
    const bool cut = reply.error() == QNetworkReply::OperationCanceledError || reply.error() == QNetworkReply::RemoteHostClosedError;
    if (!cut)
        response.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (response.status == 0) {
        response.neverLeft = !mayHaveLeft;
        response.failure = cut ? tr("The server did not answer in time.") : reply.errorString();
        return response;
    }
    response.body = reply.readAll().toStdString();
    response.retryAfterMs = retryAfterMs(reply);
    return response;
}

void ApiClient::abortAll()
{
    const std::vector<QNetworkReply *> running = m_running;
    for (QNetworkReply *reply : running)
        reply->abort();
}

} // namespace foredeck
