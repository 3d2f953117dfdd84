#pragma once

class QLayout;
class QWidget;

namespace foredeck::ui {

/// Margins by start and end: Qt mirrors what stands in a layout, but not its margins. They follow the direction of `widget`,
/// in which the layout stands for as long as there is the widget.
void setSideMargins(QWidget *widget, QLayout *layout, int start, int top, int end, int bottom);

} // namespace foredeck::ui
