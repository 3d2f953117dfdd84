#include "tests/jobs/handovers.h"

using namespace foredeck;

namespace foredeck::tests {

/// What is pressing, whoever has the conversation and whatever it is called.
class Emergencies : public HandOvers { };

TEST_F(Emergencies, AnEmergencyThatEndsMessagesIsStillAnEmergency)
{
    sms("There is a fire in the kitchen! Please stop texting me.", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed()[0].text.find("no more messages"), std::string::npos); // and nothing else
    expectAlarm();
}

TEST_F(Emergencies, AnEmergencyBesideAStartIsStillAnEmergency)
{
    sms("STOP", "SM1");
    settle();
    sms("START", "SM2");
    sms("There is a gas leak in the kitchen!", "SM3");
    settle();
    expectAlarm();
}

TEST_F(Emergencies, WhatTurnsIntoAnEmergencyWhileItWaitsIsPressing)
{
    sms("Do you have a helipad?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    EXPECT_EQ(escalation(id)->priority, 3);
    sms("Hello?", "SM2");
    settle();
    EXPECT_EQ(escalation(id)->priority, 3);
    EXPECT_EQ(decisions(id).size(), 1u);
    sms("There is a fire in the kitchen!", "SM3");
    settle();
    expectAlarm();
    EXPECT_EQ(escalation(id)->due, clock.now() + std::chrono::minutes {5});
    sms("It is burning!! Fire!", "SM4");
    settle();
    EXPECT_EQ(decisions(id).size(), 2u); // it cannot become more pressing
    ASSERT_EQ(provider.handed().size(), 2u); // whom to call, once; else what is waited for is a person
    EXPECT_NE(provider.handed()[1].text.find("911"), std::string::npos) << provider.handed()[1].text;
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
}

TEST_F(Emergencies, WhatTurnsIntoAnEmergencyWhileSomebodyHasItRisesAndIsNotSpokenOver)
{
    sms("I want to speak to a human", "SM1");
    settle();
    const auto id = conversations()[0].id;
    take();
    sms("There is a fire in my room!", "SM2");
    settle();
    const auto row = conversations()[0];
    const auto open = escalation(id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->reason, EscalationReason::Emergency);
    EXPECT_EQ(open->priority, 1);
    EXPECT_EQ(open->status, EscalationStatus::Pending) << "or nobody else would be told";
    EXPECT_EQ(open->due, clock.now() + std::chrono::minutes {5});
    EXPECT_NE(open->brief.why.find("fire"), std::string::npos) << open->brief.why;
    EXPECT_EQ(row.owner.kind, OwnerKind::User) << "it stays his";
    EXPECT_EQ(row.status, ConversationStatus::Active);
    EXPECT_EQ(provider.handed().size(), 1u);
    EXPECT_TRUE(ladderWaits());
    const auto rises = changes(id, TransitionField::Escalation);
    ASSERT_EQ(rises.size(), 1u);
    EXPECT_EQ(rises[0].from, "claimed");
    EXPECT_EQ(rises[0].reason, "emergency");
    sms("It is burning!! Fire!", "SM3");
    settle();
    EXPECT_EQ(changes(id, TransitionField::Escalation).size(), 1u) << "it cannot become more pressing";
    EXPECT_EQ(count("escalation"), 1u);
}

TEST_F(Emergencies, AnEmergencyInATalkThatSomebodyTookByThemselvesIsHandedOver)
{
    sms("Do you have parking?", "SM1");
    settle();
    take();
    sms("And breakfast?", "SM2");
    settle();
    EXPECT_FALSE(escalation(conversations()[0].id)) << "whoever has it reads it";
    EXPECT_EQ(decisions(conversations()[0].id).size(), 1u);
    sms("There is a fire in my room!", "SM3");
    settle();
    const auto open = escalation(conversations()[0].id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->priority, 1);
    EXPECT_EQ(open->status, EscalationStatus::Pending);
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::User);
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(Emergencies, AnEmergencyThatIsHandedBackIsNotHandedOverAnew)
{
    sms("There is a fire in the kitchen!", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    const auto id = conversations()[0].id;
    takeAndGiveBack();
    clock.advance(std::chrono::minutes {15});
    settle();
    EXPECT_EQ(provider.handed().size(), 1u) << "whom to call was said";
    EXPECT_FALSE(escalation(id).has_value()) << "and somebody has seen it";
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
    sms("Do you have parking?", "SM2");
    settle();
    EXPECT_NE(provider.handed().back().text.find("18 spaces"), std::string::npos);
    sms("The fire is back in the kitchen!", "SM3");
    settle();
    EXPECT_TRUE(escalation(id).has_value()) << "another one is one";
}

TEST_F(Emergencies, AnEmergencyOfWhenTheAssistantWasOffIsNotHandedOverAnewEither)
{
    setAssistant(false);
    sms("There is a fire in the kitchen!", "SM1");
    settle();
    const auto id = conversations()[0].id;
    ASSERT_TRUE(escalation(id));
    ASSERT_EQ(provider.handed().size(), 1u) << "whom to call is said, by whoever is there";
    EXPECT_NE(provider.handed()[0].text.find("911"), std::string::npos) << provider.handed()[0].text;
    setAssistant(true);
    takeAndGiveBack();
    settle();
    EXPECT_FALSE(escalation(id)) << "somebody has seen it";
    EXPECT_EQ(count("escalation"), 1u);
}

TEST_F(Emergencies, OfWhenTheAssistantWasOffWhomToCallIsSaidOnce)
{
    setAssistant(false);
    sms("There is a fire in the kitchen!", "SM1");
    settle();
    sms("There is a fire!!", "SM2");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
    EXPECT_EQ(count("escalation"), 1u);
}

TEST_F(Emergencies, AnEmergencyIsOneWhateverElseItIsCalled)
{
    sms("I want to speak to a human", "SM1");
    settle();
    const auto id = conversations()[0].id;
    static_cast<void>(escalateBy(eva, EscalationReason::Complaint, 1));
    EXPECT_EQ(escalation(id)->priority, 1);
    sms("There is a fire in the kitchen!", "SM2");
    settle();
    EXPECT_EQ(escalation(id)->reason, EscalationReason::Emergency) << "pressing as the other was, it was none";
    const auto due = escalation(id)->due;
    clock.advance(std::chrono::minutes {1});
    static_cast<void>(escalateBy(eva, EscalationReason::HumanRequested, 2));
    EXPECT_EQ(escalation(id)->reason, EscalationReason::Emergency) << "handed over by somebody who had not seen it";
    EXPECT_EQ(escalation(id)->priority, 1);
    EXPECT_EQ(escalation(id)->due, due);
    EXPECT_EQ(escalation(id)->brief.why.find("human_requested"), std::string::npos);
}

TEST_F(Emergencies, WhatSomebodyAnswersIsNotHandedOverUnderTheirHands)
{
    sms("I want to speak to a human", "SM1");
    settle();
    take();
    const auto refused = escalateBy(eva, EscalationReason::HumanRequested, 2);
    ASSERT_TRUE(refused.hasError());
    EXPECT_EQ(refused.error().kind, Error::Kind::Conflict);
    EXPECT_EQ(conversations()[0].owner.user, UserId {"u1"});
    EXPECT_TRUE(escalateBy(tom, EscalationReason::HumanRequested, 2).hasValue()) << "one's own may be";
}

TEST_F(Emergencies, WhatHasRisenUnderSomebodysHandsIsTheirsWhenTheyAnswer)
{
    sms("I want to speak to a human", "SM1");
    settle();
    const auto id = conversations()[0].id;
    take();
    sms("There is a fire in my room!", "SM2");
    settle();
    ASSERT_EQ(escalation(id)->status, EscalationStatus::Pending);
    by(tom, [&, seen = conversations()[0].lastPublicPosition](OpContext &op) {
        EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, "Leave the room, we are coming", seen, 1, false}, usualLease).hasValue());
    });
    EXPECT_EQ(escalation(id)->status, EscalationStatus::Claimed);
    EXPECT_EQ(escalation(id)->claimedBy.user, UserId {"u1"});
}

