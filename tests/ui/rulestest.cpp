#include "tests/qt/testclasses.h"
#include "tests/ui/rulesfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/rules/ruleform.h"
#include "ui/pages/rules/ruletrial.h"
#include "ui/widgets/button.h"
#include "ui/widgets/question.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/escalationwords.h"
#include "ui/words/rulewords.h"

#include <QAccessible>
#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// The page of a client's own rules: who sees it, how it is gone through, what is deleted, what a dry run says.
class RulesTest : public QObject, protected RulesFixture {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { end(); }

    void managersSeeThemAndNobodyElse()
    {
        showRules({rule(1, "Refunds")}, Role::Manager);
        QVERIFY(page()->isVisible());
        QCOMPARE(page()->rules().rowCount(), 1);
        QVERIFY(FormsFixture::button(m_window.get(), QStringLiteral("Rules")));
        end();
        showRules({}, Role::Agent);
        QVERIFY2(!page()->isVisible(), "the way there is closed");
        QVERIFY(!why("goto.rules").isEmpty());
        QVERIFY(!FormsFixture::button(m_window.get(), QStringLiteral("Rules"))->isVisible());
        m_window->showPlace(QStringLiteral("rules"));
        m_desk->settle();
        QVERIFY2(says(page(), QStringLiteral("Only managers see rules")), "and who comes all the same is told why");
        QVERIFY(!why("rules.new").isEmpty());
    }

    void deletingAsksAndIsTakenBackWhereItWasChangedMeanwhile()
    {
        showRules({rule(1, "Refunds"), rule(2, "Late")});
        run("rules.delete");
        auto *question = m_window->findChild<Question *>();
        QVERIFY(question && question->isOpen());
        WindowFixture::button(QStringLiteral("Keep it"))->click();
        QVERIFY(m_desk->store.outbox().empty());
        run("rules.delete");
        for (Button *one : question->findChildren<Button *>()) {
            if (one->text() == QStringLiteral("Delete"))
                one->click();
        }
        m_desk->settle();
        QVERIFY(waiting().kind == OpKind::RuleDelete);
        QCOMPARE(page()->rules().rowCount(), 1);
        QCOMPARE(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->text(), QStringLiteral("Late"));
        ClientRule theirs = rule(1, "Theirs");
        theirs.version = 2;
        answer(412, newer(theirs));
        QCOMPARE(page()->rules().rowCount(), 2);
        page()->open(theirs.id);
        m_desk->settle();
        QVERIFY(says(page(), QStringLiteral("It was not deleted")));
        // Of the notice, not the question's.
        for (Button *one : page()->findChildren<Button *>()) {
            if (one->isVisible() && one->text() == QStringLiteral("Keep it"))
                one->click();
        }
        m_desk->settle();
        QVERIFY(m_desk->store.outbox().empty());
        QVERIFY(!says(page(), QStringLiteral("It was not deleted")) || !page()->findChild<Button *>()->isVisible());
    }

