#include "models/items/daylist.h"

#include "models/cache/cachereader.h"
#include "models/items/qtzones.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace foredeck {

namespace {

/// No day is longer than this anywhere, counted from any moment in it.
constexpr std::chrono::hours longestDay {26};

std::string dayZone(CacheReader &reader, const ClientId &client, const std::string &home)
{
    const auto places = reader.locations(client).valueOr({});
    const auto first = std::min_element(places.begin(), places.end(), [](const Location &a, const Location &b) { return a.id < b.id; });
    if (first != places.end() && QtZones().isKnown(first->hours.zone))
        return first->hours.zone;
    return QtZones().isKnown(home) ? home : std::string {"UTC"};
}

Result<Timestamp> endOfDay(Timestamp now, const std::string &zone)
{
    const auto today = QtZones().toLocal(now, zone);
    if (today.hasError())
        return today.error();
    const LocalTime &day = today.value();
    const std::chrono::year_month_day date {std::chrono::year {day.year}, std::chrono::month {static_cast<unsigned>(day.month)}, std::chrono::day {static_cast<unsigned>(day.day)}};
    const std::chrono::year_month_day next {std::chrono::sys_days {date} + std::chrono::days {1}};
    return QtZones().fromLocal(int(next.year()), static_cast<int>(unsigned(next.month())), static_cast<int>(unsigned(next.day())), 0, zone);
}

Result<DayBusiness> readBusiness(CacheReader &reader, const Client &client, std::vector<DueTask> tasks, Timestamp now, const std::string &home)
{
    DayBusiness business;
    business.client = client.id;
    business.name = client.name;
    business.zone = dayZone(reader, client.id, home);
    const auto end = endOfDay(now, business.zone);
    if (end.hasError())
        return end.error();
    std::erase_if(tasks, [&](const DueTask &one) { return one.row.task.due >= end.value(); });
    business.tasks = std::move(tasks);
    LeadQuery query;
    query.order = LeadOrder::Word;
    query.client = client.id;
    query.statuses = {std::string {nameOf(LeadStatus::AppointmentBooked)}};
    auto booked = reader.leads(query, {}, DayList::mostBooked);
    if (booked.hasError())
        return booked.error();
    business.bookedFound = booked.value().found;
    business.booked = std::move(booked.value().rows);
    return business;
}

Result<DaySheet> readDay(CacheReader &reader, const ClientId &client, Timestamp now, const std::string &home)
{
    auto clients = reader.clients();
    if (clients.hasError())
        return clients.error();
    auto tasks = reader.openTasks(client, now + longestDay);
    if (tasks.hasError())
        return tasks.error();
    DaySheet sheet;
    sheet.at = now;
    for (const Client &one : clients.value()) {
        if (!client.empty() && one.id != client)
            continue;
        std::vector<DueTask> its;
        std::copy_if(tasks.value().begin(), tasks.value().end(), std::back_inserter(its), [&](const DueTask &task) { return task.row.task.client == one.id; });
        auto business = readBusiness(reader, one, std::move(its), now, home);
        if (business.hasError())
            return business.error();
        if (!business.value().tasks.empty() || !business.value().booked.empty())
            sheet.businesses.push_back(std::move(business).value());
    }
    return sheet;
}

} // namespace

DayList::DayList(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store) { }

void DayList::ask(const ClientId &client, Timestamp now, const std::string &home)
{
    m_store.read([client, now, home](CacheReader &reader) { return readDay(reader, client, now, home); }, m_mailbox.receive([this, asked = ++m_asked](Result<DaySheet> sheet) {
        if (asked != m_asked)
            return;
        if (sheet.hasError())
            return Q_EMIT readFailed(QString::fromStdString(sheet.error().detail));
        m_sheet = std::move(sheet).value();
        Q_EMIT loaded();
    }));
}

void DayList::forget()
{
    ++m_asked;
    m_sheet.reset();
}

} // namespace foredeck
