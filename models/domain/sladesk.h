#pragma once

#include "models/domain/hours.h"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace foredeck {

/// Open time as the clocks count it: every minute where no hours are told. `places` and `zones` outlive it.
class SlaDesk {
public:
    SlaDesk(std::span<const OpeningHours> places, const TimeZones &zones);

    /// Error: a zone of a place that tells its hours is not known. Without one the others fail for no other reason.
    Result<void> readable() const;
    Result<std::vector<OpenSpan>> spans(Timestamp from, Timestamp to) const;
    /// When so much open time has passed; nothing when that does not come within the horizon.
    std::optional<Timestamp> after(Timestamp from, std::chrono::milliseconds duration) const;
    /// The first open moment that is not before `t`.
    std::optional<Timestamp> opensAt(Timestamp t) const;
    /// The end of the last open time in [from, to), looked for backwards; nothing: there is none.
    std::optional<Timestamp> lastOpen(Timestamp from, Timestamp to) const;

private:
    std::span<const OpeningHours> m_places;
    const TimeZones &m_zones;
    bool m_told;
};

} // namespace foredeck
