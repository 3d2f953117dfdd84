#include "server/services/client/clientacts.h"

#include "models/domain/hoursclash.h"
#include "models/domain/textlimits.h"
#include "server/services/assistant/introduction.h"
#include "server/services/op/precondition.h"
#include "server/services/phone/phone.h"

#include <algorithm>
#include <set>

namespace foredeck {

namespace {

constexpr std::size_t maxQuestions = 50;
constexpr std::size_t maxWords = 200;
constexpr std::size_t maxWording = 2000;
constexpr int minutesPerDay = 24 * 60;
constexpr std::size_t maxWindows = 12; ///< of one day
constexpr std::size_t maxClosedDates = 500;
constexpr std::size_t maxOnCall = 50;
constexpr auto anyRegion = "ZZ"; ///< a number must bring its country code

bool allOf(const std::string &text, char from, char to)
{
    return std::all_of(text.begin(), text.end(), [&](char c) { return c >= from && c <= to; });
}

Result<void> checkWordings(const std::string &field, const std::map<std::string, std::string> &wordings)
{
    for (const auto &[language, text] : wordings) {
        if (checkLanguage(language).hasError())
            return Error::invalid(field, "has a language that is not two letters");
        if (const auto fits = fitText(field + "." + language, text, maxWording, true); fits.hasError())
            return fits;
    }
    return {};
}

Result<void> checkWords(const std::string &field, const std::vector<std::string> &words)
{
    if (words.size() > maxWords)
        return Error::invalid(field, "has more than " + std::to_string(maxWords) + " entries");
    for (const auto &word : words) {
        if (const auto fits = fitText(field, word, 200); fits.hasError())
            return fits;
    }
    return {};
}

Result<void> checkIntake(const std::vector<IntakeQuestion> &intake)
{
    if (intake.size() > maxQuestions)
        return Error::invalid("intake", "has more than 50 questions");
    for (std::size_t i = 0; i < intake.size(); ++i) {
        const auto field = "intake[" + std::to_string(i) + "]";
        if (const auto fits = fitText(field + ".key", intake[i].key, 64); fits.hasError())
            return fits;
        const auto asked = intake.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::any_of(intake.begin(), asked, [&](const IntakeQuestion &q) { return q.key == asked->key; }))
            return Error::invalid(field + ".key", "is the key of another question too"); // it would never be asked
        if (intake[i].wording.empty())
            return Error::invalid(field + ".wording", "has no language");
        if (const auto fits = checkWordings(field + ".wording", intake[i].wording); fits.hasError())
            return fits;
        if (const auto fits = checkWords(field + ".choices", intake[i].choices); fits.hasError())
            return fits;
    }
    return {};
}

template <class T>
Result<void> checkRange(const char *field, T value, T least, T most)
{
    return value >= least && value <= most ? Result<void> {} : Error::invalid(field, "is out of bounds");
}

Result<void> checkSla(const SlaTargets &sla)
{
    for (const auto &checked : {checkRange<std::int64_t>("sla.first_response_minutes", sla.firstResponseMinutes, 0, 7 * minutesPerDay),
             checkRange<std::int64_t>("sla.next_response_minutes", sla.nextResponseMinutes, 0, 7 * minutesPerDay),
             checkRange<std::int64_t>("sla.resolution_minutes", sla.resolutionMinutes, 0, 30 * minutesPerDay)}) {
        if (checked.hasError())
            return checked;
    }
    return {};
}

Result<void> checkWeek(const std::string &field, const OpeningHours &hours)
{
    const auto on = [&](std::size_t day) { return field + "[" + std::to_string(day) + "]"; };
    for (std::size_t day = 0; day < hours.week.size(); ++day) {
        if (hours.week[day].size() > maxWindows)
            return Error::invalid(on(day), "has more than 12 times");
        for (const auto &window : hours.week[day]) {
            const bool fits = window.start >= 0 && window.start < minutesPerDay && window.end >= 0 && window.end <= minutesPerDay;
            if (!fits)
                return Error::invalid(on(day), "must lie between minute 0 and 1440");
        }
    }
    for (std::size_t day = 0; day < hours.week.size(); ++day) {
        if (clashOn(hours, day) != HoursClash::None)
            return Error::invalid(on(day), "must follow one another without overlap");
    }
    return {};
}

Result<void> checkWeek(const std::string &field, const Week &week)
{
    OpeningHours hours;
    hours.week = week;
    return checkWeek(field, hours);
}

Result<void> checkOnCall(const std::vector<OnCall> &list)
{
    if (list.size() > maxOnCall)
        return Error::invalid("alerts.on_call", "has more than 50 entries");
    std::set<UserId> known;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto field = "alerts.on_call[" + std::to_string(i) + "]";
        if (!known.insert(list[i].user).second)
            return Error::invalid(field + ".user_id", "is there twice");
        if (const auto fits = checkWeek(field + ".week", list[i].week); fits.hasError())
            return fits;
    }
    return {};
}

