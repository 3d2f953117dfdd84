#include "tests/qt/testclasses.h"
#include "tests/ui/looks.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/findbar.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

#include <QApplication>
#include <QScrollBar>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// The way to what is unread in the conversation that is open.
class UnreadTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    /// Elena writes up to that position from the one after the last; every second one is the assistant's.
    void elenaWrites(std::int64_t from, std::int64_t to)
    {
        std::vector<Entity> entities;
        for (std::int64_t p = from; p <= to; ++p) {
            Message m = message(3000 + int(p), 2, p, p % 2 ? MessageRole::Lead : MessageRole::Ai, "Message " + std::to_string(p));
            m.client = clientId(1);
            m.at = m_desk->store.clock.now() + std::chrono::milliseconds {p};
            m.author.kind = p % 2 ? ActorKind::Lead : ActorKind::Assistant;
            entities.push_back(entity("message", m));
        }
        QVERIFY(m_desk->store.apply(std::move(entities)).hasValue());
        m_desk->settle();
    }
    /// This person has read Elena's so far.
    void read(std::int64_t position)
    {
        m_desk->acts->read({clientId(1), TestDesk::elena(), position}, position);
        m_desk->settle();
    }
    Button *offer() const
    {
        const auto buttons = m_window->findChildren<Button *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [](const Button *one) { return one->isVisible() && one->text().endsWith(QStringLiteral(" new")); });
        return found == buttons.end() ? nullptr : *found;
    }
    QString offered() const { return offer() ? offer()->text() : QString(); }
    int rowWith(const QString &words) const
    {
        for (int row = 0; row < transcript()->rowCount(); ++row) {
            if (transcript()->accessibleWords(row).endsWith(words))
                return row;
        }
        return -1;
    }
    QRect placeOf(const QString &words) const { return transcript()->rowRect(rowWith(words)); }
    bool isAtTop(const QString &words) const { return rowWith(words) >= 0 && placeOf(words).top() == 0; }
    bool isOnScreen(const QString &words) const { return rowWith(words) >= 0 && transcript()->viewport()->rect().intersects(placeOf(words)); }
    bool isAbove(const Button *one) const
    {
        const QPoint at = one->mapTo(m_window.get(), one->rect().center());
        return at.y() < transcript()->mapTo(m_window.get(), transcript()->rect().center()).y();
    }

