#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/leads/kinsection.h"
#include "ui/pages/leads/leadpane.h"
#include "ui/pages/leads/leadspage.h"
#include "ui/pages/leads/leadtablepane.h"
#include "ui/pages/leads/mergeasker.h"
#include "ui/pages/leads/mergedialog.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/toast.h"

#include <QListWidget>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// Two leads that are one person, in the table of leads and in the inbox. Elena (43) has written by a form with her number, too (91).
class MergeTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    static LeadId elena() { return test::leadId(43); }
    static LeadId form() { return test::leadId(91); }
    LeadsPage *page() const { return m_window->leads(); }
    MergeDialog *dialog() const { return page()->merging()->dialog(); }

    void showElena()
    {
        m_desk->fillLeads();
        Lead twice = test::lead(91, "E. Vasquez");
        twice.phones = {{"", "305 555 1043"}};
        twice.emails = {"elena@example.com"};
        twice.status = LeadStatus::ClosedWon;
        Conversation talk = test::conversation(91);
        talk.channelKind = ChannelKind::WebForm;
        const auto report = m_desk->store.apply({test::entity("lead", twice), test::entity("conversation", talk)});
        QVERIFY(report.hasValue() && report.value().unreadable == 0);
        show();
        m_window->showPlace(QStringLiteral("leads"));
        m_desk->settle();
        page()->open(elena());
        m_desk->settle();
        QTRY_VERIFY(page()->rows().isLoaded());
        QTRY_VERIFY(says(QStringLiteral("may be the same person: same number, ")));
    }
    std::vector<Op> ops(OpKind kind)
    {
        std::vector<Op> found;
        for (const Op &op : m_desk->store.outbox()) {
            if (op.kind == kind)
                found.push_back(op);
        }
        return found;
    }
    void compare()
    {
        button(QStringLiteral("Compare…"))->click();
        m_desk->settle();
        QVERIFY(dialog() && dialog()->isOpen());
        QTRY_VERIFY(dialog()->mergeButton()->isEnabled());
    }

