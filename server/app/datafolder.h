#pragma once

#include "models/core/result.h"

#include <memory>
#include <string>

namespace foredeck {

/// A folder that belongs to one process at a time: `foredeckd.db`, `secret.key`, `config.json`, `lock`. The lock is held
/// until the object goes, or the process ends however it ends.
class DataFolder {
public:
    /// A restore that was ended in the middle goes on. Errors: NotFound; Busy with the process that has it; Io.
    static Result<DataFolder> open(const std::string &path);
    /// Makes the folder (mode 0700) when it is not there. Conflict when it holds a store already, or
    /// the log of one that is gone; Corrupt as checkStore() says.
    static Result<DataFolder> create(const std::string &path);

    std::string store() const { return m_path + "/foredeckd.db"; }
    std::string key() const { return m_path + "/secret.key"; }
    std::string config() const { return m_path + "/config.json"; }
    const std::string &path() const noexcept { return m_path; }
    bool hasStore() const;
    /// Errors: NotFound, none is there; Corrupt, an empty file: SQLite would take it for one that is new.
    Result<void> checkStore() const;

private:
    struct Lock;
    DataFolder(std::string path, std::shared_ptr<Lock> lock) : m_path(std::move(path)), m_lock(std::move(lock)) { }

    std::string m_path;
    std::shared_ptr<Lock> m_lock;
};

} // namespace foredeck
