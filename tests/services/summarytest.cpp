#include "server/services/conversation/summary.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

const auto began = fromMs(1'763'647'331'042);

Message message(std::int64_t position, MessageRole role, std::string text)
{
    Message m;
    m.position = position;
    m.role = role;
    m.text = std::move(text);
    m.at = began + std::chrono::minutes {position};
    return m;
}

Task task(TaskKind kind, std::string text, std::chrono::minutes ahead, TaskState state = TaskState::Open)
{
    Task t;
    t.kind = kind;
    t.text = std::move(text);
    t.due = began + ahead;
    t.state = state;
    return t;
}

} // namespace

TEST(Summary, SaysNothingThatNoRecordSays)
{
    EXPECT_EQ(runningSummary({}), ConversationSummary {});
    SummaryFacts silent;
    silent.history = {message(1, MessageRole::Lead, "  "), message(2, MessageRole::Ai, "Hello!")};
    silent.lastPublicPosition = 2;
    const auto summary = runningSummary(silent);
    EXPECT_EQ(summary.upTo, 2);
    EXPECT_EQ(summary.wants, "");
    EXPECT_TRUE(summary.open.empty());
}

TEST(Summary, OpenIsWhatTheyWroteSinceTheyWait)
{
    SummaryFacts facts;
    facts.history = {message(1, MessageRole::Lead, "Do you have parking?"), message(2, MessageRole::Staff, "Yes."), message(3, MessageRole::Lead, "How\nhigh?"),
        message(4, MessageRole::Ai, "I get somebody."), message(5, MessageRole::Lead, "Hello?")};
    EXPECT_TRUE(runningSummary(facts).open.empty()) << "nobody waits";
    facts.waitingSince = facts.history[2].at;
    EXPECT_EQ(runningSummary(facts).open, (std::vector<std::string> {"How high?", "Hello?"})) << "one line each, and not what was answered";
    EXPECT_EQ(runningSummary(facts).wants, "Hello?");
    for (int i = 6; i < 12; ++i)
        facts.history.push_back(message(i, MessageRole::Lead, std::to_string(i)));
    EXPECT_EQ(runningSummary(facts).open, (std::vector<std::string> {"9", "10", "11"}));
}

TEST(Summary, WhatALostAnswerWasToIsOpenAgain)
{
    SummaryFacts facts;
    facts.history = {message(1, MessageRole::Lead, "Do you have parking?"), message(2, MessageRole::Ai, "Yes."), message(3, MessageRole::Lead, "From when on?"),
        message(4, MessageRole::Staff, "From noon.")};
    facts.waitingSince = facts.history[3].at + 1min;
    EXPECT_TRUE(runningSummary(facts).open.empty()) << "somebody is to look, and all was answered";
    for (const auto state : {DeliveryState::Failed, DeliveryState::Suppressed}) {
        facts.history[3].delivery.state = state;
        EXPECT_EQ(runningSummary(facts).open, (std::vector<std::string> {"From when on?"}));
    }
    facts.history.insert(facts.history.begin() + 2, message(2, MessageRole::Lead, "thanks"));
    facts.history.push_back(message(5, MessageRole::Lead, "Hello?"));
    EXPECT_EQ(runningSummary(facts).open, (std::vector<std::string> {"thanks", "From when on?", "Hello?"}));
    facts.history[4].delivery.state = DeliveryState::Held;
    facts.waitingSince = facts.history.back().at;
    EXPECT_EQ(runningSummary(facts).open, (std::vector<std::string> {"Hello?"})) << "an answer on its way is one";
}

TEST(Summary, WhatNobodyHadToAnswerIsNotOpen)
{
    SummaryFacts facts;
    facts.history = {message(1, MessageRole::Ai, "Yes."), message(2, MessageRole::Lead, "thanks"), message(3, MessageRole::Lead, " ")};
    facts.history[2].attachments = {{"a", "photo-1.jpg", "image/jpeg", 1, {}, {}, {}}};
    facts.waitingSince = facts.history[2].at;
    EXPECT_EQ(runningSummary(facts).open, (std::vector<std::string> {"[photo-1.jpg]"}));
}

TEST(Summary, WantsIsWhatTheIntakeLearnedBeforeTheLastWords)
{
    SummaryFacts facts;
    facts.history = {message(1, MessageRole::Lead, "ok")};
    facts.lead.qualification.serviceInterest = "a berth for 12 m";
    EXPECT_NE(runningSummary(facts).wants.find("a berth for 12 m"), std::string::npos);
    EXPECT_EQ(runningSummary(facts).wants.find("ok"), std::string::npos);
}

TEST(Summary, OfWhoComesBackTheirOwnWordsStandBeforeTheRecord)
{
    SummaryFacts facts;
    facts.history = {message(1, MessageRole::Lead, "I left my jacket in room 12")};
    facts.lead.qualification.serviceInterest = "a room for two";
    facts.isWishOfTalk = false;
    EXPECT_EQ(runningSummary(facts).wants.find("I left my jacket in room 12; "), 0u) << runningSummary(facts).wants;
    EXPECT_NE(runningSummary(facts).wants.find("a room for two"), std::string::npos);
    facts.history.clear();
    EXPECT_EQ(runningSummary(facts).wants, "") << "they have not said";
    facts.wants = "the jacket";
    EXPECT_EQ(runningSummary(facts).wants, "the jacket") << "as the hand-over beside it";
}

TEST(Summary, PromisesAreTasksThatTheCustomerKnowsOf)
{
    SummaryFacts facts;
    facts.open = {task(TaskKind::Check, "the barrier", 1min), task(TaskKind::CallBack, "", 2min), task(TaskKind::Promise, "Flowers\nby noon", 3min)};
    facts.closed = {task(TaskKind::Promise, "A quiet room", -3min, TaskState::Done)};
    const auto promises = runningSummary(facts).promises;
    ASSERT_EQ(promises.size(), 3u) << "a check is a note to ourselves";
    EXPECT_EQ(promises[0], (SummaryPromise {TaskKind::CallBack, "", began + 2min, TaskState::Open}));
    EXPECT_EQ(promises[1].text, "Flowers by noon");
    EXPECT_EQ(promises[2], (SummaryPromise {TaskKind::Promise, "A quiet room", began - 3min, TaskState::Done}));
    for (int i = 0; i < 9; ++i)
        facts.open.push_back(task(TaskKind::Promise, "more", 10min));
    EXPECT_EQ(runningSummary(facts).promises.size(), 5u);
}

TEST(Summary, CardNumbersAreNotRepeated)
{
    SummaryFacts facts;
    facts.history = {message(1, MessageRole::Lead, "My card is 4111 1111 1111 1111")};
    facts.waitingSince = facts.history[0].at;
    const auto summary = runningSummary(facts);
    EXPECT_EQ(summary.wants.find("1111 1111"), std::string::npos);
    ASSERT_EQ(summary.open.size(), 1u);
    EXPECT_EQ(summary.open[0].find("1111 1111"), std::string::npos);
}
