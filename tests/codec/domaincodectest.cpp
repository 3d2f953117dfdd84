#include "net/codec/frames.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

// encode → decode → encode must give the same text, or a field stands on one side only.
template <class T>
void roundTrips(const T &value)
{
    const auto text = encode(value);
    const auto back = decode<T>(std::string_view {text});
    ASSERT_TRUE(back.hasValue()) << back.error().detail << "\n" << text;
    EXPECT_EQ(encode(back.value()), text);
}

const auto now = fromMs(1'763'647'331'042);

} // namespace

TEST(DomainCodec, RoundTripsEveryWord)
{
    Lead lead;
    lead.id = LeadId::make(now);
    lead.client = ClientId::make(now);
    lead.name = "Elena \"Vásquez\"";
    lead.phones = {{"+13055550142", "(305) 555-0142"}};
    lead.consent["sms"] = {ConsentState::OptedOut, now, "STOP"};
    lead.score = 82;
    lead.scoreFactors = {{"has_booking", 40, MessageId::make(now)}};
    lead.temperature = Temperature::Hot;
    lead.value = Money {48600, "USD"};
    roundTrips(lead);
    roundTrips(Lead {.id = LeadId {"x"}});

    Conversation conversation;
    conversation.id = ConversationId::make(now);
    conversation.owner = {OwnerKind::User, UserId {"u"}, "Nadia"};
    conversation.claim = {UserId {"u"}, "Nadia", 3, now};
    conversation.escalation = EscalationMark {EscalationId {"e"}, EscalationReason::Emergency, EscalationStatus::Pending, 1, now};
    conversation.labels = {"vip"};
    conversation.participants = {{UserId {"u"}, "Nadia", 7}};
    conversation.sla = SlaMark {SlaKind::NextResponse, now, now, now, now, SlaPause::Snoozed};
    conversation.task = TaskMark {TaskId {"t"}, TaskKind::CallBack, UserId {"u"}, now, true};
    conversation.summary = {7, "a berth", {"How high?"}, {{TaskKind::Promise, "Flowers", now, TaskState::Done}}};
    roundTrips(conversation);

    Message message;
    message.id = MessageId::make(now);
    message.attachments = {{"a", "photo.jpg", "image/jpeg", 12, "00", "p", "caption"}};
    message.delivery = {DeliveryState::Failed, "Number unreachable", "30003", now, true};
    roundTrips(message);

    Note note;
    note.id = NoteId::make(now);
    note.text = "@Nadia";
    note.mentions = {{UserId {"u"}, "Nadia"}};
    roundTrips(note);

    OpeningHours hours;
    hours.zone = "Europe/Madrid";
    hours.week[0] = {{540, 1020}};
    roundTrips(hours);

    ClientSettings settings;
    settings.intake = {{"when", {{"en", "Which day?"}}, IntakeKind::Date, {}, "timeline", false}};
    settings.sla = {5, 10, 480, true};
    settings.alerts.repeatSeconds = 30;
    settings.alerts.quietWeek[6] = {{1320, 420}};
    settings.alerts.onCall = {{UserId {"u"}, {}}};
    settings.alerts.onCall[0].week[2] = {{540, 1020}};
    settings.alerts.ownerPhone = "+13055550101";
    roundTrips(settings);
    EXPECT_EQ(decode<ClientSettings>(encode(settings)).value().alerts, settings.alerts);
    EXPECT_EQ(decode<ClientSettings>(std::string_view {"{}"}).value().alerts, AlertSettings {}) << "of a store that knew no alerts";
    EXPECT_EQ(decode<ClientSettings>(std::string_view {"{}"}).value().sla, (SlaTargets {15, 30, 0, false})) << "of a store that knew no clocks";

    Task task;
    task.id = TaskId {"t"};
    task.kind = TaskKind::CallBack;
    task.owner = {ActorKind::User, UserId {"u"}, "Nadia"};
    task.due = task.createdAt = now;
    task.isDue = true;
    task.closedAt = now;
    task.state = TaskState::Dropped;
    roundTrips(task);

    ShiftNote shift;
    shift.id = ShiftNoteId {"s"};
    shift.author = task.owner;
    shift.writtenAt = shift.createdAt = now;
    shift.lines = {{ShiftLineKind::Task, ConversationId {"c"}, "t", "promise", "Ann", "Flowers", "Nadia", now}, {ShiftLineKind::Notice, {}, "n", {}, {}, "No rooms", {}, {}}};
    shift.readers = {{UserId {"v"}, "Tomás", now}};
    roundTrips(shift);
    EXPECT_EQ(decode<ShiftNote>(encode(shift)).value().lines, shift.lines);
    EXPECT_EQ(decode<ShiftNote>(encode(shift)).value().readers, shift.readers);
    EXPECT_EQ(decode<Conversation>(std::string_view {R"({"id":"c"})"}).value().summary, ConversationSummary {}) << "of a store that knew none";

    ClientRule rule;
    rule.id = RuleId {"r"};
    rule.when = {70, {"money back"}, {"a refund"}, 15, {RuleTime::AfterHours}, {ChannelKind::Sms}, {"en"}, true, true};
    rule.handOver = {EscalationReason::Complaint, 1};
    roundTrips(rule);
    EXPECT_EQ(decode<ClientRule>(encode(rule)).value().when, rule.when);
    EXPECT_EQ(decode<ClientRule>(encode(rule)).value().handOver, rule.handOver);
    roundTrips(Macro {MacroId {"m"}, ClientId {"k"}, "directions", "Hello {{lead.first_name}},\n…", 3});
    roundTrips(RuleDryRun {.since = now, .fired = 3, .conversations = {{ConversationId {"c"}, 3, now}}, .complete = false});

    Decision decision;
    decision.id = DecisionId {"d"};
    decision.passages = {{DocumentId {"f"}, "Q", "A", 0.92, 3, true}};
    decision.rules = {{"emergency", true, "taking on water"}};
    roundTrips(decision);

    roundTrips(Composition {.text = "half a sen"});
    roundTrips(Transition {.id = TransitionId {"t"}});
    roundTrips(Escalation {.id = EscalationId {"e"}});
    const Actor nadia {ActorKind::User, UserId {"u"}, "Nadia"};
    Escalation escalation {.id = EscalationId {"e"}};
    escalation.brief = {"why", "wants", {{now, ActorKind::Assistant, "asked", 0.4}, {now, ActorKind::User, "called", {}}}, {{now, "upset"}}, {{"call", "+1", "b"}}};
    escalation.rule = RuleMark {RuleId {"r"}, "Refunds", 3};
    escalation.claimedAt = escalation.acknowledgedAt = now;
    escalation.acknowledgedBy = escalation.assignedTo = nadia;
    escalation.alert = {Rung::Staff, now, now, 2, now, now, 7};
    escalation.ladder = {{now, nadia, toldBy::console, Rung::Staff, 2, now, {}, {}}, {now, {}, toldBy::sms, Rung::Owner, 0, {}, Delivery {DeliveryState::Held, {}, {}, now, false}, AlertTextId {"t"}}};
    roundTrips(escalation);
    roundTrips(DashboardStats {.client = ClientId {"c"}, .zone = "UTC", .since = now, .at = now, .leads = {3, 1, 1, 1, 0}, .qualificationRate = 0.5,
        .assistantAnswers = {2, 6, 8, {{ConversationId {"v"}, 8}}}, .engines = {{"builtin", 2, 0}}});
    roundTrips(EscalationStats {.since = now, .total = 3, .commonestReason = EscalationReason::Legal, .commonestShare = 0.5, .claimMedianMs = 12});
    roundTrips(Channel {.id = ChannelId {"c"}});
    roundTrips(User {.id = UserId {"u"}});
    roundTrips(Client {.id = ClientId {"c"}});
    roundTrips(Document {.id = DocumentId {"d"}});
}

