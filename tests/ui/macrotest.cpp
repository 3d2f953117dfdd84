#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/macrochoice.h"
#include "ui/pages/inbox/macropopup.h"
#include "ui/shell/commandregistry.h"

#include <QApplication>
#include <QListView>
#include <QSignalSpy>

#include <chrono>
#include <functional>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

/// What a slash offers in the composer, and what of it reaches a customer.
class MacroTest final : public QObject, private WindowFixture {
    Q_OBJECT

private:
    static Macro macro(int n, const std::string &name, const std::string &text)
    {
        Macro one;
        one.id = MacroId {idText(15, n)};
        one.client = clientId(1);
        one.name = name;
        one.text = text;
        return one;
    }
    void fillMacros()
    {
        QVERIFY(m_desk->store
                    .apply({entity("macro", macro(1, "directions", "Hello {{lead.first_name}}, we are at {{business.name}}.\nSee you soon.")),
                        entity("macro", macro(2, "write me", "I write to {{lead.email}} now.")), entity("macro", macro(3, "hours", "Reception is staffed day and night."))})
                    .hasValue());
        m_desk->settle();
    }
    ComposerEdit *edit() const { return composer()->edit(); }
    MacroPopup *popup() const { return composer()->macros(); }
    void type(const QString &words) { QTest::keyClicks(edit(), words); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(edit(), key, modifiers); }
    QStringList offered() const { return WindowFixture::offered(*popup()); }
    QString reason(const char *id) const { return m_window->commands().reason(QLatin1StringView(id)); }
    std::int64_t m_version = 100;
    std::size_t replies()
    {
        const auto ops = m_desk->store.outbox();
        return std::size_t(std::count_if(ops.begin(), ops.end(), [](const Op &op) { return op.kind == OpKind::Reply; }));
    }

private Q_SLOTS:
    void init()
    {
        makeAndShow();
        fillMacros();
        open(TestDesk::elena());
        edit()->setFocus();
    }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        m_themes.setTextPercent(100);
        end();
    }

    void aSlashAsksWhereALineBegins()
    {
        QVERIFY(slashWords(QStringLiteral("/")));
        QCOMPARE(slashWords(QStringLiteral("  /dir"))->slash, 2);
        QCOMPARE(slashWords(QStringLiteral("/two words"))->query, QStringLiteral("two words"));
        QVERIFY(!slashWords(QString()));
        QVERIFY(!slashWords(QStringLiteral("and/or")));
        QVERIFY(!slashWords(QStringLiteral("Hello /dir")));
        QVERIFY(!slashWords(QStringLiteral("/ alone")));
        QVERIFY(!slashWords(QStringLiteral("/home/somebody")));
        QVERIFY(!slashWords(QLatin1Char('/') + QString(60, QLatin1Char('x'))));
    }

    void theBestNameComesFirstThenWhatTheTextsSay()
    {
        const std::vector<Macro> all {macro(1, "late arrival", "Ring the bell."), macro(2, "cómo llegar", "Estamos en Coral Row."), macro(3, "bell", "x")};
        const auto names = [&](const QString &query) {
            QStringList list;
            for (const MacroChoice &choice : macrosFor(query, all))
                list << QString::fromStdString(choice.macro.name);
            return list;
        };
        QCOMPARE(names(QString()), (QStringList {QStringLiteral("late arrival"), QStringLiteral("cómo llegar"), QStringLiteral("bell")}));
        QCOMPARE(names(QStringLiteral("bell")), (QStringList {QStringLiteral("bell"), QStringLiteral("late arrival")}));
        QCOMPARE(names(QStringLiteral("COMO")), QStringList {QStringLiteral("cómo llegar")});
        QCOMPARE(names(QStringLiteral("lari")), QStringList {QStringLiteral("late arrival")});
        QVERIFY(names(QStringLiteral("zz")).isEmpty());
    }

    void variablesAreFoundWhereTheyStandInTheText()
    {
        const auto spots = variablesIn(QStringLiteral("¡Olé 👍 {{lead.name}}! {{x}}"));
        QCOMPARE(spots.size(), 2u);
        QCOMPARE(spots[0].from, 8);
        QCOMPARE(spots[0].size, 13);
        QCOMPARE(spots[1].words, QStringLiteral("{{x}}"));
        QVERIFY(variablesIn(QStringLiteral("{ } {{}} plain")).empty());
        QCOMPARE(macroVariables().size(), EnumNames<MacroVariable>::names.size());
        for (const MacroVariable variable : macroVariables())
            QVERIFY(!variableWord(variable).isEmpty() && sampleValues().contains(variable));
    }

    void whatIsTypedToFindOneIsNotSent()
    {
        type(QStringLiteral("/dir"));
        QTRY_COMPARE(offered(), QStringList {QStringLiteral("directions")});
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(replies(), std::size_t(0));
        QVERIFY2(popup()->isOpen() && says(QStringLiteral("choose a macro or leave the list")), "and it is said why");
        QCOMPARE(typed(), QStringLiteral("/dir"));
        // Whoever leaves the list means what is written.
        press(Qt::Key_Escape);
        QVERIFY(reason("conversation.send").isEmpty());
        press(Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(replies(), std::size_t(1));
    }

    void aFewLettersAndEnterPutTheTextInFilledIn()
    {
        type(QStringLiteral("/"));
        QTRY_COMPARE(offered(), (QStringList {QStringLiteral("directions"), QStringLiteral("hours"), QStringLiteral("write me")}));
        QVERIFY(m_window->rect().contains(popup()->geometry()));
        QVERIFY(popup()->accessibleName().startsWith(QStringLiteral("directions, 1 of 3. Hello Elena")));
        keep(QStringLiteral("macros-light"));
        type(QStringLiteral("dir"));
        QCOMPARE(offered(), QStringList {QStringLiteral("directions")});
        press(Qt::Key_Return);
        QVERIFY(!popup()->isOpen());
        QCOMPARE(typed(), QStringLiteral("Hello Elena, we are at Casa Marisol.\nSee you soon."));
        QVERIFY(edit()->textCursor().atEnd() && edit()->hasFocus());
        QVERIFY(reason("conversation.send").isEmpty());
        // It is typed text like any other: the journal has it.
        m_window->inbox()->flush();
        m_desk->settle();
        QCOMPARE(m_desk->store.read([](CacheReader &reader) { return reader.draft(TestDesk::elena()); }).value().reply, typed().toStdString());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(typed(), QStringLiteral("/dir"));
    }

    void theArrowsChooseAndTabTakes()
    {
        type(QStringLiteral("Good evening."));
        press(Qt::Key_Return);
        type(QStringLiteral("/"));
        QTRY_COMPARE(offered().size(), 3);
        press(Qt::Key_Down);
        QCOMPARE(popup()->list()->currentIndex().row(), 1);
        QVERIFY(popup()->accessibleName().startsWith(QStringLiteral("hours, 2 of 3")));
        press(Qt::Key_Up);
        press(Qt::Key_Up);
        QCOMPARE(popup()->list()->currentIndex().row(), 2); // round
        press(Qt::Key_Up);
        press(Qt::Key_Tab);
        QCOMPARE(typed(), QStringLiteral("Good evening.\nReception is staffed day and night."));
        QVERIFY(edit()->hasFocus());
    }

    void whatWasChosenStaysSoWhileTheClientChanges()
    {
        type(QStringLiteral("/"));
        QTRY_COMPARE(offered().size(), 3);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QCOMPARE(popup()->list()->currentIndex().data().toString(), QStringLiteral("write me"));
        QSignalSpy reset {popup()->list()->model(), &QAbstractItemModel::modelReset};
        ClientSettings settings;
        settings.client = clientId(1);
        settings.contact = "+1 305 555 0199";
        settings.version = 2;
        QVERIFY(m_desk->store.apply({entity("settings", settings)}).hasValue());
        m_desk->settle();
        QCOMPARE(reset.size(), 0); // none of them is another
        QCOMPARE(popup()->list()->currentIndex().row(), 2);
        Macro later = macro(1, "directions", "Turn left at the sign.");
        later.version = 2;
        QVERIFY(m_desk->store.apply({entity("macro", later)}).hasValue());
        m_desk->settle();
        QTRY_COMPARE(reset.size(), 1);
        press(Qt::Key_Return);
        QCOMPARE(typed(), QStringLiteral("I write to {{lead.email}} now."));
    }

    void escapeKeepsWhatIsTypedAndAClickTakes()
    {
        type(QStringLiteral("/h"));
        QTRY_VERIFY(popup()->isOpen());
        press(Qt::Key_Escape);
        QVERIFY(!popup()->isOpen() && edit()->hasFocus());
        QCOMPARE(typed(), QStringLiteral("/h"));
        type(QStringLiteral("o"));
        QVERIFY(!popup()->isOpen()); // it was left
        press(Qt::Key_Return);
        QCOMPARE(typed(), QStringLiteral("/ho\n"));
        type(QStringLiteral("/ho"));
        QTRY_COMPARE(offered().value(0), QStringLiteral("hours"));
        QTest::mouseClick(popup()->list()->viewport(), Qt::LeftButton, {}, popup()->list()->visualRect(popup()->list()->model()->index(0, 0)).center());
        QCOMPARE(typed(), QStringLiteral("/ho\nReception is staffed day and night."));
        QVERIFY(edit()->hasFocus());
    }

    void whatHasNoValueIsMarkedAndNothingIsSentUntilItIsFilledIn()
    {
        type(QStringLiteral("/write"));
        QTRY_VERIFY(popup()->isOpen());
        press(Qt::Key_Return);
        QCOMPARE(typed(), QStringLiteral("I write to {{lead.email}} now."));
        QCOMPARE(edit()->textCursor().selectedText(), QStringLiteral("{{lead.email}}"));
        QCOMPARE(edit()->extraSelections().size(), 1);
        QVERIFY(says(QStringLiteral("Fill in or remove")));
        QVERIFY(reason("conversation.send").contains(QStringLiteral("{{lead.email}}")));
        keep(QStringLiteral("macros-unfilled-light"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(says(QStringLiteral("Not sent, and kept")));
        QCOMPARE(replies(), std::size_t(0));
        type(QStringLiteral("elena@example.com")); // what is chosen is filled in by typing
        QCOMPARE(typed(), QStringLiteral("I write to elena@example.com now."));
        QVERIFY(edit()->extraSelections().isEmpty() && reason("conversation.send").isEmpty());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(replies(), std::size_t(1));
    }

    void aNoteTakesThemToo()
    {
        composer()->setKind(CompositionKind::Note);
        edit()->setFocus();
        type(QStringLiteral("/hou"));
        QTRY_VERIFY(popup()->isOpen());
        press(Qt::Key_Return);
        QCOMPARE(composer()->text(CompositionKind::Note), QStringLiteral("Reception is staffed day and night."));
        QVERIFY(typed().isEmpty());
    }

    void theCommandBeginsALineOfItsOwn()
    {
        type(QStringLiteral("Hello."));
        QVERIFY(reason("conversation.macro").isEmpty());
        m_window->commands().action(QStringLiteral("conversation.macro"))->trigger();
        QTRY_COMPARE(offered().size(), 3);
        QCOMPARE(typed(), QStringLiteral("Hello.\n/"));
        press(Qt::Key_Escape);
        open(TestDesk::marcus()); // of another business, which has none
        QTRY_VERIFY(reason("conversation.macro").contains(QStringLiteral("no macros")));
    }

    void whyNoneCanBeInsertedIsSaidAsItIs()
    {
        const auto put = [this](const std::function<void(Conversation &)> &with) {
            Conversation c = conversation(2);
            c.owner = {OwnerKind::User, userId(1), "Nadia Brandt"};
            c.lastPosition = c.lastPublicPosition = 7;
            c.lastAt = m_desk->store.clock.now();
            c.version = ++m_version;
            with(c);
            QVERIFY(m_desk->store.apply({entity("conversation", c)}).hasValue());
            list()->setFocus();
            m_desk->settle();
        };
        QTRY_VERIFY(reason("conversation.macro").isEmpty());
        put([](Conversation &c) { c.status = ConversationStatus::Ended; });
        QTRY_VERIFY2(reason("conversation.macro").contains(QStringLiteral("reopen it first")), qPrintable(reason("conversation.macro")));
        put([this](Conversation &c) { c.replyWindowUntil = m_desk->store.clock.now() - std::chrono::hours {1}; });
        QTRY_VERIFY2(reason("conversation.macro").contains(QStringLiteral("window is closed")), qPrintable(reason("conversation.macro")));
    }

    void aTextThatIsShownAnewOpensNothing()
    {
        type(QStringLiteral("/dir"));
        QTRY_VERIFY(popup()->isOpen());
        open(conversationId(7)); // of the same business
        QVERIFY(!popup()->isOpen());
        open(TestDesk::elena());
        QTRY_COMPARE(typed(), QStringLiteral("/dir"));
        edit()->setFocus();
        QTRY_VERIFY(reason("conversation.macro").isEmpty()); // they are read
        QVERIFY(!popup()->isOpen());
        composer()->setText(CompositionKind::Reply, QStringLiteral("/hou")); // as the journal tells what another device wrote
        QVERIFY(!popup()->isOpen());
        type(QStringLiteral("r"));
        QVERIFY(popup()->isOpen());
    }

    void theNextConversationOfABusinessHasItsMacrosAtOnce()
    {
        QTRY_VERIFY(popup()->hasMacros());
        inbox()->open(conversationId(7));
        QVERIFY(popup()->hasMacros());
        open(TestDesk::marcus()); // of another one, which has none
        QTRY_VERIFY(!popup()->hasMacros());
    }

    void aSlashThatIsTypedBeforeTheyAreReadOpensThemThen()
    {
        popup()->setMacros({});
        type(QStringLiteral("/"));
        QVERIFY(!popup()->isOpen());
        popup()->setMacros({macro(3, "hours", "Reception is staffed day and night.")});
        QCOMPARE(offered(), QStringList {QStringLiteral("hours")});
        press(Qt::Key_Escape);
        popup()->setMacros({macro(3, "hours", "Always.")});
        QVERIFY(!popup()->isOpen()); // it was left
    }

    void theLineThatIsTypedIsNeverCovered()
    {
        std::vector<Entity> more;
        for (int n = 4; n < 10; ++n)
            more.push_back(entity("macro", macro(n, "one more " + std::to_string(n), "Text.")));
        QVERIFY(m_desk->store.apply(more).hasValue());
        m_themes.setTextPercent(200);
        m_window->resize(1440, 640);
        m_desk->settle();
        for (int line = 0; line < 4; ++line) {
            type(QStringLiteral("x"));
            press(Qt::Key_Return);
        }
        type(QStringLiteral("/"));
        QTRY_VERIFY(popup()->isOpen());
        m_desk->settle();
        const QRect caret = edit()->cursorRect();
        const QRect line(edit()->viewport()->mapTo(m_window.get(), caret.topLeft()), caret.size());
        QVERIFY(!popup()->geometry().intersects(line));
        QVERIFY(m_window->rect().contains(popup()->geometry()));
        keep(QStringLiteral("macros-large"));
    }

    void whatIsReadWhileTheListIsOpenIsFilledIn()
    {
        type(QStringLiteral("/write"));
        QTRY_VERIFY(popup()->isOpen());
        popup()->setValues([] { return MacroValues {{MacroVariable::LeadEmail, "elena@example.com"}}; });
        press(Qt::Key_Return);
        QCOMPARE(typed(), QStringLiteral("I write to elena@example.com now."));
    }

    void fromRightToLeftItStaysInTheWindow()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_desk->settle();
        type(QStringLiteral("/"));
        QTRY_VERIFY(popup()->isOpen());
        QVERIFY(m_window->rect().contains(popup()->geometry()));
        keep(QStringLiteral("macros-rtl"));
    }
};

FOREDECK_QT_TEST(MacroTest)
#include "macrotest.moc"
