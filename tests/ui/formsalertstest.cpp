#include "net/codec/domaincodec.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/formsfixture.h"
#include "ui/pages/settings/alertssection.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/weekeditor.h"

#include <QCheckBox>
#include <QSpinBox>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// Settings › Who is told: the telephone, who is on call, how soon, when it is quiet.
class FormsAlertsTest : public QObject, protected FormsFixture {
    Q_OBJECT

private:
    AlertsSection *show() { return FormsFixture::show<AlertsSection>(QStringLiteral("alerts")); }
    static LineEdit *phone(const QWidget *in) { return field(in, QStringLiteral("Owner's telephone")); }
    static Field *around(const QWidget *control) { return qobject_cast<Field *>(control->parentWidget()); }
    static QSpinBox *number(const QWidget *in, const QString &name)
    {
        const auto boxes = in->findChildren<QSpinBox *>();
        const auto found = std::find_if(boxes.begin(), boxes.end(), [&](const QSpinBox *one) { return one->accessibleName() == name; });
        return found == boxes.end() ? nullptr : *found;
    }
    static QCheckBox *box(const QWidget *in, const UserId &user) { return in->findChild<QCheckBox *>(QString::fromStdString(user.value)); }
    void put(const ClientSettings &settings)
    {
        QVERIFY(m_desk->store.apply({test::entity("settings", settings)}).hasValue());
        m_desk->settle();
    }
    static ClientSettings stored(std::int64_t version)
    {
        ClientSettings settings;
        settings.client = test::clientId(1);
        settings.contact = "desk@example.com";
        settings.version = version;
        return settings;
    }

private Q_SLOTS:
    void cleanup() { end(); }

    void whatIsTypedGoesToTheServer()
    {
        auto *section = show();
        QVERIFY(!button(section, QStringLiteral("Save"))->isEnabled());
        QTest::keyClicks(phone(section), QStringLiteral("+1 (305) 555-0199"));
        number(section, QStringLiteral("Said again every"))->setValue(90);
        number(section, QStringLiteral("The next ones are told after"))->setValue(5);
        number(section, QStringLiteral("A request that was left unfinished goes to a person after"))->setValue(25);
        QVERIFY(box(section, test::userId(1)));
        box(section, test::userId(1))->click();
        section->findChild<WeekEditor *>()->findChildren<Switch *>()[1]->click(); // the first is the one that is hidden
        QVERIFY(section->isDirty());
        press(button(section, QStringLiteral("Save")));
        QVERIFY(says(section, QStringLiteral("Saved here")));
        QVERIFY(!section->isDirty());
        const Op op = waiting();
        QCOMPARE(op.kind, OpKind::Settings);
        QCOMPARE(op.ifMatch, std::string("1"));
        const auto sent = decode<ClientSettings>(op.body);
        QVERIFY(sent.hasValue());
        QCOMPARE(sent.value().alerts.ownerPhone, std::string("+13055550199"));
        QCOMPARE(sent.value().alerts.repeatSeconds, std::int64_t(90));
        QCOMPARE(sent.value().alerts.climbMinutes, std::int64_t(5));
        QCOMPARE(sent.value().quietMinutes, std::int64_t(25));
        QCOMPARE(sent.value().alerts.onCall, (std::vector<OnCall> {{test::userId(1), {}}}));
        QCOMPARE(sent.value().alerts.quietWeek[0], (std::vector<OpenWindow> {{22 * 60, 7 * 60}}));
        QVERIFY(sent.value().alerts.quietWeek[1].empty());
        QCOMPARE(sent.value().contact, std::string("+1 305 555 0110"));
        confirm();
        QTRY_VERIFY(says(section, QStringLiteral("Saved")) && !says(section, QStringLiteral("Saved here")));
        QVERIFY(!button(section, QStringLiteral("Save"))->isEnabled());
    }

