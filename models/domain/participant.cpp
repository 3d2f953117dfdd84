#include "models/domain/participant.h"

#include <algorithm>

namespace foredeck {

namespace {

auto isPerson(const UserId &user)
{
    return [&user](const Participant &one) { return one.user == user; };
}

} // namespace

const Participant *participantOf(const std::vector<Participant> &list, const UserId &user)
{
    const auto found = std::find_if(list.begin(), list.end(), isPerson(user));
    return found == list.end() ? nullptr : &*found;
}

std::int64_t mentionOf(const std::vector<Participant> &list, const UserId &user)
{
    const Participant *one = user.empty() ? nullptr : participantOf(list, user);
    return one ? one->mentioned : 0;
}

std::int64_t newsOf(const std::vector<Participant> &list, const UserId &user)
{
    const Participant *one = user.empty() ? nullptr : participantOf(list, user);
    return one ? one->news : 0;
}

void takePart(std::vector<Participant> &list, const UserId &user, const std::string &name, std::int64_t mentioned)
{
    if (user.empty())
        return;
    const auto found = std::find_if(list.begin(), list.end(), isPerson(user));
    if (found != list.end()) {
        found->name = name;
        found->mentioned = std::max(found->mentioned, mentioned);
        return;
    }
    if (list.size() >= mostParticipants)
        list.erase(list.begin());
    list.push_back({user, name, mentioned});
}

bool leave(std::vector<Participant> &list, const UserId &user) { return std::erase_if(list, isPerson(user)) > 0; }

} // namespace foredeck
