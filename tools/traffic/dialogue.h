#pragma once

#include "models/core/result.h"

#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace foredeck::traffic {

/// What one customer says, in order. One JSON object a line:
/// {"id","industry","client"?,"channel"?,"name"?,"phone"?,"email"?,"language"?,"at"?,"turns":[["lead"|"desk","text"],…]}.
/// The desk's turns are how somebody once answered; they are not sent and not compared.
struct Dialogue {
    std::string id;
    std::string industry;
    std::string client; ///< slug; empty: any
    std::string channel; ///< ChannelKind by name; empty: any
    std::string name;
    std::string phone; ///< E.164; empty: one of the fictional numbers is given
    std::string email;
    std::string language;
    std::optional<double> at; ///< seconds after the start, at speed 1
    std::vector<std::string> turns; ///< the customer's
};

/// Reads at most `limit` dialogues (0: all). Empty lines are passed over; the error names the line that cannot be read.
Result<std::vector<Dialogue>> readDialogues(std::istream &in, std::size_t limit);

} // namespace foredeck::traffic
