#pragma once

#include "models/core/id.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace foredeck {

/// One of the team who takes part in a conversation: who wrote in it, has it or was given it, was mentioned in a note, or
/// follows it. They are told what becomes of it.
struct Participant {
    UserId user;
    std::string name; ///< by when they came in last
    std::int64_t mentioned = 0; ///< position of the newest note that mentions them; 0: none
    std::int64_t news = 0; ///< of the newest other entry that they are told of: a colleague's note, or what the customer wrote and is theirs or nobody's to answer; 0: none
    friend bool operator==(const Participant &, const Participant &) = default;
};
inline constexpr std::size_t mostParticipants = 200; ///< of one conversation; who came first then makes room

const Participant *participantOf(const std::vector<Participant> &list, const UserId &user);
/// Where the newest mention of this person stands; 0: there is none.
std::int64_t mentionOf(const std::vector<Participant> &list, const UserId &user);
std::int64_t newsOf(const std::vector<Participant> &list, const UserId &user); ///< likewise
/// Takes somebody in, or keeps their name up to date. `mentioned`: the note that names them, 0 for none; the newest counts.
void takePart(std::vector<Participant> &list, const UserId &user, const std::string &name, std::int64_t mentioned = 0);
/// Whether they took part.
bool leave(std::vector<Participant> &list, const UserId &user);

} // namespace foredeck
