#pragma once

#include "server/services/client/clientacts.h"
#include "server/services/conversation/claimacts.h"
#include "server/services/conversation/claimrules.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/conversation/stateacts.h"
#include "server/services/op/queues.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/knowledgerepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/transitionrepository.h"
#include "tests/jobs/rig.h"

namespace foredeck::tests {

/// Between the assistant and people: what is passed on, and what comes back.
class HandOvers : public Rig {
protected:
    /// Tom is at his console.
    void take()
    {
        by(tom, [&, id = conversations()[0].id](OpContext &op) { EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue()); });
    }
    /// Whatever has come since they looked.
    void sayAnyway(const Actor &person, const ConversationId &id, const std::string &text)
    {
        by(person, [&](OpContext &op) { EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, text, 0, 0, true}, usualLease).hasValue()); });
    }
    void takeAndGiveBack()
    {
        changeConversation([](Conversation &c) {
            c.owner = {OwnerKind::User, UserId {"u1"}, "Tom"};
            c.status = ConversationStatus::Active;
            c.claim = {UserId {"u1"}, "Tom", 1, std::nullopt};
        });
        clock.advance(std::chrono::seconds {30});
        by(tom, [&, id = conversations()[0].id](OpContext &op) { EXPECT_TRUE(claims.release(op, id, OwnerKind::Assistant, 1).hasValue()); });
    }
    /// As the switch in Settings does; only managers end a pause without an end.
    void switchOn()
    {
        by(tom, [](OpContext &op) { EXPECT_TRUE(foredeck::setAssistant(op, true).hasValue()); }, Role::Manager);
        drain();
    }
    Result<Conversation> escalateBy(const Actor &person, EscalationReason reason, int priority)
    {
        Result<Conversation> result {Error::of(Error::Kind::NotFound, {})};
        by(person, [&, id = conversations()[0].id](OpContext &op) { result = escalate(op, id, {reason, {}, priority, {}}); });
        return result;
    }
    std::vector<Transition> changes(const ConversationId &id, TransitionField field)
    {
        std::vector<Transition> list;
        (void)store->read([&](Tx &tx) { list = TransitionRepository::recent(tx, client.id, id, field, 20); });
        return list;
    }
    bool ladderWaits()
    {
        std::optional<Timestamp> next;
        (void)store->read([&](Tx &tx) { next = JobRepository::nextRunAt(tx, queues::escalationLadder); });
        return next.has_value();
    }
    void addFaq(const std::string &question, const std::string &answer)
    {
        const auto done = store->write([&](WriteTx &tx) {
            Document document;
            document.id = DocumentId::make(clock.now());
            document.client = client.id;
            document.base = KnowledgeRepository::bases(tx, client.id).at(0).id;
            document.title = question;
            document.text = answer;
            document.language = "en";
            document.sha256 = sha256Hex(question + answer);
            document.updatedAt = clock.now();
            KnowledgeRepository::insert(tx, document);
            announce(tx, clientStream(client.id), "document.created", document, {});
        });
        ASSERT_FALSE(done.hasError());
    }
    void expectAlarm()
    {
        const auto row = conversations()[0];
        const auto open = escalation(row.id);
        ASSERT_TRUE(open.has_value());
        EXPECT_EQ(open->reason, EscalationReason::Emergency);
        EXPECT_EQ(open->priority, 1);
        EXPECT_EQ(row.escalation->priority, 1);
        EXPECT_EQ(row.owner.kind, OwnerKind::Nobody);
        EXPECT_EQ(row.status, ConversationStatus::WaitingHuman);
        EXPECT_TRUE(row.waitingSince.has_value());
    }

    const Actor tom {ActorKind::User, UserId {"u1"}, "Tom"};
    const Actor eva {ActorKind::User, UserId {"u2"}, "Eva"};
    const ClaimActs claims {usualLease};
};

} // namespace foredeck::tests
