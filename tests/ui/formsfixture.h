#pragma once

#include "models/cache/cachereader.h"
#include "net/codec/domaincodec.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/question.h"

#include <QComboBox>
#include <QTest>

#include <algorithm>

namespace foredeck::ui {

/// The settings of a window, and the server's side of what they send.
class FormsFixture : public WindowFixture {
protected:
    /// A section of the settings, shown to an administrator.
    template <class Section>
    Section *show(const QString &key)
    {
        makeDesk();
        m_desk->fill();
        m_window = std::make_unique<MainWindow>(m_desk->desk());
        m_window->showPlace(QStringLiteral("settings"));
        m_window->settings()->showSection(key);
        m_window->settings()->showClient(test::clientId(1));
        m_window->show();
        [this] { QVERIFY(QTest::qWaitForWindowActive(m_window.get())); }();
        m_desk->settle();
        return m_window->findChild<Section *>();
    }
    static Button *button(const QWidget *in, const QString &text)
    {
        const auto buttons = in->findChildren<Button *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const Button *one) { return one->text() == text; });
        return found == buttons.end() ? nullptr : *found;
    }
    static LineEdit *field(const QWidget *in, const QString &name)
    {
        const auto edits = in->findChildren<LineEdit *>();
        const auto found = std::find_if(edits.begin(), edits.end(), [&](const LineEdit *one) { return one->accessibleName() == name; });
        return found == edits.end() ? nullptr : *found;
    }
    static bool says(const QWidget *in, const QString &words)
    {
        const auto labels = in->findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) { return label->text().contains(words); });
    }
    void press(Button *one)
    {
        one->click();
        m_desk->settle();
    }
    /// The act that waits is tried and answered so.
    OpId answer(int status, const std::string &problem = {})
    {
        const auto plan = m_desk->store.takeSendable();
        if (plan.ops.empty())
            return {};
        [&] { QVERIFY(m_desk->store.answer(plan.ops.front().id, status, {}, problem).hasValue()); }();
        m_desk->settle();
        return plan.ops.front().id;
    }
    /// The place of the client that is shown, as the desk made it.
    Location place()
    {
        return m_desk->store.read([](CacheReader &reader) { return reader.locations(test::clientId(1)); }).value().front();
    }
    /// A second place of that client.
    void addAnnex()
    {
        Location annex = place();
        annex.id = LocationId {test::idText(7, 50)};
        annex.name = "Annex";
        annex.hours.week[0] = {{6 * 60, 7 * 60}};
        QVERIFY(m_desk->store.apply({test::entity("location", annex)}).hasValue());
        m_desk->settle();
    }
    /// The question that is asked; none: nullptr.
    Question *question() const
    {
        const auto all = m_window->findChildren<Question *>();
        const auto open = std::find_if(all.begin(), all.end(), [](const Question *one) { return one->isOpen(); });
        return open == all.end() ? nullptr : *open;
    }
    /// A row of the section's list is pressed.
    template <class Section>
    void choose(Section *section, int row)
    {
        QTest::mouseClick(section->list()->viewport(), Qt::LeftButton, {}, section->list()->visualRect(section->list()->model()->index(row, 0)).center());
        m_desk->settle();
    }
    static QComboBox *placesOf(const QWidget *in)
    {
        const auto lists = in->findChildren<QComboBox *>();
        const auto found = std::find_if(lists.begin(), lists.end(), [](const QComboBox *one) { return one->findText(QStringLiteral("Annex")) >= 0; });
        return found == lists.end() ? nullptr : *found;
    }
    Op waiting()
    {
        const auto ops = m_desk->store.outbox();
        const auto found = std::find_if(ops.begin(), ops.end(), [](const Op &op) { return op.state == OpState::Queued; });
        return found == ops.end() ? Op {} : *found;
    }
    /// What the server says of an If-Match that is older than this.
    template <class T>
    static std::string newer(const T &current)
    {
        return R"({"detail":"somebody else has edited it","current":)" + encode(current) + '}';
    }
    /// The act is taken: acknowledged, and its own event has come.
    void confirm()
    {
        const OpId op = answer(200);
        QVERIFY(!op.empty());
        Entity event = test::entity("user", test::user(9));
        event.op = op;
        QVERIFY(m_desk->store.apply({event}).hasValue());
        m_desk->settle();
    }
};

} // namespace foredeck::ui
