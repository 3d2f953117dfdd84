#pragma once

/// The wire form of every domain type: one list of fields per word, in the order in which they are written. These names
/// are those of server/api/openapi.yaml; a test holds the two together. Here stand people and what they say to each other:
/// leads, conversations, messages, notes, decisions, tasks.

#include "models/domain/composition.h"
#include "models/domain/conversation.h"
#include "models/domain/decision.h"
#include "models/domain/lead.h"
#include "models/domain/note.h"
#include "models/domain/transition.h"
#include "net/codec/clientcodec.h"
#include "net/codec/codec.h"
#include "net/codec/deskcodec.h"

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
        v("mentions", x.mentions);
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
        v("read_positions", x.readPositions);
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
        v("contact", x.contact);
        v("status", x.status);
        v("owner", x.owner);
        v("claim", x.claim);
        v("labels", x.labels);
        v("participants", x.participants);
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

} // namespace foredeck
