#pragma once

#include "models/core/clock.h"

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace foredeck {

/// Counts wrong sign-ins per key and lets a key rest after too many. The caller chooses the keys so that guessing from
/// elsewhere never shuts out a device that has signed in before: the account for unknown devices, account and device for
/// known ones. Unknown accounts are counted like known ones, so that the answers tell nothing. Safe from any thread.
class LoginThrottle {
public:
    struct Config {
        int tries = 5;
        std::chrono::milliseconds rest {30 * 60 * 1000};
        std::size_t keys = 100'000; ///< beyond: the key that was used longest ago is forgotten
    };
    struct Verdict {
        bool allowed = false;
        int triesLeft = 0; ///< after this one, should it be wrong
        std::chrono::milliseconds retryAfter {0}; ///< while the key rests
    };

    LoginThrottle() = default;
    explicit LoginThrottle(Config config) : m_config(config) { }

    /// What was stored of a key before this process began.
    struct Seed {
        int tries = 0;
        Timestamp last;
    };

    /// Counts a try before the password is looked at, so that tries at the same time cannot pass together. The seed is
    /// taken for a key that this process has not seen yet.
    Verdict begin(const std::string &key, Timestamp now, Seed seed);
    Verdict begin(const std::string &key, Timestamp now) { return begin(key, now, Seed {}); }
    /// The password was right: nothing is held against the key any more.
    void succeeded(const std::string &key);
    /// Takes one counted try back, for one that was never judged (the pool was full).
    void takeBack(const std::string &key);

private:
    void makeRoom(Timestamp now);

    Config m_config;
    std::mutex m_mutex;
    std::map<std::string, Seed> m_entries;
};

} // namespace foredeck
