#include "models/domain/leadmerge.h"

#include "models/core/text.h"
#include "models/domain/leadrefs.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <utility>

namespace foredeck {

namespace {

bool isSame(const Phone &a, const Phone &b) { return a.e164.empty() && b.e164.empty() ? a.raw == b.raw : a.e164 == b.e164; }
bool isSame(const std::string &a, const std::string &b) { return asciiLower(a) == asciiLower(b); }
bool isSame(const ScoreFactor &a, const ScoreFactor &b) { return a.label == b.label; }

template <class T>
bool holds(const std::vector<T> &list, const T &wanted)
{
    return std::any_of(list.begin(), list.end(), [&](const T &one) { return isSame(one, wanted); });
}

/// Those of `other` that are not there yet, in their order.
template <class T>
void addAll(std::vector<T> &list, const std::vector<T> &other)
{
    for (const T &one : other) {
        if (!holds(list, one))
            list.push_back(one);
    }
}

/// What the merge put there, and nothing else.
template <class T>
void takeBack(std::vector<T> &now, const std::vector<T> &before, const std::vector<T> &after)
{
    std::erase_if(now, [&](const T &one) { return holds(after, one) && !holds(before, one); });
}

template <class T>
void takeBack(T &now, const T &before, const T &after)
{
    if (now == after)
        now = before;
}

/// Of a map with what stands under one key.
template <class M>
void takeBackMembers(M &now, const M &before, const M &after)
{
    for (const auto &[key, value] : after) {
        const auto current = now.find(key);
        if (current == now.end() || !(current->second == value))
            continue;
        if (const auto was = before.find(key); was != before.end())
            current->second = was->second;
        else
            now.erase(current);
    }
}

constexpr std::array qualificationFields {&Qualification::serviceInterest, &Qualification::urgency, &Qualification::budget,
    &Qualification::location, &Qualification::decisionMaker, &Qualification::timeline};

/// How far somebody has come. Who was given up is in talk again once the other one is. 0: a newer server's word.
int wayOf(const Open<LeadStatus> &status)
{
    switch (status.value()) {
    case LeadStatus::Unknown:
        return 0;
    case LeadStatus::Disqualified:
        return 1;
    case LeadStatus::ClosedLost:
        return 2;
    case LeadStatus::New:
        return 3;
    case LeadStatus::Nurturing:
        return 4;
    case LeadStatus::Qualifying:
        return 5;
    case LeadStatus::Qualified:
        return 6;
    case LeadStatus::HandedOff:
        return 7;
    case LeadStatus::AppointmentBooked:
        return 8;
    case LeadStatus::ClosedWon:
        return 9;
    }
    return 0;
}

/// What allows less is stricter; a word that is not known may forbid something.
int strictnessOf(const Consent &consent)
{
    switch (consent.state.value()) {
    case ConsentState::Given:
        return 0;
    case ConsentState::Implied:
        return 1;
    case ConsentState::Unknown:
        return 2;
    case ConsentState::OptedOut:
        return 3;
    }
    return 2;
}

void addConsent(Lead &left, const Lead &other)
{
    for (const auto &[channel, consent] : other.consent) {
        const auto [held, isNew] = left.consent.emplace(channel, consent);
        if (!isNew && strictnessOf(consent) > strictnessOf(held->second))
            held->second = consent;
    }
}

void addEmails(Lead &left, const Lead &other)
{
    for (const std::string &email : other.emails) {
        const auto known = std::find_if(left.emails.begin(), left.emails.end(), [&](const std::string &one) { return isSame(one, email); });
        const bool isMentioned = isOnlyMentioned(other, email);
        if (known == left.emails.end()) {
            left.emails.push_back(email);
            setOnlyMentioned(left, email, isMentioned);
        } else if (!isMentioned) {
            setOnlyMentioned(left, *known, false);
        }
    }
}

void sumUp(Lead &lead)
{
    const int sum = std::accumulate(lead.scoreFactors.begin(), lead.scoreFactors.end(), 0, [](int total, const ScoreFactor &factor) { return total + factor.points; });
    lead.score = std::clamp(sum, 0, 100);
    lead.temperature = temperatureOf(*lead.score);
}

void addScore(Lead &left, const Lead &other)
{
    if (!other.score)
        return;
    if (!left.score) {
        left.score = other.score;
        left.scoreFactors = other.scoreFactors;
        left.temperature = other.temperature;
        return;
    }
    const auto before = left.scoreFactors.size();
    addAll(left.scoreFactors, other.scoreFactors);
    if (left.scoreFactors.size() != before)
        sumUp(left);
}

void takeScoreBack(Lead &now, const Lead &before, const Lead &after)
{
    if (now.scoreFactors == after.scoreFactors && now.score == after.score) {
        now.scoreFactors = before.scoreFactors;
        now.score = before.score;
        now.temperature = before.temperature;
        return;
    }
    takeBack(now.scoreFactors, before.scoreFactors, after.scoreFactors);
    if (now.scoreFactors.empty()) {
        now.score = before.score;
        now.temperature = before.temperature;
    } else {
        sumUp(now);
    }
}

const Consent *held(const ConsentWords &words, const std::string &channel)
{
    const auto found = words.find(channel);
    return found == words.end() ? nullptr : &found->second;
}

bool isOut(const Consent *consent) { return consent && consent->state == ConsentState::OptedOut; }
bool isSame(const Consent *a, const Consent *b) { return a && b && *a == *b; }

void partChannel(Lead &left, Lead &other, const ConsentParting &parting, const std::string &channel)
{
    const Consent *now = held(parting.now.consent, channel);
    const Consent *before = held(parting.before.consent, channel);
    const Consent *own = held(parting.left, channel);
    const Consent *theirs = held(parting.other, channel);
    const bool isChanged = now && !isSame(now, held(parting.after.consent, channel));
    const bool isBrought = std::any_of(parting.parts.begin(), parting.parts.end(), [&](const auto &part) { return isSame(now, held(part.lead.consent, channel)); });
    const bool isEnded = isChanged && isOut(now) && !isBrought;
    const bool isAnybodys = isEnded && !isSame(now, own) && !isSame(now, theirs); // of both, unless one of them has spoken later
    const auto counts = [&](const Consent *said) { return said && !(isAnybodys && now->at >= said->at); };
    if (counts(own))
        left.consent[channel] = *own;
    else if (isChanged && !isOut(now) && before && (isSame(now, theirs) || isOut(before)))
        left.consent[channel] = *before;
    else if (isChanged && !isOut(now) && isSame(now, theirs))
        left.consent.erase(channel);
    if (counts(theirs))
        other.consent[channel] = *theirs;
    else if (isEnded)
        other.consent[channel] = *now;
    for (const auto &part : parting.parts) {
        const Consent *ended = held(part.lead.consent, channel);
        const Consent *stands = held(left.consent, channel);
        const bool isTakenBack = stands && stands->state == ConsentState::Given && stands->at >= part.since;
        if (isOut(ended) && !isOut(stands) && !isTakenBack)
            left.consent[channel] = *ended;
    }
}

} // namespace

Lead mergedLead(Lead left, const Lead &other)
{
    const auto fill = [](std::string &held, const std::string &said) {
        if (held.empty())
            held = said;
    };
    fill(left.name, other.name);
    fill(left.language, other.language);
    for (const auto field : qualificationFields)
        fill(left.qualification.*field, other.qualification.*field);
    addAll(left.phones, other.phones);
    addEmails(left, other);
    addConsent(left, other);
    addScore(left, other);
    if (!left.value)
        left.value = other.value;
    for (const auto &[key, value] : other.externalRefs) {
        if (key != mentionedEmailsRef) // each e-mail has brought its own mark
            left.externalRefs.emplace(key, value);
    }
    if (wayOf(other.status) > wayOf(left.status) && left.status.known())
        left.status = other.status;
    return left;
}

Lead partedLead(Lead now, const Lead &before, const Lead &after)
{
    takeBack(now.name, before.name, after.name);
    takeBack(now.language, before.language, after.language);
    for (const auto field : qualificationFields)
        takeBack(now.qualification.*field, before.qualification.*field, after.qualification.*field);
    takeBack(now.phones, before.phones, after.phones);
    for (const std::string &email : std::vector<std::string> {now.emails}) {
        if (!holds(before.emails, email) && holds(after.emails, email))
            setOnlyMentioned(now, email, false); // it goes, and its mark with it
        else if (isOnlyMentioned(before, email) && !isOnlyMentioned(after, email))
            setOnlyMentioned(now, email, true);
    }
    takeBack(now.emails, before.emails, after.emails);
    takeBackMembers(now.consent, before.consent, after.consent);
    takeScoreBack(now, before, after);
    takeBack(now.value, before.value, after.value);
    auto refs = std::pair {before.externalRefs, after.externalRefs};
    refs.first.erase(mentionedEmailsRef);
    refs.second.erase(mentionedEmailsRef);
    takeBackMembers(now.externalRefs, refs.first, refs.second);
    takeBack(now.status, before.status, after.status);
    return now;
}

void partConsent(Lead &left, Lead &other, const ConsentParting &parting)
{
    std::set<std::string> channels;
    for (const auto *words : {&parting.now.consent, &parting.left, &parting.other}) {
        for (const auto &[channel, consent] : *words)
            channels.insert(channel);
    }
    for (const auto &channel : channels)
        partChannel(left, other, parting, channel);
}

} // namespace foredeck
