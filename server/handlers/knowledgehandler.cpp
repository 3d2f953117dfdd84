#include "server/handlers/clienthandler.h"

#include "server/handlers/requests.h"
#include "server/storage/knowledgerepository.h"

namespace foredeck {

namespace {

KnowledgeBaseId baseOf(const Request &request) { return KnowledgeBaseId {request.param("base_id")}; }

Result<std::string> documents(ReadContext &c)
{
    const auto page = pageOf(c.request);
    if (page.hasError())
        return page.error();
    const auto found = KnowledgeRepository::documents(c.tx, c.client, baseOf(c.request), page.value());
    return okJson(c.tx, pageJson(found.items, found.next));
}

} // namespace

void addKnowledgeRoutes(Api &api)
{
    api.get("/api/v1/knowledge/client/{client_id}/bases", Api::client(Right::Read),
        [](ReadContext &c) { return okJson(c.tx, pageJson(KnowledgeRepository::bases(c.tx, c.client))); });
    const std::string base = "/api/v1/knowledge/bases/{base_id}";
    api.get(base + "/documents", Api::thing<KnowledgeBaseId>("base_id", Right::Read, "knowledge base"), documents);
    api.act<FaqsBody>(Method::Post, base + "/faqs", Api::thing<KnowledgeBaseId>("base_id", Right::Manage, "knowledge base"),
        [](OpContext &op, const Request &request, const FaqsBody &body) -> Result<ActAnswer> {
            const auto stored = putFaqs(op, baseOf(request), body.faqs);
            if (stored.hasError())
                return stored.error();
            return ActAnswer {200, pageJson(stored.value())};
        });
    api.act<NoBody>(Method::Delete, "/api/v1/knowledge/documents/{document_id}", Api::thing<DocumentId>("document_id", Right::Manage, "document"),
        [](OpContext &op, const Request &request, const NoBody &) -> Result<ActAnswer> {
            const auto removed = removeDocument(op, DocumentId {request.param("document_id")}, ifMatchOf(request));
            if (removed.hasError())
                return removed.error();
            return ActAnswer {204, {}};
        });
}

} // namespace foredeck
