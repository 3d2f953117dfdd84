#pragma once

#include "server/services/op/queues.h"
#include "server/storage/sqlite/sqlitestore.h"

namespace foredeck {

/// How every command opens the store: a copy that was restored must be known for one to whichever comes first.
inline SqliteStoreConfig storeConfig(std::string path, int readers)
{
    SqliteStoreConfig config;
    config.path = std::move(path);
    config.readers = readers;
    config.onceOnly = {std::string {queues::channelSend}, std::string {queues::channelSms}, std::string {queues::channelHere}, std::string {queues::alertText}, std::string {queues::assistantTurn}};
    return config;
}

} // namespace foredeck
