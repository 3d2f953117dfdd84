#pragma once

#include "net/codec/domaincodec.h"
#include "server/services/access/bind.h"
#include "server/services/conversation/claimacts.h"
#include "server/services/conversation/claimrules.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/op/ops.h"
#include "server/storage/eventrepository.h"
#include "server/storage/messagerepository.h"
#include "tests/services/world.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace foredeck::test {

/// Acts of people on one conversation of a real store, and what they leave there: the tests of acts as such and of claims
/// begin with it.
class OpsFixture : public ::testing::Test {
protected:
    OpsFixture()
    {
        m_store = SqliteStore::open({m_folder.path("store.db")}, m_clock).value();
        m_world = makeWorld(*m_store, m_clock);
        m_ops = std::make_unique<Ops>(*m_store, m_clock, m_box);
    }

    OpId newOp() const { return OpId::make(m_clock.now()); }

    template <class T>
    Result<T> act(const UserId &user, const OpId &id, const std::string &request, const std::function<Result<T>(OpContext &)> &effect)
    {
        std::optional<Result<T>> value;
        const auto answer = m_ops->run({user, id, request}, scope(), [&](OpContext &op) -> Result<ActAnswer> {
            value.emplace(effect(op));
            return value->hasError() ? Result<ActAnswer> {value->error()} : ActAnswer {200, encode(value->value())};
        });
        if (answer.hasError())
            return answer.error();
        return value ? *value : decode<T>(answer.value().body);
    }

    Ops::Scope scope() const
    {
        return [this](Tx &tx, const Access &access) { return boundClient(tx, access, m_world.one.conversation, Right::Work, "conversation"); };
    }

    Result<Conversation> claim(const UserId &user) { return act<Conversation>(user, newOp(), "claim", [&](OpContext &op) { return m_claims.claim(op, m_world.one.conversation); }); }
    Result<Conversation> takeOver(const UserId &user, const Expectations &expect = {})
    {
        return act<Conversation>(user, newOp(), "takeover", [&](OpContext &op) { return m_claims.takeOver(op, m_world.one.conversation, expect); });
    }
    Result<Message> say(const UserId &user, std::int64_t seen, std::int64_t fence = 0, bool override_ = false)
    {
        const auto id = newOp();
        return act<Message>(user, id, "reply", [&](OpContext &op) {
            return reply(op, m_world.one.conversation, {MessageId {id.value}, "Good evening", seen, fence, override_}, usualLease);
        });
    }

    std::vector<Event> events() const
    {
        std::vector<Event> list;
        read(*m_store, [&](Tx &tx) { list = EventRepository::after(tx, clientStream(m_world.one.client), 0, 10'000); });
        return list;
    }
    std::int64_t head() const { return events().empty() ? 0 : events().back().seq; }
    Conversation row() const { return conversationOf(*m_store, m_world.one); }
    std::vector<Message> messages() const
    {
        std::vector<Message> list;
        read(*m_store, [&](Tx &tx) { list = MessageRepository::after(tx, m_world.one.client, m_world.one.conversation, 0, 10'000); });
        return list;
    }

    TemporaryFolder m_folder;
    ManualClock m_clock;
    SecretBox m_box {SecretBox::Key {7}};
    std::unique_ptr<SqliteStore> m_store;
    World m_world;
    std::unique_ptr<Ops> m_ops;
    ClaimActs m_claims {std::chrono::seconds {90}};
};

/// What an error tells beside its sentence, as JSON; empty: nothing of that name.
inline std::string member(const Error &error, const char *name)
{
    JsonDocument document;
    const auto json = document.parse(error.extension);
    return json.hasValue() && json.value()[name].exists() ? json.value()[name].toJson() : std::string {};
}

} // namespace foredeck::test
