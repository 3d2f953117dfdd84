#pragma once

#include "models/core/clock.h"
#include "server/services/access/bind.h"
#include "server/services/op/act.h"
#include "server/services/secret/secretbox.h"
#include "server/storage/store.h"

#include <chrono>
#include <functional>
#include <string>

namespace foredeck {

/// One act as it arrived: who, its Idempotency-Key, and what it asks, so that a repetition is known from another act.
struct OpCall {
    UserId user;
    OpId id; ///< a UUID
    std::string request; ///< method, target and body, one after another
};

struct ActAnswer {
    int status = 200;
    std::string body; ///< JSON
    bool replayed = false; ///< the stored answer of an earlier, equal call
};

/// An act of a person. `actor` is that person, `op` the Idempotency-Key.
struct OpContext : ActContext {
    const Access &access;
};

/// The server's half of the outbox (contract 5). Each call is one write transaction: rights as they are now → the same op
/// with the same request: the stored answer; with another one: Unprocessable → the effect with its own preconditions,
/// rows, jobs and events → the answer kept for a repetition → commit. What fails leaves nothing behind, so it may be
/// tried again under the same id.
class Ops {
public:
    /// Whose act it is: finds the client and holds it against the caller's rights (boundClient, Access::need).
    using Scope = std::function<Result<ClientId>(Tx &, const Access &)>;
    using Effect = std::function<Result<ActAnswer>(OpContext &)>;

    /// `kept`: how long answers are kept for repetitions (Upkeep::Config::ops). Of an act that is a tenth younger by its id, for
    /// that is a console's clock, it is told that it was not done where none is there.
    Ops(Store &store, const Clock &clock, const SecretBox &box, std::chrono::milliseconds kept = std::chrono::hours {24} * 30)
        : m_store(store), m_clock(clock), m_box(box), m_kept(kept) { }

    Result<ActAnswer> run(const OpCall &call, const Scope &scope, const Effect &effect);

private:
    Result<ActAnswer> inTransaction(WriteTx &tx, const OpCall &call, const Scope &scope, const Effect &effect) const;

    Store &m_store;
    const Clock &m_clock;
    const SecretBox &m_box;
    const std::chrono::milliseconds m_kept;
};

} // namespace foredeck
