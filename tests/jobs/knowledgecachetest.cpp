#include "server/jobs/knowledgecache.h"
#include "tests/jobs/rig.h"

using namespace foredeck;

namespace foredeck::tests {

namespace {

/// The store behind it, whose reads fail on demand.
class BrokenStore final : public Store {
public:
    explicit BrokenStore(Store &store) : m_store(store) { }
    Result<void> read(const ReadWork &work) override
    {
        if (fails)
            return Error::of(Error::Kind::Unavailable, "the disk does not answer");
        return m_store.read(work);
    }
    Result<void> write(const WriteWork &work) override { return m_store.write(work); }
    void writeLater(WriteWork work, Committed committed) override { m_store.writeLater(std::move(work), std::move(committed)); }
    std::string serverId() const override { return m_store.serverId(); }
    std::string epoch() const override { return m_store.epoch(); }

    bool fails = false;

private:
    Store &m_store;
};

} // namespace

class KnowledgeCacheJob : public Rig { };

TEST_F(KnowledgeCacheJob, AReadThatFailedIsTriedAgain)
{
    BrokenStore broken {*store};
    KnowledgeCache cache {broken};
    const auto found = [&] { return ClientKnowledge {broken, client.id, cache.indexOf(client.id)}.find("Do you have parking?", "en", 3).size(); };
    broken.fails = true;
    EXPECT_EQ(found(), 0u);
    broken.fails = false;
    EXPECT_GE(found(), 1u);
}

} // namespace foredeck::tests
