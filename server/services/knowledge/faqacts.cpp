#include "server/services/knowledge/faqacts.h"

#include "models/core/text.h"
#include "server/services/access/access.h"
#include "server/services/assistant/phrases.h"
#include "server/services/language/languageguess.h"
#include "server/services/op/precondition.h"
#include "server/services/secret/secretbox.h"
#include "server/storage/auditrepository.h"
#include "server/storage/knowledgerepository.h"
#include "server/storage/ownerlookup.h"

namespace foredeck {

namespace {

constexpr std::size_t maxFaqs = 500;
constexpr std::size_t maxQuestion = 2000;
constexpr std::size_t maxAnswer = 16 * 1024;

Result<void> check(const FaqInput &faq, std::size_t index)
{
    const auto field = "faqs[" + std::to_string(index) + "].";
    for (const auto &fits : {fitText(field + "question", trimmed(faq.question), maxQuestion), fitText(field + "answer", trimmed(faq.answer), maxAnswer),
             fitText(field + "language", faq.language, 8, true), fitText(field + "category", faq.category, 100, true), fitText(field + "id", faq.id, 64, true)}) {
        if (fits.hasError())
            return fits;
    }
    return {};
}

// A window stamps what is typed in it with the language of the business, which was begun in the window's: "Wo kann ich parken?" in
// an English one. It is found by the words of the language that it is written in, where that is one the assistant speaks.
std::string writtenIn(const FaqInput &faq)
{
    const auto told = faq.language.empty() ? std::nullopt : languageOf(faq.question + "\n" + faq.answer, faq.language);
    return told && phrases::spoken(*told) == *told ? *told : faq.language;
}

void fill(Document &document, const FaqInput &faq, Timestamp now)
{
    document.title = trimmed(faq.question);
    document.text = trimmed(faq.answer);
    document.language = writtenIn(faq);
    document.category = faq.category;
    document.visibility = faq.visibility;
    document.sha256 = documentHash(document.title, document.text);
    document.updatedAt = now;
}

Result<Document> put(ActContext &act, const KnowledgeBaseId &base, const FaqInput &faq)
{
    auto known = faq.id.empty() ? std::nullopt : KnowledgeRepository::document(act.tx, act.client, DocumentId {faq.id});
    const auto same = KnowledgeRepository::byHash(act.tx, act.client, base, documentHash(std::string {trimmed(faq.question)}, std::string {trimmed(faq.answer)}));
    if (same && (!known || known->id != same->id))
        return *same;
    if (known ? known->base != base : faq.version > 0)
        return notFound("document");
    if (known) {
        if (const auto unchanged = matchVersion(*known, faq.version); unchanged.hasError())
            return unchanged.error();
    }
    Document document = known.value_or(Document {});
    fill(document, faq, act.now);
    if (known) {
        KnowledgeRepository::update(act.tx, document);
        act.tell("document.updated", document);
        return document;
    }
    // An id that is somebody else's already would make both ambiguous where only the id is named.
    const bool free = isUuid(faq.id) && !clientOf(act.tx, DocumentId {faq.id});
    document.id = free ? DocumentId {faq.id} : DocumentId::make(act.now);
    document.client = act.client;
    document.base = base;
    KnowledgeRepository::insert(act.tx, document);
    act.tell("document.created", document);
    return document;
}

} // namespace

std::string documentHash(const std::string &title, const std::string &text) { return sha256Hex(title + "\n" + text); }

Result<std::vector<Document>> putFaqs(ActContext &act, const KnowledgeBaseId &base, const std::vector<FaqInput> &faqs)
{
    if (faqs.empty() || faqs.size() > maxFaqs)
        return Error::invalid("faqs", "must be 1 to 500 entries");
    for (std::size_t i = 0; i < faqs.size(); ++i) {
        if (const auto fits = check(faqs[i], i); fits.hasError())
            return fits.error();
    }
    if (!KnowledgeRepository::base(act.tx, act.client, base))
        return notFound("knowledge base");
    std::vector<Document> documents;
    for (const auto &faq : faqs) {
        auto document = put(act, base, faq);
        if (document.hasError())
            return document.error();
        documents.push_back(std::move(document).value());
    }
    AuditRepository::append(act.tx, {act.client, act.now, act.actor, "faqs.updated", base.value, std::to_string(faqs.size()) + " questions"});
    if (const auto ok = act.ok(); ok.hasError())
        return ok.error();
    return documents;
}

Result<void> removeDocument(OpContext &op, const DocumentId &id, std::int64_t ifMatch)
{
    const auto document = KnowledgeRepository::document(op.tx, op.client, id);
    if (!document)
        return notFound("document");
    if (const auto same = matchVersion(*document, ifMatch); same.hasError())
        return same.error();
    if (!KnowledgeRepository::remove(op.tx, op.client, id))
        return notFound("document");
    announceDeleted(op.tx, clientStream(op.client), "document.deleted", id.value, document->version + 1, op.actor, op.op);
    AuditRepository::append(op.tx, {op.client, op.now, op.actor, "document.deleted", id.value, {}});
    return op.ok();
}

} // namespace foredeck
