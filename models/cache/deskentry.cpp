#include "models/cache/deskentry.h"

#include "models/cache/actbody.h"

namespace foredeck {

namespace {

std::string fieldText(JsonValue value, std::string_view name) { return std::string {value[name].asString().value_or(std::string_view {})}; }

template <class F>
std::string firstOf(JsonValue list, F text)
{
    std::string first;
    list.eachElement([&](JsonValue one) {
        first = text(one);
        return false;
    });
    return first;
}

} // namespace

std::string deskEntryText(const DeskEntry &entry)
{
    return actBody([&](FieldWriter &w) {
        w("client_id", entry.client);
        w("name", entry.name);
        w("phones", entry.phone.empty() ? std::vector<Phone> {} : std::vector {Phone {{}, entry.phone}});
        w("emails", entry.email.empty() ? std::vector<std::string> {} : std::vector {entry.email});
        w("source", Open<ChannelKind> {entry.how});
        w("wants", entry.wants);
        w("note", entry.note);
        w("conversation", entry.conversation);
    });
}

std::optional<DeskEntry> deskEntryOf(std::string_view text)
{
    JsonDocument document;
    const auto root = document.parse(text);
    if (root.hasError() || !root.value().isObject())
        return std::nullopt;
    const JsonValue body = root.value();
    DeskEntry entry;
    entry.client = ClientId {fieldText(body, "client_id")};
    entry.name = fieldText(body, "name");
    entry.phone = firstOf(body["phones"], [](JsonValue phone) { return fieldText(phone, "raw"); });
    entry.email = firstOf(body["emails"], [](JsonValue email) { return std::string {email.asString().value_or(std::string_view {})}; });
    entry.how = valueOf<ChannelKind>(fieldText(body, "source"));
    entry.wants = fieldText(body, "wants");
    entry.note = fieldText(body, "note");
    entry.conversation = body["conversation"].asBoolean().value_or(false);
    return entry;
}

} // namespace foredeck
