#include "models/items/drafttext.h"

#include "models/cache/outboxrules.h"

#include <algorithm>
#include <utility>

namespace foredeck {

DraftText::State DraftText::state() const
{
    if (m_failed)
        return State::Failed;
    if (m_typed)
        return State::Typing;
    if (!m_writes.empty() && !m_writes.back().sends)
        return State::Saving;
    return m_saved ? State::Saved : State::Clean;
}

void DraftText::typed(const QString &words)
{
    m_text = words;
    m_typed = true;
    m_failed = false;
}

void DraftText::takenOver(const QString &words)
{
    typed(words);
    m_takenOver = words;
    if (m_journal)
        m_journal = words;
}

void DraftText::putInFront(const QString &words)
{
    typed(m_text.isEmpty() ? words : words + QLatin1Char('\n') + m_text);
}

std::optional<QString> DraftText::journaled() const
{
    // What an act leaves there that the disk refuses, or that is undone meanwhile, may come to stand twice, and is not lost.
    return m_writes.empty() ? m_journal : m_writes.back().text;
}

DraftText::Save DraftText::save(quint64 revision)
{
    const std::optional<QString> before = m_writes.empty() ? m_journal : m_writes.back().text;
    m_takenOver.clear();
    m_writes.push_back({revision, m_text, false});
    m_typed = m_failed = m_saved = false;
    return {m_text, before};
}

void DraftText::sent(quint64 revision)
{
    m_text.clear();
    m_takenOver.clear();
    m_offered.clear();
    m_writes.push_back({revision, {}, true});
    m_typed = m_failed = m_saved = false;
}

std::deque<DraftText::Write>::iterator DraftText::writeOf(quint64 revision)
{
    return std::find_if(m_writes.begin(), m_writes.end(), [&](const Write &one) { return one.revision == revision; });
}

void DraftText::written(quint64 revision)
{
    const auto write = writeOf(revision);
    if (write == m_writes.end())
        return;
    m_journal = write->text;
    m_saved = !write->sends;
    m_writes.erase(m_writes.begin(), write + 1);
}

void DraftText::refused(quint64 revision)
{
    const auto write = writeOf(revision);
    if (write == m_writes.end())
        return;
    // What was placed after it says it all once more.
    m_failed = write + 1 == m_writes.end() && !write->sends && !m_typed;
    m_writes.erase(write);
}

/// What was typed before the journal answered goes on from what was there before.
DraftText::Change DraftText::readFirst(const QString &journal)
{
    m_journal = journal;
    if (!m_typed)
        m_text = journal;
    else if (!m_text.startsWith(journal))
        m_text = journal + m_text;
    return Change::Text;
}

DraftText::Change DraftText::read(const Journal &journal, bool isHeld)
{
    if (isUnderWay())
        return Change::Nothing;
    if (!m_takenOver.isEmpty()) {
        m_journal = m_takenOver;
        if (journal.text != m_takenOver && !journal.text.endsWith(QLatin1Char('\n') + m_takenOver))
            return Change::Nothing; // older than that save, whose own notice follows
        m_takenOver.clear();
    }
    if (!m_journal)
        return readFirst(journal.text);
    if (journal.text == *m_journal)
        return Change::Nothing;
    if (wantsSaving()) {
        if (journal.fromElsewhere)
            return Change::Nothing;
        const QString words = QString::fromStdString(cameBack(journal.text.toStdString(), m_journal->toStdString()));
        m_journal = journal.text;
        if (words.isEmpty())
            return Change::Nothing;
        m_text = words + QLatin1Char('\n') + m_text;
        return Change::Text;
    }
    if (journal.fromElsewhere && isHeld) {
        return std::exchange(m_offered, journal.text) == journal.text ? Change::Nothing : Change::Offer;
    }
    m_journal = m_text = journal.text;
    m_saved = false;
    return Change::Text;
}

void DraftText::offer(const QString &words)
{
    if (words.isEmpty() || words != m_taken)
        m_offered = words == m_journal ? QString() : words;
}

void DraftText::takeOffered()
{
    const QString words = offered();
    m_taken = std::exchange(m_offered, {});
    if (!words.isEmpty())
        typed(words.startsWith(m_text) ? words : m_text + QLatin1Char('\n') + words);
}

} // namespace foredeck