    void aDryRunSaysHowOftenAndOpensTheConversations()
    {
        showRules({rule(1, "Refunds")});
        run("rules.try");
        QCOMPARE(m_desk->requests.tried.size(), std::size_t(1));
        QCOMPARE(m_desk->requests.tried.front().second.name, std::string {"Refunds"});
        QVERIFY(m_desk->requests.tried.front().second.client == test::clientId(1));
        QCOMPARE(page()->trial()->title()->text(), QStringLiteral("Looking at the last 30 days…"));
        QVERIFY(!why("rules.try").isEmpty());
        RuleDryRun run30;
        run30.fired = 14;
        run30.firedConversations = 2;
        run30.conversations = {{TestDesk::elena(), 2, m_desk->store.clock.now()}, {TestDesk::marcus(), 12, m_desk->store.clock.now() - std::chrono::hours(30)}};
        run30.examinedConversations = 120;
        run30.examinedMessages = 900;
        run30.complete = false;
        run30.examinedSince = m_desk->store.clock.now() - std::chrono::hours(24 * 8);
        const quint64 number = m_desk->requests.tried.front().first;
        Q_EMIT m_desk->requests.ruleTried(number + 1, {}); // of nobody
        QCOMPARE(page()->hits().rowCount(), 0);
        Q_EMIT m_desk->requests.ruleTried(number, run30);
        m_desk->settle();
        QVERIFY2(page()->trial()->title()->text().startsWith(QStringLiteral("Would have fired 14")), qPrintable(page()->trial()->title()->text()));
        QVERIFY(says(page()->trial(), QStringLiteral("so it may be more")));
        QCOMPARE(page()->hits().rowCount(), 2);
        QVERIFY(page()->hits().data(page()->hits().index(0), Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Elena Vásquez")));
        // What is typed on is not what was tried.
        type(QStringLiteral("Name of the rule"), QStringLiteral("Other"));
        QVERIFY(says(page()->trial(), QStringLiteral("The rule was changed since")));
        page()->trial()->view()->setFocus();
        page()->trial()->view()->setCurrentIndex(page()->hits().index(0));
        QTest::keyClick(page()->trial()->view(), Qt::Key_Return);
        m_desk->settle();
        QVERIFY(m_window->inbox()->isVisible());
        QCOMPARE(m_window->inbox()->conversation(), TestDesk::elena());
        QVERIFY2(page()->isDirty(), "and what is typed stays");
    }

    void aDryRunSaysWhyNot()
    {
        showRules({rule(1, "Refunds")});
        run("rules.try");
        Error error = Error::of(Error::Kind::Unavailable, "the server did not answer");
        Q_EMIT m_desk->requests.ruleTryFailed(m_desk->requests.tried.back().first, error);
        QCOMPARE(page()->trial()->title()->text(), QStringLiteral("It could not be tried"));
        QVERIFY(says(page()->trial(), QStringLiteral("The server did not answer.")));
        run("rules.try");
        error = Error::of(Error::Kind::Invalid, "when.words[0]: is too long");
        error.fields = {{"when.words[0]", "is too long"}};
        Q_EMIT m_desk->requests.ruleTryFailed(m_desk->requests.tried.back().first, error);
        QVERIFY(says(page()->form(), QStringLiteral("Is too long.")));
        SyncStatus offline;
        offline.phase = SyncPhase::Offline;
        m_desk->ephemera.setSync(offline);
        QVERIFY(!why("rules.try").isEmpty());
        page()->showClient(test::clientId(1));
        m_desk->settle();
        QVERIFY(says(page()->trial(), QStringLiteral("Not connected")));
        QVERIFY2(why("rules.new").isEmpty(), "the rule itself is edited all the same");
    }

    void theKeyboardAloneGoesThroughIt()
    {
        showRules({rule(1, "Refunds"), rule(2, "Late")});
        m_window->showPlace(QStringLiteral("inbox"));
        m_window->inbox()->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_G);
        QTest::keyClick(m_window.get(), Qt::Key_R);
        QTRY_VERIFY(page()->isVisible());
        QVERIFY(page()->list()->hasFocus());
        QTest::keyClick(page()->list(), Qt::Key_J);
        m_desk->settle();
        QCOMPARE(page()->rule(), rule(2, {}).id);
        QTest::keyClick(page()->list(), Qt::Key_Up);
        m_desk->settle();
        QCOMPARE(page()->rule(), rule(1, {}).id);
        QTest::keyClick(page()->list(), Qt::Key_Return);
        QVERIFY(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->hasFocus());
        QTest::keyClicks(page()->form()->name(), QStringLiteral("x"));
        QTest::keyClick(page()->form()->name(), Qt::Key_S, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(waiting().kind == OpKind::RuleUpdate);
        QTest::keyClick(page()->form()->name(), Qt::Key_Insert);
        m_desk->settle();
        QVERIFY(page()->rule().empty());
        // Each field has a name for whoever does not see it.
        for (const QWidget *one : page()->form()->findChildren<QWidget *>()) {
            if (one->focusPolicy() == Qt::NoFocus || !one->isVisible() || one->focusProxy())
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(one));
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), one->metaObject()->className());
        }
    }

    void whatPeopleWroteIsNeverMarkup()
    {
        ClientRule evil = rule(1, "<b>Refunds</b> \xE2\x80\xAE evil");
        evil.when.words = {"<img src=x>"};
        showRules({evil});
        for (const QLabel *label : page()->findChildren<QLabel *>())
            QVERIFY(label->textFormat() == Qt::PlainText);
        const QString sentence = ruleSentence(evil);
        QVERIFY(sentence.contains(QStringLiteral("<img src=x>")));
        QVERIFY(!ruleName(evil).contains(QChar(0x202E)));
    }

    void wordsOfARule()
    {
        ClientRule refunds = rule(1, "Refunds");
        refunds.when.meaning = {"a refund", "money back"};
        refunds.when.unansweredMinutes = 15;
        refunds.when.times = {RuleTime::AfterHours, RuleTime::Weekend};
        refunds.handOver.reason = EscalationReason::PaymentDispute;
        ClientRule odd = refunds;
        odd.when.meaning = {"50%1 off"};
        QVERIFY2(ruleSentence(odd).contains(QStringLiteral("50%1 off")) && ruleSentence(odd).contains(QStringLiteral("priority 2")), qPrintable(ruleSentence(odd)));
        const QString sentence = ruleSentence(refunds).remove(QChar(0x2068)).remove(QChar(0x2069));
        QCOMPARE(sentence, QStringLiteral("When a message means “a refund” or “money back”, nobody has replied for 15\u00A0min and we are closed or it is the weekend, hand over: Payment dispute, priority 2."));
        QCOMPARE(ruleOccasionWords(refunds.when), QStringLiteral("Fires once in each wait"));
        refunds.when.unansweredMinutes.reset();
        QCOMPARE(ruleOccasionWords(refunds.when), QStringLiteral("May fire with each message"));
        const auto why = [](EscalationReason reason, const char *rule) { return handOverWords(reason, QString::fromUtf8(rule)).remove(QChar(0x2068)).remove(QChar(0x2069)); };
        QCOMPARE(why(EscalationReason::Rule, ""), QStringLiteral("Needs a person"));
        QCOMPARE(why(EscalationReason::Rule, "Refunds"), QStringLiteral("Rule: Refunds"));
        QCOMPARE(why(EscalationReason::Legal, "Contracts"), QStringLiteral("Legal · Rule: Contracts"));
        QCOMPARE(ruleWord(QStringLiteral("client.rule")), QStringLiteral("A rule of your own"));
        QStringList unknown;
        QCOMPARE(languagesOf(QStringLiteral("en, spanish, Klingon"), unknown), (std::vector<std::string> {"en", "es"}));
        QCOMPARE(unknown, QStringList {QStringLiteral("Klingon")});
    }

    void itFitsSmallAndLargeAndLooks()
    {
        ClientRule refunds = rule(1, "Refunds");
        refunds.when.times = {RuleTime::AfterHours, RuleTime::Weekend};
        ClientRule off = rule(2, "Weekend prices");
        off.enabled = false;
        showRules({refunds, off});
        for (const QSize size : {QSize(1440, 900), QSize(1024, 768), QSize(760, 700)}) {
            m_window->resize(size);
            m_desk->settle();
            keep(QStringLiteral("rules-%1").arg(size.width()));
            QVERIFY(page()->width() <= size.width());
        }
        QCOMPARE(page()->list()->width(), page()->width()); // no line beside nothing
        const auto labels = page()->form()->findChildren<TextLabel *>();
        const auto topOf = [&](const QString &text) {
            const auto found = std::find_if(labels.begin(), labels.end(), [&](const TextLabel *one) { return one->text() == text; });
            return found == labels.end() ? -1 : (*found)->mapTo(page()->form(), QPoint()).y();
        };
        QVERIFY2(page()->list()->isVisible() != page()->form()->isVisible(), "one stack");
        QTest::mouseClick(page()->list()->viewport(), Qt::LeftButton, {}, page()->list()->visualRect(page()->rules().index(0)).center());
        m_desk->settle();
        QVERIFY(page()->form()->isVisible());
        QCOMPARE(topOf(QStringLiteral("Priority")), topOf(QStringLiteral("Reason it is given")));
        QVERIFY(page()->goBack());
        QVERIFY(page()->list()->isVisible());
        QTest::keyClick(page()->list(), Qt::Key_Return);
        QVERIFY2(page()->form()->isVisible() && page()->form()->name()->hasFocus(), "nobody writes into what is behind the list");
    }
};

FOREDECK_QT_TEST(RulesTest)
#include "rulestest.moc"
