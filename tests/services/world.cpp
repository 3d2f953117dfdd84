#include "tests/services/world.h"

#include "server/storage/agencyrepository.h"
#include "server/storage/announce.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/knowledgerepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/metarepository.h"
#include "server/storage/macrorepository.h"
#include "server/storage/rulerepository.h"
#include "server/storage/shiftnoterepository.h"
#include "server/storage/taskrepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/userrepository.h"

#include <cstdlib>
#include <stdexcept>

namespace foredeck::test {

namespace {

void orThrow(const Result<void> &result)
{
    if (result.hasError())
        throw std::runtime_error {result.error().detail};
}

class Maker {
public:
    Maker(WriteTx &tx, Timestamp now, std::string hash) : m_tx(tx), m_now(now), m_hash(std::move(hash)) { }

    AgencyId agency(const char *name)
    {
        const Agency agency {AgencyId::make(m_now), name, "AG", 1};
        AgencyRepository::insert(m_tx, agency);
        return agency.id;
    }

    UserId user(const AgencyId &agency, Role role, const char *name, std::vector<ClientId> clients)
    {
        User user;
        user.id = UserId::make(m_now);
        user.agency = agency;
        user.clients = std::move(clients);
        user.role = role;
        user.name = name;
        user.email = std::string {name} + "@example.com";
        UserRepository::insert(m_tx, user);
        UserRepository::setCredentials(m_tx, user.id, {m_hash, 0, std::nullopt});
        announce(m_tx, agencyStream(agency), "user.created", user, Actor {});
        return user.id;
    }

    World::Business business(const AgencyId &agency, const char *name)
    {
        Client client;
        client.id = ClientId::make(m_now);
        client.agency = agency;
        client.name = name;
        client.slug = name;
        client.status = ClientStatus::Active;
        ClientRepository::insert(m_tx, client);
        announce(m_tx, agencyStream(agency), "client.created", client, Actor {});
        World::Business b;
        b.client = client.id;
        rooms(b);
        knowledge(b);
        people(b);
        return b;
    }

private:
    void rooms(World::Business &b)
    {
        Location location;
        location.id = b.location = LocationId::make(m_now);
        location.client = b.client;
        location.name = "Front desk";
        location.hours.zone = "America/New_York";
        LocationRepository::insert(m_tx, location);
        Channel channel;
        channel.id = b.channel = ChannelId::make(m_now);
        channel.client = b.client;
        channel.kind = ChannelKind::WhatsApp;
        channel.phoneNumberId = "pn-" + b.client.value;
        ChannelRepository::insert(m_tx, channel);
        ClientSettings settings;
        settings.client = b.client;
        SettingsRepository::insert(m_tx, settings, m_now);
    }

    void knowledge(World::Business &b)
    {
        const KnowledgeBase base {KnowledgeBaseId::make(m_now), b.client, "FAQ", {}, 0, 1};
        b.base = base.id;
        KnowledgeRepository::insertBase(m_tx, base);
        Document document;
        document.id = b.document = DocumentId::make(m_now);
        document.client = b.client;
        document.base = base.id;
        document.title = "When is breakfast?";
        document.text = "From seven to ten.";
        document.sha256 = "x";
        document.updatedAt = m_now;
        KnowledgeRepository::insert(m_tx, document);
        announce(m_tx, clientStream(b.client), "document.created", document, Actor {});
    }

