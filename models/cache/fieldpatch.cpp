#include "models/cache/fieldpatch.h"

#include "net/codec/domaincodec.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

namespace foredeck {

namespace {

/// What the elements of a list are known by.
enum class ListKind { Whole, Words, Days, People, Templates };

ListKind listKind(std::string_view path) noexcept
{
    if (path == "hand_over_words" || path == "emergency_words" || path == "closed_dates")
        return ListKind::Words;
    if (path == "week" || path == "alerts.quiet_week")
        return ListKind::Days;
    if (path == "alerts.on_call")
        return ListKind::People;
    return path == "templates" ? ListKind::Templates : ListKind::Whole;
}

/// What names the document and is no field of it.
bool isName(std::string_view path) noexcept { return path == "client_id" || path == "version"; }

std::string text(JsonValue value) { return std::string {value.asString().value_or(std::string_view {})}; }

std::string inside(const std::string &path, std::string_view member) { return path.empty() ? std::string {member} : path + '.' + std::string {member}; }

std::string elementPath(const std::string &path, ListKind kind, JsonValue element, std::size_t index)
{
    std::string key;
    switch (kind) {
    case ListKind::Words:
        key = text(element);
        break;
    case ListKind::People:
        key = text(element["user_id"]);
        break;
    case ListKind::Templates:
        key = text(element["name"]) + ' ' + text(element["language"]);
        break;
    case ListKind::Days:
    case ListKind::Whole:
        key = std::to_string(index);
        break;
    }
    return path + '[' + key + ']';
}

/// A document's fields by their paths, in their order.
class FlatDocument {
public:
    explicit FlatDocument(const std::string &json)
    {
        JsonDocument document;
        if (const auto root = document.parse(json); root.hasValue())
            take(root.value(), {});
    }
    const std::vector<std::string> &paths() const noexcept { return m_paths; }
    /// JSON; empty: it is not there.
    const std::string &at(const std::string &path) const
    {
        static const std::string nothing;
        const auto found = m_fields.find(path);
        return found == m_fields.end() ? nothing : found->second;
    }

private:
    void take(JsonValue value, const std::string &path)
    {
        if (isName(path))
            return;
        const ListKind kind = listKind(path);
        if (value.isObject()) {
            value.eachMember([&](std::string_view name, JsonValue member) {
                take(member, inside(path, name));
                return true;
            });
        } else if (kind != ListKind::Whole && value.isArray()) {
            std::size_t index = 0;
            value.eachElement([&](JsonValue element) {
                add(elementPath(path, kind, element, index++), element);
                return true;
            });
        } else {
            add(path, value);
        }
    }
    void add(const std::string &path, JsonValue value)
    {
        if (m_fields.emplace(path, value.toJson()).second)
            m_paths.push_back(path);
    }

    std::vector<std::string> m_paths;
    std::map<std::string, std::string> m_fields;
};

template <class T>
bool sameAs(const std::string &a, const std::string &b)
{
    const auto one = decode<T>(std::string_view {a});
    const auto other = decode<T>(std::string_view {b});
    return one.hasValue() && other.hasValue() && one.value() == other.value();
}

/// Times that are the same may be written in two ways.
bool same(const std::string &path, const std::string &a, const std::string &b)
{
    if (a == b || a.empty() || b.empty())
        return a == b;
    switch (listKind(path.substr(0, path.find('[')))) {
    case ListKind::Days:
        return sameAs<std::vector<OpenWindow>>(a, b);
    case ListKind::People:
        return sameAs<OnCall>(a, b);
    default:
        return false;
    }
}

/// Writes a document anew with other values of some fields.
class Patcher {
public:
    explicit Patcher(const FieldPatch &patch)
    {
        for (const FieldChange &change : patch) {
            if (change.changes())
                m_changes.push_back(&change);
        }
    }
    std::string run(JsonValue root)
    {
        write(root, {});
        return m_json.take();
    }

private:
    const FieldChange *changeOf(const std::string &path) const
    {
        const auto found = std::find_if(m_changes.begin(), m_changes.end(), [&](const FieldChange *one) { return one->path == path; });
        return found == m_changes.end() ? nullptr : *found;
    }

