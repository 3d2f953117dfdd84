#include "server/services/scoring/scoring.h"

#include "models/domain/leadrefs.h"
#include "server/services/assistant/facts.h"
#include "server/services/language/languageguess.h"
#include "server/services/triage/triage.h"

#include <algorithm>
#include <array>
#include <map>

namespace foredeck {

namespace {

constexpr std::array table {
    ScoreRule {"emergency", 45},
    ScoreRule {"asks_to_book", 20},
    ScoreRule {"names_a_date", 15},
    ScoreRule {"urgent", 15},
    ScoreRule {"gives_phone", 10},
    ScoreRule {"names_budget", 10},
    ScoreRule {"asks_price", 10},
    ScoreRule {"ready_now", 10},
    ScoreRule {"gives_name", 5},
    ScoreRule {"gives_email", 5},
    ScoreRule {"names_party", 5},
    ScoreRule {"decides", 5},
    ScoreRule {"keeps_writing", 5},
    ScoreRule {"just_looking", -10},
    ScoreRule {"opted_out", -30},
    ScoreRule {"not_a_customer", -40},
};

constexpr int manyMessages = 3;

using Fired = std::map<std::string_view, MessageId>; // the first message of each rule

void readMessage(const Message &message, const ScoreInput &input, const RuleBook &book, Fired &fired)
{
    const auto language = languageOf(message.text, input.lead.language).value_or(input.lead.language);
    const auto hits = book.hits(wordsOf(message.text, 300), tablesFor(language, {}));
    const auto facts = factsIn(message.text, {language, std::string {input.region}, input.today}, book);
    const auto fire = [&](std::string_view key, bool yes) {
        if (yes)
            fired.emplace(key, message.id);
    };
    fire("asks_to_book", anyHit(hits, "intent.book") && anyHit(hits, "intent.request"));
    fire("names_a_date", !facts.when.empty());
    fire("emergency", anyHit(hits, "emergency"));
    fire("urgent", anyHit(hits, "high") || anyHit(hits, "emergency"));
    fire("gives_phone", !facts.phones.empty());
    fire("names_budget", !facts.budget.empty());
    fire("asks_price", anyHit(hits, "intent.price"));
    fire("ready_now", anyHit(hits, "lead.ready"));
    fire("gives_name", !facts.name.empty());
    fire("gives_email", !facts.emails.empty());
    fire("names_party", !facts.people.empty());
    fire("decides", anyHit(hits, "lead.decider"));
    fire("just_looking", anyHit(hits, "lead.looking"));
    fire("not_a_customer", anyHit(hits, "lead.not_customer"));
}

// An emergency that the model alone heard is one, whichever words it stood in.
void readDecision(const Decision &decision, Fired &fired)
{
    const auto urgency = decision.urgency.value();
    if (decision.action.value() == DecisionAction::Superseded || (urgency != Urgency::Emergency && urgency != Urgency::High))
        return;
    if (urgency == Urgency::Emergency)
        fired.emplace("emergency", decision.message);
    fired.emplace("urgent", decision.message);
}

// The score is the lead's: what other conversations fired, or this one before it was resolved, counts on.
Fired firedBefore(const ScoreInput &input)
{
    Fired fired;
    for (const auto &factor : input.lead.scoreFactors) {
        const bool read = std::any_of(input.history.begin(), input.history.end(), [&](const Message &m) { return m.id == factor.message; });
        if (!factor.message.empty() && !read)
            fired.emplace(factor.label, factor.message);
    }
    return fired;
}

} // namespace

std::span<const ScoreRule> scoreRules()
{
    return table;
}

Score scoreOf(const ScoreInput &input, const RuleBook &book)
{
    auto fired = firedBefore(input);
    int written = 0;
    for (const auto &message : input.history) {
        if (message.role.value() != MessageRole::Lead)
            continue;
        readMessage(message, input, book, fired);
        if (++written == manyMessages)
            fired.emplace("keeps_writing", message.id);
    }
    for (const auto &decision : input.decisions)
        readDecision(decision, fired);
    if (input.planned)
        readDecision(*input.planned, fired);
    // What the door itself told: a caller's number, a form's name, address and fields.
    const auto &lead = input.lead;
    if (std::any_of(lead.phones.begin(), lead.phones.end(), [](const Phone &p) { return !p.e164.empty(); }))
        fired.emplace("gives_phone", MessageId {});
    if (std::any_of(lead.emails.begin(), lead.emails.end(), [&](const std::string &email) { return !email.empty() && !isOnlyMentioned(lead, email); }))
        fired.emplace("gives_email", MessageId {});
    if (!lead.name.empty())
        fired.emplace("gives_name", MessageId {});
    if (std::any_of(lead.consent.begin(), lead.consent.end(), [](const auto &c) { return c.second.state == ConsentState::OptedOut; }))
        fired.emplace("opted_out", MessageId {});

    Score score;
    int sum = 0;
    for (const auto &rule : table) {
        const auto found = fired.find(rule.key);
        if (found == fired.end())
            continue;
        score.factors.push_back({std::string {rule.key}, rule.points, found->second});
        sum += rule.points;
    }
    // What a person added stands beside the published rules.
    for (const auto &factor : lead.scoreFactors) {
        if (std::any_of(table.begin(), table.end(), [&](const ScoreRule &rule) { return rule.key == factor.label; }))
            continue;
        score.factors.push_back(factor);
        sum += factor.points;
    }
    if (!score.factors.empty()) {
        score.points = std::clamp(sum, 0, 100);
        score.temperature = temperatureOf(*score.points);
    }
    return score;
}

} // namespace foredeck
