#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/day/daybox.h"
#include "ui/pages/day/daypaper.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QPrinter>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;
using namespace std::chrono_literals;

/// The list of today: what stands on it, and that all of it comes onto paper.
class DayTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    DayBox *day() const { return m_window->day(); }
    void addTask(int n, std::chrono::minutes in, const std::string &text, int conversation, int client)
    {
        Task t;
        t.id = TaskId {test::idText(13, n)};
        t.client = test::clientId(client);
        t.conversation = test::conversationId(conversation);
        t.kind = TaskKind::CallBack;
        t.text = text;
        t.due = m_desk->store.clock.now() + in;
        t.createdAt = t.due - 2h;
        QVERIFY(m_desk->store.apply({test::entity("task", t)}).hasValue());
        m_desk->settle();
    }
    void ask()
    {
        trigger("desk.day");
        m_desk->settle();
    }
    static DayText textOf(int lines, const QString &name, const QString &what)
    {
        DayText text;
        text.title = QStringLiteral("Appointments and call-backs");
        text.asOf = QStringLiteral("As of now");
        DaySection section;
        section.business = QStringLiteral("Casa Marisol");
        section.day = QStringLiteral("Today");
        for (int i = 0; i < lines; ++i)
            section.tasks.push_back({QStringLiteral("14:30"), name, QStringLiteral("+1 305 555 0110"), {QStringLiteral("Call back"), what}, QStringLiteral("Nadia Brandt")});
        section.booked = section.tasks;
        text.sections = {section, section};
        return text;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        end();
    }

    /// A window of its own: over a lock, whoever comes past could save what the box stands for.
    void aDialogThatChoosesAFileGoesWithTheBox()
    {
        const auto dialogs = [] {
            const QWidgetList windows = QApplication::topLevelWidgets();
            return std::count_if(windows.begin(), windows.end(), [](const QWidget *one) { return one->isVisible() && qobject_cast<const QDialog *>(one); });
        };
        addTask(1, 30min, "Ask which berth", 2, 1);
        ask();
        QTRY_VERIFY(day()->saveButton()->isEnabled());
        day()->saveButton()->click();
        QTRY_COMPARE(dialogs(), 1);
        day()->close();
        QTRY_COMPARE(dialogs(), 0);
    }

    void whatIsDueStandsOnIt()
    {
        addTask(1, 30min, "Ask <b>which</b> berth", 2, 1);
        addTask(2, -26h, "", 1, 2);
        addTask(3, 40h, "Not today", 2, 1);
        ask();
        QTRY_VERIFY(day()->isOpen() && day()->paper());
        QCOMPARE(day()->text().lines(), 2);
        const QString all = day()->text().spoken();
        QVERIFY(all.contains(QStringLiteral("Elena")) && all.contains(QStringLiteral("Ask <b>which</b> berth")));
        QVERIFY(!all.contains(QStringLiteral("Not today")));
        QVERIFY(all.contains(QStringLiteral("America/New_York")));
        QVERIFY(all.contains(QStringLiteral("nobody yet")));
        keep(QStringLiteral("day-light"));
        m_themes.setAppearance(Appearance::Dark);
        m_desk->settle();
        keep(QStringLiteral("day-dark"));
        m_themes.setAppearance(Appearance::Light);
        // Of one business.
        const int marisol = day()->business()->findText(QStringLiteral("Casa Marisol"));
        QVERIFY(marisol > 0);
        day()->business()->setCurrentIndex(marisol);
        Q_EMIT day()->business()->activated(marisol);
        QTRY_COMPARE(day()->text().lines(), 1);
        day()->paperSize()->setCurrent(1);
        Q_EMIT day()->paperSize()->chosen(1);
        QCOMPARE(day()->paper()->paper().toSize(), QSize(612, 792));
        day()->paperSize()->setCurrent(0);
        Q_EMIT day()->paperSize()->chosen(0);
        QCOMPARE(day()->paper()->paper().toSize(), QSize(595, 842));
    }

    /// Nothing records when it is.
    void whoHasBookedStandsOnItInTheirOwnWords()
    {
        Lead elena = test::lead(2, "Elena Marchetti");
        elena.status = LeadStatus::AppointmentBooked;
        elena.qualification.timeline = "Saturday at noon";
        elena.version = 99;
        QVERIFY(m_desk->store.apply({test::entity("lead", elena)}).hasValue());
        m_desk->settle();
        ask();
        QTRY_VERIFY(day()->paper());
        QCOMPARE(day()->text().lines(), 1);
        QVERIFY(day()->text().sections.front().booked.front().when.isEmpty());
        QVERIFY(day()->text().spoken().contains(QStringLiteral("When, in the customer's words: Saturday at noon")));
    }

    void nothingIsSaid()
    {
        ask();
        QTRY_VERIFY(says(QStringLiteral("Nothing is to be done today")));
        QVERIFY(!day()->paper() && !day()->printButton()->isEnabled() && !day()->saveButton()->isEnabled());
        keep(QStringLiteral("day-empty"));
    }

    void withoutAWireItSaysOfWhenItIs()
    {
        addTask(1, 30min, "Ask which berth", 2, 1);
        SyncStatus sync = m_desk->ephemera.sync();
        sync.phase = SyncPhase::Offline;
        m_desk->ephemera.setSync(sync);
        ask();
        QTRY_VERIFY(day()->paper());
        QVERIFY(day()->text().asOf.contains(QStringLiteral("Offline")));
    }

    void allOfItComesOntoPaper_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("mirrored");
        const QString longName = QStringLiteral("Wolfeschlegelsteinhausenbergerdorff").repeated(6);
        QTest::newRow("short") << QStringLiteral("Elena Marchetti") << false;
        QTest::newRow("long") << longName << false;
        QTest::newRow("from right to left") << QStringLiteral("ليلى حداد") << true;
        QTest::newRow("long, mirrored") << longName << true;
    }
    void allOfItComesOntoPaper()
    {
        QFETCH(QString, name);
        QFETCH(bool, mirrored);
        const QString what = QStringLiteral("What was promised and has to be kept. ").repeated(14);
        for (const QSizeF size : {QSizeF(595, 842), QSizeF(612, 792)}) {
            const DayPaper paper(textOf(20, name, what), size, mirrored);
            QVERIFY(paper.pageCount() > 2);
            for (int page = 0; page < paper.pageCount(); ++page) {
                const std::vector<QRectF> rects = paper.textRects(page);
                QVERIFY(!rects.empty());
                const QRectF inside = QRectF({0, 0}, size).adjusted(36, 36, -36, -36);
                for (std::size_t i = 0; i < rects.size(); ++i) {
                    QVERIFY2(inside.contains(rects[i]), qPrintable(QStringLiteral("page %1, text %2").arg(page).arg(i)));
                    for (std::size_t j = 0; j < i; ++j)
                        QVERIFY2(!rects[i].adjusted(0.5, 0.5, -0.5, -0.5).intersects(rects[j].adjusted(0.5, 0.5, -0.5, -0.5)), qPrintable(QStringLiteral("page %1, texts %2 and %3").arg(page).arg(j).arg(i)));
                }
            }
        }
    }

    /// A text that is higher than a sheet, which none is, still ends.
    void whatIsHigherThanASheetGoesOn()
    {
        const DayPaper paper(textOf(1, QStringLiteral("Elena"), QStringLiteral("kept ").repeated(4000)), {595, 842}, false);
        QVERIFY(paper.pageCount() > 3);
        std::size_t lines = 0;
        for (int page = 0; page < paper.pageCount(); ++page)
            lines += paper.textRects(page).size();
        QVERIFY(lines > 4 * 200);
    }

    void itIsKeptAsAPdf()
    {
        addTask(1, 30min, "Ask which berth", 2, 1);
        ask();
        QTRY_VERIFY(day()->paper());
        QTemporaryDir folder;
        QSignalSpy saved {day(), &DayBox::saved};
        const QString path = folder.filePath(QStringLiteral("today.pdf"));
        day()->savePdf(path);
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(saved.front().front().toBool());
        QVERIFY(contentOf(path).startsWith("%PDF"));
        QVERIFY(says(QStringLiteral("Saved:")));
        day()->savePdf(folder.filePath(QStringLiteral("nowhere/today.pdf")));
        QTRY_COMPARE(saved.size(), 2);
        QVERIFY(!saved.back().front().toBool());
        QVERIFY(says(QStringLiteral("It could not be saved:")));
    }

    void itIsPrinted()
    {
        addTask(1, 30min, "Ask which berth", 2, 1);
        ask();
        QTRY_VERIFY(day()->paper());
        QTemporaryDir folder;
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(QStringLiteral("printed.pdf")));
        printer.setFullPage(true);
        day()->paintOn(printer);
        QVERIFY(says(QStringLiteral("It is with the printer.")));
        QVERIFY(contentOf(printer.outputFileName()).startsWith("%PDF"));
    }

    void theNextPersonFindsNothingOfIt()
    {
        addTask(1, 30min, "Ask which berth", 2, 1);
        ask();
        QTRY_VERIFY(day()->paper());
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->ephemera.setSession(SessionPhase::SignedIn, test::user(2));
        m_desk->settle();
        QVERIFY(!day()->isOpen() && !day()->paper());
        QCOMPARE(day()->text().lines(), 0);
    }
};

FOREDECK_QT_TEST(DayTest)
#include "daytest.moc"
