#pragma once

#include "models/core/clock.h"

#include <atomic>

namespace foredeck::test {

/// Time that moves only when a test moves it.
class ManualClock final : public Clock {
public:
    Timestamp now() const override { return fromMs(m_ms.load()); }
    void advance(std::chrono::milliseconds by) { m_ms += by.count(); }

private:
    std::atomic<std::int64_t> m_ms {1'795'184'531'042}; // 2026-11-20
};

} // namespace foredeck::test
