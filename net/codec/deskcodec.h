#pragma once

/// The wire form of what the desk is called to and measured by: hand-overs, how somebody is told of them, figures, who takes
/// part, notes from one shift to the next. Part of domaincodec.h, which is what others include.

#include "models/domain/dashboard.h"
#include "models/domain/escalationstats.h"
#include "models/domain/mention.h"
#include "models/domain/participant.h"
#include "models/domain/shiftnote.h"
#include "net/codec/codec.h"

namespace foredeck {

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
struct Fields<Mention> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("user_id", x.user);
        v("name", x.name);
    }
};

template <>
struct Fields<Participant> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("user_id", x.user);
        v("name", x.name);
        v("mentioned", x.mentioned);
        v("news", x.news);
    }
};

template <>
struct Fields<ShiftLine> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("kind", x.kind);
        v("conversation_id", x.conversation);
        v("subject_id", x.subject);
        v("what", x.what);
        v("name", x.name);
        v("text", x.text);
        v("owner", x.owner);
        v("at", x.at);
    }
};

template <>
struct Fields<ShiftReader> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("user_id", x.user);
        v("name", x.name);
        v("at", x.at);
    }
};

template <>
struct Fields<ShiftNote> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v("client_id", x.client);
        v("text", x.text);
        v("author", x.author);
        v("written_at", x.writtenAt);
        v("created_at", x.createdAt);
        v("lines", x.lines);
        v("readers", x.readers);
        v("version", x.version);
    }
};

} // namespace foredeck
