#include "net/codec/domaincodec.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/formsfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/settings/faqssection.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// Settings › Questions and answers: the list, a new one, a change, what is refused, what is deleted, and the business's name.
class FormsQuestionsTest : public QObject, protected FormsFixture {
    Q_OBJECT

private:
    static Document faq(int n, const std::string &question, const std::string &answer, std::int64_t version = 1)
    {
        Document one;
        one.id = DocumentId {test::idText(16, n)};
        one.client = test::clientId(1);
        one.base = KnowledgeBaseId {test::idText(17, 1)};
        one.title = question;
        one.text = answer;
        one.language = "en";
        one.category = "house";
        one.version = version;
        return one;
    }
    FaqsSection *show(bool withAnswers = true)
    {
        auto *section = FormsFixture::show<FaqsSection>(QStringLiteral("questions"));
        if (withAnswers)
            put({faq(1, "Is there parking?", "Yes, 18 spaces.\nBehind the house."), faq(2, "When is breakfast?", "From 7:30 to 10:30.")});
        return section;
    }
    void put(const std::vector<Document> &answers)
    {
        std::vector<Entity> entities;
        for (const Document &one : answers)
            entities.push_back(test::entity("document", one));
        QVERIFY(m_desk->store.apply(entities).hasValue());
        m_desk->settle();
    }
    static LineEdit *asked(const QWidget *in) { return field(in, QStringLiteral("Question")); }
    static LineEdit *name(const QWidget *in) { return field(in, QStringLiteral("Name of the business")); }
    static QPlainTextEdit *text(const QWidget *in) { return in->findChild<QPlainTextEdit *>(); }
    Client client()
    {
        const auto all = m_desk->store.read([](CacheReader &reader) { return reader.clients(); }).value();
        return *std::find_if(all.begin(), all.end(), [](const Client &one) { return one.id == test::clientId(1); });
    }

private Q_SLOTS:
    void cleanup() { end(); }

    void theFirstOneIsShownWithAllItsLines()
    {
        auto *section = show();
        QCOMPARE(section->answers().rowCount(), 2);
        QCOMPARE(asked(section)->text(), QStringLiteral("Is there parking?"));
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Yes, 18 spaces.\nBehind the house."));
        QCOMPARE(text(section)->accessibleName(), QStringLiteral("Answer"));
        QCOMPARE(section->list()->accessibleName(), QStringLiteral("Questions and answers"));
        QVERIFY(!section->isDirty() && !button(section, QStringLiteral("Save"))->isEnabled());
        choose(section, 1);
        QCOMPARE(asked(section)->text(), QStringLiteral("When is breakfast?"));
        keep(QStringLiteral("settings-questions-light"));
    }

    void thePaletteFindsItByWhatItIsCalled()
    {
        const auto *section = show(false);
        for (const char *word : {"question", "faq", "answer", "knowledge", "business name"})
            QVERIFY2(section->searchWords().contains(QLatin1String(word), Qt::CaseInsensitive), word);
    }

    void theKeyboardAloneChangesOne()
    {
        auto *section = show();
        section->list()->setFocus();
        QTest::keyClick(section->list(), Qt::Key_Down);
        m_desk->settle();
        QTRY_COMPARE(asked(section)->text(), QStringLiteral("When is breakfast?"));
        QTest::keyClick(section->list(), Qt::Key_Return);
        QVERIFY(asked(section)->hasFocus());
        QTest::keyClick(asked(section), Qt::Key_Tab);
        QVERIFY(text(section)->hasFocus());
        QTest::keyClicks(text(section), QStringLiteral("Daily. "));
        QVERIFY(section->isDirty());
        button(section, QStringLiteral("Save"))->setFocus();
        QTest::keyClick(button(section, QStringLiteral("Save")), Qt::Key_Space);
        m_desk->settle();
        QCOMPARE(waiting().kind, OpKind::Faqs);
        QVERIFY(waiting().body.find("Daily. From 7:30") != std::string::npos);
        QVERIFY(waiting().body.find(R"("category":"house")") != std::string::npos); // what the form does not show stays
        QVERIFY(waiting().body.find(R"("version":1)") != std::string::npos);
    }

