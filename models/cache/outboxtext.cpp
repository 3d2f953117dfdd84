#include "models/cache/deskentry.h"
#include "models/cache/outboxrules.h"
#include "models/core/time.h"
#include "net/codec/domaincodec.h"

/// What an act says, and where its words stand again when it comes back.
namespace foredeck {

namespace {

std::string linesOf(const DeskEntry &entry)
{
    std::string text;
    for (const std::string *line : {&entry.name, &entry.phone, &entry.email, &entry.wants, &entry.note}) {
        if (!line->empty())
            text += (text.empty() ? "" : "\n") + *line;
    }
    return text;
}

/// It is approved as it stands: its words are nobody's to go on with, and are no SMS.
bool isTemplate(const Op &op)
{
    JsonDocument document;
    const auto body = document.parse(op.body);
    return body.hasValue() && body.value()["template"].isObject();
}

std::string firstQuestion(const Op &op)
{
    JsonDocument document;
    const auto body = document.parse(op.body);
    std::string question;
    if (body.hasError())
        return question;
    body.value()["faqs"].eachElement([&](JsonValue faq) {
        question = faq["question"].asString().value_or(std::string_view {});
        return false;
    });
    return question;
}

/// Of the clients of one handing over it differs by the moment in which their acts were made.
constexpr std::chrono::seconds oneHandOver {10};

std::optional<Timestamp> writtenAt(const Op &op)
{
    JsonDocument document;
    const auto body = document.parse(op.body);
    return body.hasValue() ? fromRfc3339(body.value()["written_at"].asString().value_or(std::string_view {})) : std::nullopt;
}

} // namespace

bool isOneHandOver(const Op &one, const Op &other)
{
    if (one.kind != OpKind::ShiftNoteCreate || other.kind != OpKind::ShiftNoteCreate || one.user != other.user || textOf(one) != textOf(other))
        return false;
    const auto at = writtenAt(one);
    const auto otherAt = writtenAt(other);
    return at && otherAt && (*at < *otherAt ? *otherAt - *at : *at - *otherAt) <= oneHandOver;
}

std::string textOf(const Op &op)
{
    if (op.kind == OpKind::Faqs)
        return firstQuestion(op);
    std::string_view name;
    if (op.kind == OpKind::Reply || op.kind == OpKind::Note || op.kind == OpKind::TaskCreate || op.kind == OpKind::TaskUpdate
        || op.kind == OpKind::WriteFirst || op.kind == OpKind::NoticeAdd || op.kind == OpKind::ShiftNoteCreate)
        name = "text";
    else if (op.kind == OpKind::TaskDone || op.kind == OpKind::TaskDrop)
        name = "outcome";
    else if (op.kind == OpKind::EscalationReturn)
        name = "instruction";
    else if (op.kind == OpKind::EscalationResolve)
        name = "note";
    else if (op.kind == OpKind::RuleCreate || op.kind == OpKind::RuleUpdate || op.kind == OpKind::MacroCreate || op.kind == OpKind::MacroUpdate || op.kind == OpKind::ClientName)
        name = "name";
    else if (op.kind == OpKind::LeadCreate)
        return linesOf(deskEntryOf(op.body).value_or(DeskEntry {}));
    else
        return {};
    JsonDocument document;
    const auto body = document.parse(op.body);
    return body.hasValue() ? std::string {body.value()[name].asString().value_or(std::string_view {})} : std::string {};
}

std::vector<Mention> mentionsOf(const Op &op)
{
    JsonDocument document;
    const auto body = document.parse(op.kind == OpKind::Note ? std::string_view {op.body} : std::string_view {});
    return body.hasValue() ? decode<std::vector<Mention>>(body.value()["mentions"]).valueOr({}) : std::vector<Mention> {};
}

JournalPlace journalPlace(const Op &op)
{
    switch (op.kind.value()) {
    case OpKind::Reply:
        return {op.conversation, CompositionKind::Reply};
    case OpKind::Note:
        return {op.conversation, CompositionKind::Note};
    case OpKind::EscalationResolve:
        return {journalId(EscalationId {op.target}), CompositionKind::Resolution};
    case OpKind::EscalationReturn:
        return {journalId(EscalationId {op.target}), CompositionKind::Instruction};
    case OpKind::TaskCreate:
        return {newTaskJournalId(op.conversation), CompositionKind::Task};
    case OpKind::LeadCreate:
        return {newLeadJournalId(), CompositionKind::Lead};
    case OpKind::ShiftNoteCreate:
        return {shiftNoteJournalId(), CompositionKind::ShiftNote};
    case OpKind::WriteFirst:
        if (isTemplate(op))
            return {};
        return {firstWordsJournalId(LeadId {op.target}), CompositionKind::FirstWords};
    default:
        return {};
    }
}

std::string cameBack(const std::string &journal, const std::string &before)
{
    const std::string behind = '\n' + before;
    if (!before.empty() && journal.ends_with(behind))
        return journal.substr(0, journal.size() - behind.size());
    if (!before.empty() && journal.starts_with(before + '\n'))
        return journal.substr(before.size() + 1);
    return !journal.empty() && before.starts_with(journal + '\n') ? std::string {} : journal;
}

std::string joined(const std::string &journal, const std::optional<std::string> &before, const std::string &text)
{
    if (!before)
        return text.starts_with(journal) ? text : journal + text;
    const std::string returned = cameBack(journal, *before);
    return returned.empty() || text.empty() ? returned + text : returned + '\n' + text;
}

std::string joinedForms(const std::string &journal, const std::string &text)
{
    auto form = deskEntryOf(journal);
    const auto other = deskEntryOf(text);
    if (!form || !other || *form == *other)
        return form && !other ? journal : text;
    form->note += (form->note.empty() ? "" : "\n") + linesOf(*other);
    return deskEntryText(*form);
}

} // namespace foredeck
