#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/statepane.h"

#include <QAccessible>
#include <QAction>
#include <QPointer>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// What assistive technology is told without asking: all that somebody who does not see the window has of what comes by itself.
/// How it gets there: journey_hear.
class HearingTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    void write(std::int64_t position, MessageRole role, const char *text)
    {
        Message m = message(3000 + int(position), 2, position, role, text);
        m.client = clientId(1);
        m.at = m_desk->store.clock.now() + std::chrono::milliseconds {position};
        m.author.kind = role == MessageRole::Lead ? ActorKind::Lead : ActorKind::Assistant;
        QVERIFY(m_desk->store.apply({entity("message", m)}).hasValue());
        m_desk->settle();
    }
    /// What was said last, by what is a notification to assistive technology.
    QString heard() const
    {
        for (QWidget *widget : transcript()->findChildren<QWidget *>()) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            if (face && face->role() == QAccessible::Notification)
                return face->text(QAccessible::Name);
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        makeAndShow();
        open(TestDesk::elena());
    }
    void cleanup() { end(); }

    void whatIsSaidInTheOpenConversationIsHeard()
    {
        write(8, MessageRole::Lead, "Is there a garage?");
        QTRY_VERIFY(heard().endsWith(QStringLiteral("Is there a garage?")));
        write(9, MessageRole::Ai, "It is below the house.");
        QTRY_VERIFY(heard().endsWith(QStringLiteral("It is below the house.")));
        QVERIFY(!heard().contains(QStringLiteral("Is there a garage?")));
    }

    void ownWordsAreNotReadBack()
    {
        write(8, MessageRole::Lead, "Is there a garage?");
        const int rows = transcript()->rowCount();
        m_desk->acts->reply({clientId(1), TestDesk::elena(), 8}, QStringLiteral("The garage is below the house."));
        m_desk->settle();
        QTRY_COMPARE(transcript()->rowCount(), rows + 1);
        QVERIFY(heard().endsWith(QStringLiteral("Is there a garage?")));
    }

    /// Whoever holds a button down, or has come to it by the keyboard, still has it.
    void whatASpaceSaysIsNotSaidAnew()
    {
        QAction act(QStringLiteral("New rule"));
        StatePane pane(m_window.get());
        StateWords words {QStringLiteral("routing"), QStringLiteral("No rules yet"), QStringLiteral("A rule adds what matters to you."), {}};
        pane.set(words, &act);
        const QPointer<Button> offered = pane.findChild<Button *>();
        QVERIFY(offered);
        pane.set(words, &act);
        QCOMPARE(pane.findChild<Button *>(), offered.data());
        words.words = QStringLiteral("Nothing fits what you look for.");
        pane.set(words, &act);
        QVERIFY(!offered);
        QCOMPARE(pane.findChildren<Button *>().size(), 1);
    }
};

FOREDECK_QT_TEST(HearingTest)
#include "hearingtest.moc"
