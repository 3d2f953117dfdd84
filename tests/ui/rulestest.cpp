#include "tests/ui/formsfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/rules/ruleform.h"
#include "ui/pages/rules/rulesheader.h"
#include "ui/pages/rules/rulespage.h"
#include "ui/pages/rules/ruletrial.h"
#include "ui/shell/frame.h"
#include "ui/widgets/question.h"
#include "ui/widgets/segment.h"
#include "ui/words/escalationwords.h"
#include "ui/words/rulewords.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// The page of a client's own rules: who sees it, what is typed and saved, what a dry run says.
class RulesTest : public QObject, protected FormsFixture {
    Q_OBJECT

    static ClientRule rule(int n, const std::string &name)
    {
        ClientRule rule;
        rule.id = RuleId {test::idText(14, n)};
        rule.client = test::clientId(1);
        rule.name = name;
        rule.when.meaning = {"a refund"};
        return rule;
    }
    RulesPage *page() const { return m_window->rules(); }
    /// The rules of the first client, shown to somebody of that role.
    void showRules(const std::vector<ClientRule> &rules, Role role = Role::Admin)
    {
        makeDesk();
        m_desk->fill();
        User me = m_desk->ephemera.me();
        me.role = role;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, me);
        for (const ClientRule &one : rules)
            [&] { QVERIFY(m_desk->store.apply({test::entity("rule", one)}).hasValue()); }();
        m_window = std::make_unique<MainWindow>(m_desk->desk());
        m_window->show();
        [this] { QVERIFY(QTest::qWaitForWindowActive(m_window.get())); }();
        m_desk->settle();
        page()->showClient(test::clientId(1));
        m_window->commands().refresh();
        run("goto.rules");
        m_desk->settle();
    }
    void run(const char *command)
    {
        m_window->commands().refresh();
        m_window->commands().action(QLatin1StringView(command))->trigger();
        m_desk->settle();
    }
    QString why(const char *command)
    {
        m_window->commands().refresh();
        return m_window->commands().reason(QLatin1StringView(command));
    }
    void type(const QString &field, const QString &text)
    {
        LineEdit *edit = FormsFixture::field(page(), field);
        QVERIFY(edit);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    QCheckBox *box(const QString &words) const
    {
        const auto boxes = page()->findChildren<QCheckBox *>();
        const auto found = std::find_if(boxes.begin(), boxes.end(), [&](const QCheckBox *one) { return one->text() == words; });
        return found == boxes.end() ? nullptr : *found;
    }
    void confirmAs(ClientRule stored)
    {
        const OpId op = answer(200);
        QVERIFY(!op.empty());
        Entity event = test::entity("rule", stored);
        event.op = op;
        QVERIFY(m_desk->store.apply({event}).hasValue());
        m_desk->settle();
    }

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

    void aRuleIsMadeByTypingAndStandsOnceItIsTaken()
    {
        showRules({});
        QVERIFY(says(page(), QStringLiteral("No rules yet")));
        int offered = 0;
        for (const Button *one : page()->findChildren<Button *>())
            offered += one->isVisible() && (one->accessibleName().isEmpty() ? one->text() : one->accessibleName()) == QStringLiteral("New rule");
        QVERIFY2(offered <= 1, "who hears them tells the two buttons apart");
        run("rules.new");
        QVERIFY2(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->hasFocus(), "it is typed at once");
        run("rules.save");
        QVERIFY2(!why("rules.save").isEmpty() || says(page(), QStringLiteral("Give it a name")), "nothing is sent of an empty one");
        QVERIFY(m_desk->store.outbox().empty());
        type(QStringLiteral("Name of the rule"), QStringLiteral("Refunds"));
        run("rules.save");
        QVERIFY(says(page(), QStringLiteral("Say at least one thing that must hold.")));
        QVERIFY(m_desk->store.outbox().empty());
        type(QStringLiteral("Words in a message"), QStringLiteral("money back, refund"));
        type(QStringLiteral("Meaning of a message"), QStringLiteral("a refund"));
        type(QStringLiteral("Score above"), QStringLiteral("80"));
        type(QStringLiteral("Minutes without a person's reply"), QStringLiteral("15"));
        type(QStringLiteral("Languages, any of them"), QStringLiteral("Spanish, de"));
        box(QStringLiteral("While we are closed"))->click();
        box(QStringLiteral("On the weekend"))->click();
        box(QStringLiteral("WhatsApp"))->click();
        box(QStringLiteral("The same is asked again"))->click();
        box(QStringLiteral("The mood falls"))->click();
        page()->findChild<Segment *>()->part(0)->click();
        QVERIFY2(says(page(), QStringLiteral("hand over: Needs a person, priority 1.")), "read back while it is typed");
        QVERIFY(page()->isDirty());
        run("rules.save");
        QVERIFY(!page()->isDirty());
        const Op op = waiting();
        QVERIFY(op.kind == OpKind::RuleCreate);
        const auto sent = decode<ClientRule>(R"({"id":"x",)" + op.body.substr(1));
        const RuleConditions &when = sent.value().when;
        QCOMPARE(when.words, (std::vector<std::string> {"money back", "refund"}));
        QCOMPARE(when.meaning, std::vector<std::string> {"a refund"});
        QCOMPARE(when.scoreAbove, std::optional(80));
        QCOMPARE(when.unansweredMinutes, std::optional(15));
        QCOMPARE(when.languages, (std::vector<std::string> {"es", "de"}));
        QCOMPARE(when.times.size(), 2u);
        QVERIFY(when.channels.size() == 1 && when.channels.front() == ChannelKind::WhatsApp);
        QVERIFY(when.repeatedQuestion && when.sentimentFalling);
        QCOMPARE(sent.value().handOver.priority, 1);
        QCOMPARE(page()->rules().rowCount(), 1);
        QVERIFY(says(page(), QStringLiteral("Saved here")));
        QVERIFY2(!why("rules.save").isEmpty(), "until it is taken nothing goes past it");
        ClientRule stored = sent.value();
        stored.id = RuleId {op.id.value};
        stored.client = test::clientId(1);
        confirmAs(stored);
        QCOMPARE(page()->header()->said(), QStringLiteral("Saved"));
        QCOMPARE(page()->rule(), stored.id);
    }

    void aPhraseWithACommaStaysWholeWhileNobodyTouchesIt()
    {
        ClientRule refunds = rule(1, "Refunds");
        refunds.when.words = {"money, back"};
        showRules({refunds});
        type(QStringLiteral("Name of the rule"), QStringLiteral("Money"));
        run("rules.save");
        QVERIFY(waiting().kind == OpKind::RuleUpdate);
        QCOMPARE(waiting().ifMatch, std::string {"1"});
        QVERIFY(waiting().body.find(R"(["money, back"])") != std::string::npos);
    }

    void whatTheServerRefusesStandsBesideItsFieldAndIsTypedOn()
    {
        showRules({rule(1, "Refunds")});
        type(QStringLiteral("Meaning of a message"), QStringLiteral("the"));
        run("rules.save");
        answer(400, R"({"title":"Bad Request","detail":"when.meaning[0]: has no word that can be looked for","errors":[{"field":"when.meaning[0]","reason":"has no word that can be looked for"}]})");
        QVERIFY(says(page(), QStringLiteral("Has no word that can be looked for.")));
        QCOMPARE(FormsFixture::field(page(), QStringLiteral("Meaning of a message"))->text(), QStringLiteral("the"));
        // Another rule is looked at meanwhile: nothing is lost.
        run("rules.new");
        QVERIFY2(!m_window->findChild<Question *>(), "what was typed stands in the outbox");
        page()->open(rule(1, {}).id);
        QCOMPARE(FormsFixture::field(page(), QStringLiteral("Meaning of a message"))->text(), QStringLiteral("the"));
        type(QStringLiteral("Meaning of a message"), QStringLiteral("their money back"));
        run("rules.save");
        QTRY_COMPARE(m_desk->store.outbox().size(), std::size_t(1)); // the refused one has gone
        ClientRule stored = rule(1, "Refunds");
        stored.when.meaning = {"their money back"};
        stored.version = 2;
        confirmAs(stored);
        QCOMPARE(page()->header()->said(), QStringLiteral("Saved"));
    }

    void anotherPersonsChangeIsShownBeforeItIsReplaced()
    {
        showRules({rule(1, "Refunds")});
        type(QStringLiteral("Name of the rule"), QStringLiteral("Mine"));
        run("rules.save");
        ClientRule theirs = rule(1, "Theirs");
        theirs.handOver.priority = 1;
        theirs.version = 2;
        answer(412, newer(theirs));
        QVERIFY(m_desk->store.apply({test::entity("rule", theirs)}).hasValue());
        m_desk->settle();
        QVERIFY(says(page(), QStringLiteral("somebody else has changed it meanwhile")));
        QVERIFY2(says(page(), QStringLiteral("Priority: 2 → 1")), "what is different there");
        QCOMPARE(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->text(), QStringLiteral("Mine"));
        run("rules.save");
        QCOMPARE(waiting().ifMatch, std::string {"2"});
        m_desk->settle();
        ClientRule stored = rule(1, "Mine");
        stored.version = 3;
        confirmAs(stored);
        QVERIFY(m_desk->store.outbox().empty());
        // While it is typed on, theirs comes: it is told, and can be taken.
        type(QStringLiteral("Name of the rule"), QStringLiteral("Mine again"));
        theirs.version = 4;
        QVERIFY(m_desk->store.apply({test::entity("rule", theirs)}).hasValue());
        m_desk->settle();
        QVERIFY(says(page(), QStringLiteral("while you edit")));
        WindowFixture::button(QStringLiteral("Take theirs"))->click();
        m_desk->settle();
        QCOMPARE(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->text(), QStringLiteral("Theirs"));
        QVERIFY(!page()->isDirty());
    }

    void whatWasLetGoOfIsNotCalledSaved()
    {
        showRules({rule(1, "Refunds")});
        type(QStringLiteral("Name of the rule"), QStringLiteral("Mine"));
        run("rules.save");
        ClientRule theirs = rule(1, "Theirs");
        theirs.version = 2;
        answer(412, newer(theirs));
        QVERIFY(m_desk->store.apply({test::entity("rule", theirs)}).hasValue());
        m_desk->settle();
        WindowFixture::button(QStringLiteral("Take theirs"))->click();
        m_desk->settle();
        QCOMPARE(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->text(), QStringLiteral("Theirs"));
        QVERIFY(m_desk->store.outbox().empty());
        QVERIFY(!says(page(), QStringLiteral("Saved")));
    }

    void anOlderWishDoesNotComeBackAfterANewerOne()
    {
        showRules({rule(1, "Refunds"), rule(2, "Late")});
        type(QStringLiteral("Name of the rule"), QStringLiteral("First"));
        run("rules.save");
        answer(400, R"({"title":"Bad Request","errors":[{"field":"name","reason":"is not liked"}]})");
        type(QStringLiteral("Name of the rule"), QStringLiteral("Second"));
        m_window->commands().refresh();
        m_window->commands().action(QStringLiteral("rules.save"))->trigger();
        page()->open(rule(2, {}).id); // before it is stored
        m_desk->settle();
        QCOMPARE(m_desk->store.outbox().size(), 1u);
        QCOMPARE(textOf(m_desk->store.outbox().front()), std::string {"Second"});
    }

    void nothingTypedIsLostOnAnyWayOut()
    {
        showRules({rule(1, "Refunds"), rule(2, "Late")});
        type(QStringLiteral("Name of the rule"), QStringLiteral("Half"));
        m_desk->host.embedded = false;
        const auto keeps = [&](const std::function<void()> &leave, const char *way) {
            leave();
            auto *question = m_window->findChild<Question *>();
            QVERIFY2(question && question->isOpen(), way);
            WindowFixture::button(QStringLiteral("Keep editing"))->click();
            QCOMPARE(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->text(), QStringLiteral("Half"));
        };
        keeps([&] { page()->open(rule(2, {}).id); }, "another rule");
        QCOMPARE(page()->list()->currentIndex().row(), 0);
        keeps([&] { page()->beginNew(); }, "a new one");
        keeps([&] { run("app.language_es"); }, "another language");
        keeps([&] { run("app.sign_out"); }, "signing out");
        keeps([&] { m_window->quit(); }, "quitting");
        keeps([&] { m_window->close(); }, "closing");
        m_window->showPlace(QStringLiteral("inbox"));
        m_window->showPlace(QStringLiteral("rules"));
        QCOMPARE(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->text(), QStringLiteral("Half"));
        page()->open(rule(2, {}).id);
        WindowFixture::button(QStringLiteral("Drop them"))->click();
        m_desk->settle();
        QCOMPARE(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->text(), QStringLiteral("Late"));
        // A number that is none is typed all the same, and so are what a person who is gone typed.
        type(QStringLiteral("Score above"), QStringLiteral("many"));
        QVERIFY(page()->isDirty());
        User next = test::user(2);
        next.role = Role::Admin;
        m_desk->store.signIn(2);
        m_desk->ephemera.setSession(SessionPhase::SignedIn, next);
        m_desk->settle();
        QVERIFY(!page()->isDirty());
    }

    void aRuleThatIsDeletedWhileItIsEditedCanBeMadeAnew()
    {
        showRules({rule(1, "Refunds")});
        type(QStringLiteral("Name of the rule"), QStringLiteral("Kept"));
        QVERIFY(m_desk->store.apply({Entity {"rule", 2, {}, rule(1, {}).id.value, true, {}}}).hasValue());
        m_desk->settle();
        QVERIFY(says(page(), QStringLiteral("The rule has been deleted. Saving makes it anew.")));
        QCOMPARE(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->text(), QStringLiteral("Kept"));
        run("rules.save");
        QVERIFY(waiting().kind == OpKind::RuleCreate);
    }

    void nothingTypedGoesWithALostCache()
    {
        showRules({rule(1, "Refunds"), rule(2, "Late")});
        type(QStringLiteral("Name of the rule"), QStringLiteral("Kept"));
        m_desk->loseCache();
        QVERIFY(page()->isDirty() && !says(page(), QStringLiteral("has been deleted")));
        QCOMPARE(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->text(), QStringLiteral("Kept"));
        for (int n : {1, 2})
            QVERIFY(m_desk->store.apply({test::entity("rule", rule(n, n == 1 ? "Refunds" : "Late"))}).hasValue());
        m_desk->fillAgain();
        QVERIFY(page()->isDirty() && !says(page(), QStringLiteral("has been deleted")));
        QCOMPARE(page()->client(), test::clientId(1));
        QCOMPARE(FormsFixture::field(page(), QStringLiteral("Name of the rule"))->text(), QStringLiteral("Kept"));
        run("rules.save");
        QVERIFY2(waiting().kind == OpKind::RuleUpdate, "it is that one, and not a new one");
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
        QVERIFY2(page()->list()->isVisible() != page()->form()->isVisible(), "one stack");
        QTest::mouseClick(page()->list()->viewport(), Qt::LeftButton, {}, page()->list()->visualRect(page()->rules().index(0)).center());
        m_desk->settle();
        QVERIFY(page()->form()->isVisible());
        QVERIFY(page()->goBack());
        QVERIFY(page()->list()->isVisible());
        QTest::keyClick(page()->list(), Qt::Key_Return);
        QVERIFY2(page()->form()->isVisible() && page()->form()->name()->hasFocus(), "nobody writes into what is behind the list");
    }
};

QTEST_MAIN(RulesTest)
#include "rulestest.moc"
