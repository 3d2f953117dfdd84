#include "tests/ui/guard.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/weekeditor.h"

#include <QApplication>
#include <QTest>
#include <QTimeEdit>

using namespace foredeck;
using namespace foredeck::ui;

/// Fields that people type in: what is typed is what stands, and nothing of it is lost on the way to the server.
class FormsTest : public QObject {
    Q_OBJECT

private:
    ThemeManager m_themes;

private Q_SLOTS:
    void init() { failOnWarnings(); }
    void tabGoesFromOneTimeToTheNext()
    {
        WeekEditor editor;
        OpeningHours hours;
        hours.week[0] = {{9 * 60, 17 * 60}};
        editor.setHours(hours);
        editor.show();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        const QList<QTimeEdit *> times = editor.findChildren<QTimeEdit *>();
        times[0]->setFocus();
        QTest::keyClick(times[0], Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(times[0], QStringLiteral("0730"));
        QTest::keyClick(times[0], Qt::Key_Tab);
        QVERIFY(times[1]->hasFocus());
        QTest::keyClicks(times[1], QStringLiteral("19"));
        QTest::keyClick(times[1], Qt::Key_Backtab);
        QVERIFY(times[0]->hasFocus());
        QCOMPARE(editor.hours().week[0], (std::vector<OpenWindow> {{7 * 60 + 30, 19 * 60}}));
    }
};

QTEST_MAIN(FormsTest)
#include "formstest.moc"
