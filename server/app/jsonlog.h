#pragma once

#include "models/core/clock.h"
#include "models/core/log.h"

#include <mutex>

namespace foredeck {

/// One JSON object per line on standard error: {"at","level","event",…}. Whole lines only. Safe from any thread.
class JsonLog final : public Log {
public:
    JsonLog(const Clock &clock, LogLevel least) : m_clock(clock), m_least(least) { }

    bool enabled(LogLevel level) const override { return level >= m_least; }
    void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) override;

private:
    const Clock &m_clock;
    const LogLevel m_least;
    std::mutex m_mutex;
};

} // namespace foredeck
