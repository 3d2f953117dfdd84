#include "models/domain/sla.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

class NoZone final : public TimeZones {
public:
    bool isKnown(std::string_view zone) const override { return zone == "UTC"; }
    Result<LocalTime> toLocal(Timestamp t, std::string_view zone) const override
    {
        using namespace std::chrono;
        if (!isKnown(zone))
            return Error::invalid("zone", "is not known");
        const auto day = floor<days>(t);
        const year_month_day date {day};
        return LocalTime {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())), static_cast<int>(weekday {day}.iso_encoding()) - 1,
            static_cast<int>(duration_cast<minutes>(t - day).count())};
    }
    Result<Timestamp> fromLocal(int y, int m, int d, int minute, std::string_view) const override
    {
        using namespace std::chrono;
        return Timestamp {sys_days {year {y} / m / d}} + minutes {minute};
    }
};

Timestamp at(const char *time) { return *fromRfc3339(std::string {"2026-11-"} + time + ":00Z"); } // 23 is a Monday

/// A conversation told in transitions, and its clocks.
class Sla : public ::testing::Test {
protected:
    Sla()
    {
        m_rules.targets = {15, 30, 0, false};
        OpeningHours hours;
        hours.zone = "UTC";
        for (std::size_t day = 0; day < 5; ++day)
            hours.week[day] = {{9 * 60, 17 * 60}};
        m_rules.places = {hours};
    }

    Transition &add(const char *time, TransitionField field, std::string to, std::string from = {})
    {
        Transition t;
        t.field = field;
        t.from = std::move(from);
        t.to = std::move(to);
        t.at = at(time);
        t.actor.kind = ActorKind::User;
        m_rows.push_back(std::move(t));
        return m_rows.back();
    }
    void response(const char *time, const char *to, const char *owner) { add(time, TransitionField::Response, to).reason = owner; }
    void owner(const char *time, const char *to) { add(time, TransitionField::Owner, to); }
    void snooze(const char *time, const char *until) { add(time, TransitionField::Status, "snoozed", "active").detail = until ? toRfc3339(at(until)) : ""; }

    SlaClocks clocks(const char *now) const { return slaClocks(m_rows, m_rules, at(now), m_zones).value(); }
    std::optional<SlaMark> mark(const char *now) const
    {
        const auto whole = slaMark(clocks(now));
        EXPECT_TRUE(slaMarkAt(m_rows, m_rules, at(now), m_zones).value() == whole) << "the short way says what the whole clocks say";
        return whole;
    }

    NoZone m_zones;
    SlaRules m_rules;
    std::vector<Transition> m_rows;
};

} // namespace

TEST_F(Sla, NothingRunsWhereNobodyWaits)
{
    EXPECT_EQ(clocks("23T10:00").first.state, SlaState::None);
    EXPECT_FALSE(mark("23T10:00"));
    response("23T10:00", "waiting", "assistant");
    EXPECT_EQ(clocks("23T10:05").first.state, SlaState::None) << "it is the assistant's turn, and people owe nothing";
    EXPECT_EQ(clocks("23T10:05").assistantFirst.elapsed, 5min);
    response("23T10:06", "assistant", "assistant");
    EXPECT_EQ(clocks("23T12:00").assistantFirst.elapsed, 6min);
    EXPECT_FALSE(mark("23T12:00"));
}

TEST_F(Sla, TheFirstAnswerOfAPersonIsDueFromTheHandOver)
{
    response("23T10:00", "waiting", "assistant");
    owner("23T10:01", "nobody");
    response("23T10:01", "assistant", "nobody");
    response("23T10:01", "waiting", "nobody");
    EXPECT_EQ(clocks("23T10:12").first.state, SlaState::Running);
    EXPECT_EQ(clocks("23T10:13").first.state, SlaState::Warning) << "12 of 15 minutes are used";
    EXPECT_DOUBLE_EQ(clocks("23T10:13").first.used, 0.8);
    EXPECT_EQ(clocks("23T10:16").first.state, SlaState::Warning);
    EXPECT_EQ(clocks("23T10:17").first.state, SlaState::Late);
    EXPECT_EQ(mark("23T10:02")->kind, SlaKind::FirstResponse);
    EXPECT_EQ(mark("23T10:02")->due, at("23T10:16"));
    EXPECT_EQ(mark("23T10:02")->warnAt, at("23T10:13"));
    EXPECT_FALSE(mark("23T10:02")->pausedFrom);
    response("23T10:16", "user", "user");
    EXPECT_EQ(clocks("23T12:00").first.state, SlaState::Met);
    EXPECT_EQ(clocks("23T12:00").humanFirst.elapsed, 15min);
    EXPECT_EQ(clocks("23T12:00").assistantFirst.elapsed, 1min) << "apart from it";
    EXPECT_FALSE(mark("23T12:00")) << "it waits for the customer";
}

