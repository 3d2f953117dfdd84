#include "models/items/drafts.h"

#include "models/cache/cachereader.h"

#include <QTimer>

namespace foredeck {

Drafts::Drafts(const LocalStore &store, Acts &acts, int pauseMs, QObject *parent)
    : QObject(parent), m_store(store), m_acts(acts), m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_pause, &QTimer::timeout, this, &Drafts::flush);
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (!m_conversation.id.empty() && (changes.everything || changes.drafts.contains(m_conversation.id)))
            reload();
    });
    connect(&store, &LocalStore::writeRecovered, this, &Drafts::flush);
    connect(&store, &LocalStore::writeRecovered, this, &Drafts::retryLeft);
    connect(&acts, &Acts::compositionSaved, this, [this](const ConversationId &conversation, CompositionKind kind, quint64 revision) {
        settled(conversation, kind, revision, State::Saved);
    });
    connect(&acts, &Acts::compositionFailed, this,
        [this](const ConversationId &conversation, CompositionKind kind, quint64 revision, const QString &) { settled(conversation, kind, revision, State::Failed); });
}

Drafts::~Drafts()
{
    flush();
    retryLeft();
}

void Drafts::open(const ConversationRef &conversation)
{
    if (conversation.id == m_conversation.id) {
        m_conversation = conversation;
        return;
    }
    flush();
    leave();
    m_conversation = conversation;
    m_page.reset();
    m_kinds.clear();
    ++m_generation;
    if (!conversation.id.empty())
        reload();
}

/// What is on its way to the journal is not read from there: who comes back at once finds it all the same.
void Drafts::leave()
{
    for (const auto &[kind, typing] : m_kinds) {
        if (typing.state == State::Saving || typing.state == State::Failed)
            m_left[m_conversation.id][kind] = typing;
    }
    m_leftRefs[m_conversation.id] = m_conversation;
}

/// What the disk refused while its conversation was open, and another one is open now.
void Drafts::retryLeft()
{
    for (auto &[id, kinds] : m_left) {
        for (auto &[kind, typing] : kinds) {
            if (typing.state != State::Failed)
                continue;
            typing.revision = ++m_revision;
            typing.state = State::Saving;
            m_acts.saveComposition(m_leftRefs[id], kind, typing.text.value_or(QString {}), typing.revision);
        }
    }
}

void Drafts::reload()
{
    m_store.read([id = m_conversation.id](CacheReader &reader) { return reader.draft(id); },
        m_mailbox.receive([this, generation = m_generation](Result<DraftPage> page) {
            if (generation == m_generation && page.hasValue())
                take(std::move(page).value());
        }));
}

/// What was typed before the journal answered goes on from what was there before.
void Drafts::goOn()
{
    auto left = m_left.extract(m_conversation.id);
    if (left) {
        for (const auto &[kind, before] : left.mapped())
            m_kinds.try_emplace(kind, before);
    }
    for (auto &[kind, typing] : m_kinds) {
        QString before = QString::fromStdString(kind == CompositionKind::Note ? m_page->note : m_page->reply);
        if (left && left.mapped().contains(kind))
            before = left.mapped().at(kind).text.value_or(before);
        if (typing.state == State::Typing && typing.text && !typing.text->startsWith(before))
            typing.text = before + *typing.text;
    }
}

void Drafts::take(DraftPage page)
{
    const bool first = !m_page;
    m_page = std::move(page);
    if (first) {
        goOn();
        takeGivenBack();
        Q_EMIT loaded();
        return;
    }
    for (const CompositionKind kind : {CompositionKind::Reply, CompositionKind::Note}) {
        const Kind &typing = m_kinds[kind];
        const bool unsaved = typing.state == State::Typing || typing.state == State::Saving || typing.state == State::Failed;
        const QString journaled = QString::fromStdString(kind == CompositionKind::Note ? m_page->note : m_page->reply);
        if (unsaved || typing.text.value_or(journaled) == journaled)
            continue;
        m_kinds[kind] = {};
        Q_EMIT textChanged(kind);
    }
}

