#include "tests/qt/testclasses.h"
#include "tests/ui/formsfixture.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/pages/settings/alertssection.h"
#include "ui/pages/settings/assistantsection.h"
#include "ui/pages/settings/hourssection.h"
#include "ui/widgets/timefield.h"
#include "ui/widgets/weekeditor.h"

#include <QListView>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// Two people in the same settings: what one has not touched is the other's, and what both have changed is asked by its name.
class FormsPatchTest : public QObject, protected FormsFixture {
    Q_OBJECT

private:
    /// Of the client that is shown, as somebody else has made them; the desk of the tests knows version 1.
    static ClientSettings theirs(std::int64_t version = 2)
    {
        ClientSettings settings;
        settings.client = test::clientId(1);
        settings.contact = "+1 305 555 0110";
        settings.emergencyWords = {"no heating"};
        settings.version = version;
        return settings;
    }
    static LineEdit *contact(const QWidget *in) { return field(in, QStringLiteral("How to reach the desk")); }
    static LineEdit *emergency(const QWidget *in) { return field(in, QStringLiteral("Your own words for an emergency")); }
    ClientSettings waitingSettings() { return decode<ClientSettings>(std::string_view {waiting().body}).value(); }
    /// The act is taken, and everybody hears what has become of the settings.
    void confirmSettings(std::int64_t version)
    {
        ClientSettings made = waitingSettings();
        made.version = version;
        Entity event = test::entity("settings", made);
        event.op = answer(200);
        QVERIFY(!event.op.empty());
        QVERIFY(m_desk->store.apply({event}).hasValue());
        m_desk->settle();
    }

    void openMondaysAt(HoursSection *section, const QString &time)
    {
        TimeField *opens = section->findChild<WeekEditor *>()->findChildren<TimeField *>().constFirst();
        opens->selectAll();
        QTest::keyClicks(opens, time);
        press(button(section, QStringLiteral("Save hours")));
    }

private Q_SLOTS:
    void cleanup() { end(); }

    void whatIsNotTouchedStaysTheirs()
    {
        auto *section = show<AssistantSection>(QStringLiteral("assistant"));
        QTest::keyClicks(contact(section), QStringLiteral("5"));
        press(button(section, QStringLiteral("Save")));
        answer(412, newer(theirs()));
        QVERIFY2(!says(section, QStringLiteral("Not saved")), "nobody is asked");
        QCOMPARE(waiting().ifMatch, std::string("2"));
        QCOMPARE(waitingSettings().contact, std::string("+1 305 555 01105"));
        QCOMPARE(waitingSettings().emergencyWords, std::vector<std::string> {"no heating"});
        confirmSettings(3);
        QTRY_VERIFY(says(section, QStringLiteral("Saved")) && !says(section, QStringLiteral("Saved here")));
        QTRY_COMPARE(emergency(section)->text(), QStringLiteral("no heating"));
        QVERIFY(!section->isDirty());
    }

    void whatBothHaveChangedIsNamed()
    {
        auto *section = show<AssistantSection>(QStringLiteral("assistant"));
        QTest::keyClicks(contact(section), QStringLiteral("5"));
        press(button(section, QStringLiteral("Save")));
        ClientSettings other = theirs();
        other.contact = "desk@example.com";
        answer(412, newer(other));
        QTRY_VERIFY(says(section, QStringLiteral("Save again to replace theirs.")));
        QVERIFY(says(section, QStringLiteral("How to reach the desk: ")));
        QVERIFY(says(section, QStringLiteral("desk@example.com")));
        QVERIFY2(!says(section, QStringLiteral("no heating")), "only what both have changed");
        QCOMPARE(contact(section)->text(), QStringLiteral("+1 305 555 01105"));
        QVERIFY(section->isDirty());
        keep(QStringLiteral("settings-both-changed"));
        // The outbox says it in this person's own words, too.
        m_window->showPlace(QStringLiteral("outbox"));
        m_desk->settle();
        auto *outbox = m_window->findChild<OutboxPage *>();
        QTRY_VERIFY(says(outbox, QStringLiteral("Your changes, not saved")));
        QVERIFY(says(outbox, QStringLiteral("+1 305 555 01105")));
        QVERIFY(says(outbox, QStringLiteral("desk@example.com")));
        QVERIFY(!says(outbox, QStringLiteral("This act has no text.")) && !says(outbox, QStringLiteral("no heating")));
        const auto *list = outbox->findChild<QListView *>();
        QVERIFY(list->model()->index(0, 0).data().toString().contains(QStringLiteral("How to reach the desk")));
        keep(QStringLiteral("outbox-both-changed"));
        m_window->showPlace(QStringLiteral("settings"));
        press(button(section, QStringLiteral("Save")));
        QVERIFY(!says(section, QStringLiteral("desk@example.com")));
        QCOMPARE(waiting().ifMatch, std::string("2"));
        QCOMPARE(waitingSettings().contact, std::string("+1 305 555 01105"));
        QCOMPARE(waitingSettings().emergencyWords, std::vector<std::string> {"no heating"});
        QCOMPARE(m_desk->store.outbox().size(), std::size_t(1)); // the refused one has gone
    }

