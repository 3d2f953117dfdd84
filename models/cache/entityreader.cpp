#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/cache/firstwords.h"
#include "models/cache/outboxfile.h"
#include "models/cache/peoplekeys.h"
#include "models/cache/projection.h"
#include "models/domain/labels.h"
#include "net/codec/domaincodec.h"
#include "outboxsql.h"

#include <algorithm>
#include <unordered_map>

namespace foredeck {

namespace {

constexpr int mostCandidates = 2000;
/// Conversations of a view in which labels are looked for: a label that nobody has used for so long is written anew.
constexpr int mostLabelled = 2000;

bool findsAll(const Lead &lead, const std::vector<std::string> &words)
{
    const std::vector<std::string> keys = personKeys(lead);
    return std::all_of(words.begin(), words.end(), [&](const std::string &word) {
        return std::any_of(keys.begin(), keys.end(), [&](const std::string &key) { return key.starts_with(word); });
    });
}

/// The lowest text above all that begin so: keys are folded UTF-8 and hold no byte 0xff.
std::string afterPrefix(const std::string &prefix) { return prefix + '\xff'; }

} // namespace

template <class T>
std::vector<T> CacheReader::Private::entities(std::string_view kind, const ClientId &client)
{
    std::vector<T> list;
    Query query {db(), client.empty() ? cachesql::entity_of_kind : cachesql::entity_of_client};
    query.bind("kind", kind);
    if (!client.empty())
        query.bindText("client", client.value);
    while (query.next()) {
        if (auto value = decode<T>(query.view()); value.hasValue())
            list.push_back(std::move(value).value());
    }
    return list;
}

template <class T>
std::vector<T> CacheReader::Private::entitiesOf(std::string_view kind, const ClientId &client)
{
    return client.empty() ? std::vector<T> {} : entities<T>(kind, client);
}

template <class T>
std::optional<T> CacheReader::Private::entity(std::string_view kind, const std::string &id)
{
    Query query {db(), cachesql::entity_by_id};
    if (!query.bind("kind", kind).bindText("id", id).next())
        return std::nullopt;
    auto value = decode<T>(query.view());
    return value.hasValue() ? std::optional {std::move(value).value()} : std::nullopt;
}

template std::optional<User> CacheReader::Private::entity<User>(std::string_view, const std::string &);
template std::vector<ShiftNote> CacheReader::Private::entities<ShiftNote>(std::string_view, const ClientId &);

Result<std::vector<Client>> CacheReader::clients()
{
    return d->run([&] {
        auto list = d->entities<Client>("client", {});
        const std::vector<Op> acts = d->acts();
        for (Client &client : list)
            client = project(std::move(client), acts);
        return list;
    });
}

Result<std::vector<User>> CacheReader::users()
{
    return d->run([&] {
        auto list = d->entities<User>("user", {});
        const std::vector<Op> acts = d->acts();
        for (User &user : list)
            user = project(std::move(user), acts);
        return list;
    });
}

Result<std::optional<Agency>> CacheReader::agency()
{
    return d->run([&] {
        auto list = d->entities<Agency>("agency", {});
        return list.empty() ? std::nullopt : std::optional {std::move(list.front())};
    });
}

Result<std::vector<Channel>> CacheReader::channels(const ClientId &client)
{
    return d->run([&] {
        auto list = d->entitiesOf<Channel>("channel", client);
        const std::vector<Op> acts = d->acts();
        for (Channel &channel : list)
            channel = project(std::move(channel), acts);
        return list;
    });
}

Result<std::vector<Location>> CacheReader::locations(const ClientId &client)
{
    return d->run([&] {
        auto list = d->entitiesOf<Location>("location", client);
        const std::vector<Op> acts = d->acts();
        for (Location &location : list)
            location = project(std::move(location), acts);
        return list;
    });
}

Result<std::optional<ClientSettings>> CacheReader::settings(const ClientId &client)
{
    return d->run([&] {
        auto settings = d->entity<ClientSettings>("settings", client.value);
        return settings ? std::optional {project(std::move(*settings), d->acts())} : std::nullopt;
    });
}

Result<std::vector<DashboardStats>> CacheReader::dashboards(const ClientId &client)
{
    return d->run([&] { return d->entities<DashboardStats>("dashboard", client); });
}

Result<std::vector<FaqRow>> CacheReader::documents(const ClientId &client)
{
    return d->run([&] { return project(d->entitiesOf<Document>("document", client), client, d->acts()); });
}

Result<std::vector<RuleRow>> CacheReader::rules(const ClientId &client)
{
    return d->run([&] { return project(d->entitiesOf<ClientRule>("rule", client), client, d->acts()); });
}

Result<std::vector<std::string>> CacheReader::labelsInUse(const ClientId &client)
{
    return d->run([&] {
        std::vector<std::pair<std::string, int>> counted;
        std::unordered_map<std::string, std::size_t> places; // by what labels are the same by
        const auto count = [&](const std::string &label) {
            const auto [known, isNew] = places.try_emplace(labelKey(label), counted.size());
            if (isNew)
                counted.emplace_back(label, 1);
            else
                ++counted[known->second].second;
        };
        const auto scope = d->scopeOf(client);
        if (scope) {
            Query query {d->db(), cachesql::conversation_labels};
            query.bind("view", static_cast<int>(View::All)).bind("scope", *scope).bind("limit", mostLabelled); // ended ones too
            while (query.next()) {
                for (const std::string &label : decode<std::vector<std::string>>(query.view()).valueOr({}))
                    count(label);
            }
        }
        std::stable_sort(counted.begin(), counted.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
        std::vector<std::string> labels;
        for (auto &[label, times] : counted)
            labels.push_back(std::move(label));
        return labels;
    });
}

Result<std::vector<MacroRow>> CacheReader::macros(const ClientId &client)
{
    return d->run([&] { return project(d->entitiesOf<Macro>("macro", client), client, d->acts()); });
}

Result<LeadPage> CacheReader::lead(const LeadId &id)
{
    auto page = d->run([&]() -> std::optional<LeadPage> {
        const std::vector<Op> acts = d->acts();
        auto lead = d->leadBody(d->leftOf(id));
        if (!lead)
            return std::nullopt;
        LeadPage result {project(std::move(*lead), acts, d->knownLeads()), {}, {}};
        result.conversations = d->conversationsOf(result.lead.id);
        result.kin = d->kinOf(result.lead);
        return result;
    });
    if (page.hasError())
        return page.error();
    if (!page.value())
        return Error::of(Error::Kind::NotFound, "the cache does not hold this lead");
    return *std::move(page).value();
}

std::vector<PersonRow> CacheReader::Private::peopleByKey(
    const std::string &key, const std::vector<std::string> &words, const ClientId &client, int limit)
{
    std::vector<PersonRow> people;
    Query query {db(), cachesql::people_by_key};
    const std::string end = afterPrefix(key);
    query.bindText("key", key).bindText("key_end", end).bind("most", mostCandidates);
    while (static_cast<int>(people.size()) < limit && query.next()) {
        query.integer();
        query.view();
        auto lead = decode<Lead>(query.view());
        if (lead.hasError() || !lead.value().mergedInto.empty() || (!client.empty() && lead.value().client != client) || !findsAll(lead.value(), words))
            continue;
        PersonRow person;
        person.lead = std::move(lead).value();
        person.client = person.lead.client;
        if (const auto owner = entity<Client>("client", person.client.value)) {
            person.clientName = owner->name;
            person.clientMark = owner->mark;
        }
        Query newest {db(), cachesql::newest_conversation_of_lead};
        if (newest.bindText("lead", person.lead.id.value).next()) {
            person.conversation = ConversationId {newest.text()};
            person.channel = Open<ChannelKind>::fromText(newest.view());
            person.lastAt = newest.maybeTime();
        }
        people.push_back(std::move(person));
    }
    return people;
}

Result<std::vector<PersonRow>> CacheReader::people(const std::string &text, const ClientId &client, int limit)
{
    return d->run([&]() -> std::vector<PersonRow> {
        if (const std::string digits = soughtDigits(text); !digits.empty())
            return d->peopleByKey(digits, {digits}, client, limit);
        if (text.find('@') != std::string::npos)
            return d->peopleByKey(foldedWord(text), {foldedWord(text)}, client, limit);
        const std::vector<std::string> words = foldedWords(text);
        if (words.empty())
            return {};
        const auto longest = std::max_element(words.begin(), words.end(), [](const auto &a, const auto &b) { return a.size() < b.size(); });
        return d->peopleByKey(*longest, words, client, limit);
    });
}

namespace {

/// It is shown however much else waits: a person has to look at it, or wrote it.
bool isAlwaysListed(const Op &op)
{
    const bool wantsLook = op.state == OpState::NeedsReview || op.state == OpState::Refused;
    const bool isWritten = journalPlace(op).kind != CompositionKind::Unknown || op.kind == OpKind::WriteFirst || op.kind == OpKind::NoticeAdd;
    return wantsLook || isWritten;
}

} // namespace

Result<std::vector<OutboxRow>> CacheReader::outbox(int limit)
{
    return d->run([&] {
        std::vector<OutboxRow> rows;
        std::map<ClientId, std::string> names;
        for (Op &op : d->acts()) {
            if (static_cast<int>(rows.size()) >= limit && !isAlwaysListed(op))
                continue;
            OutboxRow row;
            const auto [name, unknown] = names.try_emplace(op.client);
            if (unknown) {
                if (const auto client = d->entity<Client>("client", op.client.value))
                    name->second = client->name;
            }
            row.clientName = name->second;
            if (const auto conversation = op.conversation.empty() ? std::nullopt : d->row(op.conversation)) {
                row.leadName = conversation->leadName;
                row.leadPhone = conversation->leadPhone;
            }
            if (const auto entered = newLead(op)) {
                row.leadName = entered->name;
                row.leadPhone = entered->phones.empty() ? std::string {} : entered->phones.front().raw;
            }
            if (op.kind == OpKind::WriteFirst || !otherLeadOf(op).empty()) {
                Query find {d->db(), cachesql::lead_find};
                const auto to = find.bindText("id", op.target).next() ? d->leadRow(find.integer(), {}) : std::nullopt;
                row.isLeadKnown = to || !(op.kind == OpKind::WriteFirst);
                row.leadName = to ? to->lead.name : std::string {};
                row.leadPhone = to && !to->lead.phones.empty() ? shown(to->lead.phones.front()) : std::string {};
            }
            row.op = std::move(op);
            rows.push_back(std::move(row));
        }
        return rows;
    });
}

namespace {

void take(DraftPage &page, CompositionKind kind, std::string text, bool isHere)
{
    switch (kind) {
    case CompositionKind::Reply:
        page.reply = std::move(text);
        page.isReplyHere = isHere;
        break;
    case CompositionKind::Note:
        page.note = std::move(text);
        page.isNoteHere = isHere;
        break;
    case CompositionKind::Resolution:
        page.resolution = std::move(text);
        break;
    case CompositionKind::Instruction:
        page.instruction = std::move(text);
        break;
    case CompositionKind::Business:
        page.business = std::move(text);
        break;
    case CompositionKind::Task:
        page.task = std::move(text);
        break;
    case CompositionKind::Lead:
        page.lead = std::move(text);
        break;
    case CompositionKind::FirstWords:
        page.firstWords = std::move(text);
        break;
    case CompositionKind::Mentions:
        page.mentions = std::move(text);
        break;
    case CompositionKind::ShiftNote:
        page.shiftNote = std::move(text);
        break;
    case CompositionKind::Unknown:
        break;
    }
}

} // namespace

Result<DraftPage> CacheReader::draft(const ConversationId &id)
{
    return d->run([&] {
        DraftPage page;
        const UserId user = d->me().id;
        const std::vector<ConversationId> below = journalsBelow(d->db(), id);
        d->ofOutbox([&] {
            {
                Query query {d->box(), outboxsql::draft_get};
                query.bindText("user", user.value).bindText("conversation", id.value);
                while (query.next()) {
                    const auto kind = valueOf<CompositionKind>(query.view());
                    std::string text = query.text();
                    query.integer(); // what was seen, when it was written, whether the server has it
                    query.integer();
                    query.integer();
                    take(page, kind, std::move(text), query.flag());
                }
            }
            for (const ConversationId &part : below) {
                Query query {d->box(), outboxsql::draft_get};
                query.bindText("user", user.value).bindText("conversation", part.value);
                while (query.next()) {
                    if (valueOf<CompositionKind>(query.view()) == CompositionKind::FirstWords)
                        addBelow(page.firstWords, query.text());
                }
            }
        });
        Query other {d->db(), cachesql::composition_of};
        other.bindText("conversation", id.value);
        while (other.next()) {
            const auto kind = valueOf<CompositionKind>(other.view());
            if (kind == CompositionKind::Reply)
                page.otherReply = other.text();
            else if (kind == CompositionKind::Note)
                page.otherNote = other.text();
        }
        return page;
    });
}

} // namespace foredeck
