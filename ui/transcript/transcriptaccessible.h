#pragma once

namespace foredeck::ui {

class TranscriptView;

/// Makes Qt ask us for the accessible form of a TranscriptView: a list whose items are the entries, each with a speaking
/// name and its place on screen. Safe to call again.
void installTranscriptAccessibility();
/// The rows were renumbered: the children made so far are let go.
void forgetTranscriptChildren(TranscriptView *view);

} // namespace foredeck::ui
