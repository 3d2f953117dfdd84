#include "server/services/sync/visible.h"

namespace foredeck {

VisibleEvents readVisible(Tx &tx, const Access &access, const std::string &stream, std::int64_t after, std::int64_t last, const VisibleLimits &limits)
{
    VisibleEvents visible;
    visible.mark = EventRepository::mark(tx, stream);
    visible.through = after;
    std::size_t bytes = 0;
    while (visible.through < visible.mark.head && static_cast<int>(visible.events.size()) < limits.events && bytes < limits.bytes) {
        auto events = EventRepository::after(tx, stream, visible.through, limits.events);
        if (events.empty())
            break;
        for (auto &event : events) {
            if (static_cast<int>(visible.events.size()) >= limits.events || bytes >= limits.bytes)
                break;
            visible.through = event.seq;
            if (!access.shows(event))
                continue;
            event.prev = last;
            last = event.seq;
            bytes += event.data.size();
            visible.events.push_back(std::move(event));
        }
    }
    visible.complete = visible.through >= visible.mark.head;
    return visible;
}

std::string_view resetReason(const StreamMark &mark, std::string_view ourEpoch, std::string_view epoch, std::int64_t since)
{
    if ((!epoch.empty() && epoch != ourEpoch) || since > mark.head || since < 0)
        return "epoch";
    return since < mark.lowest - 1 ? std::string_view {"retention"} : std::string_view {};
}

} // namespace foredeck