// E under the wrong row, and Ctrl+Z.
TEST_F(Emergencies, WhatIsResolvedByMistakeIsAsPressingAgainWhenThatIsUndone)
{
    sms("There is a fire in the kitchen!", "SM1");
    settle();
    const auto id = conversations()[0].id;
    const auto first = escalation(id);
    ASSERT_TRUE(first);
    by(tom, [&](OpContext &op) { EXPECT_TRUE(end(op, id, {0, {}, true}).hasValue()); });
    ASSERT_FALSE(escalation(id));
    clock.advance(std::chrono::seconds {2});
    by(tom, [&](OpContext &op) { EXPECT_TRUE(reopen(op, id, usualLease).hasValue()); });
    expectAlarm();
    EXPECT_EQ(escalation(id)->id, first->id);
    EXPECT_FALSE(escalation(id)->resolvedAt);
    EXPECT_TRUE(ladderWaits());
}

// Whoever had it may have gone: the undo gives it back to them for as long as a lease runs.
TEST_F(Emergencies, WhatWasTakenAndResolvedByMistakeIsFreedWhenWhoHadItHasGone)
{
    sms("There is a fire in the kitchen!", "SM1");
    settle();
    const auto id = conversations()[0].id;
    const auto first = escalation(id)->id;
    take();
    const auto fence = conversations()[0].claim.fence;
    by(eva, [&](OpContext &op) { EXPECT_TRUE(end(op, id, {0, {}, true}).hasValue()); });
    by(eva, [&](OpContext &op) { EXPECT_TRUE(reopen(op, id, usualLease).hasValue()); });
    const auto claim = conversations()[0].claim;
    EXPECT_EQ(claim.user, UserId {"u1"});
    EXPECT_EQ(claim.fence, fence + 1);
    EXPECT_EQ(claim.leaseUntil, clock.now() + usualLease);
    ASSERT_TRUE(escalation(id));
    EXPECT_EQ(escalation(id)->id, first);
    EXPECT_EQ(escalation(id)->status, EscalationStatus::Claimed);
    clock.advance(usualLease + std::chrono::seconds {1});
    by(eva, [&](OpContext &op) { EXPECT_TRUE(claims.expire(op, id, claim.fence).hasValue()); });
    expectAlarm();
    EXPECT_EQ(escalation(id)->id, first);
    EXPECT_TRUE(ladderWaits());
}

