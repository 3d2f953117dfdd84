#pragma once

namespace foredeck::ui {

/// Before the first scroll area is made: one that is given a name is asked for at once. Qt's own face of one (6.4) takes any
/// number for that of a child: a scroll bar that goes between the question how many there are and the question for the last one
/// ended the program.
void installScrollAccessibility();

} // namespace foredeck::ui
