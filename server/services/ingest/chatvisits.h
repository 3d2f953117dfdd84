#pragma once

#include "models/core/clock.h"
#include "models/domain/message.h"
#include "server/services/live/loopthread.h"
#include "server/storage/store.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <set>
#include <string>
#include <vector>

namespace foredeck {

/// What a website's visitor asks for: what was said in the own window after a position.
struct ChatPoll {
    std::string session;
    std::string token; ///< the visitor's own
    std::int64_t after = 0;
    std::chrono::milliseconds wait {0}; ///< how long to wait for something new
    bool fromLoopback = false;
};

/// Live chat's way out: answers polls at once or when something new has been said. What a visitor has got is
/// delivered: their next poll, by its position, says so. One thread of its own; nothing here blocks the caller.
class ChatVisits {
public:
    /// The visitor's own words and ours that may be seen, by rising position. NotFound: no such window, or a wrong token
    /// (the same answer on purpose). Called on the visits' own thread.
    using Answer = std::function<void(Result<std::vector<Message>>)>;

    ChatVisits(Store &store, const Clock &clock, std::chrono::milliseconds longestWait);
    ~ChatVisits();

    void poll(ChatPoll poll, Answer answer);
    /// Events of a commit, on the writer's thread.
    void committed(const std::vector<Event> &events);
    /// Answers what waits, and what still comes, with nothing. Idempotent.
    void stop();

private:
    struct Waiting {
        ChatPoll poll;
        Answer answer;
        std::chrono::steady_clock::time_point until;
        ConversationId conversation; ///< as it was read last; empty: the window has none yet
        bool fresh = true; ///< nothing has been read for it yet
    };
    void look(const std::set<ConversationId> &news);
    bool tryAnswer(Waiting &waiting, bool last);
    void markDelivered(const std::vector<Message> &had);

    Store &m_store;
    const Clock &m_clock;
    const std::chrono::milliseconds m_longestWait;
    std::atomic<bool> m_stopped {false};
    std::list<Waiting> m_waiting; ///< touched on the visits' thread only
    LoopThread m_thread; ///< last: it ends before what it uses
};

} // namespace foredeck
