#include "server/http/mailbox.h"

namespace foredeck::http {

// Under the lock, so that close() ends all waking before what is woken goes.
void Mailbox::wakeUnlessOwner()
{
    const bool first = m_letters.answers.size() + m_letters.deliveries.size() == 1;
    if (first && m_owner != std::this_thread::get_id())
        m_wake();
}

void Mailbox::post(Answer answer)
{
    const std::lock_guard lock {m_mutex};
    if (!m_open)
        return;
    m_letters.answers.push_back(std::move(answer));
    wakeUnlessOwner();
}

void Mailbox::post(OutgoingFrame delivery)
{
    const std::lock_guard lock {m_mutex};
    if (!m_open)
        return;
    m_letters.deliveries.push_back(std::move(delivery));
    wakeUnlessOwner();
}

bool Mailbox::take(Letters &letters)
{
    const std::lock_guard lock {m_mutex};
    if (m_letters.answers.empty() && m_letters.deliveries.empty())
        return false;
    std::swap(m_letters, letters);
    return true;
}

void Mailbox::setOwner(std::thread::id owner)
{
    const std::lock_guard lock {m_mutex};
    m_owner = owner;
}

void Mailbox::close()
{
    Letters dropped; // freed outside the lock: a letter's end may post another
    const std::lock_guard lock {m_mutex};
    m_open = false;
    std::swap(m_letters, dropped);
}

} // namespace foredeck::http
