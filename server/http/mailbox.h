#pragma once

#include "server/http/message.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace foredeck::http {

class HttpSession;
class SocketHandle;

/// How other threads name a session they may not touch. `session` is read and cleared on its I/O thread only.
struct SessionLink {
    HttpSession *session = nullptr;
};

/// The answer to the request that a session has handed out. Each gets one, and no other is handed out before.
struct Answer {
    std::shared_ptr<SessionLink> to;
    Response response;
};

/// One frame for a socket, or (closeCode ≠ 0) the end of it, with the reason as the frame.
struct OutgoingFrame {
    std::shared_ptr<SocketHandle> to;
    std::shared_ptr<const std::string> frame;
    int closeCode = 0;
};

/// What other threads leave for one I/O thread. The thread is woken once per batch: by the first letter after it
/// looked.
class Mailbox {
public:
    struct Letters {
        std::vector<Answer> answers;
        std::vector<OutgoingFrame> deliveries;
    };

    /// `wake` makes the I/O thread look; called from any thread, never after close().
    explicit Mailbox(std::function<void()> wake) : m_wake(std::move(wake)) { }

    void post(Answer answer);
    void post(OutgoingFrame delivery);
    /// Swaps what has come with the (empty) vectors given, so that their memory goes round. False: there was nothing.
    bool take(Letters &letters);
    /// The thread that looks by itself at the end of each pass, and so needs no waking.
    void setOwner(std::thread::id owner);
    /// What comes from now on is dropped.
    void close();

private:
    void wakeUnlessOwner();

    std::mutex m_mutex;
    Letters m_letters;
    std::function<void()> m_wake;
    std::thread::id m_owner;
    bool m_open = true;
};

} // namespace foredeck::http
