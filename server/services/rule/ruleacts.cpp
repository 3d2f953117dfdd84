#include "server/services/rule/ruleacts.h"

#include "models/core/text.h"
#include "server/services/access/access.h"
#include "server/services/client/clientacts.h"
#include "server/services/op/newid.h"
#include "server/services/op/precondition.h"
#include "server/services/op/queues.h"
#include "server/services/rule/ruleeval.h"
#include "server/storage/auditrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/rulerepository.h"

#include <algorithm>
#include <array>
#include <functional>

namespace foredeck {

namespace {

constexpr std::size_t maxPhrases = 20; ///< each is looked for in every message of a dry run
constexpr std::size_t maxPhrase = 200;
constexpr std::size_t maxLanguages = 50;
constexpr int minutesPerWeek = 7 * 24 * 60;

// What the assistant and the clock hand over for by themselves is not a rule's to say.
constexpr std::array reasons {EscalationReason::Rule, EscalationReason::HumanRequested, EscalationReason::Complaint, EscalationReason::Legal,
    EscalationReason::PaymentDispute, EscalationReason::Sensitive, EscalationReason::SlaBreach};

std::string at(const char *field, std::size_t index) { return std::string {field} + "[" + std::to_string(index) + "]"; }

template <class T, class Fits>
Result<void> checkEach(const char *field, const std::vector<T> &list, std::size_t most, const char *wrong, Fits fits)
{
    if (list.size() > most)
        return Error::invalid(field, "has more than " + std::to_string(most) + " entries");
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!fits(list[i]))
            return Error::invalid(at(field, i), wrong);
    }
    return {};
}

Result<void> checkPhrases(const char *field, const std::vector<std::string> &phrases, const std::function<bool(const std::string &)> &canBeFound)
{
    for (std::size_t i = 0; i < std::min(phrases.size(), maxPhrases); ++i) {
        if (const auto fits = fitText(at(field, i), trimmed(phrases[i]), maxPhrase); fits.hasError())
            return fits;
    }
    return checkEach(field, phrases, maxPhrases, "has no word that can be looked for", canBeFound);
}

Result<void> checkRange(const char *field, std::optional<int> value, int least, int most)
{
    return !value || (*value >= least && *value <= most) ? Result<void> {} : Error::invalid(field, "must be " + std::to_string(least) + " to " + std::to_string(most));
}

Result<ClientRule> saved(OpContext &op, const char *kind, ClientRule rule)
{
    op.tell(kind, rule);
    AuditRepository::append(op.tx, {op.client, op.now, op.actor, kind, rule.id.value, "version " + std::to_string(rule.version)});
    if (rule.enabled && rule.when.unansweredMinutes) // who waits already is looked at by it too
        JobRepository::enqueue(op.tx, rulesSweepJob(op.client, {}, op.now));
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return rule;
}

Result<void> checkFor(OpContext &op, ClientRule &rule)
{
    const auto client = ClientRepository::byId(op.tx, op.client);
    if (!client)
        return notFound("client");
    rule.client = op.client;
    rule.name = trimmed(rule.name);
    if (const auto fits = fitText("name", rule.name, 100); fits.hasError())
        return fits;
    return checkRule(rule, client->language);
}

Result<ClientRule> found(OpContext &op, const RuleId &id, std::int64_t ifMatch)
{
    auto rule = RuleRepository::byId(op.tx, op.client, id);
    if (!rule)
        return notFound("rule");
    if (const auto same = matchVersion(*rule, ifMatch); same.hasError())
        return same.error();
    return std::move(*rule);
}

} // namespace

Result<ClientRule> createRule(OpContext &op, ClientRule rule)
{
    if (const auto fits = checkFor(op, rule); fits.hasError())
        return fits.error();
    rule.id = rule.id.empty() ? RuleId {op.op.value} : rule.id;
    if (const auto isNew = checkNewId(op.tx, rule.id); isNew.hasError())
        return isNew.error();
    if (RuleRepository::ofClient(op.tx, op.client).size() >= mostRules)
        return tooMany("client_id", "there are " + std::to_string(mostRules) + " rules already");
    rule.version = 1;
    RuleRepository::insert(op.tx, rule, op.now);
    return saved(op, "rule.created", std::move(rule));
}

Result<ClientRule> putRule(OpContext &op, const RuleId &id, ClientRule rule, std::int64_t ifMatch)
{
    if (const auto fits = checkFor(op, rule); fits.hasError())
        return fits.error();
    const auto current = found(op, id, ifMatch);
    if (current.hasError())
        return current.error();
    rule.id = id;
    rule.version = current.value().version;
    RuleRepository::update(op.tx, rule, op.now);
    return saved(op, "rule.updated", std::move(rule));
}

Result<void> removeRule(OpContext &op, const RuleId &id, std::int64_t ifMatch)
{
    const auto rule = found(op, id, ifMatch);
    if (rule.hasError())
        return rule.error();
    RuleRepository::remove(op.tx, op.client, id);
    announceDeleted(op.tx, clientStream(op.client), "rule.deleted", id.value, rule.value().version + 1, op.actor, op.op);
    AuditRepository::append(op.tx, {op.client, op.now, op.actor, "rule.deleted", id.value, rule.value().name});
    return op.ok();
}

Result<void> checkRule(const ClientRule &rule, const std::string &language)
{
    const auto &when = rule.when;
    if (when == RuleConditions {})
        return Error::invalid("when", "asks for nothing");
    const auto names = [&](const std::string &phrase) { return namesSomething(phrase, language); };
    const auto isKnown = [](const auto &value) { return value.known(); };
    const auto isDoor = [](const Open<ChannelKind> &kind) { return kind.known() && !isAtDesk(kind.value()); };
    for (const auto &checked : {checkRange("when.score_above", when.scoreAbove, 0, 99), checkPhrases("when.words", when.words, hasWords),
             checkPhrases("when.meaning", when.meaning, names), checkRange("when.unanswered_minutes", when.unansweredMinutes, 1, minutesPerWeek),
             checkEach("when.times", when.times, EnumNames<RuleTime>::names.size(), "is not known", isKnown),
             checkEach("when.channels", when.channels, EnumNames<ChannelKind>::names.size(), "is no channel that messages come through", isDoor),
             checkEach("when.languages", when.languages, maxLanguages, "must be two lower-case letters (ISO 639-1)", [](const auto &l) { return checkLanguage(l).hasValue(); }),
             checkRange("hand_over.priority", rule.handOver.priority, 1, 3)}) {
        if (checked.hasError())
            return checked;
    }
    const bool known = std::any_of(reasons.begin(), reasons.end(), [&](EscalationReason reason) { return rule.handOver.reason == reason; });
    return known ? Result<void> {} : Error::invalid("hand_over.reason", "is no reason that a rule may hand over for");
}

} // namespace foredeck
