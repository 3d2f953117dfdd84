#include "server/storage/compositionrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/noterepository.h"
#include "server/storage/timelinerepository.h"
#include "server/storage/transitionrepository.h"
#include "tests/storage/storefixture.h"

#include <limits>

using namespace foredeck;

namespace {

constexpr auto newest = std::numeric_limits<std::int64_t>::max();

class TimelineTest : public StoreTest {
protected:
    TimelineTest() : client(makeClient()), conversation(makeConversation(client.id, makeLead(client.id).id, channel)) { }
    Message insertMessage(const std::string &text)
    {
        Message message;
        write([&](WriteTx &tx) { message = makeMessage(tx, conversation, text); });
        return message;
    }
    Note insertNote()
    {
        Note note;
        note.id = NoteId::make(clock.now());
        note.client = client.id;
        note.conversation = conversation.id;
        note.text = "for the team";
        note.op = OpId {note.id.value};
        note.at = clock.now();
        write([&](WriteTx &tx) {
            note.position = ConversationRepository::nextPosition(tx, conversation);
            NoteRepository::insert(tx, note);
            ConversationRepository::update(tx, conversation);
        });
        return note;
    }
    Transition insertTransition(TransitionField field, const std::string &to)
    {
        Transition transition;
        transition.id = TransitionId::make(clock.now());
        transition.client = client.id;
        transition.conversation = conversation.id;
        transition.field = field;
        transition.to = to;
        transition.at = clock.now();
        write([&](WriteTx &tx) {
            transition.position = ConversationRepository::nextPosition(tx, conversation);
            TransitionRepository::insert(tx, transition);
            ConversationRepository::update(tx, conversation);
        });
        return transition;
    }
    Client client;
    Conversation conversation;
};

} // namespace

TEST_F(TimelineTest, JoinsTheThreeKindsInOneOrderAndPages)
{
    const auto first = insertMessage("one");
    const auto note = insertNote();
    const auto second = insertMessage("two");
    const auto transition = insertTransition(TransitionField::Owner, "nobody");
    const auto third = insertMessage("three");
    const auto before = [&](std::int64_t position, int limit) {
        return get<std::vector<TimelineEntry>>(
            [&](Tx &tx) { return TimelineRepository::before(tx, client.id, conversation.id, position, limit); });
    };
    const auto all = before(newest, 100);
    ASSERT_EQ(all.size(), 5u);
    const std::vector<std::string> kinds {"message", "transition", "message", "note", "message"};
    const std::vector<std::string> data {wire(third), wire(transition), wire(second), wire(note), wire(first)};
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(all[i].kind, kinds[i]);
        EXPECT_EQ(all[i].data, data[i]);
        EXPECT_EQ(all[i].position, 5 - static_cast<std::int64_t>(i));
    }
    const auto page = before(5, 2);
    ASSERT_EQ(page.size(), 2u);
    EXPECT_EQ(page[0].position, 4);
    EXPECT_EQ(before(page[1].position, 10).size(), 2u);

    const auto marks = get<std::vector<TimelineMark>>([&](Tx &tx) { return TimelineRepository::marks(tx, client.id, conversation.id, 3); });
    ASSERT_EQ(marks.size(), 3u);
    EXPECT_TRUE(marks[0].id < marks[1].id && marks[1].id < marks[2].id);
    EXPECT_EQ(wire(get<std::optional<Note>>([&](Tx &tx) { return NoteRepository::byId(tx, client.id, note.id); })), wire(note));
    EXPECT_EQ(wire(get<std::optional<Transition>>([&](Tx &tx) { return TransitionRepository::byId(tx, client.id, transition.id); })), wire(transition));
}

