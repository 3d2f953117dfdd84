#include "models/cache/outboxrules.h"

#include "models/cache/fieldpatch.h"
#include "models/domain/idempotency.h"
#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace foredeck {

namespace {

constexpr int httpUnauthorized = 401;

bool isReply(const Op &op) noexcept { return op.kind == OpKind::Reply; }

/// Acts that mean something only after the replies before them have left.
bool restsOnReplies(OpKind kind) noexcept
{
    switch (kind) {
    case OpKind::Reply:
    case OpKind::End:
    case OpKind::Release:
    case OpKind::Assign:
    case OpKind::EscalationAssign:
    case OpKind::EscalationRelease:
    case OpKind::EscalationReturn:
    case OpKind::EscalationResolve:
        return true;
    default:
        return false;
    }
}

std::int64_t backoffMs(int attempts, double jitter, const OutboxLimits &limits)
{
    std::int64_t most = limits.retryFirstMs;
    for (int i = 1; i < attempts && most < limits.retryMostMs; ++i)
        most *= 2;
    most = std::min(most, limits.retryMostMs);
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(most) * std::clamp(jitter, 0.0, 1.0)));
}

Op triedLater(Op op, const OpAnswer &answer, Timestamp now, double jitter, const OutboxLimits &limits)
{
    const std::int64_t wait = answer.retryAfterMs > 0 ? std::min(answer.retryAfterMs, limits.retryMostMs)
                                                      : backoffMs(op.attempts, jitter, limits);
    op.state = OpState::Queued;
    op.nextTry = now + std::chrono::milliseconds {wait};
    return op;
}

/// Anybody on the way may answer with a status, and with a page. The server says it in a problem document, which names it.
bool isServersOwn(const OpAnswer &answer)
{
    JsonDocument problem;
    const auto root = problem.parse(answer.body);
    return root.hasValue() && root.value()["status"].asInteger() == answer.status;
}

/// Of an act that is there under another wording: sent anyway, it says more than when it was taken.
bool saysKeyIsTaken(const OpAnswer &answer)
{
    JsonDocument problem;
    const auto root = problem.parse(answer.body);
    return root.hasValue() && root.value()["detail"].asString() == keyTakenProblem;
}

/// It may not be done by this person, and was not.
bool saysNotDone(const OpAnswer &answer)
{
    JsonDocument problem;
    const auto root = problem.parse(answer.body);
    return root.hasValue() && root.value()[actDoneMember].asBoolean() == false;
}

/// What the server answers before it looks for the act, and does not say that it has not done it, says nothing of an earlier try,
/// nor does what somebody else answers: what it cannot read or finds too large it would have refused before, too. A gateway's 5xx
/// may stand for an answer that was lost behind it.
bool mayHaveArrived(const Op &op, const OpAnswer &answer)
{
    constexpr std::array afterLooking {400, 409, 412, 413, 422};
    const int status = answer.status;
    const bool isLost = (status == 0 && !answer.neverLeft) || status == 408 || (status >= 500 && status != 503);
    const bool isRefused = std::find(afterLooking.begin(), afterLooking.end(), status) != afterLooking.end() && isServersOwn(answer) && !saysKeyIsTaken(answer);
    const bool isForbidden = (status == 403 || status == 404) && isServersOwn(answer) && saysNotDone(answer);
    const bool hasTold = status / 100 == 2 || isRefused || isForbidden;
    return isLost || (!hasTold && (op.mayHaveArrived || answer.wasSentBefore));
}

std::string staleProblem()
{
    JsonWriter json;
    json.beginObject();
    json.key("type");
    json.string(staleProblemType);
    json.key("title");
    json.string("This reply waited too long to be sent without a look");
    json.endObject();
    return json.take();
}

struct Lane {
    bool blocked = false;
    HoldingBack::Review review;
};

class Selector {
public:
    Selector(const std::vector<Op> &ops, Timestamp now, const OutboxLimits &limits, const WaitsFor &waits, const WithWhom &withWhom)
        : m_ops(ops), m_now(now), m_limits(limits), m_waits(waits), m_order(ops, withWhom)
    {
    }