TEST(DomainCodec, NamesEveryFieldThatDoesNotFit)
{
    const auto lead = decode<Lead>(std::string_view {R"({"id":7,"phones":[{"e164":1}],"score":"high","created_at":"soon"})"});
    ASSERT_TRUE(lead.hasError());
    std::string fields;
    for (const auto &field : lead.error().fields)
        fields += field.field + " ";
    EXPECT_EQ(fields, "id phones[0].e164 score created_at ");
    EXPECT_TRUE(decode<Lead>(std::string_view {"[]"}).hasError());
    EXPECT_EQ(decode<Lead>(std::string_view {"{}"}).error().fields.at(0).field, "id");
}

TEST(DomainCodec, IgnoresUnknownFieldsAndKeepsUnknownValues)
{
    const auto message = decode<Message>(std::string_view {R"({"id":"m","role":"oracle","mood":"sunny"})"});
    ASSERT_TRUE(message.hasValue());
    EXPECT_EQ(message.value().role.text(), "oracle");
    EXPECT_NE(encode(message.value()).find("\"role\":\"oracle\""), std::string::npos);
}

TEST(DomainCodec, ReadsABriefWhoseStepsWereTexts)
{
    const auto old = decode<Escalation>(std::string_view {
        R"({"id":"e","brief":{"why":"w","tried":["When is breakfast?"],"mood":["upset",{"word":"calm"}],"actions":["call back"]}})"});
    ASSERT_TRUE(old.hasValue()) << old.error().detail;
    const auto &brief = old.value().brief;
    EXPECT_EQ(brief.tried, (std::vector {EscalationStep {{}, ActorKind::Assistant, "When is breakfast?", {}}}));
    EXPECT_EQ(brief.mood, (std::vector {MoodStep {{}, "upset"}, MoodStep {{}, "calm"}}));
    EXPECT_EQ(brief.actions, (std::vector {NextAction {{}, "call back", {}}}));
    EXPECT_FALSE(old.value().claimedAt);
    EXPECT_TRUE(old.value().assignedTo.user.empty());
    const auto wrong = decode<Escalation>(std::string_view {R"({"id":"e","brief":{"tried":[7]}})"});
    ASSERT_TRUE(wrong.hasError());
    EXPECT_EQ(wrong.error().fields.at(0).field, "brief.tried[0]");
}

TEST(Frames, CarryTheEntityAsItStands)
{
    Event event;
    event.stream = "client:c";
    event.seq = 123;
    event.prev = 121;
    event.kind = "message.created";
    event.data = R"({"id":"m","text":"hi"})";
    const auto text = encodeFrame(event);
    JsonDocument document;
    const auto frame = document.parse(text).value();
    EXPECT_EQ(frameType(frame), "event");
    const auto back = decode<Event>(frame);
    ASSERT_TRUE(back.hasValue());
    EXPECT_EQ(back.value().data, event.data);
    EXPECT_EQ(back.value().prev, 121);
}
