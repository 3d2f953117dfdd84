#pragma once

#include "models/core/log.h"
#include "server/handlers/webhookhandler.h"
#include "server/channels/signature.h"
#include "server/jobs/background.h"
#include "server/services/op/ops.h"
#include "server/services/zones/serverzones.h"
#include "server/services/client/channelacts.h"
#include "server/storage/announce.h"
#include "server/storage/channelrepository.h"
#include "server/storage/sqlite/sqlitestore.h"
#include "tests/jobs/provider.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <gtest/gtest.h>

namespace foredeck::tests {

class HandClock final : public Clock {
public:
    Timestamp now() const override { return fromMs(m_ms.load()); }
    void advance(std::chrono::milliseconds by) { m_ms += by.count(); }

private:
    std::atomic<std::int64_t> m_ms {1'795'186'931'042}; ///< Friday 20 November 2026, 15:02:11 UTC
};

/// One business with all its doors on a real store, the webhooks' routes, and the background work, run by hand.
class Rig : public ::testing::Test {
protected:
    Rig();
    ~Rig() override;

    /// Opens everything anew on the same file, as after a crash; `between` works on the files.
    void restart(const std::function<void()> &between = {});

    /// What a provider or website posts, with the signature it needs.
    Response post(const std::string &path, const std::string &body, std::vector<std::pair<std::string, std::string>> headers = {});
    Response get(const std::string &path, std::map<std::string, std::string, std::less<>> query = {}, std::vector<std::pair<std::string, std::string>> headers = {});
    Response whatsApp(const std::string &text, const std::string &id, const std::string &from = "13055550142");
    Response whatsAppBody(const std::string &body);
    Response sms(const std::string &text, const std::string &id, const std::string &from = "+13055550142");
    Response smsStatus(const std::string &sid, const std::string &status, const std::string &error = {});
    Response form(const std::string &text, const std::string &id, const std::string &email = "ana@example.com", const std::string &phone = {}, const std::string &name = {});
    Response chat(const std::string &text, const std::string &id, const std::string &session, const std::string &token = {});
    Response missedCall(const std::string &id, const std::string &from = "+13055550142");
    Response missedCallAt(const std::string &called, const std::string &id, const std::string &from = "+13055550142");
    /// One more number that texts are sent from; without its key it sends none.
    Channel addNumber(const std::string &number, bool hasKey = true);
    std::string metaBody(const std::string &messages, const std::string &numberId = "1065") const;

    int drain() { return background->drain(); }
    /// Lets the turn's delay pass, then does everything that is due.
    int settle();
    /// A job for a handler of the test's own.
    void enqueueFor(const std::string &queue);
    void setSafeMode(bool on);
    void setAssistant(bool on);
    /// What a person does, in one transaction that an error of `what` (on its context's transaction) undoes.
    void by(const Actor &person, const std::function<void(OpContext &)> &what, Role role = Role::Agent);
    void changeConversation(const std::function<void(Conversation &)> &change);

    std::vector<Lead> leads();
    std::vector<Conversation> conversations();
    std::vector<Message> messages(const ConversationId &conversation);
    std::vector<Message> messages() { return conversations().empty() ? std::vector<Message> {} : messages(conversations().back().id); }
    std::vector<Decision> decisions(const ConversationId &conversation);
    std::vector<Event> events(std::int64_t after = 0);
    std::optional<Escalation> escalation(const ConversationId &conversation);
    std::size_t count(const std::string &table);

    class Feed final : public EventFeed {
    public:
        void committed(const std::vector<Event> &list) override
        {
            if (background)
                background->committed(list);
        }
        Background *background = nullptr;
    };

    std::filesystem::path folder;
    HandClock clock;
    NoLog log;
    ServerZones zones;
    Provider provider;
    std::unique_ptr<SecretBox> box;
    std::unique_ptr<SqliteStore> store;
    Feed feed;
    std::unique_ptr<Background> background;
    std::unique_ptr<Router> router;
    std::unique_ptr<WebhookHandler> webhooks;
    Client client;
    bool fromLoopback = true; ///< where requests come from

private:
    void open();
    void close();
    void makeBusiness();
    Response call(Method method, const std::string &path, Request request);
};

} // namespace foredeck::tests
