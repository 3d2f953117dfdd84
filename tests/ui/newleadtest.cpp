#include "models/cache/deskentry.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/leads/leadpane.h"
#include "ui/pages/leads/leadspage.h"
#include "ui/pages/leads/newleadasker.h"
#include "ui/pages/leads/newleaddialog.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segment.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// Who came in or called is written down from anywhere, with keys.
class NewLeadTest final : public QObject, private WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeDesk();
        m_desk->fill();
        show({1440, 900});
        open(TestDesk::elena());
        list()->setFocus();
    }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        end();
    }

    void oneIsEnteredWithKeysAloneAndSeen()
    {
        QTest::keyClick(list(), Qt::Key_W);
        NewLeadDialog *dialog = asked();
        QVERIFY(dialog && dialog->isOpen());
        QTRY_VERIFY(dialog->name()->hasFocus());
        QTest::keyClicks(dialog->name(), QStringLiteral("Ines Ruiz"));
        QTest::keyClicks(dialog->phone(), QStringLiteral("305 555 0177"));
        QTest::keyClicks(dialog->wants(), QStringLiteral("A berth"));
        dialog->note()->edit()->setPlainText(QStringLiteral("Rings back at six"));
        keep(QStringLiteral("new-lead-light"));
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QVERIFY(!dialog->isOpen());
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QVERIFY(ops().front().kind == OpKind::LeadCreate);
        const auto entry = deskEntryOf(ops().front().body);
        QVERIFY(entry);
        QVERIFY(entry->how == ChannelKind::Call && entry->conversation);
        QCOMPARE(entry->note, std::string {"Rings back at six"});
        QTRY_COMPARE(m_window->frame()->page(), static_cast<Page *>(m_window->leads()));
        QCOMPARE(m_window->leads()->lead(), LeadId {ops().front().id.value});
        QTRY_VERIFY(says(QStringLiteral("Ines Ruiz")));
        keep(QStringLiteral("new-lead-entered-light"));
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QTRY_VERIFY(dialog->isOpen());
        QVERIFY(dialog->name()->text().isEmpty() && dialog->note()->edit()->toPlainText().isEmpty()); // it went with the act
    }

    /// All clients are in view: whoever comes in belongs to the one whose customer is open, until it is said otherwise.
    void theyBelongToTheBusinessInFront()
    {
        open(TestDesk::marcus());
        const ConversationRow marcus = m_desk->store.read([](CacheReader &reader) { return reader.conversation(TestDesk::marcus()); }).value();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_W);
        NewLeadDialog *dialog = asked();
        QVERIFY(dialog && dialog->isOpen() && dialog->client()->count() > 1);
        QCOMPARE(dialog->client()->currentText(), QString::fromStdString(marcus.clientName));
    }

    void whatCannotBeSavedSaysWhy()
    {
        m_window->leads()->newLead()->ask({});
        NewLeadDialog *dialog = asked();
        QVERIFY(dialog);
        // By hand: what stands in the form is what the journal is told.
        const auto write = [](QLineEdit *field, const QString &text) {
            field->selectAll();
            QTest::keyClick(field, Qt::Key_Delete);
            QTest::keyClicks(field, text);
        };
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QVERIFY(dialog->isOpen() && says(QStringLiteral("Say who it is: a name, a number or an e-mail.")));
        write(dialog->phone(), QStringLiteral("her office"));
        QTest::keyClick(dialog->phone(), Qt::Key_Return);
        QVERIFY(dialog->isOpen() && says(QStringLiteral("This is no telephone number.")));
        write(dialog->phone(), {});
        for (const char *wrong : {"ines", "ines@example", "@example.com", "i nes@example.com", "ines@example."}) {
            write(dialog->email(), QLatin1StringView(wrong));
            QTest::keyClick(dialog->email(), Qt::Key_Return);
            QVERIFY2(dialog->isOpen() && says(QStringLiteral("This is no e-mail address.")), wrong);
        }
        write(dialog->email(), QStringLiteral("ines@example.com"));
        write(dialog->name(), QString(201, QLatin1Char('x')));
        QTest::keyClick(dialog->email(), Qt::Key_Return);
        QVERIFY(dialog->isOpen() && says(QStringLiteral("This is too long.")));
        QVERIFY(ops().empty());
        write(dialog->name(), {});
        QTest::keyClick(dialog->email(), Qt::Key_Return);
        QTRY_COMPARE(ops().size(), std::size_t {1});
    }

    void whatIsTypedOutlivesTheWindow()
    {
        m_window->leads()->newLead()->ask({});
        NewLeadDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->name(), QStringLiteral("Ines"));
        dialog->how()->part(1)->click();
        dialog->conversation()->click();
        dialog->client()->setCurrentIndex(1);
        QTest::keyClick(dialog->name(), Qt::Key_Escape);
        QVERIFY(!dialog->isOpen());
        QTRY_VERIFY(deskEntryOf(journaled()));
        m_desk->settle();
        const DeskEntry kept = deskEntryOf(journaled()).value();
        QCOMPARE(kept.name, std::string {"Ines"});
        QVERIFY(kept.how == ChannelKind::WalkIn && !kept.conversation);
        m_window.reset();
        show({1440, 900});
        m_window->leads()->newLead()->ask({});
        dialog = asked();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->name()->text(), QStringLiteral("Ines"));
        QCOMPARE(dialog->how()->current(), 1);
        QCOMPARE(dialog->client()->currentIndex(), 1);
        QVERIFY(!dialog->conversation()->isChecked());
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QTRY_VERIFY(journaled().empty());
        QVERIFY(ops().front().client == kept.client);
    }

    void whoTheDiskRefusesComesBackOnceNobodyElseStandsInTheForm()
    {
        m_window->leads()->newLead()->ask({});
        NewLeadDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->name(), QStringLiteral("Ines"));
        m_window->leads()->flush();
        m_desk->settle();
        refuse([&] {
            QTest::keyClick(dialog->name(), Qt::Key_Return);
            m_window->leads()->newLead()->ask({});
            QVERIFY(dialog->isOpen() && dialog->name()->text().isEmpty());
            QTest::keyClicks(dialog->name(), QStringLiteral("Omar"));
        });
        QVERIFY(dialog->isOpen());
        QCOMPARE(dialog->name()->text(), QStringLiteral("Omar")); // nobody is put under somebody's hands
        m_desk->settle();
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QCOMPARE(deskEntryOf(ops().front().body).value_or(DeskEntry {}).name, std::string {"Omar"});
        QTRY_VERIFY(dialog->isOpen());
        QCOMPARE(dialog->name()->text(), QStringLiteral("Ines"));
        m_desk->settle();
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QTRY_COMPARE(ops().size(), std::size_t {2});
        QTRY_VERIFY(journaled().empty());
    }

    void whoIsTypedBeforeTheJournalAnswersComesAfterWhomItHolds()
    {
        m_window->leads()->newLead()->ask({});
        NewLeadDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->name(), QStringLiteral("Ines"));
        QTest::keyClick(dialog->name(), Qt::Key_Escape);
        QTRY_VERIFY(deskEntryOf(journaled()));
        m_desk->settle();
        m_window.reset();
        show({1440, 900});
        m_window->leads()->newLead()->ask({});
        dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->name(), QStringLiteral("Omar")); // the journal has not answered yet
        QTRY_COMPARE(dialog->name()->text(), QStringLiteral("Ines"));
        m_desk->settle();
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QCOMPARE(deskEntryOf(ops().front().body).value_or(DeskEntry {}).name, std::string {"Ines"});
        QTRY_VERIFY(dialog->isOpen());
        QCOMPARE(dialog->name()->text(), QStringLiteral("Omar"));
        m_desk->settle();
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QTRY_COMPARE(ops().size(), std::size_t {2});
        QCOMPARE(deskEntryOf(ops().back().body).value_or(DeskEntry {}).name, std::string {"Omar"});
        QTRY_VERIFY(journaled().empty());
    }

    void nobodyIsAskedOverTheSignInPage()
    {
        const User nadia = m_desk->ephemera.me();
        m_window->leads()->newLead()->ask({});
        NewLeadDialog *dialog = asked();
        QVERIFY(dialog);
        m_desk->settle();
        QTest::keyClicks(dialog->name(), QStringLiteral("Ines"));
        m_desk->host.embedded = false;
        refuse([&] {
            QTest::keyClick(dialog->name(), Qt::Key_Return);
            m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        });
        m_desk->settle();
        QVERIFY(!dialog->isOpen());
        m_desk->ephemera.setSession(SessionPhase::SigningIn, {}); // somebody tries to
        m_desk->settle();
        QVERIFY(!dialog->isOpen());
        m_desk->ephemera.setSession(SessionPhase::SignedIn, nadia);
        QTRY_VERIFY(dialog->isOpen());
        QCOMPARE(dialog->name()->text(), QStringLiteral("Ines"));
    }

    /// They stand in the outbox: what fails then is to edit, to drop or to send it.
    void whoIsStoredIsNotAskedForOnceMore()
    {
        m_window->leads()->newLead()->ask({});
        NewLeadDialog *dialog = asked();
        QVERIFY(dialog);
        m_desk->settle();
        QTest::keyClicks(dialog->name(), QStringLiteral("Ines"));
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QTRY_COMPARE(ops().size(), std::size_t {1});
        m_desk->settle();
        Q_EMIT m_desk->acts->failed(ops().front().id, QStringLiteral("the act is on its way"));
        m_desk->settle();
        QVERIFY(!dialog->isOpen());
    }

    /// Another person has nothing to do with whom the one before entered.
    void whoCameBeforeThisPersonIsSaidToNobodyElse()
    {
        Q_EMIT m_desk->acts->knownAlready(OpId::make(m_desk->store.clock.now()), leadId(2));
        QVERIFY(says(QStringLiteral("They were known already.")));
        m_desk->ephemera.setSession(SessionPhase::SignedIn, user(2));
        m_desk->settle();
        QVERIFY(!says(QStringLiteral("They were known already.")));
    }

    void whoWasKnownIsShownAndSaid()
    {
        m_window->leads()->newLead()->ask({});
        NewLeadDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->name(), QStringLiteral("Elena"));
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QTRY_COMPARE(ops().size(), std::size_t {1});
        const OpId op = ops().front().id;
        m_desk->store.takeSendable();
        Lead known = lead(2, "Elena Vidal");
        known.version = 50;
        QVERIFY(m_desk->store.answer(op, 200, {entity("lead", known)}).hasValue());
        QTRY_COMPARE(m_window->leads()->lead(), leadId(2));
        QVERIFY(says(QStringLiteral("They were known already.")));
        button(QStringLiteral("Hide"))->click();
        QVERIFY(!says(QStringLiteral("They were known already.")));
    }

    /// Entered before the program ended: nobody waits for them now, and whoever works elsewhere is not taken away.
    void oneOfAnotherRunIsOffered()
    {
        Q_EMIT m_desk->acts->knownAlready(OpId::make(m_desk->store.clock.now()), leadId(2));
        QVERIFY(says(QStringLiteral("They were known already.")));
        QCOMPARE(m_window->frame()->page(), static_cast<Page *>(inbox()));
        button(QStringLiteral("Show them"))->click();
        QCOMPARE(m_window->leads()->lead(), leadId(2));
        QVERIFY(!says(QStringLiteral("They were known already.")));
    }

    void whoMayOnlyReadEntersNobody()
    {
        User viewer = user();
        viewer.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, viewer);
        m_window->commands().refresh();
        QCOMPARE(m_window->commands().reason(QStringLiteral("leads.new")), QStringLiteral("your role may only read"));
        m_window->commands().action(QStringLiteral("leads.new"))->trigger();
        QVERIFY(!asked() || !asked()->isOpen());
    }

private:
    NewLeadDialog *asked() const { return m_window->leads()->newLead()->dialog(); }
    std::string journaled() const
    {
        return m_desk->store.read([](CacheReader &reader) { return reader.draft(newLeadJournalId()); }).value().lead;
    }
    std::vector<Op> ops() const
    {
        std::vector<Op> ops;
        for (const OutboxRow &one : m_desk->store.read([](CacheReader &reader) { return reader.outbox(); }).valueOr({})) {
            if (one.op.kind != OpKind::Read && one.op.kind != OpKind::Composition)
                ops.push_back(one.op);
        }
        return ops;
    }
};

FOREDECK_QT_TEST(NewLeadTest)
#include "newleadtest.moc"
