#include "server/services/evaluate/triageevaluation.h"

#include "net/codec/jsonwriter.h"
#include "server/services/consent/consent.h"
#include "server/services/triage/triage.h"

#include <optional>

namespace foredeck {

namespace {

constexpr std::string_view none = "none";
constexpr const char *askedName = "opt_out_asked";

std::string word(bool value) { return value ? "yes" : "no"; }

// A label as its class: nothing where the row has none, "none" for null.
Result<std::optional<std::string>> labelOf(JsonValue row, std::string_view name)
{
    const JsonValue member = row[name];
    if (!member.exists())
        return std::optional<std::string> {};
    if (member.isNull())
        return std::optional {std::string {none}};
    if (const auto yes = member.asBoolean())
        return std::optional {word(*yes)};
    if (const auto text = member.asString())
        return std::optional {std::string {*text}};
    return Error::invalid(std::string {name}, "must be a text, true, false or null");
}

std::string whyOf(const Triage &triage, const ConsentFinding &consent)
{
    std::string why;
    const auto add = [&](const std::string &rule, const std::string &words) {
        why += (why.empty() ? "" : "; ") + rule + " \"" + words + "\"";
    };
    if (consent.signal != ConsentSignal::None)
        add(consent.rule, consent.words);
    for (const auto &trace : triage.rules) {
        if (trace.fired)
            add(trace.rule, trace.words);
    }
    return why.empty() ? "no rule fired" : why;
}

} // namespace

Result<std::string> TriageEvaluation::predict(JsonValue row, const std::string &id)
{
    const auto text = row["text"].asString();
    if (!text)
        return Error::invalid("text", "must be a text");
    const auto triage = triageOf(*text, {}, m_book);
    const auto consent = findConsent(*text, {}, m_book);

    const auto orNone = [](std::string_view value) { return std::string {value.empty() ? none : value}; };
    const bool optOut = consent.signal == ConsentSignal::OptOut; // acted upon at once
    const bool asked = consent.signal == ConsentSignal::PerhapsOptOut; // nothing is changed: they are asked, and a person reads it
    const auto escalate = triage.escalate || !asked ? triage.escalate : EscalationReason::LowConfidence;
    const std::string reason {escalate ? nameOf(*escalate) : std::string_view {}};
    const bool help = consent.signal == ConsentSignal::Help;
    const Answers answers {orNone(triage.language), std::string {nameOf(triage.urgency)}, word(escalate.has_value()), orNone(reason), word(optOut), word(help)};
    if (const auto compared = compare(row, answers, asked); compared.hasError())
        return compared.error();

    JsonWriter json;
    const auto textOrNull = [&](std::string_view value) { value.empty() ? json.null() : json.string(value); };
    json.beginObject();
    json.key("id");
    json.raw(id);
    json.key(names[Language]);
    textOrNull(triage.language);
    json.key(names[Urgency]);
    json.string(nameOf(triage.urgency));
    json.key(names[Escalate]);
    json.boolean(escalate.has_value());
    json.key(names[Reason]);
    textOrNull(reason);
    json.key(names[OptOut]);
    json.boolean(optOut);
    json.key(askedName);
    json.boolean(asked);
    json.key(names[Help]);
    json.boolean(help);
    json.key("why");
    json.string(whyOf(triage, consent));
    json.endObject();
    return json.take();
}

Result<void> TriageEvaluation::compare(JsonValue row, const Answers &predicted, bool asked)
{
    std::array<std::optional<std::string>, questionCount> labels;
    for (std::size_t i = 0; i < questionCount; ++i) {
        auto label = labelOf(row, names[i]);
        if (label.hasError())
            return label.error();
        labels[i] = std::move(label).value();
    }
    for (std::size_t i = 0; i < questionCount; ++i) {
        if (labels[i])
            m_tables[i].add(*labels[i], predicted[i]);
    }
    if (labels[OptOut] && predicted[OptOut] == word(false))
        m_asked.add(*labels[OptOut], word(asked));
    return {};
}

std::string TriageEvaluation::table() const
{
    std::string out;
    const auto add = [&](const std::string &text) { out += (out.empty() || text.empty() ? "" : "\n") + text; };
    for (std::size_t i = 0; i < questionCount; ++i) {
        add(m_tables[i].text(names[i]));
        if (i == OptOut)
            add(m_asked.text(askedName));
    }
    return out;
}

} // namespace foredeck
