#pragma once

#include "tools/traffic/talk.h"

#include <cstdint>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace foredeck::traffic {

struct CrowdConfig {
    Pace pace;
    std::size_t concurrency = 8; ///< conversations under way at once
    std::vector<ChannelKind> channels {ChannelKind::WhatsApp, ChannelKind::Sms, ChannelKind::WebForm, ChannelKind::LiveChat, ChannelKind::MissedCall};
    std::string client; ///< only this business, by slug
    bool firstTurnOnly = false;
    bool repeat = false; ///< begin again when all have had their turn
    std::uint64_t seed = 1;
    double gapSeconds = 9; ///< mean time between two customers at speed 1
    std::multiset<std::string> begun; ///< ids of dialogues that a run before this one has begun already
};

/// All customers of a run: who comes when, at which door, and whose turn it is. Without clock and socket.
class Crowd {
public:
    /// What is kept by reference must outlive the crowd.
    Crowd(const std::vector<Dialogue> &dialogues, const std::vector<Business> &businesses, CrowdConfig config);

    /// Who may send now. Each must then take() its turn.
    std::vector<Talk *> ready(Millis now);
    /// The talk an answer belongs to; nothing when the run does not know that conversation.
    Talk *find(const std::string &key);
    /// Until then ready() has nothing new.
    Millis due(Millis now) const;
    bool finished() const;

    void pause() noexcept { m_paused = true; }
    void resume() noexcept { m_paused = false; }
    bool paused() const noexcept { return m_paused; }

    /// Every conversation that was begun, for the summary.
    const std::vector<std::unique_ptr<Talk>> &talks() const noexcept { return m_talks; }
    /// Dialogues that name a door the business does not have, or a business that is not there.
    std::size_t passedOver() const noexcept { return m_passedOver; }

private:
    void admit(Millis now);
    bool nextRound();
    Millis startOf(const Dialogue &dialogue, Millis now);
    std::unique_ptr<Talk> talkFor(const Dialogue &dialogue, std::size_t index);
    const Business *businessFor(const Dialogue &dialogue, std::size_t index) const;

    const std::vector<Dialogue> &m_dialogues;
    const std::vector<Business> &m_businesses;
    CrowdConfig m_config;
    std::mt19937_64 m_random;
    std::vector<std::unique_ptr<Talk>> m_talks;
    std::vector<Talk *> m_active;
    std::unordered_map<std::string, Talk *> m_byKey;
    std::size_t m_next = 0; ///< in m_dialogues
    int m_round = 0;
    Millis m_began = never; ///< when this run began
    Millis m_nextStart = never; ///< when the next customer comes; never: not drawn yet
    std::size_t m_passedOver = 0;
    bool m_paused = false;
};

} // namespace foredeck::traffic
