#include "models/items/conversationlistmodel.h"
#include "models/domain/wayback.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/claimstrip.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/farewell.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTextEdit>

using namespace foredeck;
using namespace foredeck::ui;

/// The window over a real cache and a real outbox.
class WindowTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), code, modifiers);
        m_desk->settle();
    }

    QStringList linesOfTheSheet() const
    {
        QStringList lines;
        for (const QHBoxLayout *line : m_window->sheet()->findChildren<QHBoxLayout *>()) {
            QString command;
            QStringList keys;
            for (int i = 0; i < line->count(); ++i) {
                const auto *label = qobject_cast<QLabel *>(line->itemAt(i)->widget());
                if (qobject_cast<const KeyCap *>(label))
                    keys << label->text();
                else if (label)
                    command = label->text();
            }
            if (!keys.isEmpty())
                lines << command + QStringLiteral(": ") + keys.join(QStringLiteral(", "));
        }
        return lines;
    }

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup() { end(); }

    void showsRowsAndOpensTheFirst()
    {
        QCOMPARE(m_window->inbox()->list()->view()->model()->rowCount(), 10);
        QCOMPARE(m_window->inbox()->conversation(), TestDesk::marcus());
        open(TestDesk::elena());
        keep(QStringLiteral("window-inbox"));
        QCOMPARE(m_window->inbox()->thread()->transcript()->rowCount(), 7);
    }

    void lettersStayLettersInText()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("ten here "));
        // What a Polish or German layout types with AltGr arrives as text with a modifier.
        for (const QString &typed : {QStringLiteral("ł"), QStringLiteral("@"), QStringLiteral("€"), QStringLiteral("ś")}) {
            QKeyEvent press(QEvent::KeyPress, 0, Qt::GroupSwitchModifier, typed);
            QApplication::sendEvent(composer()->edit(), &press);
        }
        QCOMPARE(composer()->text(CompositionKind::Reply), QStringLiteral("ten here ł@€ś"));
        QCOMPARE(m_window->inbox()->conversation(), TestDesk::elena());
    }

    // The ſ of a German keyboard, whose capital is a plain S: Qt calls its key so.
    void aLetterIsNotTheCommandOfItsCapital()
    {
        open(TestDesk::elena());
        const auto press = [this](QWidget *at) {
            QTest::sendKeyEvent(QTest::Click, at, Qt::Key_S, QStringLiteral("ſ"), Qt::GroupSwitchModifier);
            m_desk->settle();
        };
        composer()->edit()->setFocus();
        press(composer()->edit());
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(composer()->text(CompositionKind::Reply), QStringLiteral("ſ"));
        list()->setFocus();
        press(list());
        QVERIFY(!QApplication::activePopupWidget());
    }

    void takeOverTypeSendUndo()
    {
        open(TestDesk::marcus());
        QVERIFY(!composer()->edit()->isEnabled());
        m_window->inbox()->list()->view()->setFocus();
        key(Qt::Key_T);
        QVERIFY(composer()->edit()->isEnabled());
        QVERIFY(composer()->edit()->hasFocus());
        QTest::keyClicks(composer()->edit(), QStringLiteral("The crew is on its way."));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(composer()->text(CompositionKind::Reply).isEmpty());
        QVERIFY(m_window->inbox()->thread()->toast()->isVisible());
        QTRY_COMPARE(m_window->inbox()->thread()->transcript()->rowCount(), 2);
        keep(QStringLiteral("window-held"));
        QVERIFY(m_window->inbox()->thread()->transcript()->accessibleWords(1).contains(QStringLiteral("Goes out in")));
        QTest::keyClick(composer()->edit(), Qt::Key_Z, Qt::ControlModifier);
        m_desk->settle();
        QTRY_COMPARE(composer()->text(CompositionKind::Reply), QStringLiteral("The crew is on its way."));
        QTRY_COMPARE(m_window->inbox()->thread()->transcript()->rowCount(), 1);
    }

    // The key that the toast names is the toast's: what was begun meanwhile stays.
    void undoTakesTheReplyBackAndNotWhatWasBegunSince()
    {
        open(TestDesk::marcus());
        m_window->inbox()->list()->view()->setFocus();
        key(Qt::Key_T);
        QTest::keyClicks(composer()->edit(), QStringLiteral("The crew is on its way."));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QTest::keyClicks(composer()->edit(), QStringLiteral("They call you"));
        QTest::keyClick(composer()->edit(), Qt::Key_Z, Qt::ControlModifier);
        m_desk->settle();
        QTRY_COMPARE(composer()->text(CompositionKind::Reply), QStringLiteral("The crew is on its way.\nThey call you"));
    }

    void noteNeverLooksLikeAReply()
    {
        open(TestDesk::elena());
        m_window->inbox()->list()->view()->setFocus();
        key(Qt::Key_N);
        QCOMPARE(composer()->kind(), CompositionKind::Note);
        QTest::keyClicks(composer()->edit(), QStringLiteral("Called the dock"));
        keep(QStringLiteral("window-note"));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QTRY_COMPARE(m_window->inbox()->thread()->transcript()->rowCount(), 8);
        QVERIFY(m_window->inbox()->thread()->transcript()->accessibleWords(7).startsWith(QStringLiteral("Private note by you")));
        // The next words are for the team as well, and none of their letters is a command.
        QCOMPARE(composer()->kind(), CompositionKind::Note);
        QVERIFY(composer()->edit()->hasFocus());
        QTest::keyClicks(composer()->edit(), QStringLiteral("they do not answer"));
        QCOMPARE(composer()->text(CompositionKind::Note), QStringLiteral("they do not answer"));
        QVERIFY(composer()->text(CompositionKind::Reply).isEmpty());
    }

