#pragma once

#include "models/cache/rows.h"
#include "models/domain/bulk.h"
#include "models/domain/user.h"

#include <QString>

#include <map>
#include <vector>

namespace foredeck {

/// Why a selected conversation is left out of an order.
enum class BulkObstacle {
    Gone, ///< the cache does not hold it any more
    Ended, ///< it is resolved
    Held, ///< somebody else is answering now
    Assistant, ///< the assistant is answering, and only what people have is put away
    AtDesk, ///< they came in or called: the assistant cannot answer them
    NothingToDo, ///< it is so already
    NeedsLook, ///< something of this person's there was refused and has to be looked at first
    NotTheirs, ///< whom it is given to may not answer for its client
    Full, ///< it has as many labels as there may be
};

/// A person by what lists call them; empty: nobody said a name.
struct BulkName {
    LeadId lead;
    QString name;
    friend bool operator==(const BulkName &, const BulkName &) = default;
};

/// What an order would do, before it is given.
struct BulkPlan {
    BulkAct act;
    int selected = 0;
    std::vector<BulkStep> steps;
    struct Group {
        int count = 0;
        std::vector<BulkName> names; ///< the first few
    };
    std::map<BulkObstacle, Group> leftOut;
    Group changed; ///< of the steps: something newer has come since they were selected
    int escalated = 0; ///< of the steps: an open escalation is settled or given with it
};

/// What else a rule needs to know than the rows.
struct BulkBasis {
    UserId me;
    std::vector<ClientId> clients; ///< of whom it is given to; empty: all
};

/// Adds conversations to a plan, in the order in which they were selected: as what stands in the cache is now, each becomes a
/// step or is left out. `seen`: the last public position that each had when it was selected. Pure.
void addTo(BulkPlan &plan, const ConversationRow &row, std::int64_t seen, const BulkBasis &basis);
/// One that the cache does not hold.
void addGone(BulkPlan &plan);

} // namespace foredeck
