#include "ui/transcript/heighttree.h"

namespace foredeck::ui {

void HeightTree::assign(const std::vector<int> &heights)
{
    m_heights = heights;
    m_sums.assign(heights.size() + 1, 0);
    for (std::size_t i = 1; i <= heights.size(); ++i) {
        m_sums[i] += heights[i - 1];
        const std::size_t parent = i + (i & (~i + 1));
        if (parent <= heights.size())
            m_sums[parent] += m_sums[i];
    }
}

void HeightTree::setHeight(int row, int height)
{
    const std::size_t index = static_cast<std::size_t>(row);
    const int change = height - m_heights[index];
    m_heights[index] = height;
    for (std::size_t i = index + 1; i < m_sums.size(); i += i & (~i + 1))
        m_sums[i] += change;
}

int HeightTree::top(int row) const
{
    int sum = 0;
    for (std::size_t i = static_cast<std::size_t>(row); i > 0; i -= i & (~i + 1))
        sum += m_sums[i];
    return sum;
}

int HeightTree::rowAt(int y) const
{
    if (m_heights.empty())
        return -1;
    std::size_t at = 0;
    std::size_t step = 1;
    while (step * 2 < m_sums.size())
        step *= 2;
    int rest = y;
    for (; step > 0; step /= 2) {
        if (at + step < m_sums.size() && m_sums[at + step] <= rest) {
            at += step;
            rest -= m_sums[at];
        }
    }
    const int row = static_cast<int>(at);
    return row < size() ? row : size() - 1;
}

} // namespace foredeck::ui
