#include "tests/cache/storefixture.h"

#include "models/cache/outboxacts.h"
#include "models/items/drafts.h"
#include "tests/qt/testclasses.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <memory>
#include <vector>

using namespace foredeck;
using namespace foredeck::test;

namespace {

constexpr auto reply = CompositionKind::Reply;

/// One computer of Nora's.
struct DraftDesk {
    DraftDesk()
    {
        f.signIn();
        f.fill(2);
        sitDown();
    }
    void sitDown()
    {
        ephemera.setSession(SessionPhase::SignedIn, user());
        acts = std::make_unique<OutboxActs>(*f.store, ephemera);
        drafts = std::make_unique<Drafts>(*f.store, *acts, 20);
        drafts->setHeld([this](CompositionKind) { return isInText; });
        open(1);
    }
    void open(int n)
    {
        QSignalSpy loaded {drafts.get(), &Drafts::loaded};
        drafts->open({clientId(), conversationId(n), 1});
        QTRY_COMPARE(loaded.size(), 1);
    }
    void awayAndBack()
    {
        open(2);
        open(1);
    }
    void restart()
    {
        drafts.reset();
        acts.reset();
        f.reopen();
        sitDown();
    }
    void type(const char *words, CompositionKind kind = reply)
    {
        drafts->typed(kind, QString::fromUtf8(words));
        drafts->flush();
        QTRY_COMPARE(drafts->state(kind), Drafts::State::Saved);
    }
    void send()
    {
        QSignalSpy committed {acts.get(), &Acts::committed};
        const auto before = drafts->journaled(reply);
        drafts->sent(reply, acts->reply({clientId(), conversationId(1), 1}, drafts->text(reply), before));
        QTRY_COMPARE(committed.size(), 1);
    }
    /// What was told has been read.
    void settle()
    {
        for (int i = 0; i < 3; ++i) {
            f.settle();
            f.read([](CacheReader &) { return true; });
        }
    }
    QString text(CompositionKind kind = reply) const { return drafts->text(kind); }
    QString offered(CompositionKind kind = reply) const { return drafts->offered(kind); }
    QString journaled() { return QString::fromStdString(f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value().reply); }

    StoreFixture f;
    Ephemera ephemera;
    std::unique_ptr<OutboxActs> acts;
    std::unique_ptr<Drafts> drafts;
    bool isInText = true;
};

/// Both of them, and what the server does between them: one text for each kind, whoever wrote last.
struct TwoDesks {
    /// What waits is sent, and all is told to both.
    void exchange()
    {
        bool isDone = false;
        while (!isDone) {
            isDone = true;
            for (DraftDesk *desk : {&one, &two}) {
                desk->f.clock.advance(std::chrono::seconds {60});
                for (const Op &op : desk->f.takeSendable().ops) {
                    isDone = false;
                    take(*desk, op);
                }
            }
        }
        one.settle();
        two.settle();
    }
    void take(DraftDesk &desk, const Op &op)
    {
        const QString text = QJsonDocument::fromJson(QByteArray::fromStdString(op.body)).object()[QStringLiteral("text")].toString();
        Entity told;
        if (op.kind == OpKind::Composition) {
            Composition &now = compositions[op.target];
            now = {userId(), clientId(), conversationId(1), Open<CompositionKind>::fromText(op.target), text.toStdString(), 1, desk.f.clock.now(), ++version};
            told = entity("composition", now);
        } else {
            Message sent = message(0, 1, ++position, MessageRole::Staff, text.toStdString());
            sent.id = MessageId {op.id.value};
            sent.author = {ActorKind::User, userId(), "Nora"};
            sent.op = op.id;
            told = entity("message", sent);
            messages.push_back(sent);
        }
        QVERIFY(desk.f.answer(op.id, 200, {told}).hasValue());
        told.op = op.id;
        for (DraftDesk *each : {&one, &two})
            QVERIFY(each->f.apply({told}).hasValue());
    }

    DraftDesk one;
    DraftDesk two;
    std::map<std::string, Composition> compositions;
    std::vector<Message> messages;
    std::int64_t version = 0;
    std::int64_t position = 1;
};

} // namespace

/// One person at two computers, in the same conversation.
class TwoDesksTest : public QObject {
    Q_OBJECT

