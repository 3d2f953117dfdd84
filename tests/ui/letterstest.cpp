#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/escalations/escalationform.h"
#include "ui/pages/escalations/escalationlistpane.h"
#include "ui/pages/escalations/escalationpane.h"
#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/button.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextEdit>

using namespace foredeck;
using namespace foredeck::ui;

/// A letter that is typed into anything that takes letters is a letter there and no command.
class LettersTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    /// Whatever is on the screen and takes what is typed; a list to choose from is found in by typing, too.
    QList<QWidget *> fields() const
    {
        QList<QWidget *> found;
        for (QWidget *one : m_window->findChildren<QWidget *>()) {
            const auto *line = qobject_cast<QLineEdit *>(one);
            const auto *text = qobject_cast<QTextEdit *>(one);
            const auto *plain = qobject_cast<QPlainTextEdit *>(one);
            const bool writes = (line && !line->isReadOnly()) || (text && !text->isReadOnly()) || (plain && !plain->isReadOnly());
            if (one->isVisible() && one->isEnabled() && (writes || qobject_cast<QAbstractSpinBox *>(one) || qobject_cast<QComboBox *>(one)))
                found << one;
        }
        return found;
    }
    /// Commands of one key, which would fire were they enabled.
    std::vector<QAction *> singles() const
    {
        std::vector<QAction *> found;
        for (const auto &entry : m_window->commands().entries()) {
            for (const QKeySequence &key : entry.action->shortcuts()) {
                if (key.count() == 1 && key[0].keyboardModifiers() == Qt::NoModifier && key[0].key() >= Qt::Key_Space && key[0].key() <= Qt::Key_AsciiTilde)
                    found.push_back(entry.action);
            }
        }
        return found;
    }
    void typeEverywhere(const char *where)
    {
        const QList<QWidget *> all = fields();
        QVERIFY2(!all.isEmpty(), where);
        QString fired;
        const auto commands = singles();
        QVERIFY(commands.size() > 5);
        QObject listener;
        for (QAction *action : commands)
            connect(action, &QAction::triggered, &listener, [&fired, action] { fired += action->objectName() + QLatin1Char(' '); });
        for (QWidget *field : all) {
            if (!field->isVisible() || !field->isEnabled())
                continue;
            field->setFocus();
            if (!field->hasFocus() && !field->isAncestorOf(QApplication::focusWidget()))
                continue;
            for (QAction *action : commands) {
                action->setEnabled(true);
                QWidget *popup = QApplication::activePopupWidget();
                QTest::keyClick(popup ? popup : QApplication::focusWidget(), char(action->shortcut()[0].key() | 0x20));
                QVERIFY2(fired.isEmpty(), qPrintable(QStringLiteral("%1: %2 \"%3\" fired %4").arg(QLatin1StringView(where), QLatin1StringView(field->metaObject()->className()), field->accessibleName(), fired)));
            }
            if (QWidget *popup = QApplication::activePopupWidget())
                popup->close();
        }
        m_desk->settle();
    }

private Q_SLOTS:
    void init() { makeDesk(); }
    void cleanup() { end(); }

    void inTheComposer()
    {
        m_desk->fill();
        show();
        open(TestDesk::elena());
        for (const CompositionKind kind : {CompositionKind::Reply, CompositionKind::Note}) {
            composer()->begin(kind);
            typeEverywhere("composer");
        }
    }

    void withAltGrTheyAreNoCommandHoweverLateTheyAreLookedAt()
    {
        m_desk->fill();
        show();
        open(TestDesk::elena());
        QAction *resolve = m_window->commands().action(QStringLiteral("conversation.resolve"));
        QVERIFY(resolve->isEnabled());
        int fired = 0;
        connect(resolve, &QAction::triggered, this, [&fired] { ++fired; });
        const auto press = [&](const QString &text, Qt::KeyboardModifiers modifiers) {
            QKeyEvent asked {QEvent::ShortcutOverride, text.front().unicode(), modifiers, text};
            QApplication::sendEvent(QApplication::focusWidget(), &asked);
            // What the platform takes it for by then.
            QShortcutEvent command {QKeySequence(Qt::Key_E), 0};
            QApplication::sendEvent(resolve, &command);
        };
        press(QStringLiteral("\u20ac"), Qt::GroupSwitchModifier);
        QCOMPARE(fired, 0);
        press(QStringLiteral("e"), Qt::NoModifier);
        QCOMPARE(fired, 1);
        composer()->begin(CompositionKind::Note);
        QKeyEvent written {QEvent::ShortcutOverride, 0x20ac, Qt::GroupSwitchModifier, QStringLiteral("\u20ac")};
        written.ignore();
        QApplication::sendEvent(QApplication::focusWidget(), &written);
        QVERIFY2(written.isAccepted(), "it is written in the note");
    }

    void inTheFormsOfEscalations()
    {
        m_desk->fill();
        m_desk->fillEscalations();
        show();
        m_window->showPlace(QStringLiteral("escalations"));
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Why it came to you")));
        for (const auto kind : {"conversation.resolve", "conversation.hand_back"}) {
            m_window->escalations()->list()->view()->setFocus();
            m_window->commands().action(QLatin1StringView(kind))->trigger();
            QVERIFY(m_window->escalations()->detail()->form()->edit()->hasFocus());
            typeEverywhere(kind);
        }
    }

    void inTheTableOfLeads()
    {
        m_desk->fillLeads();
        show();
        m_window->showPlace(QStringLiteral("leads"));
        m_desk->settle();
        typeEverywhere("leads");
    }

    void inTheSettings()
    {
        m_desk->fill();
        show();
        m_window->showPlace(QStringLiteral("settings"));
        m_window->settings()->showClient(test::clientId(1));
        m_desk->settle();
        for (const char *section : {"channels", "hours", "assistant", "questions", "macros", "alerts", "people", "notifications", "look", "shortcuts"}) {
            m_window->settings()->showSection(QLatin1StringView(section));
            m_desk->settle();
            typeEverywhere(section);
        }
    }

    void onTheCardOfTheFirstRun()
    {
        m_desk->host.sample = true;
        show({1440, 900});
        button(QStringLiteral("Edit hours and zone"))->click();
        button(QStringLiteral("Write answer"))->click();
        m_desk->settle();
        typeEverywhere("card");
    }

    void onTheSignInPageAndInThePalette()
    {
        m_desk->host.embedded = false;
        show();
        m_window->palette()->toggle();
        typeEverywhere("palette");
        m_window->palette()->toggle();
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->settle();
        typeEverywhere("sign-in");
    }
};

FOREDECK_QT_TEST(LettersTest)
#include "letterstest.moc"
