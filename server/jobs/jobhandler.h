#pragma once

#include "server/storage/jobrepository.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace foredeck {

/// When something is looked at again whose job was given up.
inline constexpr std::chrono::minutes afterAFault {1};

/// What a job came to, and what it writes: `effect` (not of Dead, nor of the last Retry) runs in the transaction that ends the
/// job or puts it off, so that both are there or neither is.
struct JobOutcome {
    enum class Kind { Done, Retry, Postponed, Dead };
    Kind kind = Kind::Done;
    std::string error; ///< Retry, Postponed, Dead: why
    std::optional<Timestamp> notBefore; ///< Retry: what the other side asked for; the backoff may be later. Postponed: until when
    std::function<void(WriteTx &)> effect;

    static JobOutcome done(std::function<void(WriteTx &)> effect = {}) { return {Kind::Done, {}, {}, std::move(effect)}; }
    static JobOutcome retry(std::string error, std::optional<Timestamp> notBefore = {}) { return {Kind::Retry, std::move(error), notBefore, {}}; }
    /// Nothing was tried, and it is no attempt: it runs again at `until`. Without a reason it is not even logged.
    static JobOutcome postponed(std::string why, Timestamp until, std::function<void(WriteTx &)> effect = {}) { return {Kind::Postponed, std::move(why), until, std::move(effect)}; }
    static JobOutcome dead(std::string error) { return {Kind::Dead, std::move(error), {}, {}}; }
};

/// Does the work of one queue. Called by several threads at once, never at the same time for jobs of one serial key; at
/// least once per job.
class JobHandler {
public:
    virtual ~JobHandler() = default;
    virtual JobOutcome run(const Job &job) = 0;
    /// In the transaction that gives a job up for good.
    virtual void givenUp(WriteTx &, const Job &, const std::string &) { }
};

} // namespace foredeck
