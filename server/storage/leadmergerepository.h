#pragma once

#include "server/storage/leadrepository.h"

#include <optional>
#include <vector>

namespace foredeck {

/// What is kept of a merge so that it can be taken back exactly.
struct LeadMerge {
    ClientId client;
    LeadId lead; ///< who was merged
    LeadId into;
    Timestamp at;
    std::vector<ConversationId> conversations; ///< of it, that went with it
    std::vector<LeadContact> contacts; ///< that it was found by
    Lead before; ///< the one that is left, just before
    Lead after; ///< and just after
};

/// The merges that stand.
struct LeadMergeRepository {
    static std::optional<LeadMerge> of(Tx &tx, const ClientId &client, const LeadId &lead);
    static void insert(WriteTx &tx, const LeadMerge &merge);
    /// It was taken back.
    static void remove(WriteTx &tx, const ClientId &client, const LeadId &lead);
};

} // namespace foredeck
