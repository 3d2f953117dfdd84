#include "tests/qt/testclasses.h"
#include "tests/ui/formsfixture.h"
#include "ui/pages/settings/alertssection.h"
#include "ui/pages/settings/assistantsection.h"
#include "ui/pages/settings/channelssection.h"
#include "ui/pages/settings/hourssection.h"
#include "ui/pages/settings/looksection.h"
#include "ui/pages/settings/peoplesection.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/question.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/timefield.h"
#include "ui/widgets/weekeditor.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// What is typed in the settings and not saved is asked about on every way out, and is nobody else's.
class FormsLeavingTest : public QObject, protected FormsFixture {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { end(); }

    /// A template that is being written when the answer comes is none yet, and not saved.
    void whatIsWrittenOnBehindTheSaveStays()
    {
        auto *section = show<AssistantSection>(QStringLiteral("assistant"));
        auto *templates = section->findChild<QPlainTextEdit *>();
        QTest::keyClicks(templates, QStringLiteral("plain | en | We are open again."));
        press(FormsFixture::button(section, QStringLiteral("Save")));
        QTest::keyClick(templates, Qt::Key_Return);
        QTest::keyClicks(templates, QStringLiteral("hello_again | en"));
        const OpId op = answer(200);
        QVERIFY(!op.empty());
        ClientSettings taken = m_desk->store.read([](CacheReader &reader) { return reader.settings(test::clientId(1)); }).value().value();
        taken.templates = {{"plain", "en", "We are open again."}};
        ++taken.version;
        Entity event = test::entity("settings", taken);
        event.op = op;
        QVERIFY(m_desk->store.apply({event}).hasValue());
        m_desk->settle();
        // Something else of the client changes.
        Client client = test::client(1);
        client.version = 40;
        QVERIFY(m_desk->store.apply({test::entity("client", client)}).hasValue());
        m_desk->settle();
        QVERIFY(section->isDirty());
        QCOMPARE(templates->toPlainText(), QStringLiteral("plain | en | We are open again.\nhello_again | en"));
    }

