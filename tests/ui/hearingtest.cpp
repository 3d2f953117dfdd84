#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/statepane.h"

#include <QAccessible>
#include <QAction>
#include <QPointer>

#include <algorithm>
#include <vector>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

namespace {

struct HeardEvent {
    QAccessible::Event what;
    QString name; ///< of whom it is about
};
std::vector<HeardEvent> heardEvents; // Qt's handler carries nothing with it

void hearEvent(QAccessibleEvent *event)
{
    QAccessibleInterface *face = event->accessibleInterface();
    heardEvents.push_back({event->type(), face ? face->text(QAccessible::Name) : QString()});
}

} // namespace

/// What assistive technology is told without asking: all that somebody who does not see the window has of what comes by itself.
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
    static qsizetype timesHeard(QAccessible::Event what, const QString &words)
    {
        return std::count_if(heardEvents.begin(), heardEvents.end(), [&](const HeardEvent &one) { return one.what == what && one.name.contains(words); });
    }

private Q_SLOTS:
    void init()
    {
        makeAndShow();
        open(TestDesk::elena());
        QAccessible::setActive(true);
        heardEvents.clear();
        QAccessible::installUpdateHandler(hearEvent);
    }
    void cleanup()
    {
        QAccessible::installUpdateHandler(nullptr);
        QAccessible::setActive(false);
        end();
    }

    void whatIsSaidInTheOpenConversationIsHeardOnce()
    {
        write(8, MessageRole::Lead, "Is there a garage?");
        QTRY_COMPARE(timesHeard(QAccessible::ObjectShow, QStringLiteral("Is there a garage?")), 1);
        write(9, MessageRole::Ai, "It is below the house.");
        QTRY_COMPARE(timesHeard(QAccessible::ObjectShow, QStringLiteral("It is below the house.")), 1);
        QCOMPARE(timesHeard(QAccessible::ObjectShow, QStringLiteral("Is there a garage?")), 1);
    }

    void ownWordsAreNotReadBack()
    {
        const int rows = transcript()->rowCount();
        m_desk->acts->reply({clientId(1), TestDesk::elena(), 7}, QStringLiteral("The garage is below the house."));
        m_desk->settle();
        QTRY_COMPARE(transcript()->rowCount(), rows + 1);
        QCOMPARE(timesHeard(QAccessible::ObjectShow, QStringLiteral("The garage is below")), 0);
    }

    void aNameThatStaysIsToldToNobody()
    {
        QWidget widget;
        setSpokenName(&widget, QStringLiteral("Sofia: Emergency"));
        setSpokenName(&widget, QStringLiteral("Sofia: Emergency"));
        QCOMPARE(timesHeard(QAccessible::NameChanged, QStringLiteral("Sofia: Emergency")), 1);
        setSpokenName(&widget, QStringLiteral("Sofia: Emergency, and 1 more"));
        QCOMPARE(timesHeard(QAccessible::NameChanged, QStringLiteral("and 1 more")), 1);
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
