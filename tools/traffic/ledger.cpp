#include "tools/traffic/ledger.h"

#include "models/core/clock.h"
#include "models/core/time.h"
#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"
#include "tools/traffic/signature.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

namespace foredeck::traffic {

namespace {

constexpr std::size_t mostWaiting = 16 * 1024 * 1024;

void writeText(JsonWriter &w, std::string_view text)
{
    w.key("bytes"), w.integer(static_cast<std::int64_t>(text.size()));
    w.key("sha256"), w.string(sha256Hex(text));
}

std::string now()
{
    return toRfc3339(SystemClock {}.now());
}

} // namespace

Ledger::~Ledger()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<void> Ledger::open(const std::string &path)
{
    if (path.empty())
        return {};
    if (auto read = readExisting(path); read.hasError())
        return read;
    m_file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (m_file < 0)
        return Error::of(Error::Kind::Io, "cannot write " + path + ": " + std::strerror(errno));
    return {};
}

Result<void> Ledger::readExisting(const std::string &path)
{
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored))
        return {}; // new, or a device that only takes
    std::ifstream in {path};
    std::string line;
    JsonDocument document;
    while (in && std::getline(in, line)) {
        const auto root = document.parse(line);
        if (root.hasError())
            return Error::of(Error::Kind::Corrupt, path + " is not a ledger, or was cut off: " + root.error().detail);
        const JsonValue entry = root.value();
        if (entry["kind"].asString() != "sent")
            continue;
        m_order = std::max(m_order, entry["order"].asInteger().value_or(0));
        if (entry["turn"].asInteger() == 1)
            m_begun.emplace(entry["dialogue"].asString().value_or(""));
    }
    return {};
}

void Ledger::sent(const Sent &sent)
{
    const bool taken = sent.status >= 200 && sent.status < 300;
    JsonWriter w;
    w.beginObject();
    w.key("kind"), w.string("sent");
    w.key("order");
    taken ? w.integer(++m_order) : w.null();
    w.key("door"), w.string(nameOf(sent.door));
    w.key("client"), w.string(sent.client);
    w.key("client_id"), w.string(sent.clientId);
    w.key("dialogue"), w.string(sent.dialogue);
    w.key("turn"), w.integer(sent.turn);
    w.key("key"), w.string(sent.key);
    w.key("provider_id"), w.string(sent.providerId);
    if (sent.door != ChannelKind::MissedCall)
        writeText(w, sent.text);
    w.key("attempts"), w.integer(sent.attempts);
    w.key("status"), w.integer(sent.status);
    w.key("sent_at"), w.string(toRfc3339(fromMs(sent.sentAtMs)));
    w.key("accepted_at");
    taken ? w.string(toRfc3339(fromMs(sent.acceptedAtMs))) : w.null();
    w.endObject();
    write(w.take());
}

void Ledger::received(const Received &received)
{
    JsonWriter w;
    w.beginObject();
    w.key("kind"), w.string("received");
    w.key("door"), w.string(nameOf(received.door));
    w.key("client"), w.string(received.client);
    w.key("key"), w.string(received.key);
    w.key("provider_id"), w.string(received.providerId);
    writeText(w, received.text);
    w.key("at"), w.string(toRfc3339(fromMs(received.atMs)));
    w.endObject();
    write(w.take());
}

void Ledger::status(std::string_view providerId, std::string_view state, int httpStatus)
{
    JsonWriter w;
    w.beginObject();
    w.key("kind"), w.string("status");
    w.key("provider_id"), w.string(providerId);
    w.key("state"), w.string(state);
    w.key("status"), w.integer(httpStatus);
    w.key("at"), w.string(now());
    w.endObject();
    write(w.take());
}

void Ledger::begin(std::string_view server, std::uint64_t seed)
{
    JsonWriter w;
    w.beginObject();
    w.key("kind"), w.string("begin");
    w.key("server"), w.string(server);
    w.key("seed"), w.integer(static_cast<std::int64_t>(seed));
    w.key("at"), w.string(now());
    w.endObject();
    write(w.take());
}

void Ledger::end(std::string_view why, const std::map<std::string, std::int64_t> &counts)
{
    JsonWriter w;
    w.beginObject();
    w.key("kind"), w.string("end");
    w.key("why"), w.string(why);
    for (const auto &[name, count] : counts)
        w.key(name), w.integer(count);
    w.key("at"), w.string(now());
    w.endObject();
    write(w.take());
}

void Ledger::write(std::string line)
{
    if (m_file < 0)
        return;
    m_waiting += line;
    m_waiting += '\n';
    retry();
    m_lost = m_lost || m_waiting.size() > mostWaiting;
}

void Ledger::retry()
{
    if (m_waiting.empty())
        return;
    const auto end = ::lseek(m_file, 0, SEEK_END); // -1: a pipe, which keeps nothing
    std::string_view rest = m_waiting;
    while (!rest.empty()) {
        const auto written = ::write(m_file, rest.data(), rest.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            // Half a line would spoil all that follow.
            m_lost = m_lost || (rest.size() < m_waiting.size() && (end < 0 || ::ftruncate(m_file, end) != 0));
            return;
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    m_waiting.clear();
    if (::fdatasync(m_file) != 0 && errno != EINVAL) // EINVAL: a pipe or a terminal
        m_lost = true;
}

} // namespace foredeck::traffic
