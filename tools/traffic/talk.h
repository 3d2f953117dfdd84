#pragma once

#include "tools/traffic/customer.h"

#include <array>
#include <chrono>
#include <limits>
#include <string>
#include <string_view>

namespace foredeck::traffic {

using Millis = std::int64_t; ///< on a clock that only rises; handed in
inline constexpr Millis never = std::numeric_limits<Millis>::max();

/// How customers take their time. All in milliseconds of real time; `speed` divides what a person would need.
struct Pace {
    double speed = 1; ///< 0: nobody thinks, the next turn follows the answer at once
    Millis answerTimeout = 10'000; ///< without an answer by then, none is expected any more
    Millis quiet = 300; ///< between turns while no answer is expected
    Millis settle = 150; ///< after an answer, whether a second one follows
    bool answersSeen = true; ///< false: nobody receives for WhatsApp and text messages

    /// Until somebody has read an answer and typed `text`.
    Millis thinking(std::string_view text) const;
};

/// Why a turn got no answer.
enum class Silence {
    NoWayBack, ///< a web form has no door for answers
    NotWatched, ///< nobody receives for this channel in this run
    OptedOut, ///< the customer said STOP
    Unanswered, ///< none of these: handed over, a person owns it, or a fault; the server's rows say which
};
inline constexpr std::array silenceNames {"no way back", "not watched", "opted out", "unanswered"};

/// True for the wordings by which a customer ends messages for good, in the four languages of the sample.
bool isOptOut(std::string_view text);
/// START and its like: messages may come again.
bool isOptIn(std::string_view text);

/// One customer's side of one conversation: a state machine without clock and socket.
class Talk {
public:
    /// What is kept by reference must outlive the talk. `firstTurnOnly` ends it after its first act.
    Talk(const Dialogue &dialogue, const Business &business, ChannelKind kind, Customer customer, const Pace &pace, bool firstTurnOnly);

    struct Turn {
        ChannelKind kind; ///< the door it goes through
        std::string text; ///< empty for the call that was missed
        int number; ///< from 1
    };

    void begin(Millis now);
    /// Time passes: an answer that is overdue is given up. Call before wantsToSend().
    void tick(Millis now);
    bool wantsToSend(Millis now) const noexcept { return m_state == State::Ready && now >= m_due; }
    /// The next turn; from now on one is under way.
    Turn take();
    /// The turn under way was taken in by the server (or refused for good: then no answer is awaited).
    void accepted(Millis now);
    void refused(Millis now);
    void answered(Millis now);

    bool finished() const noexcept { return m_state == State::Finished; }
    /// When tick() or wantsToSend() will next say something new.
    Millis due() const noexcept { return m_state == State::Ready || m_state == State::Waiting ? m_due : never; }

    const Dialogue &dialogue() const noexcept { return m_dialogue; }
    const Business &business() const noexcept { return m_business; }
    const Customer &customer() const noexcept { return m_customer; }
    ChannelKind kind() const noexcept { return m_kind; }
    const std::string &key() const noexcept { return m_key; }
    int answers() const noexcept { return m_answers; }
    const std::array<int, silenceNames.size()> &silences() const noexcept { return m_silences; }

private:
    enum class State { New, Ready, Sending, Waiting, Finished };

    int turns() const noexcept;
    bool answerExpected() const noexcept;
    Silence reason() const noexcept;
    void next(Millis now, Millis pause);
    void silent();

    const Dialogue &m_dialogue;
    const Business &m_business;
    const ChannelKind m_kind;
    const Customer m_customer;
    const Pace &m_pace;
    const bool m_firstTurnOnly;
    const std::string m_key;
    State m_state = State::New;
    Millis m_due = never;
    int m_taken = 0; ///< turns that left
    bool m_optedOut = false;
    bool m_quiet = false; ///< the last turn got no answer: the next ones do not wait long
    bool m_open = false; ///< the turn under way has neither an answer nor a reason for silence yet
    int m_answers = 0;
    std::array<int, silenceNames.size()> m_silences {};
};

} // namespace foredeck::traffic
