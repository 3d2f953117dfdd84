#include "tests/ui/looks.h"

#include "ui/theme/thememanager.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QTest>

namespace foredeck::ui {

void addLooks(const char *page)
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("mirrored");
    QTest::addRow("%s-light", page) << int(Appearance::Light) << QSize(1440, 900) << 100 << false;
    QTest::addRow("%s-dark", page) << int(Appearance::Dark) << QSize(1440, 900) << 100 << false;
    QTest::addRow("%s-contrast", page) << int(Appearance::HighContrast) << QSize(1440, 900) << 100 << false;
    QTest::addRow("%s-rtl", page) << int(Appearance::Light) << QSize(1440, 900) << 100 << true;
    QTest::addRow("%s-200", page) << int(Appearance::Light) << QSize(1440, 900) << 200 << false;
    QTest::addRow("%s-1024", page) << int(Appearance::Light) << QSize(1024, 768) << 100 << false;
    QTest::addRow("%s-1024-200", page) << int(Appearance::Light) << QSize(1024, 768) << 200 << false;
    QTest::addRow("%s-800", page) << int(Appearance::Light) << QSize(800, 600) << 100 << false;
}

QSize wearLook(ThemeManager &themes)
{
    QFETCH(int, appearance);
    QFETCH(QSize, size);
    QFETCH(int, percent);
    QFETCH(bool, mirrored);
    themes.setAppearance(static_cast<Appearance>(appearance));
    themes.setTextPercent(percent);
    QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    return size;
}

void takeLookOff(ThemeManager &themes)
{
    themes.setAppearance(Appearance::Light);
    themes.setTextPercent(100);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void verifyNothingIsCut(const QWidget *whole)
{
    for (const Button *one : whole->findChildren<Button *>()) {
        if (one->isVisible())
            QVERIFY2(one->width() >= one->minimumSizeHint().width() && one->height() >= one->sizeHint().height(), qPrintable(one->text()));
    }
    for (const TextLabel *label : whole->findChildren<TextLabel *>()) {
        if (label->isVisible())
            QVERIFY2(label->height() >= (label->hasHeightForWidth() ? label->heightForWidth(label->width()) : label->minimumSizeHint().height()), qPrintable(label->text()));
    }
    for (const FlowRow *row : whole->findChildren<FlowRow *>())
        QVERIFY(!row->isVisible() || row->height() >= row->heightForWidth(row->width()));
}

} // namespace foredeck::ui
