#include "server/storage/knowledgerepository.h"

#include "server/storage/rows.h"
#include "server/storage/sqlite/fulltext.h"
#include "storagesql.h"

namespace foredeck {

namespace {

std::optional<KnowledgeBase> baseOf(Tx &tx, const Row &row)
{
    auto base = rows::entity<KnowledgeBase>(tx, row.text(0));
    if (base)
        base->documents = row.integer(1);
    return base;
}

void count(WriteTx &tx, const ClientId &client, const KnowledgeBaseId &base, std::int64_t by)
{
    tx.run(sql::base_count, {{"client_id", client.value}, {"id", base.value}, {"by", by}});
}

// The private row number that RETURNING gives; 0: nothing was written.
std::int64_t rowOf(WriteTx &tx, Query query, std::initializer_list<Bind> binds)
{
    std::int64_t number = 0;
    tx.run(query, binds, [&](const Row &row) {
        number = row.integer(0);
        return false;
    });
    return number;
}

} // namespace

std::optional<KnowledgeBase> KnowledgeRepository::base(Tx &tx, const ClientId &client, const KnowledgeBaseId &id)
{
    return rows::first(tx, sql::base_by_id, {{"client_id", client.value}, {"id", id.value}},
        [&](const Row &row) { return baseOf(tx, row); });
}

std::vector<KnowledgeBase> KnowledgeRepository::bases(Tx &tx, const ClientId &client)
{
    std::vector<KnowledgeBase> bases;
    tx.run(sql::base_of_client, {{"client_id", client.value}}, [&](const Row &row) {
        if (auto base = baseOf(tx, row))
            bases.push_back(std::move(*base));
        return true;
    });
    return bases;
}

void KnowledgeRepository::insertBase(WriteTx &tx, const KnowledgeBase &base)
{
    tx.run(sql::base_insert,
        {{"client_id", base.client.value}, {"id", base.id.value}, {"version", base.version}, {"body", encode(base)}});
}

void KnowledgeRepository::updateBase(WriteTx &tx, KnowledgeBase &base)
{
    rows::raise(tx, base, "knowledge base", [&](const std::string &body) {
        return tx.run(sql::base_update,
            {{"client_id", base.client.value}, {"id", base.id.value}, {"version", base.version}, {"body", body}});
    });
}

std::optional<Document> KnowledgeRepository::document(Tx &tx, const ClientId &client, const DocumentId &id)
{
    return rows::one<Document>(tx, sql::document_by_id, {{"client_id", client.value}, {"id", id.value}});
}

std::optional<Document> KnowledgeRepository::byHash(Tx &tx, const ClientId &client, const KnowledgeBaseId &base, std::string_view sha256)
{
    return rows::one<Document>(tx, sql::document_by_hash, {{"client_id", client.value}, {"base_id", base.value}, {"sha256", sha256}});
}

Page<Document> KnowledgeRepository::documents(Tx &tx, const ClientId &client, const KnowledgeBaseId &base, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page);
    return rows::page<Document>(tx, sql::document_of_base, page,
        {{"client_id", client.value}, {"base_id", base.value}, {"key", start.key}, {"id", start.id},
            {"limit", rows::limitOf(page) + 1}});
}

Page<Document> KnowledgeRepository::allDocuments(Tx &tx, const ClientId &client, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page, {});
    return rows::page<Document>(tx, sql::document_of_client, page,
        {{"client_id", client.value}, {"id", start.id}, {"limit", rows::limitOf(page) + 1}});
}

void KnowledgeRepository::insert(WriteTx &tx, const Document &document)
{
    const auto row = rowOf(tx, sql::document_insert,
        {{"client_id", document.client.value}, {"id", document.id.value}, {"base_id", document.base.value},
            {"sha256", document.sha256}, {"updated_at", rows::time(document.updatedAt)}, {"version", document.version},
            {"body", encode(document)}});
    fulltext::insert(tx, document, row);
    count(tx, document.client, document.base, 1);
}

void KnowledgeRepository::update(WriteTx &tx, Document &document)
{
    const auto before = KnowledgeRepository::document(tx, document.client, document.id);
    std::int64_t row = 0;
    rows::raise(tx, document, "document", [&](const std::string &body) {
        row = rowOf(tx, sql::document_update,
            {{"client_id", document.client.value}, {"id", document.id.value}, {"base_id", document.base.value},
                {"sha256", document.sha256}, {"updated_at", rows::time(document.updatedAt)}, {"version", document.version},
                {"body", body}});
        return row == 0 ? 0 : 1;
    });
    if (tx.error())
        return;
    fulltext::remove(tx, document.client, row);
    fulltext::insert(tx, document, row);
    if (before && before->base != document.base) {
        count(tx, document.client, before->base, -1);
        count(tx, document.client, document.base, 1);
    }
}

bool KnowledgeRepository::remove(WriteTx &tx, const ClientId &client, const DocumentId &id)
{
    std::int64_t number = 0;
    KnowledgeBaseId base;
    tx.run(sql::document_remove, {{"client_id", client.value}, {"id", id.value}}, [&](const Row &row) {
        number = row.integer(0);
        base = KnowledgeBaseId {row.text(1)};
        return false;
    });
    if (number == 0)
        return false;
    fulltext::remove(tx, client, number);
    count(tx, client, base, -1);
    return true;
}

std::vector<SearchHit> KnowledgeRepository::search(Tx &tx, const ClientId &client, const SearchRequest &request)
{
    return fulltext::search(tx, client, request);
}

} // namespace foredeck
