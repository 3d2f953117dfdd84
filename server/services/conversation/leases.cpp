#include "server/services/conversation/leases.h"

namespace foredeck {

void Leases::grant(Entry entry)
{
    const std::lock_guard lock {m_mutex};
    const auto known = m_entries.find(entry.conversation);
    if (known == m_entries.end() || known->second.fence <= entry.fence)
        m_entries.insert_or_assign(entry.conversation, entry);
}

std::optional<Timestamp> Leases::renew(const ConversationId &conversation, const UserId &user, std::int64_t fence, Timestamp now)
{
    const std::lock_guard lock {m_mutex};
    const auto known = m_entries.find(conversation);
    if (known == m_entries.end() || known->second.fence != fence || known->second.user != user || known->second.until <= now)
        return std::nullopt;
    known->second.until = now + m_length;
    return known->second.until;
}

bool Leases::runs(const Conversation &conversation, Timestamp now) const
{
    const Claim &claim = conversation.claim;
    if (claim.user.empty() || !claim.leaseUntil)
        return false;
    if (*claim.leaseUntil > now)
        return true;
    const std::lock_guard lock {m_mutex};
    const auto known = m_entries.find(conversation.id);
    return known != m_entries.end() && known->second.fence == claim.fence && known->second.until > now;
}

void Leases::end(const ConversationId &conversation, std::int64_t fence)
{
    const std::lock_guard lock {m_mutex};
    const auto known = m_entries.find(conversation);
    if (known != m_entries.end() && known->second.fence <= fence)
        m_entries.erase(known);
}

std::vector<Leases::Entry> Leases::lapsed(Timestamp now) const
{
    const std::lock_guard lock {m_mutex};
    std::vector<Entry> list;
    for (const auto &[id, entry] : m_entries) {
        if (entry.until <= now)
            list.push_back(entry);
    }
    return list;
}

} // namespace foredeck
