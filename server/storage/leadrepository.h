#pragma once

#include "models/domain/lead.h"
#include "server/storage/page.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

enum class ContactKind { Phone, Email, Sender };

struct LeadFilter {
    std::string status; ///< empty: any
    std::string temperature; ///< empty: any
    std::string text; ///< in the name, or the beginning of a phone (digits) or e-mail; empty: any
};

/// What a lead is found by, as it is stored.
struct LeadContact {
    std::string kind;
    std::string value;
    friend bool operator==(const LeadContact &, const LeadContact &) = default;
};

/// People who asked. Their phones (E.164), e-mails (lower case) and sender are unique per client: a contact that another lead has
/// already stays with that one, so that the first lead is found again. What a merged lead was found by goes to the one that is
/// left as far as that one holds it; the rest finds it through the merge.
struct LeadRepository {
    static std::optional<Lead> byId(Tx &tx, const ClientId &client, const LeadId &id);
    /// Through merges: the lead that is left.
    static std::optional<Lead> leftOf(Tx &tx, const ClientId &client, const LeadId &id);
    /// Through merges: the lead that is left.
    static std::optional<Lead> byContact(Tx &tx, const ClientId &client, ContactKind kind, std::string_view value);
    /// Newest first, without merged ones.
    static Page<Lead> list(Tx &tx, const ClientId &client, const LeadFilter &filter, const PageRequest &page);
    /// Those with whom there is no conversation, newest first, without merged ones.
    static Page<Lead> unspoken(Tx &tx, const ClientId &client, const PageRequest &page);
    /// The newest `limit` of those that came since, without merged ones.
    static std::vector<Lead> since(Tx &tx, const ClientId &client, Timestamp since, int limit);
    /// Those that were merged into it, in the order in which they first asked. What was merged into those is not among them.
    static std::vector<Lead> mergedInto(Tx &tx, const ClientId &client, const LeadId &id);
    static std::vector<LeadContact> contacts(Tx &tx, const ClientId &client, const LeadId &id);
    /// It is found by these no more; update() of one that holds them in this transaction takes them.
    static void giveUp(WriteTx &tx, const ClientId &client, const LeadId &id, const std::vector<LeadContact> &contacts);
    static void insert(WriteTx &tx, const Lead &lead);
    static void update(WriteTx &tx, Lead &lead);
};

} // namespace foredeck