TEST_F(TimelineTest, GivesTheNewestChangeOfAField)
{
    insertTransition(TransitionField::Owner, "assistant");
    const auto owner = insertTransition(TransitionField::Owner, "u");
    insertTransition(TransitionField::Status, "ended");
    const auto latest = [&](TransitionField field) {
        return get<std::optional<Transition>>([&](Tx &tx) { return TransitionRepository::latest(tx, client.id, conversation.id, field); });
    };
    EXPECT_EQ(latest(TransitionField::Owner)->id, owner.id);
    EXPECT_FALSE(latest(TransitionField::Consent));
}

TEST_F(TimelineTest, MessagesComeByPositionInBothDirections)
{
    for (int i = 1; i <= 6; ++i)
        insertMessage(std::to_string(i));
    const auto texts = [](const std::vector<Message> &messages) {
        std::string joined;
        for (const auto &message : messages)
            joined += message.text;
        return joined;
    };
    EXPECT_EQ(texts(get<std::vector<Message>>([&](Tx &tx) { return MessageRepository::before(tx, client.id, conversation.id, 5, 2); })), "43");
    EXPECT_EQ(texts(get<std::vector<Message>>([&](Tx &tx) { return MessageRepository::after(tx, client.id, conversation.id, 2, 3); })), "345");
    EXPECT_EQ(texts(get<std::vector<Message>>([&](Tx &tx) { return MessageRepository::after(tx, ClientId {"other"}, conversation.id, 0, 9); })), "");
}

TEST_F(TimelineTest, AMessageIsStoredOncePerIdOpAndProviderId)
{
    auto message = insertMessage("hello");
    const auto made = [&](const std::string &op, const std::string &provider) {
        Message m = message;
        m.id = MessageId::make(clock.now());
        m.op = OpId {op};
        m.providerId = provider;
        m.position = conversation.lastPosition + 1;
        return m;
    };
    const auto insert = [&](const Message &m, const ChannelId &on) {
        bool isNew = false;
        write([&](WriteTx &tx) {
            auto current = *ConversationRepository::byId(tx, client.id, conversation.id);
            auto placed = m;
            placed.position = ConversationRepository::nextPosition(tx, current);
            isNew = MessageRepository::insertIfNew(tx, placed, on);
        });
        return isNew;
    };
    EXPECT_TRUE(insert(made("op1", "wamid.1"), channel));
    EXPECT_FALSE(insert(made("op1", "wamid.2"), channel));
    EXPECT_FALSE(insert(made("op2", "wamid.1"), channel));
    EXPECT_TRUE(insert(made("op2", "wamid.1"), ChannelId {"another channel"}));
    EXPECT_TRUE(insert(made("", ""), channel));
    EXPECT_TRUE(insert(made("", ""), channel)) << "no op and no provider id are not the same op";
    auto again = made("", "");
    again.id = message.id;
    EXPECT_FALSE(insert(again, channel));
    EXPECT_EQ(failure([&](WriteTx &tx) { MessageRepository::insert(tx, message, channel); }).kind, Error::Kind::Conflict);
    EXPECT_TRUE(get<std::optional<Message>>([&](Tx &tx) { return MessageRepository::byOp(tx, client.id, OpId {"op1"}); }));
    EXPECT_FALSE(get<std::optional<Message>>([&](Tx &tx) { return MessageRepository::byOp(tx, client.id, OpId {}); }));
    EXPECT_TRUE(get<std::optional<Message>>([&](Tx &tx) { return MessageRepository::byProviderId(tx, client.id, channel, "wamid.1"); }));
    EXPECT_FALSE(get<std::optional<Message>>([&](Tx &tx) { return MessageRepository::byProviderId(tx, ClientId {"x"}, channel, "wamid.1"); }));
}

