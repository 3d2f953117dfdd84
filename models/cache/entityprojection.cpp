#include "models/cache/deskentry.h"
#include "models/cache/fieldpatch.h"
#include "models/cache/outboxrules.h"
#include "models/cache/projection.h"
#include "models/core/text.h"
#include "models/domain/leadmerge.h"
#include "net/codec/domaincodec.h"

#include <algorithm>

namespace foredeck {

namespace {

/// Lays the members of an act's body over a value: what the body does not name stays.
template <class T>
void lay(const Op &op, T &value)
{
    JsonDocument document;
    const auto body = document.parse(op.body);
    if (body.hasError() || !body.value().isObject())
        return;
    std::vector<FieldError> errors;
    T changed = value;
    FieldReader reader {body.value(), errors};
    Fields<T>::visit(reader, changed);
    // The body of a change names no id, which alone may be missing.
    const bool readable = std::all_of(errors.begin(), errors.end(), [](const FieldError &error) { return error.field == "id"; });
    if (readable) {
        const auto version = value.version;
        value = std::move(changed);
        value.version = version;
    }
}

template <class F>
void eachEcho(const std::vector<Op> &acts, OpKind kind, F call)
{
    for (const Op &op : acts) {
        if (op.kind == kind && isEchoed(op.state.value()))
            call(op);
    }
}

bool flag(const Op &op, std::string_view name, bool otherwise)
{
    JsonDocument document;
    const auto body = document.parse(op.body);
    return body.hasValue() ? body.value()[name].asBoolean().value_or(otherwise) : otherwise;
}

std::optional<Timestamp> moment(const Op &op, std::string_view name)
{
    JsonDocument document;
    const auto body = document.parse(op.body);
    return body.hasValue() ? fromRfc3339(body.value()[name].asString().value_or(std::string_view {})) : std::nullopt;
}

void addNotice(Client &client, const Op &op)
{
    const bool known = std::any_of(client.notices.begin(), client.notices.end(), [&](const Notice &notice) { return notice.id.value == op.id.value; });
    if (known)
        return;
    Notice notice;
    notice.id = NoticeId {op.id.value};
    JsonDocument document;
    if (const auto body = document.parse(op.body); body.hasValue())
        notice.text = std::string {body.value()["text"].asString().value_or(std::string_view {})};
    notice.from = moment(op, "from").value_or(op.createdAt);
    notice.until = moment(op, "until");
    client.notices.push_back(std::move(notice));
}

std::string text(JsonValue value, std::string_view name)
{
    return std::string {value[name].asString().value_or(std::string_view {})};
}

/// The acts on one kind of what people alone edit.
struct Edits {
    OpKind create;
    OpKind update;
    OpKind remove;
    bool has(OpKind kind) const { return kind == create || kind == update || kind == remove; }
};
constexpr Edits ruleEdits {OpKind::RuleCreate, OpKind::RuleUpdate, OpKind::RuleDelete};
constexpr Edits macroEdits {OpKind::MacroCreate, OpKind::MacroUpdate, OpKind::MacroDelete};
constexpr Edits faqRemoval {OpKind::Unknown, OpKind::Unknown, OpKind::FaqDelete};

/// What the act wants of it.
template <class T>
T wanted(const Op &op, T value)
{
    lay(op, value);
    return value;
}

/// The row of an act; one that is to be made is there once it is asked for.
template <class T>
auto rowOf(std::vector<EditedRow<T>> &rows, const Edits &edits, const Op &op)
{
    const bool makes = op.kind == edits.create;
    const std::string &id = makes ? op.id.value : op.target;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const EditedRow<T> &row) { return row.value.id.value == id; });
    if (found != rows.end() || !makes)
        return found;
    EditedRow<T> row;
    row.value.id.value = id;
    row.value.client = op.client;
    row.isNew = true;
    rows.push_back(std::move(row));
    return std::prev(rows.end());
}

/// It is shown as if it had been done.
template <class T>
void echo(std::vector<EditedRow<T>> &rows, const Edits &edits, const Op &op)
{
    const auto row = rowOf(rows, edits, op);
    if (row == rows.end())
        return;
    if (op.kind == edits.remove) {
        rows.erase(row);
        return;
    }
    // The server's own word for what was made is newer than what was asked for.
    if (op.kind == edits.update || row->isNew)
        row->value = wanted(op, row->value);
    row->pending = PendingKind::Unsent;
    row->act = op.id;
    row->typed.reset();
    row->isDeleting = false;
    row->problem.clear();
}

/// It was not done: what it wants stands beside it.
template <class T>
void keep(std::vector<EditedRow<T>> &rows, const Edits &edits, const Op &op)
{
    const auto row = rowOf(rows, edits, op);
    if (row == rows.end())
        return;
    row->pending = op.state == OpState::Refused ? PendingKind::Refused : PendingKind::NeedsReview;
    row->act = op.id;
    row->isDeleting = op.kind == edits.remove;
    row->typed = row->isDeleting ? std::nullopt : std::optional {wanted(op, row->value)};
    row->problem = op.problem;
    if (row->isNew)
        row->value = *row->typed;
}

