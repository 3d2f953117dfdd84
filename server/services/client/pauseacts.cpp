#include "server/services/client/clientacts.h"

#include "models/core/text.h"
#include "server/services/access/access.h"
#include "server/services/op/precondition.h"
#include "server/services/op/queues.h"
#include "server/storage/auditrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/jobrepository.h"

#include <algorithm>

/// What the desk tells the assistant at once: to be quiet, and what holds for now.
namespace foredeck {

namespace {

Result<Client> saved(ActContext &act, Client &client, const char *action, std::string detail)
{
    AuditRepository::append(act.tx, {client.id, act.now, act.actor, action, client.id.value, std::move(detail)});
    ClientRepository::update(act.tx, client);
    act.tell("client.updated", client);
    if (const auto ok = act.ok(); ok.hasError())
        return ok.error();
    return client;
}

// What only managers may do is what nobody undoes by itself.
Result<void> mayPause(const OpContext &op, const Client &client, bool on, const std::optional<Timestamp> &until)
{
    if (until && *until <= op.now)
        return Error::invalid("until", "must lie ahead");
    if (op.access.may(op.client, Right::Manage))
        return {};
    const bool isOpenEnded = on ? !client.assistantOn && !client.assistantOffUntil : !until || (!client.assistantOn && !client.assistantOffUntil);
    if (isOpenEnded)
        return Error::of(Error::Kind::Forbidden, "only managers pause the assistant without an end, or end that");
    return until && *until > op.now + longestPause ? Error::invalid("until", "must lie within a week") : Result<void> {};
}

// At most one waits: for the end that holds now.
void keepJob(OpContext &op, const std::optional<Timestamp> &until)
{
    if (!until) {
        JobRepository::cancel(op.tx, op.client, queues::assistantResume, op.client.value, "the pause has no end any more", op.now);
        return;
    }
    if (!JobRepository::enqueue(op.tx, resumeJob(op.client, op.now, *until)))
        JobRepository::reschedule(op.tx, op.client, queues::assistantResume, op.client.value, *until);
}

} // namespace

Result<Client> setAssistant(OpContext &op, bool on, std::optional<Timestamp> until)
{
    auto client = ClientRepository::byId(op.tx, op.client);
    if (!client)
        return notFound("client");
    if (on)
        until.reset();
    if (const auto may = mayPause(op, *client, on, until); may.hasError())
        return may.error();
    if (client->assistantOn == on && client->assistantOffUntil == until)
        return *client;
    client->assistantOn = on;
    client->assistantOffUntil = until;
    keepJob(op, until);
    if (on)
        JobRepository::enqueue(op.tx, resumeJob(op.client, op.now, op.now)); // takes up what waits of the pause
    return saved(op, *client, "client.assistant", on ? "on" : until ? "paused until " + toRfc3339(*until) : "paused");
}

Result<void> resumeInTime(ActContext &act)
{
    auto client = ClientRepository::byId(act.tx, act.client);
    const bool isOver = client && !client->assistantOn && client->assistantOffUntil && *client->assistantOffUntil <= act.now;
    if (!isOver)
        return act.ok();
    client->assistantOn = true;
    client->assistantOffUntil.reset();
    JobRepository::enqueue(act.tx, resumeJob(act.client, act.now, act.now));
    const auto done = saved(act, *client, "client.assistant", "on, the pause was over");
    return done.hasError() ? Result<void> {done.error()} : Result<void> {};
}

Result<Client> addNotice(OpContext &op, const NewNotice &request)
{
    Notice notice;
    notice.id = NoticeId {op.op.value};
    notice.text = trimmed(request.text);
    notice.from = request.from.value_or(op.now);
    notice.until = request.until;
    notice.by = op.actor.name;
    if (const auto fits = fitText("text", notice.text, longestNotice); fits.hasError())
        return fits.error();
    if (notice.until && *notice.until <= std::max(op.now, notice.from))
        return Error::invalid("until", "must lie ahead");
    if (std::max(notice.from, notice.until.value_or(notice.from)) > op.now + longestNoticeTime)
        return Error::invalid(notice.until ? "until" : "from", "must lie within a year");
    auto client = ClientRepository::byId(op.tx, op.client);
    if (!client)
        return notFound("client");
    std::erase_if(client->notices, [&](const Notice &old) { return old.until && *old.until <= op.now; });
    if (client->notices.size() >= mostNotices)
        return tooMany("notices", "there are " + std::to_string(mostNotices) + " notices already");
    for (auto &old : client->notices) // from before they had ids
        old.id = old.id.empty() ? NoticeId::make(op.now) : old.id;
    const auto detail = singleLine(notice.text, 160);
    client->notices.push_back(std::move(notice));
    return saved(op, *client, "client.notice", detail);
}

Result<Client> endNotice(OpContext &op, const NoticeId &id)
{
    auto client = ClientRepository::byId(op.tx, op.client);
    if (!client)
        return notFound("client");
    const auto found = std::find_if(client->notices.begin(), client->notices.end(), [&](const Notice &one) { return one.id == id; });
    if (found == client->notices.end())
        return *client;
    const auto detail = "ended: " + singleLine(found->text, 160);
    client->notices.erase(found);
    return saved(op, *client, "client.notice", detail);
}

} // namespace foredeck
