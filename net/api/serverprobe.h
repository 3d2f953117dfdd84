#pragma once

#include "models/core/result.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>

namespace foredeck {

/// What GET /api/v1/meta tells before anybody signs in.
struct ServerMeta {
    QString product;
    QString version;
    QString minConsoleVersion;
    QString serverId;
    QStringList features;
};

/// Asks an address who it is: for the first contact, when no cache can be chosen yet. `done` runs once on the calling
/// thread unless `context` has died before. Limit 10 s.
void probeServer(const QUrl &server, QObject *context, std::function<void(Result<ServerMeta>)> done);

} // namespace foredeck
