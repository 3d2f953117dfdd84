#pragma once

#include "models/core/result.h"
#include "models/domain/channelkind.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace foredeck::traffic {

/// One thing a customer did, once the server has taken it in or refused it for good.
struct Sent {
    ChannelKind door = ChannelKind::Unknown;
    std::string client; ///< slug
    std::string clientId;
    std::string dialogue;
    std::string key; ///< of the conversation
    int turn = 0; ///< from 1, within the dialogue
    std::string providerId;
    std::string text; ///< only its length and hash are written
    int attempts = 0;
    int status = 0; ///< of the last answer
    std::int64_t sentAtMs = 0; ///< first attempt, UTC
    std::int64_t acceptedAtMs = 0;
};

struct Received {
    ChannelKind door = ChannelKind::Unknown;
    std::string client;
    std::string key;
    std::string providerId; ///< the one we gave it, as the vendor does; live chat: the message's own id
    std::string text;
    std::int64_t atMs = 0;
};

/// The sender's own account of a run: JSON lines, each on disk before the run goes on. It is what the server's rows are
/// compared with, so it is written by nobody who knows those. Not for several threads at once.
class Ledger {
public:
    Ledger() = default;
    ~Ledger();
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    /// An existing file is continued: its order goes on. An empty path keeps no ledger.
    Result<void> open(const std::string &path);

    /// `order` rises by one with every 2xx, in the order in which they came.
    void sent(const Sent &sent);
    void received(const Received &received);
    /// A status that the vendor reported ("delivered") and whether the server took it.
    void status(std::string_view providerId, std::string_view state, int httpStatus);
    void begin(std::string_view server, std::uint64_t seed);
    void end(std::string_view why, const std::map<std::string, std::int64_t> &counts);

    /// Dialogues that the file knew when it was opened, once for each time they were begun.
    const std::multiset<std::string> &begun() const noexcept { return m_begun; }
    /// Lines that could not be written (disk full) wait in memory and are tried again, in their order: by each that comes
    /// after them, and by this.
    void retry();
    /// Something is not written, at the end of a run: an account with holes is worth nothing.
    bool failed() const noexcept { return m_lost || !m_waiting.empty(); }
    /// It will not be, either: the run must stop.
    bool lost() const noexcept { return m_lost; }

private:
    Result<void> readExisting(const std::string &path);
    void write(std::string line);

    int m_file = -1;
    bool m_lost = false;
    std::string m_waiting; ///< whole lines
    std::int64_t m_order = 0;
    std::multiset<std::string> m_begun;
};

} // namespace foredeck::traffic
