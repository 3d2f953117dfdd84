#pragma once

#include <QString>

#include <deque>
#include <optional>

namespace foredeck {

/// One text that is being written, without store, clock or window. It knows four things:
///  - what is typed: text(), which is what the composer shows;
///  - what is journaled, as far as that is known: nothing before the first reading;
///  - what is under way to the journal, in its order: saves, and sendings, which empty it;
///  - what another device wrote meanwhile: offered beside what is typed until it is taken.
/// Others write into the journal too: a reply that comes back, another device. Two rules keep every word between them. A
/// reading says nothing while something is under way; it is made again afterwards. And a save names the text that it went
/// on from (`before`): what came back into the journal since is put in front of it there, by the writer.
class DraftText {
public:
    enum class State { Clean, Typing, Saving, Saved, Failed };
    /// What a reading changed: nothing, the text, or what is offered.
    enum class Change { Nothing, Text, Offer };
    struct Journal {
        QString text;
        bool fromElsewhere = false; ///< another device wrote it, or sent what stood here
    };
    struct Save {
        QString text;
        std::optional<QString> before; ///< nothing: the journal was not read yet
    };

    const QString &text() const { return m_text; }
    State state() const;
    bool isRead() const { return m_journal.has_value(); }
    bool isUnderWay() const { return !m_writes.empty(); }
    /// Typed and not under way, or refused by the disk. While another write is under way it waits for that: nobody knows
    /// yet which text the journal will hold, and so which one it goes on from.
    bool wantsSaving() const { return m_typed || m_failed; }

    void typed(const QString &words);
    /// Another window of this program showed these words and saved them last; that save may be under way still when the journal is
    /// read here.
    void takenOver(const QString &words);
    /// Words that come back.
    void putInFront(const QString &words);
    /// What the journal holds when all that is under way is done; nothing when that is not known.
    std::optional<QString> journaled() const;
    /// It is under way from now on; `revision` rises from one write to the next.
    Save save(quint64 revision);
    /// The act that empties the journal is under way.
    void sent(quint64 revision);
    void written(quint64 revision);
    void refused(quint64 revision);
    /// `isHeld`: somebody's cursor is in it, so another device's words are offered and do not take its place.
    Change read(const Journal &journal, bool isHeld);

    /// Empty when there is nothing that the text does not hold already.
    QString offered() const { return m_text.contains(m_offered) ? QString() : m_offered; }
    /// Nothing: that device has sent or cleared them. What the journal holds was taken with it, however it is changed here.
    void offer(const QString &words);
    /// In place of an older text of the same beginning, otherwise below it.
    void takeOffered();

private:
    struct Write {
        quint64 revision = 0;
        QString text;
        bool sends = false;
    };
    std::deque<Write>::iterator writeOf(quint64 revision);
    Change readFirst(const QString &journal);

    QString m_text;
    std::optional<QString> m_journal;
    std::deque<Write> m_writes;
    QString m_takenOver; ///< until a reading shows that save, or this one saves
    QString m_offered;
    QString m_taken; ///< offered once and taken: not offered again
    bool m_typed = false;
    bool m_failed = false;
    bool m_saved = false; ///< what is shown was told to be on the disk
};

} // namespace foredeck
