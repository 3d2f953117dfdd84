#pragma once

/// The wire form of every domain type: one list of fields per word, in the order in which they are written. These names
/// are those of server/api/openapi.yaml; a test holds the two together.

#include "models/domain/channel.h"
#include "models/domain/client.h"
#include "models/domain/composition.h"
#include "models/domain/conversation.h"
#include "models/domain/dashboard.h"
#include "models/domain/decision.h"
#include "models/domain/escalationstats.h"
#include "models/domain/hours.h"
#include "models/domain/knowledge.h"
#include "models/domain/lead.h"
#include "models/domain/macro.h"
#include "models/domain/note.h"
#include "models/domain/rule.h"
#include "models/domain/settings.h"
#include "models/domain/transition.h"
#include "models/domain/user.h"
#include "net/codec/codec.h"

namespace foredeck {

template <>
struct Fields<Actor> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("kind", x.kind);
        v("user_id", x.user);
        v("name", x.name);
    }
};

template <>
struct Fields<Agency> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("name", x.name);
        v("mark", x.mark);
        v("version", x.version);
    }
};

template <>
struct Fields<Notice> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("id", x.id);
        v.required("text", x.text);
        v("from", x.from);
        v("until", x.until);
        v("by", x.by);
    }
};

template <>
struct Fields<Client> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("agency_id", x.agency);
        v("name", x.name);
        v("slug", x.slug);
        v("mark", x.mark);
        v("industry", x.industry);
        v("status", x.status);
        v("assistant_on", x.assistantOn);
        v("assistant_off_until", x.assistantOffUntil);
        v("safe_mode", x.safeMode);
        v("notices", x.notices);
        v("language", x.language);
        v("region", x.region);
        v("sample", x.sample);
        v("version", x.version);
    }
};

template <>
struct Fields<OpenWindow> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("start_minute", x.start);
        v.required("end_minute", x.end);
    }
};

template <>
struct Fields<OpeningHours> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("zone", x.zone);
        v("week", x.week);
        v("closed_dates", x.closedDates);
        v("always", x.always);
    }
};

template <>
struct Fields<Location> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("name", x.name);
        v("address", x.address);
        v("zip", x.zip);
        v("latitude", x.latitude);
        v("longitude", x.longitude);
        v("hours", x.hours);
        v("version", x.version);
    }
};

template <>
struct Fields<Channel> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("kind", x.kind);
        v("name", x.name);
        v("number", x.number);
        v("phone_number_id", x.phoneNumberId);
        v("account", x.account);
        v("base_url", x.baseUrl);
        v("public_url", x.publicUrl);
        v("has_secret", x.hasSecret);
        v("has_token", x.hasToken);
        v("health", x.health);
        v("health_detail", x.healthDetail);
        v("checked_at", x.checkedAt);
        v("expires_at", x.expiresAt);
        v("version", x.version);
    }
};

template <>
struct Fields<User> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("agency_id", x.agency);
        v("client_ids", x.clients);
        v("role", x.role);
        v("name", x.name);
        v("email", x.email);
        v("phone", x.phone);
        v("available", x.available);
        v("do_not_disturb", x.doNotDisturb);
        v("on_call", x.onCall);
        v("status", x.status);
        v("version", x.version);
    }
};

template <>
struct Fields<Consent> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("state", x.state);
        v("at", x.at);
        v("source", x.source);
    }
};

template <>
struct Fields<Phone> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("e164", x.e164);
        v("raw", x.raw);
    }
};

template <>
struct Fields<Qualification> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("service_interest", x.serviceInterest);
        v("urgency", x.urgency);
        v("budget", x.budget);
        v("location", x.location);
        v("decision_maker", x.decisionMaker);
        v("timeline", x.timeline);
    }
};

template <>
struct Fields<ScoreFactor> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("label", x.label);
        v("points", x.points);
        v("message_id", x.message);
    }
};

template <>
struct Fields<Money> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("minor", x.minor);
        v.required("currency", x.currency);
    }
};

