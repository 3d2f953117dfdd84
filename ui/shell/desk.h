#pragma once

namespace foredeck {
class Acts;
class Clock;
class Ephemera;
class LocalStore;
class Notifier;
class Requests;
}

namespace foredeck::ui {

class CommandRegistry;
class Host;
class Preferences;
class ThemeManager;

/// What pages work with, handed over by the composition root. All of it outlives every page.
struct Desk {
    const LocalStore &store;
    Acts &acts;
    Requests &requests;
    Ephemera &ephemera;
    const Clock &clock;
    ThemeManager &themes;
    Preferences &preferences;
    Host &host;
    Notifier &notifier;
};

} // namespace foredeck::ui
