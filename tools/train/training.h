#pragma once

#include "server/services/language/linearmodel.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace foredeck::training {

/// What a row has, as a model reads it, and which heads are right about it.
struct Sample {
    struct Part {
        std::uint32_t hash = 0;
        float weight = 0;
    };
    std::vector<Part> parts;
    std::vector<bool> says; ///< by head
    std::size_t row = 0; ///< which row it was made of
    std::uint64_t kin = 0; ///< the same of rows that say the same in the same words: they must be held out together
};
Sample sampleOf(const std::vector<TextFeature> &features, std::vector<bool> says, std::size_t row, std::uint64_t kin);

/// Logistic regression, one a head, by stochastic gradient descent with AdaGrad steps (J. Duchi et al., 2011). The order of
/// the samples is shuffled by a fixed seed: the same rows give the same weights.
class Trainer {
public:
    Trainer(std::uint32_t places, std::size_t heads);
    void train(const std::vector<const Sample *> &samples, int rounds);
    double logOdds(const Sample &sample, std::size_t head) const;

    struct Named {
        std::string name;
        float threshold = 0;
    };
    /// The model file (LinearModel).
    std::string file(const std::vector<Named> &heads) const;

private:
    struct Cell {
        float weight = 0;
        float squares = 0; ///< of all its gradients so far
    };
    Cell &cell(std::uint32_t hash, std::size_t head) { return m_cells[std::size_t {hash & (m_places - 1)} * m_heads + head]; }
    const Cell &cell(std::uint32_t hash, std::size_t head) const { return m_cells[std::size_t {hash & (m_places - 1)} * m_heads + head]; }
    void step(const Sample &sample);

    std::uint32_t m_places;
    std::size_t m_heads;
    std::vector<Cell> m_cells; ///< a row of heads a place
    std::vector<Cell> m_bias;
};

/// Log-odds of one head on rows that it was not trained on, each with what is true.
using HeldOut = std::vector<std::pair<double, bool>>;

/// The highest threshold with nearly the best F, at least `least`. `missedWeigh` (the square of beta) says how much what is missed weighs
/// beside what is invented: among real messages what a head looks for is much rarer than among rows that were written to learn
/// from, so that it is less than 1 but where a miss may cost a life.
float bestThreshold(HeldOut readings, double missedWeigh, float least);

/// By cross-validation in five parts, by kin: every row is read by a model that has not seen it. `plain`: one sample a row, in order;
/// `more`: variants that are only trained on.
std::vector<HeldOut> heldOut(const std::vector<Sample> &plain, const std::vector<Sample> &more, std::uint32_t places, int rounds);
Trainer trainedOnAll(const std::vector<Sample> &plain, const std::vector<Sample> &more, std::uint32_t places, int rounds);

} // namespace foredeck::training
