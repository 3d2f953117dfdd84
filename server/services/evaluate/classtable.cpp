#include "server/services/evaluate/classtable.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

namespace foredeck {

namespace {

double share(std::size_t part, std::size_t of) { return of == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(of); }

std::string measured(std::size_t hits, std::size_t of)
{
    const auto range = wilson(hits, of);
    return of == 0 ? "      –              " : fmt::format("{:6.2f} ({:5.1f}–{:5.1f})", 100 * share(hits, of), 100 * range.low, 100 * range.high);
}

} // namespace

Interval wilson(std::size_t hits, std::size_t of)
{
    if (of == 0)
        return {};
    constexpr double z = 1.959964; // of the normal distribution, 97.5 %
    const double n = static_cast<double>(of);
    const double p = static_cast<double>(hits) / n;
    const double base = 1 + z * z / n;
    const double centre = (p + z * z / (2 * n)) / base;
    const double half = z / base * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

double ClassTable::Figures::precision() const noexcept { return share(both, predicted); }
double ClassTable::Figures::recall() const noexcept { return share(both, labelled); }
double ClassTable::Figures::f1() const noexcept { return share(2 * both, labelled + predicted); }

void ClassTable::add(const std::string &label, const std::string &predicted)
{
    ++m_rows;
    ++m_pairs[{label, predicted}];
    ++m_classes[label].labelled;
    ++m_classes[predicted].predicted;
    if (label == predicted) {
        ++m_right;
        ++m_classes[label].both;
    }
}

ClassTable::Figures ClassTable::of(const std::string &name) const
{
    const auto found = m_classes.find(name);
    return found == m_classes.end() ? Figures {} : found->second;
}

std::string ClassTable::text(const std::string &question) const
{
    if (m_rows == 0)
        return {};
    auto out = fmt::format("{}: {} of {} right, accuracy {}\n", question, m_right, m_rows, measured(m_right, m_rows));
    out += fmt::format("  {:<18}{:>6}  {:<21}  {:<21}  {:>6}\n", "class", "rows", "precision % (95 %)", "recall % (95 %)", "F1 %");
    for (const auto &[name, figures] : m_classes) {
        out += fmt::format("  {:<18}{:>6}  {}  {}  {:6.2f}\n", name, figures.labelled, measured(figures.both, figures.predicted),
            measured(figures.both, figures.labelled), 100 * figures.f1());
    }
    std::vector<std::pair<std::size_t, std::string>> confused;
    for (const auto &[pair, count] : m_pairs) {
        if (pair.first != pair.second)
            confused.emplace_back(count, pair.first + " taken for " + pair.second);
    }
    std::stable_sort(confused.begin(), confused.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (const auto &[count, what] : confused)
        out += fmt::format("  {:>6} x {}\n", count, what);
    return out;
}

} // namespace foredeck