Result<void> checkOwnerPhone(const std::string &phone)
{
    return phone.empty() || toE164(phone, anyRegion) == phone
        ? Result<void> {}
        : Error::invalid("alerts.owner_phone", "must be a telephone number with its country code, such as +13055550101");
}

Result<void> checkAlerts(const AlertSettings &alerts)
{
    for (const auto &checked : {checkRange<std::int64_t>("alerts.repeat_seconds", alerts.repeatSeconds, 15, 3600),
             checkRange<std::int64_t>("alerts.climb_minutes", alerts.climbMinutes, 0, minutesPerDay), checkWeek("alerts.quiet_week", alerts.quietWeek),
             checkOnCall(alerts.onCall), checkOwnerPhone(alerts.ownerPhone)}) {
        if (checked.hasError())
            return checked;
    }
    return {};
}

Result<void> checkMissedCallText(const std::string &text)
{
    return charactersIn(text) <= longestMissedCallText
        ? Result<void> {}
        : Error::invalid("missed_call_text", "has more than " + std::to_string(longestMissedCallText) + " characters");
}

} // namespace

Result<void> checkLanguage(const std::string &language)
{
    return language.size() == 2 && allOf(language, 'a', 'z') ? Result<void> {} : Error::invalid("language", "must be two lower-case letters (ISO 639-1)");
}

Result<void> checkRegion(const std::string &region)
{
    return region.size() == 2 && allOf(region, 'A', 'Z') ? Result<void> {} : Error::invalid("region", "must be two upper-case letters (ISO 3166-1)");
}

namespace {

Result<void> checkTemplates(const std::vector<MessageTemplate> &templates)
{
    if (templates.size() > mostTemplates)
        return Error::invalid("templates", "has more than 50 entries");
    for (std::size_t i = 0; i < templates.size(); ++i) {
        const auto &one = templates[i];
        const auto field = "templates[" + std::to_string(i) + "].";
        if (!isTemplateName(one.name))
            return Error::invalid(field + "name", "must be small letters, digits and underscores");
        if (one.language.empty() || one.language.size() > 16)
            return Error::invalid(field + "language", "must be the vendor's code, such as en_US");
        if (const auto fits = fitText(field + "text", one.text, longestTemplate); fits.hasError())
            return fits;
        if (templateGaps(one.text) < 0)
            return Error::invalid(field + "text", "must have gaps {{1}} to {{9}}, none left out");
        const auto same = [&](const MessageTemplate &other) { return other.name == one.name && other.language == one.language; };
        if (std::count_if(templates.begin(), templates.end(), same) > 1)
            return Error::invalid(field + "name", "is there twice in this language");
    }
    return {};
}

} // namespace

Result<void> checkSettings(const ClientSettings &s)
{
    for (const auto &checked : {checkIntake(s.intake), checkWordings("greeting", s.greeting), checkWords("hand_over_words", s.handOverWords),
             checkWords("emergency_words", s.emergencyWords), checkRange<std::int64_t>("turn_delay_ms", s.turnDelayMs, 0, 60'000),
             checkRange("answer_floor", s.answerFloor, 0.0, 1.0), checkRange<std::int64_t>("long_conversation", s.longConversation, 0, 1000),
             checkRange<std::int64_t>("escalation_due_minutes", s.escalationDueMinutes, 1, 7 * minutesPerDay),
             checkRange<std::int64_t>("quiet_minutes", s.quietMinutes, 1, minutesPerDay), checkSla(s.sla), checkAlerts(s.alerts), checkMissedCallText(s.missedCallText),
             fitText("contact", s.contact, 500, true), checkTemplates(s.templates)}) {
        if (checked.hasError())
            return checked;
    }
    return {};
}

Result<void> checkHours(const OpeningHours &hours, const TimeZones &zones)
{
    if (!zones.isKnown(hours.zone))
        return Error::invalid("zone", "is no IANA time zone");
    if (hours.closedDates.size() > maxClosedDates)
        return Error::invalid("closed_dates", "has more than 500 entries");
    if (const auto fits = checkWeek("week", hours); fits.hasError())
        return fits;
    for (const auto &date : hours.closedDates) {
        if (date.size() != 10 || !fromRfc3339(date + "T00:00:00Z"))
            return Error::invalid("closed_dates", "must be dates such as 2026-12-25");
    }
    return {};
}

} // namespace foredeck
