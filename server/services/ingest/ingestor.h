#pragma once

#include "models/core/log.h"
#include "server/channels/inbound.h"
#include "server/services/consent/consent.h"
#include "server/services/language/rulebook.h"
#include "server/storage/inboxrepository.h"

#include <vector>

namespace foredeck {

/// What is told of a row by its text alone, before anybody waits for it.
struct Heard {
    Result<Inbound> inbound; ///< error: it cannot be read
    ConsentFinding consent; ///< of somebody who has not opted out and was asked nothing
    std::vector<Word> words; ///< of the beginning
    std::vector<RuleHit> hits; ///< in them
};

/// Turns one row of the inbox into leads, conversations, messages, consent, events and the assistant's work, inside the
/// caller's transaction: the row and its effect are one commit, so a crash at any point repeats or keeps both.
class Ingestor {
public:
    explicit Ingestor(const RuleBook &book) : m_book(book) { }

    /// Whatever takes long without asking the store, so that it is done outside of the one writer's transaction. Pure.
    Heard hear(const InboxItem &row) const;
    /// `heard` is of this row. Error Invalid: the row can never be taken in, and nothing was written. Everything else that goes wrong is the
    /// transaction's own sticky failure. The conversation in which the assistant is about to answer; empty: in none.
    Result<ConversationId> take(WriteTx &tx, const InboxItem &row, const Heard &heard, Timestamp now) const;

private:
    const RuleBook &m_book;
};

} // namespace foredeck
