#include "net/sync/oproute.h"

#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"

#include <algorithm>

namespace foredeck {

namespace {

enum Puts : unsigned { Nothing = 0, Seen = 1, Fence = 2, Override = 4, Expect = 8 };

struct Route {
    const char *method;
    const char *path; ///< {c} the conversation, {k} the client, {t} the target
    unsigned puts;
    const char *answer; ///< the kind of entity that it answers with
};

Route routeOf(OpKind kind)
{
    switch (kind) {
    case OpKind::Reply:
        return {"POST", "/api/v1/conversations/{c}/messages", Seen | Fence | Override, "message"};
    case OpKind::Note:
        return {"POST", "/api/v1/conversations/{c}/notes", Nothing, "note"};
    case OpKind::Claim:
        return {"POST", "/api/v1/conversations/{c}/claim", Nothing, "conversation"};
    case OpKind::TakeOver:
        return {"POST", "/api/v1/conversations/{c}/takeover", Expect, "conversation"};
    case OpKind::Release:
        return {"POST", "/api/v1/conversations/{c}/release", Fence, "conversation"};
    case OpKind::End:
        return {"POST", "/api/v1/conversations/{c}/end", Seen | Expect | Override, "conversation"};
    case OpKind::Reopen:
        return {"POST", "/api/v1/conversations/{c}/reopen", Nothing, "conversation"};
    case OpKind::Read:
        return {"POST", "/api/v1/conversations/{c}/read", Nothing, "read_cursor"};
    case OpKind::Composition:
        return {"PUT", "/api/v1/conversations/{c}/composition", Seen, "composition"};
    case OpKind::Escalate:
        return {"POST", "/api/v1/conversations/{c}/escalate", Nothing, "conversation"};
    case OpKind::ClientAssistant:
        return {"POST", "/api/v1/clients/{k}/assistant", Nothing, "client"};
    case OpKind::ClientSafeMode:
    case OpKind::ClientName:
        return {"PATCH", "/api/v1/clients/{k}", Nothing, "client"};
    case OpKind::Settings:
        return {"PUT", "/api/v1/clients/{k}/settings", Nothing, "settings"};
    case OpKind::Hours:
        return {"PUT", "/api/v1/hours/{t}", Nothing, "location"};
    case OpKind::Channel:
        return {"PUT", "/api/v1/channels/{t}", Nothing, "channel"};
    case OpKind::ChannelTest:
        return {"POST", "/api/v1/channels/{t}/test", Nothing, "channel"};
    case OpKind::UserInvite:
        return {"POST", "/api/v1/clients/{k}/users", Nothing, "user"};
    case OpKind::UserDisable:
        return {"PATCH", "/api/v1/users/{t}", Nothing, "user"};
    case OpKind::Faqs:
        return {"POST", "/api/v1/knowledge/bases/{t}/faqs", Nothing, "document"};
    case OpKind::LeadUpdate:
        return {"PATCH", "/api/v1/leads/{t}", Expect, "lead"};
    case OpKind::LeadStatus:
        return {"PATCH", "/api/v1/leads/{t}/status", Expect, "lead"};
    case OpKind::EscalationAcknowledge:
        return {"POST", "/api/v1/escalations/{t}/acknowledge", Nothing, "escalation"};
    case OpKind::EscalationAssign:
        return {"POST", "/api/v1/escalations/{t}/assign", Expect, "escalation"};
    case OpKind::EscalationRelease:
        return {"POST", "/api/v1/escalations/{t}/release", Fence, "escalation"};
    case OpKind::EscalationReturn:
        return {"POST", "/api/v1/escalations/{t}/return", Expect, "escalation"};
    case OpKind::EscalationResolve:
        return {"POST", "/api/v1/escalations/{t}/resolve", Seen | Expect | Override, "escalation"};
    case OpKind::Snooze:
        return {"POST", "/api/v1/conversations/{c}/snooze", Seen | Override, "conversation"};
    case OpKind::Wake:
        return {"POST", "/api/v1/conversations/{c}/wake", Nothing, "conversation"};
    case OpKind::OwnState:
        return {"PATCH", "/api/v1/users/{t}", Nothing, "user"};
    case OpKind::RuleCreate:
        return {"POST", "/api/v1/rules/client/{k}", Nothing, "rule"};
    case OpKind::RuleUpdate:
        return {"PUT", "/api/v1/rules/{t}", Nothing, "rule"};
    case OpKind::RuleDelete:
        return {"DELETE", "/api/v1/rules/{t}", Nothing, nullptr};
    case OpKind::MacroCreate:
        return {"POST", "/api/v1/macros/client/{k}", Nothing, "macro"};
    case OpKind::MacroUpdate:
        return {"PUT", "/api/v1/macros/{t}", Nothing, "macro"};
    case OpKind::MacroDelete:
        return {"DELETE", "/api/v1/macros/{t}", Nothing, nullptr};
    case OpKind::FaqDelete:
        return {"DELETE", "/api/v1/knowledge/documents/{t}", Nothing, nullptr};
    case OpKind::Labels:
        return {"POST", "/api/v1/conversations/{c}/labels", Nothing, "conversation"};
    case OpKind::Follow:
        return {"POST", "/api/v1/conversations/{c}/follow", Nothing, "conversation"};
    case OpKind::Assign:
        return {"POST", "/api/v1/conversations/{c}/assign", Expect, "conversation"};
    case OpKind::TaskCreate:
        return {"POST", "/api/v1/conversations/{c}/tasks", Nothing, "task"};
    case OpKind::TaskUpdate:
        return {"PATCH", "/api/v1/tasks/{t}", Expect, "task"};
    case OpKind::TaskDone:
        return {"POST", "/api/v1/tasks/{t}/done", Expect, "task"};
    case OpKind::TaskDrop:
        return {"POST", "/api/v1/tasks/{t}/drop", Expect, "task"};
    case OpKind::TaskReopen:
        return {"POST", "/api/v1/tasks/{t}/reopen", Nothing, "task"};
    case OpKind::LeadCreate:
        return {"POST", "/api/v1/leads/client/{k}", Nothing, "lead"};
    case OpKind::WriteFirst:
        return {"POST", "/api/v1/conversations/client/{k}", Nothing, "conversation"};
    case OpKind::NoticeAdd:
        return {"POST", "/api/v1/clients/{k}/notices", Nothing, "client"};
    case OpKind::NoticeEnd:
        return {"DELETE", "/api/v1/clients/{k}/notices/{t}", Nothing, "client"};
    case OpKind::LeadMerge:
        return {"POST", "/api/v1/leads/{t}/merge", Expect, "lead"};
    case OpKind::LeadPart:
        return {"POST", "/api/v1/leads/{t}/unmerge", Nothing, "lead"};
    case OpKind::ShiftNoteCreate:
        return {"POST", "/api/v1/shift-notes/client/{k}", Nothing, "shift_note"};
    case OpKind::ShiftNoteAcknowledge:
        return {"POST", "/api/v1/shift-notes/{t}/acknowledge", Nothing, "shift_note"};
    case OpKind::Unknown:
        break;
    }
    return {nullptr, nullptr, Nothing, nullptr};
}

std::string pathOf(const Route &route, const Op &op)
{
    std::string path = route.path;
    for (const auto &[mark, id] : {std::pair {"{c}", op.conversation.value}, {"{k}", op.client.value}, {"{t}", op.target}}) {
        const std::size_t at = path.find(mark);
        if (at == std::string::npos)
            continue;
        if (!isUuid(id))
            return {};
        path.replace(at, 3, id);
    }
    return path;
}

std::string bodyOf(const Route &route, const Op &op, JsonValue body)
{
    JsonWriter json;
    json.beginObject();
    body.eachMember([&](std::string_view name, JsonValue value) {
        json.key(name);
        json.raw(value.toJson());
        return true;
    });
    if (route.puts & Seen) {
        json.key("seen_position");
        json.integer(op.seenPosition);
    }
    if (route.puts & Fence) {
        json.key("fence");
        json.integer(op.fence);
    }
    if ((route.puts & Override) && op.override_) {
        json.key("override");
        json.boolean(true);
    }
    if ((route.puts & Expect) && !op.expect.empty()) {
        json.key("expect");
        json.raw(op.expect);
    }
    json.endObject();
    return json.take();
}

} // namespace

Result<ActRequest> callOf(const Op &op)
{
    const Route route = routeOf(op.kind.value());
    if (!route.path)
        return Error::of(Error::Kind::Unprocessable, "this version does not know the act " + std::string {op.kind.text()});
    ActRequest call;
    call.method = route.method;
    call.path = pathOf(route, op);
    call.ifMatch = op.ifMatch;
    if (call.path.empty())
        return Error::of(Error::Kind::Unprocessable, "the act names no valid id");
    JsonDocument document;
    const auto body = document.parse(op.body.empty() ? std::string_view {"{}"} : std::string_view {op.body});
    if (body.hasError() || !body.value().isObject())
        return Error::of(Error::Kind::Unprocessable, "the stored act cannot be read");
    call.body = bodyOf(route, op, body.value());
    return call;
}

std::vector<Entity> entitiesOf(const Op &op, std::string_view body)
{
    const Route route = routeOf(op.kind.value());
    JsonDocument document;
    const auto root = document.parse(body);
    if (!route.answer || root.hasError() || !root.value().isObject())
        return {};
    std::vector<Entity> entities;
    const auto add = [&](JsonValue value) {
        Entity entity;
        entity.kind = route.answer;
        entity.data = value.toJson();
        entities.push_back(std::move(entity));
        return true;
    };
    if (root.value()["items"].isArray())
        root.value()["items"].eachElement(add);
    else
        add(root.value());
    return entities;
}

} // namespace foredeck
