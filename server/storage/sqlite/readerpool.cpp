#include "server/storage/sqlite/readerpool.h"

#include <algorithm>

namespace foredeck {

Result<void> ReaderPool::open(const std::string &path, int count)
{
    sqlite::OpenOptions options;
    options.access = sqlite::OpenOptions::Access::Read;
    for (int i = 0; i < std::max(1, count); ++i) {
        auto reader = sqlite::Database::open(path, options);
        if (reader.hasError())
            return std::move(reader).error();
        m_free.push_back(std::move(reader).value());
    }
    return {};
}

ReaderPool::Loan ReaderPool::lend()
{
    std::unique_lock lock {m_mutex};
    m_returned.wait(lock, [this] { return !m_free.empty(); });
    auto reader = std::move(m_free.back());
    m_free.pop_back();
    return {*this, std::move(reader)};
}

void ReaderPool::giveBack(std::unique_ptr<sqlite::Database> reader)
{
    {
        const std::lock_guard lock {m_mutex};
        m_free.push_back(std::move(reader));
    }
    m_returned.notify_one();
}

} // namespace foredeck
