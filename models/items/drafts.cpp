#include "models/items/drafts.h"

#include "models/cache/cachereader.h"

#include <QTimer>

#include <algorithm>
#include <utility>
#include <vector>

namespace foredeck {

namespace {

constexpr int readAgainMs = 1'000;

DraftText::Journal journalOf(const DraftPage &page, CompositionKind kind)
{
    switch (kind) {
    case CompositionKind::Reply:
        return {QString::fromStdString(page.reply), !page.isReplyHere};
    case CompositionKind::Note:
        return {QString::fromStdString(page.note), !page.isNoteHere};
    case CompositionKind::Resolution:
        return {QString::fromStdString(page.resolution), false};
    case CompositionKind::Instruction:
        return {QString::fromStdString(page.instruction), false};
    case CompositionKind::Business:
        return {QString::fromStdString(page.business), false};
    case CompositionKind::Task:
        return {QString::fromStdString(page.task), false};
    case CompositionKind::Lead:
        return {QString::fromStdString(page.lead), false};
    case CompositionKind::FirstWords:
        return {QString::fromStdString(page.firstWords), false};
    case CompositionKind::Mentions:
        return {QString::fromStdString(page.mentions), false};
    case CompositionKind::ShiftNote:
        return {QString::fromStdString(page.shiftNote), false};
    case CompositionKind::Unknown:
        break;
    }
    return {};
}

bool isRead(const std::map<CompositionKind, DraftText> &texts)
{
    return std::all_of(texts.begin(), texts.end(), [](const auto &one) { return one.second.isRead(); });
}

bool isUnderWay(const std::map<CompositionKind, DraftText> &texts)
{
    return std::any_of(texts.begin(), texts.end(), [](const auto &one) { return one.second.isUnderWay(); });
}

/// One that the disk refused is not: it is tried again when the disk takes something, or when it is typed on.
bool isBeingTyped(const std::map<CompositionKind, DraftText> &texts)
{
    return std::any_of(texts.begin(), texts.end(), [](const auto &one) { return one.second.state() == DraftText::State::Typing; });
}

bool wantsSaving(const std::map<CompositionKind, DraftText> &texts)
{
    return std::any_of(texts.begin(), texts.end(), [](const auto &one) { return one.second.wantsSaving(); });
}

} // namespace

Drafts::Drafts(const LocalStore &store, Acts &acts, int pauseMs, QObject *parent)
    : Drafts(store, acts, {CompositionKind::Reply, CompositionKind::Note}, pauseMs, parent)
{
}

Drafts::Drafts(const LocalStore &store, Acts &acts, std::vector<CompositionKind> kinds, int pauseMs, QObject *parent)
    : QObject(parent), m_store(store), m_acts(acts), m_kinds(std::move(kinds)), m_pause(new QTimer(this)), m_again(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_pause, &QTimer::timeout, this, &Drafts::flush);
    m_again->setSingleShot(true);
    m_again->setInterval(readAgainMs);
    connect(m_again, &QTimer::timeout, this, &Drafts::reloadUnread);
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        std::vector<ConversationId> changed;
        for (const auto &[id, kept] : m_kept) {
            if (changes.everything || changes.drafts.contains(id))
                changed.push_back(id);
        }
        for (const ConversationId &id : changed)
            reload(id);
    });
    connect(&store, &LocalStore::writeFailed, this, [this] { m_refuses = true; });
    connect(&store, &LocalStore::writeRecovered, this, [this] {
        m_refuses = isRefused(); // another file may have been written
        retryAll();
    });
    connect(&acts, &Acts::compositionSaved, this,
        [this](const ConversationId &conversation, CompositionKind kind, quint64 revision) { settle(conversation, kind, revision, true); });
    connect(&acts, &Acts::compositionFailed, this,
        [this](const ConversationId &conversation, CompositionKind kind, quint64 revision, const QString &) { settle(conversation, kind, revision, false); });
    connect(&acts, &Acts::committed, this, [this](const OpId &op) { settleSent(op, true); });
    connect(&acts, &Acts::failed, this, [this](const OpId &op, const QString &) { settleSent(op, false); });
}

Drafts::~Drafts() { saveAll(); }

Drafts::Kept &Drafts::kept(const ConversationRef &conversation)
{
    const auto [at, added] = m_kept.try_emplace(conversation.id);
    at->second.conversation = conversation;
    if (added) {
        at->second.begun = ++m_revision;
        for (const CompositionKind kind : m_kinds)
            at->second.texts[kind];
        reload(conversation.id);
    }
    return at->second;
}

Drafts::Kept *Drafts::opened()
{
    const auto found = m_kept.find(m_conversation.id);
    return found == m_kept.end() ? nullptr : &found->second;
}

