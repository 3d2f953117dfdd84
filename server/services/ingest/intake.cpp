#include "server/services/ingest/intake.h"

#include "models/core/text.h"
#include "server/services/secret/secretbox.h"
#include "server/storage/inboxrepository.h"
#include "server/storage/livechatrepository.h"

#include <chrono>
#include <memory>

namespace foredeck {

namespace {

constexpr std::chrono::minutes sameBodyIsOne {10};
constexpr std::size_t longestSender = 100;

// Whose row it is, for the order in which they are taken: within one sender it is kept. A change of number comes
// behind what they wrote from the old one.
std::string senderOf(const Inbound &inbound)
{
    for (const auto *name : {&inbound.session, &inbound.from, &inbound.newNumber, &inbound.phone, &inbound.email}) {
        if (!name->empty())
            return std::string {clipUtf8(*name, longestSender)};
    }
    return {};
}

std::string bodyPrefix(const std::string &hash) { return "body:" + hash + ":"; }

// A form without an id is known by its bytes, under whatever id a proxy gave to the request: that it was here is asked of the
// store, so that a process that began meanwhile knows it too. Later it is the same if that id is.
std::string idOfBody(const IntakeItem &item, Timestamp at)
{
    const auto &request = item.inbound.providerId;
    return bodyPrefix(item.body) + (request.empty() ? "-" + std::to_string(toMs(at)) : request);
}

bool insert(WriteTx &tx, const IntakeItem &item, Timestamp at)
{
    if (!item.body.empty() && InboxRepository::hasSince(tx, item.channel, bodyPrefix(item.body), at - sameBodyIsOne))
        return false;
    InboxItem row;
    row.client = item.client;
    row.channel = item.channel;
    row.providerId = item.inbound.providerId;
    row.sender = senderOf(item.inbound);
    row.kind = item.inbound.kind.text();
    if (item.body.empty()) {
        row.payload = encode(item.inbound);
    } else {
        auto named = item.inbound;
        named.providerId = row.providerId = idOfBody(item, at);
        row.payload = encode(named);
    }
    row.receivedAt = at;
    return InboxRepository::insertIfNew(tx, row);
}

// A visitor's own token is worth as much as one of ours when it is as hard to guess. Who brings it with the first message can
// repeat that message although its answer was lost.
bool mayKeep(std::string_view token)
{
    return token.size() >= 32 && token.size() <= 200;
}

// False, with the transaction failed, when the window is somebody else's.
bool admit(WriteTx &tx, const IntakeItem &item, const ChatVisit &visit, const std::string &freshToken, Timestamp at, ChatReceipt &receipt)
{
    const auto known = LiveChatRepository::find(tx, item.client, visit.session);
    if (!known) {
        LiveChatSession session;
        session.id = visit.session;
        session.client = item.client;
        const bool own = mayKeep(visit.token);
        session.tokenHash = sha256Hex(own ? visit.token : freshToken);
        session.remoteLoopback = visit.fromLoopback;
        session.createdAt = session.seenAt = at;
        if (!LiveChatRepository::insertIfNew(tx, session)) {
            tx.fail(Error::of(Error::Kind::Conflict, "another business's window has this session_id and token"));
            return false;
        }
        if (!own)
            receipt.newToken = freshToken;
        return true;
    }
    if (!equalInConstantTime(known->tokenHash, sha256Hex(visit.token))) {
        tx.fail(Error::of(Error::Kind::Forbidden, "this window is not yours"));
        return false;
    }
    auto seen = *known;
    seen.remoteLoopback = visit.fromLoopback;
    seen.seenAt = at;
    LiveChatRepository::update(tx, seen);
    return true;
}

} // namespace

void Intake::take(std::vector<IntakeItem> items, std::function<void(Result<IntakeReceipt>)> done)
{
    const auto receipt = std::make_shared<IntakeReceipt>();
    const auto at = m_clock.now();
    m_store.writeLater(
        [items = std::move(items), receipt, at](WriteTx &tx) {
            *receipt = {};
            for (const auto &item : items)
                ++(insert(tx, item, at) ? receipt->taken : receipt->repeated);
        },
        [this, receipt, done = std::move(done)](const Result<void> &committed) {
            if (committed.hasError())
                return done(committed.error());
            done(*receipt);
            if (receipt->taken > 0)
                m_wake();
        });
}

void Intake::takeChat(IntakeItem item, ChatVisit visit, std::function<void(Result<ChatReceipt>)> done)
{
    const auto receipt = std::make_shared<ChatReceipt>();
    const auto at = m_clock.now();
    m_store.writeLater(
        [item = std::move(item), visit = std::move(visit), receipt, at, token = randomToken()](WriteTx &tx) {
            *receipt = {};
            if (admit(tx, item, visit, token, at, *receipt))
                receipt->repeated = !insert(tx, item, at);
        },
        [this, receipt, done = std::move(done)](const Result<void> &committed) {
            if (committed.hasError())
                return done(committed.error());
            done(*receipt);
            if (!receipt->repeated)
                m_wake();
        });
}

} // namespace foredeck
