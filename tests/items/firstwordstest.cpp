#include "tests/items/draftfixture.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

namespace {

/// The box of the first of two leads, while it is typed in; neither has a conversation by those words yet.
struct FirstBox {
    FirstBox()
    {
        f.signIn();
        f.fill(2);
        ephemera.setSession(SessionPhase::SignedIn, user());
        type(1, "Hello");
        type(2, "About your form");
        QSignalSpy loaded {&drafts, &Drafts::loaded};
        drafts.open({clientId(), firstWordsJournalId(leadId(1)), 0});
        [&] { QTRY_COMPARE(loaded.size(), 1); }();
    }
    void type(int n, const std::string &words)
    {
        const Composition typed {userId(), clientId(), firstWordsJournalId(leadId(n)), CompositionKind::FirstWords, words, 0, f.clock.now(), 0};
        QVERIFY(f.write(&StoreWriter::saveComposition, typed, std::optional {std::string {}}).hasValue());
    }
    QString text() const { return drafts.text(CompositionKind::FirstWords); }
    QString journal(int n)
    {
        return QString::fromStdString(f.read([n](CacheReader &reader) { return reader.draft(firstWordsJournalId(leadId(n))); }).value().firstWords);
    }
    Lead stored(int n)
    {
        return f.read([n](CacheReader &reader) { return reader.lead(leadId(n)); }).value().lead;
    }

    StoreFixture f;
    Ephemera ephemera;
    OutboxActs acts {*f.store, ephemera};
    Drafts drafts {*f.store, acts, {CompositionKind::FirstWords}, 60'000}; // saved when the test says so
};

} // namespace

/// First words, when two leads become one, or come apart, while somebody types: every word is there, and once.
class FirstWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aColleaguesMergeBringsTheOthersWordsOnce()
    {
        FirstBox k;
        k.drafts.typed(CompositionKind::FirstWords, QStringLiteral("Hello Ana"));
        Lead gone = k.stored(2);
        gone.mergedInto = leadId(1);
        ++gone.version;
        QVERIFY(k.f.apply({entity("lead", gone)}).hasValue());
        QTRY_COMPARE(k.text(), QStringLiteral("About your form\nHello Ana"));
        k.drafts.flush();
        QTRY_COMPARE(k.journal(1), QStringLiteral("About your form\nHello Ana"));
        QCOMPARE(k.text(), QStringLiteral("About your form\nHello Ana"));
    }

    void aMergeThatIsRefusedDoublesNothingOfWhatIsTyped()
    {
        FirstBox k;
        QSignalSpy committed {&k.acts, &Acts::committed};
        const OpId op = k.acts.mergeLeads(k.stored(1), k.stored(2));
        QTRY_COMPARE(committed.size(), 1);
        QTRY_COMPARE(k.text(), QStringLiteral("Hello\nAbout your form"));
        const QString typed = k.text() + QStringLiteral(", thanks");
        k.drafts.typed(CompositionKind::FirstWords, typed);
        k.f.takeSendable();
        QVERIFY(k.f.answer(op, 409, {}, R"({"title":"Conflict","status":409})").hasValue());
        QTRY_COMPARE(k.drafts.journaled(CompositionKind::FirstWords), std::optional {QStringLiteral("Hello")}); // it was read
        QCOMPARE(k.text(), typed);
        k.drafts.flush();
        QTRY_COMPARE(k.journal(1), typed);
        QCOMPARE(k.journal(2), QStringLiteral("About your form"));
    }
};

FOREDECK_QT_TEST(FirstWordsTest)
#include "firstwordstest.moc"
