#include "models/items/peoplesearch.h"

#include "models/cache/cachereader.h"

namespace foredeck {

PeopleSearch::PeopleSearch(const LocalStore &store, int limit, QObject *parent) : SmallListModel(parent), m_store(store), m_limit(limit) { }

void PeopleSearch::search(const QString &text, const ClientId &client)
{
    m_text = text.trimmed();
    const quint64 generation = ++m_generation;
    if (m_text.isEmpty()) {
        replace({});
        Q_EMIT found(m_text);
        return;
    }
    m_store.read([words = m_text.toStdString(), client, limit = m_limit](CacheReader &reader) { return reader.people(words, client, limit); },
        m_mailbox.receive([this, generation](Result<std::vector<PersonRow>> people) {
            if (generation != m_generation)
                return;
            // Whoever asks waits for the answer: where nothing can be read, nobody is found.
            replace(people.hasError() ? std::vector<PersonRow>() : std::move(people).value());
            Q_EMIT found(m_text);
        }));
}

QVariant PeopleSearch::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PersonRow &person = itemAt(index.row());
    const Lead &lead = person.lead;
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(lead.name);
    case IdRole:
        return QString::fromStdString(lead.id.value);
    case PhoneRole:
        return lead.phones.empty() ? QString {} : QString::fromStdString(shown(lead.phones.front()));
    case EmailRole:
        return lead.emails.empty() ? QString {} : QString::fromStdString(lead.emails.front());
    case ConversationIdRole:
        return QString::fromStdString(person.conversation.value);
    case ClientIdRole:
        return QString::fromStdString(person.client.value);
    case ClientNameRole:
        return QString::fromStdString(person.clientName);
    case ClientMarkRole:
        return QString::fromStdString(person.clientMark);
    case ChannelRole:
        return static_cast<int>(person.channel.value());
    case LastAtRole:
        return person.lastAt ? QVariant {static_cast<qint64>(toMs(*person.lastAt))} : QVariant {};
    default:
        return {};
    }
}

} // namespace foredeck
