#include "server/handlers/macrohandler.h"

#include "server/handlers/requests.h"
#include "server/handlers/teamrequests.h"
#include "server/services/macro/macroacts.h"
#include "server/storage/macrorepository.h"

namespace foredeck {

namespace {

MacroId macroIn(const Request &request) { return MacroId {request.param("macro_id")}; }

Macro macroOf(const MacroBody &body) { return {body.id, {}, body.name, body.text, 1}; }

Result<std::string> readMacro(ReadContext &c)
{
    const auto found = MacroRepository::byId(c.tx, c.client, macroIn(c.request));
    return found ? okJson(c.tx, encode(*found)) : Result<std::string> {notFound("macro")};
}

} // namespace

void addMacroRoutes(Api &api)
{
    const std::string all = "/api/v1/macros/client/{client_id}";
    api.get(all, Api::client(Right::Read), [](ReadContext &c) { return okJson(c.tx, pageJson(MacroRepository::ofClient(c.tx, c.client))); });
    api.act<MacroBody>(Method::Post, all, Api::client(Right::Manage), [](OpContext &op, const Request &, const MacroBody &body) {
        return entityAnswer(createMacro(op, macroOf(body)), 201);
    });
    const std::string macro = "/api/v1/macros/{macro_id}";
    const auto manage = Api::thing<MacroId>("macro_id", Right::Manage, "macro");
    api.get(macro, Api::thing<MacroId>("macro_id", Right::Read, "macro"), readMacro);
    api.act<MacroBody>(Method::Put, macro, manage, [](OpContext &op, const Request &request, const MacroBody &body) {
        return entityAnswer(putMacro(op, macroIn(request), macroOf(body), ifMatchOf(request)));
    });
    api.act<NoBody>(Method::Delete, macro, manage, [](OpContext &op, const Request &request, const NoBody &) -> Result<ActAnswer> {
        const auto removed = removeMacro(op, macroIn(request), ifMatchOf(request));
        if (removed.hasError())
            return removed.error();
        return ActAnswer {204, {}};
    });
}

} // namespace foredeck
