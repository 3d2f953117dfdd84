#pragma once

#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/tasksection.h"

#include <QTest>

#include <functional>
#include <string>
#include <vector>

namespace foredeck::ui {

/// The window with Elena's conversation open, as the tests of tasks that stand there and of what is typed of them begin
/// it, put tasks into it, and look at what was asked of the server.
class TasksFixture : protected WindowFixture {
protected:
    void begin()
    {
        makeDesk();
        m_desk->fill();
        show({1440, 900});
        open(TestDesk::elena());
        list()->setFocus();
    }
    static TaskId taskId(int n) { return TaskId {test::idText(13, n)}; }
    TaskSection *section() const { return inbox()->panel()->tasks(); }
    void put(int n, const std::string &text, std::chrono::minutes ahead, const std::function<void(Task &)> &with = {})
    {
        Task task;
        task.id = taskId(n);
        task.client = test::clientId(1);
        task.conversation = TestDesk::elena();
        task.text = text;
        task.due = m_desk->store.clock.now() + ahead;
        task.createdAt = m_desk->store.clock.now();
        if (with)
            with(task);
        QVERIFY(m_desk->store.apply({test::entity("task", task)}).hasValue());
        m_desk->settle();
    }
    QString reasonOf(const char *id) const { return m_window->commands().reason(QLatin1StringView(id)); }
    std::vector<TaskRow> tasks() const
    {
        return m_desk->store.read([](CacheReader &reader) { return reader.tasks(TestDesk::elena()); }).valueOr({});
    }
    std::vector<Op> ops() const
    {
        std::vector<Op> ops;
        for (const OutboxRow &one : m_desk->store.read([](CacheReader &reader) { return reader.outbox(); }).valueOr({})) {
            if (one.op.kind != OpKind::Read && one.op.kind != OpKind::Composition)
                ops.push_back(one.op);
        }
        return ops;
    }
    std::vector<OpKind> kinds() const
    {
        std::vector<OpKind> kinds;
        for (const Op &op : ops())
            kinds.push_back(op.kind.value());
        return kinds;
    }
};

} // namespace foredeck::ui
