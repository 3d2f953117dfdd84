#pragma once

#include <algorithm>
#include <vector>

namespace foredeck::bench {

/// `part` from 0 to 1; −1 of nothing.
inline double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? -1 : values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

} // namespace foredeck::bench
