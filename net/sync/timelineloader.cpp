#include "net/sync/timelineloader.h"

#include "net/codec/jsonreader.h"

#include <algorithm>

namespace foredeck {

namespace {

struct Piece {
    std::vector<Entity> entities;
    int count = 0;
    std::int64_t lowest = 0;
    bool more = false;
};

Entity loadedEntity(std::string_view kind, JsonValue data)
{
    Entity entity;
    entity.kind = kind;
    entity.data = data.toJson();
    return entity;
}

Result<Piece> readPiece(const ApiResponse &response)
{
    if (!response.ok())
        return response.error();
    JsonDocument document;
    const auto root = document.parse(response.body);
    if (root.hasError())
        return root.error();
    Piece piece;
    piece.lowest = INT64_MAX;
    root.value()["items"].eachElement([&](JsonValue item) {
        piece.entities.push_back(loadedEntity(item["kind"].asString().value_or(std::string_view {}), item["data"]));
        piece.lowest = std::min(piece.lowest, item["data"]["position"].asInteger().value_or(INT64_MAX));
        ++piece.count;
        return true;
    });
    root.value()["decisions"].eachElement([&](JsonValue decision) {
        piece.entities.push_back(loadedEntity("decision", decision));
        return true;
    });
    piece.more = root.value()["next_cursor"].asString().has_value();
    return piece;
}

QString pathOf(const ConversationId &id) { return QLatin1String {"/api/v1/conversations/"} + QString::fromStdString(id.value); }

} // namespace

TimelineLoader::TimelineLoader(ApiClient &api, StoreWriter &writer, QObject *parent) : QObject(parent), m_api(api), m_writer(writer) { }

void TimelineLoader::older(const ConversationId &id, std::int64_t before, Done done)
{
    if (!isUuid(id.value))
        return done({tr("There is no such conversation."), 0, false});
    ApiRequest request;
    request.path = pathOf(id) + QStringLiteral("/timeline?limit=%1").arg(pageEntries);
    if (before != INT64_MAX)
        request.path += QStringLiteral("&before=%1").arg(before);
    m_api.send(request, [this, id, done = std::move(done)](const ApiResponse &response) {
        auto piece = readPiece(response);
        if (piece.hasError())
            return done({QString::fromStdString(piece.error().detail), 0, false});
        const Outcome outcome {{}, piece.value().count, !piece.value().more};
        m_writer.applyEntities(std::move(piece.value().entities), m_mailbox.receive([this, id, outcome, done](const Result<void> &applied) {
            if (applied.hasError())
                return done({QString::fromStdString(applied.error().detail), 0, false});
            if (!outcome.reachedStart)
                return done(outcome);
            m_writer.markTimelineComplete(id, m_mailbox.receive([outcome, done](const Result<void> &) { done(outcome); }));
        }));
    });
}

void TimelineLoader::whole(const ConversationId &id, std::int64_t downTo, Done done)
{
    if (!isUuid(id.value))
        return done({tr("There is no such conversation."), 0, false});
    ApiRequest request;
    request.path = pathOf(id);
    m_api.send(request, [this, id, downTo, done = std::move(done)](const ApiResponse &response) {
        JsonDocument document;
        const auto root = document.parse(response.body);
        if (!response.ok() || root.hasError())
            return done({QString::fromStdString((response.ok() ? root.error() : response.error()).detail), 0, false});
        std::vector<Entity> entities;
        for (const char *kind : {"lead", "conversation"}) {
            if (root.value()[kind].isObject())
                entities.push_back(loadedEntity(kind, root.value()[kind]));
        }
        root.value()["tasks"].eachElement([&](JsonValue task) {
            entities.push_back(loadedEntity("task", task));
            return true;
        });
        m_writer.applyEntities(std::move(entities), m_mailbox.receive([this, id, downTo, done](const Result<void> &applied) {
            if (applied.hasError())
                done({QString::fromStdString(applied.error().detail), 0, false});
            else
                down(id, INT64_MAX, downTo, done);
        }));
    });
}

void TimelineLoader::down(const ConversationId &id, std::int64_t before, std::int64_t downTo, Done done)
{
    ApiRequest request;
    request.path = pathOf(id) + QStringLiteral("/timeline?limit=%1").arg(pageEntries);
    if (before != INT64_MAX)
        request.path += QStringLiteral("&before=%1").arg(before);
    m_api.send(request, [this, id, downTo, done = std::move(done)](const ApiResponse &response) {
        auto piece = readPiece(response);
        if (piece.hasError())
            return done({QString::fromStdString(piece.error().detail), 0, false});
        const std::int64_t lowest = piece.value().lowest;
        const bool more = piece.value().more && lowest > downTo;
        const Outcome outcome {{}, piece.value().count, !piece.value().more};
        m_writer.applyEntities(std::move(piece.value().entities), m_mailbox.receive([this, id, lowest, more, downTo, outcome, done](const Result<void> &applied) {
            if (applied.hasError())
                done({QString::fromStdString(applied.error().detail), 0, false});
            else if (more)
                down(id, lowest, downTo, done);
            else
                done(outcome);
        }));
    });
}

} // namespace foredeck
