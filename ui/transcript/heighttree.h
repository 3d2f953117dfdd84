#pragma once

#include <cstddef>
#include <vector>

namespace foredeck::ui {

/// Heights of the entries of a transcript as a Fenwick tree (P. Fenwick, "A New Data Structure for Cumulative Frequency
/// Tables", 1994): position of an entry, entry at a position and a change of one height in O(log n). Pixels.
class HeightTree {
public:
    void assign(const std::vector<int> &heights);
    int size() const noexcept { return static_cast<int>(m_heights.size()); }
    int height(int row) const { return m_heights[static_cast<std::size_t>(row)]; }
    void setHeight(int row, int height);
    /// The sum of all heights before `row`; `row` may be size().
    int top(int row) const;
    int total() const { return top(size()); }
    /// The row that covers `y`: the first one for y < 0, the last one beyond the end, -1 when there is none.
    int rowAt(int y) const;

private:
    std::vector<int> m_heights;
    std::vector<int> m_sums; ///< 1-based
};

} // namespace foredeck::ui
