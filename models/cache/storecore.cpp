#include "models/cache/storecore.h"

#include "cachesql.h"
#include "models/sqlite/transaction.h"

#include <QLoggingCategory>

#include <string>
#include <utility>

namespace foredeck {

namespace {

Q_LOGGING_CATEGORY(lcStore, "foredeck.store")

} // namespace

StoreCore::StoreCore(StoreFiles &files, const Clock &clock, const OutboxLimits &limits, Hooks hooks)
    : m_files(files), m_clock(clock), m_limits(limits), m_hooks(std::move(hooks))
{
}

Result<void> StoreCore::start(std::unique_ptr<sqlite::Database> cache, std::unique_ptr<sqlite::Database> outbox, const UserId &user)
{
    m_outboxDatabase = std::move(outbox);
    m_outbox = std::make_unique<OutboxFile>(*m_outboxDatabase);
    m_self.id = user;
    const auto recovered = attempt([&] {
        m_outbox->recover(m_clock.now());
        m_outbox->setUser(user);
        m_outbox->purgeConfirmed(m_clock.now());
    });
    if (recovered.hasError())
        return recovered;
    // Whoever ended the program while one person went and the next one came left the rows of the one and the name of the other.
    const auto owner = attempt([&] {
        Query query {*cache, cachesql::meta_get};
        return query.bind("name", "user_id").next() ? query.text() : std::string {};
    });
    if (owner.hasValue() && !owner.value().empty() && !user.empty() && owner.value() != user.value) {
        cache.reset();
        if (const auto removed = m_files.removeCache(); removed.hasError())
            return removed;
        auto fresh = m_files.openCache(m_clock.now());
        if (fresh.hasError())
            return fresh.error();
        cache = std::move(fresh).value();
    }
    return adopt(std::move(cache));
}

Result<void> StoreCore::adopt(std::unique_ptr<sqlite::Database> cache)
{
    m_updater.reset();
    m_tables.reset();
    m_cache = std::move(cache);
    m_tables = std::make_unique<CacheTables>(*m_cache);
    m_updater = std::make_unique<ConversationUpdater>(*m_cache, *m_tables);
    m_snapshots.clear();
    std::vector<OpId> seen;
    std::map<std::string, std::string> epochs;
    const auto read = attempt([&] {
        const auto user = meta("user_id");
        if (m_self.id.empty() && user)
            m_self.id = UserId {*user};
        m_self.name = meta("user_name").value_or(std::string {});
        m_generation = std::stoll(meta("generation").value_or("1"));
        Query query {*m_cache, cachesql::op_seen_all};
        while (query.next())
            seen.push_back(OpId {query.text()});
        Query cursors {*m_cache, cachesql::cursor_all};
        while (cursors.next()) {
            const std::string stream = cursors.text();
            epochs[stream] = cursors.text();
        }
    });
    if (read.hasError())
        return read;
    m_tables->setGeneration(m_generation, false);
    // A cache is none the worse for an outbox that cannot be read: that has been told.
    if (m_outbox->user() != m_self.id)
        static_cast<void>(onOutbox([&] { m_outbox->setUser(m_self.id); }));
    static_cast<void>(confirm(seen));
    for (const auto &[stream, epoch] : epochs)
        static_cast<void>(keepLog(stream, epoch));
    return projectAll();
}

sqlite::Database &StoreCore::cache()
{
    if (!m_cache && !m_rebuilding) {
        orThrow(adopt(orThrow(m_files.openCache(m_clock.now()))));
        tellRebuilt();
    }
    if (!m_cache)
        throw StoreFault {Error::of(Error::Kind::Io, "the cache is not open")};
    return *m_cache;
}

CacheTables &StoreCore::tables()
{
    cache();
    return *m_tables;
}

Result<void> StoreCore::projectAll()
{
    return commit([&](Touched &touched) {
        std::vector<ConversationId> ids = m_outbox->conversationsWithActs();
        const auto drafts = m_outbox->conversationsWithDrafts();
        ids.insert(ids.end(), drafts.begin(), drafts.end());
        {
            Query query {*m_cache, cachesql::conversations_with_acts};
            while (query.next())
                ids.push_back(ConversationId {query.text()});
        }
        // What a program that did not know a list had cached already enters it now, and not with the next change of its row.
        if (const std::string known = std::to_string(static_cast<int>(View::News)); !m_self.id.empty() && meta("views") != known) {
            Query query {*m_cache, cachesql::conversations_with_people};
            while (query.next())
                ids.push_back(ConversationId {query.text()});
            setMeta("views", known);
        }
        for (const ConversationId &id : ids) {
            if (const auto row = m_tables->findConversation(id))
                touched.conversations[*row] = id;
        }
        {
            Query query {*m_cache, cachesql::escalations_with_acts};
            while (query.next())
                touched.escalations.insert(EscalationId {query.text()});
        }
        touchLeadsWithActs(touched);
        if (!m_self.id.empty())
            setMeta("user_id", m_self.id.value);
    });
}

Result<void> StoreCore::commit(const Body &body, const std::vector<OpId> &confirming, bool outboxChanged)
{
    Touched touched;
    const auto done = attempt([&] {
        cache();
        m_confirming = {confirming.begin(), confirming.end()};
        auto transaction = orThrow(sqlite::Transaction::begin(cache(), sqlite::Transaction::Kind::Write));
        body(touched);
        for (const OpId &op : confirming)
            Query {*m_cache, cachesql::op_seen_add}.bindText("op", op.value).run();
        project(touched);
        orThrow(transaction.commit());
    });
    if (done.hasError()) {
        m_confirming.clear();
        if (m_tables)
            m_tables->forget();
        Error error = failed(done.error());
        if (outboxChanged)
            tell({}, true);
        return error;
    }
    worked();
    const auto confirmed = confirm(confirming);
    m_confirming.clear();
    tell(touched, outboxChanged || (!confirming.empty() && confirmed.hasValue()));
    return {};
}

void StoreCore::project(Touched &touched)
{
    projectLeads(touched);
    const auto actsOf = [this](const ConversationId &id) {
        ConversationUpdater::Acts acts;
        for (Op &op : m_outbox->openOf(id)) {
            if (!m_confirming.contains(op.id))
                acts.ops.push_back(std::move(op));
        }
        acts.draft = m_outbox->draftLine(id);
        return acts;
    };
    for (const auto &[row, id] : touched.conversations)
        m_updater->refresh(row, m_self, actsOf, touched);
    projectLeadEntries(touched);
    projectEscalations(touched);
}

void StoreCore::projectLeads(Touched &touched)
{
    touchParts(touched);
    for (const auto &[row, id] : touched.leads) {
        const std::vector<Op> acts = actsOnLead(id);
        std::string body;
        {
            Query query {*m_cache, cachesql::lead_body};
            if (query.bindText("id", id.value).next()) {
                query.integer();
                body = query.text();
            }
        }
        if (const auto lead = decode<Lead>(body); !body.empty() && lead.hasValue()) {
            const Lead effective = foredeck::project(lead.value(), acts, knownLeads());
            LeadId before;
            if (Query query {*m_cache, cachesql::lead_merged_into}; query.bindText("id", id.value).next())
                before = LeadId {query.text()};
            touched.partOf(before, effective.mergedInto);
            const bool byAct = effective.mergedInto != lead.value().mergedInto;
            m_tables->writeLead(row, effective, shownFor(effective), byAct);
        }
        Query shown {*m_cache, cachesql::conversation_rows_of_lead};
        shown.bindText("lead", id.value);
        while (shown.next()) {
            shown.integer();
            touched.listRows.insert(ConversationId {shown.text()});
        }
    }
}

Changes StoreCore::withCounts(Changes changes) const
{
    for (const Op &op : m_outbox->open()) {
        if (op.user != m_self.id || isQuiet(op.kind.value()) || op.state == OpState::Acked)
            continue;
        ++changes.unsent;
        if (op.state == OpState::NeedsReview || op.state == OpState::Refused)
            ++changes.needingReview;
    }
    return changes;
}

void StoreCore::tell(const Touched &touched, bool outbox)
{
    Changes changes;
    changes.conversations = touched.listRows;
    changes.timelines = touched.timelines;
    changes.echoes = touched.echoes;
    changes.drafts = touched.drafts;
    for (const auto &[row, id] : touched.leads)
        changes.leads.insert(id);
    changes.escalations = touched.escalations;
    changes.clientData = touched.clientData;
    changes.clients = touched.clients;
    changes.users = touched.users;
    changes.agency = touched.agency;
    changes.counters = touched.counters;
    changes.leadRows = touched.leadRows;
    changes.outbox = outbox;
    if (m_hooks.changed)
        m_hooks.changed(withCounts(std::move(changes)));
}

Error StoreCore::failed(const Error &error)
{
    if (error.kind == Error::Kind::Corrupt && !m_rebuilding) {
        qCWarning(lcStore, "the cache is damaged: %s", error.detail.c_str());
        rebuildCache();
        return error;
    }
    m_failing = true;
    qCWarning(lcStore, "not saved: %s", error.detail.c_str());
    if (m_hooks.writeFailed)
        m_hooks.writeFailed(error);
    return error;
}

void StoreCore::outboxFailed(const Error &error)
{
    if (error.kind != Error::Kind::Corrupt) {
        failed(error);
        return;
    }
    qCWarning(lcStore, "the outbox is damaged: %s", error.detail.c_str());
    if (!std::exchange(m_outboxDamaged, true) && m_hooks.outboxDamaged)
        m_hooks.outboxDamaged();
}

void StoreCore::worked()
{
    if (!m_failing || m_outboxDamaged)
        return;
    m_failing = false;
    if (m_hooks.writeRecovered)
        m_hooks.writeRecovered();
}

void StoreCore::rebuildCache()
{
    m_updater.reset();
    m_tables.reset();
    m_cache.reset();
    m_rebuilding = true;
    m_awaitsStrays = true;
    const auto aside = m_files.moveCacheAside(m_clock.now());
    auto fresh = aside.hasValue() ? m_files.openCache(m_clock.now()) : Result<std::unique_ptr<sqlite::Database>> {aside.error()};
    const auto adopted = fresh.hasValue() ? adopt(std::move(fresh).value()) : Result<void> {fresh.error()};
    if (adopted.hasError())
        failed(adopted.error()); // told, and not tried again on the spot: the new file is no better
    m_rebuilding = false;
    if (aside.hasValue())
        m_aside = aside.value();
    if (!adopted.hasError())
        tellRebuilt();
}

void StoreCore::tellRebuilt()
{
    const auto aside = std::exchange(m_aside, std::nullopt);
    if (aside && m_hooks.cacheRebuilt)
        m_hooks.cacheRebuilt(*aside);
    tellEverything();
}

void StoreCore::tellEverything()
{
    Changes changes;
    changes.everything = true;
    if (m_hooks.changed)
        m_hooks.changed(withCounts(std::move(changes)));
}

std::optional<std::string> StoreCore::meta(const char *name)
{
    Query query {cache(), cachesql::meta_get};
    return query.bind("name", name).next() ? std::optional {query.text()} : std::nullopt;
}

void StoreCore::setMeta(const char *name, const std::string &value)
{
    Query {*m_cache, cachesql::meta_set}.bind("name", name).bindText("value", value).run();
}

Result<void> StoreCore::setUser(const User &user)
{
    const auto before = attempt([&] { return meta("user_id"); });
    if (before.hasError())
        return failed(before.error());
    if (before.value() && *before.value() != user.id.value) {
        [[maybe_unused]] const auto noted = noteLeft(); // else what has left is asked about after a restore, and the person knows
        m_updater.reset();
        m_tables.reset();
        m_cache.reset();
        // Until they are gone the rows are those of the person before, whoever opens the file again.
        if (const auto removed = m_files.removeCache(); removed.hasError())
            return failed(removed.error());
        m_self = {user.id, user.name};
        auto fresh = m_files.openCache(m_clock.now());
        if (fresh.hasError())
            return failed(fresh.error());
        if (const auto adopted = adopt(std::move(fresh).value()); adopted.hasError())
            return adopted;
        tellEverything();
    }
    const bool same = m_self.id == user.id;
    m_self = {user.id, user.name};
    if (!same)
        static_cast<void>(onOutbox([&] { m_outbox->setUser(user.id); }));
    const auto stored = commit([&](Touched &) {
        setMeta("user_id", user.id.value);
        setMeta("user_name", user.name);
    });
    return stored.hasError() || same ? stored : projectAll();
}

} // namespace foredeck
