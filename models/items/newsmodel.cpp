#include "models/items/newsmodel.h"

#include "models/cache/cachereader.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

/// More of them are told as many, whoever they are.
constexpr int mostNewsRead = 50;

} // namespace

NewsModel::NewsModel(const LocalStore &store, const Ephemera &ephemera, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        const auto isOurs = [&](const NewsRow &one) { return changes.conversations.contains(one.row.id); };
        if (changes.everything || changes.counters || std::any_of(m_rows.begin(), m_rows.end(), isOurs))
            reload();
    });
    connect(&ephemera, &Ephemera::sessionChanged, this, &NewsModel::reload);
    reload();
}

const NewsRow *NewsModel::row(const ConversationId &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const NewsRow &one) { return one.row.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

void NewsModel::forget()
{
    m_rows.clear();
    m_isLoaded = false;
    reload();
}

void NewsModel::reload()
{
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    m_store.read([](CacheReader &reader) { return reader.news(mostNewsRead); }, m_mailbox.receive([this](Result<std::vector<NewsRow>> read) {
        m_reading = false;
        if (read.hasValue()) {
            m_isLoaded = true;
            m_rows = std::move(read).value();
        }
        if (std::exchange(m_again, false))
            return reload();
        Q_EMIT changed();
    }));
}

} // namespace foredeck