TEST_F(Sla, TheAssistantCountsWhereTheClientSaysSo)
{
    m_rules.targets.countAssistant = true;
    response("23T10:00", "waiting", "assistant");
    EXPECT_EQ(mark("23T10:01")->due, at("23T10:15"));
    response("23T10:01", "assistant", "nobody");
    response("23T10:01", "waiting", "nobody");
    EXPECT_EQ(clocks("23T10:02").first.state, SlaState::Met);
    EXPECT_EQ(mark("23T10:02")->kind, SlaKind::NextResponse);
    EXPECT_EQ(mark("23T10:02")->due, at("23T10:31"));
}

TEST_F(Sla, EveryLaterWaitIsAClockOfItsOwn)
{
    response("23T10:00", "waiting", "user");
    response("23T10:20", "user", "user");
    response("23T11:00", "waiting", "user");
    EXPECT_EQ(clocks("23T11:10").first.state, SlaState::Missed);
    EXPECT_EQ(clocks("23T11:10").next.elapsed, 10min);
    EXPECT_EQ(mark("23T11:10")->due, at("23T11:30"));
    response("23T11:31", "user", "user");
    EXPECT_EQ(clocks("23T12:00").next.state, SlaState::Missed);
}

TEST_F(Sla, StandsStillWhileItIsClosed)
{
    response("23T16:50", "waiting", "nobody");
    const auto before = mark("23T16:55");
    EXPECT_EQ(before->due, at("24T09:05"));
    EXPECT_EQ(before->pausedFrom, at("23T17:00")) << "told before it begins, so that nobody has to tell it then";
    EXPECT_EQ(before->pausedUntil, at("24T09:00"));
    EXPECT_EQ(slaStateAt(*before, at("23T16:55")), SlaState::Running);
    EXPECT_EQ(slaStateAt(*before, at("23T20:00")), SlaState::Paused);
    EXPECT_EQ(slaStateAt(*before, at("24T09:02")), SlaState::Warning);
    EXPECT_EQ(slaStateAt(*before, at("24T09:06")), SlaState::Late);
    const auto night = clocks("23T20:00").first;
    EXPECT_EQ(night.state, SlaState::Paused);
    EXPECT_EQ(night.elapsed, 10min);
    EXPECT_EQ(night.reason, SlaPause::Closed);
    EXPECT_EQ(night.pausedUntil, at("24T09:00"));
    m_rules.places.clear();
    EXPECT_EQ(mark("23T16:55")->due, at("23T17:05")) << "no hours are told: every minute counts";
}

TEST_F(Sla, WhatRanOutAtClosingTimeIsNotLateOvernight)
{
    response("23T16:45", "waiting", "nobody");
    EXPECT_EQ(clocks("23T20:00").first.state, SlaState::Paused) << "exactly used up";
    EXPECT_EQ(slaStateAt(*mark("23T20:00"), at("23T20:00")), SlaState::Paused);
    m_rows.clear();
    response("23T16:30", "waiting", "nobody");
    EXPECT_EQ(clocks("23T20:00").first.state, SlaState::Late) << "late is late, though nobody is there";
    EXPECT_EQ(slaStateAt(*mark("23T20:00"), at("23T20:00")), SlaState::Late);
    EXPECT_EQ(clocks("23T20:00").first.elapsed, 30min);
}

