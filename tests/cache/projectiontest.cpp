#include "models/cache/outboxrules.h"
#include "models/cache/projection.h"
#include "net/codec/domaincodec.h"
#include "tests/qt/testclasses.h"

#include <random>

using namespace foredeck;

namespace {

const Self self {UserId {"me"}, "Nora"};

Op act(OpKind kind, const std::string &body = "{}", OpState state = OpState::Queued, std::int64_t at = 5000)
{
    Op op;
    op.id = OpId {"op-" + std::string {nameOf(kind)} + std::to_string(at)};
    op.user = self.id;
    op.client = ClientId {"k"};
    op.conversation = ConversationId {"c"};
    op.kind = kind;
    op.body = body;
    op.state = state;
    op.createdAt = fromMs(at);
    op.target = "e"; // the hand-over, of the acts on one
    return op;
}

EffectiveConversation waiting()
{
    EffectiveConversation e;
    e.conversation.id = ConversationId {"c"};
    e.conversation.client = ClientId {"k"};
    e.conversation.status = ConversationStatus::WaitingHuman;
    e.conversation.owner = {OwnerKind::Nobody, {}, {}};
    e.conversation.waitingSince = fromMs(100);
    e.conversation.lastAt = fromMs(1000);
    e.conversation.claim.fence = 3;
    EscalationMark mark;
    mark.id = EscalationId {"e"};
    mark.status = EscalationStatus::Pending;
    e.conversation.escalation = mark;
    return e;
}

std::string told(const EffectiveConversation &e)
{
    return encode(e.conversation) + "|" + std::to_string(e.readPosition) + "|" + std::to_string(static_cast<int>(e.pending));
}

bool in(const EffectiveConversation &e, View view) { return viewsOf(e.conversation, self.id, e.readPosition) & viewBit(view); }

} // namespace

class ProjectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takingOverIsSeenAtOnce()
    {
        const auto e = project(waiting(), {act(OpKind::TakeOver)}, self);
        QVERIFY(e.conversation.owner.user == self.id);
        QCOMPARE(e.conversation.owner.name, std::string {"Nora"});
        QVERIFY(e.conversation.escalation->status == EscalationStatus::Claimed);
        QVERIFY(in(e, View::Mine) && !in(e, View::Unassigned));
        QVERIFY2(in(e, View::Waiting), "she is not answered yet");
        QCOMPARE(e.conversation.claim.fence, 3);
        QVERIFY(e.pending == PendingKind::Unsent);
        // One's own that the wire alone called lapsed: no claim of before is shown beside the one that is on its way.
        auto lapsed = e;
        lapsed.conversation.claim = {self.id, "Nora", 3, fromMs(9000)};
        const auto again = project(lapsed, {act(OpKind::Claim)}, self).conversation;
        QVERIFY(again.owner.user == self.id && again.claim.user.empty());
    }

    /// A clock's begin does not move with what is written or noted.
    void aClockRunsSinceItBegan()
    {
        Conversation c = waiting().conversation;
        const Timestamp begun = fromMs(1'795'000'000'000);
        const auto after = [&](int minutes) { return begun + std::chrono::minutes {minutes}; };
        c.createdAt = begun - std::chrono::hours {1};
        c.lastAt = after(9);
        QVERIFY(!dueFrom(c));
        c.escalation.reset();
        c.sla = SlaMark {};
        c.sla->due = after(15);
        QVERIFY(!dueFrom(c));
        c.sla->warnAt = after(12);
        QCOMPARE(dueFrom(c), std::optional {begun});
        // A pause before its end is no part of what is used.
        c.sla->due = after(45);
        c.sla->pausedFrom = after(13);
        c.sla->pausedUntil = after(43);
        QCOMPARE(dueFrom(c), std::optional {after(30)});
        EscalationMark mark;
        mark.id = EscalationId::make(begun);
        mark.due = after(10);
        c.escalation = mark;
        QCOMPARE(dueFrom(c), std::optional {begun});
        c.escalation->id = EscalationId {"00000003-0000-7000-8000-000000000001"};
        QVERIFY2(!dueFrom(c), "older than its conversation");
    }

    void whoIsNotAnsweredWaitsWhoeverOwnsTheConversation()
    {
        auto e = waiting();
        e.conversation.status = ConversationStatus::Active;
        const auto waits = [&](OwnerKind owner) {
            e.conversation.owner.kind = owner;
            return in(e, View::Waiting);
        };
        QVERIFY(waits(OwnerKind::User) && waits(OwnerKind::Nobody));
        QVERIFY2(!waits(OwnerKind::Assistant), "the assistant is about to answer");
        e.conversation.status = ConversationStatus::Snoozed;
        QVERIFY2(!waits(OwnerKind::User), "snoozed was meant to wait");
        e.conversation.status = ConversationStatus::Active;
        e.conversation.waitingSince.reset();
        QVERIFY(!waits(OwnerKind::User));
        QVERIFY(!in(project(waiting(), {act(OpKind::TakeOver), act(OpKind::Reply, R"({"text":"Here"})", OpState::Held, 6000)}, self), View::Waiting));
    }

    void resolvingLeavesEveryOpenList()
    {
        const auto e = project(waiting(), {act(OpKind::End)}, self);
        QVERIFY(in(e, View::Ended) && in(e, View::All));
        for (const View view : {View::Mine, View::Unassigned, View::Waiting, View::Escalated})
            QVERIFY(!in(e, view));
        const auto again = project(waiting(), {act(OpKind::End), act(OpKind::Reopen)}, self);
        QVERIFY(!in(again, View::Ended) && in(again, View::Unassigned));
    }

    void whatWasPutAwayStandsInAViewOfItsOwn()
    {
        const Op away = act(OpKind::Snooze, R"({"until":"2026-11-24T13:30:00.000Z"})");
        const auto e = project(waiting(), {act(OpKind::TakeOver), away}, self);
        QVERIFY(e.conversation.status == ConversationStatus::Snoozed);
        QVERIFY(e.conversation.snoozedUntil == fromRfc3339("2026-11-24T13:30:00.000Z"));
        QVERIFY(in(e, View::Snoozed) && in(e, View::All) && in(e, View::Escalated));
        for (const View view : {View::Mine, View::Unassigned, View::Waiting, View::Ended})
            QVERIFY(!in(e, view));
        const auto back = project(waiting(), {act(OpKind::TakeOver), away, act(OpKind::Wake)}, self);
        QVERIFY(back.conversation.status == ConversationStatus::WaitingHuman && !back.conversation.snoozedUntil);
        QVERIFY(back.conversation.owner.user == self.id); // stays theirs
        QVERIFY(in(back, View::Mine) && in(back, View::Waiting) && !in(back, View::Snoozed));
        QVERIFY(project(waiting(), {away, act(OpKind::Wake)}, self).conversation.owner.kind == OwnerKind::Nobody);
        // Taken back, it is what it was.
        const auto undone = project(waiting(), {act(OpKind::TakeOver), away, act(OpKind::Wake, R"({"status":"active"})")}, self);
        QVERIFY(undone.conversation.status == ConversationStatus::Active && !undone.conversation.snoozedUntil);
        QVERIFY(in(undone, View::Mine) && !in(undone, View::Snoozed));
        // What has ended is not put away, nor is what was put away and ended.
        QVERIFY(project(waiting(), {act(OpKind::End), away}, self).conversation.status == ConversationStatus::Ended);
        QVERIFY(!project(waiting(), {away, act(OpKind::End)}, self).conversation.snoozedUntil);
        QVERIFY(project(waiting(), {act(OpKind::Snooze, R"({"until":"soon"})")}, self).conversation.status == ConversationStatus::WaitingHuman);
    }

    void whoIsNotToBeCalledIsSeenAtOnce()
    {
        User me;
        me.id = UserId {"e"};
        Op quiet = act(OpKind::OwnState, R"({"do_not_disturb":true})");
        QVERIFY(project(me, {quiet}).doNotDisturb);
        User other = me;
        other.id = UserId {"f"};
        QVERIFY(!project(other, {quiet}).doNotDisturb);
        quiet.state = OpState::Refused;
        QVERIFY(!project(me, {quiet}).doNotDisturb);
    }

    void aReplyIsTheNewestWords()
    {
        const auto e = project(waiting(), {act(OpKind::Reply, R"({"text":"On our way\nnow"})")}, self);
        QCOMPARE(e.conversation.lastMessage.text, std::string {"On our way now"});
        QVERIFY(e.conversation.lastMessage.role == MessageRole::Staff);
        QCOMPARE(toMs(e.conversation.lastAt), 5000);
        QVERIFY(!e.conversation.waitingSince);
    }

    void whatNeedsALookHasNoEffect()
    {
        for (const OpState state : {OpState::NeedsReview, OpState::Refused}) {
            auto e = project(waiting(), {act(OpKind::End, "{}", state)}, self);
            QVERIFY(e.pending != PendingKind::None);
            e.pending = PendingKind::None;
            QCOMPARE(told(e), told(waiting()));
        }
    }

    /// Nor has what waits until somebody has decided about the reply before it: the customer waits on.
    void whatWaitsForADecisionHasNoEffect()
    {
        const Op look = act(OpKind::Reply, R"({"text":"a"})", OpState::NeedsReview, 4000);
        Escalation handover;
        handover.id = EscalationId {"e"};
        handover.conversation = ConversationId {"c"};
        handover.status = EscalationStatus::Pending;
        for (const Op &behind : {act(OpKind::Reply, R"({"text":"b"})"), act(OpKind::End), act(OpKind::Release, R"({"to":"assistant"})")}) {
            const auto e = project(waiting(), {look, behind}, self);
            QCOMPARE(told(e), told(project(waiting(), {look}, self)));
            QVERIFY(e.conversation.waitingSince && in(e, View::Waiting));
            QVERIFY(isOpen(project(handover, {look, behind}, self)));
        }
        QVERIFY(in(project(waiting(), {look, act(OpKind::TakeOver)}, self), View::Mine)); // goes by itself
        auto answered = waiting();
        answered.conversation.owner = {OwnerKind::Assistant, {}, {}};
        QVERIFY(project(answered, {look, act(OpKind::End), act(OpKind::Reopen)}, self).conversation.owner.kind == OwnerKind::Assistant);
    }

    void handingBackToTheAssistantClosesTheEscalation()
    {
        const auto e = project(waiting(), {act(OpKind::TakeOver), act(OpKind::Release, R"({"to":"assistant"})")}, self);
        QVERIFY(e.conversation.owner.kind == OwnerKind::Assistant && !e.conversation.escalation);
    }

    /// As the server does it: only what a person has is let go, and what somebody has already is not given again.
    void givingItAwayChangesNoMoreThanTheServerDoes()
    {
        const Op give = act(OpKind::EscalationAssign, R"({"user_id":"tomas"})");
        auto base = waiting();
        base.conversation.status = ConversationStatus::Snoozed;
        auto e = project(base, {give}, self);
        QVERIFY(e.conversation.status == ConversationStatus::Snoozed && e.conversation.owner.kind == OwnerKind::Nobody);
        base.conversation.owner.kind = OwnerKind::Assistant;
        QVERIFY(project(base, {give}, self).conversation.owner.kind == OwnerKind::Assistant);
        base.conversation.owner = {OwnerKind::User, UserId {"tomas"}, "Tomás"};
        base.conversation.status = ConversationStatus::Active;
        base.conversation.escalation->status = EscalationStatus::Claimed;
        e = project(base, {give}, self);
        QVERIFY(e.conversation.owner.user == UserId {"tomas"} && e.conversation.escalation->status == EscalationStatus::Claimed);
        base.conversation.owner.user = self.id;
        e = project(base, {give}, self);
        QVERIFY(e.conversation.owner.kind == OwnerKind::Nobody && e.conversation.status == ConversationStatus::WaitingHuman);
        QVERIFY(e.conversation.escalation->status == EscalationStatus::Pending);
    }

    /// Somebody else has settled it meanwhile: what waits here for its 409 changes nothing.
    void whatRestsOnASettledOneChangesNothing()
    {
        auto base = waiting();
        base.conversation.status = ConversationStatus::Active;
        base.conversation.owner = {OwnerKind::User, UserId {"tomas"}, "Tomás"};
        base.conversation.escalation.reset();
        for (const OpKind kind : {OpKind::EscalationAssign, OpKind::EscalationRelease, OpKind::EscalationReturn, OpKind::EscalationResolve}) {
            auto e = project(base, {act(kind, R"({"user_id":"u","end":true})")}, self);
            e.pending = PendingKind::None;
            QCOMPARE(told(e), told(base));
        }
    }

    void whatIsReopenedWaitsUnlessAPersonHasIt()
    {
        auto base = waiting();
        base.conversation.status = ConversationStatus::Ended;
        QVERIFY(in(project(base, {act(OpKind::Reopen)}, self), View::Waiting));
        base.conversation.owner = {OwnerKind::Assistant, {}, {}};
        QVERIFY(project(base, {act(OpKind::Reopen)}, self).conversation.status == ConversationStatus::WaitingHuman);
        base.conversation.owner = {OwnerKind::User, self.id, "Nora"};
        QVERIFY(project(base, {act(OpKind::Reopen)}, self).conversation.status == ConversationStatus::Active);
    }

    void readingOnlyMovesForward()
    {
        auto base = waiting();
        base.readPosition = 9;
        QCOMPARE(project(base, {act(OpKind::Read, R"({"position":4})")}, self).readPosition, 9);
        QCOMPARE(project(base, {act(OpKind::Read, R"({"position":12})")}, self).readPosition, 12);
    }

    /// Projecting twice is projecting once, for any series of acts in any states.
    void projectingTwiceIsProjectingOnce()
    {
        const std::vector<std::pair<OpKind, std::string>> kinds {{OpKind::Reply, R"({"text":"a"})"}, {OpKind::Note, R"({"text":"n"})"}, {OpKind::Claim, "{}"},
            {OpKind::TakeOver, "{}"}, {OpKind::Release, R"({"to":"nobody"})"}, {OpKind::Release, R"({"to":"assistant"})"}, {OpKind::End, "{}"},
            {OpKind::Reopen, "{}"}, {OpKind::Escalate, R"({"reason":"complaint","priority":1})"}, {OpKind::Read, R"({"position":7})"},
            {OpKind::EscalationAssign, R"({"user_id":"u"})"}, {OpKind::EscalationRelease, "{}"}, {OpKind::EscalationReturn, R"({"instruction":"i"})"},
            {OpKind::EscalationResolve, R"({"note":"n","end":false})"}, {OpKind::EscalationResolve, R"({"note":"n","end":true})"}, {OpKind::EscalationAcknowledge, "{}"},
            {OpKind::Snooze, R"({"until":"2026-11-24T13:30:00.000Z"})"}, {OpKind::Wake, "{}"}};
        const std::vector<OpState> states {OpState::Held, OpState::Queued, OpState::Sending, OpState::Acked, OpState::NeedsReview, OpState::Refused};
        for (unsigned seed = 1; seed <= 5000; ++seed) {
            std::minstd_rand random {seed};
            std::vector<Op> acts;
            for (std::int64_t i = 0, n = 1 + random() % 6; i < n; ++i) {
                const auto &[kind, body] = kinds[random() % kinds.size()];
                acts.push_back(act(kind, body, states[random() % states.size()], 2000 + i));
            }
            const auto once = project(waiting(), acts, self);
            QString series;
            for (const Op &op : acts)
                series += QStringLiteral(" %1 %2 %3;").arg(QString::fromUtf8(op.kind.text().data(), qsizetype(op.kind.text().size()))).arg(QString::fromUtf8(op.state.text().data(), qsizetype(op.state.text().size()))).arg(QString::fromStdString(op.body));
            QVERIFY2(told(project(once, acts, self)) == told(once), qPrintable(QStringLiteral("seed %1:%2 %3").arg(seed).arg(series, QString::fromStdString(told(once)))));
        }
    }

    void settingsHoursChannelsAndFaqsAreLaidOver()
    {
        ClientSettings settings;
        settings.client = ClientId {"k"};
        settings.version = 4;
        Op op = act(OpKind::Settings, R"({"contact":"+1305","turn_delay_ms":900,"version":1})");
        const auto changed = project(settings, {op});
        QCOMPARE(changed.contact, std::string {"+1305"});
        QCOMPARE(changed.turnDelayMs, 900);
        QCOMPARE(changed.version, 4);

        Channel channel;
        channel.id = ChannelId {"ch"};
        channel.health = ChannelHealth::Ok;
        Op put = act(OpKind::Channel, R"({"number":"+34600","secret":"s"})");
        put.target = "ch";
        QCOMPARE(project(channel, {put}).number, std::string {"+34600"});
        QVERIFY(project(channel, {put}).health == ChannelHealth::Ok);

        Op faqs = act(OpKind::Faqs, R"({"faqs":[{"id":"d1","question":"Pool?","answer":"Yes"}]})");
        Document old;
        old.id = DocumentId {"d1"};
        old.text = "Maybe";
        old.version = 3;
        const auto documents = project({old}, ClientId {"k"}, {faqs});
        QCOMPARE(documents.size(), 1u); // what names no version is to be made, and d1 is there already
        QCOMPARE(documents[0].value.text, std::string {"Maybe"});
    }

    void answersAreMadeChangedAndTakenAway()
    {
        Document old;
        old.id = DocumentId {"d1"};
        old.text = "Maybe";
        old.version = 3;
        const ClientId client {"k"};
        const std::string both = R"({"faqs":[{"id":"d1","question":"Pool?","answer":"Yes","version":3},{"id":"d2","question":"Dogs?","answer":"No"}]})";
        const Op put = act(OpKind::Faqs, both);
        const auto rows = project({old}, client, {put});
        QCOMPARE(rows.size(), 2u);
        QCOMPARE(rows[0].value.text, std::string {"Yes"});
        QCOMPARE(rows[0].value.version, 3);
        QVERIFY(!rows[0].isNew && rows[0].pending == PendingKind::Unsent);
        QCOMPARE(rows[1].value.version, 0);
        QVERIFY(rows[1].isNew && rows[1].act == put.id);
        QCOMPARE(textOf(put), std::string {"Pool?"});

        Op refused = act(OpKind::Faqs, both, OpState::Refused);
        refused.problem = R"({"detail":"no"})";
        const auto kept = project({old}, client, {refused});
        QCOMPARE(kept[0].value.text, std::string {"Maybe"});
        QCOMPARE(kept[0].typed->text, std::string {"Yes"});
        QVERIFY(kept[0].pending == PendingKind::Refused);
        QCOMPARE(kept[0].problem, refused.problem);
        QCOMPARE(kept[1].typed->title, std::string {"Dogs?"}); // of one that was not made it is all there is
        QCOMPARE(project(std::vector<Document> {}, client, {put}).size(), 1u); // d1 has been removed by somebody else

        Op away = act(OpKind::FaqDelete);
        away.target = "d1";
        QVERIFY(project({old}, client, {away}).empty());
        away.state = OpState::NeedsReview;
        QVERIFY(project({old}, client, {away}).front().isDeleting);
        QVERIFY(project({old}, ClientId {"another"}, {put}).front().pending == PendingKind::None);
    }

    void aBusinessGoesByItsNewName()
    {
        Client client;
        client.id = ClientId {"k"};
        client.name = "Casa Marisol";
        QCOMPARE(project(client, {act(OpKind::ClientName, R"({"name":"Casa Azul"})")}).name, std::string {"Casa Azul"});
        QCOMPARE(project(client, {act(OpKind::ClientName, R"({"name":"Casa Azul"})", OpState::Refused)}).name, std::string {"Casa Marisol"});
    }

    void rulesAreMadeChangedAndTakenAway()
    {
        ClientRule refunds;
        refunds.id = RuleId {"r1"};
        refunds.client = ClientId {"k"};
        refunds.name = "Refunds";
        refunds.when.meaning = {"a refund"};
        refunds.version = 4;
        ClientRule late = refunds;
        late.id = RuleId {"r0"};
        const auto on = [](Op op, const char *rule) {
            op.target = rule;
            return op;
        };
        const Op make = act(OpKind::RuleCreate, R"({"name":"New","when":{"score_above":80},"hand_over":{"priority":1}})");
        const Op put = on(act(OpKind::RuleUpdate, R"({"name":"Money back","enabled":false,"when":{"words":["money back"]}})"), "r1");
        const auto rows = project({refunds, late}, ClientId {"k"}, {make, put});
        QCOMPARE(rows.size(), 3u);
        QCOMPARE(rows[0].value.id.value, std::string {"r0"}); // as they were made, whatever they are called
        QVERIFY(rows[0].pending == PendingKind::None);
        QCOMPARE(rows[1].value.name, std::string {"Money back"});
        QVERIFY(!rows[1].value.enabled);
        QCOMPARE(rows[1].value.when.words, std::vector<std::string> {"money back"});
        QCOMPARE(rows[1].value.version, 4);
        QVERIFY(rows[1].pending == PendingKind::Unsent);
        QVERIFY(rows[2].isNew);
        QCOMPARE(rows[2].value.id.value, make.id.value);
        QCOMPARE(*rows[2].value.when.scoreAbove, 80);
        QCOMPARE(rows[2].value.handOver.priority, 1);
        const Op away = on(act(OpKind::RuleDelete), "r1");
        QCOMPARE(project({refunds, late}, ClientId {"k"}, {put, away}).size(), 1u);
        QCOMPARE(project({refunds, late}, ClientId {"other"}, {away}).size(), 2u);
        // The server's word for what was made stands once it is there.
        ClientRule made = refunds;
        made.id = RuleId {make.id.value};
        made.name = "Made";
        QCOMPARE(project({made}, ClientId {"k"}, {make}).front().value.name, std::string {"Made"});
    }

    void labelsArePutOnAndTakenOffBesideWhatTheServerHas()
    {
        EffectiveConversation base;
        base.conversation.id = ConversationId {"c"};
        base.conversation.labels = {"vip", "pool"};
        const Op on = act(OpKind::Labels, R"({"add":["van","VIP"],"remove":["Pool"]})");
        const auto shown = project(base, {on}, Self {});
        QCOMPARE(shown.conversation.labels, (std::vector<std::string> {"vip", "van"}));
        QVERIFY(shown.pending == PendingKind::Unsent);
        const auto refused = project(base, {act(OpKind::Labels, R"({"add":["van"]})", OpState::Refused)}, Self {});
        QCOMPARE(refused.conversation.labels, base.conversation.labels);
    }

    void whatIsGivenAwayIsTheirsAndAnOpenHandOverWaitsForThem()
    {
        EffectiveConversation base;
        base.conversation.id = ConversationId {"c"};
        base.conversation.status = ConversationStatus::Active;
        const std::string body = R"({"user_id":"them","name":"Tomás"})";
        const auto given = project(base, {act(OpKind::Assign, body)}, self);
        QVERIFY(given.conversation.owner.kind == OwnerKind::User && given.conversation.owner.name == "Tomás");
        QVERIFY(!in(given, View::Mine) && !in(given, View::Unassigned));
        QVERIFY(in(project(base, {act(OpKind::Assign, R"({"user_id":"me","name":"Nora"})")}, self), View::Mine));
        const auto nobody = project(base, {act(OpKind::Assign, body), act(OpKind::Assign, R"({"user_id":"","name":""})", OpState::Queued, 6000)}, self);
        QVERIFY(in(nobody, View::Unassigned) && nobody.conversation.status == ConversationStatus::WaitingHuman);
        // It is nobody's until they take it, like on the page of hand-overs; whoever had it gives it up.
        const auto escalated = project(waiting(), {act(OpKind::TakeOver), act(OpKind::Assign, body, OpState::Queued, 6000)}, self);
        QVERIFY(escalated.conversation.owner.kind == OwnerKind::Nobody && escalated.conversation.escalation->status == EscalationStatus::Pending);
        base.conversation.status = ConversationStatus::Ended;
        QVERIFY(project(base, {act(OpKind::Assign, body)}, self).conversation.owner.kind == OwnerKind::Assistant);
    }

    void macrosAreMadeAndChangedLikeRulesAndStandByTheirNames()
    {
        Macro hours;
        hours.id = MacroId {"m1"};
        hours.client = ClientId {"k"};
        hours.name = "hours";
        hours.text = "Nine.";
        hours.version = 2;
        const Op make = act(OpKind::MacroCreate, R"({"name":"Directions","text":"Here."})");
        Op put = act(OpKind::MacroUpdate, R"({"name":"hours","text":"Ten."})", OpState::NeedsReview);
        put.target = "m1";
        put.problem = R"({"current":{"version":3}})";
        const auto rows = project({hours}, ClientId {"k"}, {make, put});
        QCOMPARE(rows.size(), 2u);
        QCOMPARE(rows[0].value.name, std::string {"Directions"});
        QVERIFY(rows[0].isNew && rows[0].pending == PendingKind::Unsent);
        QCOMPARE(rows[0].value.id.value, make.id.value);
        QCOMPARE(rows[1].value.text, std::string {"Nine."});
        QCOMPARE(rows[1].typed->text, std::string {"Ten."});
        Op away = act(OpKind::MacroDelete);
        away.target = "m1";
        QVERIFY(project({hours}, ClientId {"k"}, {away}).empty());
    }

    void whatWasWantedOfARuleStandsBesideItWhenItWasNotTaken()
    {
        ClientRule refunds;
        refunds.id = RuleId {"r1"};
        refunds.name = "Refunds";
        refunds.when.meaning = {"a refund"};
        refunds.version = 4;
        Op put = act(OpKind::RuleUpdate, R"({"name":"Money back","when":{"words":["money back"]}})", OpState::NeedsReview);
        put.target = "r1";
        put.problem = R"({"current":{"version":5}})";
        const auto changed = project({refunds}, ClientId {"k"}, {put});
        QCOMPARE(changed[0].value.name, std::string {"Refunds"});
        QVERIFY(changed[0].pending == PendingKind::NeedsReview);
        QCOMPARE(changed[0].typed->name, std::string {"Money back"});
        QCOMPARE(changed[0].problem, put.problem);
        QVERIFY(changed[0].act == put.id);
        // What is sent in its place is shown as if it had been done.
        Op again = act(OpKind::RuleUpdate, R"({"name":"Money, back","when":{"words":["money back"]}})", OpState::Queued, 6000);
        again.target = "r1";
        const auto shown = project({refunds}, ClientId {"k"}, {put, again});
        QCOMPARE(shown[0].value.name, std::string {"Money, back"});
        QVERIFY(!shown[0].typed && shown[0].problem.empty() && shown[0].pending == PendingKind::Unsent);
        Op away = act(OpKind::RuleDelete, "{}", OpState::NeedsReview);
        away.target = "r1";
        const auto kept = project({refunds}, ClientId {"k"}, {away});
        QVERIFY(kept[0].isDeleting && !kept[0].typed);
        const auto refused = project(std::vector<ClientRule> {}, ClientId {"k"}, {act(OpKind::RuleCreate, R"({"name":""})", OpState::Refused)});
        QCOMPARE(refused.size(), 1u);
        QVERIFY(refused[0].isNew && refused[0].typed && refused[0].pending == PendingKind::Refused);
    }
};

FOREDECK_QT_TEST(ProjectionTest)
#include "projectiontest.moc"
