#pragma once

class QWidget;

namespace foredeck::ui {

/// Widths at text size 100 %; they grow with the text, also while the program runs.
void growFixedWidth(QWidget *widget, int width);
void growLeastWidth(QWidget *widget, int width);
void growMostWidth(QWidget *widget, int width);

} // namespace foredeck::ui
