#include "models/cache/storewriter.h"

#include "models/cache/storewriterprivate.h"

namespace foredeck {

namespace {

constexpr auto urgent = TaskThread::Lane::Urgent;
constexpr auto normal = TaskThread::Lane::Normal;

template <class Done, class T>
void tell(const Done &done, T &&result)
{
    if (done)
        done(std::forward<T>(result));
}

} // namespace

StoreWriter::StoreWriter(std::unique_ptr<Private> priv) : d(std::move(priv)) { }
StoreWriter::~StoreWriter() = default;

void StoreWriter::setUser(const User &user, Done done)
{
    // Behind what was received for the person before: that must not get into the cache of the next one.
    d->post(normal, [user, done = std::move(done)](StoreCore &core) { tell(done, core.setUser(user)); });
}

void StoreWriter::cursors(std::function<void(std::map<std::string, StreamPosition>)> done)
{
    d->post(normal, [done = std::move(done)](StoreCore &core) { done(core.cursors().valueOr({})); });
}

void StoreWriter::applyBatch(Batch batch, std::function<void(Result<BatchReport>)> done)
{
    d->post(normal, [batch = std::move(batch), done = std::move(done)](StoreCore &core) { tell(done, core.applyBatch(batch)); });
}

void StoreWriter::beginSnapshot(const std::string &stream, Done done)
{
    d->post(normal, [stream, done = std::move(done)](StoreCore &core) { tell(done, core.beginSnapshot(stream)); });
}

void StoreWriter::applySnapshotPage(std::vector<Entity> entities, Done done)
{
    d->post(normal, [entities = std::move(entities), done = std::move(done)](StoreCore &core) { tell(done, core.applySnapshotPage(entities)); });
}

void StoreWriter::endSnapshot(const std::string &stream, const StreamPosition &position, Done done)
{
    d->post(normal, [stream, position, done = std::move(done)](StoreCore &core) { tell(done, core.endSnapshot(stream, position)); });
}

void StoreWriter::dropStream(const std::string &stream, Done done)
{
    d->post(normal, [stream, done = std::move(done)](StoreCore &core) { tell(done, core.dropStream(stream)); });
}

void StoreWriter::applyEntities(std::vector<Entity> entities, Done done)
{
    d->post(normal, [entities = std::move(entities), done = std::move(done)](StoreCore &core) { tell(done, core.applyEntities(entities)); });
}

void StoreWriter::markTimelineComplete(const ConversationId &conversation, Done done)
{
    d->post(normal, [conversation, done = std::move(done)](StoreCore &core) { tell(done, core.markTimelineComplete(conversation)); });
}

void StoreWriter::enqueue(Op op, std::optional<Cleared> clears, Done done)
{
    d->post(urgent, [op = std::move(op), clears = std::move(clears), done = std::move(done)](StoreCore &core) { tell(done, core.enqueue(op, clears)); });
}

void StoreWriter::takeSendable(int limit, std::map<std::string, std::string> epochs, std::function<void(SendPlan)> done)
{
    d->post(urgent, [limit, epochs = std::move(epochs), done = std::move(done)](StoreCore &core) { done(core.takeSendable(limit, epochs)); });
}

void StoreWriter::recordAnswer(const OpId &op, const OpAnswer &answer, std::vector<Entity> entities, Done done)
{
    d->post(urgent, [op, answer, entities = std::move(entities), done = std::move(done)](StoreCore &core) { tell(done, core.recordAnswer(op, answer, entities)); });
}

void StoreWriter::settleAcked(const std::string &stream, Timestamp before)
{
    d->post(normal, [stream, before](StoreCore &core) { core.settleAcked(stream, before); });
}

void StoreWriter::undo(const OpId &op, std::function<void(bool)> done)
{
    d->post(urgent, [op, done = std::move(done)](StoreCore &core) { tell(done, core.undo(op)); });
}

void StoreWriter::holdReplies(bool held)
{
    d->post(urgent, [held](StoreCore &core) { core.holdReplies(held); });
}

void StoreWriter::edit(const OpId &op, Done done)
{
    d->post(urgent, [op, done = std::move(done)](StoreCore &core) { tell(done, core.edit(op)); });
}

void StoreWriter::sendAnyway(const OpId &op, Done done)
{
    d->post(urgent, [op, done = std::move(done)](StoreCore &core) { tell(done, core.sendAnyway(op)); });
}

void StoreWriter::drop(const OpId &op, Done done)
{
    d->post(urgent, [op, done = std::move(done)](StoreCore &core) { tell(done, core.drop(op)); });
}

void StoreWriter::putBack(const OpId &op, Done done)
{
    d->post(urgent, [op, done = std::move(done)](StoreCore &core) { tell(done, core.putBack(op)); });
}

void StoreWriter::retry(const OpId &op, Done done)
{
    d->post(urgent, [op, done = std::move(done)](StoreCore &core) { tell(done, core.retry(op)); });
}

void StoreWriter::retryAll()
{
    d->post(urgent, [](StoreCore &core) { core.retryAll(); });
}

void StoreWriter::storeBulk(const BulkHead &head, const BulkAct &act, std::vector<BulkStep> steps, bool first, bool last, Done done)
{
    d->post(normal, [head, act, steps = std::move(steps), first, last, done = std::move(done)](StoreCore &core) { tell(done, core.storeBulk(head, act, steps, first, last)); });
}

void StoreWriter::stepBulk(std::function<void(Result<BulkTurn>)> done)
{
    d->post(normal, [done = std::move(done)](StoreCore &core) { tell(done, core.stepBulk()); });
}

void StoreWriter::callOffBulk(const OpId &order, Done done)
{
    d->post(urgent, [order, done = std::move(done)](StoreCore &core) { tell(done, core.callOffBulk(order)); });
}

void StoreWriter::undoBulk(const OpId &order, const OpId &undo, Done done)
{
    d->post(urgent, [order, undo, done = std::move(done)](StoreCore &core) { tell(done, core.undoBulk(order, undo)); });
}

void StoreWriter::saveComposition(const Composition &composition, const std::optional<std::string> &before, Done done)
{
    d->post(urgent, [composition, before, done = std::move(done)](StoreCore &core) { tell(done, core.saveComposition(composition, before)); });
}

} // namespace foredeck