// Told that somebody comes, they wait for no word: whom it was handed over to are called all the same.
TEST_F(Emergencies, WhatWasHandedOverAfterAWordAndResolvedByMistakeCallsAgain)
{
    sms("Do you have a helipad?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    take();
    sayAnyway(tom, id, "Somebody is on the way");
    ASSERT_TRUE(escalateBy(tom, EscalationReason::Emergency, 1).hasValue());
    ASSERT_FALSE(conversations()[0].waitingSince);
    by(eva, [&](OpContext &op) { EXPECT_TRUE(end(op, id, {0, {}, true}).hasValue()); });
    by(eva, [&](OpContext &op) { EXPECT_TRUE(reopen(op, id, usualLease).hasValue()); });
    ASSERT_TRUE(escalation(id));
    EXPECT_EQ(escalation(id)->status, EscalationStatus::Pending);
    EXPECT_EQ(escalation(id)->reason, EscalationReason::Emergency);
    EXPECT_TRUE(ladderWaits());
    take();
    by(tom, [&](OpContext &op) { EXPECT_TRUE(end(op, id, {0, {}, true}).hasValue()); });
    by(tom, [&](OpContext &op) { EXPECT_TRUE(reopen(op, id, usualLease).hasValue()); });
    EXPECT_FALSE(escalation(id)) << "somebody had come";
}

} // namespace foredeck::tests