    /// They came before the press, while something was being typed.
    void whatCameWhileOneTypedStaysTheirs()
    {
        auto *section = show<AssistantSection>(QStringLiteral("assistant"));
        QTest::keyClicks(emergency(section), QStringLiteral("flood"));
        QVERIFY(m_desk->store.apply({test::entity("settings", theirs())}).hasValue());
        m_desk->settle();
        QCOMPARE(emergency(section)->text(), QStringLiteral("flood"));
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().ifMatch, std::string("2"));
        QCOMPARE(waitingSettings().emergencyWords, (std::vector<std::string> {"no heating", "flood"}));
    }

    void whatIsTypedWhileItIsSavedRestsOnThat()
    {
        auto *section = show<AssistantSection>(QStringLiteral("assistant"));
        QTest::keyClicks(contact(section), QStringLiteral("5"));
        press(button(section, QStringLiteral("Save")));
        QTest::keyClicks(contact(section), QStringLiteral("6"));
        confirmSettings(2);
        QTRY_VERIFY(button(section, QStringLiteral("Save"))->isEnabled());
        QCOMPARE(contact(section)->text(), QStringLiteral("+1 305 555 011056"));
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().ifMatch, std::string("2"));
        QCOMPARE(waitingSettings().contact, std::string("+1 305 555 011056"));
    }

    /// Saved behind one another from two forms; the first is dropped in the outbox.
    void twoFormsSaveApart()
    {
        auto *assistant = show<AssistantSection>(QStringLiteral("assistant"));
        QTest::keyClicks(contact(assistant), QStringLiteral("5"));
        press(button(assistant, QStringLiteral("Save")));
        const OpId first = waiting().id;
        auto *alerts = m_window->findChild<AlertsSection *>();
        m_window->settings()->showSection(QStringLiteral("alerts"));
        QTest::keyClicks(field(alerts, QStringLiteral("Owner's telephone")), QStringLiteral("+13055550199"));
        press(button(alerts, QStringLiteral("Save")));
        m_desk->acts->drop(first);
        m_desk->settle();
        QVERIFY(waiting().id != first);
        QCOMPARE(waitingSettings().alerts.ownerPhone, std::string("+13055550199"));
        QCOMPARE(waitingSettings().contact, std::string("+1 305 555 0110"));
    }

    void anotherDayStaysTheirs()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        openMondaysAt(section, QStringLiteral("7:30"));
        Location other = place();
        other.version = 2;
        other.hours.week[0] = {{9 * 60, 17 * 60}};
        other.hours.week[1] = {{12 * 60, 20 * 60}};
        answer(412, newer(other));
        QVERIFY(!says(section, QStringLiteral("Not saved")));
        QCOMPARE(waiting().ifMatch, std::string("2"));
        const OpeningHours sent = decode<OpeningHours>(std::string_view {waiting().body}).value();
        QCOMPARE(sent.week[0].front().start, 7 * 60 + 30);
        QVERIFY((sent.week[1] == std::vector<OpenWindow> {{12 * 60, 20 * 60}}));
        confirm();
        QTRY_VERIFY(!section->isDirty());
        QTRY_VERIFY((section->findChild<WeekEditor *>()->hours().week[1] == std::vector<OpenWindow> {{12 * 60, 20 * 60}}));
    }

    void theSameDayIsNamed()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        openMondaysAt(section, QStringLiteral("7:30"));
        Location other = place();
        other.version = 2;
        other.hours.week[0] = {{12 * 60, 24 * 60}};
        answer(412, newer(other));
        QTRY_VERIFY(says(section, QStringLiteral("Opening hours (Monday): 07:30–17:00; somebody else has changed it meanwhile: 12:00–24:00")));
        m_window->resize(760, 700);
        m_desk->settle();
        keep(QStringLiteral("settings-both-changed-narrow"));
    }
};

FOREDECK_QT_TEST(FormsPatchTest)
#include "formspatchtest.moc"