    void theCaretStaysWhileNothingOfItsIsAnother()
    {
        auto *section = show();
        ClientSettings settings = stored(2);
        settings.alerts.ownerPhone = "+13055550101";
        put(settings);
        QTRY_COMPARE(phone(section)->text(), QStringLiteral("+13055550101"));
        phone(section)->setFocus();
        phone(section)->setSelection(3, 4);
        settings.version = 3;
        settings.contact = "front@example.com";
        put(settings);
        QCOMPARE(phone(section)->selectionStart(), 3);
        QCOMPARE(phone(section)->selectedText().size(), 4);
        settings.version = 4;
        settings.alerts.ownerPhone = "+13055550102";
        put(settings);
        QTRY_COMPARE(phone(section)->text(), QStringLiteral("+13055550102"));
        QTest::keyClick(phone(section), Qt::Key_Backspace);
        QTest::keyClicks(phone(section), QStringLiteral("3"));
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().ifMatch, std::string("4"));
    }

    void aTelephoneThatIsNoneIsToldBesideTheField()
    {
        auto *section = show();
        Button *save = button(section, QStringLiteral("Save"));
        QTest::keyClicks(phone(section), QStringLiteral("305 555 0199"));
        QVERIFY2(!around(phone(section))->hasError(), "not while it is being typed");
        press(save);
        QVERIFY(around(phone(section))->hasError());
        QVERIFY(says(section, QStringLiteral("with its country code")));
        QCOMPARE(waiting().id, OpId());
        keep(QStringLiteral("settings-alerts-problem"));
        // What looks like one and is none only the server knows.
        phone(section)->selectAll();
        QTest::keyClicks(phone(section), QStringLiteral("+19995550199"));
        QVERIFY(!around(phone(section))->hasError());
        press(save);
        answer(400, R"({"detail":"alerts.owner_phone: must be a telephone number with its country code, such as +13055550101"})");
        QTRY_VERIFY(around(phone(section))->hasError());
        QVERIFY(says(around(phone(section)), QStringLiteral("Must be a telephone number with its country code")));
        QVERIFY(says(section, QStringLiteral("Not saved: Owner's telephone: must be a telephone number")));
        QVERIFY(section->isDirty());
        button(section, QStringLiteral("Undo changes"))->click();
        QVERIFY(phone(section)->text().isEmpty() && !around(phone(section))->hasError() && !section->isDirty());
    }

    /// While it waits it says when it goes as that is now.
    void atOnceIsSaidOnlyWhileTheServerCanBeReached()
    {
        auto *section = show();
        const auto sync = [this](SyncPhase phase) {
            SyncStatus status = m_desk->ephemera.sync();
            status.phase = phase;
            m_desk->ephemera.setSync(status);
            m_desk->settle();
        };
        sync(SyncPhase::Live);
        QTest::keyClicks(phone(section), QStringLiteral("+13055550199"));
        press(button(section, QStringLiteral("Save")));
        QVERIFY(says(section, QStringLiteral("it goes to the server at once")));
        sync(SyncPhase::Reconnecting);
        QVERIFY(says(section, QStringLiteral("it goes to the server when it answers again")) && !says(section, QStringLiteral("at once")));
        sync(SyncPhase::Live);
        QVERIFY(says(section, QStringLiteral("it goes to the server at once")));
    }

    void whatSomebodyElseChangedIsNotOverwrittenUnseen()
    {
        auto *section = show();
        QTest::keyClicks(phone(section), QStringLiteral("+13055550199"));
        // What is of another form is nothing new to this one.
        put(stored(2));
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().ifMatch, std::string("2"));
        ClientSettings theirs = stored(3);
        theirs.alerts.ownerPhone = "+13055550111";
        answer(412, newer(theirs));
        QTRY_VERIFY(says(section, QStringLiteral("Save again to replace theirs.")));
        QCOMPARE(phone(section)->text(), QStringLiteral("+13055550199"));
        put(theirs); // what the other forms hold is of this version, too, before it is replaced
        QCOMPARE(phone(section)->text(), QStringLiteral("+13055550199"));
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().ifMatch, std::string("3"));
    }

    void whoHasLeftCanBeTakenOffAndTimesStay()
    {
        auto *section = show();
        User left = test::user(31);
        left.status = UserStatus::Disabled;
        User viewer = test::user(32);
        viewer.role = Role::Viewer;
        QVERIFY(m_desk->store.apply({test::entity("user", left), test::entity("user", viewer)}).hasValue());
        ClientSettings now = stored(2);
        Week nights;
        nights[4] = {{18 * 60, 23 * 60}};
        now.alerts.onCall = {{test::userId(1), nights}, {left.id, {}}, {test::userId(77), {}}};
        put(now);
        QVERIFY(!box(section, viewer.id));
        QVERIFY(says(section, QStringLiteral("at certain times")));
        QVERIFY(says(section, QStringLiteral("may not answer any more")));
        for (const UserId &user : {left.id, test::userId(77)}) {
            QVERIFY(box(section, user) && box(section, user)->isChecked());
            box(section, user)->click();
        }
        box(section, test::userId(1))->click();
        box(section, test::userId(1))->click();
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(decode<ClientSettings>(waiting().body).value().alerts.onCall, (std::vector<OnCall> {{test::userId(1), nights}}));
    }

    void othersReadIt()
    {
        auto *section = show();
        ClientSettings now = stored(2);
        now.alerts.ownerPhone = "+13055550111";
        now.alerts.quietWeek[2] = {{20 * 60, 24 * 60}};
        put(now);
        QCOMPARE(phone(section)->text(), QStringLiteral("+13055550111"));
        for (const auto &[role, may] : {std::pair {Role::Agent, false}, std::pair {Role::Manager, true}}) {
            User me = test::user(1);
            me.role = role;
            m_desk->ephemera.setSession(SessionPhase::SignedIn, me);
            m_desk->settle();
            QCOMPARE(phone(section)->isEnabled(), may);
            QCOMPARE(box(section, test::userId(1))->isEnabled(), may);
            QCOMPARE(number(section, QStringLiteral("Said again every"))->isEnabled(), may);
            QCOMPARE(section->findChild<WeekEditor *>()->isEnabled(), may);
            QCOMPARE(phone(section)->text(), QStringLiteral("+13055550111"));
            QVERIFY(!section->isDirty());
        }
    }

    /// What the server says may be long, and the window narrow.
    void whyItWasNotSavedCanBeReadToItsEnd()
    {
        auto *section = show();
        m_window->resize(760, 700);
        QTest::keyClicks(phone(section), QStringLiteral("+13055550199"));
        press(button(section, QStringLiteral("Save")));
        answer(422, R"({"detail":"the number cannot be texted from the channel of this client because the country of it is not one that the sender is registered for"})");
        QTRY_VERIFY(says(section, QStringLiteral("is registered for")));
        keep(QStringLiteral("settings-alerts-refused"));
        const auto labels = section->findChildren<TextLabel *>();
        const auto why = std::find_if(labels.begin(), labels.end(), [](const TextLabel *label) { return label->isVisible() && label->text().startsWith(QStringLiteral("Not saved:")); });
        QVERIFY(why != labels.end());
        const QSize room = (*why)->size();
        QVERIFY((*why)->hasHeightForWidth() ? (*why)->heightForWidth(room.width()) <= room.height() : (*why)->sizeHint().width() <= room.width());
    }

    void inEveryLook()
    {
        auto *section = show();
        m_window->resize(1280, 1180);
        ClientSettings now = stored(2);
        now.alerts.ownerPhone = "+13055550111";
        now.alerts.quietWeek[5] = now.alerts.quietWeek[6] = {{22 * 60, 8 * 60}};
        now.alerts.onCall = {{test::userId(1), {}}};
        put(now);
        keep(QStringLiteral("settings-alerts-light"));
        m_themes.setAppearance(Appearance::Dark);
        m_desk->settle();
        keep(QStringLiteral("settings-alerts-dark"));
        m_themes.setAppearance(Appearance::Light);
        m_window->resize(760, 700);
        m_desk->settle();
        keep(QStringLiteral("settings-alerts-narrow"));
        QVERIFY(section->isVisible());
    }
};

FOREDECK_QT_TEST(FormsAlertsTest)
#include "formsalertstest.moc"