    Selection run()
    {
        const auto sending = std::count_if(m_ops.begin(), m_ops.end(), [](const Op &op) { return op.state == OpState::Sending; });
        m_free = m_limits.parallel - static_cast<int>(sending);
        for (std::size_t i = 0; i < m_ops.size(); ++i)
            look(i);
        return m_selection;
    }

private:
    void look(std::size_t i)
    {
        const Op &op = m_ops[i];
        Lane &lane = m_lanes[laneOf(op)];
        switch (op.state.value()) {
        case OpState::Held:
        case OpState::Queued:
            wants(i, op, lane);
            break;
        case OpState::Sending:
            lane.blocked = true;
            m_order.isBehind(op);
            break;
        case OpState::NeedsReview:
            holdBehind(op, lane);
            break;
        default:
            break;
        }
    }

    void wants(std::size_t i, const Op &op, Lane &lane)
    {
        ++m_selection.waiting;
        const Timestamp undone = undoneAt(op);
        if (op.state == OpState::Held && undone > m_now)
            wakeAt(undone); // wherever it stands: its time passes all the same
        if (!settles(i, op, lane) && op.state == OpState::Held && undone <= m_now)
            m_selection.released.push_back(i);
    }

    /// Whether it goes or wants a look now.
    bool settles(std::size_t i, const Op &op, Lane &lane)
    {
        if (lane.blocked) {
            m_order.isBehind(op);
            return false;
        }
        const Timestamp due = std::max(undoneAt(op), triedAt(op));
        const bool asks = op.state == OpState::Queued || due <= m_now; // one that is held may still be taken back
        if (asks && speaks(op) && isStale(op)) {
            m_selection.stale.push_back(i);
            holdBehind(op, lane);
            --m_selection.waiting;
            return true;
        }
        if (lane.review.holds(op.kind.value())) {
            m_order.isBehind(op); // it goes before a merge that was made after it, whenever that is
            return false;
        }
        if (op.kind == OpKind::WriteFirst && m_waitingFirst.contains(op.target))
            return false;
        if (m_waits && m_waits(op)) {
            holdBehind(op, lane);
            wakeAt(m_now + std::chrono::milliseconds {m_limits.retryMostMs});
            return false;
        }
        if (m_order.isBehind(op)) { // asked again when that one is answered
            // Of a client's lane only what is about the same people rests on it, and stands behind it by itself.
            lane.blocked = !op.conversation.empty();
            return false;
        }
        lane.blocked = true;
        if (due > m_now) {
            wakeAt(due);
            return false;
        }
        if (m_free <= 0)
            return false;
        take(i);
        return true;
    }

    /// What is written to the same customer after these words goes after them.
    void holdBehind(const Op &op, Lane &lane)
    {
        lane.review.ofReply = lane.review.ofReply || isReply(op);
        if (op.kind == OpKind::WriteFirst)
            m_waitingFirst.insert(op.target);
    }

    // After the clock was set back both would lie hours ahead: neither is waited for longer than it can last.
    Timestamp undoneAt(const Op &op) const { return op.notBefore && !isOver(op.createdAt, *op.notBefore, m_now) ? *op.notBefore : m_now; }
    Timestamp triedAt(const Op &op) const
    {
        const bool isNear = op.nextTry && *op.nextTry - m_now <= std::chrono::milliseconds {m_limits.retryMostMs};
        return isNear ? *op.nextTry : m_now;
    }

    void wakeAt(Timestamp due) { m_selection.wakeAt = std::min(due, m_selection.wakeAt.value_or(due)); }

    void take(std::size_t i)
    {
        --m_free;
        --m_selection.waiting;
        m_selection.send.push_back(i);
    }

    bool isStale(const Op &op) const { return m_now - op.createdAt > std::chrono::milliseconds {m_limits.staleReplyMs}; }

    const std::vector<Op> &m_ops;
    Timestamp m_now;
    const OutboxLimits &m_limits;
    const WaitsFor &m_waits;
    MergeOrder m_order;
    std::map<std::string, Lane> m_lanes;
    std::set<std::string> m_waitingFirst; ///< to whom first words wait: what is written to them after that goes after it
    Selection m_selection;
    int m_free = 0;
};

} // namespace

