#include "net/sync/digestrunner.h"

#include "models/cache/cachereader.h"

#include <algorithm>

namespace foredeck {

DigestRunner::DigestRunner(ApiClient &api, LocalStore &store, TimelineLoader &loader, QObject *parent)
    : QObject(parent), m_api(api), m_store(store), m_loader(loader)
{
    m_secondLook.setSingleShot(true);
    m_secondLook.setInterval(secondLookMs);
}

void DigestRunner::run(const std::vector<ClientId> &clients)
{
    cancel();
    m_clients.assign(clients.begin(), clients.end());
    next();
}

void DigestRunner::cancel()
{
    ++m_number;
    m_secondLook.stop();
    m_clients.clear();
}

void DigestRunner::next()
{
    if (m_clients.empty())
        return;
    const ClientId client = m_clients.front();
    m_clients.pop_front();
    look(client, std::nullopt);
}

void DigestRunner::look(const ClientId &client, std::optional<Look> before)
{
    m_store.read([client](CacheReader &reader) { return reader.digests(client, conversations).valueOr({}); },
        m_mailbox.receive([this, client, before = std::move(before), number = m_number](const Local &local) {
            if (number != m_number)
                return;
            if (local.empty())
                return next();
            ApiRequest request;
            request.path = QStringLiteral("/api/v1/sync/%1/digest?conversations=%2")
                               .arg(QString::fromStdString(client.value), QString::fromStdString(digestQuery(local)));
            m_api.send(request, [this, client, local, before, number](const ApiResponse &response) {
                if (number != m_number)
                    return;
                if (response.ok())
                    compare(client, local, readDigests(response.body), before);
                else
                    next();
            });
        }));
}

void DigestRunner::compare(const ClientId &client, const Local &local, const std::vector<RemoteDigest> &remote, const std::optional<Look> &before)
{
    const std::vector<std::string> ids = differing(local, remote);
    if (ids.empty())
        return next();
    if (!before) {
        m_secondLook.disconnect(this);
        connect(&m_secondLook, &QTimer::timeout, this, [this, client, look = Look {local, remote}] { this->look(client, look); });
        m_secondLook.start();
        return;
    }
    const auto shaOf = [](const std::vector<RemoteDigest> &list, const std::string &id) {
        const auto found = std::find_if(list.begin(), list.end(), [&](const RemoteDigest &d) { return d.conversation == id; });
        return found == list.end() ? std::string {} : found->sha256;
    };
    for (const std::string &id : ids) {
        const auto earlier = before->local.find(id);
        const LocalDigest &now = local.at(id);
        if (earlier != before->local.end() && earlier->second.lines == now.lines && shaOf(before->remote, id) == shaOf(remote, id))
            mend(id, now);
    }
    next();
}

void DigestRunner::mend(const std::string &conversation, const LocalDigest &local)
{
    m_loader.whole(ConversationId {conversation}, local.from, [this, conversation, local](const TimelineLoader::Outcome &outcome) {
        if (outcome.failure.isEmpty())
            Q_EMIT repaired({"conversation:" + conversation, local.from, local.lastPosition, "digest", 1, secondLookMs});
    });
}

} // namespace foredeck
