#include "server/services/op/queues.h"

#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"

#include <initializer_list>
#include <utility>

namespace foredeck {

namespace {

Job job(std::string_view queue, const ClientId &client, std::string serialKey, Timestamp now, Timestamp runAt)
{
    Job job;
    job.id = JobId::make(now);
    job.client = client;
    job.queue = queue;
    job.kind = queue;
    job.runAt = runAt;
    job.serialKey = std::move(serialKey);
    job.createdAt = now;
    return job;
}

std::string payload(const ClientId &client, std::initializer_list<std::pair<std::string_view, std::string_view>> ids)
{
    JsonWriter json;
    json.beginObject();
    for (const auto &[name, id] : ids) {
        json.key(name);
        json.string(id);
    }
    json.key("client_id");
    json.string(client.value);
    json.endObject();
    return json.take();
}

std::string idIn(const std::string &payload, std::string_view name)
{
    JsonDocument document;
    const auto root = document.parse(payload);
    return root.hasValue() ? std::string {root.value()[name].asString().value_or("")} : std::string {};
}

std::string_view sendQueueOf(ChannelKind door)
{
    if (door == ChannelKind::LiveChat)
        return queues::channelHere;
    return door == ChannelKind::Sms ? queues::channelSms : queues::channelSend;
}

} // namespace

Job sendJob(const Message &message, const Conversation &conversation, Timestamp now)
{
    Job send = job(sendQueueOf(message.channel.value()), message.client, message.conversation.value, now, now);
    send.kind = queues::channelSend;
    send.dedupKey = message.id.value;
    send.channel = conversation.channel;
    if (conversation.escalation && conversation.escalation->reason == EscalationReason::Emergency)
        send.priority = queues::pressing;
    send.payload = payload(message.client, {{"message_id", message.id.value}, {"conversation_id", message.conversation.value}});
    return send;
}

Job turnJob(const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp runAt)
{
    // A message that waits to be sent must not keep the assistant waiting.
    Job turn = job(queues::assistantTurn, client, "turn:" + conversation.value, now, runAt);
    turn.dedupKey = conversation.value;
    turn.payload = payload(client, {{"conversation_id", conversation.value}});
    return turn;
}

Job quietJob(const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp runAt)
{
    Job quiet = job(queues::assistantQuiet, client, "quiet:" + conversation.value, now, runAt);
    quiet.dedupKey = conversation.value;
    quiet.payload = payload(client, {{"conversation_id", conversation.value}});
    return quiet;
}

namespace {

int priorityOf(const Escalation &escalation) { return escalation.reason == EscalationReason::Emergency ? queues::pressing : Job {}.priority; }

} // namespace

Job ladderJob(const Escalation &escalation, Timestamp now, Timestamp runAt)
{
    Job ladder = job(queues::escalationLadder, escalation.client, "ladder:" + escalation.id.value, now, runAt);
    ladder.dedupKey = escalation.id.value;
    ladder.payload = payload(escalation.client, {{"escalation_id", escalation.id.value}});
    ladder.priority = priorityOf(escalation);
    return ladder;
}

Job alertTextJob(const Escalation &escalation, const AlertTextId &text, Timestamp now)
{
    // Bound by what runs (channel) and not by what is queued (serial key): an older text in its backoff keeps no other waiting.
    Job send = job(queues::alertText, escalation.client, {}, now, now);
    send.dedupKey = text.value;
    send.channel = ChannelId {"text:" + escalation.client.value};
    send.priority = priorityOf(escalation);
    send.payload = payload(escalation.client, {{"alert_text_id", text.value}});
    return send;
}

Job resumeJob(const ClientId &client, Timestamp now, Timestamp runAt, const std::string &cursor)
{
    Job resume = job(queues::assistantResume, client, "resume:" + client.value, now, runAt);
    resume.dedupKey = client.value;
    resume.payload = payload(client, {{"cursor", cursor}});
    return resume;
}

Job wakeJob(const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp runAt)
{
    Job wake = job(queues::conversationWake, client, "wake:" + conversation.value, now, runAt);
    wake.dedupKey = conversation.value;
    wake.payload = payload(client, {{"conversation_id", conversation.value}});
    return wake;
}

Job rulesJob(const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp runAt)
{
    Job look = job(queues::rules, client, "rules:" + conversation.value, now, runAt);
    look.dedupKey = conversation.value;
    look.payload = payload(client, {{"conversation_id", conversation.value}});
    return look;
}

Job rulesSweepJob(const ClientId &client, const std::string &cursor, Timestamp now)
{
    Job sweep = job(queues::rules, client, {}, now, now);
    sweep.dedupKey = "all " + cursor;
    sweep.payload = payload(client, {{"cursor", cursor}});
    return sweep;
}

Job taskJob(const ClientId &client, const TaskId &task, Timestamp now, Timestamp runAt)
{
    Job due = job(queues::taskDue, client, "task:" + task.value, now, runAt);
    due.dedupKey = task.value;
    due.payload = payload(client, {{"task_id", task.value}});
    return due;
}

EscalationId escalationIn(const std::string &payload) { return EscalationId {idIn(payload, "escalation_id")}; }
std::string cursorIn(const std::string &payload) { return idIn(payload, "cursor"); }
AlertTextId alertTextIn(const std::string &payload) { return AlertTextId {idIn(payload, "alert_text_id")}; }
TaskId taskIn(const std::string &payload) { return TaskId {idIn(payload, "task_id")}; }

} // namespace foredeck
