#pragma once

#include "models/core/clock.h"

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace foredeck {

/// How fast live chat is written to, where nobody has to sign in: so many messages in a row, then so many a minute, of each
/// window and of each address. Meant for programs: a person who types is never held up by it. Safe from any thread.
class ChatThrottle {
public:
    struct Pace {
        int burst = 1;
        int perMinute = 1;
    };
    struct Config {
        Pace window {60, 60};
        Pace address {600, 1'200}; ///< many visitors may stand behind one
        std::size_t keys = 20'000; ///< of each kind; beyond, those who may write freely are forgotten, then all
    };
    explicit ChatThrottle(Config config) : m_config(config) { }
    const Config &config() const noexcept { return m_config; }

    /// Counts a message of so many bytes; one that is long counts for several, since reading it costs as much. Zero: it is taken;
    /// else when the next would be, and this one counts for nothing. An empty address is not counted: everybody behind a proxy
    /// that does not say, or on this computer.
    std::chrono::milliseconds take(const std::string &window, const std::string &address, Timestamp now, std::size_t bytes = 0);

private:
    struct Level {
        double messages = 0; ///< that are counted still
        Timestamp at;
    };
    using Levels = std::unordered_map<std::string, Level>;
    static double left(const Level &level, const Pace &pace, Timestamp now);
    static std::chrono::milliseconds rest(double counted, double more, const Pace &pace);
    void makeRoom(Levels &levels, const Pace &pace, Timestamp now) const;
    double counted(Levels &levels, const std::string &key, const Pace &pace, Timestamp now) const;

    const Config m_config;
    std::mutex m_mutex;
    Levels m_windows;
    Levels m_addresses;
};

} // namespace foredeck
