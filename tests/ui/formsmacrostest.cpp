#include "net/codec/domaincodec.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/formsfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/settings/macrossection.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// Settings › Macros: the list, a new one, a change, what is refused, what is deleted.
class FormsMacrosTest : public QObject, protected FormsFixture {
    Q_OBJECT

private:
    static Macro macro(int n, const std::string &name, const std::string &text, std::int64_t version = 1)
    {
        Macro one;
        one.id = MacroId {test::idText(15, n)};
        one.client = test::clientId(1);
        one.name = name;
        one.text = text;
        one.version = version;
        return one;
    }
    MacrosSection *show(bool withMacros = true)
    {
        auto *section = FormsFixture::show<MacrosSection>(QStringLiteral("macros"));
        if (withMacros)
            put({macro(1, "directions", "Hello {{lead.first_name}}."), macro(2, "hours", "Day and night.")});
        return section;
    }
    void put(const std::vector<Macro> &macros)
    {
        std::vector<Entity> entities;
        for (const Macro &one : macros)
            entities.push_back(test::entity("macro", one));
        QVERIFY(m_desk->store.apply(entities).hasValue());
        m_desk->settle();
    }
    static LineEdit *name(const QWidget *in) { return field(in, QStringLiteral("Short name")); }
    static QPlainTextEdit *text(const QWidget *in) { return in->findChild<QPlainTextEdit *>(); }

private Q_SLOTS:
    void cleanup() { end(); }

    void theFirstOneIsShownAsItReadsWithValues()
    {
        auto *section = show();
        QCOMPARE(section->macros().rowCount(), 2);
        QCOMPARE(name(section)->text(), QStringLiteral("directions"));
        QVERIFY(says(section, QStringLiteral("Hello Elena.")));
        QVERIFY(!section->isDirty() && !button(section, QStringLiteral("Save"))->isEnabled());
        choose(section, 1);
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Day and night."));
        keep(QStringLiteral("settings-macros-light"));
    }

    void aNewOneGoesToTheServerAndStandsInTheList()
    {
        auto *section = show(false);
        QVERIFY(says(section, QStringLiteral("No macro yet")));
        press(button(section, QStringLiteral("New macro")));
        QVERIFY(name(section)->hasFocus());
        QTest::keyClicks(name(section), QStringLiteral(" /late arrival"));
        text(section)->setPlainText(QStringLiteral("Ring the bell, {{lead.first_name}}."));
        QVERIFY(section->isDirty());
        press(button(section, QStringLiteral("Save")));
        const Op op = waiting();
        QCOMPARE(op.kind, OpKind::MacroCreate);
        QCOMPARE(op.body, std::string(R"({"name":"late arrival","text":"Ring the bell, {{lead.first_name}}."})"));
        QVERIFY(says(section, QStringLiteral("Saved here")));
        QVERIFY(!section->isDirty());
        QTRY_COMPARE(section->macros().rowCount(), 1);
        Macro made = macro(9, "late arrival", "Ring the bell, {{lead.first_name}}.");
        made.id = MacroId {op.id.value};
        QCOMPARE(answer(201), op.id);
        Entity event = test::entity("macro", made);
        event.op = op.id;
        QVERIFY(m_desk->store.apply({event}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(says(section, QStringLiteral("Saved")) && !says(section, QStringLiteral("Saved here")));
        QVERIFY(!button(section, QStringLiteral("Save"))->isEnabled());
        QTest::keyClicks(name(section), QStringLiteral("s"));
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().kind, OpKind::MacroUpdate);
        QCOMPARE(waiting().target, made.id.value);
    }

    void whereTheServerDoesNotAnswerItIsNotPromisedAtOnce()
    {
        auto *section = show();
        SyncStatus away;
        away.phase = SyncPhase::Offline;
        m_desk->ephemera.setSync(away);
        text(section)->setPlainText(QStringLiteral("Mine."));
        press(button(section, QStringLiteral("Save")));
        QVERIFY(says(section, QStringLiteral("Saved here; it goes to the server when it answers again")));
    }

    void whatCannotBeAMacroIsToldBesideItsField()
    {
        auto *section = show();
        text(section)->setPlainText(QStringLiteral("Dear {{lead.mood}}"));
        press(button(section, QStringLiteral("Save")));
        QVERIFY(says(section, QStringLiteral("{{lead.mood}} is no variable")));
        QCOMPARE(waiting().id, OpId());
        text(section)->setPlainText(QStringLiteral("Dear {{lead.name"));
        QVERIFY(says(section, QStringLiteral("braces")));
        text(section)->setPlainText(QStringLiteral("Dear {{lead.name}}"));
        QVERIFY(!says(section, QStringLiteral("braces")));
        name(section)->clear();
        QTest::keyClicks(name(section), QStringLiteral(" "));
        press(button(section, QStringLiteral("Save")));
        QVERIFY(says(section, QStringLiteral("Give it a name")));
        QVERIFY(name(section)->hasFocus());
    }

    void whatTheServerRefusesStaysAndCanBeSentAgain()
    {
        auto *section = show();
        name(section)->clear();
        QTest::keyClicks(name(section), QStringLiteral("hours"));
        press(button(section, QStringLiteral("Save")));
        const OpId first = answer(422, R"({"detail":"name: is the name of another macro","errors":[{"field":"name","reason":"is the name of another macro"}]})");
        QVERIFY(!first.empty());
        QTRY_VERIFY(says(section, QStringLiteral("name of another macro")));
        QCOMPARE(name(section)->text(), QStringLiteral("hours"));
        QTest::keyClicks(name(section), QStringLiteral(" 2"));
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().kind, OpKind::MacroUpdate);
        const auto ops = m_desk->store.outbox();
        QVERIFY(std::none_of(ops.begin(), ops.end(), [&](const Op &op) { return op.id == first && op.state == OpState::Refused; }));
        confirm();
        QTRY_VERIFY(says(section, QStringLiteral("Saved")));
    }

