#include "tests/handlers/consoleacts.h"
#include "tests/handlers/rig.h"

#include "server/storage/leadrepository.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;

namespace {

Lead leadOf(Rig &rig)
{
    std::optional<Lead> lead;
    read(rig.store(), [&](Tx &tx) { lead = LeadRepository::byId(tx, rig.world().one.client, rig.world().one.lead); });
    return lead.value();
}

} // namespace

// What the console writes is what the server reads: every field that a person can edit, with what the edit rests on.
TEST(ConsoleActs, AnEditOfALeadIsTakenAndHeldAgainstWhatItRestsOn)
{
    Rig rig;
    const auto token = rig.token("agent");
    const auto before = leadOf(rig);
    auto after = before;
    after.name = "Ann-Marie";
    after.phones.push_back({"", "305 555 0178"});
    after.emails.push_back("ann.marie@example.com");
    after.qualification.budget = "300";
    after.value = Money {30'000, "USD"};
    const auto call = callOfLeadEdit(before, after);
    const auto saved = rig.act(call.method, call.path, call.body, token);
    ASSERT_EQ(saved.status, 200) << call.body << saved.body;
    const auto now = leadOf(rig);
    EXPECT_EQ(now.name, after.name);
    EXPECT_EQ(now.phones.size(), after.phones.size());
    EXPECT_EQ(now.emails, after.emails);
    EXPECT_EQ(now.qualification, after.qualification);
    EXPECT_EQ(now.value, after.value);
    EXPECT_EQ(rig.act(call.method, call.path, call.body, token).status, 409) << "it rests on what is there no more";
}
