#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/cache/outboxrules.h"
#include "models/cache/projection.h"
#include "net/codec/domaincodec.h"

#include <algorithm>
#include <set>
#include <utility>

/// What a shift hands over, and what has become of it.
namespace foredeck {

namespace {

constexpr int mostOfShiftKind = 100;

template <class Row>
std::string shiftName(const Row &row)
{
    return shiftWords(!row.leadName.empty() ? row.leadName : !row.leadPhone.empty() ? row.leadPhone : row.leadEmail);
}

std::string holderOf(const Escalation &escalation)
{
    return shiftWords(!escalation.claimedBy.user.empty() ? escalation.claimedBy.name : escalation.assignedTo.name);
}

bool isShiftLineOf(const Op &op, const ClientId &client)
{
    const bool isAbout = op.kind == OpKind::ShiftNoteCreate || op.kind == OpKind::ShiftNoteAcknowledge;
    return op.client == client && !isAbout && !isQuiet(op.kind.value()) && op.state != OpState::Acked;
}

/// One client's desk, kind by kind. The first failure of the cache ends it.
class ShiftCollector {
public:
    ShiftCollector(CacheReader &reader, const ClientId &client, std::string me, Timestamp now) : m_reader(reader), m_client(client), m_me(std::move(me)), m_now(now) { }

    Result<std::vector<ShiftLine>> take(const std::set<ConversationId> &withTasks)
    {
        const Result<void> parts[] {handOvers(), held(), tasks(withTasks), snoozed(), notices(), unsent()};
        for (const Result<void> &part : parts) {
            if (part.hasError())
                return part.error();
        }
        if (m_lines.size() > mostShiftLines)
            m_lines.resize(mostShiftLines);
        return std::move(m_lines);
    }

private:
    ShiftLine &add(ShiftLineKind kind, const ConversationId &conversation)
    {
        ShiftLine line;
        line.kind = kind;
        line.conversation = conversation;
        return m_lines.emplace_back(std::move(line));
    }

    Result<void> handOvers()
    {
        for (const EscalationStatus status : {EscalationStatus::Pending, EscalationStatus::Claimed}) {
            const auto page = m_reader.escalations(status, m_client, {}, mostOfShiftKind);
            if (page.hasError())
                return page.error();
            for (const EscalationRow &row : page.value().rows) {
                ShiftLine &line = add(ShiftLineKind::HandOver, row.escalation.conversation);
                line.subject = row.escalation.id.value;
                line.what = std::string {row.escalation.reason.text()};
                line.name = shiftName(row);
                line.text = shiftWords(row.escalation.brief.wants);
                line.owner = holderOf(row.escalation);
                line.at = row.escalation.due;
                m_handedOver.insert(row.escalation.conversation);
            }
        }
        return {};
    }

    Result<void> held()
    {
        const auto page = m_reader.conversations({View::Mine, m_client}, topKey, mostOfShiftKind);
        if (page.hasError())
            return page.error();
        for (const ConversationRow &row : page.value().rows) {
            if (m_handedOver.contains(row.id)) // told already
                continue;
            ShiftLine &line = add(ShiftLineKind::Held, row.id);
            line.name = shiftName(row);
            line.text = shiftWords(row.last.text);
            line.owner = shiftWords(m_me);
            line.at = row.waitingSince;
        }
        return {};
    }

