#pragma once

#include "server/storage/announce.h"
#include "server/storage/channelrepository.h"
#include "server/storage/eventrepository.h"
#include "tests/handlers/rig.h"

#include <string>

#include <gtest/gtest.h>

namespace foredeck::test {

/// The stream of one client, read over real sockets while customers and managers act: the tests of what is told and of
/// whom begin with it.
class LiveFixture : public ::testing::Test {
protected:
    std::string stream() const { return clientStreamOf(m_rig.world().one); }
    std::int64_t head()
    {
        std::int64_t seq = 0;
        read(m_rig.store(), [&](Tx &tx) { seq = EventRepository::mark(tx, stream()).head; });
        return seq;
    }
    std::string from(std::int64_t since, const std::string &epoch = {})
    {
        return "{\"" + stream() + "\":{\"epoch\":\"" + (epoch.empty() ? m_rig.store().epoch() : epoch) + "\",\"since\":" + std::to_string(since) + "}}";
    }
    void customerWrites(const std::string &text) { test::customerWrites(m_rig.store(), m_rig.clock(), m_rig.world().one, text); }
    /// An event that only managers see.
    void touchChannel()
    {
        write(m_rig.store(), [&](WriteTx &tx) {
            auto channel = ChannelRepository::byId(tx, m_rig.world().one.client, m_rig.world().one.channel).value();
            channel.name += "x";
            ChannelRepository::update(tx, channel);
            announce(tx, stream(), "channel.updated", channel, Actor {});
        });
    }
    std::string managersEpoch() { return m_rig.store().epoch() + ".manage"; }
    std::string conversationPath(const std::string &act = {}) const { return "/api/v1/conversations/" + m_rig.world().one.conversation.value + act; }

    Rig m_rig;
};

} // namespace foredeck::test
