#pragma once

#include <QSize>

class QWidget;

namespace foredeck::ui {

class ThemeManager;

/// The rows of a test that shows a page in every look, named "<page>-light" and so on.
void addLooks(const char *page);
/// Puts the look of the present row on. The window's size in it.
QSize wearLook(ThemeManager &themes);
/// Back to the one that every test begins with.
void takeLookOff(ThemeManager &themes);
/// What can be seen below it shows all its words.
void verifyNothingIsCut(const QWidget *whole);

} // namespace foredeck::ui