private Q_SLOTS:
    void init()
    {
        makeAndShow();
        open(TestDesk::marcus());
        list()->setFocus();
    }
    void cleanup()
    {
        takeLookOff(m_themes);
        end();
    }

    void theLineThatIsOutOfSightIsOffered()
    {
        read(7);
        elenaWrites(8, 300);
        open(TestDesk::elena());
        // 9, 11, … 299: also those that are not loaded.
        QTRY_COMPARE(offered(), QStringLiteral("146 new"));
        QVERIFY(isAbove(offer()));
        QCOMPARE(offer()->accessibleName(), QStringLiteral("146 new: go to the first unread message"));
        QVERIFY(transcript()->atBottom());
        QVERIFY(rowWith(QStringLiteral("Message 9")) < 0);
        keep(QStringLiteral("unread-above"));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_U);
        QTRY_VERIFY(isAtTop(QStringLiteral("Message 9")));
        QVERIFY(transcript()->hasFocus());
        QCOMPARE(transcript()->currentRow(), rowWith(QStringLiteral("Message 9")));
        m_desk->settle();
        QVERIFY2(!offer(), "it was seen");
        keep(QStringLiteral("unread-there"));
        transcript()->scrollToBottom();
        m_desk->settle();
        QVERIFY2(!offer(), "and is not offered once more");
        // But the key still leads there.
        QTest::keyClick(transcript(), Qt::Key_U);
        m_desk->settle();
        QVERIFY(isAtTop(QStringLiteral("Message 9")));
    }

    /// The window grows to what is looked for as it does to what is unread.
    void whoAskedLastIsLedThere_data()
    {
        QTest::addColumn<bool>("toUnread");
        QTest::newRow("unread") << true;
        QTest::newRow("match") << false;
    }

    void whoAskedLastIsLedThere()
    {
        QFETCH(bool, toUnread);
        read(7);
        elenaWrites(8, 340);
        if (toUnread)
            read(320);
        open(TestDesk::elena());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_F, Qt::ControlModifier);
        auto *field = inbox()->thread()->find()->findChild<LineEdit *>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("Message 30"));
        QTRY_VERIFY(isOnScreen(QStringLiteral("Message 309")));
        m_desk->settle();
        list()->setFocus();
        const QString far = toUnread ? QStringLiteral("Message 30") : QStringLiteral("Message 9");
        const QString near = toUnread ? QStringLiteral("Message 321") : QStringLiteral("Message 308");
        QVERIFY(rowWith(far) < 0);
        if (toUnread) {
            QTest::keyClick(list(), Qt::Key_F3, Qt::ShiftModifier); // from the newest on to the oldest
            QTest::keyClick(list(), Qt::Key_U);
        } else {
            QTest::keyClick(list(), Qt::Key_U);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3);
        }
        QTRY_VERIFY(rowWith(far) >= 0);
        m_desk->settle();
        QVERIFY(isOnScreen(near));
        QVERIFY(!isOnScreen(far));
    }

    void thePressLeadsThere()
    {
        read(7);
        elenaWrites(8, 300);
        open(TestDesk::elena());
        QTRY_COMPARE(offered(), QStringLiteral("146 new"));
        QTest::mouseClick(offer(), Qt::LeftButton);
        QTRY_VERIFY(isAtTop(QStringLiteral("Message 9")));
    }

    void aPressTakesTheKeyboardFromNobodyWhoWrites()
    {
        read(7);
        elenaWrites(8, 300);
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("He"));
        QTRY_VERIFY(offer());
        QTest::mouseClick(offer(), Qt::LeftButton);
        QTRY_VERIFY(isAtTop(QStringLiteral("Message 9")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("llo"));
        QVERIFY2(typed().endsWith(QStringLiteral("Hello")), qPrintable(typed()));
    }

    void whatIsOnScreenIsNotOffered()
    {
        read(5);
        open(TestDesk::elena());
        m_desk->settle();
        QVERIFY(!offer());
        read(7);
        open(TestDesk::marcus());
        open(TestDesk::elena());
        m_desk->settle();
        QVERIFY(!offer());
        QCOMPARE(m_window->commands().reason(QStringLiteral("thread.first_unread")), QStringLiteral("nothing in it is new"));
    }

    /// Who reads further up stays there.
    void whatComesMeanwhileIsOffered()
    {
        elenaWrites(8, 60);
        read(60);
        open(TestDesk::elena());
        m_desk->settle();
        QVERIFY(!offer());
        transcript()->verticalScrollBar()->setValue(transcript()->verticalScrollBar()->maximum() / 2);
        m_desk->settle();
        QVERIFY(!offer());
        const int at = transcript()->verticalScrollBar()->value();
        elenaWrites(61, 61);
        QTRY_COMPARE(offered(), QStringLiteral("1 new"));
        QVERIFY(!isAbove(offer()));
        elenaWrites(62, 64);
        QTRY_COMPARE(offered(), QStringLiteral("2 new"));
        QCOMPARE(transcript()->verticalScrollBar()->value(), at);
        keep(QStringLiteral("unread-below"));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_U);
        m_desk->settle();
        QVERIFY(transcript()->viewport()->rect().contains(placeOf(QStringLiteral("Message 61")).center()));
        QVERIFY(!offer());
        // After the line was seen, too.
        transcript()->verticalScrollBar()->setValue(at);
        m_desk->settle();
        QVERIFY(!offer());
        elenaWrites(65, 65);
        QTRY_COMPARE(offered(), QStringLiteral("1 new"));
        // What stands at the end while that is read is nothing missed.
        transcript()->scrollToBottom();
        m_desk->settle();
        QVERIFY(!offer());
        elenaWrites(66, 69);
        transcript()->verticalScrollBar()->setValue(at);
        m_desk->settle();
        QVERIFY(!offer());
    }

    /// Whoever comes back finds the beginning of what came meanwhile.
    void whatComesWhileNobodyIsThereIsOffered()
    {
        elenaWrites(8, 60);
        read(60);
        open(TestDesk::elena());
        m_desk->settle();
        for (const std::int64_t from : {61, 101}) { // the second time after the line was seen
            QWidget other;
            other.show();
            other.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&other));
            elenaWrites(from, from);
            elenaWrites(from + 1, from + 39);
            m_window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
            QTRY_COMPARE(offered(), QStringLiteral("20 new"));
            QVERIFY(isAbove(offer()) && transcript()->atBottom());
            list()->setFocus();
            QTest::keyClick(list(), Qt::Key_U);
            m_desk->settle();
            QVERIFY(isAtTop(QStringLiteral("Message %1").arg(from)));
            transcript()->scrollToBottom();
            m_desk->settle();
        }
    }

    void whatIsAskedForComesUpWhereTheListStood()
    {
        m_window->resize(700, 700);
        QTRY_VERIFY(inbox()->isStacked());
        read(7);
        elenaWrites(8, 300);
        open(TestDesk::elena());
        QVERIFY(!inbox()->thread()->isVisible());
        list()->setFocus();
        QTRY_VERIFY(m_window->commands().action(QStringLiteral("thread.first_unread"))->isEnabled());
        QTest::keyClick(list(), Qt::Key_U);
        QTRY_VERIFY(inbox()->thread()->isVisible());
        QTRY_VERIFY(isAtTop(QStringLiteral("Message 9")));
    }

    void theLetterIsWrittenWhereOneWrites()
    {
        elenaWrites(8, 60);
        open(TestDesk::elena());
        transcript()->verticalScrollBar()->setValue(0);
        m_desk->settle();
        const int at = transcript()->verticalScrollBar()->value();
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("u"));
        QVERIFY(typed().endsWith(QLatin1Char('u')));
        QCOMPARE(transcript()->verticalScrollBar()->value(), at);
    }

    void inEveryLook_data() { addLooks("unread"); }
    void inEveryLook()
    {
        const QSize size = wearLook(m_themes);
        m_window->resize(size);
        read(7);
        elenaWrites(8, 300);
        open(TestDesk::elena());
        if (inbox()->isStacked())
            inbox()->showThread(true);
        QTRY_VERIFY(offer());
        m_desk->settle();
        QVERIFY(offer()->width() >= offer()->sizeHint().width() && offer()->height() >= offer()->sizeHint().height());
        QVERIFY(transcript()->rect().contains(offer()->geometry().translated(-transcript()->pos())));
        keep(QString::fromLatin1(QTest::currentDataTag()));
    }
};

FOREDECK_QT_TEST(UnreadTest)
#include "unreadtest.moc"
