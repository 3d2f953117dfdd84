#include "models/cache/fieldpatch.h"
#include "net/codec/domaincodec.h"

#include <string_view>

/// The fields of a patch as values of the domain.
namespace foredeck {

namespace {

template <class T>
std::optional<T> toldAs(const Op &op)
{
    const auto told = toldDocument(op);
    auto value = told ? decode<T>(std::string_view {told->document}) : Result<T> {T {}};
    return told && value.hasValue() ? std::optional {std::move(value).value()} : std::nullopt;
}

template <class T>
T changed(const T &known, const T &before, const T &after)
{
    return decode<T>(std::string_view {patched(encode(known), patchBetween(encode(before), encode(after)))}).valueOr(known);
}

template <class T>
bool same(const T &a, const T &b)
{
    return patchBetween(encode(a), encode(b)).empty();
}

} // namespace

std::optional<ClientSettings> settingsTold(const Op &op) { return op.kind == OpKind::Settings ? toldAs<ClientSettings>(op) : std::nullopt; }
std::optional<OpeningHours> hoursTold(const Op &op) { return op.kind == OpKind::Hours ? toldAs<OpeningHours>(op) : std::nullopt; }

ClientSettings withChanges(const ClientSettings &known, const ClientSettings &before, const ClientSettings &after) { return changed(known, before, after); }
OpeningHours withChanges(const OpeningHours &known, const OpeningHours &before, const OpeningHours &after) { return changed(known, before, after); }

bool sayTheSame(const ClientSettings &a, const ClientSettings &b) { return same(a, b); }
bool sayTheSame(const OpeningHours &a, const OpeningHours &b) { return same(a, b); }

FieldValue fieldValue(const std::string &path, const std::string &json)
{
    using Kind = FieldValue::Kind;
    FieldValue value;
    if (path.starts_with("week[") || path.starts_with("alerts.quiet_week[")) {
        value.kind = Kind::Times;
        value.times = decode<std::vector<OpenWindow>>(std::string_view {json}).valueOr({});
        return value;
    }
    JsonDocument document;
    const auto root = document.parse(json);
    if (json.empty() || root.hasError() || root.value().isNull())
        return value;
    const JsonValue is = path.starts_with("templates[") ? root.value()["text"] : root.value();
    value.kind = Kind::Other;
    if (const auto text = is.asString()) {
        value.kind = text->empty() ? Kind::Nothing : Kind::Text;
        value.text = std::string {*text};
    } else if (const auto flag = is.asBoolean()) {
        value.kind = Kind::Flag;
        value.flag = *flag;
    } else if (const auto number = is.asInteger()) {
        value.kind = Kind::Number;
        value.number = *number;
    }
    return value;
}

} // namespace foredeck
