#pragma once

namespace foredeck::ui {

/// Before the first line to write in, number or date is made: one that is given a name is asked for at once. Qt's own face of one
/// (6.4) looks for the word behind the last one, and for one before a blank or a sign at the front, for ever: a screen reader that asked
/// which word stands there froze the program.
void installLineEditAccessibility();

} // namespace foredeck::ui
