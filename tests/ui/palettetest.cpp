#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/ranking.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// What the palette finds for what is typed into it, and what Enter runs of that.
class PaletteTest : public QObject, protected WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeDesk();
        m_desk->fill();
    }
    void cleanup() { end(); }

    void enterRunsTheBestHit()
    {
        show({1024, 700});
        m_window->palette()->toggle();
        m_window->palette()->field()->setText(QStringLiteral("dark"));
        const PaletteModel *model = m_window->palette()->model();
        QCOMPARE(model->itemAt(model->nextChoice(-1, 1)).text, QStringLiteral("Appearance: dark"));
    }

    void whoSaysTheGroupFirstMeansWhatFollows()
    {
        show({1024, 700});
        m_window->palette()->toggle();
        const PaletteModel *model = m_window->palette()->model();
        for (const char *words : {"Go to outbox", "go to  Outbox"}) {
            m_window->palette()->field()->setText(QLatin1StringView(words));
            QCOMPARE(model->itemAt(model->nextChoice(-1, 1)).text, QStringLiteral("Outbox"));
        }
        QTest::keyClick(m_window->palette()->field(), Qt::Key_Return);
        m_desk->settle();
        QVERIFY(m_window->findChild<OutboxPage *>()->isVisible());
    }

    void thePaletteSaysThatNothingIsFound()
    {
        show({1024, 700});
        m_window->palette()->toggle();
        const auto *list = m_window->palette()->findChild<QListView *>();
        const auto says = [this](const QString &words) {
            const auto labels = m_window->palette()->findChildren<TextLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) { return !label->isHidden() && label->text() == words; });
        };
        m_window->palette()->field()->setText(QStringLiteral("qqqqzz"));
        QVERIFY(says(QStringLiteral("Nothing found for “qqqqzz”")));
        QVERIFY(list->isHidden());
        const auto labels = m_window->palette()->findChildren<TextLabel *>();
        const auto *nothing = *std::find_if(labels.begin(), labels.end(), [](const TextLabel *label) { return label->text().startsWith(QStringLiteral("Nothing found")); });
        QTRY_VERIFY2(nothing->x() >= 16 && nothing->x() < 32, "beside the border, as what is typed");
        keep(QStringLiteral("palette-nothing"));
        m_window->palette()->field()->setText(QStringLiteral("dark"));
        QVERIFY(!list->isHidden() && !says(QStringLiteral("Nothing found for “qqqqzz”")));
    }

    void whoIsFoundChangesNothingOfWhatEnterRuns()
    {
        show({1024, 700});
        CommandPalette *palette = m_window->palette();
        palette->toggle();
        palette->field()->setText(QStringLiteral("appearance"));
        m_desk->settle();
        const auto *list = palette->findChild<QListView *>();
        const auto chosen = [list] { return list->currentIndex().data().toString(); };
        int ran = 0;
        const auto arrive = [&](int people) {
            std::vector<PaletteFind> found;
            for (int i = 0; i < people; ++i)
                found.push_back({QString::number(i), QStringLiteral("Appearance Jones %1").arg(i), QStringLiteral("Casa Marisol"), [&ran] { ++ran; }});
            palette->model()->setPeople(std::move(found));
        };
        const QString best = chosen();
        QVERIFY(best.startsWith(QStringLiteral("Appearance: ")));
        arrive(2);
        QCOMPARE(chosen(), best);
        QTest::keyClick(palette->field(), Qt::Key_Down);
        const QString next = chosen();
        QVERIFY(next.startsWith(QStringLiteral("Appearance: ")) && next != best);
        arrive(3);
        QCOMPARE(chosen(), next);
        // A person who was chosen stays so, too; who is found no more does not.
        while (!chosen().endsWith(QStringLiteral("Jones 1")))
            QTest::keyClick(palette->field(), Qt::Key_Down);
        arrive(2);
        QCOMPARE(chosen(), QStringLiteral("Appearance Jones 1"));
        arrive(1);
        QCOMPARE(chosen(), best);
        // Other letters choose anew, and so does opening it.
        QTest::keyClick(palette->field(), Qt::Key_Down);
        palette->field()->setText(QStringLiteral("dark"));
        m_desk->settle();
        arrive(1);
        QCOMPARE(chosen(), QStringLiteral("Appearance: dark"));
        palette->toggle();
        palette->toggle();
        const QString first = chosen();
        QTest::keyClick(palette->field(), Qt::Key_Down);
        QVERIFY(chosen() != first);
        palette->toggle();
        palette->toggle();
        QCOMPARE(chosen(), first);
        QCOMPARE(ran, 0);
    }

    void wordsAreMetByTheirBeginnings_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<WordHit>("hit");
        QTest::newRow("scattered") << QStringLiteral("Mel") << QStringLiteral("Let go, for somebody else") << WordHit::None;
        QTest::newRow("inside a word") << QStringLiteral("body") << QStringLiteral("Let go, for somebody else") << WordHit::None;
        QTest::newRow("initials") << QStringLiteral("to") << QStringLiteral("Take over") << WordHit::None;
        QTest::newRow("a beginning") << QStringLiteral("vasq") << QStringLiteral("Elena Vásquez") << WordHit::Beginnings;
        QTest::newRow("two") << QStringLiteral("EL va") << QStringLiteral("Elena Vásquez") << WordHit::Beginnings;
        QTest::newRow("in another order") << QStringLiteral("va el") << QStringLiteral("Elena Vásquez") << WordHit::None;
        QTest::newRow("a later word") << QStringLiteral("tom") << QStringLiteral("Tommy Tom") << WordHit::Whole;
        QTest::newRow("a word and a half") << QStringLiteral("tom ba") << QStringLiteral("Tom Baker") << WordHit::Beginnings;
        QTest::newRow("all") << QStringLiteral(" tom  baker ") << QStringLiteral("Tom Baker") << WordHit::Whole;
    }
    void wordsAreMetByTheirBeginnings()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        QTEST(wordHit(query, text), "hit");
    }

    void whoeverIsTypedByNameIsWhoEnterOpens()
    {
        show({1024, 700});
        CommandPalette *palette = m_window->palette();
        QStringList ran;
        const auto add = [&](const char *id, const QString &text, const QString &synonyms) {
            m_window->commands().add({QLatin1StringView(id), CommandGroup::Conversation, text, QStringLiteral("people"), {}, synonyms, {}, [&ran, text] { ran << text; }});
        };
        add("test.let_go", QStringLiteral("Let it go: exempt"), {});
        add("test.tomar", QStringLiteral("Tomar el control"), QStringLiteral("quiteria"));
        const auto type = [&](const QString &words) {
            ran.clear();
            if (palette->isOpen())
                palette->toggle();
            palette->toggle();
            QTest::keyClicks(palette->field(), words);
        };
        const auto arrive = [&](const QStringList &names) {
            std::vector<PaletteFind> found;
            for (const QString &name : names)
                found.push_back({name, name, QStringLiteral("Casa Marisol"), [&ran, name] { ran << name; }});
            palette->model()->setPeople(std::move(found));
        };
        const auto enter = [&] {
            QTest::keyClick(palette->field(), Qt::Key_Return);
            return ran.join(QLatin1Char(','));
        };
        // Letters that are somewhere in a command run nothing before it is known whose name they begin.
        type(QStringLiteral("Xem"));
        QCOMPARE(enter(), QString());
        QVERIFY(palette->isOpen());
        arrive({QStringLiteral("Xemena Ott"), QStringLiteral("Xem")});
        for (int i = 0; i < palette->model()->rowCount(); ++i)
            QVERIFY(!palette->model()->itemAt(i).text.startsWith(QStringLiteral("Let it go: exempt")));
        QCOMPARE(enter(), QStringLiteral("Xem"));
        // Where there is nobody they still find it.
        type(QStringLiteral("Xem"));
        m_desk->settle();
        QVERIFY(enter().startsWith(QStringLiteral("Let it go: exempt")));
        // Nor does an act on what is open stand in for a name, though it begins like that.
        type(QStringLiteral("Tom"));
        QCOMPARE(enter(), QString());
        arrive({QStringLiteral("Tommy Lund"), QStringLiteral("Tom Baker")});
        QCOMPARE(enter(), QStringLiteral("Tom Baker"));
        type(QStringLiteral("Tom"));
        arrive({QStringLiteral("Tommy Lund")});
        QCOMPARE(enter(), QStringLiteral("Tomar el control"));
        // What only means the same stands below whoever is found.
        type(QStringLiteral("quite"));
        QCOMPARE(enter(), QString());
        arrive({QStringLiteral("Quiteria Paz")});
        QCOMPARE(enter(), QStringLiteral("Quiteria Paz"));
        // Who chooses with the arrows keeps that.
        type(QStringLiteral("Xem"));
        QTest::keyClick(palette->field(), Qt::Key_Down);
        arrive({QStringLiteral("Xem")});
        QVERIFY(enter().startsWith(QStringLiteral("Let it go: exempt")));
        // Who was found for other letters is not opened for these.
        type(QStringLiteral("Xe"));
        arrive({QStringLiteral("Xemena Ott")});
        QTest::keyClicks(palette->field(), QStringLiteral("m"));
        QCOMPARE(enter(), QString());
        m_desk->settle();
        palette->toggle();
    }
};

FOREDECK_QT_TEST(PaletteTest)
#include "palettetest.moc"
