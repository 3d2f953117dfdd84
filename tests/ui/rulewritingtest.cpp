#include "models/cache/outboxrules.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/rulesfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/rules/ruleform.h"
#include "ui/pages/rules/rulesheader.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/question.h"
#include "ui/widgets/segment.h"
#include "ui/words/problemwords.h"

#include <QAction>
#include <QCheckBox>
#include <QLocale>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>

using namespace foredeck;
using namespace foredeck::ui;

/// What is typed of a client's own rule: saved, refused, met by what others changed, and never lost.
class RuleWritingTest : public QObject, protected RulesFixture {
    Q_OBJECT

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

    void numbersAreGroupedAsTheyAreWrittenHere()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        showRules({});
        run("rules.new");
        const QString minutes = QStringLiteral("Minutes without a person's reply");
        QVERIFY(says(page(), QStringLiteral("1 to 10,080; by the clock")));
        type(QStringLiteral("Name of the rule"), QStringLiteral("Refunds"));
        type(minutes, QStringLiteral("10,081"));
        run("rules.save");
        QVERIFY(says(page(), QStringLiteral("A whole number from 1 to 10,080, or nothing.")));
        type(minutes, QStringLiteral("10,080"));
        QCOMPARE(page()->form()->rule().when.unansweredMinutes, std::optional(10080));
        // What the server says likewise; a date or a telephone number is none of them.
        QCOMPARE(problemReason(QStringLiteral("must be 1 to 10080")), QStringLiteral("Must be 1 to 10,080."));
        QVERIFY(problemReason(QStringLiteral("must be in E.164 form, such as +13055550142")).contains(QStringLiteral("+13055550142")));
        QVERIFY(problemReason(QStringLiteral("must be dates such as 2026-12-25")).contains(QStringLiteral("2026-12-25")));
        QLocale::setDefault(before);
    }

    void aRuleIsMadeByTypingAndStandsOnceItIsTaken()
    {
        showRules({});
        QVERIFY(says(page(), QStringLiteral("No rules yet")));
        QVERIFY(!WindowFixture::says(QStringLiteral("In the order they were made")));
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
};

FOREDECK_QT_TEST(RuleWritingTest)
#include "rulewritingtest.moc"
