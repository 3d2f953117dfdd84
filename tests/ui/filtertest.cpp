#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxbulk.h"
#include "ui/pages/inbox/inboxfilter.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/button.h"

#include <QMenu>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// What narrows the inbox's list.
class FilterTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    QAbstractItemModel *model() const { return list()->model(); }
    QMenu *menu() const { return inbox()->filter()->menu(); }
    void ask()
    {
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_F);
        QTRY_VERIFY(menu() && menu()->isVisible());
    }
    QAction *choice(const QString &words) const
    {
        const auto actions = menu()->actions();
        const auto found = std::find_if(actions.begin(), actions.end(), [&](const QAction *one) { return one->text() == words; });
        return found == actions.end() ? nullptr : *found;
    }
    /// As the pointer does it.
    void choose(const QString &words)
    {
        QAction *action = choice(words);
        QVERIFY2(action, qPrintable(words));
        QTest::mouseClick(menu(), Qt::LeftButton, {}, menu()->actionGeometry(action).center());
        m_desk->settle();
    }
    void leave()
    {
        QTest::keyClick(menu(), Qt::Key_Escape);
        QTRY_VERIFY(!menu());
    }
    QList<Button *> chips() const
    {
        QList<Button *> found;
        for (Button *button : inbox()->list()->findChildren<Button *>()) {
            if (button->isVisible() && button->accessibleName().startsWith(QStringLiteral("Do not narrow")))
                found << button;
        }
        return found;
    }
    QStringList chipWords() const
    {
        QStringList words;
        for (const Button *chip : chips())
            words << chip->text();
        return words;
    }
    bool allAre(ChannelKind kind) const
    {
        for (int row = 0; row < model()->rowCount(); ++row) {
            if (model()->index(row, 0).data(ConversationListModel::ChannelRole).toInt() != static_cast<int>(kind))
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void init()
    {
        makeAndShow();
        m_window->commands().action(QStringLiteral("goto.all"))->trigger();
        QTRY_COMPARE(model()->rowCount(), 10);
        list()->setFocus();
        m_desk->settle();
    }
    void cleanup() { end(); }

    void theKeyAsksAndEachChoiceShowsAtOnce()
    {
        ask();
        choose(QStringLiteral("SMS"));
        QVERIFY(menu() && menu()->isVisible()); // for the next one
        QTRY_VERIFY(model()->rowCount() > 0 && model()->rowCount() < 10);
        QVERIFY(allAre(ChannelKind::Sms));
        const int sms = model()->rowCount();
        keep(QStringLiteral("filter-menu-light"));
        choose(QStringLiteral("WhatsApp"));
        QTRY_VERIFY(model()->rowCount() > sms);
        QVERIFY(!allAre(ChannelKind::Sms));
        leave();
        QCOMPARE(chipWords().size(), 2);
        QVERIFY(says(QStringLiteral("%1 of 10").arg(model()->rowCount())));
        keep(QStringLiteral("filter-light"));
        // What the keys act on stands in what is shown, and is marked in it.
        QVERIFY(list()->selectionModel()->isSelected(list()->currentIndex()));
        QCOMPARE(inbox()->conversation().value, list()->currentIndex().data(ConversationListModel::IdRole).toString().toStdString());
    }

    void anotherViewMarksWhatIsOpen()
    {
        const auto isMarked = [this](const ConversationId &id) {
            const QModelIndex current = list()->currentIndex();
            return current.data(ConversationListModel::IdRole).toString().toStdString() == id.value && list()->selectionModel()->isSelected(current);
        };
        open(TestDesk::elena());
        m_desk->settle();
        list()->setFocus();
        QVERIFY(isMarked(TestDesk::elena()));
        QVERIFY(list()->currentIndex().row() > 0);
        for (const char *view : {"goto.mine", "goto.all"}) {
            m_window->commands().action(QLatin1StringView(view))->trigger();
            m_desk->settle();
            QTRY_VERIFY(isMarked(TestDesk::elena()));
            QVERIFY(inbox()->conversation() == TestDesk::elena());
        }
    }

    void aChipTakesItOffAndTheKeyAll()
    {
        ask();
        choose(QStringLiteral("SMS"));
        choose(QStringLiteral("Hot"));
        leave();
        QCOMPARE(chipWords(), (QStringList {QStringLiteral("SMS"), QStringLiteral("Hot")}));
        QTest::mouseClick(chips().constFirst(), Qt::LeftButton);
        QTRY_COMPARE(chipWords(), QStringList {QStringLiteral("Hot")});
        m_desk->settle();
        QVERIFY(inbox()->filter()->filter().channels.empty());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_F, Qt::ShiftModifier);
        QTRY_COMPARE(model()->rowCount(), 10);
        QVERIFY(chips().isEmpty());
        QVERIFY(!m_window->commands().action(QStringLiteral("list.filter_clear"))->isEnabled());
    }

    void itStaysFromViewToViewAndSaysWhatItHides()
    {
        ask();
        choose(QStringLiteral("Came in"));
        leave();
        QTRY_COMPARE(model()->rowCount(), 0);
        QVERIFY(says(QStringLiteral("Nothing here fits the filter")));
        keep(QStringLiteral("filter-empty-light"));
        m_window->commands().action(QStringLiteral("goto.escalated"))->trigger();
        m_desk->settle();
        QVERIFY(says(QStringLiteral("Nothing here fits the filter")));
        m_window->commands().refresh();
        m_window->commands().action(QStringLiteral("list.filter_clear"))->trigger();
        QTRY_VERIFY(model()->rowCount() > 0);
        QVERIFY(!says(QStringLiteral("Nothing here fits the filter")));
    }

    void theWholeListIsWhatItShows()
    {
        ask();
        choose(QStringLiteral("SMS"));
        leave();
        QTRY_VERIFY(model()->rowCount() > 0 && model()->rowCount() < 10);
        const int shown = model()->rowCount();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(inbox()->bulk()->picks().count(), shown);
        m_desk->settle();
        QCOMPARE(inbox()->bulk()->picks().count(), shown);
        QVERIFY(says(QStringLiteral("%1 of %1 selected").arg(shown)));
    }

    /// As another language makes one.
    void anotherWindowShowsTheSame()
    {
        ask();
        choose(QStringLiteral("SMS"));
        leave();
        const int shown = model()->rowCount();
        QVERIFY(shown > 0 && shown < 10);
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_X);
        QCOMPARE(inbox()->bulk()->picks().count(), 1);
        const std::vector<ConversationId> picked = inbox()->bulk()->picks().ids();
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_desk->settle();
        QTRY_COMPARE(model()->rowCount(), shown);
        QVERIFY(allAre(ChannelKind::Sms));
        QCOMPARE(chipWords(), QStringList {QStringLiteral("SMS")});
        QCOMPARE(inbox()->bulk()->picks().ids(), picked);
    }

    void anotherLanguageBetweenTwoPeopleHandsNothingOver()
    {
        const auto signedIn = [&](int number) {
            User person = test::user(number);
            person.role = Role::Agent;
            m_desk->ephemera.setSession(SessionPhase::SignedIn, person);
            m_desk->settle();
        };
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        signedIn(2); // not the one whose cache it was when it was opened
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_X);
        QCOMPARE(inbox()->bulk()->picks().count(), 1);
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->settle();
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        signedIn(1);
        QTRY_COMPARE(inbox()->bulk()->picks().count(), 0);
    }

    void labelsInUseCanBeChosen()
    {
        Conversation other = conversation(40);
        other.lead = leadId(2);
        other.labels = {"R&D, <b>late</b>"};
        QVERIFY(m_desk->store.apply({entity("conversation", other)}).hasValue());
        m_desk->settle();
        QTRY_COMPARE(model()->rowCount(), 11);
        ask();
        choose(QStringLiteral("R&&D, <b>late</b>"));
        leave();
        QTRY_COMPARE(model()->rowCount(), 1);
        QCOMPARE(chips().size(), 1);
        ask();
        QVERIFY(choice(QStringLiteral("R&&D, <b>late</b>"))->isChecked());
        leave();
    }
};

FOREDECK_QT_TEST(FilterTest)
#include "filtertest.moc"
