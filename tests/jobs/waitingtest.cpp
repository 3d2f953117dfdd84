#include "tests/jobs/waitingworld.h"

#include <algorithm>
#include <cstdlib>
#include <random>

/// Whoever waits is answered, or somebody is told of it (docs/decisions/0017-nobody-waits-unseen.md), in whatever order things
/// happen. FOREDECK_LONG=1 looks at more.
namespace foredeck::tests {

namespace {

constexpr int perWorld = 250; ///< sequences on one store
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr int usually = 150;
#else
constexpr int usually = 1'500;
#endif
constexpr std::uint64_t firstSeed = 20'261'129;

/// The store in memory: nothing here asks whether it is durable.
class InMemory {
public:
    InMemory()
    {
        if (const auto *before = std::getenv("TMPDIR"))
            m_before = before;
        if (std::filesystem::is_directory("/dev/shm"))
            setenv("TMPDIR", "/dev/shm", 1);
    }
    ~InMemory()
    {
        if (m_before.empty())
            unsetenv("TMPDIR");
        else
            setenv("TMPDIR", m_before.c_str(), 1);
    }
    InMemory(const InMemory &) = delete;
    InMemory &operator=(const InMemory &) = delete;

private:
    std::string m_before;
};

class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_random(seed) { }
    /// 0 to n - 1, the same on every library.
    int of(int n) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(n)); }

private:
    std::mt19937_64 m_random;
};

Deed::Kind kindBy(Dice &dice)
{
    using D = Deed;
    static constexpr std::array often {D::Ask, D::Ask, D::Ask, D::Take, D::Take, D::Reply, D::Reply, D::TwoReplies, D::LateReply, D::ReplyAnyway, D::GiveUp, D::HandBack,
        D::HandBack, D::AssignNobody, D::Assign, D::End, D::EndAnyway, D::Reopen, D::Snooze, D::Failed, D::Failed, D::AllFailed, D::Pass, D::Pass, D::Pass, D::Work, D::Work};
    return dice.of(2) ? often.at(static_cast<std::size_t>(dice.of(static_cast<int>(often.size())))) : static_cast<D::Kind>(dice.of(D::Kinds));
}

std::vector<Deed> deedsBy(std::uint64_t seed)
{
    Dice dice {seed};
    const int customers = 1 + dice.of(3);
    const int people = 1 + dice.of(2);
    const int length = 3 + dice.of(12);
    const int first = dice.of(3);
    std::vector<Deed> deeds {{Deed::Ask, first, 0, dice.of(7), dice.of(3) > 0}};
    while (static_cast<int>(deeds.size()) < length) {
        const auto kind = kindBy(dice);
        const bool isCustomers = kind <= Deed::Call;
        const int at = isCustomers ? (first + dice.of(customers)) % 3 : dice.of(customers);
        deeds.push_back({kind, at, dice.of(people), dice.of(7), dice.of(4) > 0});
    }
    return deeds;
}

std::string ruleOf(const std::vector<std::string> &faults) { return faults.empty() ? std::string {} : faults.front().substr(0, faults.front().find('[')); }

// Without what does not matter for it.
std::vector<Deed> shortened(World &world, std::vector<Deed> deeds, const std::string &rule)
{
    for (bool shorter = true; shorter;) {
        shorter = false;
        for (std::size_t i = deeds.size(); i-- > 0;) {
            auto fewer = deeds;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (ruleOf(world.faultsOf(fewer)) != rule)
                continue;
            deeds = std::move(fewer);
            shorter = true;
        }
    }
    return deeds;
}

std::string wordsOf(const std::vector<std::string> &faults)
{
    std::string text;
    for (const auto &fault : faults)
        text += "  " + fault + "\n";
    return text;
}

} // namespace

TEST(Waiting, NobodyWaitsUnseenWhateverHappens)
{
    const InMemory inMemory;
    const bool isLong = std::getenv("FOREDECK_LONG");
    const auto *seedWord = std::getenv("FOREDECK_SEED");
    const std::uint64_t first = seedWord ? std::strtoull(seedWord, nullptr, 10) : firstSeed;
    const int sequences = seedWord ? 1 : isLong ? 50'000 : usually;
    std::map<std::string, int> broken;
    std::unique_ptr<World> world;
    for (int i = 0; i < sequences; ++i) {
        if (i % perWorld == 0)
            world = std::make_unique<World>();
        const auto seed = first + static_cast<std::uint64_t>(i);
        const auto deeds = deedsBy(seed);
        const auto faults = world->faultsOf(deeds);
        if (faults.empty() || ++broken[ruleOf(faults)] > 2)
            continue;
        const auto few = shortened(*world, deeds, ruleOf(faults));
        ADD_FAILURE() << "seed " << seed << ": " << ruleOf(faults) << "\n  of: " << textOf(deeds) << "\n  in short: " << textOf(few) << "\n" << wordsOf(world->faultsOf(few));
    }
    for (const auto &[rule, times] : broken)
        ADD_FAILURE() << times << " times: " << rule;
}

} // namespace foredeck::tests
