#include "models/items/bulkplan.h"

#include "models/domain/labels.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;

namespace {

const UserId me {"me"};

ConversationRow row(const std::string &id, OwnerKind owner = OwnerKind::Nobody, const std::string &user = {})
{
    ConversationRow one;
    one.id = ConversationId {id};
    one.client = ClientId {"k"};
    one.leadName = id;
    one.status = ConversationStatus::Active;
    one.owner = {owner, UserId {user}, user};
    one.lastPosition = one.lastPublicPosition = 3;
    one.unread = 1;
    return one;
}

BulkPlan planOf(BulkKind kind, const std::vector<ConversationRow> &rows, std::int64_t seen = 3, BulkAct act = {})
{
    BulkPlan plan;
    plan.act = std::move(act);
    plan.act.kind = kind;
    for (const ConversationRow &one : rows)
        addTo(plan, one, seen, {me, {}});
    return plan;
}

int leftOut(const BulkPlan &plan, BulkObstacle obstacle)
{
    const auto found = plan.leftOut.find(obstacle);
    return found == plan.leftOut.end() ? 0 : found->second.count;
}

} // namespace

/// What an order on many conversations would do.
class BulkPlanTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatSomebodyElseAnswersIsLeftAlone()
    {
        ConversationRow held = row("held", OwnerKind::User, "them");
        held.claim.leaseUntil = fromMs(1);
        const ConversationRow lapsed = row("lapsed", OwnerKind::User, "them");
        ConversationRow own = row("own", OwnerKind::User, "me");
        own.claim.leaseUntil = fromMs(1);
        for (const BulkKind kind : {BulkKind::Resolve, BulkKind::Snooze, BulkKind::HandBack}) {
            const BulkPlan plan = planOf(kind, {held, lapsed, own});
            QCOMPARE(leftOut(plan, BulkObstacle::Held), 1);
            QCOMPARE(plan.steps.size(), 2u);
        }
        QCOMPARE(planOf(BulkKind::Label, {held}).steps.size(), 1u); // that takes nothing from anybody
    }

    void whatIsSoAlreadyIsNotDoneAgain()
    {
        ConversationRow ended = row("ended");
        ended.status = ConversationStatus::Ended;
        QCOMPARE(leftOut(planOf(BulkKind::Resolve, {ended}), BulkObstacle::Ended), 1);
        ConversationRow read = row("read");
        read.unread = 0;
        QCOMPARE(leftOut(planOf(BulkKind::Read, {read, row("unread")}), BulkObstacle::NothingToDo), 1);
        const ConversationRow assistants = row("assistants", OwnerKind::Assistant);
        QCOMPARE(leftOut(planOf(BulkKind::HandBack, {assistants}), BulkObstacle::NothingToDo), 1);
        QCOMPARE(leftOut(planOf(BulkKind::Snooze, {assistants}), BulkObstacle::Assistant), 1);
        ConversationRow labelled = row("labelled");
        labelled.labels = {"VIP"};
        BulkAct vip;
        vip.label = "vip";
        QCOMPARE(leftOut(planOf(BulkKind::Label, {labelled}, 3, vip), BulkObstacle::NothingToDo), 1);
        vip.takesOff = true;
        QCOMPARE(planOf(BulkKind::Label, {labelled}, 3, vip).steps.size(), 1u);
        QCOMPARE(leftOut(planOf(BulkKind::Label, {row("bare")}, 3, vip), BulkObstacle::NothingToDo), 1);
        labelled.labels.assign(mostLabels, "x");
        QCOMPARE(leftOut(planOf(BulkKind::Label, {labelled}, 3, BulkAct {BulkKind::Label, {}, {OwnerKind::Nobody, {}, {}}, "new", false}), BulkObstacle::Full), 1);
    }

    void nobodyAtTheDeskIsHandedToTheAssistant()
    {
        ConversationRow came = row("came", OwnerKind::User, "me");
        came.channel = ChannelKind::WalkIn;
        ConversationRow called = row("called");
        called.channel = ChannelKind::Call;
        const BulkPlan plan = planOf(BulkKind::HandBack, {came, called, row("wrote", OwnerKind::User, "me")});
        QCOMPARE(leftOut(plan, BulkObstacle::AtDesk), 2);
        QCOMPARE(plan.steps.size(), 1u);
        for (const BulkKind kind : {BulkKind::Resolve, BulkKind::Snooze})
            QCOMPARE(planOf(kind, {came, called}).steps.size(), 2u);
    }

    void itIsGivenOnlyToWhomMayAnswerThere()
    {
        BulkAct act;
        act.kind = BulkKind::Assign;
        act.to = {OwnerKind::User, UserId {"them"}, "Them"};
        BulkPlan plan;
        plan.act = act;
        addTo(plan, row("a"), 3, {me, {ClientId {"other"}}});
        addTo(plan, row("b"), 3, {me, {ClientId {"k"}}});
        addTo(plan, row("c", OwnerKind::User, "them"), 3, {me, {}});
        QCOMPARE(leftOut(plan, BulkObstacle::NotTheirs), 1);
        QCOMPARE(leftOut(plan, BulkObstacle::NothingToDo), 1);
        QCOMPARE(plan.steps.size(), 1u);
        ConversationRow given = row("given");
        given.escalated = true; // it may be given to somebody who has not taken it
        QCOMPARE(planOf(BulkKind::Assign, {row("free"), given}).steps.size(), 1u);
    }

    void whatIsNewAndWhatGoesWithItIsCounted()
    {
        ConversationRow newer = row("newer");
        newer.lastPublicPosition = 5;
        ConversationRow escalated = row("escalated");
        escalated.escalated = true;
        ConversationRow refused = row("refused");
        refused.pending = PendingKind::NeedsReview;
        BulkPlan plan = planOf(BulkKind::Resolve, {newer, escalated, refused});
        addGone(plan);
        QCOMPARE(plan.selected, 4);
        QCOMPARE(plan.changed.count, 1);
        QCOMPARE(plan.changed.names.front().name, QStringLiteral("newer"));
        QCOMPARE(plan.steps.front().lastPublicPosition, std::int64_t {5}); // it was shown
        QCOMPARE(plan.escalated, 1);
        QCOMPARE(leftOut(plan, BulkObstacle::NeedsLook), 1);
        QCOMPARE(leftOut(plan, BulkObstacle::Gone), 1);
        const BulkPlan many = planOf(BulkKind::HandBack, std::vector<ConversationRow>(9, row("a", OwnerKind::Assistant)));
        QCOMPARE(leftOut(many, BulkObstacle::NothingToDo), 9);
        QCOMPARE(many.leftOut.at(BulkObstacle::NothingToDo).names.size(), 5u);
    }
};

FOREDECK_QT_TEST(BulkPlanTest)
#include "bulkplantest.moc"
