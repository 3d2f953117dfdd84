#include "net/sync/digest.h"

#include "net/codec/jsonreader.h"

#include <QCryptographicHash>

namespace foredeck {

std::vector<RemoteDigest> readDigests(std::string_view body)
{
    std::vector<RemoteDigest> digests;
    JsonDocument document;
    const auto root = document.parse(body);
    if (root.hasError())
        return digests;
    const auto text = [](JsonValue item, std::string_view name) { return std::string {item[name].asString().value_or(std::string_view {})}; };
    root.value()["items"].eachElement([&](JsonValue item) {
        digests.push_back({text(item, "conversation_id"), item["count"].asInteger().value_or(0), item["last_position"].asInteger().value_or(0), text(item, "sha256")});
        return true;
    });
    return digests;
}

std::string digestQuery(const std::map<std::string, LocalDigest> &local)
{
    std::string query;
    for (const auto &[id, digest] : local)
        query += (query.empty() ? "" : ",") + id + "@" + std::to_string(digest.from);
    return query;
}

std::vector<std::string> differing(const std::map<std::string, LocalDigest> &local, const std::vector<RemoteDigest> &remote)
{
    std::vector<std::string> ids;
    for (const RemoteDigest &theirs : remote) {
        const auto ours = local.find(theirs.conversation);
        if (ours == local.end())
            continue;
        const QByteArray lines = QByteArray::fromStdString(ours->second.lines);
        const std::string sha = QCryptographicHash::hash(lines, QCryptographicHash::Sha256).toHex().toStdString();
        if (ours->second.count != theirs.count || sha != theirs.sha256)
            ids.push_back(theirs.conversation);
    }
    return ids;
}

} // namespace foredeck
