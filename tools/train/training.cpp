#include "tools/train/training.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace foredeck::training {

namespace {

constexpr float rate = 0.3F;
constexpr float decay = 3e-4F; // of a weight at each sample that has it: what is rare stays small
constexpr std::size_t folds = 5;
constexpr double slack = 0.005; // of F: so much is chance

void move(auto &cell, float gradient)
{
    cell.squares += gradient * gradient;
    cell.weight -= rate * gradient / (std::sqrt(cell.squares) + 1e-3F);
}

// 1 / (1 + e^-x) by sums and products alone: std::exp differs in its last bit from one processor to another, and the same rows
// must give the same bytes everywhere.
double chance(double logOdds)
{
    constexpr int halvings = 10;
    const double x = std::clamp(-logOdds, -30.0, 30.0) / (1 << halvings);
    double power = 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4)));
    for (int i = 0; i < halvings; ++i)
        power *= power;
    return 1 / (1 + power);
}

Trainer trained(const std::vector<Sample> &plain, const std::vector<Sample> &more, std::uint32_t places, int rounds, std::size_t without)
{
    std::vector<const Sample *> samples;
    for (const auto *list : {&plain, &more}) {
        for (const auto &sample : *list) {
            if (sample.kin % folds != without)
                samples.push_back(&sample);
        }
    }
    Trainer trainer {places, plain.front().says.size()};
    trainer.train(samples, rounds);
    return trainer;
}

template <class T>
void put(std::string &out, const T &value)
{
    out.append(reinterpret_cast<const char *>(&value), sizeof(value));
}

} // namespace

Sample sampleOf(const std::vector<TextFeature> &features, std::vector<bool> says, std::size_t row, std::uint64_t kin)
{
    Sample sample {{}, std::move(says), row, kin};
    for (const auto &feature : features)
        sample.parts.push_back({feature.hash, static_cast<float>(feature.weight)});
    return sample;
}

Trainer::Trainer(std::uint32_t places, std::size_t heads) : m_places(places), m_heads(heads), m_cells(std::size_t {places} * heads), m_bias(heads) { }

double Trainer::logOdds(const Sample &sample, std::size_t head) const
{
    double sum = 0;
    for (const auto &part : sample.parts)
        sum += part.weight * cell(part.hash, head).weight;
    return m_bias[head].weight + sum * LinearModel::featureValue(sample.parts.size());
}

void Trainer::step(const Sample &sample)
{
    if (sample.parts.empty())
        return;
    const auto value = static_cast<float>(LinearModel::featureValue(sample.parts.size()));
    for (std::size_t head = 0; head < m_heads; ++head) {
        const double said = chance(logOdds(sample, head));
        const auto slope = static_cast<float>(said - (sample.says[head] ? 1 : 0));
        move(m_bias[head], slope * 0.1F);
        for (const auto &part : sample.parts) {
            auto &c = cell(part.hash, head);
            move(c, slope * value * part.weight + decay * c.weight);
        }
    }
}

void Trainer::train(const std::vector<const Sample *> &samples, int rounds)
{
    auto order = samples;
    std::mt19937_64 random {20261128};
    for (int round = 0; round < rounds; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        for (const auto *sample : order)
            step(*sample);
    }
}

std::string Trainer::file(const std::vector<Named> &heads) const
{
    std::string out {LinearModel::magic.begin(), LinearModel::magic.end()};
    put(out, m_places);
    put(out, static_cast<std::uint32_t>(m_heads));
    std::vector<float> scales;
    for (std::size_t head = 0; head < m_heads; ++head) {
        float most = 1e-6F;
        for (std::size_t at = head; at < m_cells.size(); at += m_heads)
            most = std::max(most, std::abs(m_cells[at].weight));
        scales.push_back(most / 127);
        LinearModel::Head written {{}, m_bias[head].weight, scales.back(), heads[head].threshold};
        heads[head].name.copy(written.name.data(), written.name.size() - 1);
        put(out, written);
    }
    for (std::size_t at = 0; at < m_cells.size(); ++at)
        out += static_cast<char>(std::lround(m_cells[at].weight / scales[at % m_heads]));
    return out;
}

float bestThreshold(HeldOut readings, double missedWeigh, float least)
{
    std::sort(readings.begin(), readings.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    const auto all = static_cast<double>(std::count_if(readings.begin(), readings.end(), [](const auto &r) { return r.second; }));
    std::vector<std::pair<double, double>> scores; // F, with the odds it is reached from
    double right = 0;
    for (const auto &[odds, says] : readings) {
        if (odds < least)
            break;
        right += says ? 1 : 0;
        scores.emplace_back((1 + missedWeigh) * right / (static_cast<double>(scores.size() + 1) + missedWeigh * all), odds);
    }
    if (scores.empty())
        return least;
    const double best = std::max_element(scores.begin(), scores.end())->first;
    const auto nearlyBest = std::find_if(scores.begin(), scores.end(), [&](const auto &score) { return score.first >= best - slack; });
    return static_cast<float>(nearlyBest->second);
}

std::vector<HeldOut> heldOut(const std::vector<Sample> &plain, const std::vector<Sample> &more, std::uint32_t places, int rounds)
{
    std::vector<HeldOut> readings(plain.front().says.size(), HeldOut(plain.size()));
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const auto trainer = trained(plain, more, places, rounds, fold);
        for (const auto &sample : plain) {
            for (std::size_t head = 0; sample.kin % folds == fold && head < readings.size(); ++head)
                readings[head][sample.row] = {trainer.logOdds(sample, head), sample.says[head]};
        }
    }
    return readings;
}

Trainer trainedOnAll(const std::vector<Sample> &plain, const std::vector<Sample> &more, std::uint32_t places, int rounds)
{
    return trained(plain, more, places, rounds, folds);
}

} // namespace foredeck::training
