#include "server/services/macro/macroacts.h"

#include "models/core/text.h"
#include "server/services/access/access.h"
#include "server/services/op/newid.h"
#include "server/services/op/precondition.h"
#include "server/storage/auditrepository.h"
#include "server/storage/macrorepository.h"

#include <algorithm>

namespace foredeck {

namespace {

Error refused(std::string field, std::string reason)
{
    Error error = Error::invalid(std::move(field), std::move(reason));
    error.kind = Error::Kind::Unprocessable;
    return error;
}

Result<Macro> saved(ActContext &act, const char *kind, Macro macro)
{
    act.tell(kind, macro);
    AuditRepository::append(act.tx, {act.client, act.now, act.actor, kind, macro.id.value, "version " + std::to_string(macro.version)});
    if (const auto ok = act.ok(); ok.hasError())
        return ok.error();
    return macro;
}

// Two of one name could not be told apart where they are typed.
Result<void> checkFor(const ActContext &act, Macro &macro, const std::vector<Macro> &others)
{
    macro.client = act.client;
    macro.name = trimmed(macro.name);
    macro.text = trimmed(macro.text);
    if (const auto fits = checkMacro(macro); fits.hasError())
        return fits;
    const auto name = asciiLower(macro.name);
    const bool taken = std::any_of(others.begin(), others.end(), [&](const Macro &other) { return other.id != macro.id && asciiLower(other.name) == name; });
    return taken ? Result<void> {refused("name", "is the name of another macro")} : Result<void> {};
}

Result<Macro> found(ActContext &act, const MacroId &id, std::int64_t ifMatch)
{
    auto macro = MacroRepository::byId(act.tx, act.client, id);
    if (!macro)
        return notFound("macro");
    if (const auto same = matchVersion(*macro, ifMatch); same.hasError())
        return same.error();
    return std::move(*macro);
}

} // namespace

Result<Macro> createMacro(ActContext &act, Macro macro)
{
    if (macro.id.empty())
        macro.id = act.op.empty() ? MacroId::make(act.now) : MacroId {act.op.value};
    if (const auto isNew = checkNewId(act.tx, macro.id); isNew.hasError())
        return isNew.error();
    const auto others = MacroRepository::ofClient(act.tx, act.client);
    if (const auto fits = checkFor(act, macro, others); fits.hasError())
        return fits.error();
    if (others.size() >= mostMacros)
        return tooMany("client_id", "there are " + std::to_string(mostMacros) + " macros already");
    macro.version = 1;
    MacroRepository::insert(act.tx, macro);
    return saved(act, "macro.created", std::move(macro));
}

Result<Macro> putMacro(ActContext &act, const MacroId &id, Macro macro, std::int64_t ifMatch)
{
    macro.id = id;
    const auto current = found(act, id, ifMatch);
    if (current.hasError())
        return current.error();
    if (const auto fits = checkFor(act, macro, MacroRepository::ofClient(act.tx, act.client)); fits.hasError())
        return fits.error();
    macro.version = current.value().version;
    MacroRepository::update(act.tx, macro);
    return saved(act, "macro.updated", std::move(macro));
}

Result<void> removeMacro(ActContext &act, const MacroId &id, std::int64_t ifMatch)
{
    const auto macro = found(act, id, ifMatch);
    if (macro.hasError())
        return macro.error();
    MacroRepository::remove(act.tx, act.client, id);
    announceDeleted(act.tx, clientStream(act.client), "macro.deleted", id.value, macro.value().version + 1, act.actor, act.op);
    AuditRepository::append(act.tx, {act.client, act.now, act.actor, "macro.deleted", id.value, macro.value().name});
    return act.ok();
}

Result<void> checkMacro(const Macro &macro)
{
    for (const auto &fits : {fitText("name", macro.name, mostMacroName), fitText("text", macro.text, mostMacroText)}) {
        if (fits.hasError())
            return fits;
    }
    if (singleLine(macro.name, mostMacroName) != macro.name)
        return Error::invalid("name", "must be one line of plain words");
    const auto problem = problemOf(macro.text);
    if (!problem)
        return {};
    return problem->kind == MacroProblem::Kind::UnknownVariable ? refused("text", problem->what + " is no variable")
                                                                : refused("text", "{{ begins no variable: " + problem->what);
}

} // namespace foredeck