    Result<void> tasks(const std::set<ConversationId> &conversations)
    {
        std::vector<std::pair<Timestamp, ShiftLine>> open;
        for (const ConversationId &id : conversations) {
            const auto rows = m_reader.tasks(id);
            if (rows.hasError())
                return rows.error();
            const auto conversation = m_reader.conversation(id);
            for (const TaskRow &row : rows.value()) {
                if (!isOpen(row.task))
                    continue;
                ShiftLine line;
                line.kind = ShiftLineKind::Task;
                line.conversation = id;
                line.subject = row.task.id.value;
                line.what = std::string {row.task.kind.text()};
                line.name = conversation.hasValue() ? shiftName(conversation.value()) : std::string {};
                line.text = shiftWords(row.task.text);
                line.owner = shiftWords(row.task.owner.name);
                line.at = row.task.due;
                open.emplace_back(row.task.due, std::move(line));
            }
        }
        std::stable_sort(open.begin(), open.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        for (auto &[due, line] : open)
            m_lines.push_back(std::move(line));
        return {};
    }

    Result<void> snoozed()
    {
        const auto page = m_reader.conversations({View::Snoozed, m_client}, topKey, mostOfShiftKind);
        if (page.hasError())
            return page.error();
        for (const ConversationRow &row : page.value().rows) {
            ShiftLine &line = add(ShiftLineKind::Snoozed, row.id);
            line.name = shiftName(row);
            line.text = shiftWords(row.last.text);
            line.owner = shiftWords(row.owner.name);
            line.at = row.snoozedUntil;
        }
        return {};
    }

    Result<void> notices()
    {
        const auto clients = m_reader.clients();
        if (clients.hasError())
            return clients.error();
        for (const Client &client : clients.value()) {
            for (const Notice &notice : client.notices) {
                if (client.id != m_client || !isInForce(notice, m_now))
                    continue;
                ShiftLine &line = add(ShiftLineKind::Notice, {});
                line.subject = notice.id.value;
                line.text = shiftWords(notice.text);
                line.owner = shiftWords(notice.by);
                line.at = notice.until;
            }
        }
        return {};
    }

    Result<void> unsent()
    {
        const auto rows = m_reader.outbox();
        if (rows.hasError())
            return rows.error();
        for (const OutboxRow &row : rows.value()) {
            if (!isShiftLineOf(row.op, m_client))
                continue;
            ShiftLine &line = add(ShiftLineKind::Unsent, row.op.conversation);
            line.subject = row.op.id.value;
            line.what = std::string {row.op.kind.text()};
            line.name = shiftWords(!row.leadName.empty() ? row.leadName : row.leadPhone);
            line.text = shiftWords(textOf(row.op));
            line.owner = shiftWords(m_me);
            line.at = row.op.createdAt;
        }
        return {};
    }

    CacheReader &m_reader;
    ClientId m_client;
    std::string m_me;
    Timestamp m_now;
    std::set<ConversationId> m_handedOver;
    std::vector<ShiftLine> m_lines;
};

/// Open as it was, or with another time or other hands.
ShiftStanding openStanding(const ShiftLine &line, const std::optional<Timestamp> &at, const std::string &owner)
{
    const bool isSame = at == line.at && owner == line.owner;
    return {isSame ? ShiftNow::Open : ShiftNow::Moved, at, owner};
}

ShiftStanding taskStanding(CacheReader &reader, const ShiftLine &line)
{
    const auto rows = reader.tasks(line.conversation).valueOr({});
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const TaskRow &one) { return one.task.id.value == line.subject; });
    if (row == rows.end())
        return {};
    if (isOpen(row->task))
        return openStanding(line, row->task.due, shiftWords(row->task.owner.name));
    return {row->task.state == TaskState::Done ? ShiftNow::Done : ShiftNow::Dropped, row->task.closedAt, shiftWords(row->task.closedBy.name)};
}

ShiftStanding handOverStanding(CacheReader &reader, const ShiftLine &line)
{
    const auto row = reader.escalation(EscalationId {line.subject}).valueOr(std::nullopt);
    if (!row)
        return {};
    const Escalation &escalation = row->escalation;
    if (escalation.status == EscalationStatus::Pending || escalation.status == EscalationStatus::Claimed)
        return openStanding(line, escalation.due, holderOf(escalation));
    return {escalation.status == EscalationStatus::Resolved ? ShiftNow::Done : ShiftNow::Dropped, escalation.resolvedAt, {}};
}

ShiftStanding conversationStanding(CacheReader &reader, const ShiftLine &line)
{
    const auto found = reader.conversation(line.conversation);
    if (found.hasError())
        return {};
    const ConversationRow &row = found.value();
    if (row.status == ConversationStatus::Ended)
        return {ShiftNow::Done, std::nullopt, {}};
    const std::string owner = row.owner.kind == OwnerKind::User ? shiftWords(row.owner.name) : std::string {};
    const bool isAsleep = row.status == ConversationStatus::Snoozed;
    if (line.kind == ShiftLineKind::Snoozed && isAsleep)
        return {row.snoozedUntil == line.at ? ShiftNow::Open : ShiftNow::Moved, row.snoozedUntil, owner};
    if (line.kind == ShiftLineKind::Snoozed)
        return {ShiftNow::Moved, std::nullopt, owner};
    return {!isAsleep && owner == line.owner ? ShiftNow::Open : ShiftNow::Moved, isAsleep ? row.snoozedUntil : row.waitingSince, owner};
}

ShiftStanding noticeStanding(CacheReader &reader, const ClientId &id, const ShiftLine &line, Timestamp now)
{
    for (const Client &client : reader.clients().valueOr({})) {
        if (client.id != id)
            continue;
        for (const Notice &notice : client.notices) {
            if (notice.id.value == line.subject && isInForce(notice, now))
                return {notice.until == line.at ? ShiftNow::Open : ShiftNow::Moved, notice.until, {}};
        }
        return {ShiftNow::Done, std::nullopt, {}};
    }
    return {};
}

} // namespace

