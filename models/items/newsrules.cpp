#include "models/items/newsrules.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace foredeck {

namespace {

// What has been read stands no more. How far was told is forgotten with it: what comes later has a higher position.
void takeBack(NewsState &state, const std::vector<NewsCall> &waiting, NewsOrders &orders)
{
    for (auto told = state.told.begin(); told != state.told.end();) {
        const bool waits = std::any_of(waiting.begin(), waiting.end(), [&](const NewsCall &call) { return call.conversation == told->first; });
        if (!waits && told->second.standing)
            orders.close.push_back(told->first);
        told = waits ? std::next(told) : state.told.erase(told);
    }
    if (waiting.empty() && std::exchange(state.isMany, false))
        orders.closeMany = true;
}

} // namespace

NewsOrders newsEnd(NewsState &state)
{
    NewsOrders orders;
    for (const auto &[conversation, told] : state.told) {
        if (told.standing)
            orders.close.push_back(conversation);
    }
    orders.closeMany = state.isMany;
    state = {};
    return orders;
}

NewsOrders newsStep(NewsState &state, const std::vector<NewsCall> &waiting, const BellMoment &moment, const BellSettings &settings)
{
    if (!settings.on)
        return newsEnd(state);
    NewsOrders orders;
    takeBack(state, waiting, orders);
    if (!moment.live)
        return orders;
    const bool quiet = hushAt(settings, moment.now, moment.minuteOfDay, moment.away) != Hush::None;
    std::vector<const NewsCall *> due;
    for (const NewsCall &call : waiting) {
        const auto told = state.told.find(call.conversation);
        const bool isLookedAt = !moment.looksAt.empty() && call.conversation == moment.looksAt;
        if (isLookedAt) {
            if (told != state.told.end() && told->second.standing)
                orders.close.push_back(call.conversation);
            state.told[call.conversation] = {call.position, false};
        } else if (!quiet && (told == state.told.end() || call.position > told->second.position)) {
            due.push_back(&call);
        }
    }
    const bool isMany = due.size() > mostSingles;
    for (const NewsCall *call : due) {
        NewsState::Told &told = state.told[call->conversation];
        if (isMany && told.standing)
            orders.close.push_back(call->conversation);
        told = {call->position, !isMany};
        if (!isMany)
            orders.show.push_back(call->conversation);
    }
    if (isMany)
        orders.showMany = state.isMany = true;
    return orders;
}

} // namespace foredeck