std::string laneOf(const Op &op)
{
    if (op.kind == OpKind::Read)
        return op.conversation.value + "#read";
    if (op.kind == OpKind::Composition)
        return op.conversation.value + "#composition#" + op.target;
    return op.conversation.empty() ? op.client.value + "#client" : op.conversation.value;
}

bool isQuiet(OpKind kind) noexcept { return kind == OpKind::Read || kind == OpKind::Composition; }

bool isToldBy(const Op &op, const std::string &stream)
{
    if (isQuiet(op.kind.value()))
        return stream.starts_with("user:");
    if (op.kind == OpKind::UserInvite || op.kind == OpKind::UserDisable || op.kind == OpKind::OwnState)
        return stream.starts_with("agency:");
    return stream == "client:" + op.client.value;
}

bool speaks(const Op &op) noexcept { return op.kind == OpKind::Reply || op.kind == OpKind::WriteFirst; }

bool makesEntry(const Op &op) noexcept { return speaks(op) || op.kind == OpKind::Note; }

bool endsTelling(OpKind act, std::string_view entity) noexcept
{
    switch (act) {
    case OpKind::Claim:
    case OpKind::TakeOver:
    case OpKind::Release:
    case OpKind::End:
    case OpKind::Reopen:
    case OpKind::Snooze:
    case OpKind::Wake:
    case OpKind::Escalate:
    case OpKind::Assign:
    case OpKind::EscalationAssign:
    case OpKind::EscalationRelease:
    case OpKind::EscalationReturn:
    case OpKind::EscalationResolve:
    case OpKind::TaskCreate:
    case OpKind::TaskUpdate:
    case OpKind::TaskDone:
    case OpKind::TaskDrop:
    case OpKind::TaskReopen:
    case OpKind::WriteFirst:
    case OpKind::LeadMerge:
    case OpKind::LeadPart:
        return entity == "conversation";
    default:
        return true;
    }
}

bool isOpen(OpState state) noexcept
{
    return state != OpState::Confirmed && state != OpState::Cancelled && state != OpState::Unknown;
}

bool isEchoed(OpState state) noexcept
{
    return state == OpState::Held || state == OpState::Queued || state == OpState::Sending || state == OpState::Acked;
}

bool neverHappened(const Op &op) noexcept
{
    const bool isUndone = (op.state == OpState::Queued && op.attempts == 0) || op.state == OpState::NeedsReview || op.state == OpState::Refused;
    return isUndone && !op.mayHaveArrived;
}

Selection selectSendable(const std::vector<Op> &ops, Timestamp now, const OutboxLimits &limits, const WaitsFor &waits, const WithWhom &withWhom)
{
    return Selector {ops, now, limits, waits, withWhom}.run();
}

// What is open only since its resolve waits is not opened again before it: the resolve would stand in the end.
bool HoldingBack::Review::holds(OpKind kind)
{
    const bool waits = ofReply && (restsOnReplies(kind) || (kind == OpKind::Reopen && endWaits));
    endWaits = endWaits || (waits && kind == OpKind::End);
    return waits;
}

bool HoldingBack::holds(const Op &op)
{
    Review &lane = m_lanes[laneOf(op)];
    lane.ofReply = lane.ofReply || (isReply(op) && op.state == OpState::NeedsReview);
    const bool waits = op.state == OpState::Held || op.state == OpState::Queued;
    return waits && lane.holds(op.kind.value());
}