template <>
struct Fields<Lead> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("name", x.name);
        v("phones", x.phones);
        v("emails", x.emails);
        v("source", x.source);
        v("consent", x.consent);
        v("qualification", x.qualification);
        v("score", x.score);
        v("score_factors", x.scoreFactors);
        v("temperature", x.temperature);
        v("value", x.value);
        v("external_refs", x.externalRefs);
        v("status", x.status);
        v("language", x.language);
        v("merged_into", x.mergedInto);
        v("created_at", x.createdAt);
        v("updated_at", x.updatedAt);
        v("version", x.version);
    }
};

template <>
struct Fields<Delivery> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("state", x.state);
        v("reason", x.reason);
        v("code", x.code);
        v("at", x.at);
        v("outcome_unknown", x.outcomeUnknown);
    }
};

template <>
struct Fields<Attachment> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("name", x.name);
        v("media_type", x.mediaType);
        v("bytes", x.bytes);
        v("sha256", x.sha256);
        v("provider_id", x.providerId);
        v("caption", x.caption);
    }
};

template <>
struct Fields<TemplateUse> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("name", x.name);
        v.required("language", x.language);
        v("values", x.values);
    }
};

template <>
struct Fields<Message> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("conversation_id", x.conversation);
        v("position", x.position);
        v("role", x.role);
        v("author", x.author);
        v("text", x.text);
        v("channel", x.channel);
        v("attachments", x.attachments);
        v("delivery", x.delivery);
        v("template", x.useTemplate);
        v("in_reply_to", x.inReplyTo);
        v("seen_position", x.seenPosition);
        v("override", x.override_);
        v("op_id", x.op);
        v("decision_id", x.decision);
        v("provider_id", x.providerId);
        v("vendor_keyword", x.vendorKeyword);
        v("at", x.at);
        v("version", x.version);
    }
};

template <>
struct Fields<Note> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("conversation_id", x.conversation);
        v("position", x.position);
        v("author", x.author);
        v("text", x.text);
        v("op_id", x.op);
        v("at", x.at);
        v("version", x.version);
    }
};

template <>
struct Fields<Transition> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("conversation_id", x.conversation);
        v("position", x.position);
        v("field", x.field);
        v("from", x.from);
        v("to", x.to);
        v("to_name", x.toName);
        v("reason", x.reason);
        v("detail", x.detail);
        v("actor", x.actor);
        v("decision_id", x.decision);
        v("op_id", x.op);
        v("at", x.at);
        v("version", x.version);
    }
};

template <>
struct Fields<PassageUse> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("document_id", x.document);
        v("title", x.title);
        v("text", x.text);
        v("score", x.score);
        v("document_version", x.documentVersion);
        v("used", x.used);
    }
};

template <>
struct Fields<RuleTrace> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("rule", x.rule);
        v("fired", x.fired);
        v("words", x.words);
    }
};

template <>
struct Fields<Decision> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("conversation_id", x.conversation);
        v("message_id", x.message);
        v("answer_id", x.answer);
        v("seen_position", x.seenPosition);
        v("action", x.action);
        v("reason", x.reason);
        v("language", x.language);
        v("urgency", x.urgency);
        v("intent", x.intent);
        v("mood", x.mood);
        v("confidence", x.confidence);
        v("passages", x.passages);
        v("rules", x.rules);
        v("engine", x.engine);
        v("model", x.model);
        v("tokens_in", x.tokensIn);
        v("tokens_out", x.tokensOut);
        v("ms", x.ms);
        v("failure", x.failure);
        v("at", x.at);
        v("version", x.version);
    }
};

template <>
struct Fields<EscalationStep> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("at", x.at);
        v("by", x.by);
        v("text", x.text);
        v("confidence", x.confidence);
    }
    static void fromText(EscalationStep &x, std::string_view text) { x.text = text; }
};

