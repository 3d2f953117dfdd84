#include "tests/ui/testdesk.h"

namespace foredeck::ui {

using namespace foredeck::test;

namespace {

Timestamp before(int minutes)
{
    return ManualClock().now() - std::chrono::minutes(minutes);
}

struct Asked {
    const char *name;
    int client;
    ChannelKind channel;
    int score; ///< -1: none
    LeadStatus status;
    const char *wants;
    std::int64_t dollars; ///< 0: unknown
    const char *owner; ///< "": nobody, "a": the assistant, "me"
    int minutesAgo;
};

Owner ownerOf(const std::string &name)
{
    if (name.empty())
        return {OwnerKind::Nobody, {}, {}};
    if (name == "a")
        return {OwnerKind::Assistant, {}, {}};
    return name == "me" ? Owner {OwnerKind::User, userId(1), "Nadia Brandt"} : Owner {OwnerKind::User, userId(2), name};
}

Transition change(int n, const char *from, const char *to, int minutes, bool mine = false)
{
    Transition t;
    t.id = TransitionId {idText(21, n)};
    t.client = clientId(3);
    t.conversation = conversationId(42);
    t.position = n + 1;
    t.field = TransitionField::Lead;
    t.reason = leadStatusReason;
    t.from = from;
    t.to = to;
    t.at = before(minutes);
    t.actor.kind = ActorKind::Assistant;
    if (mine)
        t.actor = {ActorKind::User, userId(1), "Nadia Brandt"};
    return t;
}

/// Sofia's lead as the target picture has it, with what is recorded of it.
void addSofia(std::vector<Entity> &entities, Lead lead)
{
    lead.version = 2;
    lead.createdAt = before(84);
    lead.qualification.urgency = "This week, no pain";
    lead.qualification.timeline = "Before Thursday";
    lead.qualification.budget = "USD 900";
    lead.qualification.decisionMaker = "Herself";
    lead.scoreFactors = {{"names_a_date", 30, messageId(901)}, {"urgent", 25, messageId(901)}, {"names_budget", 18, {}}, {"gives_phone", 10, messageId(901)}, {"just_looking", -5, {}}};
    entities.push_back(entity("lead", lead));
    Message said = message(901, 42, 1, MessageRole::Lead, "My crown came loose, can I come before Thursday?");
    said.client = clientId(3);
    said.at = before(84);
    entities.push_back(entity("message", said));
    entities.push_back(entity("transition", change(1, "new", "qualifying", 83)));
    entities.push_back(entity("transition", change(2, "qualifying", "qualified", 78)));
    entities.push_back(entity("transition", change(3, "qualified", "appointment_booked", 64, true)));
    Transition taken = change(4, "nobody", userId(1).value.c_str(), 70, true);
    taken.field = TransitionField::Owner;
    taken.reason = "taken_over";
    taken.toName = "Nadia Brandt";
    entities.push_back(entity("transition", taken));
}

} // namespace

void TestDesk::fillLeads()
{
    using C = ChannelKind;
    using L = LeadStatus;
    const Asked people[] {
        {"Marcus Oyelaran", 2, C::Sms, 91, L::HandedOff, "Help at berth C14", 0, "", 8},
        {"Sofia Petrakis", 3, C::WebForm, 88, L::AppointmentBooked, "Crown came loose", 900, "me", 64},
        {"Elena Vásquez", 1, C::WhatsApp, 82, L::Qualified, "Anniversary, room 12", 486, "me", 1},
        {"Maya Okafor", 2, C::Email, 76, L::Qualified, "Berth for 14 m, all year", 8400, "Priya Nair", 222},
        {"Jana Kowalczyk", 1, C::WhatsApp, 72, L::HandedOff, "Quieter room", 310, "Tomás Ibarra", 24},
        {"Nils Aronsen", 4, C::WebForm, 67, L::Qualified, "New boiler before Dec", 3200, "", 251},
        {"Hannah Cole", 1, C::Email, 64, L::Qualified, "Group, 14 rooms", 5180, "Tomás Ibarra", 31},
        {"Lena Baumann", 3, C::Email, 61, L::Qualifying, "Two cleanings a year", 280, "Priya Nair", 152},
        {"عمر الخطيب", 2, C::WhatsApp, 58, L::Qualifying, "Berth until Sunday", 96, "a", 42},
        {"Greta Lindholm", 3, C::LiveChat, 55, L::Qualifying, "Whitening with a filling", 0, "a", 5},
        {"Karim Aziz", 4, C::Sms, 52, L::HandedOff, "Tap fitted, invoice sent", 145, "me", 180},
        {"Dylan Reyes", 4, C::Sms, 49, L::Qualifying, "Repair this afternoon", 0, "me", 22},
        {"Rosa Tanaka", 3, C::Email, 47, L::HandedOff, "USD 140 back", 0, "", 4},
        {"Ben Hartley", 4, C::LiveChat, 45, L::HandedOff, "Same plumber as last time", 0, "", 2},
        {"Amir Daoud", 2, C::Sms, 44, L::Nurturing, "Winter berth, no date", 1900, "Priya Nair", 170},
        {"Teo Varga", 1, C::Email, 42, L::Nurturing, "Wedding in June", 6000, "Tomás Ibarra", 5640},
    };
    std::vector<Entity> entities;
    fillClients(entities);
    int n = 41;
    const auto add = [&](const Asked &one) {
        Lead l = lead(n, one.name);
        l.client = clientId(one.client);
        l.language = "en";
        l.source = one.channel;
        l.status = one.status;
        l.qualification.serviceInterest = one.wants;
        if (one.score >= 0) {
            l.score = one.score;
            l.temperature = one.score >= 70 ? Temperature::Hot : (one.score >= 40 ? Temperature::Warm : Temperature::Cold);
        }
        if (one.dollars > 0)
            l.value = Money {one.dollars * 100, "USD"};
        Conversation c = conversation(n, one.client);
        c.channelKind = one.channel;
        c.owner = ownerOf(one.owner);
        c.createdAt = before(one.minutesAgo + 20);
        c.lastAt = before(one.minutesAgo);
        entities.push_back(entity("lead", l));
        entities.push_back(entity("conversation", c));
        if (n == 42)
            addSofia(entities, l);
        ++n;
    };
    for (const Asked &one : people)
        add(one);
    for (int i = 0; i < 24; ++i) {
        const std::string name = "Visitor " + std::to_string(i + 1);
        add({name.c_str(), 1 + i % 4, i % 2 ? C::Sms : C::WebForm, i % 5 == 0 ? -1 : i, i % 3 ? L::New : L::ClosedLost, "", 0, "a", 3000 + i * 60});
    }
    const auto report = store.apply(std::move(entities));
    if (report.hasError() || report.value().unreadable > 0)
        qFatal("the test's leads could not be stored");
}

} // namespace foredeck::ui
