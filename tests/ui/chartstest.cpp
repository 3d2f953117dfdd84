#include "tests/qt/testclasses.h"
#include "ui/pages/dashboard/chartpane.h"
#include "ui/pages/dashboard/figurestrip.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/textlabel.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace foredeck::ui;

/// How the parts of the dashboard stand.
class ChartsTest : public QObject {
    Q_OBJECT

private:
    ThemeManager m_themes;

private Q_SLOTS:
    /// Whatever the width, no figure stands alone below the others, and each line reaches as far.
    void figuresFillTheirLines()
    {
        std::vector<FigureWords> figures;
        for (const char *label : {"leads", "hot", "warm", "cold", "without score", "qualified", "marked as booked", "active chats", "of these yours", "with no owner", "waiting for a person", "escalations pending"}) {
            FigureWords one;
            one.figure = static_cast<Figure>(figures.size());
            one.value = QStringLiteral("1");
            one.label = QString::fromLatin1(label);
            figures.push_back(one);
        }
        FigureStrip strip;
        strip.show(figures);
        static_cast<QWidget &>(strip).show();
        for (const int width : {2400, 1240, 1000, 800, 500, 300}) {
            strip.resize(width, 600);
            QTRY_COMPARE(strip.width(), width);
            std::map<int, int> lines;
            int end = 0;
            for (const FigureTile *tile : strip.findChildren<FigureTile *>()) {
                ++lines[tile->y()];
                QVERIFY2(tile->width() >= tile->sizeHint().width(), qPrintable(tile->text()));
                end = std::max(end, tile->geometry().right());
            }
            for (const auto &[y, count] : lines)
                QCOMPARE(count, lines.begin()->second);
            QVERIFY(end < width);
        }
    }

    void whatAChartShowsStandsUnderItsTitle()
    {
        ChartWords words;
        words.title = QStringLiteral("WhatsApp brings 67 %");
        words.subtitle = QStringLiteral("New leads by channel");
        ChartPane pane(BarChart::Kind::Rows, QStringLiteral("Leads by channel"));
        pane.show(words);
        pane.resize(500, 400);
        static_cast<QWidget &>(pane).show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        const auto labels = pane.findChildren<TextLabel *>();
        const auto at = [&](const QString &text) {
            const auto found = std::find_if(labels.begin(), labels.end(), [&](const TextLabel *one) { return one->text() == text; });
            return found == labels.end() ? QRect() : QRect((*found)->mapTo(&pane, QPoint()), (*found)->size());
        };
        QVERIFY(at(words.title).isValid() && at(words.subtitle).isValid());
        QCOMPARE(at(words.subtitle).top(), at(words.title).bottom() + 1);
        QCOMPARE(at(words.title).height(), themeOf(&pane).line(Step::Reading));
    }
};

FOREDECK_QT_TEST(ChartsTest)
#include "chartstest.moc"
