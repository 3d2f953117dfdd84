#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/delegates/rowpainter.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/rowwords.h"

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

/// What a row of the inbox says, and what of it is left where there is little room.
class RowTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    ConversationItem itemOf(const ConversationId &id) const { return static_cast<const ConversationListModel *>(list()->model())->itemAt(rowOf(id).row()); }

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup() { end(); }

    void moreThan99UnreadAreToldSo()
    {
        ConversationItem row = itemOf(TestDesk::elena());
        row.unread = 99;
        QVERIFY(rowView(row, {}).accessible.contains(QStringLiteral("unread 99,")));
        row.unread = 100;
        QVERIFY(rowView(row, {}).accessible.contains(QStringLiteral("unread 99+,")));
    }

    /// Whatever is written or noted meanwhile.
    void theRingShowsWhatIsLeftOfTheClock()
    {
        ConversationItem row = itemOf(TestDesk::elena());
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
        ConversationItem row = itemOf(TestDesk::elena());
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
        ConversationItem row = itemOf(TestDesk::elena());
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
        ConversationItem row = itemOf(TestDesk::elena());
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
        ConversationItem row = itemOf(TestDesk::marcus());
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
        ConversationItem row = itemOf(TestDesk::marcus());
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
        ConversationItem row = itemOf(TestDesk::elena());
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
};

FOREDECK_QT_TEST(RowTest)
#include "rowtest.moc"
