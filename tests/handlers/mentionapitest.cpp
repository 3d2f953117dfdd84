#include "tests/handlers/rig.h"

#include "net/codec/domaincodec.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/noterepository.h"
#include "server/storage/userrepository.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;

namespace {

class MentionApi : public ::testing::Test {
protected:
    Answer post(const std::string &act, const std::string &body, const std::string &token)
    {
        return m_rig.act("POST", "/api/v1/conversations/" + m_rig.world().one.conversation.value + act, body, token);
    }
    Answer note(const std::string &text, const std::string &mentions, const std::string &token)
    {
        const auto key = m_rig.newKey();
        return m_rig.act("POST", "/api/v1/conversations/" + m_rig.world().one.conversation.value + "/notes",
            "{\"id\":\"" + key + "\",\"text\":\"" + text + "\",\"mentions\":" + mentions + "}", token, key);
    }
    static std::string of(const UserId &user, const std::string &name) { return "{\"user_id\":\"" + user.value + "\",\"name\":\"" + name + "\"}"; }
    Conversation row() { return conversationOf(m_rig.store(), m_rig.world().one); }

    Rig m_rig;
    std::string m_agent = m_rig.token("agent");
    std::string m_colleague = m_rig.token("colleague");
};

} // namespace

TEST_F(MentionApi, ANoteKeepsWhomItMentionsAndTheyTakePart)
{
    const auto &w = m_rig.world();
    const auto made = note("@Col, see what @viewer thinks", "[" + of(w.colleague, "Col") + "," + of(w.viewer, "viewer") + "," + of(w.colleague, "Col") + "]", m_agent);
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(made.text("mentions.0.user_id"), w.colleague.value);
    EXPECT_EQ(made.text("mentions.0.name"), "Col") << "as it stands in the text, whatever they are called";
    EXPECT_EQ(made.text("mentions.1.user_id"), w.viewer.value) << "who only reads sees the client, too";
    EXPECT_EQ(made.at("mentions.2"), "") << "once";
    const auto people = row().participants;
    const Participant *colleague = participantOf(people, w.colleague);
    ASSERT_TRUE(colleague);
    EXPECT_EQ(colleague->name, "colleague");
    EXPECT_EQ(std::to_string(colleague->mentioned), made.at("position"));
    ASSERT_TRUE(participantOf(people, w.agent)) << "who wrote it takes part";
    EXPECT_EQ(mentionOf(people, w.agent), 0);
    const auto stored = m_rig.call("GET", "/api/v1/conversations/" + w.one.conversation.value + "/timeline?limit=1", {}, m_colleague);
    EXPECT_EQ(stored.text("items.0.data.mentions.0.user_id"), w.colleague.value);
}

TEST_F(MentionApi, WhoDoesNotSeeTheClientCannotBeMentioned)
{
    const auto &w = m_rig.world();
    const auto before = row();
    EXPECT_EQ(note("@x", "[" + of(w.stranger, "x") + "]", m_agent).text("errors.0.field"), "mentions[0].user_id");
    EXPECT_EQ(note("@x @y", "[" + of(w.colleague, "x") + "," + of(UserId {m_rig.newKey()}, "y") + "]", m_agent).text("errors.0.field"), "mentions[1].user_id");
    EXPECT_EQ(note("@x", R"([{"name":"x"}])", m_agent).text("errors.0.field"), "mentions[0].user_id");
    write(m_rig.store(), [&](WriteTx &tx) {
        auto left = *UserRepository::byId(tx, w.viewer);
        left.status = UserStatus::Disabled;
        UserRepository::update(tx, left);
    });
    EXPECT_EQ(note("@viewer", "[" + of(w.viewer, "viewer") + "]", m_agent).text("errors.0.field"), "mentions[0].user_id") << "nobody reads it";
    EXPECT_EQ(row().version, before.version) << "nothing of it was kept";
}

TEST_F(MentionApi, AMentionStandsInTheText)
{
    const auto &w = m_rig.world();
    EXPECT_EQ(note("colleague, please", "[" + of(w.colleague, "colleague") + "]", m_agent).text("errors.0.field"), "mentions[0].name");
    EXPECT_EQ(note("@colleagues", "[" + of(w.colleague, "colleague") + "]", m_agent).text("errors.0.field"), "mentions[0].name");
    EXPECT_EQ(note("@", "[" + of(w.colleague, "") + "]", m_agent).text("errors.0.field"), "mentions[0].name");
    const std::string name(201, 'x');
    EXPECT_EQ(note("@" + name, "[" + of(w.colleague, name) + "]", m_agent).text("errors.0.field"), "mentions[0].name");
    std::string many;
    for (int i = 0; i < 21; ++i)
        many += (many.empty() ? "" : ",") + of(w.colleague, "colleague");
    EXPECT_EQ(note("@colleague", "[" + many + "]", m_agent).text("errors.0.field"), "mentions");
    EXPECT_EQ(note("@colleague", R"("all")", m_agent).text("errors.0.field"), "mentions");
    EXPECT_TRUE(row().participants.empty());
}

