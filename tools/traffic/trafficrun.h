#pragma once

#include "tools/traffic/control.h"
#include "tools/traffic/crowd.h"
#include "tools/traffic/envelope.h"
#include "tools/traffic/ledger.h"
#include "tools/traffic/options.h"
#include "tools/traffic/poster.h"
#include "tools/traffic/provider.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <ostream>
#include <string>
#include <vector>

namespace foredeck::traffic {

/// One run: the crowd's turns become signed requests that are repeated until they are taken in, answers come back by the
/// provider and by live chat's long polls, and all of it goes into the ledger. One thread; the provider's own threads
/// only leave messages.
class TrafficRun {
public:
    /// What is kept by reference must outlive the run. `out` gets what a person wants to read.
    TrafficRun(const Options &options, const std::vector<Dialogue> &dialogues, const std::vector<Business> &businesses, Ledger &ledger, std::ostream &out);
    ~TrafficRun();

    /// The provider's port is told on `out`. Error: the port is taken.
    Result<void> start();
    /// Until everybody has had their turn, or somebody wishes an end.
    void run(Control &control);
    /// Where the provider listens; 0 without one.
    std::uint16_t providerPort() const noexcept;

    std::int64_t count(const std::string &name) const;
    /// All was taken in, nothing was passed over, and the ledger is whole.
    bool clean() const;

private:
    /// A request that is repeated, byte for byte, until it is taken in or refused for good.
    struct Posting {
        Envelope envelope;
        std::function<void(const HttpAnswer &, int attempts)> done;
        int attempts = 0;
        Millis notBefore = 0;
    };
    /// The receiving end of one live chat.
    struct Visit {
        Talk *talk = nullptr;
        std::string token;
        std::int64_t after = 0;
        bool polling = false;
        Millis notBefore = 0;
    };

    Millis now() const;
    void obey(Control::Wish wish);
    void sendTurns();
    void sendTurn(Talk &talk);
    void turnEnded(Talk &talk, const std::string &providerId, const HttpAnswer &answer, int attempts);
    void post(Posting posting);
    void repeatDue();
    void takeDelivered();
    void reportStatuses(const Delivered &message, const std::vector<std::string> &states, std::size_t index);
    void listen(Talk &talk);
    void pollVisits();
    void visitAnswered(Visit &visit, const HttpAnswer &answer);
    void heard(const Received &received);
    Millis nextDue() const;
    bool over(Millis at);
    void finish();

    const Options &m_options;
    Ledger &m_ledger;
    std::ostream &m_out;
    Crowd m_crowd;
    Poster m_poster;
    std::mutex m_deliveredMutex;
    std::vector<Delivered> m_delivered;
    std::unique_ptr<LoopbackProvider> m_provider;
    std::vector<Posting> m_waiting; ///< to be repeated
    std::size_t m_postsUnderWay = 0;
    std::map<std::string, Sent> m_open; ///< turns under way, by provider id
    std::map<std::string, Visit> m_visits; ///< by session
    std::map<std::string, std::string> m_visitorTokens; ///< by session
    std::map<std::string, std::int64_t> m_counts;
    Millis m_quietSince = 0; ///< when the last thing happened
    Millis m_stopBy = never; ///< a wish to stop: no longer than this
    std::string m_why = "all had their turn";
};

} // namespace foredeck::traffic