private Q_SLOTS:
    void init() { makeDesk(); }
    void cleanup() { end(); }

    void aHintSaysWhyAndDoesNothing()
    {
        showElena();
        QVERIFY(says(QStringLiteral("E. Vasquez")));
        QVERIFY(m_desk->store.outbox().empty());
        keep(QStringLiteral("merge-hint"));
        compare();
        QVERIFY2(says(QStringLiteral("instead of E. Vasquez")), "what is given up of the name is said");
        QVERIFY(says(QStringLiteral("elena@example.com")));
        QVERIFY(says(QStringLiteral("2 conversation")));
        QVERIFY(says(QStringLiteral("Won (instead of Qualified)")));
        keep(QStringLiteral("merge-preview"));
        // Of whom it tells is marked in the list, and not by a tint alone.
        QCOMPARE(dialog()->choices()->currentRow(), 0);
        const QRect row = dialog()->choices()->visualItemRect(dialog()->choices()->item(0));
        QCOMPARE(dialog()->choices()->viewport()->grab().toImage().pixelColor(row.left() + 1, row.center().y()), themeOf(dialog()).color(Color::Accent));
        dialog()->close();
        QVERIFY(m_desk->store.outbox().empty());
    }

    void mergedTheyAreOnePersonWithBothThreadsAndUndoneTwo()
    {
        showElena();
        const int before = page()->rows().found();
        compare();
        dialog()->mergeButton()->click();
        m_desk->settle();
        QVERIFY(!dialog()->isOpen());
        QTRY_COMPARE(ops(OpKind::LeadMerge).size(), std::size_t {1});
        QCOMPARE(ops(OpKind::LeadMerge).front().target, elena().value);
        QVERIFY(says(QStringLiteral("are one lead now.")));
        QTRY_COMPARE(page()->rows().found(), before - 1);
        QTRY_VERIFY(says(QStringLiteral("Also this person: E. Vasquez")));
        QTRY_VERIFY(says(QStringLiteral("Conversations")));
        QVERIFY(says(QStringLiteral("Web form, since ")));
        QVERIFY(says(QStringLiteral("not sent yet")));
        keep(QStringLiteral("merge-done"));
        m_window->commands().action(QStringLiteral("lead.part"))->trigger();
        m_desk->settle();
        QTRY_COMPARE(ops(OpKind::LeadPart).size(), std::size_t {1});
        QTRY_COMPARE(page()->rows().found(), before);
        QTRY_VERIFY(says(QStringLiteral("may be the same person")));
        QVERIFY(!m_window->commands().action(QStringLiteral("lead.part"))->isEnabled());
    }

    void laterItIsTakenBackFromThePageOfWhoIsLeft()
    {
        showElena();
        compare();
        dialog()->mergeButton()->click();
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Also this person: E. Vasquez")));
        page()->toast()->dismiss();
        button(QStringLiteral("Separate"))->click();
        m_desk->settle();
        QTRY_COMPARE(ops(OpKind::LeadPart).size(), std::size_t {1});
        QVERIFY(ops(OpKind::LeadPart).front().body.find(form().value) != std::string::npos);
        QTRY_VERIFY(says(QStringLiteral("is a lead of its own again.")));
    }

    void theOtherOneCanBeLeft()
    {
        showElena();
        compare();
        dialog()->swapButton()->click();
        m_desk->settle();
        QTRY_VERIFY(dialog()->mergeButton()->isEnabled());
        QTRY_VERIFY(says(QStringLiteral("E. Vasquez is left, and has from then on:")));
        dialog()->mergeButton()->click();
        m_desk->settle();
        QTRY_COMPARE(ops(OpKind::LeadMerge).size(), std::size_t {1});
        QCOMPARE(ops(OpKind::LeadMerge).front().target, form().value);
        // Whoever had Elena open is with who is left.
        QTRY_COMPARE(page()->lead(), form());
    }

    void anyOtherLeadOfTheBusinessIsFoundByTyping()
    {
        showElena();
        m_window->commands().action(QStringLiteral("lead.merge"))->trigger();
        m_desk->settle();
        QVERIFY(dialog()->isOpen());
        QVERIFY(!dialog()->mergeButton()->isEnabled());
        QTRY_COMPARE(dialog()->choices()->count(), 1); // who is like her
        QTest::keyClicks(dialog()->search(), QStringLiteral("hannah"));
        m_desk->settle();
        QTRY_VERIFY(dialog()->choices()->count() == 1 && dialog()->choices()->item(0)->text().startsWith(QStringLiteral("Hannah Cole")));
        QTest::keyClick(dialog()->search(), Qt::Key_Down);
        m_desk->settle();
        QTRY_VERIFY(dialog()->mergeButton()->isEnabled());
        QVERIFY(dialog()->choices()->hasFocus());
        dialog()->search()->setFocus();
        dialog()->search()->selectAll();
        QTest::keyClicks(dialog()->search(), QStringLiteral("oyelaran")); // of another business
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Nobody else of this business is found by that.")));
    }

    void whoMayOnlyReadSeesTheHintWithoutTheButton()
    {
        User viewer = m_desk->ephemera.me();
        viewer.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, viewer);
        showElena();
        QVERIFY(!button(QStringLiteral("Compare…")));
        QCOMPARE(m_window->commands().reason(QStringLiteral("lead.merge")), QStringLiteral("your role may only read"));
    }

    void anActThatTheDiskRefusesIsSaid()
    {
        showElena();
        compare();
        refuse([&] {
            dialog()->mergeButton()->click();
            m_desk->settle();
        });
        QTRY_VERIFY(ops(OpKind::LeadMerge).empty());
        QTRY_VERIFY(!m_window->commands().action(QStringLiteral("lead.part"))->isEnabled());
    }

    void inTheInboxTheHintStandsBesideTheThread()
    {
        showElena();
        m_window->showPlace(QStringLiteral("inbox"));
        inbox()->open(test::conversationId(43)); // nothing was said in it
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("may be the same person: same number, ")));
        keep(QStringLiteral("merge-inbox"));
        button(QStringLiteral("Compare…"))->click();
        m_desk->settle();
        MergeDialog *asked = inbox()->merging()->dialog();
        QTRY_VERIFY(asked && asked->mergeButton()->isEnabled());
        asked->mergeButton()->click();
        m_desk->settle();
        QTRY_COMPARE(ops(OpKind::LeadMerge).size(), std::size_t {1});
        QTRY_VERIFY(says(QStringLiteral("Also this person: E. Vasquez")));
        QVERIFY(says(QStringLiteral("are one lead now.")));
        QVERIFY2(says(QStringLiteral("Earlier")), "the other thread stands below hers");
    }
};

FOREDECK_QT_TEST(MergeTest)
#include "mergetest.moc"
