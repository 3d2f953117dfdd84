#include "models/items/documentlistmodel.h"

#include "models/cache/cachereader.h"

#include <utility>

namespace foredeck {

DocumentListModel::DocumentListModel(const LocalStore &store, QObject *parent) : SmallListModel(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (!m_client.empty() && (changes.clientData.contains(m_client) || changes.everything))
            reload();
    });
}

void DocumentListModel::setClient(const ClientId &client)
{
    m_client = client;
    m_refill.startOver();
    m_loaded = false;
    replace({});
    if (!client.empty())
        reload();
}

void DocumentListModel::reload()
{
    using Read = std::pair<Result<CacheState>, Result<std::vector<FaqRow>>>;
    m_store.read([client = m_client](CacheReader &reader) { return Read {reader.state(client), reader.documents(client)}; },
        m_mailbox.receive([this, client = m_client](Read read) {
            auto &[state, documents] = read;
            // What cannot be read is shown no more than what is not there; the inbox tells of a broken cache.
            if (client != m_client || state.hasError() || documents.hasError() || !m_refill.mayShow(state.value()))
                return;
            m_loaded = true;
            replace(std::move(documents).value());
            Q_EMIT loaded();
        }));
}

QVariant DocumentListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Document &document = itemAt(index.row()).value;
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(document.title);
    case IdRole:
        return QString::fromStdString(document.id.value);
    case TextRole:
        return QString::fromStdString(document.text);
    case LanguageRole:
        return QString::fromStdString(document.language);
    case CategoryRole:
        return QString::fromStdString(document.category);
    case VisibilityRole:
        return static_cast<int>(document.visibility.value());
    case PendingRole:
        return static_cast<int>(itemAt(index.row()).pending);
    default:
        return {};
    }
}

} // namespace foredeck
