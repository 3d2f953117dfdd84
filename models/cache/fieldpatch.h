#pragma once

/// What a person changed of a document that is saved as a whole: settings, hours. An act carries these fields and what they
/// were before; the document that goes to the server is the newest one with them (decision 35). Pure.

#include "models/domain/hours.h"
#include "models/domain/op.h"
#include "models/domain/settings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// A field is what two people would call one thing: a text, a number, one day of a week, one word of a list, one person on
/// call, one template. Its path: "contact", "alerts.quiet_week[0]", "emergency_words[no heating]".
struct FieldChange {
    std::string path;
    std::string before; ///< JSON; empty: it was not there
    std::string after; ///< likewise; the same as before: not changed, but what is changed rests on it
    bool changes() const { return before != after; }
};
using FieldPatch = std::vector<FieldChange>;

/// What differs between two documents (JSON), field by field. The order in a list is nothing that differs.
FieldPatch patchBetween(const std::string &before, const std::string &after);
/// The document with it; all else stands as it did, what this version does not know, too.
std::string patched(const std::string &document, const FieldPatch &patch);

/// A field that somebody else has changed, too, to something else.
struct FieldClash {
    std::string path;
    std::string mine; ///< JSON; empty: not there
    std::string theirs;
};
std::vector<FieldClash> clashesWith(const FieldPatch &patch, const std::string &document);

/// Whether the act is such a patch. `body` is the document as it goes to the server, made on the version in `ifMatch`, and
/// `expect` has for each field of the patch, by its path, what it was before; null: not there.
bool isPatch(const Op &op) noexcept;
FieldPatch patchOf(const Op &op);
/// The act as one that changes `before` to `after`, on that version.
Op withPatch(Op op, const std::string &before, const std::string &after, std::int64_t version);
/// The same changes on another document, if nobody else has changed the same; else as it was.
Op restedOn(Op op, const std::string &document, std::int64_t version);
/// The version that `body` was made on; 0: none.
std::int64_t versionUnder(const Op &op) noexcept;
/// What its fields rest on is what this document has there.
Op expecting(Op op, const std::string &document);
/// Of those alone that the other act changes, too.
Op expectingWhere(Op op, const Op &other, const std::string &document);
/// Of those alone that rest on what `shown` has there: beforehand, by acts of this person that may never happen.
Op expectingUnder(Op op, const std::string &shown, const std::string &document);

/// The document of the act within the entity that it edits (JSON of the wire).
std::string documentOf(const Op &op, std::string_view entity);
/// What the server has, as the refusal (412) of the act told it.
struct ToldDocument {
    std::string entity; ///< as it stands on the wire
    std::string document;
    std::int64_t version = 0;
};
std::optional<ToldDocument> toldDocument(const Op &op);
std::optional<ClientSettings> settingsTold(const Op &op);
std::optional<OpeningHours> hoursTold(const Op &op);
/// What both have changed, as the refusal told it.
std::vector<FieldClash> clashesTold(const Op &op);

/// `known` with what differs between the other two, field by field.
ClientSettings withChanges(const ClientSettings &known, const ClientSettings &before, const ClientSettings &after);
OpeningHours withChanges(const OpeningHours &known, const OpeningHours &before, const OpeningHours &after);
/// In all of their fields.
bool sayTheSame(const ClientSettings &a, const ClientSettings &b);
bool sayTheSame(const OpeningHours &a, const OpeningHours &b);

/// A field's value, for whoever puts it into words.
struct FieldValue {
    enum class Kind { Nothing, Text, Number, Flag, Times, Other } kind = Kind::Nothing;
    std::string text;
    std::int64_t number = 0;
    bool flag = false;
    std::vector<OpenWindow> times; ///< of a day
};
FieldValue fieldValue(const std::string &path, const std::string &json);

} // namespace foredeck
