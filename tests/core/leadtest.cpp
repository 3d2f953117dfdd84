#include "models/domain/leadrefs.h"

#include <gtest/gtest.h>

using namespace foredeck;

TEST(PhoneShown, AsItWasWrittenWhenThatIsTheWholeNumber)
{
    EXPECT_EQ(shown({"+13055550123", "+1 305-555-0123"}), "+1 305-555-0123");
}

TEST(PhoneShown, WithItsCountryWhenItWasWrittenWithout)
{
    EXPECT_EQ(shown({"+13055550123", "(305) 555-0123"}), "+13055550123");
    EXPECT_EQ(shown({"+13055550123", "+1 305"}), "+13055550123");
}

TEST(PhoneShown, AsItWasWrittenWhenItIsNoNumber)
{
    EXPECT_EQ(shown({"", "call me at the office"}), "call me at the office");
}

TEST(MentionedEmails, AreToldFromTheirOwn)
{
    Lead lead;
    lead.emails = {"a@b.example", "ba@b.example", "c@d.example"};
    EXPECT_TRUE(hasContact(lead));
    for (const auto &email : lead.emails)
        setOnlyMentioned(lead, email, true);
    EXPECT_FALSE(hasContact(lead));
    setOnlyMentioned(lead, "ba@b.example", false);
    EXPECT_EQ(lead.externalRefs.at(mentionedEmailsRef), "a@b.example c@d.example");
    EXPECT_FALSE(isOnlyMentioned(lead, "ba@b.example"));
    EXPECT_TRUE(hasContact(lead));
    setOnlyMentioned(lead, "a@b.example", false);
    EXPECT_TRUE(isOnlyMentioned(lead, "c@d.example"));
    setOnlyMentioned(lead, "c@d.example", false);
    EXPECT_TRUE(lead.externalRefs.empty());
}

TEST(MentionedEmails, WhatIsNoAddressIsOneOfThemWithoutAMark)
{
    Lead lead;
    lead.emails = {"ana lopez@example.com", "lopez@example.com"};
    setOnlyMentioned(lead, "ana lopez@example.com", true);
    EXPECT_TRUE(lead.externalRefs.empty()) << "a mark is divided by blanks";
    EXPECT_TRUE(isOnlyMentioned(lead, "ana lopez@example.com"));
    EXPECT_FALSE(isOnlyMentioned(lead, "lopez@example.com"));
    setOnlyMentioned(lead, "ana lopez@example.com", false);
    EXPECT_TRUE(isOnlyMentioned(lead, "ana lopez@example.com"));
}

TEST(Contact, IsWhatALeadIsFoundBy)
{
    Lead lead;
    lead.phones = {{"", "+1 305 555 0199"}};
    EXPECT_FALSE(hasContact(lead));
    lead.phones.push_back({"+13055550142", "+1 305-555-0142"});
    EXPECT_TRUE(hasContact(lead));
    lead.phones.clear();
    lead.externalRefs[smsSenderRef] = "72345";
    EXPECT_TRUE(hasContact(lead));
}
