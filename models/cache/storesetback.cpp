#include "cachesql.h"
#include "models/cache/storecore.h"
#include "net/codec/domaincodec.h"

#include <QLoggingCategory>

#include <algorithm>

/// The server goes on from a copy of its store. Three steps, in two files: the outbox takes back what the copy lacks, the cache
/// shows the copy and its cursor, the outbox notes the log. Ended in between, the first is done again, and finds the same.
namespace foredeck {

namespace {

Q_LOGGING_CATEGORY(lcSetBack, "foredeck.setback", QtInfoMsg)

const std::string clientWord = "client:";

/// To somebody who has ended the messages it goes out no more than it did.
bool hasLeft(const Delivery &delivery) noexcept
{
    return delivery.state == DeliveryState::Sent || delivery.state == DeliveryState::Delivered || delivery.state == DeliveryState::Read
        || delivery.state == DeliveryState::Suppressed;
}

std::optional<ClientId> clientOf(const std::string &stream)
{
    return stream.starts_with(clientWord) ? std::optional {ClientId {stream.substr(clientWord.size())}} : std::nullopt;
}

} // namespace

Trace StoreCore::traceOf(const Op &op, std::int64_t generation)
{
    Query query {cache(), cachesql::timeline_trace};
    if (!query.bindText("id", op.id.value).bind("generation", generation).next())
        return !comesBack(op.kind.value()) || wouldBeShown(op, generation) ? Trace::None : Trace::Unknown;
    if (query.flag())
        return Trace::Held;
    return isKnownToHaveLeft(op) ? Trace::Left : Trace::None;
}

bool StoreCore::isKnownToHaveLeft(const Op &op)
{
    Query query {cache(), cachesql::timeline_body};
    if (!speaks(op) || !query.bindText("id", op.id.value).next())
        return false;
    const auto message = decode<Message>(query.view());
    return message.hasValue() && hasLeft(message.value().delivery);
}

/// Before the cache that tells it goes: another copy may be without what this one holds, and the next cache without both.
Result<void> StoreCore::noteLeft(const std::vector<Op> &ops)
{
    std::vector<OpId> left;
    const auto looked = attempt([&] {
        for (const Op &op : ops) {
            if (isKnownToHaveLeft(op))
                left.push_back(op.id);
        }
    });
    if (looked.hasError())
        return failed(looked.error());
    return left.empty() ? Result<void> {} : onOutbox([&] { m_outbox->noteLeft(left); });
}

Result<void> StoreCore::noteLeft()
{
    const auto confirmed = onOutbox([&] {
        std::vector<Op> ops;
        for (const auto &[stream, store] : m_outbox->logs()) {
            if (const auto client = clientOf(stream)) {
                const auto more = m_outbox->confirmedOf(*client);
                ops.insert(ops.end(), more.begin(), more.end());
            }
        }
        return ops;
    });
    return confirmed.hasError() ? Result<void> {confirmed.error()} : noteLeft(confirmed.value());
}

std::vector<Op> StoreCore::lackedOf(std::vector<Op> taken, std::int64_t generation)
{
    std::vector<Op> lacked;
    for (Op &op : taken) {
        const Trace trace = traceOf(op, generation);
        auto back = afterSetBack(std::move(op), trace);
        if (!back)
            continue;
        // Its positions are given anew: what stands there now was not seen.
        if (speaks(*back) && !back->conversation.empty())
            back->seenPosition = std::min(back->seenPosition, lastPublicPosition(back->conversation));
        lacked.push_back(std::move(*back));
    }
    return lacked;
}

Result<void> StoreCore::bringBack(const std::string &stream, const std::string &epoch, std::int64_t generation)
{
    const auto known = m_outbox->logs().find(stream);
    if (known == m_outbox->logs().end() || known->second == storeOf(epoch))
        return {};
    auto taken = onOutbox([&] {
        std::vector<Op> ops;
        if (const auto client = clientOf(stream))
            ops = m_outbox->confirmedOf(*client);
        for (const Op &op : m_outbox->open()) {
            if ((op.state == OpState::Acked || mayHaveSpoken(op)) && isToldBy(op, stream))
                ops.push_back(op);
        }
        return ops;
    });
    if (taken.hasError())
        return taken.error();
    if (const auto noted = noteLeft(taken.value()); noted.hasError())
        return noted;
    const auto lacked = attempt([&] { return lackedOf(std::move(taken).value(), generation); });
    if (lacked.hasError())
        return failed(lacked.error());
    qCInfo(lcSetBack, "%s goes on from a copy; %zu acts of this computer are not in it", stream.c_str(), lacked.value().size());
    return lacked.value().empty() ? Result<void> {} : store(lacked.value());
}

/// A copy would take for new what its store may have had, and the words would go out twice. Which of the two is there is told by
/// the welcome of the connection that is up and by nothing else.
bool StoreCore::waitsForItsStore(const Op &op, const std::map<std::string, std::string> &epochs) const
{
    if (op.state != OpState::Queued || !speaks(op) || !op.mayHaveArrived)
        return false;
    const std::string stream = clientWord + op.client.value;
    const auto told = epochs.find(stream);
    const auto known = m_outbox->logs().find(stream);
    const bool isOther = told != epochs.end() && known != m_outbox->logs().end() && storeOf(told->second) != known->second;
    return epochs.empty() || isOther;
}

Result<void> StoreCore::keepLog(const std::string &stream, const std::string &epoch)
{
    const auto &logs = m_outbox->logs();
    const std::string now = storeOf(epoch);
    const auto known = logs.find(stream);
    const bool isKnown = known != logs.end();
    if (isKnown && known->second == now)
        return {};
    // Each of its streams tells it; the person is told once.
    const bool isNews = isKnown && std::none_of(logs.begin(), logs.end(), [&](const auto &log) { return log.second == now; });
    const auto kept = onOutbox([&] { m_outbox->setLog(stream, now); });
    if (!kept.hasError() && isNews && m_hooks.serverSetBack)
        m_hooks.serverSetBack();
    return kept;
}

} // namespace foredeck