template <>
struct Fields<MoodStep> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("at", x.at);
        v("word", x.word);
    }
    static void fromText(MoodStep &x, std::string_view text) { x.word = text; }
};

template <>
struct Fields<NextAction> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("kind", x.kind);
        v("text", x.text);
        v("basis", x.basis);
    }
    static void fromText(NextAction &x, std::string_view text) { x.text = text; }
};

template <>
struct Fields<EscalationBrief> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("why", x.why);
        v("wants", x.wants);
        v("tried", x.tried);
        v("mood", x.mood);
        v("actions", x.actions);
    }
};

template <>
struct Fields<LadderStep> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("at", x.at);
        v("who", x.who);
        v("how", x.how);
        v("rung", x.rung);
        v("repeats", x.repeats);
        v("last_at", x.lastAt);
        v("delivery", x.delivery);
        v("text_id", x.text);
    }
};

template <>
struct Fields<AlertState> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("rung", x.rung);
        v("begun", x.begun);
        v("since", x.since);
        v("repeats", x.repeats);
        v("repeated_at", x.repeatedAt);
        v("next_at", x.nextAt);
        v("told", x.told);
    }
};

template <>
struct Fields<Alert> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("escalation_id", x.escalation);
        v("conversation_id", x.conversation);
        v("client_id", x.client);
        v("priority", x.priority);
        v("reason", x.reason);
        v("rung", x.rung);
        v("repeat", x.repeat);
        v("due", x.due);
        v("at", x.at);
        v("version", x.version);
    }
};

template <>
struct Fields<RuleMark> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("name", x.name);
        v("version", x.version);
    }
};

template <>
struct Fields<Escalation> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("conversation_id", x.conversation);
        v("lead_id", x.lead);
        v("reason", x.reason);
        v("priority", x.priority);
        v("status", x.status);
        v("due", x.due);
        v("brief", x.brief);
        v("created_by", x.createdBy);
        v("claimed_by", x.claimedBy);
        v("claimed_at", x.claimedAt);
        v("acknowledged_by", x.acknowledgedBy);
        v("acknowledged_at", x.acknowledgedAt);
        v("assigned_to", x.assignedTo);
        v("alert", x.alert);
        v("ladder", x.ladder);
        v("note", x.note);
        v("decision_id", x.decision);
        v("rule", x.rule);
        v("created_at", x.createdAt);
        v("resolved_at", x.resolvedAt);
        v("version", x.version);
    }
};

template <>
struct Fields<EscalationStats> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("since", x.since);
        v("total", x.total);
        v("today", x.today);
        v("pending", x.pending);
        v("claimed", x.claimed);
        v("resolved", x.resolved);
        v("expired", x.expired);
        v("claimed_late", x.claimedLate);
        v("commonest_reason", x.commonestReason);
        v("commonest_share", x.commonestShare);
        v("claim_median_ms", x.claimMedianMs);
        v("resolve_median_ms", x.resolveMedianMs);
    }
};

template <>
struct Fields<LeadCounts> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("total", x.total);
        v("hot", x.hot);
        v("warm", x.warm);
        v("cold", x.cold);
        v("unscored", x.unscored);
    }
};

template <>
struct Fields<LeadsOfDay> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("date", x.date);
        v("from", x.from);
        v("leads", x.leads);
    }
};

template <>
struct Fields<LeadsOfChannel> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("channel", x.channel);
        v("leads", x.leads);
    }
};

template <>
struct Fields<FirstAnswer> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("conversation_id", x.conversation);
        v("ms", x.ms);
    }
};

template <>
struct Fields<AnswerTimes> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("count", x.count);
        v("median_ms", x.medianMs);
        v("p95_ms", x.p95Ms);
        v("slowest", x.slowest);
    }
};

template <>
struct Fields<EngineUse> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("engine", x.engine);
        v("turns", x.turns);
        v("tokens", x.tokens);
    }
};