TEST_F(MentionApi, AReplyHasNoMentions)
{
    const auto &w = m_rig.world();
    customerWrites(m_rig.store(), m_rig.clock(), w.one, "Hello?");
    const auto key = m_rig.newKey();
    const auto said = m_rig.act("POST", "/api/v1/conversations/" + w.one.conversation.value + "/messages",
        "{\"id\":\"" + key + "\",\"text\":\"@colleague\",\"seen_position\":1,\"fence\":0,\"mentions\":[" + of(w.colleague, "colleague") + "]}", m_agent, key);
    ASSERT_EQ(said.status, 201) << said.body;
    EXPECT_EQ(said.at("mentions"), "") << "the customer's texts know no such thing";
    EXPECT_EQ(participantOf(row().participants, w.colleague), nullptr);
    EXPECT_TRUE(participantOf(row().participants, w.agent)) << "who answers takes part";
}

TEST_F(MentionApi, WhoHasItOrWasGivenItTakesPart)
{
    const auto &w = m_rig.world();
    ASSERT_EQ(post("/assign", "{\"user_id\":\"" + w.colleague.value + "\"}", m_agent).status, 200);
    EXPECT_TRUE(participantOf(row().participants, w.colleague));
    EXPECT_FALSE(participantOf(row().participants, w.agent)) << "to give it away is no part in it";
    ASSERT_EQ(post("/assign", R"({"user_id":""})", m_colleague).status, 200);
    EXPECT_TRUE(participantOf(row().participants, w.colleague)) << "who had it is told on";
    ASSERT_EQ(post("/escalate", R"({"reason":"complaint"})", m_agent).status, 200);
    ASSERT_EQ(post("/assign", "{\"user_id\":\"" + w.agent.value + "\"}", m_colleague).status, 200);
    EXPECT_TRUE(participantOf(row().participants, w.agent)) << "before they take it";
}

TEST_F(MentionApi, OneFollowsAndLeavesByOnesOwnWish)
{
    const auto &w = m_rig.world();
    const auto before = row();
    const auto on = post("/follow", R"({"on":true})", m_rig.token("viewer"));
    ASSERT_EQ(on.status, 200) << on.body;
    EXPECT_EQ(on.text("participants.0.user_id"), w.viewer.value);
    EXPECT_EQ(row().lastAt, before.lastAt) << "nothing was said";
    EXPECT_EQ(post("/follow", R"({"on":true})", m_rig.token("viewer")).at("version"), on.at("version"));
    ASSERT_EQ(post("/follow", R"({"on":false})", m_rig.token("viewer")).status, 200);
    EXPECT_TRUE(row().participants.empty());
    EXPECT_EQ(post("/follow", "{}", m_agent).text("errors.0.field"), "on");
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    ASSERT_EQ(post("/follow", R"({"on":false})", m_agent).status, 200);
    EXPECT_EQ(post("/labels", R"({"add":["vip"]})", m_colleague).at("participants"), "[]") << "who has left stays out, though it is theirs still";
    ASSERT_EQ(note("back again", "[]", m_agent).status, 201);
    EXPECT_TRUE(participantOf(row().participants, w.agent));
}

TEST_F(MentionApi, WhoTakesPartIsToldOfNotesAndOfCustomersWhomNobodyElseHas)
{
    const auto &w = m_rig.world();
    const auto newsFor = [&](const UserId &user) { return newsOf(row().participants, user); };
    ASSERT_EQ(post("/follow", R"({"on":true})", m_agent).status, 200);
    ASSERT_EQ(post("/follow", R"({"on":true})", m_colleague).status, 200);
    EXPECT_EQ(newsFor(w.agent), 0);
    const auto first = note("Her van is 2.5 m high, @agent", "[" + of(w.agent, "agent") + "]", m_colleague);
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(newsFor(w.agent), 0) << "who is mentioned is told of that";
    EXPECT_EQ(newsFor(w.colleague), 0) << "who wrote it knows it";
    const auto second = note("And she brings a dog", "[]", m_agent);
    EXPECT_EQ(std::to_string(newsFor(w.colleague)), second.at("position"));
    const auto before = newsFor(w.colleague);
    write(m_rig.store(), [&](WriteTx &tx) {
        auto one = *ConversationRepository::byId(tx, w.one.client, w.one.conversation);
        one.owner = {OwnerKind::User, w.agent, "agent"};
        ActContext act {tx, w.one.client, {ActorKind::Lead, {}, "Ann"}, {}, m_rig.clock().now()};
        one.lastMessage.id = MessageId {m_rig.newKey()};
        one.lastMessage.role = MessageRole::Lead;
        one.lastMessage.position = ConversationRepository::nextPosition(tx, one);
        saveConversation(act, one);
    });
    EXPECT_EQ(newsFor(w.agent), row().lastMessage.position);
    EXPECT_EQ(newsFor(w.colleague), before) << "somebody else answers";
}