    /// Both go on from the same words; the second one's stand only there by then.
    static void part(TwoDesks &d)
    {
        d.one.type("base");
        d.exchange();
        d.two.awayAndBack();
        QCOMPARE(d.two.text(), QStringLiteral("base"));
        d.two.type("base TWELVE IMPORTANT WORDS");
        d.exchange();
        d.one.type("base x");
        d.exchange();
    }
private Q_SLOTS:
    void whatWasSavedStandsThoughTheOtherDeskGoesOnWithOlderWords()
    {
        TwoDesks d;
        part(d);
        const auto both = [&d] {
            QCOMPARE(d.two.text(), QStringLiteral("base TWELVE IMPORTANT WORDS"));
            QCOMPARE(d.two.offered(), QStringLiteral("base x"));
            QCOMPARE(d.one.text(), QStringLiteral("base x"));
            QCOMPARE(d.one.offered(), QStringLiteral("base TWELVE IMPORTANT WORDS"));
        };
        both();
        for (DraftDesk *desk : {&d.one, &d.two})
            desk->awayAndBack();
        both();
        for (DraftDesk *desk : {&d.one, &d.two})
            desk->restart();
        both();
        QCOMPARE(d.two.f.row(1).draft, std::string {"base TWELVE IMPORTANT WORDS"});
    }

    void nobodysCursorNeedsToBeInWhatWasSaved()
    {
        TwoDesks d;
        d.two.isInText = false;
        part(d);
        QCOMPARE(d.two.text(), QStringLiteral("base TWELVE IMPORTANT WORDS"));
        QCOMPARE(d.two.offered(), QStringLiteral("base x"));
    }

    void whoSignsOutAndInFindsBoth()
    {
        TwoDesks d;
        part(d);
        d.two.drafts.reset();
        d.two.f.signIn(2);
        d.two.f.signIn(1);
        d.two.f.fill(2);
        QVERIFY(d.two.f.apply({entity("composition", d.compositions["reply"])}).hasValue());
        d.two.sitDown();
        QCOMPARE(d.two.text(), QStringLiteral("base TWELVE IMPORTANT WORDS"));
        QCOMPARE(d.two.offered(), QStringLiteral("base x"));
    }

    void whatTheOtherDeskSendsEmptiesNothingElse()
    {
        TwoDesks d;
        d.two.type("A LONG ANSWER");
        d.two.open(2);
        d.exchange();
        d.one.type("short one");
        d.one.send();
        d.exchange();
        QCOMPARE(d.two.journaled(), QStringLiteral("A LONG ANSWER"));
        QCOMPARE(d.two.f.row(1).draft, std::string {"A LONG ANSWER"});
        d.two.restart();
        QCOMPARE(d.two.text(), QStringLiteral("A LONG ANSWER"));
        QCOMPARE(d.one.text(), QString());
        QCOMPARE(d.one.journaled(), QString());
        QCOMPARE(d.one.offered(), QStringLiteral("A LONG ANSWER"));
    }

    void whatTheOtherDeskSendsIsNoDraftAnyMore()
    {
        TwoDesks d;
        d.one.isInText = d.two.isInText = false;
        d.two.type("We come on Friday");
        d.exchange();
        QCOMPARE(d.one.text(), QStringLiteral("We come on Friday"));
        d.one.send();
        d.exchange();
        QCOMPARE(d.two.journaled(), QString());
        QCOMPARE(d.two.text(), QString());
        // With some words more, sent before they were told.
        d.two.type("We come");
        d.exchange();
        d.one.drafts->typed(reply, QStringLiteral("We come on Friday"));
        d.one.send();
        d.exchange();
        QCOMPARE(d.two.journaled(), QString());
        // The same words as before, written after they were sent.
        d.two.drafts->open({clientId(), conversationId(1), d.position});
        d.two.type("We come on Friday");
        d.exchange();
        d.messages.front().version = 2;
        QVERIFY(d.two.f.apply({entity("message", d.messages.front())}).hasValue());
        d.one.drafts->typed(reply, QStringLiteral("Something else"));
        d.one.send();
        d.exchange();
        QCOMPARE(d.two.journaled(), QStringLiteral("We come on Friday"));
    }

    void aReceiptOfWhatWasSentHereTakesNothingThatWasWrittenSince()
    {
        TwoDesks d;
        d.one.isInText = d.two.isInText = false;
        d.two.drafts->typed(reply, QStringLiteral("Hello, we come"));
        d.two.send();
        for (const char *words : {"Hel", "Hell", "Hello"}) { // by then the outbox has forgotten what it sent
            d.two.type(words);
            d.exchange();
        }
        Message read = d.messages.front();
        read.version = 2;
        QVERIFY(d.two.f.apply({entity("message", read)}).hasValue());
        d.two.settle();
        QCOMPARE(d.two.journaled(), QStringLiteral("Hello"));
        QCOMPARE(d.two.text(), QStringLiteral("Hello"));
    }

