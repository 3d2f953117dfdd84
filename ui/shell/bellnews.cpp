#include "ui/shell/bell.h"

#include "models/ports/notifier.h"
#include "ui/words/bellwords.h"

#include <algorithm>

/// How a person is told that a colleague has named them in a note, or what is new where they take part: quieter than of a
/// customer who waits.
namespace foredeck::ui {

void Bell::tellNews()
{
    if (m_desk.ephemera.me().id.empty())
        return carryOutNews(newsEnd(m_newsTold));
    if (!m_news.isLoaded())
        return;
    std::vector<NewsCall> waiting;
    for (const NewsRow &row : m_news.rows())
        waiting.push_back({row.row.id, row.position});
    carryOutNews(newsStep(m_newsTold, waiting, m_model.moment(), m_model.settings()));
}

void Bell::carryOutNews(const NewsOrders &orders)
{
    for (const ConversationId &id : orders.close)
        m_desk.notifier.close(newsKey(id));
    if (orders.closeMany)
        m_desk.notifier.close(manyNewsKey);
    for (const ConversationId &id : orders.show) {
        if (const NewsRow *row = m_news.row(id))
            m_desk.notifier.show(discreet(newsNotice(*row, m_model.settings()), newsWord()));
    }
    if (orders.showMany)
        m_desk.notifier.show(discreet(manyNewsNotice(int(m_news.rows().size())), newsWord()));
}

bool Bell::openNews(const QString &key)
{
    if (key == manyNewsKey) {
        const auto &rows = m_news.rows();
        Q_EMIT newsWanted(std::any_of(rows.begin(), rows.end(), [](const NewsRow &row) { return row.isMention; }));
        return true;
    }
    const ConversationId conversation = conversationOf(key);
    if (conversation.empty())
        return false;
    Q_EMIT conversationWanted(conversation);
    return true;
}

} // namespace foredeck::ui
