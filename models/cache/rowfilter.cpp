#include "models/cache/rowfilter.h"

#include "models/cache/rows.h"
#include "models/domain/labels.h"

#include <algorithm>

namespace foredeck {

namespace {

/// Whether nothing is wanted in particular, or this is.
template <class T>
bool wants(const std::set<T> &wanted, const T &value)
{
    return wanted.empty() || wanted.contains(value);
}

bool wantsOne(const std::set<std::string> &wanted, const std::vector<std::string> &labels)
{
    return wanted.empty() || std::any_of(labels.begin(), labels.end(), [&](const std::string &label) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const std::string &one) { return sameLabel(one, label); });
    });
}

} // namespace

bool fits(const RowFilter &filter, const ConversationRow &row)
{
    if (filter.unread && row.unread == 0)
        return false;
    return wants(filter.channels, row.channel.value()) && wants(filter.temperatures, row.temperature.value()) && wantsOne(filter.labels, row.labels);
}

} // namespace foredeck