/// In the order in which they were made.
template <class T>
std::vector<EditedRow<T>> rowsOf(std::vector<T> values)
{
    std::sort(values.begin(), values.end(), [](const T &a, const T &b) { return a.id.value < b.id.value; });
    std::vector<EditedRow<T>> rows;
    for (T &value : values) {
        rows.emplace_back();
        rows.back().value = std::move(value);
    }
    return rows;
}

bool isNotTaken(const Op &op) { return op.state == OpState::NeedsReview || op.state == OpState::Refused; }

template <class T>
std::vector<EditedRow<T>> edited(std::vector<T> values, const ClientId &client, const std::vector<Op> &acts, const Edits &edits)
{
    std::vector<EditedRow<T>> rows = rowsOf(std::move(values));
    for (const Op &op : acts) {
        if (op.client != client || !edits.has(op.kind.value()))
            continue;
        if (isEchoed(op.state.value()))
            echo(rows, edits, op);
        else if (isNotTaken(op))
            keep(rows, edits, op);
    }
    return rows;
}

/// One of the answers that an act puts: they are made and changed alike, and a new one is told by its version.
void layFaq(std::vector<FaqRow> &rows, const Op &op, JsonValue faq)
{
    const DocumentId id {text(faq, "id")};
    auto row = std::find_if(rows.begin(), rows.end(), [&](const FaqRow &one) { return one.value.id == id; });
    const bool makes = faq["version"].asInteger().value_or(0) == 0;
    if (row == rows.end() && !makes)
        return; // somebody has removed it
    if (row == rows.end()) {
        row = rows.emplace(rows.end());
        row->isNew = true;
        row->value.id = id;
        row->value.client = op.client;
        row->value.base = KnowledgeBaseId {op.target};
        row->value.version = 0;
    }
    Document wish = row->value;
    wish.title = text(faq, "question");
    wish.text = text(faq, "answer");
    wish.language = text(faq, "language");
    wish.category = text(faq, "category");
    if (faq["visibility"].exists())
        wish.visibility = Open<Visibility>::fromText(text(faq, "visibility"));
    wish.updatedAt = op.createdAt;
    const bool isKept = isNotTaken(op);
    // The server's own word for what was made is newer than what was asked for.
    if (isKept ? row->isNew : !makes || row->isNew)
        row->value = wish;
    row->pending = !isKept ? PendingKind::Unsent : op.state == OpState::Refused ? PendingKind::Refused : PendingKind::NeedsReview;
    row->act = op.id;
    row->isDeleting = false;
    row->typed = isKept ? std::optional {std::move(wish)} : std::nullopt;
    row->problem = isKept ? op.problem : std::string {};
}

void layFaqs(std::vector<FaqRow> &rows, const Op &op)
{
    JsonDocument document;
    const auto body = document.parse(op.body);
    if (body.hasError())
        return;
    body.value()["faqs"].eachElement([&](JsonValue faq) {
        layFaq(rows, op, faq);
        return true;
    });
}

} // namespace

Client project(Client client, const std::vector<Op> &acts)
{
    for (const Op &op : acts) {
        if (op.client != client.id || !isEchoed(op.state.value()))
            continue;
        if (op.kind == OpKind::ClientAssistant) {
            client.assistantOn = flag(op, "on", client.assistantOn);
            client.assistantOffUntil = moment(op, "until");
        }
        else if (op.kind == OpKind::ClientSafeMode)
            client.safeMode = flag(op, "safe_mode", client.safeMode);
        else if (op.kind == OpKind::NoticeAdd)
            addNotice(client, op);
        else if (op.kind == OpKind::NoticeEnd)
            std::erase_if(client.notices, [&](const Notice &notice) { return notice.id.value == op.target; });
        else if (op.kind == OpKind::ClientName)
            client.name = textOf(op);
    }
    return client;
}

ClientSettings project(ClientSettings settings, const std::vector<Op> &acts)
{
    eachEcho(acts, OpKind::Settings, [&](const Op &op) {
        if (op.client != settings.client)
            return;
        if (!isPatch(op))
            return lay(op, settings);
        if (auto wanted = decode<ClientSettings>(patched(encode(settings), patchOf(op))); wanted.hasValue())
            settings = std::move(wanted).value();
    });
    return settings;
}

Location project(Location location, const std::vector<Op> &acts)
{
    eachEcho(acts, OpKind::Hours, [&](const Op &op) {
        if (op.target != location.id.value)
            return;
        const std::string wanted = isPatch(op) ? patched(encode(location.hours), patchOf(op)) : op.body;
        if (auto hours = decode<OpeningHours>(wanted); hours.hasValue())
            location.hours = std::move(hours).value();
    });
    return location;
}