TEST_F(Sla, StandsStillWhileItIsSnoozed)
{
    response("23T10:00", "waiting", "user");
    snooze("23T10:05", "23T14:00");
    const auto asleep = mark("23T11:00");
    EXPECT_EQ(asleep->reason, SlaPause::Snoozed);
    EXPECT_EQ(asleep->pausedFrom, at("23T10:05"));
    EXPECT_EQ(asleep->pausedUntil, at("23T14:00"));
    EXPECT_EQ(asleep->due, at("23T14:10"));
    EXPECT_EQ(clocks("23T14:05").first.elapsed, 10min) << "it wakes by itself";
    add("23T12:00", TransitionField::Status, "active", "snoozed");
    EXPECT_EQ(mark("23T12:01")->due, at("23T12:10")) << "or earlier";
    m_rows.pop_back();
    m_rows.pop_back();
    snooze("23T10:05", "23T20:00");
    EXPECT_EQ(mark("23T11:00")->pausedUntil, at("24T09:00")) << "nobody is there when it wakes";
    m_rows.pop_back();
    snooze("23T10:05", nullptr);
    EXPECT_FALSE(mark("23T11:00")->due) << "nobody knows";
    EXPECT_FALSE(mark("23T11:00")->pausedUntil);
    EXPECT_EQ(clocks("24T11:00").first.elapsed, 5min);
}

TEST_F(Sla, WhatTheAssistantGetsBackIsNoDebtOfPeople)
{
    response("23T10:00", "waiting", "nobody");
    owner("23T10:05", "assistant");
    EXPECT_EQ(clocks("23T10:10").first.state, SlaState::None);
    owner("23T10:20", "u1");
    EXPECT_EQ(mark("23T10:21")->due, at("23T10:35")) << "their turn began anew";
}

TEST_F(Sla, ResolutionRunsFromTheFirstWordToTheEnd)
{
    m_rules.targets.resolutionMinutes = 120;
    response("23T10:00", "waiting", "user");
    response("23T10:05", "user", "user");
    EXPECT_EQ(mark("23T10:10")->kind, SlaKind::Resolution) << "the customer's turn does not stop it";
    EXPECT_EQ(mark("23T10:10")->due, at("23T12:00"));
    response("23T11:50", "waiting", "user");
    EXPECT_EQ(mark("23T11:55")->kind, SlaKind::Resolution) << "what is due first";
    add("23T11:58", TransitionField::Status, "ended", "active");
    EXPECT_EQ(clocks("23T13:00").resolution.state, SlaState::Met);
    EXPECT_EQ(clocks("23T13:00").next.state, SlaState::Met) << "settled with it";
    EXPECT_FALSE(mark("23T13:00"));
    add("23T14:00", TransitionField::Status, "active", "ended");
    EXPECT_EQ(mark("23T14:01")->due, at("23T14:02")) << "a person undid it: the time between does not count";
}

TEST_F(Sla, AnEndThatIsUndoneBeginsNoNewWait)
{
    response("23T10:00", "waiting", "user");
    add("23T10:10", TransitionField::Status, "ended", "active");
    response("23T10:10", "settled", "user");
    EXPECT_FALSE(mark("23T10:20"));
    add("23T11:00", TransitionField::Status, "active", "ended");
    response("23T11:00", "waiting", "user");
    m_rows.back().detail = toRfc3339(at("23T10:00"));
    EXPECT_EQ(mark("23T11:01")->kind, SlaKind::FirstResponse);
    EXPECT_EQ(mark("23T11:01")->due, at("23T11:05")) << "ten minutes were used before the end";
    response("23T11:02", "user", "user");
    EXPECT_EQ(clocks("23T12:00").first.elapsed, 12min);
    response("23T12:00", "waiting", "user");
    EXPECT_EQ(mark("23T12:01")->kind, SlaKind::NextResponse);
}

TEST_F(Sla, WhatWasWaitedBeforeItWasPeoplesTurnIsNotTheirs)
{
    response("23T10:00", "waiting", "assistant");
    response("23T10:01", "assistant", "assistant");
    add("24T09:30", TransitionField::Owner, "nobody", "assistant"); // the vendor told a day later that it did not arrive
    response("24T09:30", "waiting", "nobody");
    m_rows.back().detail = toRfc3339(at("23T10:01"));
    EXPECT_EQ(mark("24T09:31")->due, at("24T09:45"));
    m_rules.targets.countAssistant = true;
    EXPECT_EQ(clocks("24T09:31").next.startedAt, at("23T10:01")) << "that they waited is true all the same";
}

