#include "models/domain/leadmerge.h"

#include "models/domain/leadrefs.h"

#include <chrono>

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

const Timestamp noon = fromMs(1'795'000'000'000);

Lead ana()
{
    Lead lead;
    lead.id = LeadId {"ana"};
    lead.name = "Ana Vásquez";
    lead.phones = {{"+13055550142", "(305) 555-0142"}};
    lead.emails = {"ana@example.com"};
    lead.qualification.serviceInterest = "A room for Friday";
    lead.consent["whatsapp"] = {ConsentState::Given, noon, "yes"};
    lead.score = 30;
    lead.scoreFactors = {{"names_a_date", 15, MessageId {"m1"}}, {"urgent", 15, MessageId {"m2"}}};
    lead.temperature = Temperature::Cold;
    lead.status = LeadStatus::Qualifying;
    lead.language = "es";
    return lead;
}

Lead web()
{
    Lead lead;
    lead.id = LeadId {"web"};
    lead.name = "A. Vasquez";
    lead.phones = {{"+13055550142", "305-555-0142"}, {"+34600000001", "600 000 001"}, {"", "office"}};
    lead.emails = {"ANA@example.com", "desk@acme.com"};
    setOnlyMentioned(lead, "desk@acme.com", true);
    lead.qualification.serviceInterest = "A suite";
    lead.qualification.budget = "400 a night";
    lead.consent["whatsapp"] = {ConsentState::OptedOut, noon, "STOP"};
    lead.consent["sms"] = {ConsentState::Given, noon, "yes"};
    lead.score = 55;
    lead.scoreFactors = {{"urgent", 15, MessageId {"m9"}}, {"budget", 40, MessageId {"m8"}}};
    lead.temperature = Temperature::Warm;
    lead.value = Money {40'000, "EUR"};
    lead.externalRefs["gclid"] = "x";
    lead.status = LeadStatus::AppointmentBooked;
    return lead;
}

} // namespace

