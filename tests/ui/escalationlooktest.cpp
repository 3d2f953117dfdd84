#include "tests/qt/testclasses.h"
#include "tests/ui/escalationfixture.h"
#include "tests/ui/looks.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/frame.h"
#include "ui/shell/navigation.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QSplitter>
#include <QTabBar>
#include <QTest>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// How the page of hand-overs looks and speaks.
class EscalationLookTest : public QObject, protected EscalationFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeDesk(); }
    void cleanup() { endAndReset(); }

    void whoHasOnlyANumberIsCalledByAllOfIt()
    {
        showFilled();
        Lead rosa = test::lead(22, "x");
        rosa.client = test::clientId(3);
        rosa.version = 9;
        rosa.name.clear();
        rosa.phones = {{"+34600123456", "+34 600 123 456"}};
        QVERIFY(m_desk->store.apply({test::entity("lead", rosa)}).hasValue());
        m_desk->settle();
        page()->open(TestDesk::escalation(22));
        m_desk->settle();
        const auto labels = page()->detail()->findChildren<TextLabel *>();
        const auto heading = std::find_if(labels.begin(), labels.end(), [](const TextLabel *one) { return one->text().startsWith(QStringLiteral("What ")); });
        QVERIFY(heading != labels.end());
        QVERIFY2((*heading)->text().contains(QStringLiteral("456")), qPrintable((*heading)->text()));
    }

    void howItWasResolvedIsToldWhereItStandsOpen()
    {
        showFilled();
        Escalation e = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(1)); }).value()->escalation;
        e.version = 9;
        e.status = EscalationStatus::Resolved;
        e.resolvedAt = m_desk->store.clock.now();
        e.note = "Crew pumped it out";
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Crew pumped it out")));
        e.version = 10;
        e.status = EscalationStatus::Pending;
        e.note.clear();
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(!says(QStringLiteral("How it was resolved")));
    }

    void theLastMessagesOfferNothingToDo()
    {
        showFilled();
        const OpId op = m_desk->acts->reply({test::clientId(2), TestDesk::marcus(), 6}, QStringLiteral("On our way"));
        m_desk->settle();
        m_desk->store.clock.advance(std::chrono::seconds(10));
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 422, {}, R"({"title":"Unprocessable"})").hasValue());
        m_desk->settle();
        const TranscriptView *messages = page()->detail()->messages();
        QTRY_COMPARE(messages->rowCount(), 7);
        QVERIFY(messages->actsOf(6).empty());
    }

    void theListKeepsTheWidthItWasGiven()
    {
        showFilled();
        auto *splitter = page()->findChild<QSplitter *>();
        const int before = splitter->sizes().constFirst();
        QTest::mousePress(splitter->handle(1), Qt::LeftButton, {}, QPoint(0, 50));
        QTest::mouseMove(splitter->handle(1), QPoint(-20, 50));
        QTest::mouseMove(splitter->handle(1), QPoint(-30, 50));
        QTest::mouseRelease(splitter->handle(1), Qt::LeftButton, {}, QPoint(-30, 50));
        const int drawn = splitter->sizes().constFirst();
        QVERIFY2(drawn < before, qPrintable(QString::number(drawn)));
        rows()->setFocus();
        key(Qt::Key_Period, Qt::ControlModifier);
        m_window->resize(m_window->width() - 40, m_window->height());
        m_desk->settle();
        QCOMPARE(splitter->sizes().constFirst(), drawn);
        QCOMPARE(m_desk->preferences->escalationListWidth(), drawn);
    }

    void noTwoPartsHaveOneName()
    {
        showFilled();
        QStringList names;
        for (QWidget *widget : page()->findChildren<QWidget *>()) {
            if (widget->isVisible() && !widget->accessibleName().isEmpty() && widget->focusPolicy() != Qt::NoFocus)
                names << widget->accessibleName();
        }
        for (const QAbstractButton *entry : m_window->frame()->navigation()->findChildren<QAbstractButton *>())
            names << entry->accessibleName();
        for (const char *shared : {"Escalations", "Last messages", "Brief"})
            QVERIFY2(names.count(QLatin1StringView(shared)) <= 1, shared);
        for (const char *pane : {"Escalations", "Last messages", "Brief"}) {
            int held = 0;
            for (const QWidget *widget : page()->findChildren<QWidget *>())
                held += widget->accessibleName() == QLatin1StringView(pane) ? 1 : 0;
            QVERIFY2(held <= 1, pane);
        }
    }

    void f6GoesThroughThePanes()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_F6);
        QVERIFY(page()->detail()->briefArea()->hasFocus());
        key(Qt::Key_F6);
        QVERIFY(page()->detail()->messages()->hasFocus());
        key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(!page()->detail()->messages()->isVisible());
    }

    void customersTextsStayPlain()
    {
        m_desk->fill();
        m_desk->fillEscalations();
        Escalation e;
        e.id = TestDesk::escalation(91);
        e.client = test::clientId(3);
        e.conversation = test::conversationId(9);
        e.lead = test::leadId(9);
        e.createdAt = m_desk->store.clock.now() - std::chrono::minutes(90);
        e.due = m_desk->store.clock.now() - std::chrono::minutes(80);
        e.brief.why = "<b>why</b>\xE2\x80\xAE";
        e.brief.wants = "<img src=x>\xE2\x80\xAE" "txt.exe";
        e.brief.tried = {{e.createdAt, ActorKind::Assistant, "<a href='http://x'>tried</a>\xE2\x80\xAE", 0.5}};
        e.brief.mood = {{e.createdAt, "<i>odd</i>\xE2\x80\xAE"}};
        e.brief.actions = {{"call", "<b>+1</b>\xE2\x80\xAE", "<u>basis</u>"}, {"<i>kind</i>", "", ""}};
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        showPage();
        QTRY_VERIFY(says(QStringLiteral("<img src=x>")));
        QVERIFY(says(QStringLiteral("<b>why</b>")) && says(QStringLiteral("tried</a>")));
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text()));
            QVERIFY2(!label->isVisible() || !label->text().contains(QChar(0x202E)), qPrintable(label->text()));
        }
    }

    void nothingIsThereYet()
    {
        showPage();
        QTRY_VERIFY(says(QStringLiteral("Nobody waits for a person")));
        QVERIFY(says(QStringLiteral("Nothing is open")));
        // Nothing is there to be chosen, or to be in order.
        QVERIFY(!says(QStringLiteral("Choose an escalation")) && !says(QStringLiteral("Sorted by due time")));
        QVERIFY(!m_window->commands().action(QStringLiteral("conversation.take_over"))->isEnabled());
        keep(QStringLiteral("escalations-empty"));
    }

    void looks_data() { addLooks("escalations"); }
    /// Nothing is cut and nothing lies over another, in every look.
    void looks()
    {
        const QSize size = wearLook(m_themes);
        m_desk->fill();
        m_desk->fillEscalations();
        showPage(size);
        QTRY_VERIFY(rows()->model()->rowCount() > 4);
        if (page()->detail()->isHidden()) {
            keep(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral("-list"));
            QTest::mouseClick(rows()->viewport(), Qt::LeftButton, {}, rows()->visualRect(rows()->model()->index(1, 0)).center());
            m_desk->settle();
        }
        QTRY_VERIFY(says(QStringLiteral("Why it came to you")));
        m_desk->settle();
        keep(QString::fromLatin1(QTest::currentDataTag()));
        verifyNothingIsCut(page());
        const QRect whole(QPoint(), page()->size());
        for (const QWidget *part : std::initializer_list<const QWidget *> {page()->header()->tabs(), page()->detail()})
            QVERIFY(!part->isVisible() || whole.contains(QRect(part->mapTo(page(), QPoint()), part->size())));
    }

    /// What has been read of them is no number that anybody asked for.
    void aHeadingCountsWhatItsTabCounts()
    {
        m_desk->fill();
        std::vector<Entity> entities;
        for (int n = 0; n < 130; ++n) {
            Escalation one;
            one.id = EscalationId {test::idText(12, 500 + n)};
            one.client = test::clientId(1);
            one.conversation = test::conversationId(2);
            one.lead = test::leadId(2);
            one.createdAt = m_desk->store.clock.now();
            one.due = m_desk->store.clock.now() + std::chrono::minutes(n);
            entities.push_back(test::entity("escalation", one));
        }
        QVERIFY(m_desk->store.apply(std::move(entities)).hasValue());
        showPage();
        QTRY_VERIFY(rows()->model()->rowCount() > 50);
        QVERIFY2(rows()->model()->rowCount() < 130, "else this shows nothing");
        QTRY_COMPARE(page()->header()->tabs()->tabText(1), QStringLiteral("Pending  130"));
        QCOMPARE(spoken().constFirst(), QStringLiteral("Nobody yet 130"));
        QCOMPARE(rows()->model()->index(0, 0).data(EscalationListModel::CountRole).toInt(), 130);
    }
};

FOREDECK_QT_TEST(EscalationLookTest)
#include "escalationlooktest.moc"
