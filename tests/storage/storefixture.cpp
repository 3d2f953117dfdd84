#include "tests/storage/storefixture.h"

#include "server/storage/clientrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/messagerepository.h"

namespace foredeck {

StoreTest::StoreTest()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "foredeck-XXXXXX").string();
    m_folder = ::mkdtemp(pattern.data());
    openStore();
}

StoreTest::~StoreTest()
{
    store.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void StoreTest::openStore(SqliteStoreConfig config)
{
    store.reset();
    if (config.path.empty())
        config.path = file("store.db");
    auto opened = SqliteStore::open(config, clock);
    ASSERT_TRUE(opened.hasValue()) << opened.error().detail;
    store = std::move(opened).value();
}

Error::Kind StoreTest::kindOfOpening(const std::string &path)
{
    SqliteStoreConfig config;
    config.path = path;
    const auto opened = SqliteStore::open(config, clock);
    EXPECT_TRUE(opened.hasError());
    return opened.hasError() ? opened.error().kind : Error::Kind::Internal;
}

void StoreTest::write(const Store::WriteWork &work)
{
    const auto done = store->write(work);
    ASSERT_TRUE(done.hasValue()) << done.error().detail;
}

void StoreTest::read(const Store::ReadWork &work)
{
    const auto done = store->read(work);
    ASSERT_TRUE(done.hasValue()) << done.error().detail;
}

Error StoreTest::failure(const Store::WriteWork &work)
{
    const auto done = store->write(work);
    EXPECT_TRUE(done.hasError());
    return done.hasError() ? done.error() : Error {};
}

Client StoreTest::makeClient(const std::string &slug)
{
    Client client;
    client.id = ClientId::make(clock.now());
    client.agency = agency;
    client.slug = slug;
    client.name = "Client " + slug;
    write([&](WriteTx &tx) { ClientRepository::insert(tx, client); });
    return client;
}

Lead StoreTest::makeLead(const ClientId &client, const std::string &phone)
{
    Lead lead;
    lead.id = LeadId::make(clock.now());
    lead.client = client;
    lead.name = "Elena Vásquez";
    lead.createdAt = clock.now();
    if (!phone.empty())
        lead.phones.push_back({phone, phone});
    write([&](WriteTx &tx) { LeadRepository::insert(tx, lead); });
    return lead;
}

Conversation StoreTest::makeConversation(const ClientId &client, const LeadId &lead, const ChannelId &on)
{
    Conversation conversation;
    conversation.id = ConversationId::make(clock.now());
    conversation.client = client;
    conversation.lead = lead;
    conversation.channel = on;
    conversation.channelKind = ChannelKind::WhatsApp;
    conversation.createdAt = clock.now();
    conversation.lastAt = clock.now();
    write([&](WriteTx &tx) { ConversationRepository::insert(tx, conversation); });
    return conversation;
}

Message StoreTest::makeMessage(WriteTx &tx, Conversation &conversation, const std::string &text)
{
    Message message;
    message.id = MessageId::make(clock.now());
    message.client = conversation.client;
    message.conversation = conversation.id;
    message.position = ConversationRepository::nextPosition(tx, conversation);
    message.text = text;
    message.channel = conversation.channelKind;
    message.at = clock.now();
    MessageRepository::insert(tx, message, conversation.channel);
    conversation.lastPublicPosition = message.position;
    conversation.lastMessage = {message.id, message.role, "Elena", text, message.position, DeliveryState::None, message.at};
    conversation.lastAt = message.at;
    ConversationRepository::update(tx, conversation);
    return message;
}

} // namespace foredeck
