#include "models/items/conversationpicks.h"

#include "models/cache/cachereader.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr int picksAtOnce = 500;

} // namespace

struct ConversationPicks::Question {
    quint64 number = 0;
    std::vector<std::pair<ConversationId, std::int64_t>> picks;
    std::size_t next = 0;
    BulkBasis basis;
    BulkPlan plan;
    Progress progress;
    Planned then;
};

ConversationPicks::ConversationPicks(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store) { }

std::vector<std::pair<ConversationId, std::int64_t>> ConversationPicks::picks() const
{
    std::vector<std::pair<ConversationId, std::int64_t>> all;
    all.reserve(m_order.size());
    for (const ConversationId &id : m_order)
        all.emplace_back(id, m_seen.at(id));
    return all;
}

void ConversationPicks::add(const ConversationId &id, std::int64_t seen) { add({{id, seen}}); }

void ConversationPicks::add(const std::vector<std::pair<ConversationId, std::int64_t>> &picks)
{
    const std::size_t before = m_order.size();
    for (const auto &[id, seen] : picks) {
        if (count() < most && m_seen.try_emplace(id, seen).second)
            m_order.push_back(id);
    }
    if (m_order.size() != before)
        Q_EMIT changed();
}

void ConversationPicks::remove(const ConversationId &id)
{
    if (m_seen.erase(id) == 0)
        return;
    std::erase(m_order, id);
    Q_EMIT changed();
}

void ConversationPicks::clear()
{
    ++m_adding;
    const bool wasAdding = std::exchange(m_isAdding, false);
    cancelPlan();
    if (isEmpty() && !wasAdding)
        return;
    m_order.clear();
    m_seen.clear();
    Q_EMIT changed();
}

void ConversationPicks::addAll(const ViewKey &view)
{
    m_isAdding = true;
    readAll(view, topKey, ++m_adding);
    Q_EMIT changed();
}

/// What was asked meanwhile is asked about all of them.
void ConversationPicks::endAdding()
{
    m_isAdding = false;
    Q_EMIT changed();
    if (const auto question = std::exchange(m_waiting, nullptr))
        begin(question);
}

void ConversationPicks::readAll(const ViewKey &view, RowKey after, quint64 asked)
{
    m_store.read([view, after](CacheReader &reader) { return reader.conversations(view, after, picksAtOnce); },
        m_mailbox.receive([this, view, asked](const Result<ConversationPage> &page) {
            if (asked != m_adding)
                return;
            if (page.hasError()) {
                m_waiting = nullptr;
                return endAdding();
            }
            std::vector<std::pair<ConversationId, std::int64_t>> picks;
            for (const ConversationRow &row : page.value().rows)
                picks.emplace_back(row.id, row.lastPublicPosition);
            add(picks);
            if (asked != m_adding)
                return;
            if (!page.value().complete && count() < most)
                readAll(view, page.value().end, asked);
            else
                endAdding();
        }));
}

void ConversationPicks::plan(const BulkAct &act, const BulkBasis &basis, Progress progress, Planned then)
{
    auto question = std::make_shared<Question>();
    question->number = ++m_asked;
    question->basis = basis;
    question->plan.act = act;
    question->progress = std::move(progress);
    question->then = std::move(then);
    m_waiting = m_isAdding ? question : nullptr;
    if (!m_isAdding)
        begin(question);
}

void ConversationPicks::begin(const std::shared_ptr<Question> &question)
{
    for (const ConversationId &id : m_order)
        question->picks.emplace_back(id, m_seen.at(id));
    look(question);
}

void ConversationPicks::cancelPlan()
{
    ++m_asked;
    m_waiting = nullptr;
}

void ConversationPicks::look(const std::shared_ptr<Question> &question)
{
    // The reader's thread has the question to itself until it answers.
    m_store.read(
        [question](CacheReader &reader) {
            const std::size_t end = std::min(question->next + picksAtOnce, question->picks.size());
            for (; question->next < end; ++question->next) {
                const auto &[id, seen] = question->picks[question->next];
                if (const auto row = reader.conversation(id); row.hasValue())
                    addTo(question->plan, row.value(), seen, question->basis);
                else
                    addGone(question->plan);
            }
            return true;
        },
        m_mailbox.receive([this, question](bool) {
            if (question->number != m_asked)
                return;
            if (question->next == question->picks.size())
                return question->then(std::move(question->plan));
            if (question->progress)
                question->progress(static_cast<int>(question->next), static_cast<int>(question->picks.size()));
            look(question);
        }));
}

} // namespace foredeck