QString Drafts::text(CompositionKind kind) const
{
    const auto typing = m_kinds.find(kind);
    if (typing != m_kinds.end() && typing->second.text)
        return *typing->second.text;
    if (!m_page)
        return {};
    return QString::fromStdString(kind == CompositionKind::Note ? m_page->note : m_page->reply);
}

QString Drafts::otherReply() const { return m_page ? QString::fromStdString(m_page->otherReply) : QString {}; }

void Drafts::typed(CompositionKind kind, const QString &words)
{
    if (m_conversation.id.empty() || words == text(kind))
        return;
    m_kinds[kind].text = words;
    setState(kind, State::Typing);
    m_pause->start();
}

void Drafts::flush()
{
    m_pause->stop();
    for (auto &[kind, typing] : m_kinds) {
        if (typing.state != State::Typing && typing.state != State::Failed)
            continue;
        typing.revision = ++m_revision;
        const QString words = typing.text.value_or(QString {});
        setState(kind, State::Saving);
        m_acts.saveComposition(m_conversation, kind, words, typing.revision);
    }
}

void Drafts::settled(const ConversationId &conversation, CompositionKind kind, quint64 revision, State state)
{
    if (const auto left = m_left.find(conversation); left != m_left.end()) {
        const auto one = left->second.find(kind);
        if (one != left->second.end() && one->second.revision == revision) {
            if (state == State::Saved)
                left->second.erase(one);
            else
                one->second.state = state;
        }
    }
    const auto typing = m_kinds.find(kind);
    if (conversation != m_conversation.id || typing == m_kinds.end() || typing->second.revision != revision || typing->second.state != State::Saving)
        return;
    setState(kind, state);
}

void Drafts::sent(CompositionKind kind)
{
    m_kinds[kind] = {QString {}, ++m_revision, State::Clean};
    Q_EMIT stateChanged(kind);
}

void Drafts::giveBack(const ConversationRef &conversation, CompositionKind kind, const QString &words)
{
    QString &kept = m_givenBack[conversation.id][kind];
    kept = kept.isEmpty() ? words : kept + QLatin1Char('\n') + words;
    if (conversation.id == m_conversation.id) {
        if (isLoaded())
            takeGivenBack();
        return; // read soon, and taken then
    }
    m_store.read([id = conversation.id](CacheReader &reader) { return reader.draft(id); }, m_mailbox.receive([this, conversation](const Result<DraftPage> &page) {
        if (page.hasValue() && conversation.id != m_conversation.id)
            journalGivenBack(conversation, page.value());
    }));
}

void Drafts::journalGivenBack(const ConversationRef &conversation, const DraftPage &page)
{
    const auto given = m_givenBack.extract(conversation.id);
    if (!given)
        return;
    m_leftRefs[conversation.id] = conversation;
    auto &left = m_left[conversation.id];
    for (const auto &[kind, words] : given.mapped()) {
        Kind &typing = left[kind];
        const QString since = typing.text.value_or(QString::fromStdString(kind == CompositionKind::Note ? page.note : page.reply));
        typing = {since.isEmpty() ? words : words + QLatin1Char('\n') + since, 0, State::Failed};
    }
    retryLeft();
}

void Drafts::takeGivenBack()
{
    const auto given = m_givenBack.extract(m_conversation.id);
    if (!given)
        return;
    for (const auto &[kind, words] : given.mapped()) {
        const QString since = text(kind);
        typed(kind, since.isEmpty() ? words : words + QLatin1Char('\n') + since);
    }
}

Drafts::State Drafts::state(CompositionKind kind) const
{
    const auto typing = m_kinds.find(kind);
    return typing == m_kinds.end() ? State::Clean : typing->second.state;
}

void Drafts::setState(CompositionKind kind, State state)
{
    Kind &typing = m_kinds[kind];
    if (typing.state == state)
        return;
    typing.state = state;
    Q_EMIT stateChanged(kind);
}

} // namespace foredeck
