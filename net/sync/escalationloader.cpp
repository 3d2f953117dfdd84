#include "net/sync/escalationloader.h"

#include "net/codec/jsonreader.h"

#include <QUrl>

namespace foredeck {

EscalationLoader::EscalationLoader(ApiClient &api, StoreWriter &writer, QObject *parent) : QObject(parent), m_api(api), m_writer(writer) { }

void EscalationLoader::forget()
{
    ++m_run;
    m_places.clear();
}

void EscalationLoader::fetch(const ClientId &client, EscalationStatus status, bool further)
{
    Place &place = m_places[{client, status}];
    if (!further && !place.running)
        place = {};
    if (place.running || place.atEnd || !isUuid(client.value))
        return;
    place.running = true;
    const std::string_view word = nameOf(status);
    ApiRequest request;
    request.path = QStringLiteral("/api/v1/escalations/client/%1?status=%2&limit=%3")
                       .arg(QString::fromStdString(client.value), QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())))
                       .arg(pageEntries);
    if (!place.cursor.empty())
        request.path += QStringLiteral("&cursor=") + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(place.cursor)));
    m_api.send(request, [this, key = Key {client, status}, run = m_run](const ApiResponse &response) {
        if (run == m_run)
            take(key, response);
    });
}

void EscalationLoader::take(const Key &key, const ApiResponse &response)
{
    JsonDocument document;
    const auto root = document.parse(response.body);
    if (!response.ok() || root.hasError() || !root.value()["items"].isArray()) {
        m_places[key].running = false;
        return;
    }
    std::vector<Entity> entities;
    root.value()["items"].eachElement([&](JsonValue item) {
        Entity entity;
        entity.kind = "escalation";
        entity.data = item.toJson();
        entities.push_back(std::move(entity));
        return true;
    });
    const std::string cursor {root.value()["next_cursor"].asString().value_or(std::string_view {})};
    m_writer.applyEntities(std::move(entities), m_mailbox.receive([this, key, cursor, run = m_run](const Result<void> &applied) {
        if (run != m_run)
            return;
        Place &place = m_places[key];
        place.running = false;
        if (applied.hasError())
            return;
        place.cursor = cursor;
        place.atEnd = cursor.empty();
        Q_EMIT fetched(key.first, key.second, !place.atEnd);
    }));
}

} // namespace foredeck