    void aNewOneGoesToTheServerAndStandsInTheList()
    {
        auto *section = show(false);
        QVERIFY(says(section, QStringLiteral("No answer yet")));
        press(button(section, QStringLiteral("New question")));
        QVERIFY(asked(section)->hasFocus());
        QTest::keyClicks(asked(section), QStringLiteral("Do you take dogs?"));
        text(section)->setPlainText(QStringLiteral("Small ones.\nAsk before."));
        press(button(section, QStringLiteral("Save")));
        const Op op = waiting();
        QCOMPARE(op.kind, OpKind::Faqs);
        QVERIFY(op.body.find(R"("answer":"Small ones.\nAsk before.")") != std::string::npos);
        QVERIFY2(op.body.find("version") == std::string::npos, op.body.c_str());
        QVERIFY(says(section, QStringLiteral("Saved here")));
        QVERIFY(!section->isDirty());
        QTRY_COMPARE(section->answers().rowCount(), 1);
        Document made = faq(9, "Do you take dogs?", "Small ones.\nAsk before.");
        made.id = section->answers().itemAt(0).value.id;
        QCOMPARE(answer(200), op.id);
        Entity event = test::entity("document", made);
        event.op = op.id;
        QVERIFY(m_desk->store.apply({event}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(says(section, QStringLiteral("Saved")) && !says(section, QStringLiteral("Saved here")));
        QTest::keyClicks(asked(section), QStringLiteral("?"));
        press(button(section, QStringLiteral("Save")));
        QVERIFY(waiting().body.find(made.id.value) != std::string::npos);
    }

    void whatIsNoAnswerIsToldBesideItsField()
    {
        auto *section = show();
        text(section)->setPlainText(QStringLiteral(" \n"));
        press(button(section, QStringLiteral("Save")));
        QVERIFY(says(section, QStringLiteral("Write what is answered")));
        QCOMPARE(waiting().id, OpId());
        asked(section)->selectAll();
        QTest::keyClicks(asked(section), QStringLiteral(" "));
        press(button(section, QStringLiteral("Save")));
        QVERIFY(says(section, QStringLiteral("Write what is asked")));
        QVERIFY(asked(section)->hasFocus());
    }

    void whatIsPastedIsNotCutAndSavedUnseen()
    {
        auto *section = show();
        text(section)->setFocus();
        text(section)->selectAll();
        QApplication::clipboard()->setText(QString(20'000, QLatin1Char('x')));
        text(section)->paste();
        QCOMPARE(text(section)->toPlainText().size(), qsizetype(20'000));
        press(button(section, QStringLiteral("Save")));
        QVERIFY(says(section, QStringLiteral("It is longer than an answer may be.")));
        QCOMPARE(waiting().id, OpId());
    }

    void aNewerOneIsNotOverwrittenUnseenAndWhatIsTypedStays()
    {
        auto *section = show();
        text(section)->setPlainText(QStringLiteral("Mine."));
        put({faq(1, "Is there parking?", "Theirs.", 2)});
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Mine."));
        press(button(section, QStringLiteral("Save")));
        QVERIFY(waiting().body.find(R"("version":1)") != std::string::npos);
        answer(412, newer(faq(1, "Is there parking?", "Theirs.", 2)));
        QTRY_VERIFY(says(section, QStringLiteral("Somebody else has changed it")));
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Mine."));
        press(button(section, QStringLiteral("Save")));
        QVERIFY(waiting().body.find(R"("version":2)") != std::string::npos);
    }

    void whatIsTypedStaysWhileTheCacheIsFilledAnew()
    {
        auto *section = show();
        SyncStatus filling;
        filling.phase = SyncPhase::CatchingUp;
        m_desk->ephemera.setSync(filling);
        text(section)->setPlainText(QStringLiteral("Mine."));
        QVERIFY(m_desk->store.apply({Entity {"document", 2, {}, test::idText(16, 1), true, {}}}).hasValue());
        m_desk->settle();
        QTRY_COMPARE(section->answers().rowCount(), 1);
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Mine."));
        QVERIFY(!says(section, QStringLiteral("has been deleted")));
        QVERIFY(!button(section, QStringLiteral("Save"))->isEnabled()); // it would be there twice
        SyncStatus live;
        live.phase = SyncPhase::Live;
        m_desk->ephemera.setSync(live);
        m_desk->settle();
        QVERIFY(says(section, QStringLiteral("has been deleted")));
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Mine."));
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().kind, OpKind::Faqs);
    }

    /// What is for the team alone does not become what customers are told.
    void whatIsMadeAnewIsForWhomItWas()
    {
        auto *section = show(false);
        Document ours = faq(1, "What discount may we grant?", "Ten per cent.");
        ours.visibility = Visibility::Internal;
        put({ours});
        QTRY_COMPARE(asked(section)->text(), QStringLiteral("What discount may we grant?"));
        text(section)->setPlainText(QStringLiteral("Twelve per cent."));
        QVERIFY(m_desk->store.apply({Entity {"document", 2, {}, test::idText(16, 1), true, {}}}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(says(section, QStringLiteral("has been deleted")));
        press(button(section, QStringLiteral("Save")));
        const std::string body = waiting().body;
        QVERIFY2(body.find(R"("visibility":"internal")") != std::string::npos, body.c_str());
        QVERIFY2(body.find(R"("category":"house")") != std::string::npos, body.c_str());
    }

    void nothingTypedGoesWithALostCache()
    {
        auto *section = show();
        choose(section, 1);
        text(section)->setPlainText(QStringLiteral("Mine."));
        m_desk->loseCache();
        QCOMPARE(asked(section)->text(), QStringLiteral("When is breakfast?"));
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Mine."));
        QVERIFY(section->isDirty() && !says(section, QStringLiteral("has been deleted")));
        QCOMPARE(section->answers().rowCount(), 2);
        put({faq(1, "Is there parking?", "Yes, 18 spaces.\nBehind the house."), faq(2, "When is breakfast?", "From 7:30 to 10:30.")});
        m_desk->fillAgain();
        QCOMPARE(asked(section)->text(), QStringLiteral("When is breakfast?"));
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Mine."));
        QVERIFY(section->isDirty() && !says(section, QStringLiteral("has been deleted")));
        press(button(section, QStringLiteral("Save")));
        QVERIFY2(waiting().body.find(test::idText(16, 2)) != std::string::npos, "it is that one, and not a new one");
    }

    void anotherIsShownOnlyOnceItIsAsked()
    {
        auto *section = show();
        text(section)->setPlainText(QStringLiteral("Not saved yet."));
        choose(section, 1);
        QVERIFY(question());
        press(button(question(), QStringLiteral("Keep editing")));
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Not saved yet."));
        choose(section, 1);
        press(button(question(), QStringLiteral("Drop them")));
        QCOMPARE(asked(section)->text(), QStringLiteral("When is breakfast?"));
        QVERIFY(!section->isDirty());
    }

    void deletedOnceAskedAndGoneFromTheListAtOnce()
    {
        auto *section = show();
        press(button(section, QStringLiteral("Delete")));
        QVERIFY(question());
        QVERIFY(says(question(), QStringLiteral("Is there parking?")));
        press(button(question(), QStringLiteral("Delete")));
        QCOMPARE(waiting().kind, OpKind::FaqDelete);
        QCOMPARE(waiting().target, test::idText(16, 1));
        QCOMPARE(waiting().ifMatch, std::string("1"));
        QTRY_COMPARE(section->answers().rowCount(), 1);
        QTRY_COMPARE(asked(section)->text(), QStringLiteral("When is breakfast?"));
    }

    void theBusinessGoesByTheNameThatIsGivenIt()
    {
        auto *section = show();
        const Client before = client();
        QCOMPARE(name(section)->text(), QString::fromStdString(before.name));
        name(section)->selectAll();
        QTest::keyClicks(name(section), QStringLiteral("  Casa Azul "));
        QVERIFY(section->isDirty());
        choose(section, 1); // the name is not what this would drop
        QVERIFY(!question());
        QTest::keyClick(name(section), Qt::Key_Return);
        m_desk->settle();
        QCOMPARE(waiting().kind, OpKind::ClientName);
        QCOMPARE(waiting().body, std::string(R"({"name":"Casa Azul"})"));
        QCOMPARE(waiting().ifMatch, std::to_string(before.version));
        QTRY_COMPARE(client().name, std::string("Casa Azul"));
        QVERIFY(!section->isDirty());
        Client theirs = before;
        theirs.name = "Casa Verde";
        theirs.version = before.version + 1;
        answer(412, newer(theirs));
        QTRY_VERIFY(says(section, QStringLiteral("Somebody else has changed it")));
        QCOMPARE(name(section)->text().trimmed(), QStringLiteral("Casa Azul"));
        QVERIFY(m_desk->store.apply({test::entity("client", theirs)}).hasValue());
        m_desk->settle();
        QCOMPARE(name(section)->text().trimmed(), QStringLiteral("Casa Azul")); // what is typed stays
        press(button(section, QStringLiteral("Save the name")));
        QCOMPARE(waiting().ifMatch, std::to_string(theirs.version));
    }

    void aBusinessIsNotLeftWithoutAName()
    {
        auto *section = show();
        name(section)->selectAll();
        QTest::keyClicks(name(section), QStringLiteral(" "));
        press(button(section, QStringLiteral("Save the name")));
        QVERIFY(says(section, QStringLiteral("Give it a name")));
        QCOMPARE(waiting().id, OpId());
    }

    void whoMayNotManageReadsThem()
    {
        auto *section = show();
        for (const Role role : {Role::Viewer, Role::Manager}) {
            User person = test::user(1);
            person.role = role;
            m_desk->ephemera.setSession(SessionPhase::SignedIn, person);
            m_desk->settle();
            const bool manages = role == Role::Manager;
            QCOMPARE(asked(section)->isEnabled(), manages);
            QCOMPARE(text(section)->isEnabled(), manages);
            QCOMPARE(button(section, QStringLiteral("New question"))->isEnabled(), manages);
            QVERIFY(!name(section)->isEnabled()); // administrators alone
            QCOMPARE(asked(section)->text(), QStringLiteral("Is there parking?"));
        }
    }
};

FOREDECK_QT_TEST(FormsQuestionsTest)
#include "formsquestionstest.moc"
