#pragma once

#include "models/domain/conversation.h"
#include "server/storage/page.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foredeck {

/// The lists of the inbox. Mine, Unassigned (owner is nobody), Waiting (handed to a person, or a person or nobody owns it
/// and somebody waits) and Escalated (an open escalation) leave out what has ended; All holds everything.
enum class ConversationView { Unknown, Mine, Unassigned, Waiting, Escalated, Ended, All };
template <>
struct EnumNames<ConversationView> {
    using V = ConversationView;
    static constexpr std::array names {std::pair {V::Mine, std::string_view {"mine"}}, std::pair {V::Unassigned, std::string_view {"unassigned"}},
        std::pair {V::Waiting, std::string_view {"waiting"}}, std::pair {V::Escalated, std::string_view {"escalated"}},
        std::pair {V::Ended, std::string_view {"ended"}}, std::pair {V::All, std::string_view {"all"}}};
};

struct ConversationFilter {
    ConversationView view = ConversationView::All;
    UserId user; ///< whose "mine" it is
    std::string channel; ///< a channel kind's name; empty: any
    std::string status; ///< empty: any
};

/// A lease whose time is over, for the job that gives the conversation free again.
struct LapsedLease {
    ClientId client;
    ConversationId conversation;
    std::int64_t fence = 0;
};

struct ConversationRepository {
    static std::optional<Conversation> byId(Tx &tx, const ClientId &client, const ConversationId &id);
    /// The JSON of it and of its lead, as they are stored: for readers that only hand them on.
    struct Bodies {
        std::string conversation;
        std::string lead;
    };
    static std::optional<Bodies> bodies(Tx &tx, const ClientId &client, const ConversationId &id);
    /// The newest one of this lead on this channel, whatever its state.
    /// `contact`: none of another number of theirs; empty: with any.
    static std::optional<Conversation> latest(Tx &tx, const ClientId &client, const LeadId &lead, const ChannelId &channel, std::string_view contact = {});
    /// The newest one of this lead on this channel that goes on when something is said: ended or not, whose last public message
    /// is not older than `notBefore` (now − 24 h), or that a person has or has put aside (decision 16). One that is with another
    /// number of theirs than `contact` (Conversation::contact) goes on without it.
    static std::optional<Conversation> findRecent(
        Tx &tx, const ClientId &client, const LeadId &lead, const ChannelId &channel, Timestamp notBefore, std::string_view contact = {});
    /// By falling lastAt.
    static Page<Conversation> list(Tx &tx, const ClientId &client, const ConversationFilter &filter, const PageRequest &page);
    static Page<Conversation> ofLead(Tx &tx, const ClientId &client, const LeadId &lead, const PageRequest &page);
    /// How many this client has, from a counter.
    static std::int64_t count(Tx &tx, const ClientId &client);
    /// Of these, how many have not ended: counted by the index of those that have.
    static std::int64_t countActive(Tx &tx, const ClientId &client);

    static void insert(WriteTx &tx, const Conversation &conversation);
    static void update(WriteTx &tx, Conversation &conversation);

    /// The place of the next message, note or transition; raises lastPosition in the row and in the entity. Conflict when
    /// the entity is not the row as it is in this transaction. update() the entity afterwards in the same transaction.
    static std::int64_t nextPosition(WriteTx &tx, Conversation &conversation);

    /// Ephemeral renewal of a claim (no version, no event): false when the fence is not the newest or the claim is over.
    /// The entity keeps the leaseUntil of its claim; what counts on the server is leaseUntil() here.
    static bool renewLease(WriteTx &tx, const ClientId &client, const ConversationId &id, std::int64_t fence, Timestamp until);
    static std::optional<Timestamp> leaseUntil(Tx &tx, const ClientId &client, const ConversationId &id);
    /// Of all clients, oldest first.
    static std::vector<LapsedLease> lapsedLeases(Tx &tx, Timestamp now, int limit);
    /// The same of leases that end after this moment.
    static std::vector<LapsedLease> leasesBeyond(Tx &tx, Timestamp after, int limit);
};

} // namespace foredeck
