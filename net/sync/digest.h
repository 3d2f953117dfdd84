#pragma once

#include "models/cache/rows.h"

#include <map>
#include <string>
#include <vector>

namespace foredeck {

/// What the server says of one conversation's timeline from a position on.
struct RemoteDigest {
    std::string conversation;
    std::int64_t count = 0;
    std::int64_t lastPosition = 0;
    std::string sha256; ///< hex
};

/// The items of GET sync/{client}/digest.
std::vector<RemoteDigest> readDigests(std::string_view body);
/// "?conversations=<id>@<from>,…" for those that are held.
std::string digestQuery(const std::map<std::string, LocalDigest> &local);
/// The conversations whose entries differ. One that only the server or only the cache names is no difference.
std::vector<std::string> differing(const std::map<std::string, LocalDigest> &local, const std::vector<RemoteDigest> &remote);

} // namespace foredeck
