#include "models/items/drafttext.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;

namespace {

const QString none;
QString text(const char *words) { return QString::fromUtf8(words); }
DraftText::Journal here(const char *words) { return {text(words), false}; }
DraftText::Journal elsewhere(const char *words) { return {text(words), true}; }

/// One that was read and found this.
DraftText readWith(const char *words)
{
    DraftText draft;
    draft.read(here(words), false);
    return draft;
}

} // namespace

class DraftTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSaveNamesWhatItWentOnFrom()
    {
        DraftText draft = readWith("Hello");
        QCOMPARE(draft.text(), text("Hello"));
        QCOMPARE(draft.state(), DraftText::State::Clean);
        draft.typed(text("Hello, yes"));
        QCOMPARE(draft.state(), DraftText::State::Typing);
        const auto first = draft.save(1);
        QCOMPARE(first.before, std::optional(text("Hello")));
        QCOMPARE(draft.state(), DraftText::State::Saving);
        // Not answered yet, and typed on: the next one stands on this one.
        draft.typed(text("Hello, yes, we"));
        QCOMPARE(draft.save(2).before, std::optional(text("Hello, yes")));
        draft.written(1);
        QCOMPARE(draft.state(), DraftText::State::Saving);
        draft.written(2);
        QCOMPARE(draft.state(), DraftText::State::Saved);
        QVERIFY(!draft.wantsSaving() && !draft.isUnderWay());
    }

    void whatTheDiskRefusedWantsToBeSavedAgain()
    {
        DraftText draft = readWith("");
        draft.typed(text("a"));
        draft.save(1);
        draft.typed(text("ab"));
        draft.save(2);
        draft.refused(1);
        QCOMPARE(draft.state(), DraftText::State::Saving);
        draft.refused(2);
        QCOMPARE(draft.state(), DraftText::State::Failed);
        const auto again = draft.save(3);
        QCOMPARE(again.text, text("ab"));
        QCOMPARE(again.before, std::optional(none));
    }

    void whatWasTypedBeforeTheFirstReadingGoesOnFromIt()
    {
        DraftText draft;
        draft.typed(text("we"));
        QVERIFY(!draft.isRead());
        DraftText early = draft;
        QVERIFY(!early.save(1).before);
        QCOMPARE(draft.read(here("Dear guest, "), true), DraftText::Change::Text);
        QCOMPARE(draft.text(), text("Dear guest, we"));
        QVERIFY(draft.wantsSaving());
    }

    void whatAnotherWindowHandedOverIsNotWhatCameBack()
    {
        DraftText draft;
        draft.takenOver(text("asks for a cot"));
        draft.typed(text("asks for a cot please"));
        // Two readings that are older than that window's last save, then the one that shows it.
        QCOMPARE(draft.read(here(""), true), DraftText::Change::Nothing);
        QVERIFY(draft.isRead());
        QCOMPARE(draft.read(here("asks for"), true), DraftText::Change::Nothing);
        DraftText early = draft;
        QCOMPARE(early.save(1).before, std::optional(text("asks for a cot")));
        QCOMPARE(draft.read(here("asks for a cot"), true), DraftText::Change::Nothing);
        QCOMPARE(draft.text(), text("asks for a cot please"));
        // From then on what stands in front of it came back.
        QCOMPARE(draft.read(here("We are open\nasks for a cot"), true), DraftText::Change::Text);
        QCOMPARE(draft.text(), text("We are open\nasks for a cot please"));

        // Read before it was handed over, it goes on from there all the same.
        DraftText late = readWith("asks for");
        late.takenOver(text("asks for a cot"));
        QCOMPARE(late.save(1).before, std::optional(text("asks for a cot")));

        DraftText before;
        before.takenOver(text("a cot"));
        QCOMPARE(before.read(here("We are open\na cot"), true), DraftText::Change::Text);
        QCOMPARE(before.text(), text("We are open\na cot"));
    }

    void aReadingSaysNothingWhileSomethingIsUnderWay()
    {
        DraftText draft = readWith("Hello");
        draft.sent(1);
        QCOMPARE(draft.read(here("Hello"), false), DraftText::Change::Nothing);
        QCOMPARE(draft.text(), none);
        draft.written(1);
        QCOMPARE(draft.read(here(""), false), DraftText::Change::Nothing);
        // Taken back.
        QCOMPARE(draft.read(here("Hello"), true), DraftText::Change::Text);
        QCOMPARE(draft.text(), text("Hello"));
        QCOMPARE(draft.state(), DraftText::State::Clean);
    }

    void whatComesBackStandsInFrontOfWhatIsTyped()
    {
        DraftText draft = readWith("b");
        draft.typed(text("bc"));
        QCOMPARE(draft.read(here("a\nb"), true), DraftText::Change::Text);
        QCOMPARE(draft.text(), text("a\nbc"));
        QCOMPARE(draft.save(1).before, std::optional(text("a\nb")));
    }

    void anotherDeviceReplacesNeitherUnsavedWordsNorTheOnesUnderTheCursor()
    {
        DraftText draft = readWith("mine");
        draft.typed(text("mine, too"));
        QCOMPARE(draft.read(elsewhere("theirs"), true), DraftText::Change::Nothing);
        draft.save(1);
        draft.written(1);
        QCOMPARE(draft.read(elsewhere("mine, too"), true), DraftText::Change::Nothing);
        QCOMPARE(draft.read(elsewhere("theirs"), true), DraftText::Change::Offer);
        QCOMPARE(draft.text(), text("mine, too"));
        QCOMPARE(draft.offered(), text("theirs"));
        draft.takeOffered();
        QCOMPARE(draft.text(), text("mine, too\ntheirs"));
        QVERIFY(draft.offered().isEmpty() && draft.wantsSaving());
        // Not a second time once it has been sent.
        draft.sent(2);
        draft.offer(text("theirs"));
        QVERIFY(draft.offered().isEmpty());
        DraftText untouched = readWith("mine");
        QCOMPARE(untouched.read(elsewhere("theirs"), false), DraftText::Change::Text);
        QCOMPARE(untouched.text(), text("theirs"));
    }

    void aLaterTextOfTheSameBeginningTakesItsPlace()
    {
        DraftText draft = readWith("Hello");
        draft.read(elsewhere("Hello, yes"), true);
        draft.takeOffered();
        QCOMPARE(draft.text(), text("Hello, yes"));
    }
};

FOREDECK_QT_TEST(DraftTextTest)
#include "drafttexttest.moc"