private:
    int ops(OpKind kind)
    {
        const auto all = m_desk->store.outbox();
        return int(std::count_if(all.begin(), all.end(), [kind](const Op &op) { return op.kind == kind; }));
    }
    /// As the keyboard sends it: once, and again and again while it is held.
    void hold(Qt::Key code, int repeats)
    {
        for (int i = 0; i <= repeats; ++i) {
            QWidget *there = QApplication::focusWidget();
            QTest::simulateEvent(there, true, code, Qt::NoModifier, QString(QChar(code)).toLower(), i > 0);
            m_desk->settle();
        }
        QTest::simulateEvent(QApplication::focusWidget(), false, code, Qt::NoModifier, QString(QChar(code)).toLower(), false);
    }

private Q_SLOTS:
    void aKeyThatIsHeldIsOneAct()
    {
        // Where the next one opens by itself.
        m_window->commands().action(QStringLiteral("goto.waiting"))->trigger();
        m_desk->settle();
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        open(TestDesk::marcus());
        list()->setFocus();
        hold(Qt::Key_E, 4);
        QTRY_VERIFY(inbox()->conversation() != TestDesk::marcus());
        QCOMPARE(ops(OpKind::End), 1);
        // What leads from place to place goes on.
        m_window->commands().action(QStringLiteral("goto.all"))->trigger();
        m_desk->settle();
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(0, 0));
        m_desk->settle();
        hold(Qt::Key_J, 2);
        QCOMPARE(list()->currentIndex().row(), 3);
        // And what has led into a text does not write there.
        hold(Qt::Key_N, 3);
        QVERIFY(composer()->isFocused());
        QCOMPARE(composer()->text(CompositionKind::Note), QString());
        QTest::keyClicks(composer()->edit(), QStringLiteral("nn"));
        QCOMPARE(composer()->text(CompositionKind::Note), QStringLiteral("nn"));
        hold(Qt::Key_O, 2);
        QCOMPARE(composer()->text(CompositionKind::Note), QStringLiteral("nnooo"));
    }

    void anActIsNotDoneTwiceBeforeItShows()
    {
        open(TestDesk::marcus());
        const auto twice = [this](const char *id) {
            for (int press = 0; press < 2; ++press)
                m_window->commands().action(QLatin1StringView(id))->trigger();
        };
        twice("conversation.take_over");
        m_desk->settle();
        QCOMPARE(ops(OpKind::TakeOver), 1);
        twice("conversation.resolve");
        m_desk->settle();
        QCOMPARE(ops(OpKind::End), 1);
        // Done anew once it has been taken back.
        open(TestDesk::marcus());
        twice("conversation.reopen");
        m_desk->settle();
        QCOMPARE(ops(OpKind::Reopen) + ops(OpKind::End), 0);
        twice("conversation.resolve");
        m_desk->settle();
        QCOMPARE(ops(OpKind::End), 1);
    }

    void resolvingMovesOn()
    {
        ConversationListView *view = m_window->inbox()->list()->view();
        m_window->commands().action(QStringLiteral("goto.waiting"))->trigger();
        m_desk->settle();
        QTRY_COMPARE(view->model()->rowCount(), 2);
        m_window->inbox()->open(TestDesk::marcus());
        m_desk->settle();
        view->setFocus();
        key(Qt::Key_E);
        QTRY_COMPARE(view->model()->rowCount(), 1);
        QVERIFY(m_window->inbox()->conversation() != TestDesk::marcus());
    }

    // What was answered waits no more and leaves; whoever passed others over before does not begin anew with those.
    void theNextOneFollowsWhatWasAnswered_data()
    {
        QTest::addColumn<Qt::Key>("forward");
        QTest::addColumn<Qt::Key>("back");
        QTest::newRow("letters") << Qt::Key_J << Qt::Key_K;
        QTest::newRow("arrows") << Qt::Key_Down << Qt::Key_Up;
    }
    void theNextOneFollowsWhatWasAnswered()
    {
        QFETCH(Qt::Key, forward);
        QFETCH(Qt::Key, back);
        m_desk->fillEscalations();
        m_window->commands().action(QStringLiteral("goto.waiting"))->trigger();
        ConversationListView *view = m_window->inbox()->list()->view();
        m_desk->settle();
        const int rows = view->model()->rowCount();
        QVERIFY(rows >= 4);
        const auto at = [&](int row) { return view->model()->index(row, 0).data(ConversationListModel::IdRole).toString().toStdString(); };
        // One with others on both sides, through whose door an answer can go back.
        int row = 1;
        const auto canBeAnswered = [&](int n) { return hasWayBack(static_cast<ChannelKind>(view->model()->index(n, 0).data(ConversationListModel::ChannelRole).toInt())); };
        while (row < rows - 2 && !canBeAnswered(row))
            ++row;
        QVERIFY(canBeAnswered(row));
        const std::string before = at(row - 1);
        const std::string answered = at(row);
        const std::string after = at(row + 1);
        m_window->inbox()->open(ConversationId {answered});
        m_desk->settle();
        view->setFocus();
        key(Qt::Key_T);
        QTest::keyClicks(composer()->edit(), QStringLiteral("On our way"));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QTRY_COMPARE(view->model()->rowCount(), rows - 1);
        QCOMPARE(m_window->inbox()->conversation().value, answered);
        key(Qt::Key_Escape);
        QVERIFY(view->hasFocus());
        key(forward);
        QCOMPARE(m_window->inbox()->conversation().value, after);
        key(back);
        QCOMPARE(m_window->inbox()->conversation().value, before);
    }

    // Who answers moves rows: what was answered comes to the top of what is not due, and nobody is passed over by it.
    void theNextOneFollowsWhereItStood()
    {
        ConversationListView *view = m_window->inbox()->list()->view();
        const auto at = [&](int row, int role) { return view->model()->index(row, 0).data(role).toString().toStdString(); };
        const auto idAt = [&](int row) { return at(row, ConversationListModel::IdRole); };
        const std::string before = idAt(2);
        const std::string after = idAt(4);
        Conversation answered = test::conversation(1);
        answered.id = ConversationId {idAt(3)};
        answered.client = ClientId {at(3, ConversationListModel::ClientIdRole)};
        answered.lead = LeadId {at(3, ConversationListModel::LeadIdRole)};
        answered.lastAt = m_desk->store.clock.now() + std::chrono::minutes {1};
        answered.version = 99;
        m_window->inbox()->open(answered.id);
        m_desk->settle();
        QVERIFY(m_desk->store.apply({test::entity("conversation", answered)}).hasValue());
        m_desk->settle();
        QTRY_COMPARE(idAt(1), answered.id.value); // behind what is due
        key(Qt::Key_J);
        QCOMPARE(m_window->inbox()->conversation().value, after);
        key(Qt::Key_K);
        QCOMPARE(m_window->inbox()->conversation().value, before);
    }

    void lettersLeadFromEveryPlaceToTheNext()
    {
        list()->setFocus();
        for (const Qt::Key place : {Qt::Key_L, Qt::Key_E, Qt::Key_B, Qt::Key_O, Qt::Key_S, Qt::Key_B, Qt::Key_L, Qt::Key_I}) {
            const Page *before = m_window->frame()->page();
            key(Qt::Key_G);
            key(place);
            QVERIFY2(m_window->frame()->page() != before, qPrintable(QKeySequence(place).toString()));
        }
        QVERIFY(m_window->frame()->page() == m_window->inbox());
    }

    // While rows of others wait to move, the one that was resolved goes all the same, and the next one opens.
    void resolvingMovesOnWhileOthersWait()
    {
        m_desk->fillEscalations();
        m_window->commands().action(QStringLiteral("goto.waiting"))->trigger();
        ConversationListView *view = list();
        m_desk->settle();
        const int rows = view->model()->rowCount();
        QVERIFY(rows >= 4);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Shift); // somebody is there
        const auto at = [&](int row, int role) { return view->model()->index(row, 0).data(role).toString().toStdString(); };
        m_window->inbox()->open(ConversationId {at(0, ConversationListModel::IdRole)});
        m_desk->settle();
        Conversation other = test::conversation(1);
        other.id = ConversationId {at(3, ConversationListModel::IdRole)};
        other.client = ClientId {at(3, ConversationListModel::ClientIdRole)};
        other.lead = LeadId {at(3, ConversationListModel::LeadIdRole)};
        other.status = ConversationStatus::WaitingHuman;
        other.owner = Owner {OwnerKind::Nobody, {}, {}};
        other.lastAt = m_desk->store.clock.now() + std::chrono::minutes {1};
        other.version = 99;
        QVERIFY(m_desk->store.apply({test::entity("conversation", other)}).hasValue());
        m_desk->settle();
        QVERIFY(m_window->commands().reason(QStringLiteral("list.settle")).isEmpty()); // one wants to move
        const std::string next = at(1, ConversationListModel::IdRole);
        key(Qt::Key_E);
        QTRY_COMPARE(view->model()->rowCount(), rows - 1);
        QTRY_COMPARE(m_window->inbox()->conversation().value, next);
    }

    void jAndKGoThroughTheList()
    {
        ConversationListView *view = m_window->inbox()->list()->view();
        view->setFocus();
        const ConversationId first = m_window->inbox()->conversation();
        key(Qt::Key_J);
        QVERIFY(m_window->inbox()->conversation() != first);
        key(Qt::Key_K);
        QCOMPARE(m_window->inbox()->conversation(), first);
    }

    void draftsSurviveSwitching()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("Half a sentence"));
        open(TestDesk::marcus());
        QVERIFY(composer()->text(CompositionKind::Reply).isEmpty());
        open(TestDesk::elena());
        QTRY_COMPARE(composer()->text(CompositionKind::Reply), QStringLiteral("Half a sentence"));
    }

    void paletteFindsAndRuns()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClick(composer()->edit(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_window->palette()->isOpen());
        QTest::keyClicks(m_window->palette()->field(), QStringLiteral("ha"));
        m_desk->settle();
        keep(QStringLiteral("window-palette"));
        const PaletteModel *model = m_window->palette()->model();
        QVERIFY(model->found() > 0);
        QCOMPARE(model->itemAt(1).text, QStringLiteral("Hand back to the assistant"));
        bool person = false;
        for (int i = 0; i < model->rowCount(); ++i)
            person = person || model->itemAt(i).text == QStringLiteral("Hannah Cole");
        QVERIFY(person);
        QTest::keyClick(m_window->palette()->field(), Qt::Key_Escape);
        QVERIFY(!m_window->palette()->isOpen());
        QVERIFY(composer()->edit()->hasFocus());
    }

    void sheetListsEveryKey()
    {
        m_window->sheet()->toggle();
        keep(QStringLiteral("window-sheet"));
        QStringList keyed;
        QStringList lines;
        for (const CommandRegistry::Entry &entry : m_window->commands().entries()) {
            if (entry.action->shortcut().isEmpty())
                continue;
            keyed << entry.command.id;
            QStringList words;
            for (const QKeySequence &keys : entry.action->shortcuts())
                words << keyWords(keys);
            words.removeDuplicates();
            lines << entry.command.text + QStringLiteral(": ") + words.join(QStringLiteral(", "));
        }
        QStringList listed = m_window->sheet()->listed();
        keyed.sort();
        listed.sort();
        QCOMPARE(listed, keyed);
        // What is read on it, line by line: the command's own words and all of its keys.
        QStringList read = linesOfTheSheet();
        lines.sort();
        read.sort();
        QCOMPARE(read, lines);
        m_window->sheet()->close();
    }

    void noShortcutIsTakenTwice()
    {
        QHash<QString, QString> owners;
        for (const CommandRegistry::Entry &entry : m_window->commands().entries()) {
            for (const QKeySequence &keys : entry.action->shortcuts()) {
                const QString name = keys.toString();
                QVERIFY2(!owners.contains(name), qPrintable(name + QStringLiteral(": ") + owners.value(name) + QStringLiteral(" and ") + entry.command.id));
                owners.insert(name, entry.command.id);
                // Alt or AltGr with a letter types characters on many keyboards.
                const auto combination = keys[0];
                const bool letter = combination.key() >= Qt::Key_A && combination.key() <= Qt::Key_Z;
                QVERIFY2(!(letter && (combination.keyboardModifiers() & Qt::AltModifier)), qPrintable(name));
            }
        }
    }

    void aWindowThatAnswersCustomersSaysWhatClosingMeans()
    {
        m_desk->host.answering = true;
        m_desk->host.tray = false;
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QVERIFY(m_window->farewell()->isOpen());
        keep(QStringLiteral("window-farewell"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_window->farewell()->isOpen());
        QCOMPARE(m_desk->host.quits, 0);

        m_desk->host.tray = true;
        QVERIFY(!m_window->close());
        // The answer that goes on answering has the focus.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(m_desk->host.stayed, 1);
        QCOMPARE(m_desk->host.quits, 0);

        m_desk->host.answering = false;
        QVERIFY(m_window->close());
    }

    void pagesLookRight()
    {
        for (const QString &place : {QStringLiteral("outbox"), QStringLiteral("sign_in")}) {
            m_window->showPlace(place);
            m_desk->settle();
            keep(QStringLiteral("window-") + place);
        }
        m_window->showPlace(QStringLiteral("settings"));
        for (const QString &section : m_window->settings()->sectionKeys()) {
            m_window->settings()->showSection(section);
            m_desk->settle();
            keep(QStringLiteral("window-settings-") + section);
        }
    }

    void sampleShowsTheWayToStart()
    {
        m_window.reset();
        m_desk->host.sample = true;
        m_window = std::make_unique<MainWindow>(m_desk->desk());
        m_window->showFirstPage();
        m_window->show();
        m_desk->settle();
        open(TestDesk::marcus());
        keep(QStringLiteral("window-first-run"));
    }
};

FOREDECK_QT_TEST(WindowTest)
#include "windowtest.moc"
