#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigation.h"
#include "ui/shell/page.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QSpinBox>
#include <QTest>
#include <QTextDocument>
#include <QTextEdit>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// The window as assistive technology and whoever has no mouse meet it.
class AccessibleTest : public QObject, protected WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup() { end(); }

    void everyFocusableWidgetHasAName_data()
    {
        QTest::addColumn<QString>("place");
        for (const char *place : {"inbox", "escalations", "outbox", "settings", "sign_in"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }

    void everyFocusableWidgetHasAName()
    {
        QFETCH(QString, place);
        m_window->showPlace(place);
        QStringList nameless;
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            if (face && face->text(QAccessible::Name).isEmpty() && widget->isVisibleTo(m_window.get()))
                nameless << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    /// Qt learns from the widget itself that it goes; a list that was told what waits had cut it off from that.
    void whatReadsAScreenHearsThatAButtonHasGone()
    {
        QAction settle(QStringLiteral("Let rows move"));
        std::vector<QAccessible::Id> known;
        {
            ListPane list(m_window.get());
            list.setWaiting(1, &settle);
            for (QWidget *button : list.findChildren<Button *>()) {
                known.push_back(QAccessible::uniqueId(QAccessible::queryAccessibleInterface(button)));
                QVERIFY(QAccessible::accessibleInterface(known.back()));
            }
            list.setWaiting(2, &settle);
        }
        QVERIFY(!known.empty());
        for (const QAccessible::Id id : known)
            QVERIFY(!QAccessible::accessibleInterface(id));
    }

    /// A scroll bar may go between the question how many parts there are and the one for the last of them.
    void whatReadsAScreenMayAskForAPartThatHasGone()
    {
        m_window->showPlace(QStringLiteral("dashboard")); // its chart scrolls by another class
        m_desk->settle();
        int areas = 0;
        for (QAbstractScrollArea *area : m_window->findChildren<QAbstractScrollArea *>()) {
            if (qobject_cast<QAbstractItemView *>(area)) // says by itself that there is none
                continue;
            ++areas;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(area);
            QVERIFY(face);
            for (const int beyond : {face->childCount(), face->childCount() + 1, 99})
                QVERIFY(!face->child(beyond));
        }
        QVERIFY(areas > 0);
    }

    /// Which word stands where the caret is, behind its last letter, too.
    void whatReadsAScreenHearsTheLastWord()
    {
        LineEdit field(QStringLiteral("Name"), {});
        field.setText(QStringLiteral("Marcus Oyelaran"));
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&field);
        QVERIFY(face && face->textInterface());
        for (const int at : {9, 15, -1}) {
            int from = 0;
            int to = 0;
            QCOMPARE(face->textInterface()->textAtOffset(at, QAccessible::WordBoundary, &from, &to), QStringLiteral("Oyelaran"));
            QCOMPARE(from, 7);
            QCOMPARE(to, 15);
        }
        // In front of the first word, too, and where there is none.
        int first = -1;
        int end = -1;
        field.setText(QStringLiteral("+1 555"));
        QCOMPARE(face->textInterface()->textAtOffset(0, QAccessible::WordBoundary, &first, &end), QStringLiteral("+"));
        field.setText(QStringLiteral(" x"));
        QCOMPARE(face->textInterface()->textAtOffset(0, QAccessible::WordBoundary, &first, &end), QStringLiteral(" "));
        field.setText(QStringLiteral("?"));
        QCOMPARE(face->textInterface()->textAtOffset(1, QAccessible::WordBoundary, &first, &end), QStringLiteral("?"));
        QCOMPARE(first, 0);
        QCOMPARE(end, 1);
        field.setText(QStringLiteral("Marcus Oyelaran"));
        QCOMPARE(face->text(QAccessible::Value), QStringLiteral("Marcus Oyelaran"));
        QVERIFY(face->state().editable && !face->state().passwordEdit);
        field.setReadOnly(true);
        face->editableTextInterface()->deleteText(0, 6);
        face->setText(QAccessible::Value, QStringLiteral("Nadia"));
        QCOMPARE(field.text(), QStringLiteral("Marcus Oyelaran"));
        field.setReadOnly(false);
        face->editableTextInterface()->deleteText(6, 15);
        QCOMPARE(field.text(), QStringLiteral("Marcus"));
        field.setText(QStringLiteral("Marcus Oyelaran"));
        field.setPassword();
        QCOMPARE(face->text(QAccessible::Value), QString(15, QLatin1Char('*')));
        QVERIFY(face->textInterface()->text(0, 15).isEmpty() && face->state().passwordEdit);
        QSpinBox number;
        number.setRange(1, 90);
        number.setValue(60);
        face = QAccessible::queryAccessibleInterface(&number);
        QVERIFY(face && face->role() == QAccessible::SpinBox && face->textInterface() && face->valueInterface());
        int from = 0;
        int to = 0;
        QCOMPARE(face->textInterface()->textAtOffset(2, QAccessible::WordBoundary, &from, &to), QStringLiteral("60"));
        QCOMPARE(face->valueInterface()->currentValue().toInt(), 60);
        QCOMPARE(face->valueInterface()->maximumValue().toInt(), 90);
    }

    /// What works by assistive technology toggles an entry and clicks on none.
    void anEntryOpensItsPlaceByItsToggle()
    {
        const auto toggle = [this](const QString &word) {
            for (NavEntry *entry : m_window->frame()->navigation()->findChildren<NavEntry *>()) {
                if (entry->text() != word)
                    continue;
                QAccessibleInterface *face = QAccessible::queryAccessibleInterface(entry);
                face->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
                m_desk->settle();
            }
        };
        const auto marked = [this] {
            QStringList words;
            for (const NavEntry *entry : m_window->frame()->navigation()->findChildren<NavEntry *>()) {
                if (entry->isChecked())
                    words << entry->text();
            }
            return words;
        };
        for (int i = 0; i < 2; ++i) {
            toggle(QStringLiteral("Settings"));
            QVERIFY(qobject_cast<SettingsPage *>(m_window->frame()->page()));
            QCOMPARE(marked(), QStringList {QStringLiteral("Settings")}); // the second time, too
        }
        toggle(QStringLiteral("Inbox"));
        QCOMPARE(m_window->frame()->page(), static_cast<Page *>(m_window->inbox()));
        toggle(QStringLiteral("Mine"));
        QCOMPARE(marked(), QStringList({QStringLiteral("Inbox"), QStringLiteral("Mine")}));
    }

    void noLabelGuessesMarkup()
    {
        m_window->showPlace(QStringLiteral("settings"));
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text()));
        for (const QTextEdit *edit : m_window->findChildren<QTextEdit *>())
            QVERIFY(!edit->acceptRichText());
        for (const char *tip : {"Marcus <b>Oyelaran</b>", "Marcus &lt;b&gt;Oyelaran", "Is 3 &lt; 4?\n<img src=x>", "R&D"})
            QVERIFY2(!Qt::mightBeRichText(plainTip(QString::fromLatin1(tip))), tip);
    }

    void listRowsSpeak()
    {
        const QAbstractItemModel *model = m_window->inbox()->list()->view()->model();
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
        const auto elena = std::find_if(names.begin(), names.end(), [](const QString &n) { return n.startsWith(QStringLiteral("Elena")); });
        QVERIFY(elena != names.end());
        QVERIFY2(elena->startsWith(QStringLiteral("Elena Vásquez, Casa Marisol, WhatsApp")), qPrintable(*elena));
        QVERIFY(elena->contains(QStringLiteral("you are answering")));
        QVERIFY(elena->contains(QStringLiteral("hot 82")));
        for (const QString &name : names)
            QVERIFY2(!name.contains(QChar(0x202E)), qPrintable(name));
    }

    void f6GoesThroughThePanes()
    {
        open(TestDesk::elena());
        m_window->inbox()->list()->view()->setFocus();
        const auto key = [this](Qt::Key code) {
            QTest::keyClick(QApplication::focusWidget(), code);
            m_desk->settle();
        };
        key(Qt::Key_F6);
        QVERIFY(m_window->inbox()->thread()->transcript()->hasFocus());
        key(Qt::Key_F6);
        QVERIFY(composer()->edit()->hasFocus());
        key(Qt::Key_Escape);
        QVERIFY(m_window->inbox()->list()->view()->hasFocus());
    }
};

FOREDECK_QT_TEST(AccessibleTest)
#include "accessibletest.moc"
