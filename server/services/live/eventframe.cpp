#include "server/services/live/eventframe.h"

#include "net/codec/frames.h"

namespace foredeck {

EventFrame::EventFrame(const Event &event)
{
    // Stream and seq stand before prev and hold no quote of their own, so the first match is the member itself.
    static constexpr std::string_view member = "\"prev\":";
    const auto text = encodeFrame(event);
    const auto value = text.find(member) + member.size();
    m_head = text.substr(0, value);
    m_tail = text.substr(text.find(',', value));
}

std::shared_ptr<const std::string> EventFrame::withPrev(std::int64_t prev)
{
    if (!m_last || m_lastPrev != prev) {
        m_last = std::make_shared<const std::string>(m_head + std::to_string(prev) + m_tail);
        m_lastPrev = prev;
    }
    return m_last;
}

} // namespace foredeck