const DraftText *Drafts::shown(CompositionKind kind) const
{
    const auto found = m_kept.find(m_conversation.id);
    if (found == m_kept.end())
        return nullptr;
    const auto text = found->second.texts.find(kind);
    return text == found->second.texts.end() ? nullptr : &text->second;
}

void Drafts::open(const ConversationRef &conversation)
{
    const bool same = conversation.id == m_conversation.id;
    if (!same)
        flush();
    const ConversationId before = std::exchange(m_conversation, conversation).id;
    if (!same)
        goOn(before);
    if (conversation.id.empty())
        return;
    const bool known = m_kept.contains(conversation.id);
    kept(conversation);
    if (same || !known)
        return;
    if (isLoaded())
        Q_EMIT loaded();
    else
        reload(conversation.id); // the reading of the last time may have failed
}

bool Drafts::isLoaded() const
{
    const auto found = m_kept.find(m_conversation.id);
    return found != m_kept.end() && isRead(found->second.texts);
}

void Drafts::reload(const ConversationId &id)
{
    Kept &kept = m_kept.at(id);
    if (isUnderWay(kept.texts)) {
        kept.readAgain = true;
        return;
    }
    m_store.read([id](CacheReader &reader) { return reader.draft(id); }, m_mailbox.receive([this, id, begun = kept.begun](const Result<DraftPage> &page) {
        const auto found = m_kept.find(id);
        if (found == m_kept.end())
            return;
        if (page.hasError()) {
            m_unread.insert(id);
            if (!m_again->isActive())
                m_again->start();
        } else if (found->second.begun != begun) {
            reload(id);
        } else {
            take(found->second, page.value());
        }
    }));
}

/// Until it is read nothing of it is saved or sent, so a failure is not left at that.
void Drafts::reloadUnread()
{
    for (const ConversationId &id : std::exchange(m_unread, {})) {
        if (m_kept.contains(id))
            reload(id);
    }
}

void Drafts::take(Kept &kept, const DraftPage &page)
{
    const ConversationId id = kept.conversation.id;
    const bool first = !isRead(kept.texts);
    const bool open = isOpen(kept);
    for (const CompositionKind kind : m_kinds) {
        DraftText::Change what = DraftText::Change::Nothing;
        change(kept, kind, [&](DraftText &text) { what = text.read(journalOf(page, kind), open && m_isHeld(kind)); });
        if (open && !first && what == DraftText::Change::Text)
            Q_EMIT textChanged(kind);
        if (open && what == DraftText::Change::Offer)
            Q_EMIT offerChanged(kind);
    }
    for (const auto &[kind, words] : {std::pair {CompositionKind::Reply, &page.otherReply}, std::pair {CompositionKind::Note, &page.otherNote}}) {
        const auto text = kept.texts.find(kind);
        if (text == kept.texts.end())
            continue;
        const QString before = text->second.offered();
        text->second.offer(QString::fromStdString(*words));
        if (open && text->second.offered() != before)
            Q_EMIT offerChanged(kind);
    }
    takeGivenBack(kept, first);
    if (wantsSaving(kept.texts))
        saveSoon(kept);
    if (open && first)
        Q_EMIT loaded();
    goOn(id);
}

/// `firstRead`: the journal was just read; it holds them still where what should have emptied it was refused.
void Drafts::takeGivenBack(Kept &kept, bool firstRead)
{
    for (const auto &[kind, words] : std::exchange(kept.givenBack, {})) {
        const QString now = kept.texts[kind].text();
        if (!firstRead || (now != words && !now.startsWith(words + QLatin1Char('\n'))))
            change(kept, kind, [&words = words](DraftText &text) { text.putInFront(words); });
    }
}

QString Drafts::text(CompositionKind kind) const
{
    const DraftText *text = shown(kind);
    return text ? text->text() : QString();
}

void Drafts::typed(CompositionKind kind, const QString &words) { put(kind, words, &DraftText::typed); }

void Drafts::takenOver(CompositionKind kind, const QString &words) { put(kind, words, &DraftText::takenOver); }

void Drafts::put(CompositionKind kind, const QString &words, void (DraftText::*how)(const QString &))
{
    Kept *kept = opened();
    if (!kept || words == text(kind))
        return;
    change(*kept, kind, [&](DraftText &text) { (text.*how)(words); });
    runPause();
}

/// It runs on while one types: what is typed is never more than one pause old.
void Drafts::runPause()
{
    if (!m_pause->isActive())
        m_pause->start();
}

void Drafts::flush()
{
    m_pause->stop();
    if (Kept *kept = opened(); kept && isRead(kept->texts))
        save(*kept);
}

