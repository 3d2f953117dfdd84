#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/navigation.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>
#include <QTextEdit>

using namespace foredeck;
using namespace foredeck::ui;

/// A button is pressed in the middle of a sentence: what is typed on is words, and no command.
class PressingTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    static void typeOn(const char *words) { QTest::keyClicks(QApplication::focusWidget(), QLatin1StringView(words)); }

    void write()
    {
        open(TestDesk::greta());
        trigger("conversation.take_over");
        QVERIFY(says(QStringLiteral("You are answering.")));
        composer()->edit()->setFocus();
        typeOn("We send a diver");
        QCOMPARE(typed(), QStringLiteral("We send a diver"));
    }

    NavEntry *entry(const QString &word) const
    {
        for (auto *one : m_window->findChildren<NavEntry *>()) {
            if (one->isVisible() && one->text() == word)
                return one;
        }
        return nullptr;
    }

    QAbstractButton *part(const QString &words) const
    {
        for (auto *one : composer()->findChildren<QAbstractButton *>()) {
            if (one->isVisible() && one->text() == words)
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup() { end(); }

    void sendingGoesOnInTheText()
    {
        write();
        Button *send = button(QStringLiteral("Send reply"));
        QVERIFY(send);
        QTest::mouseClick(send, Qt::LeftButton);
        QVERIFY(typed().isEmpty());
        typeOn("he said so");
        QCOMPARE(typed(), QStringLiteral("he said so"));
        QVERIFY2(says(QStringLiteral("You are answering.")), "nothing was handed back or ended");
    }

    void anotherKindGoesOnInTheText()
    {
        write();
        QAbstractButton *note = part(QStringLiteral("Private note"));
        QVERIFY(note);
        QTest::mouseClick(note, Qt::LeftButton);
        QCOMPARE(composer()->kind(), CompositionKind::Note);
        typeOn("he asked");
        QCOMPARE(composer()->edit()->toPlainText(), QStringLiteral("he asked"));
        QVERIFY(says(QStringLiteral("You are answering.")));
    }

    void aButtonBesideTakesNoKeyboard()
    {
        write();
        int pressed = 0;
        for (auto *one : m_window->findChildren<QAbstractButton *>()) { // what leads from place to place, too
            if (!one->isVisible() || !one->isEnabled() || composer()->isAncestorOf(one))
                continue;
            QTest::mousePress(one, Qt::LeftButton);
            QTest::mouseRelease(one, Qt::LeftButton, {}, QPoint(-20, -20)); // and thought better of it
            ++pressed;
            QVERIFY2(composer()->edit()->hasFocus(), qPrintable(one->accessibleName() + one->text()));
        }
        QVERIFY(pressed > 16);
        typeOn(" there");
        QCOMPARE(typed(), QStringLiteral("We send a diver there"));
    }

    /// The list is another one; the customer, and what is written to them, stay.
    void aViewThatIsPressedLeavesTheText()
    {
        write();
        QTest::mouseClick(entry(QStringLiteral("Unassigned")), Qt::LeftButton);
        m_desk->settle();
        QTRY_VERIFY(list()->model()->rowCount() > 0 && !rowOf(TestDesk::greta()).isValid());
        QCOMPARE(inbox()->conversation(), TestDesk::greta());
        typeOn(" he said so");
        QCOMPARE(typed(), QStringLiteral("We send a diver he said so"));
        QVERIFY(says(QStringLiteral("You are answering.")));
    }

    void theWayBackLeadsIntoTheText()
    {
        write();
        for (const char *place : {"Leads", "Settings", "Leads"}) {
            QTest::mouseClick(entry(QLatin1StringView(place)), Qt::LeftButton);
            m_desk->settle();
            QVERIFY(!composer()->isVisible());
            QVERIFY2(!QApplication::focusWidget()->testAttribute(Qt::WA_InputMethodEnabled), "its keys are what they are after G and a letter");
            QTest::mouseClick(entry(QStringLiteral("Inbox")), Qt::LeftButton);
            m_desk->settle();
            QVERIFY(composer()->edit()->hasFocus());
        }
        typeOn(" he said so");
        QCOMPARE(typed(), QStringLiteral("We send a diver he said so"));
        QVERIFY(says(QStringLiteral("You are answering.")));
    }

    void whoGoesThroughThePlacesByKeyStaysAmongThem()
    {
        write();
        NavEntry *leads = entry(QStringLiteral("Leads"));
        leads->setFocus(Qt::TabFocusReason);
        QTest::keyClick(leads, Qt::Key_Space);
        QVERIFY(!composer()->isVisible() && leads->hasFocus());
    }

    void theTextOfTheThreadIsTakenByAPress()
    {
        write();
        QTest::mouseClick(transcript()->viewport(), Qt::LeftButton, {}, QPoint(4, transcript()->viewport()->height() - 4));
        QVERIFY2(transcript()->hasFocus(), "to copy from it, and for its keys");
    }
};

FOREDECK_QT_TEST(PressingTest)
#include "pressingtest.moc"
