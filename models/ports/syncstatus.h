#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/conversation.h"

#include <QString>

#include <optional>

namespace foredeck {

/// What the status bar says about the wire, in the order of how good it is. One phase at a time.
enum class SyncPhase {
    SignedOut, ///< nobody is signed in: nothing is asked of the server
    Connecting, ///< the first attempt since the start; the window shows what is kept here
    Live, ///< everything up to `completeUpTo` is here
    CatchingUp, ///< `done` of `total` events or conversations
    Gap, ///< an event is missing and has been asked for again
    Reconnecting, ///< the next attempt is at `retryAt`
    Offline, ///< no attempt has worked since `since`; the next one is at `retryAt`
    CannotSave, ///< the disk refuses: nothing more is taken from the server, what is typed is kept in memory
    TooOld, ///< the server wants a newer console
};

/// Whether what is done goes out now; else it waits for the wire.
constexpr bool isReached(SyncPhase phase) noexcept
{
    return phase == SyncPhase::Live || phase == SyncPhase::CatchingUp || phase == SyncPhase::Gap;
}

struct SyncStatus {
    SyncPhase phase = SyncPhase::SignedOut;
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::optional<Timestamp> retryAt; ///< local clock
    std::optional<Timestamp> since; ///< local clock: when the wire went away
    /// Server time: everything the server had then stands in the cache. Kept while offline, so that a person knows how
    /// old the picture is. Nothing before the first complete state.
    std::optional<Timestamp> completeUpTo;
    QString detail; ///< a sentence of the failure, for the tooltip; empty when there is none

    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

enum class SessionPhase { SignedOut, SigningIn, SignedIn };

/// Whether the sign-in outlives the program.
enum class KeyringState {
    NotNeeded, ///< the embedded backend's one-time token
    Waiting, ///< the desktop's keyring has not answered; it may be asking the person for a password
    Stored,
    SessionOnly, ///< no keyring, or locked: signed in for this session only
};

enum class PresenceKind { Viewing, Typing, Online, Away, Gone };

/// Somebody else, or the assistant, in a conversation.
struct Presence {
    UserId user; ///< empty: the assistant
    QString name;
    PresenceKind kind = PresenceKind::Viewing;
    friend bool operator==(const Presence &, const Presence &) = default;
};

/// What is known of the lease of one's own claim.
struct Lease {
    std::int64_t fence = 0;
    std::optional<Timestamp> until; ///< server time
    bool lost = false; ///< somebody else holds the conversation now
    /// Nobody has claimed since: it is still one's own, and anybody may take it without asking.
    bool ranOut() const noexcept { return !until && !lost; }
    friend bool operator==(const Lease &, const Lease &) = default;
};

/// Somebody else holds what was one's own. What was told before the last taking over is of no matter any more.
inline bool isLost(const Claim &claim, const std::optional<Lease> &lease) { return lease && lease->lost && lease->fence >= claim.fence; }
/// Of one's own: by what the server keeps, or by what the wire told first, which is known in the run that asked alone.
inline bool hasRunOut(const Owner &owner, const Claim &claim, const std::optional<Lease> &lease)
{
    return hasRunOut(owner, claim) || (lease && lease->ranOut() && lease->fence >= claim.fence);
}

} // namespace foredeck
