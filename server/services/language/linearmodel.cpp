#include "server/services/language/linearmodel.h"

#include <cstring>

namespace foredeck {

namespace {

constexpr std::size_t countsAt = LinearModel::magic.size();
constexpr std::size_t headsAt = countsAt + 2 * sizeof(std::uint32_t);
constexpr std::uint32_t mostHeads = 256;

} // namespace

Result<LinearModel> LinearModel::over(std::span<const std::byte> bytes)
{
    const auto damaged = [](const char *why) { return Error::of(Error::Kind::Corrupt, std::string {"the model cannot be read: "} + why); };
    if (bytes.size() < headsAt || std::memcmp(bytes.data(), magic.data(), magic.size()) != 0)
        return damaged("not one of this version");
    std::uint32_t heads = 0;
    LinearModel model;
    std::memcpy(&model.m_places, bytes.data() + countsAt, sizeof(model.m_places));
    std::memcpy(&heads, bytes.data() + countsAt + sizeof(model.m_places), sizeof(heads));
    const bool power = model.m_places != 0 && (model.m_places & (model.m_places - 1)) == 0;
    if (!power || heads == 0 || heads > mostHeads)
        return damaged("its measures make no sense");
    const auto tableAt = headsAt + heads * sizeof(Head);
    if (bytes.size() != tableAt + std::size_t {model.m_places} * heads)
        return damaged("it is cut");
    model.m_heads.resize(heads);
    std::memcpy(model.m_heads.data(), bytes.data() + headsAt, heads * sizeof(Head));
    for (auto &head : model.m_heads)
        head.name.back() = '\0';
    model.m_weights = reinterpret_cast<const std::int8_t *>(bytes.data() + tableAt);
    return model;
}

std::vector<LinearModel::Reading> LinearModel::read(const std::vector<TextFeature> &features) const
{
    std::vector<Reading> readings(m_heads.size());
    if (features.empty())
        return readings;
    struct Sum {
        long all = 0;
        int most = 0;
    };
    std::vector<Sum> sums(m_heads.size());
    for (const auto &feature : features) {
        const auto *row = m_weights + std::size_t {feature.hash & (m_places - 1)} * m_heads.size();
        for (std::size_t head = 0; head < m_heads.size(); ++head) {
            sums[head].all += feature.weight * row[head];
            if (feature.weight * row[head] > sums[head].most) {
                sums[head].most = feature.weight * row[head];
                readings[head].first = feature.first;
                readings[head].end = feature.end;
            }
        }
    }
    const double value = featureValue(features.size());
    for (std::size_t head = 0; head < m_heads.size(); ++head)
        readings[head].logOdds = m_heads[head].bias + static_cast<double>(sums[head].all) * m_heads[head].scale * value;
    return readings;
}

} // namespace foredeck