    void everyWayToAnotherLanguageAndOutAsksAboutTheForms()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        TimeField *opens = section->findChild<WeekEditor *>()->findChildren<TimeField *>().constFirst();
        opens->selectAll();
        QTest::keyClicks(opens, QStringLiteral("7:30"));
        m_desk->host.embedded = false;
        m_window->commands().action(QStringLiteral("app.language_en"))->trigger();
        QVERIFY2(!m_window->findChild<Question *>(), "the language one has takes nothing away");
        for (const char *way : {"app.language_es", "app.sign_out"}) {
            m_window->commands().refresh();
            m_window->commands().action(QLatin1StringView(way))->trigger();
            auto *question = m_window->findChild<Question *>();
            QVERIFY2(question && question->isOpen(), way);
            WindowFixture::button(QStringLiteral("Keep editing"))->click();
        }
        QCOMPARE(m_desk->host.lang, QStringLiteral("en"));
        QCOMPARE(m_desk->requests.signOuts, 0);
        m_window->commands().action(QStringLiteral("app.sign_out"))->trigger();
        WindowFixture::button(QStringLiteral("Drop them"))->click();
        QCOMPARE(m_desk->requests.signOuts, 1);
        QVERIFY2(!section->isDirty(), "what was dropped is dropped");
    }

    void whoQuitsInTheTrayIsAskedAboutTheFormsToo()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        TimeField *opens = section->findChild<WeekEditor *>()->findChildren<TimeField *>().constFirst();
        opens->selectAll();
        QTest::keyClicks(opens, QStringLiteral("7:30"));
        m_desk->host.answering = true;
        m_window->hide();
        m_window->show();
        m_window->quit();
        QCOMPARE(m_desk->host.quits, 0);
        WindowFixture::button(QStringLiteral("Drop them"))->click();
        QCOMPARE(m_desk->host.quits, 1);
    }

    void anotherPlaceIsAskedAboutFirst()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        addAnnex();
        QComboBox *places = placesOf(section);
        QVERIFY(places);
        auto *week = section->findChild<WeekEditor *>();
        const int from = places->currentIndex();
        TimeField *opens = week->findChildren<TimeField *>().constFirst();
        opens->selectAll();
        QTest::keyClicks(opens, QStringLiteral("7:30"));
        places->setCurrentIndex(1 - from);
        QCOMPARE(places->currentIndex(), from);
        WindowFixture::button(QStringLiteral("Keep editing"))->click();
        QVERIFY(section->isDirty());
        QCOMPARE(week->hours().week[0].front().start, 7 * 60 + 30);
        places->setCurrentIndex(1 - from);
        WindowFixture::button(QStringLiteral("Drop them"))->click();
        QCOMPARE(places->currentIndex(), 1 - from);
        QVERIFY(!section->isDirty());
        QVERIFY(week->hours().week[0].front().start != 7 * 60 + 30);
    }

    void theNextPersonFindsNothingInTheForms()
    {
        auto *people = show<PeopleSection>(QStringLiteral("people"));
        auto *channels = m_window->findChild<ChannelsSection *>();
        for (const char *name : {"Name", "E-mail", "First password"})
            QTest::keyClicks(field(people, QLatin1StringView(name)), QStringLiteral("anything"));
        m_window->settings()->showSection(QStringLiteral("assistant"));
        QTest::keyClicks(field(m_window->findChild<AssistantSection *>(), QStringLiteral("How to reach the desk")), QStringLiteral("5"));
        m_window->settings()->showSection(QStringLiteral("alerts"));
        QTest::keyClicks(field(m_window->findChild<AlertsSection *>(), QStringLiteral("Owner's telephone")), QStringLiteral("5"));
        m_window->settings()->showSection(QStringLiteral("channels"));
        QTest::keyClicks(field(channels->findChild<ChannelCard *>(), QStringLiteral("Access token")), QStringLiteral("secret"));
        m_desk->host.embedded = false;
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->settle();
        User next = test::user(2);
        next.role = Role::Admin;
        m_desk->store.signIn(2);
        m_desk->ephemera.setSession(SessionPhase::SignedIn, next);
        m_desk->settle();
        QVERIFY(!m_window->settings()->isDirty());
        for (const char *name : {"Name", "E-mail", "First password"})
            QVERIFY2(field(people, QLatin1StringView(name))->text().isEmpty(), name);
        m_desk->fill();
        m_desk->settle();
        QTRY_VERIFY(channels->findChild<ChannelCard *>());
        QVERIFY(field(channels->findChild<ChannelCard *>(), QStringLiteral("Access token"))->text().isEmpty());
        QVERIFY(!m_window->settings()->isDirty());
    }

    void whatIsTypedAndNotSavedIsAskedAboutBeforeItGoes_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("name");
        QTest::newRow("channels") << QStringLiteral("channels") << QStringLiteral("Access token");
        QTest::newRow("people") << QStringLiteral("people") << QStringLiteral("Name");
        QTest::newRow("assistant") << QStringLiteral("assistant") << QStringLiteral("How to reach the desk");
        QTest::newRow("alerts") << QStringLiteral("alerts") << QStringLiteral("Owner's telephone");
    }

    void whatIsTypedAndNotSavedIsAskedAboutBeforeItGoes()
    {
        QFETCH(QString, key);
        QFETCH(QString, name);
        show<SettingsSection>(key);
        SettingsPage *page = m_window->settings();
        LineEdit *edit = field(page, name);
        QVERIFY(edit);
        QVERIFY(!page->isDirty());
        QTest::keyClicks(edit, QStringLiteral("5"));
        QVERIFY(page->isDirty());
        page->showSection(QStringLiteral("look"));
        page->findChild<LookSection *>()->findChildren<Segment *>().constLast()->part(1)->click();
        auto *question = m_window->findChild<Question *>();
        QVERIFY(question && question->isOpen());
        QCOMPARE(page->section(), key);
        QCOMPARE(m_desk->host.lang, QStringLiteral("en"));
        WindowFixture::button(QStringLiteral("Keep editing"))->click();
        QVERIFY(!question->isOpen());
        QVERIFY(edit->text().contains(QLatin1Char('5')));
        QVERIFY(!m_window->close());
        WindowFixture::button(QStringLiteral("Keep editing"))->click();
        QCOMPARE(m_desk->host.quits, 0);
        QVERIFY(!m_window->close());
        WindowFixture::button(QStringLiteral("Drop them"))->click();
        QCOMPARE(m_desk->host.quits, 1);
    }

    void whatIsOnItsWayIsNotAskedAbout()
    {
        auto *card = show<ChannelsSection>(QStringLiteral("channels"))->findChild<ChannelCard *>();
        LineEdit *token = field(card, QStringLiteral("Access token"));
        QTest::keyClicks(token, QStringLiteral("key"));
        press(button(card, QStringLiteral("Save keys")));
        QVERIFY(!m_window->settings()->isDirty());
        QTest::keyClicks(token, QStringLiteral("2"));
        QVERIFY(m_window->settings()->isDirty());
    }
};

FOREDECK_QT_TEST(FormsLeavingTest)
#include "formsleavingtest.moc"
