#include "models/cache/outboxacts.h"

#include "models/cache/actbody.h"

#include <utility>

/// Acts on what people alone edit: rules, macros, answers.
namespace foredeck {

namespace {

/// What a person decides of a rule; the rest is the server's.
std::string bodyOf(const ClientRule &rule)
{
    return actBody([&](FieldWriter &w) {
        w("name", rule.name);
        w("enabled", rule.enabled);
        w("when", rule.when);
        w("hand_over", rule.handOver);
    });
}

/// What a person decides of a macro.
std::string bodyOf(const Macro &macro)
{
    return actBody([&](FieldWriter &w) {
        w("name", macro.name);
        w("text", macro.text);
    });
}

template <class T>
Op made(Op op, const T &entity)
{
    op.body = bodyOf(entity);
    return op;
}

/// On the version that was seen.
template <class T>
Op onVersion(Op op, const T &entity)
{
    op.target = entity.id.value;
    op.ifMatch = std::to_string(entity.version);
    return op;
}

template <class T>
Op overwritten(Op op, const T &entity)
{
    return made(onVersion(std::move(op), entity), entity);
}

} // namespace

OpId OutboxActs::makeRule(const ClientRule &rule)
{
    return commit(made(opOf(OpKind::RuleCreate, rule.client), rule));
}

OpId OutboxActs::saveRule(const ClientRule &rule)
{
    return commit(overwritten(opOf(OpKind::RuleUpdate, rule.client), rule));
}

OpId OutboxActs::deleteRule(const ClientRule &rule)
{
    return commit(onVersion(opOf(OpKind::RuleDelete, rule.client), rule));
}

OpId OutboxActs::makeMacro(const Macro &macro)
{
    return commit(made(opOf(OpKind::MacroCreate, macro.client), macro));
}

OpId OutboxActs::saveMacro(const Macro &macro)
{
    return commit(overwritten(opOf(OpKind::MacroUpdate, macro.client), macro));
}

OpId OutboxActs::deleteMacro(const Macro &macro)
{
    return commit(onVersion(opOf(OpKind::MacroDelete, macro.client), macro));
}

OpId OutboxActs::saveFaqs(const ClientId &client, const KnowledgeBaseId &base, const std::vector<Document> &faqs)
{
    Op op = opOf(OpKind::Faqs, client);
    op.target = base.value;
    JsonWriter json;
    json.beginObject();
    json.key("faqs");
    json.beginArray();
    for (const Document &faq : faqs) {
        json.beginObject();
        FieldWriter w {json};
        w("id", faq.id.empty() ? DocumentId::make(op.createdAt) : faq.id);
        w("question", faq.title);
        w("answer", faq.text);
        w("language", faq.language);
        w("category", faq.category);
        w("visibility", faq.visibility);
        if (!faq.id.empty() && faq.version > 0) // what is new names none
            w("version", faq.version);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    op.body = json.take();
    return commit(std::move(op));
}

OpId OutboxActs::deleteFaq(const Document &faq)
{
    return commit(onVersion(opOf(OpKind::FaqDelete, faq.client), faq));
}

} // namespace foredeck
