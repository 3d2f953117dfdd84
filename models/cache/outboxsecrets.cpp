#include "models/cache/outboxsecrets.h"

#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

bool isSecret(OpKind kind, std::string_view member)
{
    constexpr std::array<std::string_view, 3> ofChannels {"secret", "token", "verify_token"};
    if (kind == OpKind::UserInvite)
        return member == "password";
    return kind == OpKind::Channel && std::find(ofChannels.begin(), ofChannels.end(), member) != ofChannels.end();
}

/// Whether a secret member of the body is what `test` asks for.
template <class Test>
bool anySecret(const Op &op, Test test)
{
    if (op.kind != OpKind::UserInvite && op.kind != OpKind::Channel)
        return false;
    JsonDocument document;
    const auto body = document.parse(op.body);
    bool found = false;
    if (body.hasValue()) {
        body.value().eachMember([&](std::string_view name, JsonValue value) {
            found = isSecret(op.kind.value(), name) && test(value);
            return !found;
        });
    }
    return found;
}

/// What was taken out leaves a null, or nobody could tell that something is missing.
std::string withoutSecrets(const Op &op)
{
    JsonDocument document;
    const auto body = document.parse(op.body);
    JsonWriter json;
    json.beginObject();
    if (body.hasValue()) {
        body.value().eachMember([&](std::string_view name, JsonValue value) {
            json.key(name);
            if (isSecret(op.kind.value(), name))
                json.null();
            else
                json.raw(value.toJson());
            return true;
        });
    }
    json.endObject();
    return json.take();
}

} // namespace

bool hasSecrets(const Op &op)
{
    return anySecret(op, [](JsonValue value) { return !value.isNull(); });
}

bool lostSecrets(const Op &op)
{
    return anySecret(op, [](JsonValue value) { return value.isNull(); });
}

Op asStored(Op op)
{
    const bool onItsWay = op.state == OpState::Held || op.state == OpState::Queued || op.state == OpState::Sending;
    if (!onItsWay && hasSecrets(op))
        op.body = withoutSecrets(op);
    return op;
}

} // namespace foredeck
