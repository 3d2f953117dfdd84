#include "server/services/op/queues.h"

#include "net/codec/jsonwriter.h"

namespace foredeck {

namespace {

Job job(std::string_view queue, const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp runAt)
{
    Job job;
    job.id = JobId::make(now);
    job.client = client;
    job.queue = queue;
    job.kind = queue;
    job.runAt = runAt;
    job.serialKey = conversation.value;
    job.createdAt = now;
    return job;
}

std::string payload(const ClientId &client, const ConversationId &conversation, const MessageId &message)
{
    JsonWriter json;
    json.beginObject();
    if (!message.empty()) {
        json.key("message_id");
        json.string(message.value);
    }
    json.key("conversation_id");
    json.string(conversation.value);
    json.key("client_id");
    json.string(client.value);
    json.endObject();
    return json.take();
}

} // namespace

Job sendJob(const Message &message, Timestamp now)
{
    Job send = job(queues::channelSend, message.client, message.conversation, now, now);
    send.dedupKey = message.id.value;
    send.payload = payload(message.client, message.conversation, message.id);
    return send;
}

Job turnJob(const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp runAt)
{
    Job turn = job(queues::assistantTurn, client, conversation, now, runAt);
    turn.serialKey = "turn:" + conversation.value; // a message that waits to be sent must not keep the assistant waiting
    turn.dedupKey = conversation.value;
    turn.payload = payload(client, conversation, {});
    return turn;
}

Job quietJob(const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp runAt)
{
    Job quiet = job(queues::assistantQuiet, client, conversation, now, runAt);
    quiet.serialKey = "quiet:" + conversation.value;
    quiet.dedupKey = conversation.value;
    quiet.payload = payload(client, conversation, {});
    return quiet;
}

} // namespace foredeck
