#include "server/app/files.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foredeck {

namespace {

constexpr std::size_t maxFile = 64 * 1024 * 1024;

Error systemError(const std::string &path)
{
    return Error::of(errno == ENOENT ? Error::Kind::NotFound : Error::Kind::Io, path + ": " + std::strerror(errno));
}

Result<std::string> readAll(int fd, const std::string &name)
{
    std::string text;
    std::array<char, 65536> piece {};
    for (;;) {
        const auto got = ::read(fd, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(name);
        if (got == 0)
            return text;
        text.append(piece.data(), static_cast<std::size_t>(got));
        if (text.size() > maxFile)
            return Error::of(Error::Kind::TooLarge, name + ": larger than 64 MiB");
    }
}

Result<std::string> readPath(const std::string &path, bool secret)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return systemError(path);
    struct stat status {};
    const bool open = secret && ::fstat(fd, &status) == 0 && (status.st_mode & 077) != 0;
    auto text = open ? Result<std::string> {Error::of(Error::Kind::Invalid, path + " may be read by others; its mode must be 0600")} : readAll(fd, path);
    ::close(fd);
    return text;
}

bool writeAll(int fd, std::string_view text)
{
    while (!text.empty()) {
        const auto put = ::write(fd, text.data(), text.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

} // namespace

Result<std::string> readFile(const std::string &path) { return readPath(path, false); }

Result<std::string> readFileOrInput(const std::string &path)
{
    return path == "-" ? readAll(STDIN_FILENO, "standard input") : readPath(path, false);
}

Result<std::string> readSecretFile(const std::string &path)
{
    return path == "-" ? readAll(STDIN_FILENO, "standard input") : readPath(path, true);
}

Result<void> writeSecretFile(const std::string &path, std::string_view text)
{
    const auto beside = path + ".new";
    ::unlink(beside.c_str());
    const int fd = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError(beside);
    const bool written = writeAll(fd, text) && ::fsync(fd) == 0;
    const bool closed = ::close(fd) == 0;
    if (!written || !closed || std::rename(beside.c_str(), path.c_str()) != 0) {
        auto error = systemError(path);
        ::unlink(beside.c_str());
        return error;
    }
    return {};
}

} // namespace foredeck
