#pragma once

#include "app/businessmaker.h"
#include "app/embeddedbackend.h"
#include "app/language.h"
#include "app/options.h"
#include "app/places.h"
#include "app/sampletraffic.h"
#include "app/tray.h"
#include "app/workspace.h"
#include "models/core/clock.h"
#include "models/ports/notifier.h"
#include "ui/shell/host.h"
#include "ui/shell/preferences.h"
#include "ui/theme/thememanager.h"

#include <functional>
#include <memory>

namespace foredeck {

class Profile;

/// The program: which business is open and what runs for it. It builds everything, hands it over by reference, and is the
/// interface's Host. Nothing here waits; each change is a step that the next signal continues.
class Console final : public ui::Host {
    Q_OBJECT

public:
    Console(const Options &options, const Clock &clock, ui::ThemeManager &themes, ui::Preferences &preferences, Language &language, const Places &places, Notifier &notifier);
    ~Console() override;

    /// Opens what was open last, or the sample. Busy: another program has it and was asked to show itself; other errors:
    /// nothing could be opened.
    Result<void> start();
    /// Why the event loop was left without anybody's wish: nothing could be opened any more. Empty otherwise.
    QString problem() const { return m_problem; }
    /// Ends children and leaves the event loop. While another business is being opened it does nothing: that has no window
    /// for a moment, and nobody wants to leave by that.
    void quit();
    /// As quit(), but in that moment, too: then as soon as what is under way has been done.
    void end();
    Workspace *workspace() const noexcept { return m_workspace.get(); }
    EmbeddedBackend *backend() const noexcept { return m_backend.get(); }
    /// Faster customers, for the tour.
    void setTrafficSpeed(double speed) { m_speed = speed; }
    void setWindowShown(bool shown) { m_showWindow = shown; }

    bool isSample() const override { return m_mode == Mode::Sample; }
    bool isEmbedded() const override { return m_mode != Mode::Remote; }
    bool answersCustomers() const override { return m_mode == Mode::Business && m_backend && m_backend->isRunning(); }
    bool hasTray() const override { return Tray::isThere(); }
    void stayInTray() override;
    void comeForward() override { raiseWindow(); }
    void quitProgram() override { quit(); }
    QString version() const override;
    bool isTrafficPaused() const override { return m_paused; }
    void setTrafficPaused(bool paused) override;
    void startBusiness(const ui::BusinessPlan &plan) override;
    bool hasSample() const override { return isSample() || m_sampleKept; }
    void clearSample() override;
    QUrl door() const override { return m_mode == Mode::Business ? m_door : QUrl(); }
    QUrl server() const override { return m_mode == Mode::Remote && m_workspace ? QUrl(m_workspace->address()) : m_door; }
    std::vector<ui::KnownPlace> knownPlaces() const override;
    void probe(const QString &address) override;
    bool openServer(const QString &address) override;
    void openThisComputer() override;
    void setLanguage(const QString &code) override;
    QString language() const override { return m_language.code(); }

Q_SIGNALS:
    /// A workspace with a known server is open and its window exists.
    void workspaceOpened();

private:
    enum class Mode { Sample, Business, Remote };

    Result<void> openEmbedded(bool sample);
    Result<void> openProfile(const QString &folder);
    Result<void> openWorkspace(const QString &address, const QString &serverId);
    void makeSampleStore();
    void removeSample();
    void sampleRemoved();
    void setDoor(const QUrl &door);
    void startBackend();
    void onReady(const QUrl &server, const QString &token, const QString &serverId);
    void onGone(const QString &why);
    /// Lets traffic, backend and store go, then does the next thing.
    void close(std::function<void()> then);
    void closed();
    /// Lets the open business go; the next window stands where its window stood.
    void leaveWorkspace();
    void openAgain(bool sample);
    void notOpened(const QString &address, const QString &problem);
    void showWindow();
    void raiseWindow();
    void quitFromTray();
    void rememberServer();

    Options m_options;
    const Clock &m_clock;
    ui::ThemeManager &m_themes;
    ui::Preferences &m_preferences;
    Language &m_language;
    Places m_places;
    Notifier &m_notifier;
    Mode m_mode = Mode::Sample;
    QString m_problem;
    bool m_paused = false;
    bool m_sampleKept = false; ///< beside the business that is open
    QUrl m_door; ///< of the backend on this computer, while it runs
    bool m_showWindow = true;
    bool m_changing = false; ///< between one business's window and the next one's
    bool m_ends = false; ///< it was told to: nothing else is opened any more
    QByteArray m_geometry;
    double m_speed = 1;
    int m_closing = 0; ///< children that have not ended yet
    std::function<void()> m_then;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<EmbeddedBackend> m_backend;
    std::unique_ptr<SampleTraffic> m_traffic;
    std::unique_ptr<Tray> m_tray; ///< only while the program stays without a window
    int m_waiting = 0; ///< customers, for a person
    BusinessMaker m_maker;
};

} // namespace foredeck
