#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/delegates/rowpainter.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"
#include "ui/transcript/entrylayout.h"
#include "ui/transcript/entrypainter.h"
#include "ui/transcript/entryview.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/rowwords.h"

#include <QApplication>
#include <QEnterEvent>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace foredeck;
using namespace foredeck::ui;

/// Keeps the words that are painted on it, as they are painted.
class WordPaper final : public QPaintDevice, private QPaintEngine {
public:
    WordPaper() : QPaintEngine(AllFeatures) { }
    const QStringList &words() const { return m_words; }
    QPaintEngine *paintEngine() const override { return const_cast<WordPaper *>(this); }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return 1000;
        }
    }

private:
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override { }
    Type type() const override { return User; }
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawTextItem(const QPointF &, const QTextItem &item) override { m_words << item.text(); }

    QStringList m_words;
};

/// What counts as read and what does not, what others are told of it, and how long messages are shown.
class ReadingTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    QModelIndex rowOf(const ConversationId &id) const
    {
        const auto found = list()->model()->match(list()->model()->index(0, 0), ConversationListModel::IdRole, QString::fromStdString(id.value));
        return found.isEmpty() ? QModelIndex() : found.constFirst();
    }
    int unread(const ConversationId &id) const { return rowOf(id).data(ConversationListModel::UnreadRole).toInt(); }
    void click(const ConversationId &id) const
    {
        list()->scrollTo(rowOf(id));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(rowOf(id)).center());
    }
    /// The conversation as somebody else has left it.
    void set(Conversation c, ConversationStatus status)
    {
        c.version = 40;
        c.status = status;
        c.owner.kind = OwnerKind::Assistant;
        QVERIFY(m_desk->store.apply({test::entity("conversation", c)}).hasValue());
        m_desk->settle();
    }
    /// Another message of Marcus, who then waits for a person or not.
    void marcusWrites(const std::string &text, std::int64_t position, bool waits = true)
    {
        Message m = test::message(300 + int(position), 1, position, MessageRole::Lead, text);
        m.client = test::clientId(2);
        m.at = m_desk->store.clock.now();
        m.author.kind = ActorKind::Lead;
        Conversation c = test::conversation(1);
        c.client = test::clientId(2);
        c.channelKind = ChannelKind::Sms;
        c.version = position + 20;
        c.lastAt = m.at;
        c.lastPosition = c.lastPublicPosition = position;
        c.lastMessage = {m.id, m.role, {}, m.text, position, DeliveryState::None, m.at};
        c.owner.kind = waits ? OwnerKind::Nobody : OwnerKind::Assistant;
        if (waits) {
            c.status = ConversationStatus::WaitingHuman;
            c.escalation = EscalationMark {EscalationId {test::idText(12, 1)}, EscalationReason::Emergency, EscalationStatus::Pending, 1, c.lastAt + std::chrono::minutes(5)};
        }
        QVERIFY(m_desk->store.apply({test::entity("message", m), test::entity("conversation", c)}).hasValue());
        m_desk->settle();
    }
    PresenceKind told() const { return m_desk->requests.presences.back().second; }

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup() { end(); }

    void whatStandsBehindTheListIsNotRead()
    {
        m_window->resize(700, 700);
        QTRY_VERIFY(inbox()->isStacked());
        list()->setFocus();
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(list(), Qt::Key_J);
            m_desk->settle();
        }
        const ConversationId chosen = inbox()->conversation();
        QCOMPARE(chosen, test::conversationId(4));
        QVERIFY(!inbox()->thread()->isVisible());
        QCOMPARE(unread(chosen), 1);
        keep(QStringLiteral("reading-stacked-list"));
        // One click opens, and now it is read.
        click(chosen);
        m_desk->settle();
        QVERIFY(inbox()->thread()->isVisible());
        QTRY_COMPARE(unread(chosen), 0);
        keep(QStringLiteral("reading-stacked-thread"));
    }

    void comingBackToTheWindowIsReading()
    {
        click(TestDesk::marcus());
        QTRY_COMPARE(unread(TestDesk::marcus()), 0);
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        marcusWrites("Are you there?", 2);
        QTRY_COMPARE(unread(TestDesk::marcus()), 1);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(unread(TestDesk::marcus()), 0);
    }

    void aPressInTheThreadIsReading()
    {
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
        QCOMPARE(unread(TestDesk::marcus()), 1);
        QTest::mouseClick(transcript()->viewport(), Qt::LeftButton);
        QTRY_COMPARE(unread(TestDesk::marcus()), 0);
    }

    void aPointerThatRestsIsNobody()
    {
        m_window.reset();
        marcusWrites("It is dry again", 2, false);
        Conversation newest = test::conversation(9, 3);
        newest.lastAt = m_desk->store.clock.now() + std::chrono::seconds {1};
        newest.lastPosition = newest.lastPublicPosition = 1;
        set(newest, ConversationStatus::Active);
        m_window = std::make_unique<MainWindow>(m_desk->desk());
        m_window->showFirstPage();
        m_window->show();
        const QPointF middle = list()->viewport()->rect().center();
        QEnterEvent enter(middle, middle, list()->viewport()->mapToGlobal(middle));
        QCoreApplication::sendEvent(list()->viewport(), &enter);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_desk->settle();
        const ConversationId first = inbox()->conversation();
        QVERIFY(!list()->isHeld());
        QVERIFY(unread(first) > 0);
        QVERIFY(first != TestDesk::marcus());
        // An emergency of that moment opens by itself, and nothing of it is read.
        marcusWrites("No, it is not: water again", 3, true);
        QTRY_COMPARE(inbox()->conversation(), TestDesk::marcus());
        m_desk->settle();
        QVERIFY(unread(TestDesk::marcus()) > 0);
        // A pointer that moves is somebody's.
        QMouseEvent move(QEvent::MouseMove, middle, list()->viewport()->mapToGlobal(middle), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(list()->viewport(), &move);
        QVERIFY(list()->isHeld());
    }

    void typingEndsWithAPauseAndWithSending()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("On"));
        QVERIFY(told() == PresenceKind::Typing);
        const std::size_t once = m_desk->requests.presences.size();
        QTest::keyClicks(composer()->edit(), QStringLiteral(" our way"));
        QCOMPARE(m_desk->requests.presences.size(), once);
        auto *pause = inbox()->findChild<QTimer *>(QStringLiteral("writing"));
        QVERIFY(pause && pause->isActive());
        pause->start(0);
        QTRY_VERIFY(told() == PresenceKind::Viewing);
        pause->setInterval(60'000);
        QTest::keyClicks(composer()->edit(), QStringLiteral("."));
        QVERIFY(told() == PresenceKind::Typing);
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(told() == PresenceKind::Viewing);
        QVERIFY(m_desk->requests.presences.back().first == TestDesk::elena());
    }

    void whoLooksIsSeenWhereverTheyCameFrom()
    {
        m_window->commands().action(QStringLiteral("goto.ended"))->trigger();
        m_desk->settle();
        QVERIFY(!rowOf(TestDesk::elena()).isValid());
        auto &presences = m_desk->requests.presences;
        const auto count = [&](PresenceKind kind) { return std::count(presences.begin(), presences.end(), std::pair {TestDesk::elena(), kind}); };
        presences.clear();
        open(TestDesk::elena());
        QCOMPARE(count(PresenceKind::Viewing), 1);
        // Once, however often its row changes.
        m_desk->acts->takeOver({test::clientId(1), TestDesk::elena(), 7});
        m_desk->settle();
        QCOMPARE(count(PresenceKind::Viewing), 1);
        open(TestDesk::marcus());
        QCOMPARE(count(PresenceKind::Gone), 1);
        // Who types before it is known whose it is, types.
        presences.clear();
        inbox()->open(TestDesk::elena());
        inbox()->writeNext(CompositionKind::Reply);
        QTest::keyClicks(composer()->edit(), QStringLiteral("On"));
        QCOMPARE(count(PresenceKind::Typing), 0);
        m_desk->settle();
        QCOMPARE(count(PresenceKind::Typing), 1);
        QCOMPARE(count(PresenceKind::Viewing), 0);
    }

    void typingOfOthersFadesWhenItIsNotRepeated()
    {
        const Timestamp now = m_desk->store.clock.now();
        m_desk->ephemera.setPresence(TestDesk::elena(), {test::userId(2), QStringLiteral("Tomás Ibarra"), PresenceKind::Typing}, now);
        // The row names who types, not who answers.
        const ConversationItem row = static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(TestDesk::elena()).row());
        const auto parts = rowView(row, {}).parts;
        QVERIFY(std::any_of(parts.begin(), parts.end(), [](const RowPart &part) { return part.text == QStringLiteral("Tomás is typing…"); }));
        m_desk->ephemera.expirePresence(now + std::chrono::seconds {21});
        QVERIFY(m_desk->ephemera.presenceIn(TestDesk::elena()).constFirst().kind == PresenceKind::Typing);
        m_desk->ephemera.expirePresence(now + std::chrono::seconds {26});
        QVERIFY(m_desk->ephemera.presenceIn(TestDesk::elena()).constFirst().kind == PresenceKind::Viewing);
        m_desk->ephemera.expirePresence(now + std::chrono::seconds {46});
        QVERIFY(m_desk->ephemera.presenceIn(TestDesk::elena()).isEmpty());
    }

    void moreThan99UnreadAreToldSo()
    {
        ConversationItem row = static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(TestDesk::elena()).row());
        row.unread = 99;
        QVERIFY(rowView(row, {}).accessible.contains(QStringLiteral("unread 99,")));
        row.unread = 100;
        QVERIFY(rowView(row, {}).accessible.contains(QStringLiteral("unread 99+,")));
    }

    /// Whatever is written or noted meanwhile.
    void theRingShowsWhatIsLeftOfTheClock()
    {
        ConversationItem row = static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(TestDesk::elena()).row());
        RowContext context;
        context.time.now = m_desk->store.clock.now();
        row.state = StateWord::WaitingForPerson;
        row.clockDue = context.time.now + std::chrono::minutes {5};
        row.clockFrom = *row.clockDue - std::chrono::minutes {15};
        for (const int minutes : {0, 4, 10, 40}) {
            row.at = context.time.now - std::chrono::minutes {minutes};
            QCOMPARE(rowView(row, context).clock.ring, 1.0 / 3);
        }
    }

    void anEmergencyStaysOneHoweverLate()
    {
        ConversationItem row = static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(TestDesk::elena()).row());
        RowContext context;
        context.time.now = m_desk->store.clock.now();
        row.state = StateWord::WaitingForPerson;
        row.escalated = true;
        row.escalationReason = EscalationReason::Emergency;
        row.clockDue = context.time.now - std::chrono::minutes {20};
        const auto parts = rowView(row, context).parts;
        const auto says = [&](const QString &word) { return std::any_of(parts.begin(), parts.end(), [&](const RowPart &part) { return part.text.contains(word); }); };
        QVERIFY(says(QStringLiteral("Emergency")));
        QVERIFY(says(QStringLiteral("late by")));
        // In a narrow list it is the reason that is shortened.
        const RowView view = rowView(row, context);
        const auto late = std::find_if(view.parts.begin(), view.parts.end(), [](const RowPart &part) { return part.clock; });
        QVERIFY(late != view.parts.end());
        const Theme &theme = m_themes.theme();
        for (int width = 400; width >= 220; width -= 5) {
            WordPaper paper;
            QPainter painter(&paper);
            paintConversationRow(painter, {0, 0, width, conversationRowHeight(theme)}, view, {}, theme, Qt::LeftToRight);
            painter.end();
            QVERIFY2(paper.words().contains(late->text), qPrintable(QString::number(width) + QLatin1Char(' ') + paper.words().join(QLatin1Char('|'))));
        }
    }

    void aNarrowRowShowsWhyItWasHandedOver()
    {
        ConversationItem row = static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(TestDesk::elena()).row());
        RowContext context;
        context.time.now = m_desk->store.clock.now();
        row.state = StateWord::WaitingForPerson;
        row.escalated = true;
        row.escalationReason = EscalationReason::Emergency;
        row.clockDue = context.time.now + std::chrono::minutes {4};
        RowView view = rowView(row, context);
        QCOMPARE(view.reason.glyph, QStringLiteral("bolt"));
        QCOMPARE(view.reason.color, Color::Danger);
        QVERIFY(view.accessible.contains(QStringLiteral("Emergency")) && view.tip.startsWith(QStringLiteral("Emergency")));
        const Theme compact = m_themes.theme().withDensity(Density::Compact);
        const auto picture = [&](const RowView &shown) {
            QImage image(300, conversationRowHeight(compact), QImage::Format_RGB32);
            QPainter painter(&image);
            paintConversationRow(painter, image.rect(), shown, {}, compact, Qt::LeftToRight);
            return image;
        };
        const QImage with = picture(view);
        if (const QString folder = qEnvironmentVariable("FOREDECK_PICTURES"); !folder.isEmpty())
            with.save(folder + QStringLiteral("/compact-emergency.png"));
        view.reason = {};
        QVERIFY(with != picture(view));
        // What waits for nobody, or was never handed over, shows none.
        row.state = StateWord::Snoozed;
        row.clockDue.reset();
        QVERIFY(rowView(row, context).reason.glyph.isEmpty());
        row.state = StateWord::WaitingForPerson;
        row.escalated = false;
        QVERIFY(rowView(row, context).reason.glyph.isEmpty());
    }

    void aCompactRowShowsThatTheAnswerFailedAndItsClock()
    {
        ConversationItem row = static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(TestDesk::elena()).row());
        RowContext context;
        context.time.now = m_desk->store.clock.now();
        row.state = StateWord::Failed;
        row.clockFrom.reset();
        row.clockDue = context.time.now + std::chrono::minutes {14};
        const Theme compact = m_themes.theme().withDensity(Density::Compact);
        const auto words = [&] {
            WordPaper paper;
            QPainter painter(&paper);
            paintConversationRow(painter, {0, 0, 300, conversationRowHeight(compact)}, rowView(row, context), {}, compact, Qt::LeftToRight);
            painter.end();
            return paper.words().join(QLatin1Char('|'));
        };
        RowView view = rowView(row, context);
        QCOMPARE(view.reason.glyph, QStringLiteral("alert"));
        QVERIFY(view.accessible.contains(QStringLiteral("Not sent")) && view.accessible.contains(QStringLiteral("14")));
        QVERIFY2(words().contains(QStringLiteral("14")), qPrintable(words()));
        row.clockDue.reset();
        QVERIFY2(words().contains(QStringLiteral("Not sent")), qPrintable(words()));
    }

    /// From the claim on, not from the first reply on.
    void aRowThatAColleagueTookShowsTheName()
    {
        ConversationItem row = static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(TestDesk::marcus()).row());
        RowContext context;
        context.time.now = m_desk->store.clock.now();
        row.state = StateWord::WaitingForPerson;
        row.owner = OwnerKind::User;
        row.ownerName = QStringLiteral("Tomás");
        row.mine = false;
        row.claimedByOther = true;
        row.escalated = true;
        row.prefix = SnippetPrefix::None;
        row.clockFrom.reset();
        for (const EscalationReason reason : {EscalationReason::NotInKnowledge, EscalationReason::Emergency}) {
            for (const int minutes : {14, 3, -6}) {
                row.escalationReason = reason;
                row.clockDue = context.time.now + std::chrono::minutes {minutes};
                const RowView view = rowView(row, context);
                for (const Density density : {Density::Normal, Density::Compact}) {
                    const Theme theme = m_themes.theme().withDensity(density);
                    WordPaper paper;
                    QPainter painter(&paper);
                    paintConversationRow(painter, {0, 0, 360, conversationRowHeight(theme)}, view, {}, theme, Qt::LeftToRight);
                    painter.end();
                    const QString words = paper.words().join(QLatin1Char('|'));
                    QVERIFY2(words.contains(QStringLiteral("Tomás")), qPrintable(words));
                    QVERIFY2(words.contains(QString::number(qAbs(minutes))), qPrintable(words));
                }
            }
        }
    }

    /// "no ow…" tells nothing.
    void noShortWordIsCutInTwo()
    {
        ConversationItem row = static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(TestDesk::marcus()).row());
        RowContext context;
        context.time.now = m_desk->store.clock.now();
        row.state = StateWord::WaitingForPerson;
        row.escalated = true;
        row.escalationReason = EscalationReason::NotInKnowledge;
        row.clockDue = context.time.now + std::chrono::minutes {14};
        row.at = context.time.now - std::chrono::minutes {40};
        const RowView view = rowView(row, context);
        QCOMPARE(view.parts.back().text, QStringLiteral("no owner"));
        const Theme theme = m_themes.theme().withDensity(Density::Comfortable);
        int whole = 0;
        for (int width = 240; width < 460; width += 4) {
            WordPaper paper;
            QPainter painter(&paper);
            paintConversationRow(painter, QRect(0, 0, width, conversationRowHeight(theme)), view, {}, theme, Qt::LeftToRight);
            painter.end();
            const QString words = paper.words().join(QLatin1Char('|'));
            QVERIFY2(words.contains(QStringLiteral("14")), qPrintable(words)); // by when
            QVERIFY2(!words.contains(QStringLiteral("no ")) || words.contains(QStringLiteral("no owner")), qPrintable(words));
            whole += words.contains(QStringLiteral("no owner")) ? 1 : 0;
        }
        QVERIFY(whole > 5);
    }

    void whoIsTakenOverIsSaidToWait()
    {
        ConversationItem row = static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(TestDesk::elena()).row());
        RowContext context;
        context.time.now = m_desk->store.clock.now();
        row.state = StateWord::WaitingForPerson;
        row.mine = true;
        row.owner = OwnerKind::User;
        row.escalated = false;
        row.clockDue.reset();
        const auto words = [&] {
            QStringList said;
            for (const RowPart &part : rowView(row, context).parts)
                said << part.text;
            return said.join(QStringLiteral(" · "));
        };
        QCOMPARE(words(), QStringLiteral("You · waiting for a reply"));
        row.clockDue = context.time.now + std::chrono::minutes {12};
        QVERIFY2(words().startsWith(QStringLiteral("12")) && words().endsWith(QStringLiteral("You")), qPrintable(words()));
    }

    void noDraftIsSavedUnderAnEmptyComposer()
    {
        const auto says = [this] {
            const auto labels = composer()->findChildren<TextLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const TextLabel *label) { return label->text() == QStringLiteral("Draft saved"); });
        };
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("Half a sentence"));
        QTRY_VERIFY(says());
        open(TestDesk::marcus());
        QVERIFY(!says());
    }

    void whatHasEndedIsReopenedBeforeItIsWrittenTo()
    {
        open(TestDesk::elena());
        m_window->commands().action(QStringLiteral("conversation.resolve"))->trigger();
        m_desk->settle();
        open(TestDesk::elena());
        QTRY_COMPARE(composer()->edit()->placeholderText(), QStringLiteral("To write to Elena, reopen it first."));
    }

    void aRowThatLeavesByItselfTakesNobodysThread()
    {
        m_window->commands().action(QStringLiteral("goto.waiting"))->trigger();
        m_desk->settle();
        open(TestDesk::marcus());
        marcusWrites("Thank you, it was only rain", 2, false);
        QTRY_VERIFY(!rowOf(TestDesk::marcus()).isValid());
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
    }

    void whatComesIntoAnEmptyListTakesNobodysThread()
    {
        open(TestDesk::marcus());
        m_window->commands().action(QStringLiteral("goto.snoozed"))->trigger();
        m_desk->settle();
        QCOMPARE(list()->model()->rowCount(), 0);
        set(test::conversation(2), ConversationStatus::Snoozed);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
    }

    void theNextOneIsBehindTheOneThatWas()
    {
        const auto leaves = [this](int row) {
            const std::string id = list()->model()->index(row, 0).data(ConversationListModel::IdRole).toString().toStdString();
            const int rows = list()->model()->rowCount();
            QVERIFY(m_desk->store.apply({Entity {"conversation", 90, {}, id, true, {}}}).hasValue());
            QTRY_COMPARE(list()->model()->rowCount(), rows - 1);
        };
        open(ConversationId {list()->model()->index(2, 0).data(ConversationListModel::IdRole).toString().toStdString()});
        const QString next = list()->model()->index(4, 0).data(ConversationListModel::IdRole).toString();
        leaves(2);
        leaves(2);
        m_window->commands().action(QStringLiteral("list.next"))->trigger();
        QCOMPARE(QString::fromStdString(inbox()->conversation().value), next);
    }

    void anActThatRemovedNoRowHasNoneRemovedLater()
    {
        open(TestDesk::elena());
        m_window->commands().action(QStringLiteral("conversation.hand_back"))->trigger();
        m_desk->settle();
        QVERIFY(rowOf(TestDesk::elena()).isValid());
        QVERIFY(m_desk->store.write(&StoreWriter::dropStream, "client:" + test::clientId(1).value).hasValue());
        m_desk->settle();
        QTRY_VERIFY(!rowOf(TestDesk::elena()).isValid());
        QCOMPARE(inbox()->conversation(), TestDesk::elena());
    }

    void aVeryLongMessageIsFoldedUntilItIsWanted()
    {
        QString text;
        for (int i = 0; i < 500; ++i)
            text += QStringLiteral("line %1\n").arg(i);
        marcusWrites(text.toStdString(), 2);
        open(TestDesk::marcus());
        QTRY_COMPARE(transcript()->rowCount(), 2);
        const int folded = transcript()->rowRect(1).height();
        QVERIFY2(folded < 1200, qPrintable(QString::number(folded)));
        QVERIFY(transcript()->actsOf(1).front().first == EntryAct::ShowAll);
        keep(QStringLiteral("reading-folded"));
        transcript()->act(1, EntryAct::ShowAll);
        QVERIFY(transcript()->rowRect(1).height() > 4 * folded);
        QVERIFY(transcript()->accessibleWords(1).contains(QStringLiteral("line 499")));
        QVERIFY(transcript()->actsOf(1).empty());
    }

    void anEntryThatChangesPlacesKeepsItsHeight()
    {
        open(TestDesk::elena());
        const ConversationRef elena {test::clientId(1), TestDesk::elena(), 7};
        const OpId reply = m_desk->acts->reply(elena, QStringLiteral("a line of it\n").repeated(8) + QStringLiteral("the last"));
        m_desk->settle();
        m_desk->store.clock.advance(std::chrono::seconds {6});
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(reply, 409, {}, R"({"title":"newer"})").hasValue());
        const OpId written = m_desk->acts->note(elena, QStringLiteral("short"));
        m_desk->settle();
        const int last = transcript()->rowCount() - 1;
        const int tall = transcript()->rowRect(last - 1).height();
        QVERIFY(transcript()->accessibleWords(last - 1).contains(QStringLiteral("the last")));
        // What is confirmed stands before what is not.
        Note note;
        note.id = NoteId {written.value};
        note.client = elena.client;
        note.conversation = elena.id;
        note.position = 8;
        note.author = {ActorKind::User, test::userId(1), "Nadia Brandt"};
        note.text = "short";
        note.at = m_desk->store.clock.now();
        Entity told = test::entity("note", note);
        told.op = written;
        QVERIFY(m_desk->store.apply({told}).hasValue());
        m_desk->settle();
        QCOMPARE(transcript()->rowCount() - 1, last);
        QVERIFY(transcript()->accessibleWords(last).contains(QStringLiteral("the last")));
        QVERIFY(transcript()->rowRect(last).height() > transcript()->rowRect(last - 1).height());
        QVERIFY(transcript()->rowRect(last).bottom() < transcript()->viewport()->height());
        const int moved = transcript()->rowRect(last).height();
        open(TestDesk::marcus());
        open(TestDesk::elena());
        QTRY_COMPARE(transcript()->rowCount() - 1, last);
        QCOMPARE(moved, transcript()->rowRect(last).height());
        QVERIFY(std::abs(moved - tall) < tall / 2);
    }

    /// A note that nobody else can read yet looks and is read aloud like one.
    void aNoteOnItsWaySaysSo()
    {
        EntryContext context;
        context.localNow = m_desk->store.clock.now();
        TranscriptItem item;
        item.kind = TranscriptKind::Note;
        item.mine = true;
        item.text = QStringLiteral("Called the dock");
        EntryView view = entryView(item, context);
        QVERIFY(!view.dashed && view.aside.isEmpty() && view.accessible.endsWith(item.text));
        item.opState = OpState::Queued;
        item.dueSince = context.localNow;
        view = entryView(item, context);
        QVERIFY(view.dashed && view.foot.word.isEmpty());
        QCOMPARE(view.aside, QStringLiteral("Queued"));
        QVERIFY2(view.accessible.endsWith(QStringLiteral("Queued")), qPrintable(view.accessible));
        context.localNow = context.localNow + std::chrono::seconds {6};
        view = entryView(item, context);
        QVERIFY(view.foot.word.contains(QStringLiteral("has not taken it yet")) && view.accessible.endsWith(view.foot.word));
        item.opState = OpState::Refused;
        view = entryView(item, context);
        QVERIFY2(view.accessible.contains(QStringLiteral("Not sent")), qPrintable(view.accessible));
        // Its bar is broken until it is there.
        const auto bar = [&] {
            const Theme &theme = themeOf(m_window.get());
            QImage picture(400, 200, QImage::Format_RGB32);
            picture.fill(Qt::white);
            QPainter painter(&picture);
            const EntryLayout entry = layOutEntry(entryView(item, context), 400, theme, false, false);
            paintEntry(painter, {0, 0}, entry, {}, theme, Qt::LeftToRight);
            int broken = 0;
            for (int y = entry.body.top() + 1; y <= entry.body.bottom(); ++y)
                broken += picture.pixel(1, y) != picture.pixel(1, entry.body.top()) ? 1 : 0;
            return broken;
        };
        QVERIFY(bar() > 0);
        item.opState.reset();
        QCOMPARE(bar(), 0);
    }

    void aBubbleSaysOneThingOfItsWay()
    {
        EntryContext context;
        context.localNow = m_desk->store.clock.now();
        TranscriptItem item;
        item.kind = TranscriptKind::Message;
        item.role = MessageRole::Staff;
        item.delivery = DeliveryState::Queued;
        item.sentAnyway = true;
        QVERIFY(entryView(item, context).role.contains(QStringLiteral("sent although")));
        item.opState = OpState::NeedsReview;
        EntryView view = entryView(item, context);
        QVERIFY(view.delivery.word.isEmpty());
        QVERIFY(view.foot.word.startsWith(QStringLiteral("Look before sending")));
        QVERIFY2(!view.role.contains(QStringLiteral("sent although")), "it was refused once more");
        item.sentAnyway = false;
        item.opState = OpState::Held;
        item.heldUntil = context.localNow + std::chrono::seconds {3};
        QVERIFY(entryView(item, context).foot.word.startsWith(QStringLiteral("Goes out in 3")));
        context.reached = false;
        QCOMPARE(entryView(item, context).foot.word, QStringLiteral("Goes out once the server can be reached"));
        context.reached = true;
        item.heldUntil = context.localNow;
        view = entryView(item, context);
        QVERIFY(view.foot.word.isEmpty());
        QVERIFY(!view.delivery.word.isEmpty());
        // The clock was set back: what it said before is not counted down from.
        item.at = context.localNow + std::chrono::hours {2};
        item.heldUntil = item.at + std::chrono::seconds {5};
        QVERIFY(entryView(item, context).foot.word.isEmpty());
        item.at = {};
        // One that waits long says so, also where bubbles of one run have no head.
        item.opState = OpState::Sending;
        item.dueSince = context.localNow - std::chrono::seconds {4};
        QVERIFY(entryView(item, context).foot.word.isEmpty());
        item.dueSince = context.localNow - std::chrono::seconds {5};
        view = entryView(item, context);
        QVERIFY(view.foot.word.contains(QStringLiteral("has not taken it yet")));
        QVERIFY(view.accessible.contains(view.foot.word));
        item.opState.reset();
        item.delivery = DeliveryState::Failed;
        QCOMPARE(entryView(item, context).acts.size(), 2u);
        context.leadsBack = false;
        QVERIFY2(entryView(item, context).acts.empty(), "no retry that cannot succeed");
        item.delivery = DeliveryState::Suppressed;
        QVERIFY2(entryView(item, context).dashed, "it has never left");
        item.delivery = DeliveryState::Sent;
        item.outcomeUnknown = true;
        QVERIFY(entryView(item, context).foot.word.contains(QStringLiteral("did not answer")));
        item.deliveryReason = QString::fromUtf8(sentBefore.data(), static_cast<qsizetype>(sentBefore.size()));
        QVERIFY(entryView(item, context).foot.word.contains(QStringLiteral("may have arrived twice")));
    }

    void aWireThatIsSilentIsNotCalledLive()
    {
        SyncStatus status;
        status.phase = SyncPhase::Live;
        TimeContext time;
        time.now = m_desk->store.clock.now();
        status.completeUpTo = time.now - std::chrono::seconds {19};
        QCOMPARE(syncWords(status, time, time.now).sign.word, QStringLiteral("Live"));
        status.completeUpTo = time.now - std::chrono::seconds {20};
        QVERIFY(syncWords(status, time, time.now).sign.word.startsWith(QStringLiteral("Behind by 20")));
    }

    void aLongBusinessNameLeavesTheDeliveryItsPlace()
    {
        const Theme theme;
        EntryView view;
        view.shape = EntryShape::AssistantBubble;
        view.text = QStringLiteral("Hello");
        view.speaker = QStringLiteral("Assistant");
        view.role = QStringLiteral("for ") + QStringLiteral("Harbour Lights Hotel and Marina ").repeated(6) + QStringLiteral("· 13:46");
        view.delivery = {QStringLiteral("shield"), QStringLiteral("Kept here"), Color::Danger};
        const EntryLayout entry = layOutEntry(view, 500, theme, false, true);
        QImage image(500, entry.height, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintEntry(painter, {}, entry, {}, theme, Qt::LeftToRight);
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                inked += image.pixelColor(x, y) == theme.color(Color::Danger) ? 1 : 0;
        }
        QVERIFY(inked > 0);
    }

    void aMissedCallBearsTheNumberOfTheHead()
    {
        EntryContext context;
        context.leadPhone = QStringLiteral("+1 305-555-0176");
        TranscriptItem item;
        item.kind = TranscriptKind::Transition;
        item.field = TransitionField::Lead;
        item.reason = QStringLiteral("missed_call");
        item.text = QStringLiteral("+13055550176");
        QVERIFY(bandWords(item, context).second.contains(context.leadPhone));
        item.text = QStringLiteral("+13055550177");
        QVERIFY(bandWords(item, context).second.contains(item.text));
    }

    void whoCallsSomebodyResolvesNothing()
    {
        TranscriptItem item;
        item.kind = TranscriptKind::Transition;
        item.field = TransitionField::Escalation;
        item.to = QStringLiteral("pending");
        item.reason = QStringLiteral("rule");
        item.text = QStringLiteral("No reply, version 2");
        const auto [sign, words] = bandWords(item, EntryContext {});
        QCOMPARE(sign.word, QStringLiteral("Handed to a person"));
        QVERIFY(words.contains(item.text));
    }

    void whatClocksRunByHasNoBand()
    {
        TranscriptItem item;
        item.kind = TranscriptKind::Transition;
        item.field = TransitionField::Response;
        item.to = QStringLiteral("waiting");
        item.reason = QStringLiteral("nobody");
        QVERIFY(!isShown(item));
        item.field = Open<TransitionField>::fromText("of_a_newer_server");
        QVERIFY(isShown(item)); // in words, as everything that is not known
        item.to.clear();
        item.reason.clear();
        QVERIFY(!isShown(item));
    }
};

QTEST_MAIN(ReadingTest)
#include "readingtest.moc"
