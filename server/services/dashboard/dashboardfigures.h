#pragma once

#include "models/core/time.h"
#include "models/domain/dashboard.h"
#include "server/storage/store.h"

namespace foredeck {

/// A client's figures, counted when they are asked for, inside one reading. What is read for them is bounded; where a limit
/// is reached the newest are counted, and the answer says that it is not complete. Days are those on the clock of the client's
/// first location, else UTC.
class Dashboards {
public:
    struct Config {
        int leads = 20'000;
        int transitions = 60'000;
        int turns = 20'000;
    };
    Dashboards(const Clock &clock, const TimeZones &zones, Config config) : m_clock(clock), m_zones(zones), m_config(config) { }

    /// Over the last dashboardDays.
    Result<DashboardStats> stats(Tx &tx, const ClientId &client) const;
    struct Leads {
        std::string zone;
        LeadFigures figures;
        bool complete = true;
    };
    /// Who came in the last `days`, today included; ≥ 1.
    Result<Leads> leads(Tx &tx, const ClientId &client, int days) const;

private:
    const Clock &m_clock;
    const TimeZones &m_zones;
    const Config m_config;
};

} // namespace foredeck
