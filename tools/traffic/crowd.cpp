#include "tools/traffic/crowd.h"

#include "models/core/id.h"

#include <algorithm>

namespace foredeck::traffic {

Crowd::Crowd(const std::vector<Dialogue> &dialogues, const std::vector<Business> &businesses, CrowdConfig config)
    : m_dialogues(dialogues), m_businesses(businesses), m_config(std::move(config)), m_random(m_config.seed)
{
}

std::vector<Talk *> Crowd::ready(Millis now)
{
    if (m_began == never)
        m_began = now;
    std::vector<Talk *> talks;
    for (Talk *talk : m_active)
        talk->tick(now);
    m_active.erase(std::remove_if(m_active.begin(), m_active.end(), [](const Talk *talk) { return talk->finished(); }), m_active.end());
    if (m_paused)
        return talks;
    admit(now);
    for (Talk *talk : m_active) {
        if (talk->wantsToSend(now))
            talks.push_back(talk);
    }
    return talks;
}

void Crowd::admit(Millis now)
{
    while (m_active.size() < m_config.concurrency && (m_next < m_dialogues.size() || nextRound())) {
        const Dialogue &dialogue = m_dialogues[m_next];
        if (const auto begun = m_config.begun.find(dialogue.id); begun != m_config.begun.end()) {
            m_config.begun.erase(begun);
            ++m_next;
            continue;
        }
        if (m_nextStart == never)
            m_nextStart = startOf(dialogue, now);
        if (now < m_nextStart)
            return;
        m_nextStart = never;
        auto talk = talkFor(dialogue, m_next++);
        if (!talk) {
            ++m_passedOver;
            continue;
        }
        talk->begin(now);
        m_byKey[talk->key()] = talk.get();
        m_active.push_back(talk.get());
        m_talks.push_back(std::move(talk));
    }
}

bool Crowd::nextRound()
{
    if (!m_config.repeat || m_dialogues.empty() || m_passedOver >= m_dialogues.size())
        return false;
    ++m_round;
    m_next = 0;
    return true;
}

Millis Crowd::startOf(const Dialogue &dialogue, Millis now)
{
    if (m_config.pace.speed <= 0)
        return now;
    if (dialogue.at && m_round == 0)
        return m_began + static_cast<Millis>(*dialogue.at * 1000 / m_config.pace.speed);
    std::exponential_distribution<double> gap {1 / m_config.gapSeconds};
    return now + static_cast<Millis>(std::min(gap(m_random), 4 * m_config.gapSeconds) * 1000 / m_config.pace.speed);
}

std::unique_ptr<Talk> Crowd::talkFor(const Dialogue &dialogue, std::size_t index)
{
    const auto &doors = m_config.channels;
    const ChannelKind kind = dialogue.channel.empty() ? doors[index % doors.size()] : valueOf<ChannelKind>(dialogue.channel);
    const Business *business = businessFor(dialogue, index);
    if (!business || !business->door(kind) || std::find(doors.begin(), doors.end(), kind) == doors.end())
        return nullptr;
    if (kind == ChannelKind::MissedCall && !business->door(ChannelKind::Sms))
        return nullptr;
    const std::string session = makeUuid(SystemClock {}.now());
    return std::make_unique<Talk>(dialogue, *business, kind, customerFor(dialogue, index, session), m_config.pace, m_config.firstTurnOnly);
}

const Business *Crowd::businessFor(const Dialogue &dialogue, std::size_t index) const
{
    const std::string &slug = m_config.client.empty() ? dialogue.client : m_config.client;
    if (!dialogue.client.empty() && dialogue.client != slug)
        return nullptr;
    if (slug.empty())
        return &m_businesses[index / m_config.channels.size() % m_businesses.size()];
    const auto found = std::find_if(m_businesses.begin(), m_businesses.end(), [&](const Business &business) { return business.slug == slug; });
    return found == m_businesses.end() ? nullptr : &*found;
}

Talk *Crowd::find(const std::string &key)
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? nullptr : found->second;
}

Millis Crowd::due(Millis now) const
{
    Millis due = never;
    for (const Talk *talk : m_active)
        due = std::min(due, talk->due());
    if (m_paused)
        return due;
    const bool more = m_next < m_dialogues.size() || m_config.repeat;
    if (more && m_active.size() < m_config.concurrency)
        due = std::min(due, m_nextStart == never ? now : m_nextStart);
    return due;
}

bool Crowd::finished() const
{
    return m_active.empty() && m_next >= m_dialogues.size() && (!m_config.repeat || m_passedOver >= m_dialogues.size());
}

} // namespace foredeck::traffic
