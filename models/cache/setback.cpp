#include "models/cache/setback.h"

#include "models/cache/outboxrules.h"
#include "models/cache/outboxsecrets.h"
#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"

#include <algorithm>

namespace foredeck {

namespace {

std::string setBackProblem(bool isSpoken)
{
    JsonWriter json;
    json.beginObject();
    json.key("type");
    json.string(setBackProblemType);
    json.key("title");
    json.string(isSpoken ? "The server was set back to a copy without this message; it may have arrived all the same" : "The server was set back to a copy that may be without this");
    json.endObject();
    return json.take();
}

} // namespace

std::string storeOf(const std::string &epoch) { return epoch.substr(0, epoch.find('.')); }

bool comesBack(OpKind kind) noexcept
{
    return kind == OpKind::Reply || kind == OpKind::Note || kind == OpKind::WriteFirst || kind == OpKind::LeadCreate || kind == OpKind::TaskCreate
        || kind == OpKind::ShiftNoteCreate;
}

bool mayHaveSpoken(const Op &op) noexcept { return speaks(op) && (op.mayHaveArrived || op.state == OpState::Sending); }

std::optional<Op> afterSetBack(Op op, Trace trace)
{
    const bool wasTaken = op.state == OpState::Acked || (op.state == OpState::Confirmed && comesBack(op.kind.value()));
    if (!(wasTaken || mayHaveSpoken(op)) || isQuiet(op.kind.value()) || trace == Trace::Held || trace == Trace::Left)
        return std::nullopt;
    // What is on its way may be on its way to this server.
    op.mayHaveArrived = trace == Trace::Unknown || op.state == OpState::Sending;
    const bool isSpoken = speaks(op);
    if (isSpoken || lostSecrets(op)) {
        op.state = OpState::NeedsReview;
        op.problem = setBackProblem(isSpoken);
        op.fence = 0; // the lost store's; the copy counts anew
    } else {
        op.state = OpState::Queued;
        op.problem.clear();
    }
    op.attempts = std::max(op.attempts, 1); // nothing else may go out under its id
    op.nextTry.reset();
    op.notBefore.reset();
    return op;
}

Doubt doubtOf(const Op &op)
{
    if (op.state == OpState::NeedsReview && speaks(op)) {
        JsonDocument problem;
        const auto root = problem.parse(op.problem);
        if (root.hasValue() && root.value()["type"].asString() == std::string_view {setBackProblemType})
            return Doubt::SetBack; // whatever this server has
    }
    return op.mayHaveArrived ? Doubt::Unanswered : Doubt::None;
}

} // namespace foredeck
