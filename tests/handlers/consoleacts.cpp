#include "tests/handlers/consoleacts.h"

#include "models/cache/cachereader.h"
#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/cache/outboxacts.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

namespace foredeck::test {

namespace {

ActRequest callOfAct(const std::function<OpId(Acts &)> &what)
{
    int none = 0;
    QCoreApplication application {none, nullptr};
    const QTemporaryDir folder;
    const SystemClock clock;
    StoreOptions options;
    options.folder = folder.filePath(QStringLiteral("store"));
    options.user = UserId::make(clock.now());
    const auto store = std::move(LocalStore::open(options, clock)).value();
    Ephemera ephemera;
    OutboxActs acts {*store, ephemera, 0};
    const auto op = what(acts);
    Mailbox mailbox;
    std::optional<std::vector<OutboxRow>> rows;
    while (!rows || rows->empty()) {
        rows.reset();
        store->read([](CacheReader &reader) { return reader.outbox(); }, mailbox.receive([&](Result<std::vector<OutboxRow>> found) { rows = std::move(found).value(); }));
        if (!QTest::qWaitFor([&] { return rows.has_value(); }, 30'000))
            qFatal("the outbox does not answer");
    }
    return callOf(rows->front().op.id == op ? rows->front().op : Op {}).value();
}

} // namespace

ActRequest callOfLeadEdit(const Lead &before, const Lead &after)
{
    return callOfAct([&](Acts &acts) { return acts.updateLead({after.client, {}, 0}, before, after); });
}

ActRequest callOfMerge(const Lead &left, const Lead &other)
{
    return callOfAct([&](Acts &acts) { return acts.mergeLeads(left, other); });
}

ActRequest callOfPart(const Lead &left, const Lead &other)
{
    return callOfAct([&](Acts &acts) { return acts.partLeads(left, other); });
}

ActRequest callOfNewTask(const Task &task)
{
    return callOfAct([&](Acts &acts) { return acts.makeTask({task.client, task.conversation, 0}, task); });
}

ActRequest callOfTaskEdit(const Task &before, const Task &after)
{
    return callOfAct([&](Acts &acts) { return acts.changeTask({before.client, before.conversation, 0}, before, after); });
}

ActRequest callOfTaskEnd(const Task &task, TaskState to)
{
    return callOfAct([&](Acts &acts) { return acts.closeTask({task.client, task.conversation, 0}, task, to, QStringLiteral("Reached her")); });
}

ActRequest callOfEntry(const DeskEntry &entry)
{
    return callOfAct([&](Acts &acts) { return acts.enterLead(entry); });
}

ActRequest callOfFirstWords(const Lead &lead, ChannelKind channel, const std::string &text, const std::optional<TemplateUse> &useTemplate)
{
    return callOfAct([&](Acts &acts) { return acts.writeFirst(lead, channel, QString::fromStdString(text), useTemplate); });
}

ActRequest callOfNote(const ClientId &client, const ConversationId &conversation, const std::string &text, const std::vector<Mention> &mentions)
{
    return callOfAct([&](Acts &acts) { return acts.note({client, conversation, 0}, QString::fromStdString(text), {}, mentions); });
}

ActRequest callOfFollow(const ClientId &client, const ConversationId &conversation, bool on)
{
    return callOfAct([&](Acts &acts) { return acts.follow({client, conversation, 0}, on); });
}

ActRequest callOfHandOver(const ShiftNote &note)
{
    return callOfAct([&](Acts &acts) { return acts.handOverShift(note.client, QString::fromStdString(note.text), note.lines); });
}

ActRequest callOfAcknowledgement(const ShiftNote &note)
{
    return callOfAct([&](Acts &acts) { return acts.acknowledgeShiftNote(note.client, note.id); });
}

} // namespace foredeck::test
