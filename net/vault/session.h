#pragma once

#include "models/domain/client.h"
#include "models/domain/user.h"
#include "net/api/apiclient.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace foredeck {

/// What a sign-in or a refresh answers.
struct SignedIn {
    std::string accessToken;
    std::int64_t expiresIn = 0; ///< seconds
    std::string refreshToken;
    User user;
    std::optional<Agency> agency;
    std::vector<Client> clients;
};

/// Who is signed in, and with which token: sign-in, refresh and sign-out over REST. A refresh that gets no answer is tried
/// again, as is a sign-in with the embedded token; one that is refused ends the session. Lives on the net thread.
class Session : public QObject {
    Q_OBJECT
public:
    Session(ApiClient &api, const QString &device, const Clock &clock, std::int64_t refreshLimitMs, QObject *parent = nullptr);

    void signInEmbedded(const QString &token);
    void signIn(const QString &email, const QString &password);
    /// Whether it is theirs, and nothing else: the session goes on, and what the server begins for the answer is ended at once.
    void checkPassword(const User &person, const QString &password);
    /// With a refresh token that was kept.
    void resume(const QString &refreshToken);
    /// Asks for a new access token; one request at a time.
    void refresh();
    void signOut();
    /// The session is over or its server has begun anew. What is under way is ended as well: an answer for this person
    /// must not be taken for one of whoever signs in next.
    void forget();
    bool isSignedIn() const { return m_signedIn; }
    Timestamp expires() const { return m_expires; }

Q_SIGNALS:
    /// For the first time since nobody was signed in.
    void started(const foredeck::SignedIn &session);
    void tokenChanged(const QString &accessToken);
    /// The token that keeps the session over a restart; rotates with each refresh.
    void refreshTokenChanged(const QString &refreshToken);
    void failed(const QString &detail, int retryAfterSeconds, int triesLeft);
    void passwordRight(const foredeck::UserId &person);
    void passwordNotTaken(const QString &detail, bool isRefused, int retryAfterSeconds, int triesLeft);
    /// The server ended it, or the person did. `detail` is empty for the latter.
    void ended(const QString &detail);

private:
    void post(const QString &path, const QByteArray &body, ApiClient::Done done, std::int64_t limitMs = 0);
    void take(const ApiResponse &response);
    void endAtServer(const std::string &refreshToken);
    void askEmbedded();
    void clear();
    void refreshFailed(const ApiResponse &response);
    void retryLater(const ApiResponse &response);

    ApiClient &m_api;
    std::string m_device;
    const Clock &m_clock;
    std::int64_t m_refreshLimitMs;
    std::string m_refreshToken;
    std::string m_embeddedToken; ///< until it has been taken or refused
    Timestamp m_expires;
    bool m_signedIn = false;
    bool m_refreshing = false;
    int m_failures = 0;
    int m_run = 0; ///< answers of a run before are dropped
    QTimer m_retry;
};

} // namespace foredeck
