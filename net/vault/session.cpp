#include "net/vault/session.h"

#include "net/codec/domaincodec.h"

#include <algorithm>

namespace foredeck {

template <>
struct Fields<SignedIn> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("access_token", x.accessToken);
        v.required("expires_in", x.expiresIn);
        v("refresh_token", x.refreshToken);
        v.required("user", x.user);
        v("agency", x.agency);
        v("clients", x.clients);
    }
};

namespace {

constexpr int firstRetryMs = 1000;
constexpr int mostRetryMs = 60000;

QByteArray object(std::initializer_list<std::pair<const char *, std::string>> members)
{
    JsonWriter json;
    json.beginObject();
    for (const auto &[name, value] : members) {
        json.key(name);
        json.string(value);
    }
    json.endObject();
    return QByteArray::fromStdString(json.take());
}

bool isRefusal(const ApiResponse &response)
{
    return response.status >= 400 && response.status < 500 && response.status != 408 && response.status != 429;
}

int triesLeft(const Error &error)
{
    JsonDocument document;
    const auto extension = document.parse(error.extension);
    return extension.hasValue() ? static_cast<int>(extension.value()["tries_left"].asInteger().value_or(-1)) : -1;
}

} // namespace

Session::Session(ApiClient &api, const QString &device, const Clock &clock, std::int64_t refreshLimitMs, QObject *parent)
    : QObject(parent), m_api(api), m_device(device.toStdString()), m_clock(clock), m_refreshLimitMs(refreshLimitMs)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { m_embeddedToken.empty() ? refresh() : askEmbedded(); });
}

void Session::post(const QString &path, const QByteArray &body, ApiClient::Done done, std::int64_t limitMs)
{
    ApiRequest request;
    request.method = "POST";
    request.path = path;
    request.body = body;
    request.limitMs = limitMs;
    request.authorized = false;
    m_api.send(request, [this, run = m_run, done = std::move(done)](const ApiResponse &response) {
        if (run == m_run)
            done(response);
    });
}

void Session::signInEmbedded(const QString &token)
{
    forget();
    m_embeddedToken = token.toStdString();
    askEmbedded();
}

void Session::askEmbedded()
{
    m_retry.stop();
    post(QStringLiteral("/api/v1/auth/login"), object({{"embedded_token", m_embeddedToken}, {"device", m_device}}), [this](const ApiResponse &response) {
        // Nobody can be asked for a password: a backend that is busy is asked again.
        if (!response.ok() && !isRefusal(response))
            return retryLater(response);
        m_embeddedToken.clear();
        take(response);
    });
}

void Session::signIn(const QString &email, const QString &password)
{
    clear(); // whoever comes now is told as somebody who has come
    post(QStringLiteral("/api/v1/auth/login"), object({{"email", email.toStdString()}, {"password", password.toStdString()}, {"device", m_device}}),
        [this](const ApiResponse &r) { take(r); });
}

void Session::checkPassword(const User &person, const QString &password)
{
    const QByteArray body = object({{"email", person.email}, {"password", password.toStdString()}, {"device", m_device}});
    post(QStringLiteral("/api/v1/auth/login"), body, [this, id = person.id](const ApiResponse &response) {
        const auto read = response.ok() ? decode<SignedIn>(response.body) : Result<SignedIn> {response.error()};
        if (read.hasValue()) {
            endAtServer(read.value().refreshToken);
            if (read.value().user.id == id)
                Q_EMIT passwordRight(id);
            else // the address is somebody else's by now
                Q_EMIT passwordNotTaken(QStringLiteral("e-mail or password is wrong"), true, 0, -1);
            return;
        }
        const bool isRefused = response.isServersOwn() && (isRefusal(response) || response.status == 429);
        Q_EMIT passwordNotTaken(QString::fromStdString(read.error().detail), isRefused, static_cast<int>(response.retryAfterMs / 1000), triesLeft(read.error()));
    });
}

void Session::resume(const QString &refreshToken)
{
    m_refreshToken = refreshToken.toStdString();
    refresh();
}

void Session::refresh()
{
    if (m_refreshing || m_refreshToken.empty())
        return;
    m_refreshing = true;
    m_retry.stop();
    // On a slow line the second answer would come too late as well, and the third try behind what the server honours.
    const std::int64_t limitMs = m_failures == 0 ? m_refreshLimitMs : 0;
    post(QStringLiteral("/api/v1/auth/refresh"), object({{"refresh_token", m_refreshToken}, {"device", m_device}}), [this](const ApiResponse &response) {
        m_refreshing = false;
        // A page of somebody who answers in the server's place ends no session.
        if (response.ok() && decode<SignedIn>(response.body).hasValue())
            take(response);
        else
            refreshFailed(response);
    }, limitMs);
}

void Session::refreshFailed(const ApiResponse &response)
{
    if (isRefusal(response) && response.isServersOwn()) {
        forget();
        Q_EMIT ended(QString::fromStdString(response.error().detail));
        return;
    }
    retryLater(response);
}

void Session::retryLater(const ApiResponse &response)
{
    const int wait = std::min(mostRetryMs, firstRetryMs << std::min(m_failures, 6));
    ++m_failures;
    m_retry.start(response.retryAfterMs > 0 ? static_cast<int>(std::min<std::int64_t>(response.retryAfterMs, mostRetryMs)) : wait);
}

void Session::take(const ApiResponse &response)
{
    const auto read = response.ok() ? decode<SignedIn>(response.body) : Result<SignedIn> {response.error()};
    if (read.hasError()) {
        Q_EMIT failed(QString::fromStdString(read.error().detail), static_cast<int>(response.retryAfterMs / 1000), triesLeft(read.error()));
        return;
    }
    const SignedIn &in = read.value();
    m_failures = 0;
    m_expires = m_clock.now() + std::chrono::seconds {in.expiresIn};
    m_api.setToken(QByteArray::fromStdString(in.accessToken));
    if (!in.refreshToken.empty()) {
        m_refreshToken = in.refreshToken;
        Q_EMIT refreshTokenChanged(QString::fromStdString(in.refreshToken));
    }
    const bool first = !m_signedIn;
    m_signedIn = true;
    Q_EMIT tokenChanged(QString::fromStdString(in.accessToken));
    if (first)
        Q_EMIT started(in);
}

void Session::signOut()
{
    ++m_run;
    m_api.abortAll();
    endAtServer(m_refreshToken);
    clear();
    Q_EMIT ended({});
}

void Session::endAtServer(const std::string &refreshToken)
{
    if (refreshToken.empty())
        return;
    ApiRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/api/v1/auth/logout");
    request.body = object({{"refresh_token", refreshToken}});
    m_api.send(request, [](const ApiResponse &) {});
}

void Session::forget()
{
    clear();
    m_api.abortAll();
}

void Session::clear()
{
    ++m_run;
    m_retry.stop();
    m_failures = 0;
    m_refreshing = false;
    m_refreshToken.clear();
    m_embeddedToken.clear();
    m_signedIn = false;
    m_api.setToken({});
}

} // namespace foredeck
