#pragma once

#include "tests/ui/formsfixture.h"
#include "ui/pages/rules/rulespage.h"
#include "ui/widgets/field.h"

#include <QAction>
#include <QTest>

#include <memory>
#include <string>
#include <vector>

namespace foredeck::ui {

/// The page of a client's rules, as the tests of what it shows and does and of what is typed there open it and act on it.
class RulesFixture : public FormsFixture {
protected:
    static ClientRule rule(int n, const std::string &name)
    {
        ClientRule rule;
        rule.id = RuleId {test::idText(14, n)};
        rule.client = test::clientId(1);
        rule.name = name;
        rule.when.meaning = {"a refund"};
        return rule;
    }
    RulesPage *page() const { return m_window->rules(); }
    /// The rules of the first client, shown to somebody of that role.
    void showRules(const std::vector<ClientRule> &rules, Role role = Role::Admin)
    {
        makeDesk();
        m_desk->fill();
        User me = m_desk->ephemera.me();
        me.role = role;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, me);
        for (const ClientRule &one : rules)
            [&] { QVERIFY(m_desk->store.apply({test::entity("rule", one)}).hasValue()); }();
        m_window = std::make_unique<MainWindow>(m_desk->desk());
        m_window->show();
        [this] { QVERIFY(QTest::qWaitForWindowActive(m_window.get())); }();
        m_desk->settle();
        page()->showClient(test::clientId(1));
        m_window->commands().refresh();
        run("goto.rules");
        m_desk->settle();
    }
    void run(const char *command)
    {
        m_window->commands().refresh();
        m_window->commands().action(QLatin1StringView(command))->trigger();
        m_desk->settle();
    }
    QString why(const char *command)
    {
        m_window->commands().refresh();
        return m_window->commands().reason(QLatin1StringView(command));
    }
    void type(const QString &field, const QString &text)
    {
        LineEdit *edit = FormsFixture::field(page(), field);
        QVERIFY(edit);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
};

} // namespace foredeck::ui
