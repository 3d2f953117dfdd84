#include "tests/handlers/consoleacts.h"
#include "tests/handlers/rig.h"

#include "net/codec/domaincodec.h"
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

TEST(ConsoleActs, TwoLeadsAreMergedOnWhatTheyAreCalledAndTakenApart)
{
    Rig rig;
    const auto token = rig.token("agent");
    const auto nora = leadOf(rig);
    const auto made = rig.act("POST", "/api/v1/leads/client/" + rig.world().one.client.value, R"({"name":"Nora \"L.\"","emails":["nora@example.com"],"source":"walk_in"})", token);
    const auto guest = decode<Lead>(made.body).value();
    auto renamed = guest;
    renamed.name = "Another";
    const auto stale = callOfMerge(nora, renamed);
    EXPECT_EQ(rig.act(stale.method, stale.path, stale.body, token).status, 409) << "it rests on a name that it has not";
    auto call = callOfMerge(nora, guest);
    const auto merged = rig.act(call.method, call.path, call.body, token);
    ASSERT_EQ(merged.status, 200) << call.body << merged.body;
    EXPECT_EQ(leadOf(rig).emails, guest.emails);
    call = callOfPart(leadOf(rig), guest);
    const auto parted = rig.act(call.method, call.path, call.body, token);
    ASSERT_EQ(parted.status, 200) << call.body << parted.body;
    EXPECT_EQ(leadOf(rig).emails, nora.emails);
}

TEST(ConsoleActs, ATaskIsMadeChangedGivenAwayAndClosed)
{
    Rig rig;
    const auto token = rig.token("agent");
    Task task;
    task.client = rig.world().one.client;
    task.conversation = rig.world().one.conversation;
    task.kind = TaskKind::Promise;
    task.text = "Flowers \"by noon\"";
    task.due = rig.clock().now() + std::chrono::hours {2};
    auto call = callOfNewTask(task);
    const auto made = rig.act(call.method, call.path, call.body, token);
    ASSERT_EQ(made.status, 201) << call.body << made.body;
    const auto kept = decode<Task>(made.body).value();
    EXPECT_EQ(kept.text, task.text);
    EXPECT_EQ(kept.due, task.due);
    EXPECT_TRUE(kept.owner.user.empty()) << "nobody's yet";

    auto given = kept;
    given.owner.user = rig.world().colleague;
    given.due += std::chrono::hours {1};
    call = callOfTaskEdit(kept, given);
    const auto changed = rig.act(call.method, call.path, call.body, token);
    ASSERT_EQ(changed.status, 200) << call.body << changed.body;
    EXPECT_EQ(decode<Task>(changed.body).value().owner.user, rig.world().colleague);
    EXPECT_EQ(decode<Task>(changed.body).value().due, given.due);
    EXPECT_EQ(rig.act(call.method, call.path, call.body, token).status, 409) << "it rests on what is there no more";
    auto nobodys = decode<Task>(changed.body).value();
    nobodys.owner = {};
    call = callOfTaskEdit(decode<Task>(changed.body).value(), nobodys);
    EXPECT_TRUE(decode<Task>(rig.act(call.method, call.path, call.body, token).body).value().owner.user.empty());

    call = callOfTaskEnd(kept, TaskState::Done);
    const auto done = rig.act(call.method, call.path, call.body, token);
    ASSERT_EQ(done.status, 200) << call.body << done.body;
    EXPECT_EQ(done.text("state"), "done");
    EXPECT_EQ(done.text("outcome"), "Reached her");
    EXPECT_EQ(rig.act(call.method, call.path, call.body, token).status, 409) << "somebody was quicker";
}

TEST(ConsoleActs, AShiftIsHandedOverAndRead)
{
    Rig rig;
    ShiftNote note;
    note.client = rig.world().one.client;
    note.text = "The boiler \"man\"\ncomes at six";
    note.lines = {{ShiftLineKind::Task, rig.world().one.conversation, rig.world().one.task.value, "promise", "Ann", "Flowers", "Nadia", rig.clock().now()},
        {ShiftLineKind::Notice, {}, {}, {}, {}, "No rooms", {}, {}}};
    auto call = callOfHandOver(note);
    const auto made = rig.act(call.method, call.path, call.body, rig.token("agent"));
    ASSERT_EQ(made.status, 201) << call.body << made.body;
    const auto kept = decode<ShiftNote>(made.body).value();
    EXPECT_EQ(kept.text, note.text);
    EXPECT_EQ(kept.lines, note.lines);
    call = callOfAcknowledgement(kept);
    const auto seen = rig.act(call.method, call.path, call.body, rig.token("colleague"));
    ASSERT_EQ(seen.status, 200) << seen.body;
    EXPECT_TRUE(isReadBy(decode<ShiftNote>(seen.body).value(), rig.world().colleague));
}

TEST(ConsoleActs, SomebodyIsEnteredAndWrittenTo)
{
    Rig rig;
    const auto token = rig.token("agent");
    DeskEntry entry;
    entry.client = rig.world().one.client;
    entry.name = "Ines \"the captain\"";
    entry.phone = "305 555 0177";
    entry.email = "ines@example.com";
    entry.how = ChannelKind::Call;
    entry.wants = "A berth";
    entry.note = "Rings back\nat six";
    auto call = callOfEntry(entry);
    const auto made = rig.act(call.method, call.path, call.body, token);
    ASSERT_EQ(made.status, 201) << call.body << made.body;
    const auto lead = decode<Lead>(made.body).value();
    EXPECT_EQ(lead.name, entry.name);
    EXPECT_EQ(lead.phones.front().e164, "+13055550177");
    EXPECT_EQ(lead.emails.front(), entry.email);
    EXPECT_TRUE(lead.source == ChannelKind::Call);
    EXPECT_EQ(lead.qualification.serviceInterest, entry.wants);

    // The world's only door has no keys: it is the door that is refused, and nothing of the body.
    call = callOfFirstWords(lead, ChannelKind::WhatsApp, "Hello Ines", TemplateUse {"hello_again", "en_US", {"Ines"}});
    const auto at = call.body.find(std::string {"\"id\":\""}) + 6;
    const auto refused = rig.act(call.method, call.path, call.body, token, call.body.substr(at, 36));
    EXPECT_EQ(refused.status, 422) << call.body << refused.body;
    EXPECT_EQ(refused.text("errors.0.field"), "channel") << refused.body;
}

TEST(ConsoleActs, ANoteNamesColleaguesAndWhoFollowsTakesPart)
{
    Rig rig;
    const auto token = rig.token("agent");
    const auto &one = rig.world().one;
    auto call = callOfNote(one.client, one.conversation, "@colleague \"now\"", {{rig.world().colleague, "colleague"}});
    const auto key = decode<Note>(call.body).value().id.value;
    const auto made = rig.act(call.method, call.path, call.body, token, key);
    ASSERT_EQ(made.status, 201) << call.body << made.body;
    EXPECT_EQ(decode<Note>(made.body).value().mentions, (std::vector<Mention> {{rig.world().colleague, "colleague"}}));
    call = callOfFollow(one.client, one.conversation, true);
    const auto followed = rig.act(call.method, call.path, call.body, rig.token("viewer"));
    ASSERT_EQ(followed.status, 200) << call.body << followed.body;
    EXPECT_TRUE(participantOf(decode<Conversation>(followed.body).value().participants, rig.world().viewer));
}
