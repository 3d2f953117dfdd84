#include "models/cache/outboxacts.h"

#include "models/cache/actbody.h"

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

} // namespace

OpId OutboxActs::makeRule(const ClientRule &rule)
{
    Op op = opOf(OpKind::RuleCreate, rule.client);
    op.body = bodyOf(rule);
    return commit(std::move(op));
}

OpId OutboxActs::saveRule(const ClientRule &rule)
{
    Op op = opOf(OpKind::RuleUpdate, rule.client);
    op.target = rule.id.value;
    op.body = bodyOf(rule);
    op.ifMatch = std::to_string(rule.version);
    return commit(std::move(op));
}

OpId OutboxActs::deleteRule(const ClientRule &rule)
{
    Op op = opOf(OpKind::RuleDelete, rule.client);
    op.target = rule.id.value;
    op.ifMatch = std::to_string(rule.version);
    return commit(std::move(op));
}

OpId OutboxActs::makeMacro(const Macro &macro)
{
    Op op = opOf(OpKind::MacroCreate, macro.client);
    op.body = bodyOf(macro);
    return commit(std::move(op));
}

OpId OutboxActs::saveMacro(const Macro &macro)
{
    Op op = opOf(OpKind::MacroUpdate, macro.client);
    op.target = macro.id.value;
    op.body = bodyOf(macro);
    op.ifMatch = std::to_string(macro.version);
    return commit(std::move(op));
}

OpId OutboxActs::deleteMacro(const Macro &macro)
{
    Op op = opOf(OpKind::MacroDelete, macro.client);
    op.target = macro.id.value;
    op.ifMatch = std::to_string(macro.version);
    return commit(std::move(op));
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
        if (!faq.id.empty())
            w("version", faq.version);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    op.body = json.take();
    return commit(std::move(op));
}

} // namespace foredeck
