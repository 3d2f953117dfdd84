#pragma once

#include "models/domain/event.h"

#include <memory>
#include <string>

namespace foredeck {

/// The frame of one event. Its JSON is built once; only `prev` differs between sockets, and those that follow the same
/// things share the same text. Not for several threads at once.
class EventFrame {
public:
    explicit EventFrame(const Event &event);
    std::shared_ptr<const std::string> withPrev(std::int64_t prev);

private:
    std::string m_head; ///< up to the value of prev
    std::string m_tail; ///< from behind it
    std::int64_t m_lastPrev = 0;
    std::shared_ptr<const std::string> m_last;
};

} // namespace foredeck
