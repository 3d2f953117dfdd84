#pragma once

/// The rules of the outbox (contract 5) as pure functions of (rows, now): what may be sent, what an answer means, what a
/// crash leaves behind. No clock, no file, no random source of their own.

#include "models/cache/mergeorder.h"
#include "models/domain/composition.h"
#include "models/domain/mention.h"
#include "models/domain/op.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

struct OutboxLimits {
    int parallel = 4;
    std::int64_t staleReplyMs = 30 * 60 * 1000;
    std::int64_t retryFirstMs = 1'000;
    std::int64_t retryMostMs = 5 * 60'000;
};

/// Rows with the same lane go one after another, in the order of their acts; lanes go side by side. A conversation is a
/// lane, a client's settings are one; read cursors and synced compositions have their own, because their order against
/// messages means nothing and nobody waits for them.
std::string laneOf(const Op &op);
/// Read cursors and compositions: a refusal of theirs is nobody's concern, and a newer one replaces an older one.
bool isQuiet(OpKind kind) noexcept;
/// The stream that tells of its effect.
bool isToldBy(const Op &op, const std::string &stream);
/// To a customer: said too late, it may be wrong; said twice, too.
bool speaks(const Op &op) noexcept;
/// What it makes stands in a thread, under its id.
bool makesEntry(const Op &op) noexcept;
/// Whether an entity of this kind, told because of the act, is the last that is told of it. The server tells an act on a
/// conversation piece by piece, how it went first and the conversation as it stands now last; they may come apart, and what
/// the act shows beforehand stands in for the conversation until then.
bool endsTelling(OpKind act, std::string_view entity) noexcept;
/// Still on its way or in need of a person: counts as unsent.
bool isOpen(OpState state) noexcept;
/// Its effect is shown: it is on its way or has been acknowledged.
bool isEchoed(OpState state) noexcept;
/// Nothing of it is at the server, and nothing will be once it is taken out: it was never sent, or it was refused. What may
/// have arrived is not among them.
bool neverHappened(const Op &op) noexcept;

struct Selection {
    std::vector<std::size_t> send; ///< indexes into the rows; they become Sending
    std::vector<std::size_t> stale; ///< replies too old to go silently; they become NeedsReview
    std::vector<std::size_t> released; ///< held ones whose undo time is over and that cannot go yet; they become Queued
    std::optional<Timestamp> wakeAt;
    int waiting = 0; ///< rows that want to go but cannot now
};
/// `ops` in the order of the acts. A reply that needs a look holds back the replies after it, and what rests on them
/// (resolve, hand back), but not a claim, a take-over or a note; what undoes a resolve waits with it. Nothing holds back
/// another lane, but what makes two leads one and what is done to them (MergeOrder): those wait in their own lanes for
/// each other, and in a client's hold nothing else meanwhile. One that `waits` for something else holds back the same, and is asked again after the longest wait.
using WaitsFor = std::function<bool(const Op &)>;
Selection selectSendable(const std::vector<Op> &ops, Timestamp now, const OutboxLimits &limits, const WaitsFor &waits = {}, const WithWhom &withWhom = {});

/// Asked of each act, in their order: whether it waits until somebody has decided about a reply before it. Nothing of such
/// an act shows beforehand: whom it would answer or hand back waits.
class HoldingBack {
public:
    bool holds(const Op &op);

    /// Of one lane.
    struct Review {
        bool ofReply = false; ///< a reply needs a look, or may not go yet
        bool endWaits = false; ///< for that
        bool holds(OpKind kind);
    };

private:
    std::map<std::string, Review> m_lanes;
};

/// What came back for a request.
struct OpAnswer {
    int status = 0; ///< HTTP status; 0: no answer, the outcome is unknown
    std::int64_t retryAfterMs = 0; ///< of Retry-After; 0: none
    std::string body; ///< of an error: problem+json
    bool neverLeft = false; ///< without an answer: nothing was sent that the server could have read
    bool wasSentBefore = false; ///< the same try went out more than once; the answer is to the last
};
/// The row after an answer. `jitter` 0–1 spreads the waits.
Op afterAnswer(Op op, const OpAnswer &answer, Timestamp now, double jitter, const OutboxLimits &limits);

/// The row after a crash: what was being sent is queued again under the same id; a held one is to return to its
/// composition (state Cancelled, `returned`).
struct Recovered {
    Op op;
    bool returned = false;
};
Recovered afterCrash(Op op);
/// What is known of what an act rests on. 0: nothing.
struct KnownNow {
    std::int64_t lastPublicPosition = 0; ///< of its conversation
    std::int64_t version = 0; ///< of the entity that it edits
};
/// A person says "send anyway": it rests on what is known now (the refusal's own word counts) and is as old as this moment.
Op sentAnyway(Op op, const KnownNow &known, Timestamp now);

/// Whether there is anything to send it against: what was seen, a holder, a version.
bool restsOnSomething(const Op &op) noexcept;

/// The newer version that its refusal (412) told of; 0 when it told none.
std::int64_t versionTold(const Op &op);

/// A reply that has waited too long: NeedsReview, with a problem of our own that says so.
Op staleForReview(Op op);

/// What a person wrote in it: the text of a reply or note, the instruction of a return, the note of a resolve, the name of a
/// rule or macro, what a task says or came to; empty for others.
std::string textOf(const Op &op);
/// Whom a note mentions; empty for others.
std::vector<Mention> mentionsOf(const Op &op);

/// Whether both are of one handing over of a shift, which told several clients the same: they are edited as one.
bool isOneHandOver(const Op &one, const Op &other);

/// Where the journal keeps what a person writes for an act of this kind: under which id, as what.
struct JournalPlace {
    ConversationId id;
    CompositionKind kind = CompositionKind::Unknown; ///< Unknown: it is not written in a composer
};
JournalPlace journalPlace(const Op &op);

/// What came into a composition that held `before`: what comes back stands in front of that, what a merge brings below it. Where
/// some of the last lines of that have gone again nothing came.
std::string cameBack(const std::string &journal, const std::string &before);
/// What a composition holds after a save of `text`, which went on from `before` (nothing: it was not read yet), when the
/// journal holds something else by now that exists nowhere else.
std::string joined(const std::string &journal, const std::optional<std::string> &before, const std::string &text);
/// The same of who is being entered: there is one form, and whatever of another one is not in it stands in its note.
std::string joinedForms(const std::string &journal, const std::string &text);

inline constexpr const char *staleProblemType = "https://foredeck.invalid/problems/stale-reply";

} // namespace foredeck