TEST(LeadMerge, WhatOneOfThemSaysAloneIsKeptAndOtherwiseTheOneThatIsLeftIsRight)
{
    const Lead left = mergedLead(ana(), web());
    EXPECT_EQ(left.id.value, "ana");
    EXPECT_EQ(left.name, "Ana Vásquez");
    EXPECT_EQ(left.phones, (std::vector<Phone> {{"+13055550142", "(305) 555-0142"}, {"+34600000001", "600 000 001"}, {"", "office"}}));
    EXPECT_EQ(left.emails, (std::vector<std::string> {"ana@example.com", "desk@acme.com"}));
    EXPECT_TRUE(isOnlyMentioned(left, "desk@acme.com")) << "what was only mentioned is no proof by this either";
    EXPECT_FALSE(isOnlyMentioned(left, "ana@example.com"));
    EXPECT_EQ(left.qualification.serviceInterest, "A room for Friday");
    EXPECT_EQ(left.qualification.budget, "400 a night");
    EXPECT_EQ(left.value, (Money {40'000, "EUR"}));
    EXPECT_EQ(left.externalRefs.at("gclid"), "x");
    EXPECT_EQ(left.language, "es");
}

TEST(LeadMerge, AnEmailThatOneHasAsTheirsIsTheirs)
{
    Lead left = ana();
    setOnlyMentioned(left, "ana@example.com", true);
    EXPECT_FALSE(isOnlyMentioned(mergedLead(left, web()), "ana@example.com"));
}

TEST(LeadMerge, TheStricterConsentHoldsOnEachChannel)
{
    const Lead left = mergedLead(ana(), web());
    EXPECT_TRUE(left.consent.at("whatsapp").state == ConsentState::OptedOut);
    EXPECT_EQ(left.consent.at("whatsapp").source, "STOP");
    EXPECT_TRUE(left.consent.at("sms").state == ConsentState::Given) << "the other channel stays as it is";
    const Lead turned = mergedLead(web(), ana());
    EXPECT_TRUE(turned.consent.at("whatsapp").state == ConsentState::OptedOut);
    Lead newer = ana();
    newer.consent["whatsapp"].state = Open<ConsentState>::fromText("revoked_in_part");
    EXPECT_EQ(mergedLead(ana(), newer).consent.at("whatsapp").state.text(), "revoked_in_part");
}

TEST(LeadMerge, EachFactorCountsOnce)
{
    const Lead left = mergedLead(ana(), web());
    ASSERT_EQ(left.scoreFactors.size(), 3U);
    EXPECT_EQ(left.scoreFactors[1].message.value, "m2");
    EXPECT_EQ(left.score, 70);
    EXPECT_TRUE(left.temperature == Temperature::Hot);
    EXPECT_EQ(mergedLead(Lead {}, web()).score, 55);
    EXPECT_EQ(mergedLead(ana(), Lead {}).score, 30);
    EXPECT_FALSE(mergedLead(Lead {}, Lead {}).score);
}

TEST(LeadMerge, TheStatusIsOfWhoHasComeFurther)
{
    const auto statusOf = [](LeadStatus left, LeadStatus other) {
        Lead a = ana();
        Lead b = web();
        a.status = left;
        b.status = other;
        return mergedLead(a, b).status.value();
    };
    EXPECT_EQ(statusOf(LeadStatus::Qualifying, LeadStatus::AppointmentBooked), LeadStatus::AppointmentBooked);
    EXPECT_EQ(statusOf(LeadStatus::AppointmentBooked, LeadStatus::New), LeadStatus::AppointmentBooked);
    EXPECT_EQ(statusOf(LeadStatus::ClosedLost, LeadStatus::New), LeadStatus::New) << "they are in talk again";
    EXPECT_EQ(statusOf(LeadStatus::ClosedWon, LeadStatus::Qualified), LeadStatus::ClosedWon);
    Lead newer = ana();
    newer.status = Open<LeadStatus>::fromText("on_hold");
    EXPECT_EQ(mergedLead(newer, web()).status.text(), "on_hold") << "a word that is not known is never written over";
}

TEST(LeadMerge, TakenBackAtOnceItIsAsItWas)
{
    for (const auto &[one, two] : {std::pair {ana(), web()}, std::pair {web(), ana()}, std::pair {Lead {}, web()}, std::pair {ana(), Lead {}}}) {
        const Lead after = mergedLead(one, two);
        const Lead back = partedLead(after, one, after);
        EXPECT_EQ(back.name, one.name);
        EXPECT_EQ(back.phones, one.phones);
        EXPECT_EQ(back.emails, one.emails);
        EXPECT_EQ(back.externalRefs, one.externalRefs);
        EXPECT_EQ(back.consent, one.consent);
        EXPECT_EQ(back.qualification, one.qualification);
        EXPECT_EQ(back.score, one.score);
        EXPECT_EQ(back.scoreFactors, one.scoreFactors);
        EXPECT_EQ(back.temperature, one.temperature);
        EXPECT_EQ(back.value, one.value);
        EXPECT_EQ(back.status, one.status);
        EXPECT_EQ(back.language, one.language);
    }
}

TEST(LeadMerge, TheMarkOfAMentionedEmailComesBackToo)
{
    Lead before = ana();
    setOnlyMentioned(before, "ana@example.com", true);
    const Lead after = mergedLead(before, web());
    EXPECT_EQ(partedLead(after, before, after).externalRefs, before.externalRefs);
}

TEST(LeadMerge, WhatHasBeenChangedSinceStays)
{
    const Lead before = ana();
    const Lead after = mergedLead(before, web());
    Lead now = after;
    now.name = "Ana V.";
    now.phones.insert(now.phones.begin(), {"+4915112345", "0151 12345"});
    now.status = LeadStatus::ClosedWon;
    now.qualification.budget = "500";
    now.scoreFactors.push_back({"a feeling", 10, {}});
    now.score = 80;
    const Lead back = partedLead(now, before, after);
    EXPECT_EQ(back.name, "Ana V.");
    EXPECT_EQ(back.phones, (std::vector<Phone> {{"+4915112345", "0151 12345"}, before.phones.front()}));
    EXPECT_TRUE(back.status == LeadStatus::ClosedWon);
    EXPECT_EQ(back.qualification.budget, "500");
    EXPECT_EQ(back.score, 40) << "their own factors and the new one";
    EXPECT_TRUE(back.temperature == Temperature::Warm);
}

namespace {

const Timestamp later = noon + std::chrono::hours {1};
const Timestamp latest = noon + std::chrono::hours {2};
const Consent stop {ConsentState::OptedOut, later, "STOP"};
const Consent saidStart {ConsentState::Given, latest, "START"};

/// ana() with web() in it, of whom something was said since; texts are what it is about.
struct Parting {
    Parting(const Lead &one, const Lead &two) : other(two)
    {
        told.before = one;
        told.after = told.now = mergedLead(one, two);
    }
    void part()
    {
        left = partedLead(told.now, told.before, told.after);
        partConsent(left, other, told);
    }
    ConsentState ofLeft() const { return stateOf(left); }
    ConsentState ofOther() const { return stateOf(other); }
    static ConsentState stateOf(const Lead &lead) { return lead.consent.contains("sms") ? lead.consent.at("sms").state.value() : ConsentState::Unknown; }

    ConsentParting told;
    Lead left;
    Lead other;
};

Lead texting(Lead lead, ConsentState state)
{
    lead.consent["sms"] = {state, noon, "said before"};
    return lead;
}

} // namespace

TEST(LeadMerge, WhatWasEndedSinceIsEndedForBoth)
{
    Parting p {ana(), web()};
    p.told.now.consent["sms"] = stop;
    p.part();
    EXPECT_EQ(p.ofOther(), ConsentState::OptedOut);
    EXPECT_EQ(p.other.consent.at("whatsapp").source, "STOP") << "its own stays as it was";
    EXPECT_EQ(p.ofLeft(), ConsentState::OptedOut);
}

TEST(LeadMerge, AStartSinceIsOfWhoSaidIt)
{
    Parting others {texting(ana(), ConsentState::Implied), texting(web(), ConsentState::OptedOut)};
    others.told.now.consent["sms"] = others.told.other["sms"] = saidStart;
    others.part();
    EXPECT_EQ(others.ofOther(), ConsentState::Given);
    EXPECT_EQ(others.ofLeft(), ConsentState::Implied) << "who has not said it stands as before";

    Parting nobody {ana(), texting(web(), ConsentState::OptedOut)};
    nobody.told.now.consent["sms"] = nobody.told.other["sms"] = saidStart;
    nobody.part();
    EXPECT_EQ(nobody.ofLeft(), ConsentState::Unknown) << "who never texted has allowed nothing";

    Parting own {texting(ana(), ConsentState::OptedOut), texting(web(), ConsentState::OptedOut)};
    own.told.now.consent["sms"] = own.told.left["sms"] = saidStart;
    own.part();
    EXPECT_EQ(own.ofLeft(), ConsentState::Given);
    EXPECT_EQ(own.ofOther(), ConsentState::OptedOut);
}

TEST(LeadMerge, AnotherOnesStartUndoesNoStop)
{
    Parting before {texting(ana(), ConsentState::OptedOut), texting(web(), ConsentState::Implied)};
    before.told.now.consent["sms"] = before.told.other["sms"] = saidStart;
    before.part();
    EXPECT_EQ(before.ofLeft(), ConsentState::OptedOut);
    EXPECT_EQ(before.ofOther(), ConsentState::Given);

    Parting since {texting(ana(), ConsentState::Implied), texting(web(), ConsentState::Implied)};
    since.told.other["sms"] = stop;
    since.told.now.consent["sms"] = since.told.left["sms"] = saidStart;
    since.part();
    EXPECT_EQ(since.ofOther(), ConsentState::OptedOut) << "said while they were one, and another said START after it";
    EXPECT_EQ(since.ofLeft(), ConsentState::Given);
}

TEST(LeadMerge, AStopThatMayBeOfEitherEndsBothAlsoAfterAStart)
{
    Parting p {texting(ana(), ConsentState::OptedOut), texting(web(), ConsentState::Implied)};
    p.told.other["sms"] = {ConsentState::Given, later, "START"};
    p.told.now.consent["sms"] = {ConsentState::OptedOut, latest, "stop texting me, by a form"};
    p.part();
    EXPECT_EQ(p.ofLeft(), ConsentState::OptedOut);
    EXPECT_EQ(p.ofOther(), ConsentState::OptedOut);
}

TEST(LeadMerge, WhatAnotherPartHasEndedStaysEndedWhenAStartGoesWithWhoSaidIt)
{
    Parting p {texting(ana(), ConsentState::Implied), texting(web(), ConsentState::OptedOut)};
    Lead third = texting(Lead {}, ConsentState::OptedOut);
    p.told.parts.push_back({third, later});
    p.told.now.consent["sms"] = p.told.other["sms"] = saidStart;
    p.part();
    EXPECT_EQ(p.ofLeft(), ConsentState::OptedOut);
    p.told.left["sms"] = saidStart;
    p.part();
    EXPECT_EQ(p.ofLeft(), ConsentState::Given) << "they have taken it back since";
}
