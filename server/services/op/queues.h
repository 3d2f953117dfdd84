#pragma once

#include "models/domain/conversation.h"
#include "models/domain/escalation.h"
#include "models/domain/message.h"
#include "server/storage/jobrepository.h"

#include <string_view>

namespace foredeck {

/// The queues through which the services hand work to the background, and the jobs that they put there. Whoever runs a
/// queue takes its names from here.
namespace queues {
/// Hands one public message to its channel. Payload {"message_id","conversation_id","client_id"}; one per message, those
/// of a conversation one after another.
inline constexpr std::string_view channelSend = "channel.send";
/// The same through the SMS vendor, and where no vendor is asked (live chat): a vendor that hangs, for many businesses at once,
/// keeps nobody from being answered through another door.
inline constexpr std::string_view channelSms = "channel.send.sms";
inline constexpr std::string_view channelHere = "channel.send.here";
/// Lets the assistant look at a conversation. Payload {"conversation_id","client_id"}; at most one waits per conversation
/// (dedupKey: its id), so a cancelled or postponed turn is found by it.
inline constexpr std::string_view assistantTurn = "assistant.turn";
/// Lets a person have a wish that was being taken down when its customer writes no more. Payload
/// {"conversation_id","client_id"}; at most one waits per conversation (dedupKey: its id), moved on by each turn.
inline constexpr std::string_view assistantQuiet = "assistant.quiet";
/// Tells people that somebody waits (server/services/escalation/ladder.h). Payload {"escalation_id","client_id"}; at most
/// one waits per escalation (dedupKey: its id).
inline constexpr std::string_view escalationLadder = "escalation.ladder";
/// Sends one text to the owner's telephone. Payload {"alert_text_id","client_id"}; one per text, and of a client one at a time
/// beside one that is pressing, so that a vendor that hangs for it leaves workers to the others.
inline constexpr std::string_view alertText = "alert.text";
inline constexpr int textsAtATime = 1; ///< of a client
/// Wakes a snoozed conversation. Payload {"conversation_id","client_id"}; at most one waits per conversation (dedupKey: its
/// id).
inline constexpr std::string_view conversationWake = "conversation.wake";
/// Looks at a client's own rules where nobody wrote (server/services/rule/rulefire.h): in one conversation, payload
/// {"conversation_id","client_id"}, at most one waits per conversation (dedupKey: its id); or, after a change of the rules, in
/// all whose customers wait for a person, payload {"cursor","client_id"}.
inline constexpr std::string_view rules = "client.rules";
/// Brings a conversation back when a task of it is due (server/services/task/taskacts.h). Payload {"task_id","client_id"}; at
/// most one waits per task (dedupKey: its id).
inline constexpr std::string_view taskDue = "task.due";
/// Lets a paused assistant go on when its pause is over, and then take up what came to people in it, some at a time. Payload
/// {"cursor","client_id"}; at most one waits per client (dedupKey: its id).
inline constexpr std::string_view assistantResume = "assistant.resume";
/// Job::priority of what concerns an emergency: it waits behind nothing else.
inline constexpr int pressing = 1;
} // namespace queues

/// Through the conversation's channel; where an emergency is open: pressing, and what of the conversation waits before it.
Job sendJob(const Message &message, const Conversation &conversation, Timestamp now);
Job turnJob(const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp runAt);
Job quietJob(const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp runAt);
/// Of an emergency: pressing.
Job ladderJob(const Escalation &escalation, Timestamp now, Timestamp runAt);
/// Of an emergency: pressing.
Job alertTextJob(const Escalation &escalation, const AlertTextId &text, Timestamp now);
Job wakeJob(const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp runAt);
Job rulesJob(const ClientId &client, const ConversationId &conversation, Timestamp now, Timestamp runAt);
Job resumeJob(const ClientId &client, Timestamp now, Timestamp runAt, const std::string &cursor = {});
Job taskJob(const ClientId &client, const TaskId &task, Timestamp now, Timestamp runAt);
Job rulesSweepJob(const ClientId &client, const std::string &cursor, Timestamp now);

/// What their payloads name; empty when it cannot be read.
EscalationId escalationIn(const std::string &payload);
std::string cursorIn(const std::string &payload);
AlertTextId alertTextIn(const std::string &payload);
TaskId taskIn(const std::string &payload);

} // namespace foredeck
