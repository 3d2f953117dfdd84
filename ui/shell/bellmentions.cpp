#include "ui/shell/bell.h"

#include "models/ports/notifier.h"
#include "ui/words/bellwords.h"

/// How a person is told that a colleague has named them in a note: quieter than of a customer who waits.
namespace foredeck::ui {

void Bell::tellMentions()
{
    if (m_desk.ephemera.me().id.empty())
        return carryOutMentions(mentionEnd(m_mentionsTold));
    if (!m_mentions.isLoaded())
        return;
    std::vector<MentionCall> waiting;
    for (const MentionRow &row : m_mentions.rows())
        waiting.push_back({row.row.id, row.position});
    carryOutMentions(mentionStep(m_mentionsTold, waiting, m_model.moment(), m_model.settings()));
}

void Bell::carryOutMentions(const MentionOrders &orders)
{
    for (const ConversationId &id : orders.close)
        m_desk.notifier.close(mentionKey(id));
    if (orders.closeMany)
        m_desk.notifier.close(mentionsKey);
    for (const ConversationId &id : orders.show) {
        if (const MentionRow *row = m_mentions.row(id))
            m_desk.notifier.show(mentionNotice(*row, m_model.settings()));
    }
    if (orders.showMany)
        m_desk.notifier.show(mentionsNotice(int(m_mentions.rows().size())));
}

bool Bell::openMention(const QString &key)
{
    if (key == mentionsKey) {
        Q_EMIT mentionsWanted();
        return true;
    }
    const ConversationId conversation = conversationOf(key);
    if (conversation.empty())
        return false;
    Q_EMIT conversationWanted(conversation);
    return true;
}

} // namespace foredeck::ui
