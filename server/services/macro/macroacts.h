#pragma once

#include "models/domain/macro.h"
#include "server/services/op/act.h"

namespace foredeck {

/// Each tells the client's stream and leaves an audit row; also for init, with its own ids. A new macro has its own id, or the
/// act's; one that is there already, or a name that another macro of the client has (whatever its case), is a Conflict, one
/// above mostMacros Unprocessable. A text with a variable that is none is Unprocessable and names it.
Result<Macro> createMacro(ActContext &act, Macro macro);
/// The whole macro, but its id.
Result<Macro> putMacro(ActContext &act, const MacroId &id, Macro macro, std::int64_t ifMatch);
Result<void> removeMacro(ActContext &act, const MacroId &id, std::int64_t ifMatch);

/// Bounds of what a macro may hold; the error names the field.
Result<void> checkMacro(const Macro &macro);

} // namespace foredeck
