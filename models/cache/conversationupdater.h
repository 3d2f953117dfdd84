#pragma once

#include "models/cache/cachetables.h"
#include "models/cache/projection.h"

#include <functional>

namespace foredeck {

/// Keeps what lists read: projects a conversation's acts into its `effective_*` columns, and moves its entries in the
/// views and their counters with it. Inside the writer's transaction.
class ConversationUpdater {
public:
    ConversationUpdater(sqlite::Database &database, CacheTables &tables) : m_database(database), m_tables(tables) { }

    struct Acts {
        std::vector<Op> ops; ///< open rows of this conversation
        std::string draft; ///< one line
    };
    using ActsOf = std::function<Acts(const ConversationId &)>;

    void refresh(std::int64_t row, const Self &self, const ActsOf &actsOf, Touched &touched);

private:
    struct Stored {
        ConversationId id;
        std::string body;
        std::int64_t scope = 0;
        unsigned views = 0;
        std::int64_t rank = 0;
        bool unread = false;
    };
    struct Shown {
        unsigned views = 0;
        std::int64_t rank = 0;
        bool unread = false;
    };

    std::optional<Stored> load(std::int64_t row);
    std::int64_t readPositionOf(const ConversationId &id);
    int unreadOf(std::int64_t row, const EffectiveConversation &effective);
    std::string wordsOf(std::int64_t row, const Conversation &effective);
    void write(std::int64_t row, const EffectiveConversation &effective, const Acts &acts, const Shown &shown, int unread);
    void move(std::int64_t row, const Stored &stored, const Shown &shown, Touched &touched);

    sqlite::Database &m_database;
    CacheTables &m_tables;
    JsonDocument m_document;
};

} // namespace foredeck
