#pragma once

/// The bodies of requests as they stand on the wire, besides those that are domain types themselves.

#include "net/codec/domaincodec.h"
#include "server/services/client/channelacts.h"
#include "server/services/client/clientacts.h"
#include "server/services/client/useracts.h"
#include "server/services/conversation/assignacts.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/conversation/labelacts.h"
#include "server/services/conversation/snoozeacts.h"
#include "server/services/conversation/stateacts.h"
#include "server/services/conversation/writefirst.h"
#include "server/services/escalation/escalationacts.h"
#include "server/services/knowledge/faqacts.h"
#include "server/services/lead/leadacts.h"
#include "server/services/lead/leadmergeacts.h"

namespace foredeck {

struct NoBody { };
template <>
struct Fields<NoBody> {
    template <class V, class T>
    static void visit(V &, T &) { }
};

struct AssistantBody {
    bool on = true;
    std::optional<Timestamp> until;
};
template <>
struct Fields<AssistantBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("on", x.on);
        v("until", x.until);
    }
};

template <>
struct Fields<NewNotice> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("text", x.text);
        v("from", x.from);
        v("until", x.until);
    }
};

template <>
struct Fields<ClientPatch> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("name", x.name);
        v("safe_mode", x.safeMode);
        v("notices", x.notices);
        v("language", x.language);
        v("region", x.region);
    }
};

struct InviteBody {
    std::string name;
    std::string email;
    Open<Role> role;
    std::string password;
};
template <>
struct Fields<InviteBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("name", x.name);
        v.required("email", x.email);
        v.required("role", x.role);
        v("password", x.password);
    }
};

template <>
struct Fields<UserPatch> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("role", x.role);
        v("status", x.status);
        v("available", x.available);
        v("do_not_disturb", x.doNotDisturb);
        v("on_call", x.onCall);
        v("name", x.name);
    }
};

struct ChannelBody {
    std::string name;
    std::string number;
    std::string phoneNumberId;
    std::string account;
    std::string baseUrl;
    std::string publicUrl;
    ChannelSecrets secrets;
};
template <>
struct Fields<ChannelBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("name", x.name);
        v("number", x.number);
        v("phone_number_id", x.phoneNumberId);
        v("account", x.account);
        v("base_url", x.baseUrl);
        v("public_url", x.publicUrl);
        v("secret", x.secrets.secret);
        v("token", x.secrets.token);
        v("verify_token", x.secrets.verifyToken);
    }
};

template <>
struct Fields<NewLead> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("id", x.id);
        v("name", x.name);
        v("phones", x.phones);
        v("emails", x.emails);
        v.required("source", x.source);
        v("wants", x.wants);
        v("note", x.note);
        v("conversation", x.conversation);
    }
};

template <>
struct Fields<LeadPatch> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("name", x.name);
        v("phones", x.phones);
        v("emails", x.emails);
        v("qualification", x.qualification);
        v("value", x.value);
        v.raw("expect", x.expect);
    }
};

template <>
struct Fields<LeadMergeRequest> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("lead_id", x.other);
        v.raw("expect", x.expect);
    }
};

template <>
struct Fields<LeadPartRequest> {
    template <class V, class T>
    static void visit(V &v, T &x) { v.required("lead_id", x.other); }
};

struct LeadStatusBody {
    Open<LeadStatus> status;
    std::string expect; ///< JSON
};
template <>
struct Fields<LeadStatusBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("status", x.status);
        v.raw("expect", x.expect);
    }
};

struct ScoreBody {
    int points = 0;
    std::string label;
};
template <>
struct Fields<ScoreBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("points", x.points);
        v.required("label", x.label);
    }
};

template <>
struct Fields<ReplyRequest> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v.required("text", x.text);
        v.required("seen_position", x.seenPosition);
        v("fence", x.fence);
        v("override", x.override_);
    }
};

template <>
struct Fields<FirstWords> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v.required("lead_id", x.lead);
        v.required("channel", x.channel);
        v("text", x.text);
        v("template", x.useTemplate);
    }
};

template <>
struct Fields<NoteRequest> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("id", x.id);
        v.required("text", x.text);
        v("mentions", x.mentions);
    }
};

struct FollowBody {
    bool on = true;
};
template <>
struct Fields<FollowBody> {
    template <class V, class T>
    static void visit(V &v, T &x) { v.required("on", x.on); }
};

struct ExpectBody {
    Expectations expect;
};
template <>
struct Fields<ExpectBody> {
    template <class V, class T>
    static void visit(V &v, T &x) { v("expect", x.expect); }
};

struct ReleaseBody {
    Open<OwnerKind> to;
    std::int64_t fence = 0;
};
template <>
struct Fields<ReleaseBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("to", x.to);
        v("fence", x.fence);
    }
};

template <>
struct Fields<WakeRequest> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("expect", x.expect);
        v("status", x.status);
    }
};

template <>
struct Fields<LabelsRequest> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("add", x.add);
        v("remove", x.remove);
    }
};

template <>
struct Fields<SnoozeRequest> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("until", x.until);
        v("expect", x.expect);
        v("seen_position", x.seenPosition);
        v("override", x.override_);
    }
};

template <>
struct Fields<EscalateRequest> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("reason", x.reason);
        v("detail", x.detail);
        v("priority", x.priority);
        v("expect", x.expect);
    }
};

template <>
struct Fields<EndRequest> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("seen_position", x.seenPosition);
        v("expect", x.expect);
        v("override", x.override_);
    }
};

struct FenceBody {
    std::int64_t fence = 0;
};
template <>
struct Fields<FenceBody> {
    template <class V, class T>
    static void visit(V &v, T &x) { v("fence", x.fence); }
};

/// Of an escalation; of a conversation, too, where an empty id is nobody.
template <>
struct Fields<AssignRequest> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("user_id", x.user);
        v("expect", x.expect);
    }
};

struct InstructionBody {
    std::string instruction;
    Expectations expect;
};
template <>
struct Fields<InstructionBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("instruction", x.instruction);
        v("expect", x.expect);
    }
};

template <>
struct Fields<ResolveRequest> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("note", x.note);
        v("end", x.end);
        v("seen_position", x.seenPosition);
        v("expect", x.expect);
        v("override", x.override_);
    }
};

struct ReadBody {
    std::int64_t position = 0;
};
template <>
struct Fields<ReadBody> {
    template <class V, class T>
    static void visit(V &v, T &x) { v.required("position", x.position); }
};

struct CompositionBody {
    Open<CompositionKind> kind;
    std::string text;
    std::int64_t seenPosition = 0;
};
template <>
struct Fields<CompositionBody> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v.required("kind", x.kind);
        v.required("text", x.text);
        v("seen_position", x.seenPosition);
    }
};

template <>
struct Fields<FaqInput> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("id", x.id);
        v.required("question", x.question);
        v.required("answer", x.answer);
        v("language", x.language);
        v("category", x.category);
        v("visibility", x.visibility);
        v("version", x.version);
    }
};

struct FaqsBody {
    std::vector<FaqInput> faqs;
};
template <>
struct Fields<FaqsBody> {
    template <class V, class T>
    static void visit(V &v, T &x) { v.required("faqs", x.faqs); }
};

} // namespace foredeck