Result<std::vector<ShiftLine>> CacheReader::shiftLines(const ClientId &client, Timestamp now)
{
    std::string me;
    const auto withTasks = d->run([&] {
        std::set<ConversationId> ids;
        Query query {d->db(), cachesql::task_conversations_open};
        query.bindText("client", client.value);
        while (query.next())
            ids.insert(ConversationId {query.text()});
        for (const Op &op : d->acts()) {
            if (op.client == client && isOnTasks(op.kind.value()))
                ids.insert(op.conversation);
        }
        me = d->me().name;
        return ids;
    });
    return withTasks.hasError() ? Result<std::vector<ShiftLine>> {withTasks.error()} : ShiftCollector {*this, client, std::move(me), now}.take(withTasks.value());
}

Result<std::vector<ShiftNoteRow>> CacheReader::shiftNotes(const ClientId &client)
{
    return d->run([&] {
        const auto me = d->me();
        return project(d->entities<ShiftNote>("shift_note", client), client, d->acts(), Self {me.id, me.name});
    });
}

Result<std::vector<ShiftStanding>> CacheReader::shiftStandings(const ShiftNote &note, Timestamp now)
{
    std::set<std::string> waiting; // acts that have not left
    const auto rows = outbox();
    if (rows.hasError())
        return rows.error();
    for (const OutboxRow &row : rows.value())
        waiting.insert(row.op.id.value);
    std::vector<ShiftStanding> standings;
    for (const ShiftLine &line : note.lines) {
        ShiftStanding standing;
        if (line.kind == ShiftLineKind::Task)
            standing = taskStanding(*this, line);
        else if (line.kind == ShiftLineKind::HandOver)
            standing = handOverStanding(*this, line);
        else if (line.kind == ShiftLineKind::Held || line.kind == ShiftLineKind::Snoozed)
            standing = conversationStanding(*this, line);
        else if (line.kind == ShiftLineKind::Notice)
            standing = noticeStanding(*this, note.client, line, now);
        else if (waiting.contains(line.subject))
            standing = {ShiftNow::Open, line.at, line.owner};
        else if (line.kind == ShiftLineKind::Unsent && !line.subject.empty())
            standing.now = d->run([&] { return Query {d->db(), cachesql::timeline_has}.bindText("id", line.subject).next(); }).valueOr(false) ? ShiftNow::Done : ShiftNow::Unknown;
        standings.push_back(std::move(standing));
    }
    return standings;
}

} // namespace foredeck