    void people(World::Business &b)
    {
        Lead lead;
        lead.id = b.lead = LeadId::make(m_now);
        lead.client = b.client;
        lead.name = "Nora";
        lead.phones = {{"+13055550142", "305 555 0142"}};
        lead.source = ChannelKind::WhatsApp;
        lead.createdAt = lead.updatedAt = m_now;
        LeadRepository::insert(m_tx, lead);
        announce(m_tx, clientStream(b.client), "lead.created", lead, Actor {});
        Conversation conversation;
        conversation.id = b.conversation = ConversationId::make(m_now);
        conversation.client = b.client;
        conversation.lead = lead.id;
        conversation.channel = b.channel;
        conversation.channelKind = ChannelKind::WhatsApp;
        conversation.owner.kind = OwnerKind::Nobody;
        conversation.createdAt = conversation.lastAt = m_now;
        ConversationRepository::insert(m_tx, conversation);
        announce(m_tx, clientStream(b.client), "conversation.created", conversation, Actor {});
        Escalation escalation;
        escalation.id = b.escalation = EscalationId::make(m_now);
        escalation.client = b.client;
        escalation.conversation = conversation.id;
        escalation.lead = lead.id;
        escalation.reason = EscalationReason::Complaint;
        escalation.status = EscalationStatus::Resolved;
        escalation.createdAt = m_now - std::chrono::hours {24 * 60};
        escalation.resolvedAt = m_now - std::chrono::hours {24 * 59};
        EscalationRepository::insert(m_tx, escalation);
        ClientRule rule;
        rule.id = b.rule = RuleId::make(m_now);
        rule.client = b.client;
        rule.name = "Rare words";
        rule.when.words = {"zymurgy"};
        RuleRepository::insert(m_tx, rule, m_now);
        Macro macro;
        macro.id = b.macro = MacroId::make(m_now);
        macro.client = b.client;
        macro.name = "greeting";
        macro.text = "Hello {{lead.first_name}}";
        MacroRepository::insert(m_tx, macro);
        Task task;
        task.id = b.task = TaskId::make(m_now);
        task.client = b.client;
        task.conversation = conversation.id;
        task.lead = lead.id;
        task.text = "Whether the season's prices stand";
        task.due = m_now + std::chrono::hours {24 * 180};
        task.createdAt = m_now;
        TaskRepository::insert(m_tx, task);
        ShiftNote note;
        note.id = b.shift = ShiftNoteId::make(m_now);
        note.client = b.client;
        note.text = "The plumber comes at nine";
        note.writtenAt = note.createdAt = m_now;
        ShiftNoteRepository::insert(m_tx, note);
    }

    WriteTx &m_tx;
    Timestamp m_now;
    std::string m_hash;
};

} // namespace

TemporaryFolder::TemporaryFolder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "foredeck-test-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        throw std::runtime_error {"no temporary folder"};
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void write(Store &store, const std::function<void(WriteTx &)> &work) { orThrow(store.write(work)); }
void read(Store &store, const std::function<void(Tx &)> &work) { orThrow(store.read(work)); }

World makeWorld(Store &store, const Clock &clock, const std::string &passwordHash)
{
    World world;
    write(store, [&](WriteTx &tx) {
        Maker make {tx, clock.now(), passwordHash};
        world.ours = make.agency("Ours");
        world.theirs = make.agency("Theirs");
        world.one = make.business(world.ours, "one");
        world.two = make.business(world.ours, "two");
        world.foreign = make.business(world.theirs, "foreign");
        world.owner = make.user(world.ours, Role::Admin, "owner", {});
        world.admin = make.user(world.ours, Role::Admin, "admin", {world.one.client});
        world.manager = make.user(world.ours, Role::Manager, "manager", {world.one.client});
        world.agent = make.user(world.ours, Role::Agent, "agent", {world.one.client});
        world.colleague = make.user(world.ours, Role::Agent, "colleague", {world.one.client});
        world.viewer = make.user(world.ours, Role::Viewer, "viewer", {world.one.client});
        world.stranger = make.user(world.theirs, Role::Admin, "stranger", {});
        MetaRepository::set(tx, "owner_user", world.owner.value);
    });
    return world;
}

Conversation conversationOf(Store &store, const World::Business &business)
{
    std::optional<Conversation> row;
    read(store, [&](Tx &tx) { row = ConversationRepository::byId(tx, business.client, business.conversation); });
    return row.value();
}

Lead leadOf(Store &store, const World::Business &business)
{
    std::optional<Lead> row;
    read(store, [&](Tx &tx) { row = LeadRepository::byId(tx, business.client, business.lead); });
    return row.value();
}

Message customerWrites(Store &store, const Clock &clock, const World::Business &business, const std::string &text)
{
    Message message;
    write(store, [&](WriteTx &tx) {
        auto row = ConversationRepository::byId(tx, business.client, business.conversation).value();
        message.id = MessageId::make(clock.now());
        message.client = business.client;
        message.conversation = row.id;
        message.position = ConversationRepository::nextPosition(tx, row);
        message.role = MessageRole::Lead;
        message.author = {ActorKind::Lead, {}, "Nora"};
        message.text = text;
        message.channel = row.channelKind;
        message.at = clock.now();
        MessageRepository::insert(tx, message, row.channel);
        announce(tx, clientStream(business.client), "message.created", message, message.author);
        row.lastPublicPosition = message.position;
        row.lastMessage.position = message.position;
        row.lastMessage.at = row.lastAt = clock.now();
        row.waitingSince = clock.now();
        ConversationRepository::update(tx, row);
        announce(tx, clientStream(business.client), "conversation.updated", row, message.author);
    });
    return message;
}

} // namespace foredeck::test
