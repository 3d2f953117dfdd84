#pragma once

#include "models/core/result.h"
#include "server/services/language/textfeatures.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace foredeck {

/// Linear classifiers over hashed features, one a head, trained from labelled rows by tools/train (docs/models.md). Whole numbers
/// in a table that is part of the program: the same text is read the same way on every machine. They hear what no list of words
/// foresaw, and say which words they rest on. Immutable; safe from any thread.
class LinearModel {
public:
    /// Over the bytes of a model file, which must outlive it. Error: not one of this version, or cut.
    static Result<LinearModel> over(std::span<const std::byte> bytes);

    std::size_t headCount() const noexcept { return m_heads.size(); }
    std::string_view name(std::size_t head) const noexcept { return m_heads[head].name.data(); }
    /// From which log-odds a head is believed.
    double threshold(std::size_t head) const noexcept { return m_heads[head].threshold; }

    /// Log-odds of one head, and the words [first, end) that weighed most for it.
    struct Reading {
        double logOdds = -99;
        std::size_t first = 0;
        std::size_t end = 0;
    };
    /// Of every head. Of no features: nothing is said.
    std::vector<Reading> read(const std::vector<TextFeature> &features) const;

    /// The layout of a model file: magic, places, the number of heads, the heads, a row of signed bytes a place. Little endian,
    /// as every machine is that we build for.
    static constexpr std::array<char, 8> magic {'F', 'D', 'L', 'I', 'N', '0', '0', '1'};
    struct Head {
        std::array<char, 20> name {}; ///< ends with NUL
        float bias = 0;
        float scale = 0; ///< a weight is its byte times this
        float threshold = 0;
    };

    /// How much each of so many features counts. A text of a word or two says little, however strong its words are elsewhere.
    static double featureValue(std::size_t count) noexcept { return 1 / std::sqrt(static_cast<double>(count) + 40); }

private:
    std::vector<Head> m_heads;
    const std::int8_t *m_weights = nullptr;
    std::uint32_t m_places = 0; ///< a power of two
};

} // namespace foredeck
