#include "tests/qt/testclasses.h"
#include "tests/ui/formsfixture.h"
#include "tests/ui/opened.h"
#include "ui/pages/settings/alertssection.h"
#include "ui/pages/settings/assistantsection.h"
#include "ui/pages/settings/channelssection.h"
#include "ui/pages/settings/hourssection.h"
#include "ui/pages/settings/peoplesection.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/question.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/timefield.h"
#include "ui/widgets/weekeditor.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QKeyEvent>
#include <QTest>

#include <tuple>

using namespace foredeck;
using namespace foredeck::ui;

/// Fields that people type in: what is typed is what stands, and nothing of it is lost on the way to the server.
class FormsTest : public QObject, protected FormsFixture {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { end(); }

    void nothingTypedGoesWithALostCache()
    {
        auto *assistant = show<AssistantSection>(QStringLiteral("assistant"));
        auto *alerts = m_window->findChild<AlertsSection *>();
        auto *channels = m_window->findChild<ChannelsSection *>();
        auto *hours = m_window->findChild<HoursSection *>();
        const std::tuple<const SettingsSection *, const char *, const char *> forms[] {{assistant, "How to reach the desk", "0199 555"}, {alerts, "Owner's telephone", "+13055550999"},
            {channels, "App secret", "a new secret"}, {hours, "A day to add to the closed days", "2030-12-25"}};
        for (const auto &[section, name, words] : forms) {
            LineEdit *edit = field(section, QLatin1StringView(name));
            QVERIFY2(edit, name);
            edit->selectAll();
            QTest::keyClicks(edit, QLatin1StringView(words));
            QVERIFY2(section->isDirty(), name);
        }
        const auto stands = [&] {
            for (const auto &[section, name, words] : forms) {
                const LineEdit *edit = field(section, QLatin1StringView(name));
                QVERIFY2(edit, name);
                QCOMPARE(edit->text(), QString(QLatin1StringView(words)));
                QVERIFY2(section->isDirty(), name);
            }
            QVERIFY2(!says(alerts, QStringLiteral("Somebody who is not here any more")) && !says(alerts, QStringLiteral("Nobody may answer yet")), "nobody has gone");
            QVERIFY2(!says(m_window->findChild<PeopleSection *>(), QStringLiteral("Nobody but you")), "nor is there nobody");
        };
        stands();
        m_desk->loseCache();
        stands();
        QVERIFY(m_window->settings()->isDirty());
        m_desk->fillAgain();
        stands();
        press(button(assistant, QStringLiteral("Save")));
        QVERIFY(waiting().body.find("0199 555") != std::string::npos);
    }

    /// A client that is withdrawn takes its form along.
    void aFormOfNobodyIsAskedNothing()
    {
        auto *section = show<AssistantSection>(QStringLiteral("assistant"));
        QTest::keyClicks(field(section, QStringLiteral("How to reach the desk")), QStringLiteral("0"));
        QVERIFY(section->isDirty());
        section->present(nullptr);
        QVERIFY(!section->isDirty());
        QVERIFY(field(section, QStringLiteral("How to reach the desk"))->text().isEmpty());
    }

    void keysTypedWhileOthersAreBeingSavedStay()
    {
        auto *card = show<ChannelsSection>(QStringLiteral("channels"))->findChild<ChannelCard *>();
        LineEdit *secret = field(card, QStringLiteral("App secret"));
        LineEdit *token = field(card, QStringLiteral("Access token"));
        Button *save = button(card, QStringLiteral("Save keys"));
        secret->setText(QStringLiteral("first"));
        token->setText(QStringLiteral("kept"));
        press(save);
        // Once is enough: a second press would be refused against the first.
        QVERIFY(!save->isEnabled());
        secret->setText(QStringLiteral("second"));
        confirm();
        QTRY_VERIFY(says(card, QStringLiteral("Saved")));
        QCOMPARE(secret->text(), QStringLiteral("second"));
        QVERIFY(token->text().isEmpty());
        QVERIFY(save->isEnabled());
    }

