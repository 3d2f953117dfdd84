#pragma once

#include "app/language.h"
#include "app/places.h"
#include "app/systemappearance.h"
#include "app/workspace.h"
#include "models/core/clock.h"
#include "models/ports/notifier.h"
#include "net/vault/profile.h"
#include "ui/shell/host.h"
#include "ui/shell/preferences.h"
#include "ui/theme/thememanager.h"

#include <memory>

namespace foredeck::bench {

/// The console as main() builds it, on a profile that bench_fillcache has made, up to its window. The backend's child
/// process and the wire are the benches' own affair.
class ConsoleParts {
public:
    explicit ConsoleParts(const QString &folder);
    Workspace &workspace() { return *m_workspace; }
    ui::MainWindow &window() { return m_workspace->window(); }
    /// The list's painted part.
    QWidget *rows();
    int rowCount();

private:
    SystemClock m_clock;
    Places m_places;
    ui::ThemeManager m_themes;
    ui::Preferences m_preferences;
    Language m_language;
    SystemAppearance m_desktop;
    NoNotifier m_notifier;
    std::unique_ptr<ui::Host> m_host;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace foredeck::bench
