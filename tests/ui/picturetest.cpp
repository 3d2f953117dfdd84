#include "tests/qt/testclasses.h"
#include "tests/ui/fakeinbox.h"
#include "tests/ui/guard.h"
#include "ui/delegates/rowpainter.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpanes.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/frame.h"
#include "ui/shell/navigation.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace foredeck::ui;

/// Draws the inbox in each theme, direction and size. With FOREDECK_PICTURES set the pictures are kept there, to be laid
/// beside the targets; the test itself holds what can be said without eyes.
class PictureTest : public QObject {
    Q_OBJECT

private:
    ThemeManager m_themes;

    static void settle()
    {
        for (int i = 0; i < 4; ++i)
            QApplication::processEvents();
    }

    static void keep(const QString &name, const QImage &image)
    {
        const QString folder = qEnvironmentVariable("FOREDECK_PICTURES");
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            QVERIFY(image.save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
        }
    }

    static QImage draw(FakeInbox &inbox, QSize size, qreal ratio = 1)
    {
        Frame *frame = inbox.frame();
        frame->resize(size);
        frame->show();
        inbox.panes()->thread()->composer()->edit()->setFocus();
        settle();
        QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::magenta);
        frame->render(&image);
        return image;
    }

    /// A widget that forgot to paint leaves the magenta it was filled with.
    static void holdsNoHole(const QImage &image)
    {
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3)
                QVERIFY2(image.pixelColor(x, y) != QColor(Qt::magenta), qPrintable(QStringLiteral("%1,%2").arg(x).arg(y)));
        }
    }

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void whatIsSelectedInAnEditorIsSeen()
    {
        for (const Appearance appearance : {Appearance::Light, Appearance::Dark, Appearance::HighContrast}) {
            m_themes.setAppearance(appearance);
            for (QWidget *editor : {static_cast<QWidget *>(new QLineEdit), static_cast<QWidget *>(new QPlainTextEdit)}) {
                const std::unique_ptr<QWidget> owner(editor);
                editor->ensurePolished(); // what a class wears comes with it
                const QPalette palette = editor->palette();
                QVERIFY(contrastRatio(palette.color(QPalette::Active, QPalette::Highlight), palette.color(QPalette::Active, QPalette::Base)) >= 3);
                QVERIFY(contrastRatio(palette.color(QPalette::Active, QPalette::Highlight), palette.color(QPalette::Active, QPalette::HighlightedText)) >= 4.5);
            }
        }
    }

    /// One that stays open while the theme changes wears the new one's, those inside of a spin box and a combo box too.
    void whatIsSelectedInAnEditorThatStaysOpenIsSeen()
    {
        QWidget form;
        const auto *line = new QLineEdit(&form);
        const auto *number = new QAbstractSpinBox(&form);
        auto *choice = new QComboBox(&form);
        choice->setEditable(true);
        const auto *text = new QPlainTextEdit(&form);
        const QWidget *const writing[] {line, number->findChild<QLineEdit *>(), choice->lineEdit(), text};
        for (const QWidget *editor : writing)
            editor->ensurePolished();
        for (const Appearance appearance : {Appearance::Dark, Appearance::HighContrast, Appearance::Light}) {
            m_themes.setAppearance(appearance);
            settle();
            for (const QWidget *editor : writing) {
                const QPalette palette = editor->palette();
                QCOMPARE(palette.color(QPalette::Active, QPalette::Highlight), m_themes.theme().editorPalette().color(QPalette::Active, QPalette::Highlight));
                QVERIFY(contrastRatio(palette.color(QPalette::Active, QPalette::Highlight), palette.color(QPalette::Active, QPalette::Base)) >= 3);
                QVERIFY(contrastRatio(palette.color(QPalette::Active, QPalette::Highlight), palette.color(QPalette::Active, QPalette::HighlightedText)) >= 4.5);
            }
        }
    }

    /// A choice of one's own comes before the desktop's word, and more contrast before dark.
    void theDesktopsWordIsFollowedWhereNothingIsChosen()
    {
        ThemeManager themes;
        themes.setSystemDark(true);
        QVERIFY(!themes.theme().highContrast());
        themes.setSystemContrast(true);
        QVERIFY(themes.theme().highContrast());
        themes.setAppearance(Appearance::Light);
        QVERIFY(!themes.theme().highContrast());
        themes.setAppearance(Appearance::System);
        QVERIFY(themes.theme().highContrast());
        themes.setSystemContrast(false);
        QVERIFY(!themes.theme().highContrast());
    }

    /// What a tint marks elsewhere has an outline: a row, a place of the navigation, an entry of a menu, a chip.
    void inHighContrastWhatIsChosenHasAnEdge()
    {
        m_themes.setAppearance(Appearance::HighContrast);
        const Theme theme = m_themes.theme();
        const QColor edge = theme.color(Color::LineStrong);
        QVERIFY(contrastRatio(edge, theme.color(Color::Surface)) >= 3);
        for (const bool isFocused : {true, false}) {
            foredeck::ConversationItem item;
            RowState state;
            state.current = true;
            state.listFocused = isFocused;
            QImage image(400, conversationRowHeight(theme), QImage::Format_RGB32);
            image.fill(theme.color(Color::Surface));
            QPainter painter(&image);
            paintConversationRow(painter, image.rect(), rowView(item, {}), state, theme, Qt::LeftToRight);
            painter.end();
            QCOMPARE(image.pixelColor(200, 0), edge);
            QCOMPARE(image.pixelColor(200, image.height() - 1), edge);
            QCOMPARE(image.pixelColor(399, image.height() / 2), edge);
        }
        QStyleOptionMenuItem entry;
        entry.rect = QRect(0, 0, 200, 28);
        entry.state = QStyle::State_Enabled | QStyle::State_Selected;
        QImage menu(200, 28, QImage::Format_RGB32);
        menu.fill(theme.color(Color::Raised));
        QPainter painter(&menu);
        paintMenuItem(painter, theme, entry);
        painter.end();
        QCOMPARE(menu.pixelColor(100, 0), edge);
        Chip chip(QStringLiteral("You"));
        chip.resize(chip.sizeHint());
        QCOMPARE(chip.grab().toImage().pixelColor(chip.width() / 2, 0), edge);
        NavEntry place(NavEntry::Kind::Place, QStringLiteral("inbox"), QStringLiteral("Inbox"));
        place.setChecked(true);
        place.resize(place.sizeHint());
        QCOMPARE(place.grab().toImage().pixelColor(place.width() / 2, 0), edge);
        m_themes.setAppearance(Appearance::Light);
    }

    /// A label that wraps, as what stands beside it does, is no higher than one that does not.
    void aLineStandsAsHighWhetherItWrapsOrNot()
    {
        const auto top = [](TextLabel &label) {
            label.resize(200, label.sizeHint().height());
            const QImage image = label.grab().toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).lightness() < 128)
                        return y;
                }
            }
            return -1;
        };
        for (const int percent : {100, 125, 150, 200}) {
            m_themes.setTextPercent(percent);
            for (const Step step : {Step::Caption, Step::Small, Step::Body, Step::Reading, Step::Title}) {
                TextLabel line(QStringLiteral("EH"), step, Color::Text);
                TextLabel wrapping(QStringLiteral("EH"), step, Color::Text);
                wrapping.setWrapping(true);
                QCOMPARE(top(wrapping), top(line));
            }
        }
        m_themes.setTextPercent(100);
    }

    void inEveryTheme_data()
    {
        QTest::addColumn<int>("appearance");
        QTest::newRow("inbox-light") << int(Appearance::Light);
        QTest::newRow("inbox-dark") << int(Appearance::Dark);
        QTest::newRow("inbox-contrast") << int(Appearance::HighContrast);
    }
    void inEveryTheme()
    {
        QFETCH(int, appearance);
        m_themes.setAppearance(static_cast<Appearance>(appearance));
        FakeInbox inbox;
        const QImage image = draw(inbox, {1440, 900});
        keep(QString::fromLatin1(QTest::currentDataTag()), image);
        holdsNoHole(image);
        m_themes.setAppearance(Appearance::Light);
    }
    void atTwoTimes()
    {
        FakeInbox inbox;
        const QImage image = draw(inbox, {1440, 900}, 2);
        QCOMPARE(image.size(), QSize(2880, 1800));
        keep(QStringLiteral("inbox-light@2x"), image);
        holdsNoHole(image);
    }
    void narrow()
    {
        FakeInbox inbox;
        const QImage image = draw(inbox, {1024, 768});
        keep(QStringLiteral("inbox-compact-1024"), image);
        holdsNoHole(image);
    }
    void rightToLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        FakeInbox inbox(true);
        const QImage image = draw(inbox, {1440, 900});
        keep(QStringLiteral("inbox-rtl"), image);
        holdsNoHole(image);
        // Where one begins to write there is the room of the start, not of the scroll bar.
        const QWidget *edit = inbox.panes()->thread()->composer()->edit();
        QVERIFY(edit->parentWidget()->width() - edit->geometry().right() - 1 > edit->geometry().left());
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }
    /// With check boxes the words begin behind them, once, whether there is an avatar or not.
    void wordsBeginBehindTheCheckBox()
    {
        for (const int percent : {100, 200}) {
            m_themes.setTextPercent(percent);
            const Theme theme = m_themes.theme();
            foredeck::ConversationItem item;
            item.name = QStringLiteral("HHHH");
            RowState state;
            state.picking = true;
            QImage image(600, conversationRowHeight(theme), QImage::Format_RGB32);
            image.fill(theme.color(Color::Surface));
            QPainter painter(&image);
            RowContext context;
            paintConversationRow(painter, image.rect(), rowView(item, context), state, theme, Qt::LeftToRight);
            painter.end();
            const int from = conversationBoxWidth(theme);
            bool hasInk = false;
            for (int x = from; x < from + theme.grown(8); ++x) {
                for (int y = 0; y < image.height() / 3; ++y)
                    hasInk = hasInk || image.pixelColor(x, y) != theme.color(Color::Surface);
            }
            QVERIFY2(hasInk, qPrintable(QString::number(percent)));
        }
        m_themes.setTextPercent(100);
    }

    void whatStandsInAPaneLeavesItsLineFree()
    {
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            Pane pane(Color::Surface, Pane::Start);
            pane.setLayoutDirection(direction);
            auto *column = new QVBoxLayout(&pane);
            column->setContentsMargins(0, 0, 0, 0);
            column->addWidget(new Pane(Color::Sunken));
            pane.resize(20, 20);
            const QImage image = pane.grab().toImage();
            const bool mirrored = direction == Qt::RightToLeft;
            QCOMPARE(image.pixelColor(mirrored ? 19 : 0, 10), themeOf(&pane).color(Color::Line));
            QCOMPARE(image.pixelColor(mirrored ? 0 : 19, 10), themeOf(&pane).color(Color::Sunken));
        }
    }

    void largeText()
    {
        m_themes.setTextPercent(200);
        FakeInbox inbox;
        const QImage image = draw(inbox, {1440, 900});
        keep(QStringLiteral("inbox-200"), image);
        m_themes.setTextPercent(100);
        holdsNoHole(image);
    }
};

FOREDECK_QT_TEST(PictureTest)
#include "picturetest.moc"