/// Which keys are there and whether the provider takes them is the server's to say: the act holds what was known before it.
Channel project(Channel channel, const std::vector<Op> &acts)
{
    const Channel told = channel;
    eachEcho(acts, OpKind::Channel, [&](const Op &op) {
        if (op.target == channel.id.value)
            lay(op, channel);
    });
    channel.hasSecret = told.hasSecret;
    channel.hasToken = told.hasToken;
    channel.health = told.health;
    channel.healthDetail = told.healthDetail;
    channel.checkedAt = told.checkedAt;
    channel.expiresAt = told.expiresAt;
    return channel;
}

std::vector<RuleRow> project(std::vector<ClientRule> rules, const ClientId &client, const std::vector<Op> &acts)
{
    return edited(std::move(rules), client, acts, ruleEdits);
}

std::vector<MacroRow> project(std::vector<Macro> macros, const ClientId &client, const std::vector<Op> &acts)
{
    std::vector<MacroRow> rows = edited(std::move(macros), client, acts, macroEdits);
    std::stable_sort(rows.begin(), rows.end(), [](const MacroRow &a, const MacroRow &b) { return asciiLower(a.value.name) < asciiLower(b.value.name); });
    return rows;
}

LeadId leadOf(const Op &op)
{
    switch (op.kind.value()) {
    case OpKind::LeadCreate:
        return LeadId {op.id.value};
    case OpKind::LeadUpdate:
    case OpKind::LeadStatus:
    case OpKind::WriteFirst:
    case OpKind::LeadMerge:
    case OpKind::LeadPart:
        return LeadId {op.target};
    default:
        return {};
    }
}

LeadId otherLeadOf(const Op &op)
{
    if (!(op.kind == OpKind::LeadMerge || op.kind == OpKind::LeadPart))
        return {};
    JsonDocument document;
    const auto body = document.parse(op.body);
    return body.hasValue() ? LeadId {text(body.value(), "lead_id")} : LeadId {};
}

std::vector<LeadId> mergedByActs(const LeadId &lead, const std::vector<Op> &acts)
{
    std::vector<LeadId> merged;
    for (const Op &op : acts) {
        const bool isAbout = op.kind == OpKind::LeadMerge || op.kind == OpKind::LeadPart;
        if (!isAbout || op.target != lead.value || !isEchoed(op.state.value()))
            continue;
        const LeadId other = otherLeadOf(op);
        std::erase(merged, other);
        if (op.kind == OpKind::LeadMerge)
            merged.push_back(other);
    }
    return merged;
}

std::optional<Lead> newLead(const Op &op)
{
    auto entry = op.kind == OpKind::LeadCreate ? deskEntryOf(op.body) : std::nullopt;
    if (!entry)
        return std::nullopt;
    Lead lead;
    lead.id = LeadId {op.id.value};
    lead.client = op.client;
    lead.name = std::move(entry->name);
    if (!entry->phone.empty())
        lead.phones.push_back({{}, std::move(entry->phone)});
    if (!entry->email.empty())
        lead.emails.push_back(std::move(entry->email));
    lead.source = entry->how;
    lead.qualification.serviceInterest = std::move(entry->wants);
    lead.createdAt = lead.updatedAt = op.createdAt;
    lead.version = 0;
    return lead;
}

Lead project(Lead lead, const std::vector<Op> &acts, const KnownLead &known)
{
    for (const LeadId &other : known ? mergedByActs(lead.id, acts) : std::vector<LeadId> {}) {
        if (const auto merged = known(other))
            lead = mergedLead(std::move(lead), *merged);
    }
    for (const Op &op : acts) {
        if (!isEchoed(op.state.value()))
            continue;
        if ((op.kind == OpKind::LeadUpdate || op.kind == OpKind::LeadStatus) && leadOf(op) == lead.id)
            lay(op, lead);
        else if (op.kind == OpKind::LeadMerge && otherLeadOf(op) == lead.id)
            lead.mergedInto = LeadId {op.target};
        else if (op.kind == OpKind::LeadPart && otherLeadOf(op) == lead.id && lead.mergedInto.value == op.target)
            lead.mergedInto = {};
    }
    return lead;
}

User project(User user, const std::vector<Op> &acts)
{
    eachEcho(acts, OpKind::UserDisable, [&](const Op &op) {
        if (op.target == user.id.value)
            user.status = UserStatus::Disabled;
    });
    eachEcho(acts, OpKind::OwnState, [&](const Op &op) {
        JsonDocument document;
        const auto body = document.parse(op.body);
        if (op.target == user.id.value && body.hasValue())
            user.doNotDisturb = body.value()["do_not_disturb"].asBoolean().value_or(user.doNotDisturb);
    });
    return user;
}

std::vector<FaqRow> project(std::vector<Document> documents, const ClientId &client, const std::vector<Op> &acts)
{
    std::vector<FaqRow> rows = rowsOf(std::move(documents));
    for (const Op &op : acts) {
        const bool isEcho = isEchoed(op.state.value());
        if (op.client != client || !(isEcho || isNotTaken(op)))
            continue;
        if (op.kind == OpKind::Faqs)
            layFaqs(rows, op);
        else if (op.kind == OpKind::FaqDelete)
            isEcho ? echo(rows, faqRemoval, op) : keep(rows, faqRemoval, op);
    }
    return rows;
}

} // namespace foredeck
