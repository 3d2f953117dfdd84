#include "server/storage/leadmergerepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

namespace {

constexpr char divider = ' '; // no kind of contact holds one

std::string wordOf(const ConversationId &id) { return id.value; }
std::string wordOf(const LeadContact &contact) { return contact.kind + divider + contact.value; }

void addWord(std::vector<ConversationId> &list, std::string_view word) { list.emplace_back(std::string {word}); }
void addWord(std::vector<LeadContact> &list, std::string_view word)
{
    const auto end = std::min(word.find(divider), word.size());
    list.push_back({std::string {word.substr(0, end)}, std::string {word.substr(std::min(end + 1, word.size()))}});
}

template <class T>
std::string listText(const std::vector<T> &list)
{
    JsonWriter json;
    json.beginArray();
    for (const auto &one : list)
        json.string(wordOf(one));
    json.endArray();
    return json.take();
}

template <class T>
void readList(Tx &tx, std::string_view text, std::vector<T> &list)
{
    JsonDocument document;
    const auto root = document.parse(text);
    if (root.hasError())
        return tx.fail(Error::of(Error::Kind::Corrupt, "a stored list cannot be read: " + root.error().detail));
    root.value().eachElement([&](JsonValue word) {
        addWord(list, word.asString().value_or(std::string_view {}));
        return true;
    });
}

std::optional<LeadMerge> mergeOf(Tx &tx, const ClientId &client, const Row &row)
{
    LeadMerge merge;
    merge.client = client;
    merge.lead = LeadId {row.text(0)};
    merge.into = LeadId {row.text(1)};
    merge.at = rows::timeAt(row, 2);
    readList(tx, row.text(3), merge.conversations);
    readList(tx, row.text(4), merge.contacts);
    auto before = rows::entity<Lead>(tx, row.text(5));
    auto after = rows::entity<Lead>(tx, row.text(6));
    if (!before || !after)
        return std::nullopt;
    merge.before = std::move(*before);
    merge.after = std::move(*after);
    return merge;
}

} // namespace

std::optional<LeadMerge> LeadMergeRepository::of(Tx &tx, const ClientId &client, const LeadId &lead)
{
    return rows::first(tx, sql::lead_merge_of, {{"client_id", client.value}, {"lead_id", lead.value}}, [&](const Row &row) { return mergeOf(tx, client, row); });
}

void LeadMergeRepository::insert(WriteTx &tx, const LeadMerge &merge)
{
    const auto conversations = listText(merge.conversations);
    const auto contacts = listText(merge.contacts);
    const auto before = encode(merge.before);
    const auto after = encode(merge.after);
    tx.run(sql::lead_merge_insert,
        {{"client_id", merge.client.value}, {"lead_id", merge.lead.value}, {"into_id", merge.into.value}, {"at", rows::time(merge.at)},
            {"conversations", conversations}, {"contacts", contacts}, {"left_before", before}, {"left_after", after}});
}

void LeadMergeRepository::remove(WriteTx &tx, const ClientId &client, const LeadId &lead)
{
    tx.run(sql::lead_merge_remove, {{"client_id", client.value}, {"lead_id", lead.value}});
}

} // namespace foredeck
