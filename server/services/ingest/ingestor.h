#pragma once

#include "models/core/log.h"
#include "server/channels/inbound.h"
#include "server/services/language/rulebook.h"
#include "server/storage/inboxrepository.h"

namespace foredeck {

/// Turns one row of the inbox into leads, conversations, messages, consent, events and the assistant's work, inside the
/// caller's transaction: the row and its effect are one commit, so a crash at any point repeats or keeps both.
class Ingestor {
public:
    explicit Ingestor(const RuleBook &book) : m_book(book) { }

    /// Error Invalid: the row can never be taken in, and nothing was written. Everything else that goes wrong is the
    /// transaction's own sticky failure.
    Result<void> take(WriteTx &tx, const InboxItem &row, Timestamp now) const;

private:
    const RuleBook &m_book;
};

} // namespace foredeck