    void keysThatAreSentAgainFromTheOutboxAreSaved()
    {
        auto *card = show<ChannelsSection>(QStringLiteral("channels"))->findChild<ChannelCard *>();
        LineEdit *number = field(card, QStringLiteral("Number"));
        QTest::keyClicks(number, QStringLiteral("+13055550100"));
        press(button(card, QStringLiteral("Save keys")));
        const OpId op = answer(422, R"({"detail":"number: is missing"})");
        QTRY_VERIFY(says(card, QStringLiteral("Not saved: Number: is missing.")));
        QVERIFY(button(card, QStringLiteral("Save keys"))->isEnabled());
        m_desk->acts->retry(op);
        m_desk->settle();
        confirm();
        QTRY_VERIFY(says(card, QStringLiteral("Saved")));
        QVERIFY(!number->isModified());
    }

    void aTestThatIsRefusedSaysSo()
    {
        auto *card = show<ChannelsSection>(QStringLiteral("channels"))->findChild<ChannelCard *>();
        press(button(card, QStringLiteral("Test")));
        QVERIFY(says(card, QStringLiteral("Asking the provider…")));
        answer(403, R"({"detail":"your role does not allow this"})");
        QTRY_VERIFY(says(card, QStringLiteral("Nothing was done: Your role does not allow this.")));
        QVERIFY(button(card, QStringLiteral("Test"))->isEnabled());
    }

    void aLiveChatTellsWhereItsPageIs()
    {
        auto *section = show<ChannelsSection>(QStringLiteral("channels"));
        Channel chat;
        chat.id = ChannelId {test::idText(8, 60)};
        chat.client = test::clientId(1);
        chat.kind = ChannelKind::LiveChat;
        chat.name = "Website chat";
        Client client = test::client();
        client.slug = "casa-marisol";
        client.version = 50;
        QVERIFY(m_desk->store.apply({test::entity("channel", chat), test::entity("client", client)}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(button(section, QStringLiteral("Open the page")));
        Button *open = button(section, QStringLiteral("Open the page"));
        QVERIFY(!open->isVisible()); // no backend runs yet
        m_desk->host.at = QUrl(QStringLiteral("http://127.0.0.1:40123"));
        Q_EMIT m_desk->host.doorChanged();
        const QUrl page(QStringLiteral("http://127.0.0.1:40123/chat/casa-marisol"));
        QTRY_VERIFY(open->isVisible() && says(section, page.toString()));
        Opened browser(QStringLiteral("http"));
        open->click();
        QCOMPARE(browser.urls(), QList<QUrl> {page});
        button(section, QStringLiteral("Copy the address"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), page.toString());
        QVERIFY(says(section, QStringLiteral("Copied")));
    }

    void hoursStayInTheFormUntilTheyAreSaved()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        auto *week = section->findChild<WeekEditor *>();
        Button *save = button(section, QStringLiteral("Save hours"));
        TimeField *opens = week->findChildren<TimeField *>().constFirst();
        opens->selectAll();
        QTest::keyClicks(opens, QStringLiteral("7:30"));
        save->setFocus();
        press(save);
        QVERIFY(says(section, QStringLiteral("Saved here")));
        // The greyed button has left the keyboard in the form.
        QVERIFY(section->isAncestorOf(QApplication::focusWidget()));
        answer(412, R"({"detail":"something newer has come"})");
        QTRY_VERIFY(says(section, QStringLiteral("Not saved: Something newer has come.")));
        QVERIFY(section->isDirty());
        QVERIFY(save->isEnabled());
        // An event of the same client takes nothing away from it.
        Client client = test::client(1);
        client.version = 40;
        QVERIFY(m_desk->store.apply({test::entity("client", client)}).hasValue());
        m_desk->settle();
        QCOMPARE(week->hours().week[0].front().start, 7 * 60 + 30);
        press(save);
        confirm();
        QTRY_VERIFY(says(section, QStringLiteral("Saved")) && !says(section, QStringLiteral("Saved here")));
        QVERIFY(!section->isDirty());
        QTRY_COMPARE(m_desk->ephemera.needingReview(), 0);
    }

    void hoursThatSomebodyElseChangedAreNotOverwrittenUnseen()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        Button *save = button(section, QStringLiteral("Save hours"));
        TimeField *opens = section->findChild<WeekEditor *>()->findChildren<TimeField *>().constFirst();
        opens->selectAll();
        QTest::keyClicks(opens, QStringLiteral("7:30"));
        Location theirs = place();
        theirs.version = 2;
        theirs.hours.week[0] = {{12 * 60, 20 * 60}};
        QVERIFY(m_desk->store.apply({test::entity("location", theirs)}).hasValue());
        m_desk->settle();
        press(save);
        QCOMPARE(waiting().ifMatch, std::string("1"));
        answer(412, newer(theirs));
        QTRY_VERIFY(says(section, QStringLiteral("Save again to replace theirs.")));
        // Whoever has been told may go on from it, but not from what comes after that.
        theirs.version = 3;
        theirs.hours.week[0] = {{13 * 60, 20 * 60}};
        QVERIFY(m_desk->store.apply({test::entity("location", theirs)}).hasValue());
        m_desk->settle();
        press(save);
        QCOMPARE(waiting().ifMatch, std::string("2"));
    }

