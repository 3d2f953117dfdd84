#include "models/domain/deskentry.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/leads/leadpane.h"
#include "ui/pages/leads/leadspage.h"
#include "ui/pages/leads/leadtablepane.h"
#include "ui/pages/leads/writefirstasker.h"
#include "ui/pages/leads/writefirstdialog.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segment.h"
#include "ui/words/templatewords.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QPlainTextEdit>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// A lead is written to before they write.
class WriteFirstTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    /// Of her business, with these templates.
    static ClientSettings sofias(std::vector<MessageTemplate> templates)
    {
        ClientSettings settings;
        settings.client = clientId(3);
        settings.templates = std::move(templates);
        settings.version = 90;
        return settings;
    }
    WriteFirstDialog *askedByWhatsApp(const ClientSettings &settings)
    {
        if (m_desk->store.apply({entity("settings", settings)}).hasError())
            return nullptr;
        WriteFirstDialog *dialog = asked();
        if (!dialog)
            return nullptr;
        dialog->channel()->part(1)->click();
        const auto isThere = [&] { return dialog->templates()->count() == static_cast<int>(settings.templates.size()); };
        return QTest::qWaitFor(isThere) ? dialog : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        makeDesk();
        m_desk->fillLeads();
        setSms(true);
        show({1440, 900});
        m_window->showPlace(QStringLiteral("leads"));
        m_window->leads()->openInFront(sofia());
        m_desk->settle();
        QTRY_VERIFY(m_window->commands().reason(QStringLiteral("leads.write")).isEmpty());
    }
    void cleanup() { end(); }

    void anSmsGoesOutInOnesOwnWords()
    {
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog && dialog->isOpen());
        QTRY_VERIFY(dialog->text()->edit()->hasFocus());
        dialog->send()->click();
        QVERIFY(dialog->isOpen() && says(QStringLiteral("Write something first.")));
        QTest::keyClicks(dialog->text()->edit(), QStringLiteral("Your berth is free"));
        keep(QStringLiteral("write-first-light"));
        dialog->send()->click();
        QVERIFY(!dialog->isOpen());
        QTRY_COMPARE(ops().size(), std::size_t {1});
        const Op op = ops().front();
        QVERIFY(op.kind == OpKind::WriteFirst);
        QCOMPARE(op.target, sofia().value);
        QVERIFY(op.body.find("\"channel\":\"sms\"") != std::string::npos);
        QVERIFY(op.body.find("Your berth is free") != std::string::npos);
        QVERIFY(op.body.find("\"template\"") == std::string::npos);
        QTRY_VERIFY(journaled().empty());
    }

    void withoutATemplateWhatsAppSaysSoAndSmsStays()
    {
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog);
        dialog->channel()->part(1)->click();
        QVERIFY(says(QStringLiteral("WhatsApp takes a first message only as a template that it has approved, and none is configured. Send an SMS instead.")));
        QVERIFY(!dialog->send()->isEnabled());
        dialog->channel()->part(0)->click();
        QVERIFY(dialog->send()->isEnabled());
    }

    void withoutAnSmsChannelThatIsSaidAndNothingGoes()
    {
        setSms(false);
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog);
        QTRY_VERIFY(says(QStringLiteral("No SMS channel is configured for this client.")));
        QVERIFY(!dialog->send()->isEnabled());
        setSms(true); // configured while it is open
        QTRY_VERIFY(dialog->send()->isEnabled());
    }

    void aTemplateIsFilledInAndReadAsItWillBe()
    {
        const ClientSettings settings = sofias({{"hello_again", "en_US", "Hello {{1}}, about {{2}}."}, {"plain", "en", "We are open again."}});
        WriteFirstDialog *dialog = askedByWhatsApp(settings);
        QVERIFY(dialog);
        QCOMPARE(dialog->gaps().size(), std::size_t {2});
        QVERIFY(!dialog->holdsWords());
        dialog->gaps()[0]->setText(QStringLiteral("Sofia"));
        QVERIFY2(dialog->holdsWords(), "they are no draft, and asked about before the window goes");
        dialog->dropWords();
        QVERIFY(!dialog->holdsWords() && dialog->gaps()[0]->text().isEmpty());
        dialog->gaps()[0]->setText(QStringLiteral("Sofia"));
        dialog->send()->click();
        QVERIFY(dialog->isOpen() && says(QStringLiteral("Fill in every gap.")));
        QVERIFY(says(QStringLiteral("Hello Sofia, about {{2}}.")));
        dialog->gaps()[1]->setText(QStringLiteral("the aligners"));
        keep(QStringLiteral("write-first-template-light"));
        dialog->send()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QVERIFY(ops().front().body.find(R"("template":{"name":"hello_again","language":"en_US","values":["Sofia","the aligners"]})") != std::string::npos);
        QVERIFY(ops().front().body.find("Hello Sofia, about the aligners.") != std::string::npos);
        QVERIFY(!dialog->holdsWords());
    }

    void aTemplateThatIsRefusedIsNoSmsToEdit()
    {
        ClientSettings settings;
        settings.client = clientId(3);
        settings.templates = {{"plain", "en", "We are open again."}};
        settings.version = 90;
        QVERIFY(m_desk->store.apply({entity("settings", settings)}).hasValue());
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->text()->edit(), QStringLiteral("Your berth"));
        m_window->leads()->flush();
        m_desk->settle();
        dialog->channel()->part(1)->click();
        QTRY_COMPARE(dialog->templates()->count(), 1);
        dialog->send()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(ops().front().id, 400, {}, R"({"detail":"it is not approved"})").hasValue());
        m_desk->settle();
        m_window->showPlace(QStringLiteral("outbox"));
        QTRY_VERIFY(says(QStringLiteral("We are open again.")) && button(QStringLiteral("Retry")) && button(QStringLiteral("Drop")));
        QVERIFY(!button(QStringLiteral("Edit")));
        QCOMPARE(journaled(), std::string {"Your berth"});
    }

    /// What stood in the gaps for one is not sent to another.
    void gapsAreOfOneLeadAndOneMessage()
    {
        ClientSettings settings;
        settings.client = clientId(3);
        settings.templates = {{"hello_again", "en_US", "Hello {{1}}."}};
        settings.version = 90;
        QVERIFY(m_desk->store.apply({entity("settings", settings)}).hasValue());
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog);
        dialog->channel()->part(1)->click();
        QTRY_COMPARE(dialog->gaps().size(), std::size_t {1});
        dialog->gaps()[0]->setText(QStringLiteral("Sofia"));
        dialog->close();
        asked();
        dialog->channel()->part(1)->click();
        QCOMPARE(dialog->gaps()[0]->text(), QStringLiteral("Sofia")); // it was not sent
        dialog->close();
        Lead other;
        other.id = leadId(1);
        other.client = clientId(3);
        other.phones = {{"+13055550142", "+13055550142"}};
        m_window->leads()->writeFirst()->ask(other);
        dialog->channel()->part(1)->click();
        QCOMPARE(dialog->gaps()[0]->text(), QString());
        dialog->close();
        asked();
        dialog->channel()->part(1)->click();
        dialog->gaps()[0]->setText(QStringLiteral("Sofia"));
        dialog->send()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
        asked();
        QCOMPARE(dialog->gaps()[0]->text(), QString());
    }

    /// Nor are they the next person's who signs in here.
    void gapsAreOfOnePerson()
    {
        const ClientSettings settings = sofias({{"hello_again", "en_US", "Hello {{1}}."}});
        WriteFirstDialog *dialog = askedByWhatsApp(settings);
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->gaps().size(), std::size_t {1});
        dialog->gaps()[0]->setText(QStringLiteral("Sofia"));
        dialog->close();
        User other = user(2);
        other.role = Role::Agent;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, other);
        m_desk->settle();
        m_window->leads()->openInFront(sofia());
        QTRY_VERIFY(m_window->commands().reason(QStringLiteral("leads.write")).isEmpty());
        dialog = askedByWhatsApp(settings);
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->gaps().size(), std::size_t {1});
        QCOMPARE(dialog->gaps()[0]->text(), QString());
    }

    void whatWasTypedForOneIsNotUndoneIntoAnother()
    {
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->text()->edit(), QStringLiteral("For Sofia alone"));
        QTest::keyClick(dialog->text()->edit(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(dialog->text()->edit(), Qt::Key_Delete);
        dialog->close();
        Lead other;
        other.id = leadId(1);
        other.client = clientId(3);
        other.phones = {{"+13055550142", "+13055550142"}};
        m_window->leads()->writeFirst()->ask(other);
        QTest::keyClick(dialog->text()->edit(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(dialog->text()->edit()->toPlainText(), QString());
    }

    void whatTheDiskRefusesIsThereAgain()
    {
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->text()->edit(), QStringLiteral("Your berth is free"));
        m_window->leads()->flush();
        m_desk->settle();
        refuse([&] { dialog->send()->click(); });
        QTRY_VERIFY(dialog->isOpen());
        QCOMPARE(dialog->text()->edit()->toPlainText(), QStringLiteral("Your berth is free"));
        m_desk->settle();
        dialog->send()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QTRY_VERIFY(journaled().empty());
    }

    void nobodyIsAskedOverTheSignInPage()
    {
        const User nadia = m_desk->ephemera.me();
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->text()->edit(), QStringLiteral("Your berth is free"));
        m_window->leads()->flush();
        m_desk->settle();
        m_desk->host.embedded = false;
        refuse([&] {
            dialog->send()->click();
            m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        });
        m_desk->settle();
        QVERIFY(!dialog->isOpen());
        m_desk->ephemera.setSession(SessionPhase::SignedIn, nadia);
        QTRY_VERIFY(dialog->isOpen());
        QCOMPARE(dialog->text()->edit()->toPlainText(), QStringLiteral("Your berth is free"));
    }

    void whoHasOptedOutIsNotWrittenTo()
    {
        Lead lead;
        {
            const auto row = m_desk->store.read([](CacheReader &reader) { return reader.leadRow(sofia()); }).value();
            QVERIFY(row);
            lead = row->lead;
        }
        lead.consent["sms"] = {ConsentState::OptedOut, {}, "STOP"};
        ++lead.version;
        QVERIFY(m_desk->store.apply({entity("lead", lead)}).hasValue());
        m_desk->settle();
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog);
        QVERIFY(says(QStringLiteral("They have opted out of messages on this channel.")));
        QVERIFY(!dialog->send()->isEnabled());
    }

    /// The words cannot be written, and no key reaches the table behind.
    void whereNoWordsCanBeWrittenTheKeyboardIsInTheBox()
    {
        setSms(false);
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog);
        QTRY_VERIFY(says(QStringLiteral("No SMS channel is configured for this client.")));
        dialog->close();
        m_window->leads()->table()->view()->setFocus();
        asked();
        QVERIFY(dialog->isOpen() && dialog->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!dialog->isOpen());
    }

    /// A colleague adds one: nobody is sent another than was chosen.
    void theTemplateThatWasChosenStaysWhenOthersCome()
    {
        ClientSettings settings = sofias({{"plain", "en", "We are open again."}, {"hello_again", "en_US", "Hello {{1}}."}});
        WriteFirstDialog *dialog = askedByWhatsApp(settings);
        QVERIFY(dialog);
        dialog->templates()->setCurrentIndex(1);
        dialog->gaps()[0]->setText(QStringLiteral("Sofia"));
        settings.templates.insert(settings.templates.begin(), {"another", "en", "Your berth is free."});
        settings.version = 91;
        QVERIFY(m_desk->store.apply({entity("settings", settings)}).hasValue());
        QTRY_COMPARE(dialog->templates()->count(), 3);
        QCOMPARE(dialog->templates()->currentIndex(), 2);
        QCOMPARE(dialog->gaps().size(), std::size_t {1});
        QCOMPARE(dialog->gaps()[0]->text(), QStringLiteral("Sofia"));
        QVERIFY(says(QStringLiteral("Hello Sofia.")));
    }

    void whatIsTypedComesBackWithTheLead()
    {
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->text()->edit(), QStringLiteral("Your berth"));
        QTest::keyClick(dialog->text()->edit(), Qt::Key_Escape);
        QTRY_COMPARE(journaled(), std::string {"Your berth"});
        m_window.reset();
        show({1440, 900});
        m_window->showPlace(QStringLiteral("leads"));
        m_window->leads()->writeTo(sofia());
        QTRY_VERIFY(asker() && asker()->isOpen());
        QTRY_COMPARE(asker()->text()->edit()->toPlainText(), QStringLiteral("Your berth"));
    }

    /// The server may know them, and then nobody is there under the name that the act would say.
    void whoIsNotAtTheServerYetIsNotWrittenTo()
    {
        DeskEntry entry;
        entry.client = clientId(3);
        entry.name = "Ines";
        entry.phone = "305 555 0177";
        const OpId op = m_desk->acts->enterLead(entry);
        m_desk->settle();
        m_window->leads()->openInFront(LeadId {op.value});
        m_desk->settle();
        QTRY_COMPARE(m_window->commands().reason(QStringLiteral("leads.write")), QStringLiteral("they are not at the server yet"));
        Lead taken = lead(1, "Ines");
        taken.id = LeadId {op.value};
        taken.client = entry.client;
        taken.version = 1;
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 201, {entity("lead", taken)}).hasValue());
        QTRY_VERIFY(m_window->commands().reason(QStringLiteral("leads.write")).isEmpty());
    }

    void wordsToWhoeverHasGoneAreNotEditedWhereNobodyFindsThem()
    {
        const auto edits = [this] { return button(QStringLiteral("Edit")) != nullptr; };
        WriteFirstDialog *dialog = asked();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->text()->edit(), QStringLiteral("Your berth is free"));
        dialog->send()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(ops().front().id, 404, {}, R"({"detail":"nobody is there"})").hasValue());
        m_desk->settle();
        m_window->showPlace(QStringLiteral("outbox"));
        QTRY_VERIFY(edits());
        QVERIFY(m_desk->store.apply({Entity {"lead", 99, {}, sofia().value, true, {}}}).hasValue());
        QVERIFY(m_desk->store.write(&StoreWriter::retry, ops().front().id).hasValue());
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(ops().front().id, 404, {}, R"({"detail":"nobody is there"})").hasValue());
        QTRY_VERIFY(says(QStringLiteral("Your berth is free")) && button(QStringLiteral("Drop")) && !edits());
    }

    void templatesAreWrittenOneALine()
    {
        int wrong = 0;
        const std::vector<MessageTemplate> two {{"hello_again", "en_US", "Hello {{1}}\nor | not"}, {"plain", "de", "Offen."}};
        QVERIFY(templatesOf(templateLines(two), wrong) == std::optional {two});
        QVERIFY(templatesOf(QString(), wrong)->empty());
        QVERIFY(!templatesOf(QStringLiteral("plain | de | Offen.\nHello | en | text"), wrong));
        QCOMPARE(wrong, 2);
        QVERIFY(!templatesOf(QStringLiteral("plain | de"), wrong));
        QVERIFY(!templatesOf(QStringLiteral("plain | de | {{2}}"), wrong));
    }