TEST_F(TimelineTest, DeliveryAndProviderIdChangeWithTheVersion)
{
    auto message = insertMessage("hello");
    message.providerId = "SM1";
    message.delivery = {DeliveryState::Failed, "Number unreachable", "30003", clock.now(), false};
    write([&](WriteTx &tx) { MessageRepository::update(tx, message); });
    EXPECT_EQ(message.version, 2);
    const auto stored = [&] { return get<std::optional<Message>>([&](Tx &tx) { return MessageRepository::byId(tx, client.id, message.id); }); };
    EXPECT_EQ(wire(stored()), wire(message));
    EXPECT_EQ(get<std::optional<Message>>([&](Tx &tx) { return MessageRepository::byProviderId(tx, client.id, channel, "SM1"); })->id, message.id);
    message.version = 1;
    EXPECT_EQ(failure([&](WriteTx &tx) { MessageRepository::update(tx, message); }).kind, Error::Kind::Conflict);
}

TEST_F(TimelineTest, HostileTextComesBackAsItWas)
{
    const std::string text = std::string {"nul\0bidi \xE2\x80\xAE <b>", 16} + "'; DROP TABLE message; --" + std::string(60000, 'w');
    const auto message = insertMessage(text);
    EXPECT_EQ(get<std::optional<Message>>([&](Tx &tx) { return MessageRepository::byId(tx, client.id, message.id); })->text, text);
}

TEST_F(TimelineTest, DecisionsBelongToWhatTheyHadSeen)
{
    std::vector<Decision> decisions;
    for (const std::int64_t seen : {1, 3, 5}) {
        Decision decision;
        decision.id = DecisionId::make(clock.now());
        decision.client = client.id;
        decision.conversation = conversation.id;
        decision.seenPosition = seen;
        decision.action = DecisionAction::Answered;
        decision.confidence = 0.75;
        decision.passages = {{DocumentId {"d"}, "Hours?", "From 8", 0.9, 2, true}};
        decision.rules = {{"emergency", false, ""}};
        decision.at = clock.now();
        write([&](WriteTx &tx) { DecisionRepository::insert(tx, decision); });
        decisions.push_back(decision);
    }
    const auto between = [&](std::int64_t from, std::int64_t to) {
        return ids(get<std::vector<Decision>>([&](Tx &tx) { return DecisionRepository::between(tx, client.id, conversation.id, from, to); }));
    };
    using List = std::vector<std::string>;
    EXPECT_EQ(between(2, 5), (List {decisions[2].id.value, decisions[1].id.value}));
    EXPECT_EQ(between(4, 4), List {});
    EXPECT_EQ(ids(get<std::vector<Decision>>([&](Tx &tx) { return DecisionRepository::latest(tx, client.id, conversation.id, 1); })),
        List {decisions[2].id.value});
    EXPECT_EQ(wire(get<std::optional<Decision>>([&](Tx &tx) { return DecisionRepository::byId(tx, client.id, decisions[0].id); })), wire(decisions[0]));
}

TEST_F(TimelineTest, AConversationHasOneOpenEscalation)
{
    const auto make = [&] {
        Escalation escalation;
        escalation.id = EscalationId::make(clock.now());
        escalation.client = client.id;
        escalation.conversation = conversation.id;
        escalation.reason = EscalationReason::HumanRequested;
        escalation.brief.why = "asked for a person";
        escalation.createdAt = clock.now();
        return escalation;
    };
    auto first = make();
    write([&](WriteTx &tx) { EscalationRepository::insert(tx, first); });
    EXPECT_EQ(failure([&](WriteTx &tx) { EscalationRepository::insert(tx, make()); }).kind, Error::Kind::Conflict);
    const auto open = [&] { return get<std::optional<Escalation>>([&](Tx &tx) { return EscalationRepository::openOf(tx, client.id, conversation.id); }); };
    first.status = EscalationStatus::Claimed;
    write([&](WriteTx &tx) { EscalationRepository::update(tx, first); });
    EXPECT_EQ(wire(open()), wire(first));
    first.status = EscalationStatus::Resolved;
    write([&](WriteTx &tx) { EscalationRepository::update(tx, first); });
    EXPECT_FALSE(open());
    clock.advance(std::chrono::seconds {1});
    const auto second = make();
    write([&](WriteTx &tx) { EscalationRepository::insert(tx, second); });
    const auto list = [&](std::string_view status) {
        return ids(get<Page<Escalation>>([&](Tx &tx) { return EscalationRepository::list(tx, client.id, status, {}); }).items);
    };
    using List = std::vector<std::string>;
    EXPECT_EQ(list(""), (List {second.id.value, first.id.value}));
    EXPECT_EQ(list("pending"), List {second.id.value});
    EXPECT_EQ(list("resolved"), List {first.id.value});
}