    /// Opened where the list does not hold it: nothing is known of it but its id.
    void aPageOfWhatIsOlderTakesNoDraft()
    {
        TwoDesks d;
        d.two.isInText = false;
        d.two.open(2);
        d.two.drafts->open({{}, conversationId(1), 0});
        d.two.type("We are open from nine to five");
        d.exchange();
        Message old = message(77, 1, 1, MessageRole::Staff, "We are open from nine to five. Nora");
        old.author = {ActorKind::User, userId(), "Nora"};
        QVERIFY(d.two.f.apply({entity("message", old)}).hasValue());
        d.two.settle();
        QCOMPARE(d.two.journaled(), QStringLiteral("We are open from nine to five"));
        QCOMPARE(d.two.text(), QStringLiteral("We are open from nine to five"));
    }

    void whoGoesOnAtTheOtherDeskFindsItAtThisOne()
    {
        TwoDesks d;
        d.one.isInText = d.two.isInText = false;
        d.two.type("Hello");
        d.exchange();
        for (const char *words : {"Hello, we", "Hello, we come", "Hello, you come"}) {
            d.one.type(words);
            d.exchange();
            QCOMPARE(d.two.text(), QString::fromUtf8(words));
            QCOMPARE(d.two.offered(), QString());
            QCOMPARE(d.one.offered(), QString());
        }
        d.one.type("");
        d.exchange();
        QCOMPARE(d.two.text(), QString());
    }

    void whatIsChangedOfTheOtherDesksWordsIsNotOfferedBesideThem()
    {
        TwoDesks d;
        d.one.isInText = false;
        d.two.type("Hello, we come on Friday");
        d.exchange();
        QCOMPARE(d.one.text(), QStringLiteral("Hello, we come on Friday"));
        d.one.drafts->typed(reply, QStringLiteral("Hello, we come"));
        QCOMPARE(d.one.offered(), QString());
        d.one.type("Hello, we come");
        QCOMPARE(d.one.offered(), QString());
        d.exchange();
        QCOMPARE(d.one.offered(), QString());
    }

    void manyTextsOfTheOtherDeskTakeNothingAway()
    {
        TwoDesks d;
        QString mine;
        QString theirs;
        for (int i = 0; i < 10; ++i) {
            mine += QStringLiteral("m%1 ").arg(i);
            theirs += QStringLiteral("t%1 ").arg(i);
            d.two.type(mine.toUtf8().constData());
            d.one.type(theirs.toUtf8().constData());
            if (i % 3 == 1)
                d.two.awayAndBack();
            d.exchange();
            QCOMPARE(d.two.text(), mine);
            QCOMPARE(d.two.offered(), theirs);
            QCOMPARE(d.one.text(), theirs);
            QCOMPARE(d.one.offered(), mine);
        }
        // What is not there any more is not offered.
        d.one.type("");
        d.exchange();
        QCOMPARE(d.two.text(), mine);
        QCOMPARE(d.two.offered(), QString());
        d.two.restart();
        QCOMPARE(d.two.text(), mine);
        QCOMPARE(d.two.offered(), QString());
    }

    void notesAreKeptAsRepliesAre()
    {
        TwoDesks d;
        d.two.type("call her back", CompositionKind::Note);
        d.exchange();
        d.one.type("asked twice", CompositionKind::Note);
        d.exchange();
        d.two.restart();
        QCOMPARE(d.two.text(CompositionKind::Note), QStringLiteral("call her back"));
        QCOMPARE(d.two.offered(CompositionKind::Note), QStringLiteral("asked twice"));
    }

    void whatWasTakenIsNotOfferedAgain()
    {
        TwoDesks d;
        part(d);
        d.two.drafts->takeOffered(reply);
        QTRY_COMPARE(d.two.drafts->state(reply), Drafts::State::Saved);
        d.two.type("base TWELVE WORDS");
        d.exchange();
        d.two.restart();
        QCOMPARE(d.two.text(), QStringLiteral("base TWELVE WORDS"));
        QCOMPARE(d.two.offered(), QString());
        d.one.type("base x y");
        d.exchange();
        QCOMPARE(d.two.offered(), QStringLiteral("base x y"));
        // It still is when another answer was sent, until it is sent itself or cleared.
        d.two.send();
        d.exchange();
        d.two.restart();
        QCOMPARE(d.two.text(), QString());
        QCOMPARE(d.two.offered(), QStringLiteral("base x y"));
        QCOMPARE(d.one.journaled(), QStringLiteral("base x y"));
        d.one.send();
        d.exchange();
        QCOMPARE(d.two.offered(), QString());
        QCOMPARE(d.one.offered(), QString());
    }
};

FOREDECK_QT_TEST(TwoDesksTest)
#include "twodeskstest.moc"
