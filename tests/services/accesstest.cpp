#include "server/services/access/access.h"

#include "net/codec/domaincodec.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

User person(const char *id, Role role, std::vector<ClientId> clients = {})
{
    User user;
    user.id = UserId {id};
    user.agency = AgencyId {"a"};
    user.role = role;
    user.clients = std::move(clients);
    return user;
}

const ClientId one {"one"}, two {"two"}, foreign {"foreign"};

Access as(Role role) { return {person("me", role, {two, one}), {two, one}}; }

Event event(std::string stream, std::string kind, std::string entity = {}, std::string data = "{}")
{
    Event e;
    e.stream = std::move(stream);
    e.kind = std::move(kind);
    e.entity = std::move(entity);
    e.data = std::move(data);
    return e;
}

} // namespace

TEST(Access, AbsentAndForeignAreTheSame)
{
    const auto access = as(Role::Agent);
    EXPECT_TRUE(access.need(one, Right::Work).hasValue());
    EXPECT_TRUE(access.need(two, Right::Read).hasValue());
    const auto absent = access.need(ClientId {"absent"}, Right::Read);
    const auto other = access.need(foreign, Right::Read);
    EXPECT_EQ(other.error().kind, Error::Kind::NotFound);
    EXPECT_EQ(other.error().detail, absent.error().detail);
    EXPECT_EQ(access.need(foreign, Right::Administer).error().kind, Error::Kind::NotFound) << "never Forbidden for what is foreign";
    EXPECT_EQ(access.need(one, Right::Manage).error().kind, Error::Kind::Forbidden);
    EXPECT_EQ(Access {}.need(one, Right::Read).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(Access {}.needAgency(AgencyId {}, Right::Read).error().kind, Error::Kind::NotFound);
}

// A cursor stands for what was shown up to it: where a role shows something else of a stream, it is of another epoch.
TEST(Access, TheEpochIsThatOfWhatIsShown)
{
    const auto channel = event("client:one", "channel.updated");
    for (const auto a : {Role::Viewer, Role::Agent, Role::Manager, Role::Admin, Role::SuperAdmin}) {
        for (const auto b : {Role::Viewer, Role::Agent, Role::Manager, Role::Admin, Role::SuperAdmin})
            EXPECT_EQ(as(a).epochOf("client:one", "e") == as(b).epochOf("client:one", "e"), as(a).shows(channel) == as(b).shows(channel)) << nameOf(a) << " " << nameOf(b);
        EXPECT_EQ(as(a).epochOf("user:me", "e"), "e");
    }
    const Access few {person("me", Role::Agent, {one}), {one}}, more = as(Role::Agent), all {person("me", Role::Admin), {one, two}};
    const auto client = event("agency:a", "client.updated", "two");
    EXPECT_NE(few.shows(client), more.shows(client));
    EXPECT_NE(few.epochOf("agency:a", "e"), more.epochOf("agency:a", "e"));
    EXPECT_EQ(more.epochOf("agency:a", "e"), as(Role::Manager).epochOf("agency:a", "e"));
    EXPECT_EQ(all.epochOf("agency:a", "e"), "e");
}

TEST(Access, EveryRoleHasItsRights)
{
    const std::pair<Role, int> rights[] {{Role::Viewer, 1}, {Role::Agent, 2}, {Role::Manager, 3}, {Role::Admin, 4}, {Role::SuperAdmin, 4}, {Role::Unknown, 0}};
    const Right all[] {Right::Read, Right::Work, Right::Manage, Right::Administer};
    for (const auto &[role, count] : rights) {
        for (int i = 0; i < 4; ++i)
            EXPECT_EQ(as(role).may(one, all[i]), i < count) << nameOf(role) << " " << i;
        EXPECT_FALSE(as(role).may(foreign, Right::Read));
    }
}

TEST(Access, ShowsEventsOnlyToThoseWhoMaySeeThem)
{
    const auto agent = as(Role::Agent), manager = as(Role::Manager);
    EXPECT_TRUE(agent.shows(event("client:one", "message.created")));
    EXPECT_FALSE(agent.shows(event("client:foreign", "message.created")));
    EXPECT_FALSE(agent.shows(event("client:one", "channel.updated")));
    EXPECT_TRUE(manager.shows(event("client:one", "channel.updated")));
    EXPECT_FALSE(agent.shows(event("client:one", "rule.deleted")));
    EXPECT_TRUE(manager.shows(event("client:one", "rule.deleted")));
    EXPECT_TRUE(agent.shows(event("user:me", "read_cursor.updated")));
    EXPECT_FALSE(agent.shows(event("user:you", "read_cursor.updated")));
    EXPECT_TRUE(agent.shows(event("agency:a", "agency.updated")));
    EXPECT_FALSE(agent.shows(event("agency:b", "agency.updated")));
    EXPECT_TRUE(agent.shows(event("agency:a", "client.created", "two")));
    EXPECT_FALSE(agent.shows(event("agency:a", "client.created", "foreign")));
    EXPECT_TRUE(agent.shows(event("agency:a", "user.updated", "x", encode(person("x", Role::Viewer, {one})))));
    EXPECT_FALSE(agent.shows(event("agency:a", "user.updated", "x", encode(person("x", Role::Viewer, {foreign})))));
    EXPECT_TRUE(agent.shows(event("agency:a", "user.updated", "x", encode(person("x", Role::Admin)))));
}

TEST(Access, AnAdministratorOfTheAgencyKnowsEverybodyInIt)
{
    const Access admin {person("me", Role::Admin), {one, two}};
    EXPECT_TRUE(admin.agencyWide());
    EXPECT_TRUE(admin.knows(person("x", Role::Viewer, {foreign})));
    auto elsewhere = person("x", Role::Viewer, {one});
    elsewhere.agency = AgencyId {"b"};
    EXPECT_FALSE(admin.knows(elsewhere));
    EXPECT_FALSE(as(Role::Admin).agencyWide()) << "an administrator of some clients is none of the agency";
    EXPECT_EQ(as(Role::Agent).streams(), (std::vector<std::string> {"agency:a", "user:me", "client:one", "client:two"}));
}
