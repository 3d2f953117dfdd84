#include "server/services/auth/logins.h"

#include "models/core/text.h"
#include "server/services/secret/secretbox.h"
#include "server/storage/auditrepository.h"
#include "server/storage/metarepository.h"
#include "server/storage/sessionrepository.h"
#include "server/storage/userrepository.h"

namespace foredeck {

namespace {

constexpr std::size_t maxField = 512;

LoginRefusal resting(std::chrono::milliseconds left, int tries)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
    Error error = Error::of(Error::Kind::TooMany, "too many wrong tries; try again later");
    error.extension = "{\"retry_after_s\":" + std::to_string(seconds.count()) + "}";
    return {std::move(error), seconds, tries, 0};
}

LoginRefusal refusal(Error error) { return {std::move(error), std::chrono::seconds {0}, 0, 0}; }

} // namespace

Logins::Logins(Store &store, const Clock &clock, const Passwords &passwords, Sessions &sessions, Log &log, Config config)
    : m_store(store), m_clock(clock), m_passwords(passwords), m_sessions(sessions), m_log(log), m_config(config),
      m_accounts(config.account), m_addresses(config.address)
{
}

void Logins::setEmbeddedToken(std::string token)
{
    const std::lock_guard lock {m_tokenMutex};
    m_embeddedToken = std::move(token);
}

std::variant<AuthSession, LoginRefusal> Logins::login(const LoginRequest &request)
{
    if (request.device.empty() || request.device.size() > maxField)
        return refusal(Error::invalid("device", "must name this device"));
    if (request.email.size() > maxField || request.password.size() > maxField || request.embeddedToken.size() > maxField)
        return refusal(Error::invalid("email", "is too long"));
    return request.embeddedToken.empty() ? byPassword(request) : byToken(request);
}

std::variant<AuthSession, LoginRefusal> Logins::byToken(const LoginRequest &request)
{
    {
        const std::lock_guard lock {m_tokenMutex};
        if (m_embeddedToken.empty() || !equalInConstantTime(m_embeddedToken, request.embeddedToken))
            return refusal(Error::of(Error::Kind::Unauthorized, "this token is not good here, or was used"));
        m_embeddedToken.clear();
    }
    // Good once means for one session: without one it is good still.
    const auto refused = [&](const Error &error) {
        setEmbeddedToken(request.embeddedToken);
        return refusal(error);
    };
    std::optional<std::string> owner;
    const auto read = m_store.read([&](Tx &tx) { owner = MetaRepository::get(tx, ownerKey); });
    if (read.hasError())
        return refused(read.error());
    auto in = m_sessions.open(UserId {owner.value_or(std::string {})}, request.device);
    if (in.hasError())
        return refused(in.error());
    return std::move(in).value();
}

Result<std::optional<Logins::Known>> Logins::find(const std::string &email, const std::string &device) const
{
    std::optional<Known> known;
    const auto read = m_store.read([&](Tx &tx) {
        auto user = UserRepository::byEmail(tx, email);
        if (!user)
            return;
        const auto credentials = UserRepository::credentials(tx, user->id);
        const auto last = credentials.restUntil ? *credentials.restUntil - m_config.account.rest : m_clock.now();
        const bool device_ = SessionRepository::knowsDevice(tx, user->id, device);
        known = Known {std::move(*user), credentials.passwordHash, {credentials.failedTries, last}, device_};
    });
    if (read.hasError())
        return read.error();
    return known;
}

std::variant<AuthSession, LoginRefusal> Logins::byPassword(const LoginRequest &request)
{
    const auto email = asciiLower(trimmed(request.email));
    auto found = find(email, request.device);
    if (found.hasError())
        return refusal(found.error());
    const auto &known = found.value();
    const bool account = !known || !known->device;
    const std::string key = account ? "account:" + email : "device:" + known->user.id.value + ":" + request.device;
    const auto now = m_clock.now();
    if (!request.address.empty()) {
        const auto address = m_addresses.begin(request.address, now);
        if (!address.allowed)
            return resting(address.retryAfter, m_config.address.tries);
    }
    const auto verdict = m_accounts.begin(key, now, account && known ? known->seed : LoginThrottle::Seed {});
    if (!verdict.allowed)
        return resting(verdict.retryAfter, m_config.account.tries);
    if (!m_passwords.verify(known ? known->hash : std::string {}, request.password))
        return wrong(email, known, account, verdict.triesLeft);
    m_accounts.succeeded(key);
    if (!request.address.empty())
        m_addresses.takeBack(request.address);
    return right(*known, request);
}

LoginRefusal Logins::wrong(const std::string &email, const std::optional<Known> &known, bool account, int triesLeft)
{
    m_log.warning("auth.login_failed", {{"email", maskedEmail(email)}, {"tries_left", triesLeft}});
    const auto now = m_clock.now();
    // An unknown account costs a write too, so that neither time nor log tells them apart.
    const auto written = m_store.write([&](WriteTx &tx) {
        if (known && account) {
            auto credentials = UserRepository::credentials(tx, known->user.id);
            credentials.failedTries = m_config.account.tries - triesLeft;
            credentials.restUntil = triesLeft == 0 ? std::optional {now + m_config.account.rest} : std::nullopt;
            UserRepository::setCredentials(tx, known->user.id, credentials);
        }
        AuditRepository::append(tx, {{}, now, {}, "auth.login_failed", known ? known->user.id.value : std::string {}, maskedEmail(email)});
    });
    if (written.hasError())
        return refusal(written.error());
    Error error = Error::of(Error::Kind::Unauthorized, "e-mail or password is wrong");
    error.extension = "{\"tries_left\":" + std::to_string(triesLeft) + "}";
    return {std::move(error), std::chrono::seconds {0}, m_config.account.tries, triesLeft};
}

std::variant<AuthSession, LoginRefusal> Logins::right(const Known &known, const LoginRequest &request)
{
    if (!(known.user.status == UserStatus::Active))
        return refusal(Error::of(Error::Kind::Unauthorized, "this account cannot sign in"));
    auto in = m_sessions.open(known.user.id, request.device);
    if (in.hasError())
        return refusal(in.error());
    const auto written = m_store.write([&](WriteTx &tx) {
        auto credentials = UserRepository::credentials(tx, known.user.id);
        if (credentials.failedTries != 0) {
            credentials.failedTries = 0;
            credentials.restUntil.reset();
            UserRepository::setCredentials(tx, known.user.id, credentials);
        }
        AuditRepository::append(tx, {{}, m_clock.now(), {ActorKind::User, known.user.id, known.user.name}, "auth.login", known.user.id.value, {}});
    });
    if (written.hasError())
        return refusal(written.error());
    return std::move(in).value();
}

} // namespace foredeck
