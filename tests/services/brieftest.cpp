#include "server/services/escalation/brief.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

const auto start = fromMs(1'763'647'331'042);

Message message(std::int64_t position, MessageRole role, std::string text, std::string decision = {})
{
    Message m;
    m.position = position;
    m.role = role;
    m.text = std::move(text);
    m.decision = DecisionId {std::move(decision)};
    m.at = start + std::chrono::minutes {position};
    return m;
}

Decision decision(std::string id, double confidence, std::string mood = {})
{
    Decision d;
    d.id = DecisionId {std::move(id)};
    d.confidence = confidence;
    d.mood = std::move(mood);
    d.at = start;
    return d;
}

/// A customer asked, was answered, asked again, and waits.
BriefFacts talk()
{
    BriefFacts facts;
    facts.reason = EscalationReason::NotInKnowledge;
    facts.why = "no passage";
    facts.history = {message(1, MessageRole::Lead, "Do you have parking?"), message(2, MessageRole::Ai, "Yes, 18 spaces.", "d1"),
        message(3, MessageRole::Lead, "And a helipad?")};
    facts.decisions = {decision("d1", 0.9), decision("d2", 0.3)};
    facts.waits = true;
    facts.answerFloor = 0.5;
    return facts;
}

std::vector<std::string> kinds(const EscalationBrief &brief)
{
    std::vector<std::string> list;
    for (const auto &action : brief.actions)
        list.push_back(action.kind);
    return list;
}

} // namespace

TEST(Brief, WithoutRecordsEveryListIsEmpty)
{
    EXPECT_EQ(briefOf({}), EscalationBrief {});
    BriefFacts waits;
    waits.waits = true;
    EXPECT_EQ(briefOf(waits), EscalationBrief {}) << "nobody can answer what nobody said";
}

TEST(Brief, TellsWhatWasTriedByWhomAndHowSure)
{
    auto facts = talk();
    facts.history.insert(facts.history.begin() + 2, message(2, MessageRole::Staff, "I will\nlook."));
    const auto brief = briefOf(facts);
    EXPECT_EQ(brief.why, "no passage");
    EXPECT_EQ(brief.wants, "And a helipad?");
    EXPECT_EQ(brief.tried,
        (std::vector {EscalationStep {start + 2min, ActorKind::Assistant, "Yes, 18 spaces.", 0.9}, EscalationStep {start + 2min, ActorKind::User, "I will look.", {}}}));
}

TEST(Brief, WhatTheIntakeLearnedSaysMoreThanTheLastWords)
{
    auto facts = talk();
    facts.lead.name = "Nora";
    EXPECT_EQ(briefOf(facts).wants, "And a helipad?") << "a name is no wish";
    facts.lead.qualification.serviceInterest = "table for two";
    EXPECT_NE(briefOf(facts).wants.find("table for two"), std::string::npos);
    facts.isWishOfTalk = false;
    EXPECT_EQ(briefOf(facts).wants.find("And a helipad?; "), 0u) << "of who comes back: " << briefOf(facts).wants;
    facts.wants = "a table outside";
    EXPECT_EQ(briefOf(facts).wants, "a table outside");
}

TEST(Brief, MoodIsWhatWasReadAndChanged)
{
    auto facts = talk();
    facts.decisions = {decision("a", 1, "worried"), decision("b", 1), decision("c", 1, "worried"), decision("d", 1, "upset")};
    facts.decisions[0].at = start - 2h;
    EXPECT_EQ(briefOf(facts).mood, (std::vector {MoodStep {start - 2h, "worried"}, MoodStep {start, "upset"}}));
}

