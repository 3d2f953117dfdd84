#include "server/app/datafolder.h"

#include "server/storage/sqlite/sqlitestore.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foredeck {

struct DataFolder::Lock {
    explicit Lock(int descriptor) : fd(descriptor) { }
    ~Lock() { ::close(fd); }
    Lock(const Lock &) = delete;
    Lock &operator=(const Lock &) = delete;
    int fd;
};

namespace {

std::string holderOf(int fd)
{
    std::array<char, 32> text {};
    const auto got = ::pread(fd, text.data(), text.size() - 1, 0);
    return got > 0 ? std::string {text.data(), static_cast<std::size_t>(got)} : std::string {"unknown"};
}

} // namespace

Result<DataFolder> DataFolder::open(const std::string &path)
{
    std::error_code error;
    if (path.empty() || !std::filesystem::is_directory(path, error))
        return Error::of(Error::Kind::NotFound, path + " is no folder; make one with `foredeckd init`");
    const auto file = path + "/lock";
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return Error::of(Error::Kind::Io, file + ": " + std::strerror(errno));
    auto lock = std::make_shared<Lock>(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0)
        return Error::of(Error::Kind::Busy, path + " is in use by another foredeckd (process " + holderOf(fd) + ")");
    const auto pid = std::to_string(::getpid());
    if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size()))
        return Error::of(Error::Kind::Io, file + ": " + std::strerror(errno));
    DataFolder folder {path, std::move(lock)};
    if (const auto ended = SqliteStore::endRestore(folder.store()); ended.hasError())
        return ended.error();
    return folder;
}

Result<DataFolder> DataFolder::create(const std::string &path)
{
    std::error_code error;
    const auto parent = std::filesystem::absolute(path, error).lexically_normal().parent_path();
    if (!error)
        std::filesystem::create_directories(parent, error);
    if (error)
        return Error::of(Error::Kind::Io, path + ": " + error.message());
    // A folder that is there already keeps its mode: it may hold more than ours, and our files have theirs.
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
        return Error::of(Error::Kind::Io, path + ": " + std::strerror(errno));
    auto folder = open(path);
    if (folder.hasError())
        return folder;
    if (const auto there = folder.value().checkStore(); there.hasValue())
        return Error::of(Error::Kind::Conflict, path + " holds a store already; nothing was changed");
    else if (there.error().kind != Error::Kind::NotFound)
        return there.error();
    if (std::filesystem::exists(folder.value().store() + "-wal", error)) // SQLite would take it for the new one's
        return Error::of(Error::Kind::Conflict, folder.value().store() + "-wal is left of a store that is not there; put a copy in its place with `foredeckd restore`, or take it away");
    return folder;
}

bool DataFolder::hasStore() const
{
    std::error_code error;
    return std::filesystem::exists(store(), error);
}

Result<void> DataFolder::checkStore() const
{
    if (!hasStore())
        return Error::of(Error::Kind::NotFound, m_path + " holds no store; make one with `foredeckd init`");
    std::error_code error;
    if (std::filesystem::file_size(store(), error) == 0 && !error)
        return Error::of(Error::Kind::Corrupt, store() + " is empty; put a copy in its place with `foredeckd restore`");
    return {};
}

} // namespace foredeck
