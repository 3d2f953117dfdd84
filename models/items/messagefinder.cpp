#include "models/items/messagefinder.h"

#include "models/cache/cachereader.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr int entriesAtOnce = 2000;

/// What has not come back yet follows all that has.
std::int64_t orderOf(std::int64_t position)
{
    return position > 0 ? position : INT64_MAX;
}

} // namespace

MessageFinder::MessageFinder(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store), m_asked(std::make_shared<std::atomic<quint64>>(0))
{
    connect(&store, &LocalStore::changed, this, &MessageFinder::onChanged);
}

MessageFinder::~MessageFinder()
{
    ++*m_asked;
}

void MessageFinder::look(const ConversationId &conversation, const QString &words, std::int64_t below)
{
    Sought sought {words};
    if (sought.isEmpty() || conversation.empty())
        return end();
    // What is typed on stays where it is while that still fits.
    m_below = conversation == m_conversation && !m_hit.id.isEmpty() ? orderOf(m_hit.position) : below;
    m_conversation = conversation;
    m_words = std::move(sought);
    m_byPerson = true;
    ask();
}

void MessageFinder::end()
{
    ++*m_asked;
    m_conversation = {};
    m_words = {};
    m_asking = m_again = m_byPerson = false;
    m_entries.clear();
    m_coming.clear();
    m_entry = 0;
    m_count = 0;
    m_hit = {};
    m_isWhole = true;
    m_hasFailed = false;
    m_firstPosition = 0;
    Q_EMIT found(false);
}

void MessageFinder::onChanged(const Changes &changes)
{
    if (changes.everything || changes.timelines.contains(m_conversation) || changes.echoes.contains(m_conversation))
        again();
}

void MessageFinder::again()
{
    if (m_conversation.empty())
        return;
    if (m_asking)
        m_again = true; // the answer that is awaited may be of before
    else
        ask();
}

void MessageFinder::ask()
{
    m_asking = true;
    m_again = false;
    m_coming.clear();
    ++*m_asked;
    askRows({});
}

void MessageFinder::askRows(TimelineKey after)
{
    const auto givenUp = [asked = m_asked, number = m_asked->load()] { return asked->load() != number; };
    m_store.read([id = m_conversation, words = m_words, after, givenUp](CacheReader &reader) { return reader.entriesWith(id, words, after, entriesAtOnce, givenUp); },
        m_mailbox.receive([this, givenUp](const Result<FoundEntries> &page) {
            if (!givenUp())
                takeRows(page);
        }));
}

void MessageFinder::takeRows(const Result<FoundEntries> &page)
{
    m_hasFailed = page.hasError();
    if (m_hasFailed) {
        m_coming.clear();
    } else {
        for (const FoundEntry &one : page.value().entries)
            m_coming.push_back({QString::fromStdString(one.id), one.position, one.times});
        if (!page.value().isLast)
            return askRows(page.value().end);
        m_isWhole = page.value().isWhole;
        m_firstPosition = page.value().firstPosition;
    }
    m_asking = false;
    take();
    if (m_again)
        ask();
}

void MessageFinder::take()
{
    const bool byPerson = std::exchange(m_byPerson, false);
    m_entries = std::exchange(m_coming, {});
    m_count = 0;
    for (const Entry &entry : m_entries)
        m_count += entry.times;
    const Hit before = std::exchange(m_hit, {});
    m_entry = 0;
    if (!m_entries.empty()) {
        const auto same = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.id == before.id; });
        if (same != m_entries.end()) {
            goTo(static_cast<std::size_t>(same - m_entries.begin()), std::min(before.nth, same->times - 1));
        } else {
            const std::int64_t below = before.id.isEmpty() || byPerson ? m_below : orderOf(before.position);
            const auto after = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return orderOf(entry.position) > below; });
            const auto at = after == m_entries.begin() ? after : after - 1;
            goTo(static_cast<std::size_t>(at - m_entries.begin()), at == after ? 0 : at->times - 1);
        }
    }
    Q_EMIT found(byPerson);
}

void MessageFinder::goTo(std::size_t entry, int nth)
{
    m_entry = entry;
    m_hit = {m_entries[entry].id, m_entries[entry].position, nth};
}

int MessageFinder::place() const
{
    if (m_entries.empty())
        return 0;
    int older = m_hit.nth;
    for (std::size_t i = 0; i < m_entry; ++i)
        older += m_entries[i].times;
    return m_count - older;
}

void MessageFinder::step(int by)
{
    // While it is still looked for, its first one comes by itself.
    if (m_entries.empty() || (m_asking && m_byPerson))
        return;
    const std::size_t last = m_entries.size() - 1;
    if (by > 0 && m_hit.nth > 0)
        goTo(m_entry, m_hit.nth - 1);
    else if (by > 0)
        goTo(m_entry == 0 ? last : m_entry - 1, m_entries[m_entry == 0 ? last : m_entry - 1].times - 1);
    else if (m_hit.nth + 1 < m_entries[m_entry].times)
        goTo(m_entry, m_hit.nth + 1);
    else
        goTo(m_entry == last ? 0 : m_entry + 1, 0);
    Q_EMIT found(true);
}

} // namespace foredeck
