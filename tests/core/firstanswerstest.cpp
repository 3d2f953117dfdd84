#include "models/domain/firstanswers.h"

#include "models/core/time.h"
#include "models/domain/slahistory.h"

#include <random>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

const auto start = *fromRfc3339("2026-11-20T09:00:00Z");

class FirstAnswersTest : public ::testing::Test {
protected:
    Transition &add(std::chrono::milliseconds after, TransitionField field, const std::string &to, const std::string &from = {})
    {
        Transition t;
        t.field = field;
        t.from = from;
        t.to = to;
        t.at = start + after;
        t.actor.kind = ActorKind::User;
        t.position = static_cast<std::int64_t>(m_rows.size()) + 1;
        m_rows.push_back(t);
        return m_rows.back();
    }
    void waits(std::chrono::milliseconds after, const char *owner = "assistant") { add(after, TransitionField::Response, "waiting").reason = owner; }
    void answers(std::chrono::milliseconds after, const char *who, const char *owner) { add(after, TransitionField::Response, who).reason = owner; }
    FirstAnswers told(Timestamp since = start) const
    {
        FirstAnswers all;
        addFirstAnswers(id, m_rows, since, all);
        return all;
    }

    const ConversationId id {"c"};
    std::vector<Transition> m_rows;
    FirstAnswers m_seen; ///< of the talks before
};

} // namespace

TEST_F(FirstAnswersTest, OfNothingNothingIsTold)
{
    EXPECT_TRUE(told().assistant.empty());
    const auto none = answerTimes({});
    EXPECT_EQ(none.count, 0);
    EXPECT_FALSE(none.medianMs);
    EXPECT_FALSE(none.p95Ms);
}

TEST_F(FirstAnswersTest, TheAssistantsAndThePeoplesAreApart)
{
    waits(0ms);
    answers(6s, "assistant", "assistant");
    waits(1min);
    add(2min, TransitionField::Owner, "nobody", "assistant");
    answers(6min, "user", "user");
    waits(10min, "user");
    answers(50min, "user", "user");
    EXPECT_EQ(told().assistant, (std::vector<FirstAnswer> {{id, 6000}}));
    EXPECT_EQ(told().people, (std::vector<FirstAnswer> {{id, 240'000}})) << "from the hand-over on, and the first one only";
}

TEST_F(FirstAnswersTest, WhatNobodyAnsweredIsNotTold)
{
    waits(0ms, "nobody");
    EXPECT_TRUE(told().people.empty());
    add(1h, TransitionField::Status, "ended", "active");
    EXPECT_TRUE(told().people.empty());
    EXPECT_TRUE(told().assistant.empty());
}

TEST_F(FirstAnswersTest, ACustomerWhoComesBackBeginsAnew)
{
    waits(0ms);
    answers(2s, "assistant", "assistant");
    add(1h, TransitionField::Status, "ended", "active");
    add(48h, TransitionField::Status, "active", "ended").actor.kind = ActorKind::Lead;
    waits(48h);
    answers(48h + 4s, "assistant", "assistant");
    EXPECT_EQ(told().assistant, (std::vector<FirstAnswer> {{id, 2000}, {id, 4000}}));
    EXPECT_EQ(told(start + 1h).assistant, (std::vector<FirstAnswer> {{id, 4000}})) << "those that began since";
}

// Read by itself or from the first word of the conversation on: what was owned, put off or answered before is nothing to it.
TEST_F(FirstAnswersTest, WhatWentBeforeTheReturnDoesNotMatter)
{
    std::mt19937 random {7};
    const auto one = [&](std::initializer_list<const char *> list) { return *(list.begin() + random() % list.size()); };
    auto at = 0min;
    std::size_t found = 0;
    for (int talk = 0; talk < 300; ++talk) {
        const auto owner = one({"assistant", "nobody", "user"});
        at += 60min;
        add(at, TransitionField::Status, "active", "ended").actor.kind = ActorKind::Lead;
        if (random() % 2 == 0)
            add(at, TransitionField::Owner, owner, one({"assistant", "user"}));
        waits(at, owner);
        for (int step = 0; step < 4; ++step) {
            at += std::chrono::minutes {random() % 9};
            switch (random() % 5) {
            case 0:
                add(at, TransitionField::Owner, one({"assistant", "nobody"}), one({"assistant", "user"}));
                break;
            case 1:
                answers(at, "assistant", "assistant");
                break;
            case 2:
                answers(at, "user", "user");
                break;
            case 3:
                add(at, TransitionField::Status, "snoozed", "active").detail = toRfc3339(start + at + 5min);
                break;
            default:
                waits(at, one({"assistant", "nobody", "user"}));
            }
        }
        add(at, TransitionField::Status, "ended", "active");
        const auto all = slaHistory(m_rows);
        const auto first = [](const std::vector<SlaWait> &list, ResponseState by) {
            return !list.empty() && list.front().by == by && list.front().until ? std::optional {(*list.front().until - list.front().since).count()} : std::nullopt;
        };
        const auto answersNow = told(Timestamp::min());
        const auto newest = [](const std::vector<FirstAnswer> &list, std::size_t before) { return list.size() > before ? std::optional {list.back().ms} : std::nullopt; };
        EXPECT_EQ(newest(answersNow.assistant, m_seen.assistant.size()), first(all.waits, ResponseState::Assistant)) << talk;
        EXPECT_EQ(newest(answersNow.people, m_seen.people.size()), first(all.peoplesWaits, ResponseState::User)) << talk;
        m_seen = answersNow;
        found = m_seen.assistant.size() + m_seen.people.size();
    }
    EXPECT_GT(found, 100u);
}

TEST_F(FirstAnswersTest, MedianAndPercentileAreOfWhatIsThere)
{
    const auto times = [](std::vector<std::int64_t> ms) {
        std::vector<FirstAnswer> all;
        for (const auto one : ms)
            all.push_back({ConversationId {std::to_string(one)}, one});
        return answerTimes(all);
    };
    EXPECT_EQ(times({5}).medianMs, 5);
    EXPECT_EQ(times({5}).p95Ms, 5);
    EXPECT_EQ(times({30, 10}).medianMs, 20);
    EXPECT_EQ(times({30, 10, 20}).medianMs, 20);
    EXPECT_EQ(times({30, 10, 20}).p95Ms, 30);
    std::vector<std::int64_t> hundred;
    for (std::int64_t ms = 1; ms <= 100; ++ms)
        hundred.push_back(ms);
    const auto many = times(hundred);
    EXPECT_EQ(many.count, 100);
    EXPECT_EQ(many.medianMs, 50);
    EXPECT_EQ(many.p95Ms, 95);
    ASSERT_EQ(many.slowest.size(), slowestAnswers);
    EXPECT_EQ(many.slowest.front().ms, 100);
    EXPECT_EQ(many.slowest.back().ms, 91);
}
