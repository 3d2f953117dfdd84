#include "models/cache/outboxrules.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;

/// What makes two leads one waits for what is done to them before it, and holds what is done to them after it; nothing else.
class MergeOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMergeThatWaitsHoldsNothingElseOfItsClient()
    {
        for (const OpKind kind : {OpKind::NoticeAdd, OpKind::Settings, OpKind::LeadCreate, OpKind::ShiftNoteCreate}) {
            QCOMPARE(goes({stuck(), merge(2, "a", "b"), act(3, kind)}), Ids {"op3"});
            // Nor does what waits for that merge.
            QCOMPARE(goes({stuck(), merge(2, "a", "b"), act(3, OpKind::LeadStatus, "b"), act(4, kind)}), Ids {"op4"});
        }
    }

    void whatIsAboutTheSamePeopleGoesAfterIt()
    {
        for (const OpKind kind : {OpKind::LeadUpdate, OpKind::LeadStatus, OpKind::WriteFirst}) {
            QCOMPARE(goes({stuck(), merge(2, "a", "b"), act(3, kind, "b")}), Ids {});
            QCOMPARE(goes({stuck(), merge(2, "a", "b"), act(3, kind, "c")}), Ids {"op3"});
        }
        QCOMPARE(goes({stuck(), merge(2, "a", "b"), merge(3, "c", "b")}), Ids {});
        QCOMPARE(goes({stuck(), merge(2, "a", "b"), merge(3, "c", "b"), inConversation(4, OpKind::End, "c")}), Ids {});
        QCOMPARE(goes({stuck(), merge(2, "a", "b"), merge(3, "c", "d")}), Ids {"op3"});
        // Whoever is entered is there before they are merged.
        Op created = act(1, OpKind::LeadCreate);
        created.state = OpState::Sending;
        QCOMPARE(goes({created, merge(2, "a", "b")}), Ids {});
    }

    void whatWaitsForALookAtAReplyGoesBeforeAMergeAfterIt()
    {
        Op asked = inConversation(1, OpKind::Reply, "a");
        asked.state = OpState::NeedsReview;
        QCOMPARE(goes({asked, inConversation(2, OpKind::End, "a"), merge(3, "a", "b")}), Ids {});
        QCOMPARE(goes({asked, inConversation(2, OpKind::End, "a"), merge(3, "a", "b"), act(4, OpKind::NoticeAdd)}), Ids {"op4"});
        QCOMPARE(goes({asked, inConversation(2, OpKind::End, "a"), merge(3, "c", "b")}), Ids {"op3"});
        // The reply itself holds no merge.
        QCOMPARE(goes({asked, merge(3, "a", "b")}), Ids {"op3"});
    }

private:
    using Ids = std::vector<std::string>;

    static Op act(int n, OpKind kind, const std::string &lead = {})
    {
        Op op;
        op.id = OpId {"op" + std::to_string(n)};
        op.client = ClientId {"k"};
        op.kind = kind;
        op.createdAt = now();
        if (!lead.empty())
            op.target = "lead-" + lead;
        return op;
    }
    static Op inConversation(int n, OpKind kind, const std::string &with)
    {
        Op op = act(n, kind);
        op.conversation = ConversationId {with};
        return op;
    }
    static Op merge(int n, const std::string &left, const std::string &other)
    {
        Op op = act(n, OpKind::LeadMerge, left);
        op.body = "{\"lead_id\":\"lead-" + other + "\"}";
        return op;
    }
    /// The server cannot take it, for as long as one looks.
    static Op stuck()
    {
        Op op = inConversation(1, OpKind::EscalationResolve, "a");
        op.attempts = 9;
        op.nextTry = now() + std::chrono::minutes {1};
        return op;
    }
    static Timestamp now() { return fromMs(1000000000000); }
    static Ids goes(const std::vector<Op> &ops)
    {
        const Selection selection = selectSendable(ops, now(), {}, {}, [](const Op &op) { return LeadId {"lead-" + op.conversation.value}; });
        Ids ids;
        for (const std::size_t i : selection.send)
            ids.push_back(ops[i].id.value);
        return ids;
    }
};

FOREDECK_QT_TEST(MergeOrderTest)
#include "mergeordertest.moc"