    void write(JsonValue value, const std::string &path)
    {
        const ListKind kind = listKind(path);
        if (path.empty() || value.isObject())
            writeObject(value, path);
        else if (kind != ListKind::Whole && value.isArray())
            writeList(value, path, kind);
        else
            m_json.raw(value.toJson());
    }

    void writeObject(JsonValue value, const std::string &path)
    {
        m_json.beginObject();
        value.eachMember([&](std::string_view name, JsonValue member) {
            const FieldChange *change = changeOf(inside(path, name));
            if (change && change->after.empty())
                return true;
            m_json.key(name);
            change ? m_json.raw(change->after) : write(member, inside(path, name));
            return true;
        });
        // A member that an older server did not have.
        std::vector<std::string> added;
        for (const FieldChange *change : m_changes) {
            const std::string name = memberOf(*change, path);
            if (change->after.empty() || name.empty() || value[name].exists() || std::find(added.begin(), added.end(), name) != added.end())
                continue;
            added.push_back(name);
            m_json.key(name);
            writeNew(inside(path, name));
        }
        m_json.endObject();
    }

    /// The member of the object at `path` that holds the field; empty: none does.
    static std::string memberOf(const FieldChange &change, const std::string &path)
    {
        const std::string above = path.empty() ? path : path + '.';
        if (!change.path.starts_with(above))
            return {};
        const std::string rest = change.path.substr(above.size());
        return rest.substr(0, rest.find_first_of(".["));
    }

    void writeNew(const std::string &path)
    {
        if (const FieldChange *change = changeOf(path))
            m_json.raw(change->after);
        else if (const ListKind kind = listKind(path); kind != ListKind::Whole)
            writeList({}, path, kind);
        else
            writeObject({}, path);
    }

    void writeList(JsonValue value, const std::string &path, ListKind kind)
    {
        m_json.beginArray();
        std::vector<std::string> there;
        std::size_t index = 0;
        value.eachElement([&](JsonValue element) {
            const std::string at = elementPath(path, kind, element, index++);
            const FieldChange *change = changeOf(at);
            const bool isSecond = std::find(there.begin(), there.end(), at) != there.end();
            there.push_back(at);
            if (!change)
                m_json.raw(element.toJson());
            else if (!change->after.empty() && !isSecond)
                m_json.raw(change->after);
            return true;
        });
        for (const FieldChange *change : m_changes) {
            const bool isHere = change->path.starts_with(path + '[') && std::find(there.begin(), there.end(), change->path) == there.end();
            if (isHere && !change->after.empty())
                m_json.raw(change->after);
        }
        m_json.endArray();
    }

