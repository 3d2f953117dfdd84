#pragma once

class QString;
class QWidget;

namespace foredeck::ui {

/// The name of a widget to assistive technology. Unlike QWidget::setAccessibleName() it tells nobody of a name that stays: a
/// screen reader would read it again each time.
void setSpokenName(QWidget *widget, const QString &words);

/// What comes up by itself is said, too, to whoever does not see it: to assistive technology such a widget is a notification,
/// and each announcement says that it came up, under these words as its name. (Qt 6.4 passes no alert on to AT-SPI.)
void makeAnnouncing(QWidget *widget);
/// Before it is shown, which says so itself, or while it is. Nothing where the words are empty.
void announce(QWidget *widget, const QString &words);

} // namespace foredeck::ui
