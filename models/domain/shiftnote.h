#pragma once

#include "models/core/id.h"
#include "models/core/text.h"
#include "models/domain/actor.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

enum class ShiftLineKind { Unknown, Held, HandOver, Task, Snoozed, Notice, Unsent };
template <>
struct EnumNames<ShiftLineKind> {
    using K = ShiftLineKind;
    using S = std::string_view;
    static constexpr std::array names {std::pair {K::Held, S {"held"}}, std::pair {K::HandOver, S {"hand_over"}}, std::pair {K::Task, S {"task"}},
        std::pair {K::Snoozed, S {"snoozed"}}, std::pair {K::Notice, S {"notice"}}, std::pair {K::Unsent, S {"unsent"}}};
};

/// One thing that was open when a shift was handed over: its id, so that it is found again, and the words of that moment,
/// which stay whatever becomes of it.
struct ShiftLine {
    Open<ShiftLineKind> kind;
    ConversationId conversation; ///< empty: it stands in none
    std::string subject; ///< id of the hand-over, task, notice or act; empty: the conversation itself
    std::string what; ///< name of its TaskKind, EscalationReason or OpKind; empty: nothing of the kind
    std::string name; ///< whom it concerns, as they were shown; may be empty
    std::string text; ///< what it says; may be empty
    std::string owner; ///< who had it, by name; empty: nobody
    std::optional<Timestamp> at; ///< due, awake again, over; of what is held since when the customer waits; of an act when it was made
    friend bool operator==(const ShiftLine &, const ShiftLine &) = default;
};

/// Who has read it.
struct ShiftReader {
    UserId user;
    std::string name;
    Timestamp at;
    friend bool operator==(const ShiftReader &, const ShiftReader &) = default;
};

/// What whoever goes tells whoever comes, for one client. For the team only: no customer and no assistant is told of it.
/// Nothing of it changes but who has read it.
struct ShiftNote {
    ShiftNoteId id;
    ClientId client;
    std::string text; ///< may be empty where there are lines
    Actor author;
    Timestamp writtenAt; ///< when the lines held; before `createdAt` where there was no network
    Timestamp createdAt; ///< when the server got it
    std::vector<ShiftLine> lines;
    std::vector<ShiftReader> readers; ///< in the order in which they acknowledged it
    std::int64_t version = 1;
};

inline bool isReadBy(const ShiftNote &note, const UserId &user)
{
    return std::any_of(note.readers.begin(), note.readers.end(), [&](const ShiftReader &reader) { return reader.user == user; });
}

inline constexpr std::size_t mostShiftText = 4000; ///< bytes of its text
inline constexpr std::size_t mostShiftLines = 200;
inline constexpr std::size_t mostShiftWords = 200; ///< bytes of each text of a line
/// A text of a line as it is kept: one line.
inline std::string shiftWords(std::string_view text) { return std::string {clipUtf8(singleLine(text, mostShiftWords), mostShiftWords)}; }
/// All lines of a note, as JSON: what an event holds beside them (maxEventBytes) is for its text and for all who read it.
inline constexpr std::size_t mostShiftLineBytes = 192 * 1024;
/// Cuts the words of lines that are kept (shiftWords) shorter, until all of them fit into that. No line goes.
void fitShiftLines(std::vector<ShiftLine> &lines);
/// As many are told wherever a client is told as a whole, and found again at the desk.
inline constexpr int shownShiftNotes = 30;
/// How long one is held out to whoever has not acknowledged it. It is found afterwards, too.
inline constexpr std::chrono::days shiftNoteIsNews {3};

} // namespace foredeck
