#pragma once

#include "models/domain/lead.h"

#include <string>
#include <vector>

namespace foredeck {

/// Why two leads may be one person, the surest first. It is said to people and does nothing: what is typed is no proof
/// (decision 25), and nothing is merged by it.
enum class Likeness { Phone, Email, NameAndWish, NameAndPlace, None };

struct LikenessFound {
    Likeness why = Likeness::None;
    std::string what; ///< that they share, as the second one has it: the number, the e-mail, the wish, the place
    friend bool operator==(const LikenessFound &, const LikenessFound &) = default;
};

/// A number is the same without its country, too; a name has at least two words. Case, accents and blanks are no difference. Pure.
LikenessFound likenessOf(const Lead &lead, const Lead &other);
/// Among personKeys() of every lead that is like this one is one of these.
std::vector<std::string> likenessKeys(const Lead &lead);

} // namespace foredeck