TEST_F(TimelineTest, ReadCursorsOnlyGoForward)
{
    ReadCursor cursor {UserId {"me"}, client.id, conversation.id, 5, 0};
    bool moved = false;
    const auto advance = [&](std::int64_t to) {
        cursor.position = to;
        write([&](WriteTx &tx) { moved = ReadCursorRepository::advance(tx, cursor); });
        return moved;
    };
    EXPECT_TRUE(advance(5));
    EXPECT_EQ(cursor.version, 1);
    EXPECT_TRUE(advance(9));
    EXPECT_EQ(cursor.version, 2);
    EXPECT_FALSE(advance(9));
    EXPECT_FALSE(advance(3));
    EXPECT_EQ(cursor.position, 9);
    EXPECT_EQ(cursor.version, 2);
    EXPECT_FALSE(get<std::optional<ReadCursor>>([&](Tx &tx) { return ReadCursorRepository::find(tx, UserId {"she"}, conversation.id); }));
    for (int i = 0; i < 4; ++i) {
        ReadCursor other {UserId {"me"}, client.id, ConversationId {"c" + std::to_string(i)}, 1, 0};
        write([&](WriteTx &tx) { ReadCursorRepository::advance(tx, other); });
    }
    PageRequest request {2, {}};
    std::size_t count = 0;
    do {
        const auto page = get<Page<ReadCursor>>([&](Tx &tx) { return ReadCursorRepository::ofUser(tx, UserId {"me"}, request); });
        count += page.items.size();
        request.cursor = page.next;
    } while (!request.cursor.empty());
    EXPECT_EQ(count, 5u);
}

TEST_F(TimelineTest, CompositionsAreOnePerKindAndTheirVersionRises)
{
    Composition reply;
    reply.user = UserId {"me"};
    reply.client = client.id;
    reply.conversation = conversation.id;
    reply.text = "half";
    reply.seenPosition = 3;
    reply.at = clock.now();
    Composition note = reply;
    note.kind = CompositionKind::Note;
    const auto put = [&](Composition &composition) { write([&](WriteTx &tx) { CompositionRepository::put(tx, composition); }); };
    put(reply);
    put(note);
    reply.text = "";
    clock.advance(std::chrono::seconds {1});
    reply.at = clock.now();
    reply.version = 40; // the store counts, not the caller
    put(reply);
    EXPECT_EQ(reply.version, 2);
    EXPECT_EQ(note.version, 1);
    const auto find = [&](CompositionKind kind) {
        return get<std::optional<Composition>>([&](Tx &tx) { return CompositionRepository::find(tx, UserId {"me"}, conversation.id, kind); });
    };
    EXPECT_EQ(wire(find(CompositionKind::Reply)), wire(reply));
    EXPECT_EQ(wire(find(CompositionKind::Note)), wire(note));
    auto page = get<Page<Composition>>([&](Tx &tx) { return CompositionRepository::ofUser(tx, UserId {"me"}, {1, {}}); });
    ASSERT_EQ(page.items.size(), 1u);
    EXPECT_EQ(wire(page.items[0]), wire(reply));
    page = get<Page<Composition>>([&](Tx &tx) { return CompositionRepository::ofUser(tx, UserId {"me"}, {1, page.next}); });
    ASSERT_EQ(page.items.size(), 1u);
    EXPECT_EQ(wire(page.items[0]), wire(note));
    EXPECT_EQ(page.next, "");
}