void Drafts::save(Kept &kept, bool behindOthers)
{
    for (const CompositionKind kind : m_kinds) {
        const DraftText &now = kept.texts[kind];
        if (!now.wantsSaving() || (now.isUnderWay() && !behindOthers))
            continue;
        kept.begun = ++m_revision;
        DraftText::Save save;
        change(kept, kind, [&](DraftText &text) { save = text.save(kept.begun); });
        m_acts.saveComposition(kept.conversation, kind, save.text, save.before, kept.begun);
    }
}

/// What the disk refused, of other conversations too.
void Drafts::retryAll()
{
    for (auto &[id, kept] : m_kept) {
        if (isRead(kept.texts))
            save(kept);
    }
}

void Drafts::saveAll()
{
    m_pause->stop();
    for (auto &[id, kept] : m_kept) {
        takeGivenBack(kept, false);
        save(kept, true);
    }
}

void Drafts::forget()
{
    m_pause->stop();
    m_again->stop();
    m_unread.clear();
    m_conversation = {};
    m_kept.clear();
    m_sent.clear();
    m_refuses = false;
}

void Drafts::change(Kept &kept, CompositionKind kind, const std::function<void(DraftText &)> &what)
{
    DraftText &text = kept.texts[kind];
    const State before = text.state();
    what(text);
    if (isOpen(kept) && text.state() != before)
        Q_EMIT stateChanged(kind);
}

void Drafts::settle(const ConversationId &conversation, CompositionKind kind, quint64 revision, bool written)
{
    const auto found = m_kept.find(conversation);
    if (found == m_kept.end())
        return;
    m_refuses = !written;
    change(found->second, kind, [&](DraftText &text) { written ? text.written(revision) : text.refused(revision); });
    goOn(conversation);
}

void Drafts::settleSent(const OpId &op, bool written)
{
    if (const auto sent = m_sent.extract(op))
        settle(sent.mapped().conversation, sent.mapped().kind, sent.mapped().revision, written);
}

void Drafts::goOn(const ConversationId &id)
{
    const auto found = m_kept.find(id);
    if (found == m_kept.end())
        return;
    if (isRead(found->second.texts) && isBeingTyped(found->second.texts))
        saveSoon(found->second);
    if (isUnderWay(found->second.texts))
        return;
    if (std::exchange(found->second.readAgain, false))
        reload(id);
    else if (!isOpen(found->second) && isRead(found->second.texts) && !wantsSaving(found->second.texts)) {
        const ConversationId gone = found->first; // `id` may be a part of what goes
        m_kept.erase(found);
        Q_EMIT letGo(gone);
    }
}

void Drafts::saveSoon(Kept &kept)
{
    if (!isOpen(kept))
        save(kept);
    else
        runPause();
}

std::optional<QString> Drafts::journaled(CompositionKind kind) const
{
    const DraftText *text = shown(kind);
    return text ? text->journaled() : std::nullopt;
}

void Drafts::sent(CompositionKind kind, const OpId &op)
{
    Kept *kept = opened();
    if (!kept)
        return;
    kept->begun = ++m_revision;
    m_sent[op] = {m_conversation.id, kind, kept->begun};
    change(*kept, kind, [&](DraftText &text) { text.sent(kept->begun); });
}

void Drafts::giveBack(const ConversationRef &conversation, CompositionKind kind, const QString &words)
{
    Kept &there = kept(conversation);
    QString &waiting = there.givenBack[kind];
    waiting = waiting.isEmpty() ? words : waiting + QLatin1Char('\n') + words;
    if (!isRead(there.texts))
        return; // taken when it is
    takeGivenBack(there, false);
    saveSoon(there);
}

bool Drafts::isRefused() const { return m_refuses && keepsUnsaved(); }

bool Drafts::keepsUnsaved() const
{
    return std::any_of(m_kept.begin(), m_kept.end(), [](const auto &one) {
        const auto &texts = one.second.texts;
        return !one.second.givenBack.empty() || std::any_of(texts.begin(), texts.end(), [](const auto &text) { return text.second.wantsSaving() || text.second.isUnderWay(); });
    });
}

Drafts::State Drafts::state(CompositionKind kind) const
{
    const DraftText *text = shown(kind);
    return text ? text->state() : State::Clean;
}

QString Drafts::offered(CompositionKind kind) const
{
    const DraftText *text = shown(kind);
    return text ? text->offered() : QString();
}

void Drafts::takeOffered(CompositionKind kind)
{
    Kept *kept = opened();
    if (!kept || offered(kind).isEmpty())
        return;
    change(*kept, kind, [](DraftText &text) { text.takeOffered(); });
    Q_EMIT textChanged(kind);
    flush();
}

} // namespace foredeck
