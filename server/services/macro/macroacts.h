#pragma once

#include "models/domain/macro.h"
#include "server/services/op/act.h"

namespace foredeck {

/// Each tells the client's stream and leaves an audit row; also for init, with its own ids. A new macro has its own id, or the
/// act's; one that is there already is a Conflict. Unprocessable, with the field: a name that another macro of the client has
/// (whatever the case of its ASCII letters), a text with a variable that is none, which it names, and one above mostMacros.
Result<Macro> createMacro(ActContext &act, Macro macro);
/// The whole macro, but its id.
Result<Macro> putMacro(ActContext &act, const MacroId &id, Macro macro, std::int64_t ifMatch);
Result<void> removeMacro(ActContext &act, const MacroId &id, std::int64_t ifMatch);

/// Bounds of what a macro may hold; the error names the field.
Result<void> checkMacro(const Macro &macro);

} // namespace foredeck