    void theCaretStaysWhileTheClientChanges()
    {
        auto *section = show();
        name(section)->setFocus();
        name(section)->setCursorPosition(3);
        put({macro(2, "hours", "Always.", 2)});
        QCOMPARE(section->macros().itemAt(1).value.text, std::string {"Always."});
        QCOMPARE(name(section)->cursorPosition(), 3);
    }

    void aNewOneThatIsDroppedWasNeverDeleted()
    {
        auto *section = show();
        press(button(section, QStringLiteral("New macro")));
        QTest::keyClicks(name(section), QStringLiteral("hours"));
        text(section)->setPlainText(QStringLiteral("Always."));
        press(button(section, QStringLiteral("Save")));
        const OpId op = answer(422, R"({"detail":"name: is the name of another macro","errors":[{"field":"name","reason":"is the name of another macro"}]})");
        QVERIFY(!op.empty());
        QTRY_VERIFY(says(section, QStringLiteral("name of another macro")));
        m_desk->acts->drop(op);
        m_desk->settle();
        QTRY_COMPARE(section->macros().rowCount(), 2);
        QVERIFY(!says(section, QStringLiteral("has been deleted")));
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Always.")); // what is typed stays
        put({macro(1, "directions", "Hello.", 2)});
        QVERIFY(!says(section, QStringLiteral("has been deleted")));
    }

    void nothingTypedGoesWithALostCache()
    {
        auto *section = show();
        text(section)->setPlainText(QStringLiteral("Mine."));
        m_desk->loseCache();
        QCOMPARE(name(section)->text(), QStringLiteral("directions"));
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Mine."));
        QVERIFY(section->isDirty() && !says(section, QStringLiteral("has been deleted")));
        QCOMPARE(section->macros().rowCount(), 2);
        put({macro(1, "directions", "Hello {{lead.first_name}}."), macro(2, "hours", "Day and night.")});
        m_desk->fillAgain();
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Mine."));
        QVERIFY(section->isDirty() && !says(section, QStringLiteral("has been deleted")));
        press(button(section, QStringLiteral("Save")));
        QVERIFY2(waiting().kind == OpKind::MacroUpdate, "it is that one, and not a new one");
    }