Op afterAnswer(Op op, const OpAnswer &answer, Timestamp now, double jitter, const OutboxLimits &limits)
{
    ++op.attempts;
    op.nextTry.reset();
    op.problem.clear();
    op.mayHaveArrived = mayHaveArrived(op, answer);
    const int status = answer.status;
    if (status >= 200 && status < 300) {
        op.state = OpState::Acked;
        return op;
    }
    if (status == 422 && makesEntry(op) && saysKeyIsTaken(answer)) { // the server has these words, as they were sent first
        op.mayHaveArrived = false;
        op.state = OpState::Confirmed;
        return op;
    }
    if (status == httpUnauthorized) {
        // Whoever refreshes the token starts the sending again; the wait is for the case that it never does.
        return triedLater(std::move(op), answer, now, jitter, limits);
    }
    op.problem = answer.body;
    if (status < 400 || status == 408 || status == 425 || status == 429 || status >= 500)
        return triedLater(std::move(op), answer, now, jitter, limits);
    // What the customer has opened again by writing is open: nothing is left to do.
    const bool isDone = op.kind == OpKind::Reopen && status == 409;
    if (isQuiet(op.kind.value()) || isDone)
        op.state = OpState::Cancelled;
    else if (status == 403 || status == 404 || status == 409 || status == 412)
        op.state = OpState::NeedsReview;
    else
        op.state = OpState::Refused;
    return op;
}

Recovered afterCrash(Op op)
{
    if (op.state == OpState::Sending) {
        op.state = OpState::Queued;
        ++op.attempts; // the server may have it under this key: nothing else may go out under the same
        op.mayHaveArrived = true;
        return {std::move(op), false};
    }
    if (op.state == OpState::Held) {
        op.state = OpState::Cancelled;
        return {std::move(op), true};
    }
    return {std::move(op), false};
}

namespace {

// Questions are edited together, so each names its version itself: that of the one that was refused is the told one now.
std::string restedOnCurrent(const Op &op)
{
    JsonDocument problem, body;
    const auto told = problem.parse(op.problem);
    const auto root = body.parse(op.body);
    const auto version = versionTold(op);
    if (version == 0 || told.hasError() || root.hasError())
        return op.body;
    const auto id = told.value()["current"]["id"].asString();
    JsonWriter json;
    json.beginObject();
    json.key("faqs");
    json.beginArray();
    root.value()["faqs"].eachElement([&](JsonValue faq) {
        json.beginObject();
        const bool refused = id && faq["id"].asString() == id;
        faq.eachMember([&](std::string_view name, JsonValue value) {
            json.key(name);
            if (refused && name == "version")
                json.integer(version);
            else
                json.raw(value.toJson());
            return true;
        });
        json.endObject();
        return true;
    });
    json.endArray();
    json.endObject();
    return json.take();
}

/// What both have changed is this person's now; nothing that came after what they were told of is.
Op restedOnTold(Op op)
{
    const auto told = toldDocument(op);
    return told ? restedOn(expecting(std::move(op), told->document), told->document, told->version) : op;
}

} // namespace

Op sentAnyway(Op op, const KnownNow &known, Timestamp now)
{
    if (isPatch(op))
        op = restedOnTold(std::move(op));
    else if (const std::int64_t version = std::max(known.version, versionTold(op)); !op.ifMatch.empty() && version > 0)
        op.ifMatch = std::to_string(version);
    if (op.kind == OpKind::Faqs)
        op.body = restedOnCurrent(op);
    op.state = OpState::Queued;
    op.override_ = true;
    op.seenPosition = std::max(op.seenPosition, known.lastPublicPosition);
    op.fence = 0;
    if (!isPatch(op))
        op.expect.clear();
    op.attempts = 0;
    op.nextTry.reset();
    op.notBefore.reset();
    op.createdAt = now;
    op.problem.clear();
    return op;
}

bool restsOnSomething(const Op &op) noexcept
{
    const bool overrides = op.kind == OpKind::Reply || op.kind == OpKind::End || op.kind == OpKind::EscalationResolve || op.kind == OpKind::Snooze;
    return overrides || op.fence != 0 || !op.expect.empty() || !op.ifMatch.empty() || versionTold(op) > 0;
}

std::int64_t versionTold(const Op &op)
{
    JsonDocument document;
    const auto root = document.parse(op.problem);
    return root.hasValue() ? root.value()["current"]["version"].asInteger().value_or(0) : 0;
}

Op staleForReview(Op op)
{
    op.state = OpState::NeedsReview;
    op.problem = staleProblem();
    return op;
}

} // namespace foredeck
