#pragma once

/// The wire form of a business: who works there, when it is open, its channels, what it is set to, its rules, macros and
/// knowledge. Part of domaincodec.h, which is what others include.

#include "models/domain/channel.h"
#include "models/domain/client.h"
#include "models/domain/hours.h"
#include "models/domain/knowledge.h"
#include "models/domain/macro.h"
#include "models/domain/rule.h"
#include "models/domain/settings.h"
#include "models/domain/user.h"
#include "net/codec/codec.h"

namespace foredeck {

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
