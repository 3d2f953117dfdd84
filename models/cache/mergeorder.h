#pragma once

/// Acts that stand in two lanes of the outbox and go one after another all the same, as a pure function of the rows.

#include "models/domain/op.h"

#include <functional>
#include <set>
#include <vector>

namespace foredeck {

/// With whom the conversation of an act is, as the cache has it; empty: not known here.
using WithWhom = std::function<LeadId(const Op &)>;

/// What makes two leads one, or takes that apart, is an act on their client; what changes the state of a conversation of
/// theirs, or themselves, is one on the conversation. Each rests on what the other one leaves: whose the conversation is, and how
/// it stands. So of the same people they go in the order in which they were done, two merges and first words, which go to what
/// they have together, as well. What is written in a conversation waits for none. An act on their client that waits here holds
/// nothing else of that client.
class MergeOrder {
public:
    /// `withWhom` is asked only where `ops` hold such a merge.
    MergeOrder(const std::vector<Op> &ops, WithWhom withWhom);
    /// Asked of each act that wants to go or is under way, in their order: whether one before it has to arrive first.
    bool isBehind(const Op &op);

private:
    std::vector<LeadId> leadsOf(const Op &op) const;

    WithWhom m_withWhom;
    bool m_isNeeded = false;
    std::set<LeadId> m_merging; ///< of whom a merge has not arrived yet
    std::set<LeadId> m_changing; ///< of whom something else has not
};

} // namespace foredeck
