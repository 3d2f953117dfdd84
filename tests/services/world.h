#pragma once

#include "models/core/log.h"
#include "models/domain/conversation.h"
#include "models/domain/lead.h"
#include "models/domain/user.h"
#include "server/storage/sqlite/sqlitestore.h"
#include "tests/services/manualclock.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace foredeck::test {

/// A folder of its own that goes with it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;
    std::string path(const std::string &name = {}) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

/// Two agencies in one real store. "Ours" has the clients one and two, with people of every role for client one; "theirs"
/// has a client and an administrator of its own. Every client has a location, a WhatsApp channel, settings, a knowledge
/// base with one document, a lead, a conversation that nobody owns, a resolved escalation of it, a rule, a macro, a task and a
/// shift note.
struct World {
    struct Business {
        ClientId client;
        LocationId location;
        ChannelId channel;
        KnowledgeBaseId base;
        DocumentId document;
        LeadId lead;
        ConversationId conversation;
        EscalationId escalation; ///< resolved long ago
        RuleId rule; ///< for words that nobody writes
        MacroId macro;
        TaskId task; ///< a check, due in half a year
        ShiftNoteId shift;
    };

    AgencyId ours, theirs;
    Business one, two, foreign;
    UserId owner; ///< administers all of ours
    UserId admin, manager, agent, colleague, viewer; ///< of client one
    UserId stranger; ///< administers all of theirs
};

/// Password of everybody in the world.
inline constexpr const char *password = "correct horse 7";

/// `passwordHash` for all people.
World makeWorld(Store &store, const Clock &clock, const std::string &passwordHash = {});

/// A message of the customer, as ingest would store it.
Message customerWrites(Store &store, const Clock &clock, const World::Business &business, const std::string &text);
Conversation conversationOf(Store &store, const World::Business &business);
Lead leadOf(Store &store, const World::Business &business);

void write(Store &store, const std::function<void(WriteTx &)> &work);
void read(Store &store, const std::function<void(Tx &)> &work);

} // namespace foredeck::test
