#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace foredeck {

/// Shares between 0 and 1.
struct Interval {
    double low = 0;
    double high = 1;
};

/// The 95 % score interval of a share (E. B. Wilson, 1927): honest for few rows and for shares near 0 and 1. Of nothing: 0 to 1.
Interval wilson(std::size_t hits, std::size_t of);

/// Predictions of one question beside its labels: how often each class was found, missed and invented.
class ClassTable {
public:
    struct Figures {
        std::size_t labelled = 0;
        std::size_t predicted = 0;
        std::size_t both = 0;
        double precision() const noexcept; ///< 1 where nothing was predicted
        double recall() const noexcept; ///< 1 where nothing was labelled
        double f1() const noexcept;
    };

    void add(const std::string &label, const std::string &predicted);

    std::size_t rows() const noexcept { return m_rows; }
    std::size_t right() const noexcept { return m_right; }
    Figures of(const std::string &name) const;

    /// Accuracy, a line per class, and what was taken for what, commonest first. Empty without rows.
    std::string text(const std::string &question) const;

private:
    std::map<std::pair<std::string, std::string>, std::size_t> m_pairs; ///< label, predicted
    std::map<std::string, Figures> m_classes;
    std::size_t m_rows = 0;
    std::size_t m_right = 0;
};

} // namespace foredeck