TEST_F(Sla, WhatTheAssistantOwnsIsOnNoClockOfResolution)
{
    m_rules.targets.resolutionMinutes = 120;
    response("23T10:00", "waiting", "assistant");
    response("23T10:01", "assistant", "assistant");
    EXPECT_FALSE(mark("23T13:00")) << "answered, and nobody's to end";
    EXPECT_EQ(clocks("23T13:00").resolution.state, SlaState::None);
    response("23T13:00", "waiting", "assistant");
    add("23T13:01", TransitionField::Owner, "nobody", "assistant");
    response("23T13:01", "assistant", "nobody");
    response("23T13:01", "waiting", "nobody");
    EXPECT_EQ(clocks("23T13:30").resolution.startedAt, at("23T13:01")) << "from the hand-over";
    EXPECT_EQ(clocks("23T13:30").resolution.due, at("23T15:01"));
    response("23T14:01", "user", "nobody");
    add("23T14:01", TransitionField::Owner, "assistant", "nobody");
    EXPECT_FALSE(mark("23T16:00")) << "handed back";
    add("23T16:00", TransitionField::Owner, "u1", "assistant");
    EXPECT_EQ(mark("23T16:10")->due, at("23T17:00")) << "an hour was used";
    add("23T16:20", TransitionField::Status, "ended", "active");
    EXPECT_EQ(clocks("24T10:00").resolution.elapsed, 80min);
    m_rules.targets.countAssistant = true;
    EXPECT_EQ(clocks("24T10:00").resolution.startedAt, at("23T10:00"));
    EXPECT_EQ(clocks("24T10:00").resolution.state, SlaState::Missed);
}

TEST_F(Sla, WhatTheAssistantAnswersToItsEndIsMeasuredByNobody)
{
    m_rules.targets.resolutionMinutes = 120;
    response("23T10:00", "waiting", "assistant");
    response("23T10:01", "assistant", "assistant");
    add("23T11:00", TransitionField::Status, "ended", "active");
    EXPECT_EQ(clocks("23T12:00").resolution.state, SlaState::None);
}

TEST_F(Sla, ACustomerWhoComesAgainBeginsAnew)
{
    m_rules.targets.resolutionMinutes = 120;
    response("23T10:00", "waiting", "user");
    response("23T10:20", "user", "user");
    add("23T10:30", TransitionField::Status, "ended", "active");
    add("24T10:00", TransitionField::Status, "active", "ended").actor.kind = ActorKind::Lead;
    response("24T10:00", "waiting", "user");
    EXPECT_EQ(clocks("24T10:01").next.state, SlaState::None);
    EXPECT_EQ(clocks("24T10:01").first.startedAt, at("24T10:00"));
    EXPECT_EQ(clocks("24T10:01").resolution.startedAt, at("24T10:00"));
}

TEST_F(Sla, AClockThatWasSetBackCountsNothingTwice)
{
    response("23T10:00", "waiting", "user");
    snooze("23T10:10", "23T10:05");
    add("23T09:50", TransitionField::Status, "active", "snoozed");
    EXPECT_EQ(clocks("23T10:14").first.elapsed, 14min);
    EXPECT_EQ(clocks("23T09:30").first.elapsed, 0ms);
    response("23T09:40", "user", "user");
    EXPECT_EQ(clocks("23T10:14").first.elapsed, 0ms);
}

TEST_F(Sla, AZoneThatIsNotKnownIsAnError)
{
    response("23T10:00", "waiting", "nobody");
    m_rules.places[0].zone = "Mars/Olympus";
    EXPECT_TRUE(slaClocks(m_rows, m_rules, at("23T10:05"), m_zones).hasError());
    EXPECT_TRUE(slaMarkAt(m_rows, m_rules, at("23T10:05"), m_zones).hasError());
}
