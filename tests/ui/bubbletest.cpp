#include "models/cache/setback.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/outbox/outboxrows.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/transcript/entrylayout.h"
#include "ui/transcript/entrypainter.h"
#include "ui/transcript/entryview.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// What an entry of the thread says of its way to the customer and back.
class BubbleTest : public QObject, protected WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup() { end(); }

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
        QVERIFY(entryView(item, context).role.contains(QStringLiteral("sent anyway")));
        item.opState = OpState::NeedsReview;
        EntryView view = entryView(item, context);
        QVERIFY(view.delivery.word.isEmpty());
        QVERIFY(view.foot.word.startsWith(QStringLiteral("Look before sending")));
        QVERIFY2(!view.role.contains(QStringLiteral("sent anyway")), "it was refused once more");
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

    /// In every state, in the bubble, the outbox and their spoken words: it comes first, and nothing says otherwise.
    void whatMayHaveArrivedIsSaidToHave()
    {
        struct Case {
            OpState state;
            bool isUnanswered;
            std::string problem;
            QString sign;
            QString why;
            std::size_t acts;
        };
        const std::string setBack = "{\"type\":\"" + std::string {setBackProblemType} + "\",\"title\":\"The server was set back\"}";
        const QString asked = QStringLiteral("It is asked again");
        const QString once = QStringLiteral("Sent again, it arrives only once");
        const std::vector<Case> cases {
            {OpState::Queued, true, {}, QStringLiteral("May have arrived"), asked, 0},
            {OpState::Queued, true, R"({"title":"Bad gateway"})", QStringLiteral("May have arrived"), asked, 0},
            {OpState::Sending, true, {}, QStringLiteral("Sending"), asked, 0},
            {OpState::NeedsReview, true, {}, QStringLiteral("Look before sending"), once, 2}, // sent again or dropped
            {OpState::Refused, true, {}, QStringLiteral("Refused, text kept"), once, 2},
            {OpState::NeedsReview, false, setBack, QStringLiteral("Look before sending"), QStringLiteral("it may arrive twice"), 3}, // edited or dropped as any other
            {OpState::NeedsReview, true, setBack, QStringLiteral("Look before sending"), QStringLiteral("it may arrive twice"), 2},
        };
        const Timestamp now = m_desk->store.clock.now();
        EntryContext context;
        context.localNow = now;
        for (const Case &one : cases) {
            Op op;
            op.kind = OpKind::Reply;
            op.state = one.state;
            op.mayHaveArrived = one.isUnanswered;
            op.problem = one.problem;
            op.createdAt = now;
            OutboxRow row;
            row.op = op;
            const OutboxWords words = outboxWords(row, 1, now);
            QCOMPARE(words.state, one.sign);
            Message said;
            said.role = MessageRole::Staff;
            const EntryView view = entryView(transcriptItem({"m", 0, said, {}, op}, {}), context);
            QCOMPARE(view.acts.size(), one.acts);
            QVERIFY2(view.accessible.contains(view.foot.word), qPrintable(view.accessible));
            for (const QString &foot : {words.condition, view.foot.word}) {
                QVERIFY2(foot.startsWith(QStringLiteral("It may have arrived.")), qPrintable(foot));
                QVERIFY2(foot.contains(one.why), qPrintable(foot));
            }
        }
        OutboxRow settings; // nobody was told anything
        settings.op.kind = OpKind::Settings;
        settings.op.state = OpState::NeedsReview;
        settings.op.problem = setBack;
        QVERIFY(!outboxWords(settings, 1, now).condition.contains(QStringLiteral("arrived")));
    }

    void aFootIsReadToItsEnd()
    {
        const Theme theme;
        EntryView view;
        view.shape = EntryShape::StaffBubble;
        view.text = QStringLiteral("At ten");
        view.foot = {QStringLiteral("help"), QStringLiteral("It may have arrived. Sent again, it may arrive twice: the server was set back to an earlier copy."), Color::Warning};
        view.acts = {{EntryAct::SendAnyway, QStringLiteral("Send anyway")}, {EntryAct::Edit, QStringLiteral("Edit")}, {EntryAct::Drop, QStringLiteral("Drop")}};
        const int line = theme.line(Step::Caption);
        QCOMPARE(layOutEntry(view, 1400, theme, false, true).foot.height(), line);
        const EntryLayout narrow = layOutEntry(view, 560, theme, false, true);
        QVERIFY(narrow.foot.height() > line && narrow.foot.bottom() < narrow.height);
        QCOMPARE(narrow.footText.text(), view.foot.word);
        QVERIFY(narrow.footText.naturalWidth() <= narrow.footTextAt.width());
        for (const auto &[act, at] : narrow.acts)
            QVERIFY(at.left() > narrow.foot.right() && at.right() < narrow.width);
    }

    /// Each bubble is told from the ground by 3:1, and the assistant's from a person's by more than its outline.
    void inHighContrastABubbleHasAnEdge()
    {
        const Theme theme(builtInTokens(), Scheme::HighContrast, Density::Normal, 1.0);
        const QColor ground = theme.color(Color::Surface);
        for (const EntryShape shape : {EntryShape::CustomerBubble, EntryShape::StaffBubble, EntryShape::AssistantBubble}) {
            EntryView view;
            view.shape = shape;
            view.text = QStringLiteral("Hello");
            const EntryLayout entry = layOutEntry(view, 500, theme, false, true);
            QImage image(500, entry.height, QImage::Format_RGB32);
            image.fill(ground);
            QPainter painter(&image);
            paintEntry(painter, {}, entry, {}, theme, Qt::LeftToRight);
            const int middle = entry.body.center().y();
            for (const int x : {entry.body.left(), entry.body.right()})
                QVERIFY2(contrastRatio(image.pixelColor(x, middle), ground) >= 3, qPrintable(QString::number(int(shape))));
            QCOMPARE(image.pixelColor(entry.body.left() + 3, middle) == ground, shape == EntryShape::AssistantBubble);
        }
    }

    /// An English note in a window that is read from the right stands below its head, at the right.
    void aNoteStandsBelowItsHead()
    {
        const Theme theme;
        EntryView view;
        view.shape = EntryShape::Note;
        view.text = QStringLiteral("Gate code 4471");
        view.band = {QStringLiteral("lock"), QStringLiteral("Private note"), Color::Text};
        const EntryLayout entry = layOutEntry(view, 600, theme, false, true);
        QImage image(600, entry.height, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintEntry(painter, {}, entry, {}, theme, Qt::RightToLeft);
        const QColor ground = theme.color(Color::NoteFill);
        int leftmost = image.width();
        for (int y = entry.textAt.top(); y <= entry.textAt.bottom(); ++y) {
            for (int x = 0; x < leftmost; ++x) {
                if (image.pixelColor(x, y) != ground)
                    leftmost = x;
            }
        }
        QVERIFY2(leftmost > 300 && leftmost < 580, qPrintable(QString::number(leftmost)));
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
};

FOREDECK_QT_TEST(BubbleTest)
#include "bubbletest.moc"
