#include "server/handlers/conversationhandler.h"

#include "server/handlers/requests.h"

namespace foredeck {

namespace {

ConversationId target(const Request &request) { return ConversationId {request.param("conversation_id")}; }

std::string ofConversation(const char *act) { return std::string {"/api/v1/conversations/{conversation_id}/"} + act; }

void addTalk(Api &api, const Api::Scope &work, const ClaimActs &claims)
{
    api.act<FirstWords>(Method::Post, "/api/v1/conversations/client/{client_id}", Api::client(Right::Work), [](OpContext &op, const Request &, const FirstWords &body) {
        return entityAnswer(writeFirst(op, body), 201);
    });
    api.act<ReplyRequest>(Method::Post, ofConversation("messages"), work, [&claims](OpContext &op, const Request &request, const ReplyRequest &body) {
        return entityAnswer(reply(op, target(request), body, claims.lease()), 201);
    });
    api.act<NoteRequest>(Method::Post, ofConversation("notes"), work, [](OpContext &op, const Request &request, const NoteRequest &body) {
        return entityAnswer(addNote(op, target(request), body), 201);
    });
}

void addClaims(Api &api, const Api::Scope &work, const ClaimActs &claims)
{
    api.act<NoBody>(Method::Post, ofConversation("claim"), work, [&claims](OpContext &op, const Request &request, const NoBody &) {
        return entityAnswer(claims.claim(op, target(request)));
    });
    api.act<ExpectBody>(Method::Post, ofConversation("takeover"), work, [&claims](OpContext &op, const Request &request, const ExpectBody &body) {
        return entityAnswer(claims.takeOver(op, target(request), body.expect));
    });
    api.act<ReleaseBody>(Method::Post, ofConversation("release"), work, [&claims](OpContext &op, const Request &request, const ReleaseBody &body) -> Result<ActAnswer> {
        if (!(body.to == OwnerKind::Assistant) && !(body.to == OwnerKind::Nobody))
            return Error::invalid("to", "must be assistant or nobody");
        return entityAnswer(claims.release(op, target(request), body.to.value(), body.fence));
    });
}

void addAssignment(Api &api, const Api::Scope &work)
{
    api.act<AssignRequest>(Method::Post, ofConversation("assign"), work, [](OpContext &op, const Request &request, const AssignRequest &body) {
        return entityAnswer(assign(op, target(request), body));
    });
}

void addStates(Api &api, const Api::Scope &work, const ClaimActs &claims)
{
    api.act<EscalateRequest>(Method::Post, ofConversation("escalate"), work, [](OpContext &op, const Request &request, const EscalateRequest &body) {
        return entityAnswer(escalate(op, target(request), body));
    });
    api.act<EndRequest>(Method::Post, ofConversation("end"), work, [](OpContext &op, const Request &request, const EndRequest &body) {
        return entityAnswer(end(op, target(request), body));
    });
    api.act<NoBody>(Method::Post, ofConversation("reopen"), work, [&claims](OpContext &op, const Request &request, const NoBody &) {
        return entityAnswer(reopen(op, target(request), claims.lease()));
    });
    api.act<LabelsRequest>(Method::Post, ofConversation("labels"), work, [](OpContext &op, const Request &request, const LabelsRequest &body) {
        return entityAnswer(relabel(op, target(request), body));
    });
}

void addSnooze(Api &api, const Api::Scope &work)
{
    api.act<SnoozeRequest>(Method::Post, ofConversation("snooze"), work, [](OpContext &op, const Request &request, const SnoozeRequest &body) {
        return entityAnswer(snooze(op, target(request), body));
    });
    api.act<WakeRequest>(Method::Post, ofConversation("wake"), work, [](OpContext &op, const Request &request, const WakeRequest &body) {
        return entityAnswer(wake(op, target(request), body));
    });
}

void addPersonal(Api &api, const Api::Scope &read, const Api::Scope &work)
{
    api.act<FollowBody>(Method::Post, ofConversation("follow"), read, [](OpContext &op, const Request &request, const FollowBody &body) {
        return entityAnswer(follow(op, target(request), body.on));
    });
    api.act<ReadBody>(Method::Post, ofConversation("read"), read, [](OpContext &op, const Request &request, const ReadBody &body) {
        return entityAnswer(markRead(op, target(request), body.position));
    });
    api.act<CompositionBody>(Method::Put, ofConversation("composition"), work, [](OpContext &op, const Request &request, const CompositionBody &body) {
        Composition composition;
        composition.conversation = target(request);
        composition.kind = body.kind;
        composition.text = body.text;
        composition.seenPosition = body.seenPosition;
        return entityAnswer(compose(op, std::move(composition)));
    });
}

} // namespace

void addConversationActs(Api &api, const ClaimActs &claims)
{
    const auto read = Api::thing<ConversationId>("conversation_id", Right::Read, "conversation");
    const auto work = Api::thing<ConversationId>("conversation_id", Right::Work, "conversation");
    addTalk(api, work, claims);
    addClaims(api, work, claims);
    addAssignment(api, work);
    addStates(api, work, claims);
    addSnooze(api, work);
    addPersonal(api, read, work);
}

} // namespace foredeck
