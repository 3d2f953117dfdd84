#include "server/services/triage/danger.h"

#include <algorithm>
#include <iterator>

namespace foredeck {

namespace {

constexpr std::string_view emergencyRule = "emergency";
constexpr std::string_view selfHarmRule = "emergency.selfharm";
constexpr std::size_t mostBeforeOpening = 2; ///< words: "and", "hello", "sorry but"
constexpr std::size_t objectReach = 4; ///< words between a calm opening and what it asks about: "a really bad …"

bool comesFirst(const RuleHit &a, const RuleHit &b) { return a.first < b.first; }

// "What happens in the hotel if …", "emergencies like …", "… or a leak": from behind these what is asked about is looked for.
std::vector<RuleHit> linksIn(const std::vector<RuleHit> &hits)
{
    std::vector<RuleHit> links;
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(links), [](const RuleHit &h) { return h.rule == "calm.link" || h.rule == "calm.and"; });
    return links;
}

class Dangers {
public:
    Dangers(const std::vector<Word> &words, const std::vector<RuleHit> &hits, const std::vector<std::string> &own)
        : m_links(linksIn(hits)), m_all(hitsOf(hits, emergencyRule))
    {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i == 0 || words[i].breakBefore)
                m_clauses.push_back({i, 0});
            m_clauseOf.push_back(m_clauses.size() - 1);
        }
        for (const auto &here : hitsOf(hits, "calm.here")) {
            if (inOneClause(here))
                clauseOf(here).hereUntil = std::max(clauseOf(here).hereUntil, here.first + 1);
        }
        for (auto &hit : placesOf(own, ownDanger, words))
            m_all.push_back(std::move(hit));
        std::stable_sort(m_all.begin(), m_all.end(), comesFirst);
        m_calm.resize(m_all.size());
        for (const auto &opening : hitsOf(hits, "calm.clause"))
            excuseObjectOf(opening, hits);
        deny(hitsOf(hits, "calm.beside"));
        leavePast(hitsOf(hits, "calm.past"), hits);
    }

    std::vector<RuleHit> heard() const
    {
        std::vector<RuleHit> heard;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (!m_calm[i])
                heard.push_back(m_all[i]);
        }
        return heard;
    }

private:
    struct Clause {
        std::size_t first;
        std::size_t hereUntil; ///< behind the last word that tells of the present; 0: none does
    };

    Clause &clauseOf(const RuleHit &hit) { return m_clauses[m_clauseOf[hit.first]]; }
    bool inOneClause(const RuleHit &hit) const { return m_clauseOf[hit.first] == m_clauseOf[hit.end - 1]; }
    std::vector<RuleHit>::const_iterator from(const std::vector<RuleHit> &hits, std::size_t word) const
    {
        return std::lower_bound(hits.begin(), hits.end(), RuleHit {{}, {}, word, word}, comesFirst);
    }

    void excuseObjectOf(const RuleHit &opening, const std::vector<RuleHit> &hits)
    {
        const auto &clause = clauseOf(opening);
        if (!inOneClause(opening) || opening.first - clause.first > mostBeforeOpening)
            return;
        std::size_t object = 0; // where it ends
        for (auto d = from(m_all, opening.first); d != m_all.cend() && m_clauseOf[d->first] == m_clauseOf[opening.first]; ++d) {
            if (!inOneClause(*d))
                continue;
            const bool isObject = object == 0 ? d->first <= linkBefore(*d, opening.end) + objectReach : d->first < object;
            if (!isObject && !isJoined(object, d->first, hits))
                return;
            if (object == 0 || !isObject)
                object = d->end;
            const bool here = clause.hereUntil > std::max(opening.first + 1, std::min(opening.end, d->first));
            if (!here && d->rule != selfHarmRule)
                m_calm[static_cast<std::size_t>(d - m_all.cbegin())] = true;
        }
    }
    std::size_t linkBefore(const RuleHit &danger, std::size_t openingEnd) const
    {
        auto link = from(m_links, danger.first + 1);
        while (link != m_links.cbegin() && (--link)->end > danger.first) { }
        return link != m_links.cend() && link->end <= danger.first ? std::max(openingEnd, link->end) : openingEnd;
    }
    // "A fire or a leak" is one object.
    bool isJoined(std::size_t object, std::size_t danger, const std::vector<RuleHit> &hits) const
    {
        if (object == 0 || danger > object + 2)
            return false;
        return std::any_of(from(hits, object), from(hits, object + 1), [](const RuleHit &h) { return h.rule == "calm.and"; });
    }
    // "I don't need an ambulance": the client's own words know no negation of their own.
    void deny(const std::vector<RuleHit> &denials)
    {
        for (const auto &denial : denials) {
            for (auto d = from(m_all, denial.end); d != m_all.cend() && d->first == denial.end; ++d) {
                if (d->rule == ownDanger && m_clauseOf[denial.first] == m_clauseOf[d->end - 1])
                    m_calm[static_cast<std::size_t>(d - m_all.cbegin())] = true;
            }
        }
    }

    // "The pipe burst last year": the client's own words know no time of their own either.
    void leavePast(const std::vector<RuleHit> &pasts, const std::vector<RuleHit> &hits)
    {
        for (const auto &past : pasts) {
            for (std::size_t i = 0; i < m_all.size(); ++i) {
                const auto &danger = m_all[i];
                const bool same = danger.rule == ownDanger && inOneClause(danger) && m_clauseOf[danger.first] == m_clauseOf[past.first];
                const bool here = std::any_of(hits.begin(), hits.end(), [&](const RuleHit &h) { return h.rule == "calm.now" && m_clauseOf[h.first] == m_clauseOf[past.first]; });
                if (same && !here)
                    m_calm[i] = true;
            }
        }
    }

    std::vector<Clause> m_clauses;
    std::vector<std::size_t> m_clauseOf; ///< of each word
    std::vector<RuleHit> m_links;
    std::vector<RuleHit> m_all;
    std::vector<bool> m_calm; ///< of each in m_all
};

} // namespace

std::vector<RuleHit> placesOf(const std::vector<std::string> &phrases, std::string_view rule, const std::vector<Word> &words)
{
    const auto same = [](const Word &a, const Word &b) { return a.text == b.text; };
    std::vector<RuleHit> places;
    for (const auto &phrase : phrases) {
        const auto wanted = wordsOf(phrase);
        if (wanted.empty())
            continue;
        for (auto at = words.begin(); (at = std::search(at, words.end(), wanted.begin(), wanted.end(), same)) != words.end(); ++at) {
            const auto first = static_cast<std::size_t>(at - words.begin());
            places.push_back({rule, {}, first, first + wanted.size()});
        }
    }
    return places;
}

std::vector<RuleHit> dangersOf(const std::vector<Word> &words, const std::vector<RuleHit> &hits, const std::vector<std::string> &own)
{
    return Dangers {words, hits, own}.heard();
}

} // namespace foredeck