template <>
struct Fields<DashboardStats> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("client_id", x.client);
        v("zone", x.zone);
        v("since", x.since);
        v.required("at", x.at);
        v("leads", x.leads);
        v("qualified", x.qualified);
        v("qualification_rate", x.qualificationRate);
        v("booked", x.booked);
        v("active_conversations", x.activeConversations);
        v("pending_escalations", x.pendingEscalations);
        v("assistant_answers", x.assistantAnswers);
        v("people_answers", x.peopleAnswers);
        v("tokens", x.tokens);
        v("engines", x.engines);
        v("complete", x.complete);
    }
};

template <>
struct Fields<Owner> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("kind", x.kind);
        v("user_id", x.user);
        v("name", x.name);
    }
};

template <>
struct Fields<Claim> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("user_id", x.user);
        v("name", x.name);
        v("fence", x.fence);
        v("lease_until", x.leaseUntil);
    }
};

template <>
struct Fields<LastMessage> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("id", x.id);
        v("role", x.role);
        v("author", x.author);
        v("text", x.text);
        v("position", x.position);
        v("delivery", x.delivery);
        v("at", x.at);
    }
};

template <>
struct Fields<EscalationMark> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("id", x.id);
        v("reason", x.reason);
        v("status", x.status);
        v("priority", x.priority);
        v("due", x.due);
    }
};

template <>
struct Fields<DecisionMark> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("id", x.id);
        v("action", x.action);
        v("confidence", x.confidence);
    }
};

template <>
struct Fields<SlaMark> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("kind", x.kind);
        v("due", x.due);
        v("warn_at", x.warnAt);
        v("paused_from", x.pausedFrom);
        v("paused_until", x.pausedUntil);
        v("reason", x.reason);
    }
};

template <>
struct Fields<Task> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("conversation_id", x.conversation);
        v("lead_id", x.lead);
        v("kind", x.kind);
        v("text", x.text);
        v("owner", x.owner);
        v("due", x.due);
        v("is_due", x.isDue);
        v("state", x.state);
        v("outcome", x.outcome);
        v("created_by", x.createdBy);
        v("decision_id", x.decision);
        v("created_at", x.createdAt);
        v("closed_by", x.closedBy);
        v("closed_at", x.closedAt);
        v("version", x.version);
    }
};

template <>
struct Fields<TaskMark> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("id", x.id);
        v("kind", x.kind);
        v("owner_id", x.owner);
        v("due", x.due);
        v("is_due", x.isDue);
    }
};

template <>
struct Fields<SummaryPromise> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("kind", x.kind);
        v("text", x.text);
        v("due", x.due);
        v("state", x.state);
    }
};

template <>
struct Fields<ConversationSummary> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("up_to", x.upTo);
        v("wants", x.wants);
        v("open", x.open);
        v("promises", x.promises);
    }
};

template <>
struct Fields<Conversation> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("lead_id", x.lead);
        v("channel_id", x.channel);
        v("channel", x.channelKind);
        v("status", x.status);
        v("owner", x.owner);
        v("claim", x.claim);
        v("labels", x.labels);
        v("language", x.language);
        v("reply_window_until", x.replyWindowUntil);
        v("snoozed_until", x.snoozedUntil);
        v("waiting_since", x.waitingSince);
        v("last_position", x.lastPosition);
        v("last_public_position", x.lastPublicPosition);
        v("last_message", x.lastMessage);
        v("escalation", x.escalation);
        v("decision", x.decision);
        v("sla", x.sla);
        v("task", x.task);
        v("summary", x.summary);
        v("created_at", x.createdAt);
        v("last_at", x.lastAt);
        v("ended_at", x.endedAt);
        v("version", x.version);
    }
};

template <>
struct Fields<Composition> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("user_id", x.user);
        v("client_id", x.client);
        v("conversation_id", x.conversation);
        v("kind", x.kind);
        v("text", x.text);
        v("seen_position", x.seenPosition);
        v("at", x.at);
        v("version", x.version);
    }
};

