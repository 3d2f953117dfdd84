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

TEST_F(KnowledgeCacheJob, AReadThatFailedIsToldAndTriedAgain)
{
    BrokenStore broken {*store};
    KnowledgeCache cache {broken};
    broken.fails = true;
    EXPECT_TRUE(cache.indexOf(client.id).hasError()) << "an empty index would hand everybody over";
    broken.fails = false;
    const auto index = cache.indexOf(client.id);
    ASSERT_TRUE(index.hasValue());
    EXPECT_GE((ClientKnowledge {broken, client.id, index.value()}.find("Do you have parking?", "en", 3).size()), 1u);
}

} // namespace foredeck::tests
