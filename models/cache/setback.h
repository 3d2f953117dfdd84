#pragma once

/// What becomes of acts when the server goes on from a copy of its store (`foredeckd restore`): what the lost store had taken
/// counted as done here, and the copy may know nothing of it. As pure functions; docs/decisions/0034.

#include "models/domain/op.h"

#include <optional>
#include <string>

namespace foredeck {

/// The store that an epoch is of. What stands behind a point in it are the rights of whoever reads the stream.
std::string storeOf(const std::string &epoch);

/// Whether an act that was told, too, comes back: it made something out of a person's words, and to make it once more undoes
/// nothing that somebody did since. Other acts set what the copy shows otherwise, where everybody sees it.
bool comesBack(OpKind kind) noexcept;

/// What the console can tell of an act that the lost store had or may have had.
enum class Trace {
    None, ///< the copy has nothing of it
    Unknown, ///< the copy may have it further back than it has been read
    Held, ///< the copy has what it made
    Left, ///< the vendor had it, or it was never to go out
};

/// Whether the lost store may have handed an open act's words to a customer though nobody was told: its answer was lost, or is
/// still waited for.
bool mayHaveSpoken(const Op &op) noexcept;

/// The row of an act that has to be sent again (the server answers it with what it recorded where the copy holds it), or to be
/// looked at: what may have reached a customer already, and what lost its key or password. Nothing: it stays as it is.
std::optional<Op> afterSetBack(Op op, Trace trace);

/// Asked by everybody who says of an act that it was sent, or that it was not.
Doubt doubtOf(const Op &op);

inline constexpr const char *setBackProblemType = "https://foredeck.invalid/problems/set-back";

} // namespace foredeck
