#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/navigation.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollBar>
#include <QStandardItemModel>
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

    static bool isField(const QWidget *one)
    {
        return (one->inherits("QLineEdit") || one->inherits("QTextEdit") || one->inherits("QPlainTextEdit")) && (one->focusPolicy() & Qt::ClickFocus);
    }
    /// A field, or what one is made of: a press there leads into it.
    static bool isOfField(const QWidget *one)
    {
        for (; one && !one->isWindow(); one = one->parentWidget()) {
            const auto *choice = qobject_cast<const QComboBox *>(one);
            if (isField(one) || one->inherits("QAbstractSpinBox") || (choice && choice->isEditable()))
                return true;
        }
        return false;
    }
    /// The first one that can be written in.
    QWidget *writable() const
    {
        for (auto *one : m_window->findChildren<QWidget *>()) {
            if (one->isVisible() && one->isEnabled() && isField(one) && one->testAttribute(Qt::WA_InputMethodEnabled) && !one->focusProxy())
                return one;
        }
        return nullptr;
    }
    /// In the middle of it and, where it scrolls something, at its ends; on no row.
    static QList<std::pair<QWidget *, QPoint>> blanks(QWidget *one)
    {
        if (one->inherits("QComboBox")) // its list would open
            return {};
        const QPoint end(one->width() - 1, one->height() - 1);
        const auto *list = qobject_cast<const QAbstractItemView *>(one->parentWidget());
        QList<QPoint> all {end / 2};
        if (const auto *area = qobject_cast<QAbstractScrollArea *>(one->parentWidget()); area && area->viewport() == one)
            all << QPoint(0, 0) << QPoint(end.x(), 0) << QPoint(0, end.y()) << end;
        QList<std::pair<QWidget *, QPoint>> places;
        for (const QPoint &at : all) {
            if (!list || list->viewport() != one || !list->indexAt(at).isValid())
                places.append({one, at});
        }
        return places;
    }
    /// All that can be pressed while somebody writes in `field` and is no way into another one.
    void pressAround(QWidget *field, int &pressed)
    {
        QList<QPointer<QWidget>> all;
        for (auto *one : m_window->findChildren<QWidget *>())
            all.append(one);
        for (const QPointer<QWidget> &one : all) {
            if (!one || !one->isVisible() || isOfField(one))
                continue;
            const QString name = QString::fromLatin1(one->metaObject()->className()) + QLatin1Char(' ') + one->accessibleName() + QLatin1String(" in ") + one->parentWidget()->accessibleName();
            QVERIFY2(!(one->focusPolicy() & Qt::ClickFocus), qPrintable(name));
            for (const auto &[part, at] : blanks(one)) {
                if (!one)
                    break;
                QTest::mousePress(part, Qt::LeftButton, {}, at);
                if (one)
                    QTest::mouseRelease(part, Qt::LeftButton, {}, QPoint(-20, -20)); // and thought better of it
                QVERIFY2(field->hasFocus(), qPrintable(name));
                ++pressed;
            }
        }
    }
    /// Where the pointer is over words of the thread.
    QPoint words() const
    {
        QWidget *viewport = transcript()->viewport();
        for (int y = viewport->height() - 1; y > 0; y -= 4) {
            for (int x = 0; x < viewport->width(); x += 8) {
                QTest::mouseMove(viewport, {x, y});
                if (viewport->cursor().shape() == Qt::IBeamCursor)
                    return {x + 8, y - 4};
            }
        }
        return {};
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

    void noPageTakesTheKeyboardFromItsText_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("section");
        for (const char *place : {"inbox", "escalations", "leads", "rules"})
            QTest::newRow(place) << QString::fromLatin1(place) << QString();
        for (const char *section : {"hours", "channels", "assistant", "questions", "macros", "alerts", "people", "notifications", "look", "shortcuts"})
            QTest::newRow(section) << QStringLiteral("settings") << QString::fromLatin1(section);
    }

    /// The scroll bar and the blank of each list and area, and everything that lies between.
    void noPageTakesTheKeyboardFromItsText()
    {
        QFETCH(QString, place);
        QFETCH(QString, section);
        User me = m_desk->ephemera.me();
        me.role = Role::Admin; // who makes rules
        m_desk->ephemera.setSession(SessionPhase::SignedIn, me);
        m_desk->fillEscalations();
        open(TestDesk::greta());
        trigger("conversation.take_over");
        m_window->showPlace(place);
        if (place == QLatin1String("rules"))
            trigger("rules.new");
        if (!section.isEmpty())
            m_window->settings()->showSection(section);
        m_desk->settle();
        if (place == QLatin1String("escalations"))
            trigger("conversation.resolve");
        QWidget *field = place == QLatin1String("inbox") ? composer()->edit() : writable();
        QVERIFY(field);
        field->setFocus();
        QVERIFY(field->hasFocus());
        int pressed = 0;
        pressAround(field, pressed);
        QVERIFY(pressed > 30);
        QVERIFY(says(QStringLiteral("You are answering.")) || place != QLatin1String("inbox"));
    }

    void aRowTakesTheKeyboardAndAHeadingDoesNot()
    {
        write();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(rowOf(TestDesk::marcus())).center());
        QVERIFY(list()->hasFocus());
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
        QTest::keyClick(list(), Qt::Key_Down);
        QVERIFY(inbox()->conversation() != TestDesk::marcus());
        QListView rows(m_window.get());
        QStandardItemModel model(2, 1);
        model.setItem(0, new QStandardItem);
        model.item(0)->setFlags(Qt::NoItemFlags); // heads the others
        rows.setModel(&model);
        rows.show();
        composer()->edit()->setFocus();
        QTest::mouseClick(rows.viewport(), Qt::LeftButton, {}, rows.visualRect(model.index(0, 0)).center());
        QVERIFY(composer()->edit()->hasFocus());
        QTest::mouseClick(rows.viewport(), Qt::LeftButton, {}, rows.visualRect(model.index(1, 0)).center());
        QVERIFY(rows.hasFocus());
    }

    /// Looked at with the pointer while one writes, it is read; what is chosen in it is to be copied.
    void theThreadTakesTheKeyboardWithWordsThatAreChosen()
    {
        write();
        QWidget *viewport = transcript()->viewport();
        transcript()->scrollToBottom();
        const QPoint at = words();
        QVERIFY(!at.isNull());
        QTest::mouseClick(viewport, Qt::LeftButton, {}, at);
        QTest::mouseClick(viewport, Qt::LeftButton, {}, QPoint(4, viewport->height() - 4));
        QVERIFY(composer()->edit()->hasFocus());
        typeOn(" there");
        QCOMPARE(typed(), QStringLiteral("We send a diver there"));
        QTest::mousePress(viewport, Qt::LeftButton, {}, at);
        for (int slip = 1; slip < QApplication::startDragDistance(); ++slip) // across the middle of a letter, wherever that is
            QTest::mouseMove(viewport, at + QPoint(slip, 0));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, at + QPoint(2, 0));
        QVERIFY(composer()->edit()->hasFocus() && transcript()->selectedText().isEmpty());
        QTest::mousePress(viewport, Qt::LeftButton, {}, at);
        QTest::mouseMove(viewport, at + QPoint(40, 0));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, at + QPoint(40, 0));
        QVERIFY(transcript()->hasFocus() && !transcript()->selectedText().isEmpty());
        QTest::keySequence(transcript(), QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), transcript()->selectedText());
        list()->setFocus();
        QTest::mouseClick(viewport, Qt::LeftButton, {}, at);
        QVERIFY2(transcript()->hasFocus(), "nobody writes: its keys are wanted");
    }
};

FOREDECK_QT_TEST(PressingTest)
#include "pressingtest.moc"
