#include "models/cache/deskentry.h"
#include "models/cache/draftwords.h"
#include "models/cache/outboxrules.h"
#include "models/domain/idempotency.h"
#include "tests/qt/testclasses.h"

#include <map>
#include <random>
#include <set>

using namespace foredeck;

namespace {

constexpr Timestamp start = fromMs(1000000000000);

Op act(int n, OpKind kind, const std::string &conversation, OpState state = OpState::Queued)
{
    Op op;
    op.id = OpId {"op" + std::to_string(n)};
    op.client = ClientId {"k"};
    op.conversation = ConversationId {conversation};
    op.kind = kind;
    op.state = state;
    op.createdAt = start;
    return op;
}

std::vector<std::string> ids(const std::vector<Op> &ops, const std::vector<std::size_t> &indexes)
{
    std::vector<std::string> list;
    for (const std::size_t i : indexes)
        list.push_back(ops[i].id.value);
    return list;
}

} // namespace

class OutboxRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The customer wrote meanwhile: it is open, which is all that was wanted.
    void whatIsOpenAlreadyNeedsNoLookToBeReopened()
    {
        const OpAnswer conflict {409, 0, R"({"detail":"the conversation has not ended"})"};
        QCOMPARE(afterAnswer(act(1, OpKind::Reopen, "a", OpState::Sending), conflict, start, 0, {}).state, Open<OpState> {OpState::Cancelled});
        QCOMPARE(afterAnswer(act(1, OpKind::End, "a", OpState::Sending), conflict, start, 0, {}).state, Open<OpState> {OpState::NeedsReview});
    }

    void oneAfterAnotherInAConversationSideBySideAcross()
    {
        const std::vector<Op> ops {act(1, OpKind::Reply, "a"), act(2, OpKind::Reply, "a"), act(3, OpKind::Note, "b"), act(4, OpKind::End, "c")};
        const Selection selection = selectSendable(ops, start, {});
        QCOMPARE(ids(ops, selection.send), (std::vector<std::string> {"op1", "op3", "op4"}));
        QCOMPARE(selection.waiting, 1);
    }

    void aMergeAndWhatIsDoneToItsPeopleGoInTheirOrder()
    {
        const auto with = [](const Op &op) { return LeadId {"lead-" + op.conversation.value}; };
        const auto goes = [&](const std::vector<Op> &ops) { return ids(ops, selectSendable(ops, start, {}, {}, with).send); };
        const auto merge = [](int n, OpState state = OpState::Queued) {
            Op op = act(n, OpKind::LeadMerge, "", state);
            op.target = "lead-a";
            op.body = R"({"lead_id":"lead-b"})";
            return op;
        };
        using Ids = std::vector<std::string>;
        for (const OpKind kind : {OpKind::End, OpKind::Reopen, OpKind::Snooze, OpKind::Wake, OpKind::Assign, OpKind::LeadUpdate, OpKind::EscalationResolve}) {
            // Whichever of the two it is with, and not what is done to somebody else.
            for (const char *person : {"a", "b"}) {
                Op change = act(2, kind, person);
                change.target = kind == OpKind::LeadUpdate ? "lead-" + change.conversation.value : std::string {};
                QCOMPARE(goes({merge(1), change, act(3, kind, "c")}), (Ids {"op1", "op3"}));
                QCOMPARE(goes({merge(1, OpState::Sending), change}), Ids {});
                QCOMPARE(goes({change, merge(3)}), Ids {"op2"});
                change.state = OpState::Sending;
                QCOMPARE(goes({change, merge(3)}), Ids {});
                change.state = OpState::Acked;
                QCOMPARE(goes({change, merge(3)}), Ids {"op3"});
            }
        }
        // What comes after it in its conversation waits as well, what is written before does not.
        QCOMPARE(goes({merge(1), act(2, OpKind::End, "b"), act(3, OpKind::Reply, "b")}), Ids {"op1"});
        QCOMPARE(goes({merge(1), act(2, OpKind::TakeOver, "b"), act(3, OpKind::Reply, "a")}), (Ids {"op1", "op2", "op3"}));
        // A merge that waits holds what comes after it, too.
        QCOMPARE(goes({act(1, OpKind::End, "a"), merge(2), act(3, OpKind::Snooze, "b")}), Ids {"op1"});
        // One that was refused, or a person has to decide about, holds nothing.
        for (const OpState state : {OpState::Refused, OpState::NeedsReview, OpState::Cancelled})
            QCOMPARE(goes({merge(1, state), act(2, OpKind::End, "b")}), Ids {"op2"});
        // So it is taken apart.
        Op part = merge(1);
        part.kind = OpKind::LeadPart;
        QCOMPARE(goes({part, act(2, OpKind::End, "b")}), Ids {"op1"});
    }

    void noMoreThanTheLimitAtOnce()
    {
        std::vector<Op> ops;
        for (int i = 0; i < 10; ++i)
            ops.push_back(act(i, OpKind::Note, "c" + std::to_string(i)));
        OutboxLimits limits;
        limits.parallel = 4;
        QCOMPARE(selectSendable(ops, start, limits).send.size(), 4u);
        ops[0].state = OpState::Sending;
        ops[1].state = OpState::Sending;
        QCOMPARE(selectSendable(ops, start, limits).send.size(), 2u);
    }

    void heldRepliesWaitForTheirTimeAndHoldTheirConversation()
    {
        std::vector<Op> ops {act(1, OpKind::Reply, "a", OpState::Held), act(2, OpKind::End, "a")};
        ops[0].notBefore = start + std::chrono::seconds {5};
        const Selection early = selectSendable(ops, start, {});
        QVERIFY(early.send.empty());
        QCOMPARE(*early.wakeAt, start + std::chrono::seconds {5});
        QCOMPARE(ids(ops, selectSendable(ops, start + std::chrono::seconds {5}, {}).send), std::vector<std::string> {"op1"});
    }

    void anUndoTimePassesWhereverTheReplyStands()
    {
        const auto ends = start + std::chrono::seconds {5};
        std::vector<Op> ops {act(1, OpKind::TakeOver, "a"), act(2, OpKind::Reply, "a", OpState::Held), act(3, OpKind::Reply, "b", OpState::NeedsReview),
            act(4, OpKind::Reply, "b", OpState::Held), act(5, OpKind::Reply, "c", OpState::Held)};
        ops[0].nextTry = start + std::chrono::minutes {5}; // it cannot go out
        for (const std::size_t held : {1, 3, 4})
            ops[held].notBefore = ends;
        const Selection early = selectSendable(ops, start, {});
        QVERIFY(early.released.empty());
        QCOMPARE(*early.wakeAt, ends);
        const Selection over = selectSendable(ops, ends, {});
        QCOMPARE(ids(ops, over.released), (std::vector<std::string> {"op2", "op4"}));
        QCOMPARE(ids(ops, over.send), std::vector<std::string> {"op5"});
        OutboxLimits nobody;
        nobody.parallel = 0;
        QCOMPARE(ids(ops, selectSendable(ops, ends, nobody).released), (std::vector<std::string> {"op2", "op4", "op5"}));
    }

    void aHeldReplyIsNotSentSilentlyHoursLater()
    {
        std::vector<Op> ops {act(1, OpKind::Reply, "a", OpState::Held)};
        ops[0].notBefore = start + std::chrono::seconds {5};
        const Selection selection = selectSendable(ops, start + std::chrono::hours {8}, {});
        QVERIFY(selection.send.empty());
        QCOMPARE(ids(ops, selection.stale), std::vector<std::string> {"op1"});
        // It may still be taken back, however old.
        ops[0].notBefore = start + std::chrono::hours {9};
        QVERIFY(selectSendable(ops, start + std::chrono::hours {8}, {}).stale.empty());
    }

    void aClockThatIsSetBackHoldsNothingUp()
    {
        const Timestamp earlier = start - std::chrono::hours {2};
        std::vector<Op> ops {act(1, OpKind::Reply, "a", OpState::Held), act(2, OpKind::Note, "b"), act(3, OpKind::Composition, "c")};
        ops[0].notBefore = start + std::chrono::seconds {5};
        ops[1].nextTry = start + std::chrono::minutes {4};
        ops[2].notBefore = start + std::chrono::seconds {2};
        QCOMPARE(ids(ops, selectSendable(ops, earlier, {}).send), (std::vector<std::string> {"op1", "op2", "op3"}));
        // One that cannot go is at least no longer to be taken back.
        OutboxLimits none;
        none.parallel = 0;
        QCOMPARE(ids(ops, selectSendable(ops, earlier, none).released), std::vector<std::string> {"op1"});
        // A clock that is put right by a moment takes nobody's time to undo.
        QVERIFY(selectSendable({ops[0]}, start - std::chrono::seconds {1}, {}).send.empty());
        QVERIFY(!isOver(start, start + std::chrono::seconds {5}, start - std::chrono::seconds {5}));
        QVERIFY(isOver(start, start + std::chrono::seconds {5}, start - std::chrono::seconds {6}));
    }

    void anActIsToldByItsOwnStream()
    {
        Op reply = act(1, OpKind::Reply, "a");
        QVERIFY(isToldBy(reply, "client:k"));
        QVERIFY(!isToldBy(reply, "client:l") && !isToldBy(reply, "agency:x") && !isToldBy(reply, "user:u"));
        QVERIFY(isToldBy(act(2, OpKind::Read, "a"), "user:u"));
        QVERIFY(!isToldBy(act(2, OpKind::Read, "a"), "client:k"));
        QVERIFY(isToldBy(act(3, OpKind::UserInvite, ""), "agency:x"));
    }

    void whatCameBackStandsInFrontOfWhatIsSaved()
    {
        const auto join = [](const char *journal, std::optional<std::string> before, const char *text) { return joined(journal, before, text); };
        QCOMPARE(join("back", "", "typed"), std::string {"back\ntyped"});
        QCOMPARE(join("back\ntyped", "typed", "typed on"), std::string {"back\ntyped on"});
        QCOMPARE(join("back", "", ""), std::string {"back"});
        QCOMPARE(join("", "gone", "typed"), std::string {"typed"});
        QCOMPARE(join("Dear guest, ", std::nullopt, "we"), std::string {"Dear guest, we"});
        QCOMPARE(join("He", std::nullopt, "Hello"), std::string {"Hello"});
        // A merge brings it below, and takes it away again when it is refused: what was typed on from stands there once.
        QCOMPARE(join("typed\nbelow", "typed", "typed on"), std::string {"below\ntyped on"});
        QCOMPARE(join("typed", "typed\nbelow", "typed\nbelow, on"), std::string {"typed\nbelow, on"});
        QCOMPARE(join("typed else", "typed", "typed on"), std::string {"typed else\ntyped on"});
    }

    void aTemplateIsNoSmsToGoOnWith()
    {
        Op op = act(1, OpKind::WriteFirst, "");
        op.target = "l";
        op.body = R"({"channel":"sms","text":"Your berth is free"})";
        QCOMPARE(journalPlace(op).kind, CompositionKind::FirstWords);
        QCOMPARE(journalPlace(op).id, firstWordsJournalId(LeadId {"l"}));
        op.body = R"({"channel":"whatsapp","text":"Hello Sofia.","template":{"name":"hello","language":"en","values":["Sofia"]}})";
        QCOMPARE(journalPlace(op).kind, CompositionKind::Unknown);
    }

    void twoFormsThatMeetAreOneThatCanBeRead()
    {
        DeskEntry ines, omar;
        ines.name = "Ines";
        ines.note = "Rings back at six";
        omar.name = "Omar";
        omar.phone = "305 555 0177";
        const auto met = deskEntryOf(joinedForms(deskEntryText(ines), deskEntryText(omar)));
        QVERIFY(met);
        QCOMPARE(met->name, std::string {"Ines"});
        QCOMPARE(met->note, std::string {"Rings back at six\nOmar\n305 555 0177"});
        QCOMPARE(joinedForms({}, deskEntryText(omar)), deskEntryText(omar));
        QCOMPARE(joinedForms(deskEntryText(ines), {}), deskEntryText(ines));
        QCOMPARE(joinedForms(deskEntryText(ines), deskEntryText(ines)), deskEntryText(ines));
    }

    void aStuckRowBlocksNoOtherConversation()
    {
        std::vector<Op> ops {act(1, OpKind::Reply, "a"), act(2, OpKind::Reply, "b")};
        ops[0].nextTry = start + std::chrono::minutes {5};
        const Selection selection = selectSendable(ops, start, {});
        QCOMPARE(ids(ops, selection.send), std::vector<std::string> {"op2"});
        QCOMPARE(*selection.wakeAt, start + std::chrono::minutes {5});
    }

    void aReplyInReviewHoldsWhatRestsOnItButNotATakeOver()
    {
        const std::vector<Op> ops {act(1, OpKind::Reply, "a", OpState::NeedsReview), act(2, OpKind::Reply, "a"), act(3, OpKind::End, "a"),
            act(4, OpKind::TakeOver, "a")};
        QCOMPARE(ids(ops, selectSendable(ops, start, {}).send), std::vector<std::string> {"op4"});
        // A resolve that was undone at once is undone when its time has come; what has ended is opened for the reply to go.
        const std::vector<Op> undone {ops[0], ops[2], act(4, OpKind::Reopen, "a")};
        QVERIFY(selectSendable(undone, start, {}).send.empty());
        QCOMPARE(ids({ops[0], undone[2]}, selectSendable({ops[0], undone[2]}, start, {}).send), std::vector<std::string> {"op4"});
    }

    void whatWaitsForItsStoreHoldsOnlyWhatRestsOnIt()
    {
        const std::vector<Op> ops {act(1, OpKind::WriteFirst, {}), act(2, OpKind::ClientAssistant, {}), act(3, OpKind::Reply, "a"), act(4, OpKind::Note, "a"), act(5, OpKind::Reply, "a"),
            act(6, OpKind::End, "a")};
        const auto waits = [](const Op &op) { return op.id.value == "op1" || op.id.value == "op3"; };
        const Selection selection = selectSendable(ops, start, {}, waits);
        QCOMPARE(ids(ops, selection.send), (std::vector<std::string> {"op2", "op4"}));
        QCOMPARE(selection.waiting, 4);
        QCOMPARE(*selection.wakeAt, start + std::chrono::minutes {5});
    }

    void firstWordsWaitBehindThoseToTheSamePerson()
    {
        std::vector<Op> ops {act(1, OpKind::WriteFirst, {}), act(2, OpKind::WriteFirst, {}), act(3, OpKind::WriteFirst, {})};
        ops[0].target = ops[1].target = "anna";
        ops[2].target = "ben";
        const auto waits = [](const Op &op) { return op.id.value == "op1"; };
        QCOMPARE(ids(ops, selectSendable(ops, start, {}, waits).send), std::vector<std::string> {"op3"});
        ops[0].state = OpState::NeedsReview;
        QCOMPARE(ids(ops, selectSendable(ops, start, {}).send), std::vector<std::string> {"op3"});
        ops[0].state = OpState::Queued;
        ops[0].createdAt = start - std::chrono::minutes {31}; // too old to go without a look
        const Selection selection = selectSendable(ops, start, {});
        QCOMPARE(ids(ops, selection.stale), std::vector<std::string> {"op1"});
        QCOMPARE(ids(ops, selection.send), std::vector<std::string> {"op3"});
    }

    void readCursorsAndCompositionsHaveLanesOfTheirOwn()
    {
        std::vector<Op> ops {act(1, OpKind::Reply, "a", OpState::Sending), act(2, OpKind::Read, "a"), act(3, OpKind::Composition, "a")};
        ops[2].target = "reply";
        QCOMPARE(selectSendable(ops, start, {}).send.size(), 2u);
    }

    void aReplyOlderThanTheLimitIsNeverSentSilently()
    {
        const std::vector<Op> ops {act(1, OpKind::Reply, "a"), act(2, OpKind::Note, "b")};
        const Timestamp later = start + std::chrono::minutes {31};
        const Selection selection = selectSendable(ops, later, {});
        QCOMPARE(ids(ops, selection.stale), std::vector<std::string> {"op1"});
        QCOMPARE(ids(ops, selection.send), std::vector<std::string> {"op2"});
        const Op review = staleForReview(ops[0]);
        QVERIFY(review.state == OpState::NeedsReview);
        QVERIFY(review.problem.find(staleProblemType) != std::string::npos);
        const Op again = sentAnyway(review, {9, 0}, later);
        QVERIFY(again.state == OpState::Queued && again.override_);
        QCOMPARE(again.seenPosition, 9);
        QVERIFY(selectSendable({again}, later, {}).stale.empty());
    }

    void aRefusedAnswerIsSentAnywayOverTheOneThatWasTold()
    {
        Op op;
        op.kind = OpKind::Faqs;
        op.body = R"({"faqs":[{"id":"a","question":"Pets?","version":3},{"id":"b","question":"Pool?","version":3},{"question":"New?"}]})";
        op = afterAnswer(std::move(op), {412, 0, R"({"status":412,"current":{"id":"b","version":5}})"}, start, 0, {});
        QVERIFY(op.state == OpState::NeedsReview);
        QVERIFY(restsOnSomething(op));
        QCOMPARE(sentAnyway(op, {}, start).body, std::string {R"({"faqs":[{"id":"a","question":"Pets?","version":3},{"id":"b","question":"Pool?","version":5},{"question":"New?"}]})"});
    }

    void answers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("state");
        for (const auto &[status, state] : std::map<int, OpState> {{0, OpState::Queued}, {200, OpState::Acked}, {201, OpState::Acked},
                 {400, OpState::Refused}, {401, OpState::Queued}, {403, OpState::NeedsReview}, {404, OpState::NeedsReview}, {408, OpState::Queued},
                 {409, OpState::NeedsReview}, {412, OpState::NeedsReview}, {413, OpState::Refused}, {422, OpState::Refused},
                 {429, OpState::Queued}, {500, OpState::Queued}, {502, OpState::Queued}, {503, OpState::Queued}})
            QTest::addRow("%d", status) << status << static_cast<int>(state);
    }
    void answers()
    {
        QFETCH(int, status);
        QFETCH(int, state);
        const Op after = afterAnswer(act(1, OpKind::Reply, "a", OpState::Sending), {status, 0, "{\"title\":\"t\"}"}, start, 0.5, {});
        QCOMPARE(static_cast<int>(after.state.value()), state);
        QCOMPARE(after.id.value, std::string {"op1"});
        QCOMPARE(after.nextTry.has_value(), after.state == OpState::Queued);
    }

    void waitsGrowButNeverBeyondFiveMinutes()
    {
        Op op = act(1, OpKind::Reply, "a", OpState::Sending);
        std::int64_t before = 0;
        for (int i = 0; i < 40; ++i) {
            op = afterAnswer(op, {0, 0, {}}, start, 1.0, {});
            const std::int64_t wait = toMs(*op.nextTry) - toMs(start);
            QVERIFY(wait >= before && wait <= 5 * 60000);
            before = wait;
        }
        QCOMPARE(before, 5 * 60000);
        const Op told = afterAnswer(op, {503, 7000, {}}, start, 0.1, {});
        QCOMPARE(toMs(*told.nextTry) - toMs(start), 7000);
        const Op absurd = afterAnswer(op, {503, 86400000, {}}, start, 0.1, {});
        QCOMPARE(toMs(*absurd.nextTry) - toMs(start), 5 * 60000);
    }

    void aRefusedReadCursorBothersNobody()
    {
        QVERIFY(afterAnswer(act(1, OpKind::Read, "a", OpState::Sending), {404, 0, {}}, start, 0.5, {}).state == OpState::Cancelled);
    }

    void aCrashQueuesWhatWasBeingSentAndReturnsWhatWasHeld()
    {
        const Recovered sent = afterCrash(act(1, OpKind::Reply, "a", OpState::Sending));
        QVERIFY(sent.op.state == OpState::Queued && !sent.returned);
        QCOMPARE(sent.op.attempts, 1); // the server may know its key
        const Recovered held = afterCrash(act(2, OpKind::Reply, "a", OpState::Held));
        QVERIFY(held.op.state == OpState::Cancelled && held.returned);
        for (const OpState kept : {OpState::Queued, OpState::Acked, OpState::NeedsReview, OpState::Refused})
            QVERIFY(afterCrash(act(3, OpKind::Reply, "a", kept)).op.state == kept);
    }

    void whatGotNoAnswerMayHaveArrivedUntilTheServerSaysOtherwise()
    {
        const Op sent = act(1, OpKind::Reply, "a", OpState::Sending);
        const auto after = [](Op op, int status, bool neverLeft = false, bool wasSentBefore = false) {
            op.state = OpState::Sending;
            return afterAnswer(std::move(op), {status, 0, R"({"status":)" + std::to_string(status) + "}", neverLeft, wasSentBefore}, start, 0.5, {});
        };
        QVERIFY(!after(sent, 0, true).mayHaveArrived);
        for (const int status : {0, 408, 500, 502, 504})
            QVERIFY2(after(sent, status).mayHaveArrived, qPrintable(QString::number(status)));
        for (const int status : {200, 401, 403, 404, 409, 412, 413, 422, 429, 503})
            QVERIFY2(!after(sent, status).mayHaveArrived, qPrintable(QString::number(status)));
        const Op lost = after(sent, 0);
        QVERIFY2(after(lost, 0, true).mayHaveArrived, "an earlier try may have");
        for (const int status : {302, 401, 403, 404, 405, 407, 429, 503}) { // said before it is looked for, or by somebody else
            QVERIFY2(after(lost, status).mayHaveArrived, qPrintable(QString::number(status)));
            QVERIFY2(after(sent, status, false, true).mayHaveArrived, "a connection took it before");
        }
        for (const char *page : {"", "{}", "<html>No</html>", R"({"status":400})"}) {
            for (const int status : {409, 412, 413, 422})
                QVERIFY2(afterAnswer(lost, {status, 0, page}, start, 0.5, {}).mayHaveArrived, page);
        }
        for (const int status : {200, 400, 409, 412, 413, 422})
            QVERIFY2(!after(lost, status).mayHaveArrived, qPrintable(QString::number(status)));
        for (const int status : {403, 404}) {
            const auto told = [&](const std::string &more) { return afterAnswer(lost, {status, 0, R"({"status":)" + std::to_string(status) + more + "}"}, start, 0.5, {}); };
            QVERIFY2(!told(R"(,"act_done":false)").mayHaveArrived, qPrintable(QString::number(status)));
            QVERIFY(neverHappened(told(R"(,"act_done":false)")));
            QVERIFY(told(R"(,"act_done":true)").mayHaveArrived);
            QVERIFY2(afterAnswer(lost, {status, 0, R"({"act_done":false})"}, start, 0.5, {}).mayHaveArrived, "nobody knows whose word it is");
        }
        const std::string taken = "{\"status\":422,\"detail\":\"" + std::string {keyTakenProblem} + "\"}";
        const Op there = afterAnswer(lost, {422, 0, taken}, start, 0.5, {});
        QVERIFY2(there.state == OpState::Confirmed && !there.mayHaveArrived && there.problem.empty(), "sent anyway, it is there as it was first");
        Op closing = lost;
        closing.kind = OpKind::End;
        QVERIFY2(afterAnswer(closing, {422, 0, taken}, start, 0.5, {}).mayHaveArrived, "sent anyway, it says more than what is there");
        QVERIFY(afterCrash(sent).op.mayHaveArrived);
        QVERIFY(staleForReview(lost).mayHaveArrived);
        QVERIFY(!neverHappened(staleForReview(lost)));
        QVERIFY(sentAnyway(staleForReview(lost), {}, start).mayHaveArrived);
        QVERIFY(!neverHappened(sentAnyway(staleForReview(lost), {}, start)));
    }

    /// A server that loses requests, loses answers, is busy or crashes the sender, over 2,000 seeds: every reply has
    /// exactly one effect, in the order of its conversation.
    void everyReplyOnceAndInOrder()
    {
        for (unsigned seed = 1; seed <= 2000; ++seed) {
            std::minstd_rand random {seed};
            const auto chance = [&](unsigned percent) { return random() % 100 < percent; };
            std::vector<Op> ops;
            for (int i = 0; i < 12; ++i)
                ops.push_back(act(i, OpKind::Reply, "c" + std::to_string(i % 3)));
            std::map<std::string, std::vector<std::string>> effects;
            std::set<std::string> done;
            Timestamp now = start;
            for (int step = 0; step < 5000; ++step) {
                const Selection selection = selectSendable(ops, now, {});
                for (const std::size_t i : selection.send)
                    ops[i].state = OpState::Sending;
                for (const std::size_t i : selection.send) {
                    Op &op = ops[i];
                    const bool reached = !chance(20);
                    const bool busy = reached && chance(15);
                    if (reached && !busy && done.insert(op.id.value).second)
                        effects[op.conversation.value].push_back(op.id.value);
                    const bool answered = reached && !chance(20);
                    op = afterAnswer(op, {answered ? (busy ? 503 : 201) : 0, 0, {}}, now, 0.01, {});
                }
                if (chance(5)) {
                    for (Op &op : ops)
                        op = afterCrash(op).op;
                }
                if (selection.send.empty() && selection.wakeAt)
                    now = *selection.wakeAt;
                if (std::all_of(ops.begin(), ops.end(), [](const Op &op) { return op.state == OpState::Acked; }))
                    break;
            }
            for (int c = 0; c < 3; ++c) {
                const std::vector<std::string> expected {"op" + std::to_string(c), "op" + std::to_string(c + 3), "op" + std::to_string(c + 6), "op" + std::to_string(c + 9)};
                QVERIFY2(effects["c" + std::to_string(c)] == expected, qPrintable(QStringLiteral("seed %1").arg(seed)));
            }
        }
    }

    void wordsThatAreSentOrGoneOnFromAreInTheTextThatComes()
    {
        QVERIFY(goesOnFrom("base x", "base"));
        QVERIFY(goesOnFrom("because", "bec"));
        QVERIFY(goesOnFrom("above\nbase x", "base "));
        QVERIFY(goesOnFrom("", " \n"));
        QVERIFY(!goesOnFrom("base x", "base TWELVE"));
        QVERIFY(!goesOnFrom("a book", "ok"));
        QVERIFY(!goesOnFrom("", "base"));
        QVERIFY(wereSent(" We come\n", "We come"));
        QVERIFY(wereSent("We come", "We come, on Friday"));
        QVERIFY(!wereSent("No", "Not today"));
        QVERIFY(!wereSent("come", "We come"));
        QVERIFY(!wereSent("We come on Friday", "We come"));
        QVERIFY(!wereSent("", "We come"));
    }
};

FOREDECK_QT_TEST(OutboxRulesTest)
#include "outboxrulestest.moc"
