#include "tests/handlers/rig.h"

#include "server/services/secret/secretbox.h"
#include "server/storage/announce.h"

#include <stdexcept>

namespace foredeck::test {

namespace {

// Steps down "a.b.0.c" and hands the value on.
template <class F>
auto inJson(const std::string &json, const std::string &path, F &&take)
{
    JsonDocument document;
    const auto parsed = document.parse(json);
    JsonValue value = parsed.hasValue() ? parsed.value() : JsonValue {};
    std::size_t from = 0;
    while (from <= path.size() && value.exists() && !path.empty()) {
        const auto dot = std::min(path.find('.', from), path.size());
        const auto name = path.substr(from, dot - from);
        if (value.isArray()) {
            JsonValue found;
            auto index = std::stoul(name);
            value.eachElement([&](JsonValue element) {
                if (index-- == 0)
                    found = element;
                return !found.exists();
            });
            value = found;
        } else {
            value = value[name];
        }
        from = dot + 1;
    }
    return take(value);
}

std::string textAt(const std::string &json, const std::string &path)
{
    return inJson(json, path, [](JsonValue v) { return std::string {v.asString().value_or("")}; });
}

std::string describe(const LogField::Value &value)
{
    if (const auto *text = std::get_if<std::string_view>(&value))
        return std::string {*text};
    if (const auto *whole = std::get_if<std::int64_t>(&value))
        return std::to_string(*whole);
    if (const auto *number = std::get_if<double>(&value))
        return std::to_string(*number);
    return std::get<bool>(value) ? "true" : "false";
}

} // namespace

void KeptLog::write(LogLevel, std::string_view event, std::initializer_list<LogField> fields)
{
    std::string line {event};
    for (const auto &field : fields)
        line += " " + std::string {field.name} + "=" + describe(field.value);
    const std::lock_guard lock {m_mutex};
    m_lines.push_back(std::move(line));
}

std::vector<std::string> KeptLog::lines() const
{
    const std::lock_guard lock {m_mutex};
    return m_lines;
}

std::string Answer::at(const std::string &path) const
{
    return inJson(body, path, [](JsonValue v) { return v.exists() ? v.toJson() : std::string {}; });
}

std::string Answer::text(const std::string &path) const { return textAt(body, path); }

Rig::Rig(ServerConfig config) : m_config(std::move(config))
{
    m_config.sweepMs = 5;
    m_config.drainMs = 200;
    m_config.jobPollMs = 5;
    m_config.vendorNetworks = {"127.0.0.0/8"}; // where the tests' vendors are
    if (SecretBox::create(m_folder.path("secret.key")).hasError())
        throw std::runtime_error {"no key"};
    {
        auto store = SqliteStore::open({m_folder.path("foredeckd.db")}, m_clock).value();
        m_world = makeWorld(*store, m_clock, Passwords {PasswordCost::Light}.hash(password).value());
    }
    open();
}

Rig::~Rig() { m_backend->stop(); }

void Rig::open()
{
    Backend::Options options;
    options.store = m_folder.path("foredeckd.db");
    options.key = m_folder.path("secret.key");
    options.embeddedToken = embeddedToken;
    options.config = m_config;
    options.passwordCost = PasswordCost::Light;
    m_backend = Backend::open(std::move(options), m_clock, m_log).value();
    if (const auto started = m_backend->start(); started.hasError())
        throw std::runtime_error {started.error().detail};
}

void Rig::restart()
{
    m_backend.reset();
    open();
}

Answer Rig::call(const std::string &method, const std::string &path, const std::string &body, const std::string &token, const std::string &headers)
{
    TestClient client {port()};
    std::string request = method + " " + path + " HTTP/1.1\r\nHost: test\r\n" + headers;
    if (!token.empty())
        request += "Authorization: Bearer " + token + "\r\n";
    if (!body.empty() || method != "GET")
        request += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    client.send(request + "\r\n" + body);
    auto reply = client.reply();
    return {reply.status, std::move(reply.body), std::move(reply.headers)};
}

Answer Rig::act(const std::string &method, const std::string &path, const std::string &body, const std::string &token, const std::string &key,
    const std::string &headers)
{
    return call(method, path, body, token, "Idempotency-Key: " + (key.empty() ? newKey() : key) + "\r\n" + headers);
}

std::string Rig::token(const std::string &name, const std::string &device)
{
    const auto answer = call("POST", "/api/v1/auth/login",
        "{\"email\":\"" + name + "@example.com\",\"password\":\"" + password + "\",\"device\":\"" + device + "\"}");
    if (answer.status != 200)
        throw std::runtime_error {answer.body};
    return answer.text("access_token");
}

std::string Console::Frame::text(const std::string &path) const { return textAt(json, path); }

std::int64_t Console::Frame::number(const std::string &path) const
{
    return inJson(json, path, [](JsonValue v) { return v.asInteger().value_or(-1); });
}

void Console::hello(const std::string &token, const std::string &streams, const std::string &device, const std::string &version)
{
    send("{\"type\":\"hello\",\"proto\":1,\"console\":\"" + version + "\",\"device\":\"" + device + "\",\"token\":\"" + token + "\",\"streams\":" + streams + "}");
}

Console::Frame Console::nextAny()
{
    for (;;) {
        auto frame = m_socket.next();
        if (frame.opcode == 1)
            return {textAt(frame.payload, "type"), std::move(frame.payload), 0};
        if (frame.opcode == 8 || frame.opcode == -1)
            return {{}, {}, frame.opcode == 8 ? frame.closeCode() : -1};
    }
}

Console::Frame Console::next()
{
    auto frame = nextAny();
    while (frame.type == "heartbeat")
        frame = nextAny();
    return frame;
}

Console::Frame Console::of(const std::string &type)
{
    auto frame = nextAny();
    while (frame.type != type && frame.code == 0)
        frame = nextAny();
    return frame;
}

Console::Frame Console::event() { return of("event"); }

int Console::closed()
{
    auto frame = nextAny();
    while (frame.code == 0)
        frame = nextAny();
    return frame.code;
}

std::string clientStreamOf(const World::Business &business) { return clientStream(business.client); }

} // namespace foredeck::test