private:
    static LeadId sofia() { return leadId(42); }
    /// Sofia's business can send SMS, or cannot.
    void setSms(bool on)
    {
        auto channels = m_desk->store.read([](CacheReader &reader) { return reader.channels(clientId(3)); }).value();
        const auto sms = std::find_if(channels.begin(), channels.end(), [](const Channel &one) { return one.kind == ChannelKind::Sms; });
        QVERIFY(sms != channels.end());
        sms->hasSecret = sms->hasToken = on;
        ++sms->version;
        QVERIFY(m_desk->store.apply({entity("channel", *sms)}).hasValue());
        m_desk->settle();
    }
    WriteFirstDialog *asker() const { return m_window->leads()->writeFirst()->dialog(); }
    WriteFirstDialog *asked()
    {
        m_window->commands().action(QStringLiteral("leads.write"))->trigger();
        m_desk->settle();
        return asker();
    }
    std::string journaled() const
    {
        return m_desk->store.read([](CacheReader &reader) { return reader.draft(firstWordsJournalId(sofia())); }).value().firstWords;
    }
    std::vector<Op> ops() const
    {
        std::vector<Op> ops;
        for (const OutboxRow &one : m_desk->store.read([](CacheReader &reader) { return reader.outbox(); }).valueOr({}))
            ops.push_back(one.op);
        return ops;
    }
};

FOREDECK_QT_TEST(WriteFirstTest)
#include "writefirsttest.moc"
