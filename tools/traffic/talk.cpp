#include "tools/traffic/talk.h"

#include "models/core/text.h"

#include <algorithm>

namespace foredeck::traffic {

namespace {

std::string keyword(std::string_view text)
{
    std::string word = asciiLower(trimmed(text));
    while (!word.empty() && (word.back() == '.' || word.back() == '!'))
        word.pop_back();
    return word;
}

} // namespace

bool isOptOut(std::string_view text)
{
    constexpr std::array words {"stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "opt out", "opt-out", "baja", "alto",
        "abmelden", "stopp", "توقف", "إلغاء"};
    constexpr std::array phrases {"stop texting me", "stop messaging me", "remove me from", "do not contact me", "don't contact me"};
    const std::string word = keyword(text);
    const auto within = [&](const char *phrase) { return word.find(phrase) != std::string::npos; };
    return std::find(words.begin(), words.end(), word) != words.end() || std::any_of(phrases.begin(), phrases.end(), within);
}

bool isOptIn(std::string_view text)
{
    const std::string word = keyword(text);
    return word == "start" || word == "unstop";
}

Millis Pace::thinking(std::string_view text) const
{
    if (speed <= 0)
        return 0;
    const double person = 1500 + std::min<double>(static_cast<double>(text.size()) * 60, 10'000);
    return static_cast<Millis>(person / speed);
}

Talk::Talk(const Dialogue &dialogue, const Business &business, ChannelKind kind, Customer customer, const Pace &pace, bool firstTurnOnly)
    : m_dialogue(dialogue), m_business(business), m_kind(kind), m_customer(std::move(customer)), m_pace(pace), m_firstTurnOnly(firstTurnOnly),
      m_key(conversationKey(kind, business, m_customer))
{
}

int Talk::turns() const noexcept
{
    const int all = static_cast<int>(m_dialogue.turns.size()) + (m_kind == ChannelKind::MissedCall ? 1 : 0);
    return m_firstTurnOnly ? std::min(all, 1) : all;
}

void Talk::begin(Millis now)
{
    m_state = turns() == 0 ? State::Finished : State::Ready;
    m_due = now;
}

Talk::Turn Talk::take()
{
    m_state = State::Sending;
    m_open = true;
    const int number = ++m_taken;
    if (m_kind != ChannelKind::MissedCall)
        return {m_kind, m_dialogue.turns[static_cast<std::size_t>(number - 1)], number};
    if (number == 1)
        return {ChannelKind::MissedCall, {}, number};
    return {ChannelKind::Sms, m_dialogue.turns[static_cast<std::size_t>(number - 2)], number};
}

void Talk::accepted(Millis now)
{
    const int index = m_taken - 1 - (m_kind == ChannelKind::MissedCall ? 1 : 0);
    if (index >= 0) {
        const std::string &said = m_dialogue.turns[static_cast<std::size_t>(index)];
        m_optedOut = isOptOut(said) || (m_optedOut && !isOptIn(said));
    }
    if (!m_open)
        return next(now, m_pace.settle); // the answer was faster than the acknowledgement
    if (answerExpected()) {
        m_state = State::Waiting;
        m_due = now + (m_quiet ? m_pace.quiet : m_pace.answerTimeout);
        return;
    }
    silent();
    next(now, m_pace.quiet);
}

void Talk::refused(Millis now)
{
    m_open = false;
    next(now, m_pace.quiet);
}

void Talk::answered(Millis now)
{
    ++m_answers;
    m_quiet = false;
    m_open = false;
    if (m_state == State::Waiting)
        next(now, m_pace.settle);
    else if (m_state == State::Ready)
        m_due = std::max(m_due, now + m_pace.settle);
}

void Talk::tick(Millis now)
{
    if (m_state != State::Waiting || now < m_due)
        return;
    silent();
    m_quiet = true;
    next(now, 0);
}

bool Talk::answerExpected() const noexcept
{
    return !m_optedOut && m_kind != ChannelKind::WebForm && (m_pace.answersSeen || m_kind == ChannelKind::LiveChat);
}

Silence Talk::reason() const noexcept
{
    if (m_kind == ChannelKind::WebForm)
        return Silence::NoWayBack;
    if (m_optedOut)
        return Silence::OptedOut;
    return m_pace.answersSeen || m_kind == ChannelKind::LiveChat ? Silence::Unanswered : Silence::NotWatched;
}

void Talk::silent()
{
    ++m_silences[static_cast<std::size_t>(reason())];
    m_open = false;
}

void Talk::next(Millis now, Millis pause)
{
    if (m_taken >= turns()) {
        m_state = State::Finished;
        return;
    }
    const int index = m_taken - (m_kind == ChannelKind::MissedCall ? 1 : 0);
    m_state = State::Ready;
    m_due = now + pause + m_pace.thinking(m_dialogue.turns[static_cast<std::size_t>(index)]);
}

} // namespace foredeck::traffic
