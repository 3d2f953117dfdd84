#include "server/services/op/ops.h"

#include "models/domain/idempotency.h"
#include "server/storage/oprepository.h"

#include <optional>

namespace foredeck {

namespace {

// Rights are asked before the act is looked for, and who has lost an answer to it must know whether that was one: the console lets
// its words be edited only where they are nowhere. `keptSince`: of an older act nobody knows any more.
Error withOutcome(Tx &tx, const OpCall &call, Timestamp keptSince, Error error)
{
    constexpr std::size_t version = 14; // of the UUID: 7 begins with its time
    const bool isAskedFirst = error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound;
    const bool isYoung = isUuid(call.id.value) && call.id.value[version] == '7' && call.id.value >= firstUuidOf(keptSince);
    if (isAskedFirst && isYoung && error.extension.empty() && !OpRepository::isThere(tx, call.user, call.id) && !tx.error())
        error.extension = "{\"" + std::string {actDoneMember} + "\":false}";
    return error;
}

} // namespace

Result<ActAnswer> Ops::run(const OpCall &call, const Scope &scope, const Effect &effect)
{
    if (!isUuid(call.id.value))
        return Error::invalid("Idempotency-Key", "must be a UUID");
    std::optional<Result<ActAnswer>> answer;
    const auto written = m_store.write([&](WriteTx &tx) {
        answer.emplace(inTransaction(tx, call, scope, effect));
        if (answer->hasError())
            answer.emplace(withOutcome(tx, call, m_clock.now() - m_kept + m_kept / 10, answer->error()));
        if (answer->hasError() && !tx.error())
            tx.fail(answer->error());
    });
    if (answer && answer->hasError())
        return *answer;
    if (written.hasError())
        return written.error();
    return *answer;
}

Result<ActAnswer> Ops::inTransaction(WriteTx &tx, const OpCall &call, const Scope &scope, const Effect &effect) const
{
    const auto access = loadAccess(tx, call.user);
    if (access.hasError())
        return access.error();
    const auto client = scope(tx, access.value());
    if (client.hasError())
        return client.error();
    const auto hash = m_box.fingerprint(call.request);
    if (const auto known = OpRepository::find(tx, client.value(), call.id)) {
        if (known->user != call.user || known->requestHash != hash)
            return Error::of(Error::Kind::Unprocessable, std::string {keyTakenProblem});
        return ActAnswer {known->status, known->response, true};
    }
    OpContext context {{tx, client.value(), access.value().actor(), call.id, m_clock.now()}, access.value()};
    auto answer = effect(context);
    if (answer.hasError())
        return answer;
    OpRepository::insert(tx, {client.value(), call.id, call.user, hash, answer.value().status, answer.value().body, "application/json", context.now});
    if (tx.error())
        return *tx.error();
    return answer;
}

} // namespace foredeck
