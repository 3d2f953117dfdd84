#pragma once

#include <QAccessible>

namespace foredeck::ui {

class TranscriptView;

/// Makes Qt ask us for the accessible form of a TranscriptView: a list whose items are the entries, each with a speaking
/// name and its place on screen. Safe to call again.
void installTranscriptAccessibility();
/// The rows were renumbered: the children made so far are let go.
void forgetTranscriptChildren(TranscriptView *view);
/// Tells whoever listens what happened to an entry; costs nothing when nobody does.
void tellTranscriptRow(TranscriptView *view, QAccessible::Event what, int row);

} // namespace foredeck::ui
