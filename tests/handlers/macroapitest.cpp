#include "tests/handlers/rig.h"

#include "models/domain/macro.h"
#include "server/storage/auditrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/macrorepository.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;

namespace {

class MacroApi : public ::testing::Test {
protected:
    const World::Business &one() const { return m_rig.world().one; }
    std::string all() const { return "/api/v1/macros/client/" + one().client.value; }
    static std::string path(const std::string &id) { return "/api/v1/macros/" + id; }
    static std::string ifMatch(int version) { return "If-Match: \"" + std::to_string(version) + "\"\r\n"; }
    Answer create(const std::string &body, const std::string &key = {}) { return m_rig.act("POST", all(), body, m_manager, key); }
    Event lastEvent()
    {
        std::vector<Event> events;
        read(m_rig.store(), [&](Tx &tx) { events = EventRepository::after(tx, clientStreamOf(one()), 0, 100'000); });
        return events.empty() ? Event {} : events.back();
    }

    Rig m_rig;
    std::string m_manager = m_rig.token("manager");
};

constexpr auto directions = R"({"name":" directions ","text":"Hello {{lead.first_name}},\nwe are at {{ business.address }}. \n"})";

} // namespace

TEST_F(MacroApi, MacrosAreMadeChangedAndDeletedWithTheVersionTheyRestOn)
{
    const auto key = m_rig.newKey();
    const auto made = create(directions, key);
    ASSERT_EQ(made.status, 201) << made.body;
    const auto id = made.text("id");
    EXPECT_EQ(id, key) << "the act's, where none is given";
    EXPECT_EQ(made.text("name"), "directions");
    EXPECT_EQ(made.text("text"), "Hello {{lead.first_name}},\nwe are at {{ business.address }}.");
    EXPECT_EQ(made.text("client_id"), one().client.value);
    EXPECT_EQ(lastEvent().kind, "macro.created");
    EXPECT_EQ(create(directions, key).body, made.body) << "the same act again";

    EXPECT_EQ(m_rig.act("PUT", path(id), directions, m_manager).text("current.name"), "directions");
    EXPECT_EQ(m_rig.act("PUT", path(id), directions, m_manager, {}, ifMatch(2)).status, 412);
    const auto changed = m_rig.act("PUT", path(id), R"({"id":"other","name":"Directions","text":"Here."})", m_manager, {}, ifMatch(1));
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(changed.text("id"), id);
    EXPECT_EQ(changed.at("version"), "2");
    EXPECT_EQ(lastEvent().kind, "macro.updated");
    EXPECT_EQ(m_rig.call("GET", all(), {}, m_manager).text("items.1.name"), "Directions");
    EXPECT_EQ(m_rig.call("GET", path(id), {}, m_rig.token("viewer")).text("text"), "Here.") << "whoever reads may";

    EXPECT_EQ(m_rig.act("DELETE", path(id), {}, m_manager, {}, ifMatch(1)).status, 412);
    const auto removal = m_rig.newKey();
    EXPECT_EQ(m_rig.act("DELETE", path(id), {}, m_manager, removal, ifMatch(2)).status, 204);
    EXPECT_EQ(m_rig.act("DELETE", path(id), {}, m_manager, removal, ifMatch(2)).status, 204) << "whoever did not hear the answer asks again";
    EXPECT_EQ(lastEvent().kind, "macro.deleted");
    EXPECT_EQ(lastEvent().data, "{\"id\":\"" + id + "\"}");
    EXPECT_EQ(lastEvent().version, 3);
    EXPECT_EQ(m_rig.call("GET", path(id), {}, m_manager).status, 404);
    EXPECT_EQ(m_rig.act("DELETE", path(id), {}, m_manager, {}, ifMatch(2)).status, 404);
    Page<AuditEntry> audited;
    read(m_rig.store(), [&](Tx &tx) { audited = AuditRepository::list(tx, one().client, {}); });
    EXPECT_EQ(audited.items.at(0).action, "macro.deleted");
    EXPECT_EQ(audited.items.at(0).detail, "Directions");
}

TEST_F(MacroApi, AVariableThatIsNoneIsRefusedAndNamed)
{
    const auto refused = create(R"({"name":"mood","text":"Dear {{lead.name}}, {{ lead.mood }}"})");
    EXPECT_EQ(refused.status, 422) << refused.body;
    EXPECT_EQ(refused.text("errors.0.field"), "text");
    EXPECT_EQ(refused.text("errors.0.reason"), "{{lead.mood}} is no variable");
    const auto open = create(R"({"name":"open","text":"Dear {{lead.name"})");
    EXPECT_EQ(open.status, 422);
    EXPECT_NE(open.text("errors.0.reason").find("{{lead.name"), std::string::npos);
    const auto id = create(directions).text("id");
    EXPECT_EQ(m_rig.act("PUT", path(id), R"({"name":"directions","text":"{{x}}"})", m_manager, {}, ifMatch(1)).status, 422);
    EXPECT_EQ(m_rig.call("GET", path(id), {}, m_manager).at("version"), "1");
}

TEST_F(MacroApi, WhatCannotBeTypedIsRefusedByItsField)
{
    const auto field = [this](const std::string &body) { return create(body).text("errors.0.field"); };
    EXPECT_EQ(field(R"({"text":"x"})"), "name");
    EXPECT_EQ(field(R"({"name":"  ","text":"x"})"), "name");
    EXPECT_EQ(field("{\"name\":\"" + std::string(mostMacroName + 1, 'x') + R"(","text":"x"})"), "name");
    EXPECT_EQ(field(R"({"name":"two\nlines","text":"x"})"), "name");
    EXPECT_EQ(field(R"({"name":"x"})"), "text");
    EXPECT_EQ(field("{\"name\":\"x\",\"text\":\"" + std::string(mostMacroText + 1, 'x') + "\"}"), "text");
    EXPECT_EQ(field(R"({"id":"7","name":"x","text":"x"})"), "id");
    EXPECT_EQ(create(directions).status, 201);
    EXPECT_EQ(create(R"({"name":"DIRECTIONS","text":"x"})").status, 422);
    EXPECT_EQ(field(R"({"name":"DIRECTIONS","text":"x"})"), "name") << "one name, one macro";
}

TEST_F(MacroApi, AnIdIsUsedOnceAndThereIsAnEndToThem)
{
    const auto taken = create("{\"id\":\"" + one().macro.value + R"(","name":"x","text":"x"})");
    EXPECT_EQ(taken.status, 409);
    EXPECT_EQ(taken.text("errors.0.field"), "id");
    EXPECT_EQ(taken.text("detail"), "id: is taken already") << "and not what SQLite says of it";
    EXPECT_EQ(create("{\"id\":\"" + m_rig.world().foreign.macro.value + R"(","name":"x","text":"x"})").status, 409);
    write(m_rig.store(), [&](WriteTx &tx) {
        for (std::size_t i = MacroRepository::ofClient(tx, one().client).size(); i < mostMacros - 1; ++i) {
            Macro macro;
            macro.id = MacroId::make(m_rig.clock().now());
            macro.client = one().client;
            macro.name = "macro " + std::to_string(i);
            macro.text = "x";
            MacroRepository::insert(tx, macro);
        }
    });
    EXPECT_EQ(create(R"({"name":"last","text":"x"})").status, 201);
    const auto tooMany = create(R"({"name":"one more","text":"x"})");
    EXPECT_EQ(tooMany.status, 422);
    EXPECT_EQ(tooMany.text("errors.0.field"), "client_id");
}
