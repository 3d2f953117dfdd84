#include "models/cache/sought.h"
#include "tests/cache/storefixture.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

namespace {

/// The pieces of the text that were met.
QStringList met(const QString &words, const QString &text)
{
    QStringList found;
    for (const TextSpan &span : Sought(words).in(text))
        found << text.mid(span.from, span.to - span.from);
    return found;
}

} // namespace

/// Words that are looked for, in texts and in a conversation.
class SoughtTest : public QObject {
    Q_OBJECT

private:
    static Result<FoundEntries> look(StoreFixture &f, int conversation, const QString &words, bool givenUp = false, TimelineKey after = {}, int limit = INT_MAX)
    {
        return f.read([&](CacheReader &reader) { return reader.entriesWith(conversationId(conversation), Sought(words), after, limit, [givenUp] { return givenUp; }); });
    }
    static std::vector<std::pair<std::int64_t, int>> places(const FoundEntries &found)
    {
        std::vector<std::pair<std::int64_t, int>> list;
        for (const FoundEntry &entry : found.entries)
            list.emplace_back(entry.position, entry.times);
        return list;
    }

private Q_SLOTS:
    void wordsAreMetHoweverTheyAreWritten_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("pieces");
        const auto row = [](const char *name, const char *words, const char *text, const QStringList &pieces) {
            QTest::newRow(name) << QString::fromUtf8(words) << QString::fromUtf8(text) << pieces;
        };
        const auto u = [](const char *text) { return QString::fromUtf8(text); };
        row("case", "GARAGE", "Our garage, the Garage", {u("garage"), u("Garage")});
        row("accents", "jose nunez", "José Núñez", {u("José Núñez")});
        row("accents typed", "Núñez", "nunez", {u("nunez")});
        row("an accent of its own", "cafe", "cafe\xCC\x81 noir", {u("cafe\xCC\x81")});
        row("strokes", "lukasz soren", "Łukasz Søren", {u("Łukasz Søren")});
        row("two letters in one", "strasse", "Hauptstraße 4", {u("straße")});
        row("half of one letter", "s", "Maß", {u("ß")});
        row("blanks and breaks", "the van", "the \n\tvan", {u("the \n\tvan")});
        row("a blank that does not break", "10 EUR", "10\xC2\xA0" "EUR", {u("10\xC2\xA0" "EUR")});
        row("quotation marks", "c'est", "Merci, c’est parfait", {u("c’est")});
        row("dashes", "9-5", "open 9–5", {u("9–5")});
        row("what cannot be seen", "evil", "e\xE2\x80\x8Bv\xE2\x80\xAEil", {u("e\xE2\x80\x8Bv\xE2\x80\xAEil")});
        row("overlapping", "aa", "aaaa a", {u("aa"), u("aa")});
        row("no pattern", "%a_*.", "100 %a_*. and xaxx.", {u("%a_*.")});
        row("an emoji", "🙏", "thanks 🙏🙏", {u("🙏"), u("🙏")});
        row("arabic", "حجز", "يمكنك حَجْز المرسى", {u("حَجْز")});
        row("blanks around it", "  van ", "a van", {u("van")});
        row("nothing of it", "bus", "a van", {});
        row("only blanks", "  \n", "a b", {});
        row("in nothing", "bus", "", {});
    }
    void wordsAreMetHoweverTheyAreWritten()
    {
        QFETCH(QString, words);
        QFETCH(QString, text);
        QTEST(met(words, text), "pieces");
    }

    void allOfAConversationIsLookedThrough()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        std::vector<Entity> entities;
        for (int p = 2; p <= 700; ++p)
            entities.push_back(entity("message", message(1000 + p, 1, p, p % 2 ? MessageRole::Lead : MessageRole::Ai, p == 5 ? "A Garage. The garage!" : (p == 690 ? "garáge" : "m"))));
        Note note;
        note.id = NoteId {idText(11, 1)};
        note.client = clientId();
        note.conversation = conversationId(1);
        note.position = 701;
        note.author = {ActorKind::User, userId(2), "Tomás"};
        note.text = "the garage is low";
        entities.push_back(entity("note", note));
        Transition over;
        over.id = TransitionId {idText(10, 1)};
        over.client = clientId();
        over.conversation = conversationId(1);
        over.position = 702;
        over.detail = "garage"; // words that nobody wrote there
        entities.push_back(entity("transition", over));
        entities.push_back(entity("message", message(5000, 2, 2, MessageRole::Lead, "another garage")));
        QVERIFY(f.apply(std::move(entities)).hasValue());
        const auto found = look(f, 1, QStringLiteral("garage"));
        QVERIFY(found.hasValue());
        QCOMPARE(places(found.value()), (std::vector<std::pair<std::int64_t, int>> {{5, 2}, {690, 1}, {701, 1}}));
        QCOMPARE(found.value().firstPosition, 1);
        QVERIFY(found.value().isWhole);
        // The same in steps, which end where nothing is left.
        std::vector<std::pair<std::int64_t, int>> inSteps;
        int steps = 0;
        for (TimelineKey after; steps == 0 || after.position > 0; ++steps) {
            const auto step = look(f, 1, QStringLiteral("garage"), false, after, 100);
            QVERIFY(step.hasValue());
            for (const auto &place : places(step.value()))
                inSteps.push_back(place);
            after = step.value().isLast ? TimelineKey {} : step.value().end;
        }
        QCOMPARE(inSteps, places(found.value()));
        QCOMPARE(steps, 8); // 701 messages and notes
        const auto other = look(f, 99, QStringLiteral("garage"));
        QVERIFY(other.hasValue() && other.value().entries.empty());
    }

    void whatHasNotComeBackIsLookedThroughOnce()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op op = f.reply(1, "The garage is open");
        QVERIFY(f.enqueue(op).hasValue());
        f.settle();
        auto found = look(f, 1, QStringLiteral("garage"));
        QVERIFY(found.hasValue());
        QCOMPARE(places(found.value()), (std::vector<std::pair<std::int64_t, int>> {{0, 1}}));
        QCOMPARE(found.value().entries.front().id, op.id.value);
        Message m = message(7, 1, 2, MessageRole::Staff, "The garage is open");
        m.id = MessageId {op.id.value};
        QVERIFY(f.apply({entity("message", m)}).hasValue());
        found = look(f, 1, QStringLiteral("garage"));
        QCOMPARE(places(found.value()), (std::vector<std::pair<std::int64_t, int>> {{2, 1}}));
    }

    void whatIsOnTheServerAloneIsSaid()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply({entity("message", message(9, 1, 50, MessageRole::Lead, "garage")), Entity {"message", 9, {}, messageId(1).value, true, {}}}).hasValue());
        const auto found = look(f, 1, QStringLiteral("garage"));
        QVERIFY(found.hasValue() && !found.value().isWhole);
        QCOMPARE(found.value().firstPosition, 50);
    }

    void whatIsNotLookedForAnyMoreIsGivenUp()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const auto found = look(f, 1, QStringLiteral("hello"), true);
        QVERIFY(found.hasError());
        QCOMPARE(found.error().kind, Error::Kind::Cancelled);
    }
};

FOREDECK_QT_TEST(SoughtTest)
#include "soughttest.moc"