    void aNewerOneIsNotOverwrittenUnseen()
    {
        auto *section = show();
        text(section)->setPlainText(QStringLiteral("Mine."));
        put({macro(1, "directions", "Theirs.", 2)});
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Mine.")); // what is typed stays
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().ifMatch, std::string("1"));
        answer(412, newer(macro(1, "directions", "Theirs.", 2)));
        QTRY_VERIFY(says(section, QStringLiteral("Somebody else has changed it")));
        press(button(section, QStringLiteral("Save")));
        QCOMPARE(waiting().ifMatch, std::string("2"));
    }

    void anotherIsShownOnlyOnceItIsAsked()
    {
        auto *section = show();
        text(section)->setPlainText(QStringLiteral("Not saved yet."));
        choose(section, 1);
        QVERIFY(question());
        QCOMPARE(section->list()->currentIndex().row(), 0);
        press(button(question(), QStringLiteral("Keep editing")));
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("Not saved yet."));
        choose(section, 1);
        press(button(question(), QStringLiteral("Drop them")));
        QCOMPARE(name(section)->text(), QStringLiteral("hours"));
        QVERIFY(!section->isDirty());
    }

    void deletedOnceAskedAndGoneFromTheListAtOnce()
    {
        auto *section = show();
        press(button(section, QStringLiteral("Delete")));
        QVERIFY(question());
        press(button(question(), QStringLiteral("Delete")));
        QCOMPARE(waiting().kind, OpKind::MacroDelete);
        QCOMPARE(waiting().ifMatch, std::string("1"));
        QTRY_COMPARE(section->macros().rowCount(), 1);
        QTRY_COMPARE(name(section)->text(), QStringLiteral("hours"));
    }

    void aVariableIsPutWhereTheCaretIs()
    {
        auto *section = show();
        text(section)->setPlainText(QStringLiteral("To "));
        text(section)->moveCursor(QTextCursor::End);
        press(button(section, QStringLiteral("Insert a variable")));
        auto *menu = section->findChild<QMenu *>();
        QVERIFY(menu);
        const auto actions = menu->actions();
        const bool hasAddress = !place().address.empty();
        QCOMPARE(std::size_t(actions.size()), EnumNames<MacroVariable>::names.size() - (hasAddress ? 0 : 1));
        actions.constFirst()->trigger();
        menu->close();
        QCOMPARE(text(section)->toPlainText(), QStringLiteral("To {{lead.first_name}}"));
    }

    void aTextThatIsPastedByMistakeDoesNotStopTheWindow()
    {
        MacrosSection *section = show();
        text(section)->setFocus();
        text(section)->selectAll();
        QApplication::clipboard()->setText(QString(1'000'000, QLatin1Char('x')));
        text(section)->paste();
        const qsizetype kept = text(section)->toPlainText().size();
        QVERIFY(kept > qsizetype(mostMacroText) && kept < 70'000); // it is seen to be too long
        const auto labels = section->findChildren<TextLabel *>();
        const auto preview = std::find_if(labels.begin(), labels.end(), [](const TextLabel *one) { return one->text().startsWith(QStringLiteral("xxx")); });
        QVERIFY(preview != labels.end());
        QCOMPARE((*preview)->text().size(), qsizetype(mostMacroText));
        text(section)->paste();
        QVERIFY(text(section)->toPlainText().size() < 70'000);
    }

    void anAddressIsOfferedWhereThereIsOne()
    {
        auto *section = show();
        const auto offered = [&] {
            press(button(section, QStringLiteral("Insert a variable")));
            auto *menu = section->findChild<QMenu *>();
            const auto actions = menu->actions();
            const bool has = std::any_of(actions.begin(), actions.end(), [](const QAction *one) { return one->text().contains(QStringLiteral("{{business.address}}")); });
            delete menu;
            return has;
        };
        Location here = place();
        for (const char *address : {"", "1214 Coral Row"}) {
            here.address = address;
            ++here.version;
            QVERIFY(m_desk->store.apply({test::entity("location", here)}).hasValue());
            m_desk->settle();
            QCOMPARE(offered(), !here.address.empty());
        }
        addAnnex();
        QVERIFY(!offered()); // which of the two would it be?
    }

    void whoMayNotManageReadsThem()
    {
        auto *section = show();
        User agent = test::user(1);
        agent.role = Role::Agent;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, agent);
        m_desk->settle();
        QVERIFY(!name(section)->isEnabled() && !text(section)->isEnabled());
        QVERIFY(!button(section, QStringLiteral("New macro"))->isEnabled());
        QCOMPARE(name(section)->text(), QStringLiteral("directions"));
    }
};

FOREDECK_QT_TEST(FormsMacrosTest)
#include "formsmacrostest.moc"