TEST(Brief, ACallNeedsANumberAndACause)
{
    auto facts = talk();
    EXPECT_EQ(kinds(briefOf(facts)), (std::vector<std::string> {"reply"}));
    facts.reason = EscalationReason::Emergency;
    EXPECT_EQ(kinds(briefOf(facts)), (std::vector<std::string> {"reply"})) << "no number";
    facts.lead.phones = {{"+13055550142", "305 555 0142"}, {"+13055550143", {}}};
    EXPECT_EQ(briefOf(facts).actions.at(0), (NextAction {"call", "+13055550142", "lead.phone"}));
    facts.reason = EscalationReason::HumanRequested;
    EXPECT_EQ(kinds(briefOf(facts)), (std::vector<std::string> {"reply"})) << "to write is enough";
    facts.decisions[0].rules = {{"handover.human.call", false, {}}, {"handover.human", true, "a person"}};
    EXPECT_EQ(kinds(briefOf(facts)), (std::vector<std::string> {"reply"}));
    facts.decisions[0].rules = {{"handover.human.call", true, "call me"}};
    EXPECT_EQ(kinds(briefOf(facts)), (std::vector<std::string> {"call", "reply"}));
    facts.decisions[0].rules.clear();
    facts.called = true;
    facts.lead.phones = {{{}, "305 555 0142"}};
    EXPECT_EQ(briefOf(facts).actions.at(0).text, "305 555 0142");
}

TEST(Brief, AnAnswerIsProposedOnlyToWhoWaitsAndMayBeWrittenTo)
{
    auto facts = talk();
    EXPECT_EQ(briefOf(facts).actions.at(0), (NextAction {"reply", "And a helipad?", "message 3"}));
    facts.mayWrite = false;
    EXPECT_TRUE(briefOf(facts).actions.empty()) << "they have opted out";
    facts.mayWrite = true;
    facts.waits = false;
    EXPECT_TRUE(briefOf(facts).actions.empty()) << "they have been answered";
}

TEST(Brief, TheNearestPassageOfThisTurnIsNamedWithItsVersion)
{
    auto facts = talk();
    auto &found = facts.decisions.back().passages;
    found = {{DocumentId {"a"}, "Far", "far", 0.2, 1, false}, {DocumentId {"b"}, "Roof", "The roof is\nflat.", 0.4, 3, false}, {DocumentId {"c"}, "Near", "near", 0.3, 1, false},
        {DocumentId {"d"}, "Used", "used", 0.45, 1, true}, {DocumentId {"e"}, "Above", "above", 0.6, 1, false}};
    EXPECT_EQ(briefOf(facts).actions.back(), (NextAction {"answer_question", "The roof is flat.", "Roof, version 3"}));
    found.erase(found.begin() + 1, found.begin() + 3);
    EXPECT_EQ(kinds(briefOf(facts)), (std::vector<std::string> {"reply"})) << "what is far from the floor was only found";
    facts.decisions.front().passages = {{DocumentId {"b"}, "Roof", "Flat.", 0.4, 3, false}};
    EXPECT_EQ(kinds(briefOf(facts)), (std::vector<std::string> {"reply"})) << "found for another question";
}

TEST(Brief, CardNumbersAreCoveredAndSizesBounded)
{
    auto facts = talk();
    facts.history.push_back(message(4, MessageRole::Lead, "My card is 4111 1111 1111 1111"));
    auto brief = briefOf(facts);
    EXPECT_EQ(brief.wants.find("4111 1111 1111"), std::string::npos) << brief.wants;
    EXPECT_EQ(brief.actions.at(0).text.find("4111 1111 1111"), std::string::npos);
    facts.history.clear();
    facts.decisions.clear();
    for (int i = 0; i < 100; ++i) {
        facts.history.push_back(message(i, MessageRole::Ai, std::string(9000, 'a' + i % 26)));
        facts.decisions.push_back(decision("d" + std::to_string(i), 0.5, i % 2 ? "upset" : "pleased"));
    }
    facts.history.push_back(message(100, MessageRole::Lead, std::string(60'000, 'z')));
    facts.decisions.back().passages = {{DocumentId {"b"}, std::string(60'000, 't'), std::string(60'000, 'p'), 0.4, 3, false}};
    brief = briefOf(facts);
    ASSERT_EQ(brief.tried.size(), 8u);
    EXPECT_EQ(brief.tried.back().at, start + 99min) << "the newest are kept";
    EXPECT_EQ(brief.mood.size(), 8u);
    std::size_t bytes = brief.wants.size();
    for (const auto &step : brief.tried)
        bytes += step.text.size();
    for (const auto &action : brief.actions)
        bytes += action.text.size() + action.basis.size();
    EXPECT_LT(bytes, 3000u);
}