    std::vector<const FieldChange *> m_changes;
    JsonWriter m_json;
};

std::string expectOf(const FieldPatch &patch)
{
    JsonWriter json;
    json.beginObject();
    for (const FieldChange &change : patch) {
        json.key(change.path);
        change.before.empty() ? json.null() : json.raw(change.before);
    }
    json.endObject();
    return json.take();
}

template <class F>
Op expectingIf(Op op, const std::string &document, F rests)
{
    const FlatDocument now {document};
    FieldPatch patch = patchOf(op);
    for (FieldChange &change : patch) {
        if (rests(change))
            change.before = now.at(change.path);
    }
    op.expect = expectOf(patch);
    return op;
}

} // namespace

FieldPatch patchBetween(const std::string &before, const std::string &after)
{
    const FlatDocument was {before};
    const FlatDocument is {after};
    FieldPatch patch;
    const auto compare = [&](const std::string &path) {
        const bool isKnown = std::any_of(patch.begin(), patch.end(), [&](const FieldChange &one) { return one.path == path; });
        if (!isKnown && !same(path, was.at(path), is.at(path)))
            patch.push_back({path, was.at(path), is.at(path)});
    };
    std::for_each(is.paths().begin(), is.paths().end(), compare);
    std::for_each(was.paths().begin(), was.paths().end(), compare);
    // Whoever sets a day's hours does so for a place that has days: where it is always open by now, they would mean nothing.
    const bool ofDays = std::any_of(patch.begin(), patch.end(), [](const FieldChange &one) { return one.path.starts_with("week["); });
    if (ofDays && !was.at("always").empty() && was.at("always") == is.at("always"))
        patch.push_back({"always", was.at("always"), is.at("always")});
    return patch;
}

std::string patched(const std::string &document, const FieldPatch &patch)
{
    JsonDocument parsed;
    const auto root = parsed.parse(document);
    return root.hasValue() && root.value().isObject() ? Patcher {patch}.run(root.value()) : document;
}

std::vector<FieldClash> clashesWith(const FieldPatch &patch, const std::string &document)
{
    const FlatDocument now {document};
    std::vector<FieldClash> clashes;
    for (const FieldChange &change : patch) {
        const std::string &theirs = now.at(change.path);
        if (!same(change.path, theirs, change.before) && !same(change.path, theirs, change.after))
            clashes.push_back({change.path, change.after, theirs});
    }
    return clashes;
}

bool isPatch(const Op &op) noexcept { return (op.kind == OpKind::Settings || op.kind == OpKind::Hours) && !op.expect.empty(); }

FieldPatch patchOf(const Op &op)
{
    FieldPatch patch;
    JsonDocument document;
    const auto expect = document.parse(op.expect);
    if (!isPatch(op) || expect.hasError())
        return patch;
    const FlatDocument wanted {op.body};
    expect.value().eachMember([&](std::string_view path, JsonValue before) {
        const std::string name {path};
        patch.push_back({name, before.isNull() ? std::string {} : before.toJson(), wanted.at(name)});
        return true;
    });
    return patch;
}

Op withPatch(Op op, const std::string &before, const std::string &after, std::int64_t version)
{
    op.expect = expectOf(patchBetween(before, after));
    op.body = after;
    op.ifMatch = std::to_string(version);
    return op;
}

Op restedOn(Op op, const std::string &document, std::int64_t version)
{
    const FieldPatch patch = patchOf(op);
    if (!clashesWith(patch, document).empty())
        return op;
    op.body = patched(document, patch);
    op.ifMatch = std::to_string(version);
    return op;
}

std::int64_t versionUnder(const Op &op) noexcept { return std::strtoll(op.ifMatch.c_str(), nullptr, 10); }

Op expecting(Op op, const std::string &document)
{
    return expectingIf(std::move(op), document, [](const FieldChange &) { return true; });
}

Op expectingWhere(Op op, const Op &other, const std::string &document)
{
    const FieldPatch theirs = patchOf(other);
    return expectingIf(std::move(op), document,
        [&](const FieldChange &mine) { return std::any_of(theirs.begin(), theirs.end(), [&](const FieldChange &one) { return one.path == mine.path; }); });
}

Op expectingUnder(Op op, const std::string &shown, const std::string &document)
{
    const FlatDocument before {shown};
    return expectingIf(std::move(op), document, [&](const FieldChange &mine) { return same(mine.path, mine.before, before.at(mine.path)); });
}

std::string documentOf(const Op &op, std::string_view entity)
{
    if (op.kind != OpKind::Hours)
        return std::string {entity};
    JsonDocument document;
    const auto root = document.parse(entity);
    return root.hasValue() && root.value()["hours"].exists() ? root.value()["hours"].toJson() : std::string {};
}

std::optional<ToldDocument> toldDocument(const Op &op)
{
    JsonDocument document;
    const auto root = document.parse(op.problem);
    const JsonValue current = root.hasValue() ? root.value()["current"] : JsonValue {};
    const bool isOfIt = text(current[op.kind == OpKind::Hours ? "id" : "client_id"]) == (op.kind == OpKind::Hours ? op.target : op.client.value);
    if (!isPatch(op) || !current.isObject() || !isOfIt)
        return std::nullopt;
    ToldDocument told;
    told.entity = current.toJson();
    told.document = documentOf(op, told.entity);
    told.version = current["version"].asInteger().value_or(0);
    return told.version > 0 && !told.document.empty() ? std::optional {std::move(told)} : std::nullopt;
}

std::vector<FieldClash> clashesTold(const Op &op)
{
    const auto told = toldDocument(op);
    return told ? clashesWith(patchOf(op), told->document) : std::vector<FieldClash> {};
}

} // namespace foredeck