template <>
struct Fields<ReadCursor> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("user_id", x.user);
        v("client_id", x.client);
        v("conversation_id", x.conversation);
        v("position", x.position);
        v("version", x.version);
    }
};

template <>
struct Fields<IntakeQuestion> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("key", x.key);
        v.required("wording", x.wording);
        v("kind", x.kind);
        v("choices", x.choices);
        v("fills", x.fills);
        v("required", x.required);
    }
};

template <>
struct Fields<SlaTargets> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("first_response_minutes", x.firstResponseMinutes);
        v("next_response_minutes", x.nextResponseMinutes);
        v("resolution_minutes", x.resolutionMinutes);
        v("count_assistant", x.countAssistant);
    }
};

template <>
struct Fields<OnCall> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("user_id", x.user);
        v("week", x.week);
    }
};

template <>
struct Fields<AlertSettings> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("repeat_seconds", x.repeatSeconds);
        v("climb_minutes", x.climbMinutes);
        v("quiet_week", x.quietWeek);
        v("on_call", x.onCall);
        v("owner_phone", x.ownerPhone);
    }
};

template <>
struct Fields<MessageTemplate> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("name", x.name);
        v.required("language", x.language);
        v.required("text", x.text);
    }
};

template <>
struct Fields<ClientSettings> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("client_id", x.client);
        v("intake", x.intake);
        v("greeting", x.greeting);
        v("hand_over_words", x.handOverWords);
        v("emergency_words", x.emergencyWords);
        v("turn_delay_ms", x.turnDelayMs);
        v("answer_floor", x.answerFloor);
        v("long_conversation", x.longConversation);
        v("escalation_due_minutes", x.escalationDueMinutes);
        v("quiet_minutes", x.quietMinutes);
        v("opt_out_everywhere", x.optOutEverywhere);
        v("sla", x.sla);
        v("alerts", x.alerts);
        v("missed_call_text", x.missedCallText);
        v("contact", x.contact);
        v("templates", x.templates);
        v("version", x.version);
    }
};

template <>
struct Fields<RuleConditions> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("score_above", x.scoreAbove);
        v("words", x.words);
        v("meaning", x.meaning);
        v("unanswered_minutes", x.unansweredMinutes);
        v("times", x.times);
        v("channels", x.channels);
        v("languages", x.languages);
        v("repeated_question", x.repeatedQuestion);
        v("sentiment_falling", x.sentimentFalling);
    }
};

template <>
struct Fields<RuleHandOver> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("reason", x.reason);
        v("priority", x.priority);
    }
};

template <>
struct Fields<ClientRule> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("name", x.name);
        v("enabled", x.enabled);
        v("when", x.when);
        v("hand_over", x.handOver);
        v("version", x.version);
    }
};

template <>
struct Fields<Macro> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("name", x.name);
        v("text", x.text);
        v("version", x.version);
    }
};

template <>
struct Fields<RuleDryRunHit> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("conversation_id", x.conversation);
        v("times", x.times);
        v("last_at", x.lastAt);
    }
};

template <>
struct Fields<RuleDryRun> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("since", x.since);
        v("until", x.until);
        v("fired", x.fired);
        v("fired_conversations", x.firedConversations);
        v("conversations", x.conversations);
        v("examined_conversations", x.examinedConversations);
        v("examined_messages", x.examinedMessages);
        v("complete", x.complete);
        v("examined_since", x.examinedSince);
    }
};

template <>
struct Fields<KnowledgeBase> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("name", x.name);
        v("description", x.description);
        v("documents", x.documents);
        v("version", x.version);
    }
};

template <>
struct Fields<Document> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("base_id", x.base);
        v("kind", x.kind);
        v("title", x.title);
        v("text", x.text);
        v("language", x.language);
        v("category", x.category);
        v("visibility", x.visibility);
        v("sha256", x.sha256);
        v("updated_at", x.updatedAt);
        v("version", x.version);
    }
};

} // namespace foredeck