    void whatSaysNothingNewIsGoneOnFrom()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        auto *week = section->findChild<WeekEditor *>();
        Button *save = button(section, QStringLiteral("Save hours"));
        TimeField *opens = week->findChildren<TimeField *>().constFirst();
        opens->selectAll();
        QTest::keyClicks(opens, QStringLiteral("7:30"));
        // Another name is no other hours.
        Location now = place();
        now.version = 2;
        now.name = "By the sea";
        QVERIFY(m_desk->store.apply({test::entity("location", now)}).hasValue());
        m_desk->settle();
        press(save);
        QCOMPARE(waiting().ifMatch, std::string("2"));
        // Nor is what one has saved oneself, when more was typed meanwhile.
        opens->selectAll();
        QTest::keyClicks(opens, QStringLiteral("8:15"));
        now.version = 3;
        now.hours.week[0].front().start = 7 * 60 + 30;
        Entity event = test::entity("location", now);
        event.op = answer(200);
        QVERIFY(m_desk->store.apply({event}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(save->isEnabled());
        press(save);
        QCOMPARE(waiting().ifMatch, std::string("3"));
    }

    void settingsThatSomebodyElseChangedAreNotOverwrittenUnseen()
    {
        auto *section = show<AssistantSection>(QStringLiteral("assistant"));
        QTest::keyClicks(field(section, QStringLiteral("How to reach the desk")), QStringLiteral("5"));
        ClientSettings theirs;
        theirs.client = test::clientId(1);
        theirs.contact = "desk@example.com";
        theirs.version = 2;
        QVERIFY(m_desk->store.apply({test::entity("settings", theirs)}).hasValue());
        m_desk->settle();
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().ifMatch, std::string("1"));
        answer(412, newer(theirs));
        QTRY_VERIFY(says(section, QStringLiteral("Save again to replace theirs.")));
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().ifMatch, std::string("2"));
    }

    void keysThatSomebodyElseChangedAreNotOverwrittenUnseen()
    {
        auto *card = show<ChannelsSection>(QStringLiteral("channels"))->findChild<ChannelCard *>();
        QTest::keyClicks(field(card, QStringLiteral("Number")), QStringLiteral("9"));
        Channel theirs;
        theirs.id = ChannelId {test::idText(8, 1)};
        theirs.client = test::clientId(1);
        theirs.kind = ChannelKind::WhatsApp;
        theirs.number = "+13055550199";
        theirs.version = 2;
        QVERIFY(m_desk->store.apply({test::entity("channel", theirs)}).hasValue());
        m_desk->settle();
        press(button(card, QStringLiteral("Save keys")));
        QCOMPARE(waiting().ifMatch, std::string("1"));
        answer(412, newer(theirs));
        QTRY_VERIFY(says(card, QStringLiteral("Save again to replace theirs.")));
        press(button(card, QStringLiteral("Save keys")));
        QCOMPARE(waiting().ifMatch, std::string("2"));
    }

    void onlyThePlaceThatIsShownCanBeSavedAgain()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        Location theirs = place();
        theirs.version = 2;
        theirs.hours.week[0] = {{10 * 60, 17 * 60}};
        addAnnex();
        QComboBox *places = placesOf(section);
        QVERIFY(places);
        places->setCurrentIndex(places->findText(QString::fromStdString(theirs.name)));
        TimeField *opens = section->findChild<WeekEditor *>()->findChildren<TimeField *>().constFirst();
        opens->selectAll();
        QTest::keyClicks(opens, QStringLiteral("7:30"));
        press(button(section, QStringLiteral("Save hours")));
        places->setCurrentIndex(places->findText(QStringLiteral("Annex")));
        QVERIFY2(!m_window->findChild<Question *>(), "what is on its way is not asked about");
        answer(412, newer(theirs));
        QTRY_VERIFY(says(section, QStringLiteral("Not saved: Somebody else has edited it.")));
        QVERIFY(!says(section, QStringLiteral("Save again to replace theirs.")));
    }

    void enterPressesOnceAndWithoutCtrl()
    {
        Button one(QStringLiteral("Send"));
        int presses = 0;
        connect(&one, &QPushButton::clicked, &one, [&presses] { ++presses; });
        one.show();
        QVERIFY(QTest::qWaitForWindowActive(&one));
        QTest::keyClick(&one, Qt::Key_Return);
        QCOMPARE(presses, 1);
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
        QApplication::sendEvent(&one, &held);
        QVERIFY(held.isAccepted());
        QTest::keyClick(&one, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(presses, 1);
        QTest::keyClick(&one, Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(presses, 2);
    }

    void aSwitchThatIsRefusedGoesBack()
    {
        auto *section = show<AssistantSection>(QStringLiteral("assistant"));
        const auto switches = section->findChildren<Switch *>();
        const bool before = switches[0]->isChecked();
        switches[0]->click();
        m_desk->settle();
        QCOMPARE(switches[0]->isChecked(), !before);
        answer(403, R"({"detail":"your role does not allow this"})");
        QTRY_COMPARE(switches[0]->isChecked(), before);
        QVERIFY(says(section, QStringLiteral("Your role does not allow this.")));
    }

    void safeModeIsNotToldBeforeTheServerHasIt()
    {
        auto *section = show<AssistantSection>(QStringLiteral("assistant"));
        Client client = test::client(1);
        client.version = 40;
        client.safeMode = false;
        QVERIFY(m_desk->store.apply({test::entity("client", client)}).hasValue());
        m_desk->settle();
        Switch *safe = section->findChildren<Switch *>()[1];
        QTRY_VERIFY(!safe->isChecked());
        safe->click();
        m_desk->settle();
        QVERIFY(says(section, QStringLiteral("Asked for.")));
        QVERIFY(!says(section, QStringLiteral("Nothing leaves")));
    }

    void aLongNameIsNotCutToItsAddress()
    {
        auto *section = show<PeopleSection>(QStringLiteral("people"));
        User tom = test::user(2);
        tom.version = 90;
        tom.name = "Tom Alexander Baker of the Harbour";
        tom.email = "t@b.example";
        QVERIFY(m_desk->store.apply({test::entity("user", tom)}).hasValue());
        const auto label = [&]() -> const TextLabel * {
            for (const TextLabel *one : section->findChildren<TextLabel *>()) {
                if (one->isVisible() && one->text().startsWith(QStringLiteral("Tom Alexander")))
                    return one;
            }
            return nullptr;
        };
        QTRY_VERIFY(label());
        QTRY_VERIFY(label()->width() >= label()->sizeHint().width());
    }

    void anInvitationThatIsRefusedStaysInTheForm()
    {
        auto *section = show<PeopleSection>(QStringLiteral("people"));
        field(section, QStringLiteral("Name"))->setText(QStringLiteral("Ana"));
        field(section, QStringLiteral("E-mail"))->setText(QStringLiteral("ana@example.com"));
        field(section, QStringLiteral("First password"))->setText(QStringLiteral("long enough"));
        Button *invite = button(section, QStringLiteral("Invite"));
        press(invite);
        QVERIFY(!invite->isEnabled());
        answer(409, R"({"detail":"this e-mail is taken"})");
        QTRY_VERIFY(says(section, QStringLiteral("Nothing was done: This e-mail is taken.")));
        QCOMPARE(field(section, QStringLiteral("E-mail"))->text(), QStringLiteral("ana@example.com"));
        field(section, QStringLiteral("E-mail"))->setText(QStringLiteral("ana.b@example.com"));
        press(invite);
        confirm();
        QTRY_VERIFY(says(section, QStringLiteral("Invited")));
        QVERIFY(field(section, QStringLiteral("E-mail"))->text().isEmpty());
    }
};

FOREDECK_QT_TEST(FormsTest)
#include "formstest.moc"
