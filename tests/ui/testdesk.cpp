#include "tests/ui/testdesk.h"

namespace foredeck::ui {

using namespace foredeck::test;

namespace {

struct Client4 {
    const char *name, *mark;
};
constexpr Client4 clients[] {{"Casa Marisol", "CM"}, {"Saltgrass Marina", "SM"}, {"Brightwater Dental", "BD"}, {"Quickvalve Plumbing", "QP"}};

struct Person {
    const char *name;
    int client;
    ChannelKind channel;
    const char *text;
    MessageRole role;
    OwnerKind owner;
    int minutesAgo;
    int score;
    Temperature temperature;
};

Timestamp minutesAgo(int minutes)
{
    return ManualClock().now() - std::chrono::minutes(minutes);
}

} // namespace

TestDesk::TestDesk(ThemeManager &themes) : m_themes(themes)
{
    acts = std::make_unique<OutboxActs>(*store.store, ephemera);
    preferences = std::make_unique<Preferences>(std::make_unique<QSettings>(m_dir.filePath(QStringLiteral("ui.conf")), QSettings::IniFormat));
    ephemera.setServerOffset(std::chrono::milliseconds {0});
    SyncStatus sync;
    sync.phase = SyncPhase::Live;
    sync.completeUpTo = store.clock.now();
    ephemera.setSync(sync);
}

void TestDesk::signIn()
{
    User me = user(1);
    me.name = "Nadia Brandt";
    me.email = "nadia@northquay.example";
    me.role = Role::Admin;
    store.signIn(1);
    ephemera.setSession(SessionPhase::SignedIn, me);
}

void TestDesk::settle()
{
    // What a commit sets off is read and may be written and read again; the reader answers in turn.
    for (int i = 0; i < 6; ++i) {
        store.settle();
        store.read([](CacheReader &) { return true; });
        QCoreApplication::processEvents();
    }
}

void TestDesk::fillClients(std::vector<Entity> &entities) const
{
    Agency agency;
    agency.id = AgencyId {idText(13, 1)};
    agency.name = "Northquay";
    agency.mark = "NQ";
    entities.push_back(entity("agency", agency));
    for (int i = 0; i < 4; ++i) {
        Client one = client(i + 1);
        one.name = clients[i].name;
        one.mark = clients[i].mark;
        one.agency = agency.id;
        one.status = ClientStatus::Active;
        one.assistantOn = i != 3;
        entities.push_back(entity("client", one));
        Location place;
        place.id = LocationId {idText(7, i + 1)};
        place.client = one.id;
        place.name = one.name;
        place.hours.zone = "America/New_York";
        for (std::size_t day = 0; day < 5; ++day)
            place.hours.week[day] = {{9 * 60, 17 * 60}};
        place.hours.week[5] = {{10 * 60, 14 * 60}};
        entities.push_back(entity("location", place));
        ClientSettings settings;
        settings.client = one.id;
        settings.contact = "+1 305 555 0110";
        entities.push_back(entity("settings", settings));
        int number = 1;
        for (const ChannelKind kind : {ChannelKind::WhatsApp, ChannelKind::Sms, ChannelKind::WebForm, ChannelKind::LiveChat, ChannelKind::MissedCall}) {
            Channel channel;
            channel.id = ChannelId {idText(8, i * 10 + number++)};
            channel.client = one.id;
            channel.kind = kind;
            channel.name = one.name + " " + std::string(nameOf(kind));
            channel.number = "+13055550100";
            channel.health = kind == ChannelKind::WhatsApp ? ChannelHealth::Ok : (kind == ChannelKind::Sms ? ChannelHealth::Failing : ChannelHealth::NotConfigured);
            channel.healthDetail = kind == ChannelKind::Sms ? "The provider refuses the token" : "";
            channel.hasSecret = kind == ChannelKind::WhatsApp;
            entities.push_back(entity("channel", channel));
        }
    }
    User me = user(1);
    me.name = "Nadia Brandt";
    me.email = "nadia@northquay.example";
    me.role = Role::Admin;
    entities.push_back(entity("user", me));
    User tomas = user(2);
    tomas.name = "Tomás Ibarra";
    tomas.email = "tomas@northquay.example";
    entities.push_back(entity("user", tomas));
}

void TestDesk::fillElena(std::vector<Entity> &entities) const
{
    const auto say = [&](int number, std::int64_t position, MessageRole role, const std::string &text, int ago) {
        Message m = message(200 + number, 2, position, role, text);
        m.at = minutesAgo(ago);
        m.author.kind = role == MessageRole::Lead ? ActorKind::Lead : (role == MessageRole::Ai ? ActorKind::Assistant : ActorKind::User);
        if (role == MessageRole::Staff) {
            m.author.user = userId(1);
            m.author.name = "Nadia Brandt";
        }
        if (role != MessageRole::Lead)
            m.delivery.state = DeliveryState::Read;
        return m;
    };
    Message answer = say(2, 2, MessageRole::Ai, "Hello Elena, I’m the assistant at Casa Marisol. Check-in starts at 15:00. You can leave your bags with us from 07:00 at no charge.", 15);
    Decision decision;
    decision.id = DecisionId {idText(9, 1)};
    decision.client = clientId(1);
    decision.conversation = conversationId(2);
    decision.answer = answer.id;
    decision.action = DecisionAction::Answered;
    decision.confidence = 0.92;
    decision.intent = "faq";
    decision.language = "en";
    decision.engine = "builtin";
    decision.ms = 9;
    decision.passages = {{DocumentId("d"), "When is check-in?", "From 15:00.", 0.92, 3, true}};
    decision.at = answer.at;
    answer.decision = decision.id;
    entities.push_back(entity("message", say(1, 1, MessageRole::Lead, "Hi! Could we check in early tomorrow? We land at 8:10 🙏", 16)));
    entities.push_back(entity("message", answer));
    entities.push_back(entity("decision", decision));
    entities.push_back(entity("message", say(3, 3, MessageRole::Lead, "Bags at 8 works. Does a 2.3 m van fit in your garage?", 12)));
    Transition over;
    over.id = TransitionId {idText(10, 1)};
    over.client = clientId(1);
    over.conversation = conversationId(2);
    over.position = 4;
    over.field = TransitionField::Owner;
    over.from = "assistant";
    over.to = "nobody";
    over.reason = "not_in_knowledge";
    over.actor.kind = ActorKind::Assistant;
    over.at = minutesAgo(12);
    entities.push_back(entity("transition", over));
    Note note;
    note.id = NoteId {idText(11, 1)};
    note.client = clientId(1);
    note.conversation = conversationId(2);
    note.position = 5;
    note.author = {ActorKind::User, userId(2), "Tomás Ibarra"};
    note.text = "Garage limit is 2.1 m, see the barrier sign.";
    note.at = minutesAgo(9);
    entities.push_back(entity("note", note));
    entities.push_back(entity("message", say(4, 6, MessageRole::Staff, "Congratulations to you both! Let me check the van.", 6)));
    entities.push_back(entity("message", say(5, 7, MessageRole::Lead, "Lovely, thank you! No nuts please, my husband is allergic.", 1)));
}

void TestDesk::fill()
{
    using C = ChannelKind;
    using R = MessageRole;
    using O = OwnerKind;
    using T = Temperature;
    const Person people[] {
        {"Marcus Oyelaran", 2, C::Sms, "Bilge pump runs every ten minutes now, I think we are taking on water", R::Lead, O::Nobody, 0, 91, T::Hot},
        {"Elena Vásquez", 1, C::WhatsApp, "Lovely, thank you! No nuts please, my husband is allergic.", R::Lead, O::User, 1, 82, T::Hot},
        {"Yusuf Demir", 4, C::MissedCall, "Missed call, text back sent", R::Ai, O::Assistant, 4, -1, T::Unscored},
        {"Greta Lindholm", 3, C::LiveChat, "Does the whitening hurt if I have a filling?", R::Lead, O::Assistant, 5, 55, T::Warm},
        {"Hannah Cole", 1, C::Email, "The group rate for 14 rooms is in the mail", R::Staff, O::User, 30, 64, T::Warm},
        {"عمر الخطيب", 2, C::WhatsApp, "يمكنك حجز المرسى حتى يوم الأحد", R::Ai, O::Assistant, 40, 58, T::Warm},
        {"Inès Moreau", 1, C::LiveChat, "Merci, c’est parfait pour nous !", R::Lead, O::Assistant, 110, 23, T::Cold},
        {"Paul Nwosu", 2, C::WhatsApp, "The fuel dock opens at 07:00 every day", R::Ai, O::Assistant, 130, 18, T::Cold},
        {"<b>Mallory</b> \xE2\x80\xAE evil", 3, C::WebForm, "<img src=x onerror=alert(1)> \xE2\x80\xAE txt.exe", R::Lead, O::Nobody, 150, 12, T::Cold},
        {"Lena Baumann", 3, C::Email, "Zwei Zahnreinigungen im Jahr", R::Ai, O::Assistant, 160, 61, T::Warm},
    };
    std::vector<Entity> entities;
    fillClients(entities);
    int n = 1;
    for (const Person &person : people) {
        Lead one = lead(n, person.name);
        one.client = clientId(person.client);
        one.language = "en";
        one.temperature = person.temperature;
        one.status = LeadStatus::Qualified;
        one.phones = {{"+1305555" + std::to_string(1000 + n), "+1 305 555 " + std::to_string(1000 + n)}};
        one.consent["whatsapp"] = {ConsentState::Given, minutesAgo(20), "Hi"};
        if (person.score >= 0) {
            one.score = person.score;
            one.scoreFactors = {{"names_a_date", 40, {}}, {"gives_a_phone", person.score - 40, {}}};
        }
        Conversation c = conversation(n);
        c.client = clientId(person.client);
        c.channelKind = person.channel;
        c.language = "en";
        c.lastAt = minutesAgo(person.minutesAgo);
        c.owner.kind = person.owner;
        if (person.owner == O::User) {
            c.owner.user = n == 2 ? userId(1) : userId(2);
            c.owner.name = n == 2 ? "Nadia Brandt" : "Tomás Ibarra";
        }
        if (person.owner == O::Nobody) {
            c.status = ConversationStatus::WaitingHuman;
            c.escalation = EscalationMark {EscalationId {idText(12, n)}, n == 1 ? EscalationReason::Emergency : EscalationReason::HumanRequested, EscalationStatus::Pending, 1, {}};
            if (n == 1) // lists show what is due first, and the rest by the newest
                c.escalation->due = minutesAgo(person.minutesAgo) + std::chrono::minutes(5);
        }
        const std::int64_t last = n == 2 ? 7 : 1;
        c.lastPosition = c.lastPublicPosition = last;
        Message m = message(100 + n, n, last, person.role, person.text);
        m.client = c.client;
        m.at = c.lastAt;
        c.lastMessage = {m.id, person.role, person.role == R::Staff ? "Tomás Ibarra" : "", person.text, last, DeliveryState::None, m.at};
        entities.push_back(entity("lead", one));
        entities.push_back(entity("conversation", c));
        if (n != 2)
            entities.push_back(entity("message", m));
        ++n;
    }
    fillElena(entities);
    // As after a snapshot: all of it is here.
    Batch whole {std::move(entities), {{"agency:" + idText(13, 1), {"e", 1}}}};
    for (int i = 1; i <= 4; ++i)
        whole.cursors["client:" + clientId(i).value] = {"e", 1};
    const auto report = store.apply(std::move(whole));
    if (report.hasError() || report.value().unreadable > 0)
        qFatal("the test's entities could not be stored");
}

void TestDesk::loseCache()
{
    SyncStatus sync = ephemera.sync();
    sync.phase = SyncPhase::Reconnecting;
    ephemera.setSync(sync);
    for (int i = 1; i <= 4; ++i) {
        if (store.write(&StoreWriter::dropStream, "client:" + clientId(i).value).hasError())
            qFatal("the test's cache could not be emptied");
    }
    if (store.write(&StoreWriter::dropStream, "agency:" + idText(13, 1)).hasError())
        qFatal("the test's cache could not be emptied");
    settle();
}

void TestDesk::fillAgain()
{
    std::vector<Entity> entities;
    fillClients(entities);
    std::erase_if(entities, [](const Entity &one) { return one.kind != "client"; });
    if (store.apply(std::move(entities)).hasError())
        qFatal("the test's clients could not be stored");
    settle();
    fill();
    // Told at once, before anybody has read what came.
    SyncStatus sync = ephemera.sync();
    sync.phase = SyncPhase::Live;
    ephemera.setSync(sync);
    settle();
}

} // namespace foredeck::ui
