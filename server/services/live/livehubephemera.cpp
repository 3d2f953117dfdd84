#include "server/services/live/livehub_p.h"

#include "server/services/access/bind.h"
#include "server/storage/conversationrepository.h"

namespace foredeck {

namespace {

constexpr int maxRenewals = 256; ///< under way for one console, which renews all of its claims at once (200 at most)

// Renews in the row when the fence is the newest, its holder is the caller, and the lease still runs. One that ran out, and that
// nobody has claimed since, is not lost: it is renewed no more, and still its holder's.
LeaseFrame renewed(WriteTx &tx, const Access &access, const LeaseFrame &frame, Timestamp now, std::chrono::milliseconds length)
{
    LeaseFrame answer {frame.conversation, frame.fence, std::nullopt, true};
    const auto client = boundClient(tx, access, frame.conversation, Right::Work, "conversation");
    if (client.hasError())
        return answer;
    const auto row = ConversationRepository::byId(tx, client.value(), frame.conversation);
    if (!row || row->claim.user != access.user().id || row->claim.fence != frame.fence)
        return answer;
    answer.lost = false;
    const auto until = ConversationRepository::leaseUntil(tx, client.value(), frame.conversation);
    if (until && *until > now && ConversationRepository::renewLease(tx, client.value(), frame.conversation, frame.fence, now + length))
        answer.leaseUntil = now + length;
    return answer;
}

} // namespace

void LiveHub::Private::presence(LiveSession &session, PresenceFrame frame)
{
    if (!session.access->sees(frame.client) || !PresenceBoard::known(frame))
        return;
    frame.user = session.access->user().id;
    frame.name = session.access->user().name;
    frame.available = session.access->user().available;
    frame.doNotDisturb = session.access->user().doNotDisturb;
    if (m_presence.put(session.key, frame))
        tellPresence(frame, session.key);
}

void LiveHub::Private::tellPresence(const PresenceFrame &frame, Key except)
{
    std::shared_ptr<const std::string> text;
    for (auto &[key, session] : m_sessions) {
        if (key == except || !session->signedIn || session->claims.user == frame.user || !session->access->sees(frame.client))
            continue;
        if (!text)
            text = std::make_shared<const std::string>(encodeFrame(frame));
        session->connection->send(text);
    }
}

void LiveHub::Private::tellNewcomer(LiveSession &session)
{
    for (const auto &frame : m_presence.all()) {
        if (frame.user != session.claims.user && session.access->sees(frame.client))
            send(session, frame);
    }
}

void LiveHub::Private::lease(LiveSession &session, const LeaseFrame &frame)
{
    if (session.renewals >= maxRenewals)
        return;
    ++session.renewals;
    const auto answer = std::make_shared<LeaseFrame>();
    const std::weak_ptr<LoopThread> own = m_own;
    m_store.writeLater(
        [answer, frame, access = session.access, clock = &m_clock, length = m_config.lease](WriteTx &tx) {
            *answer = renewed(tx, *access, frame, clock->now(), length);
        },
        [this, own, answer, key = session.key](Result<void> written) {
            const auto thread = own.lock();
            if (!thread)
                return;
            thread->post([this, answer, key, failed = written.hasError()] {
                auto *found = find(key);
                if (!found)
                    return;
                --found->renewals;
                if (!failed)
                    send(*found, *answer);
            });
        });
}

} // namespace foredeck
