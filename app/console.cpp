#include "app/console.h"

#include "net/vault/profile.h"
#include "ui/words/problemwords.h"
#include "version.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QPointer>
#include <QScreen>
#include <QThreadPool>

Q_LOGGING_CATEGORY(lcConsole, "foredeck.console", QtInfoMsg)

namespace foredeck {

namespace {

const QString embedded = QStringLiteral("embedded");
constexpr int titleBarRoom = 40;
const QString backendBanner = QStringLiteral("backend");

QString wordsOf(const Error &error)
{
    return QString::fromStdString(error.detail);
}

} // namespace

Console::Console(const Options &options, const Clock &clock, ui::ThemeManager &themes, ui::Preferences &preferences, Language &language, const Places &places, Notifier &notifier)
    : m_options(options)
    , m_clock(clock)
    , m_themes(themes)
    , m_preferences(preferences)
    , m_language(language)
    , m_places(places)
    , m_notifier(notifier)
    , m_paused(options.paused || preferences.isSamplePaused())
    , m_maker(places.program(QStringLiteral("foredeckd")))
{
    connect(&m_notifier, &Notifier::countChanged, this, [this](int count) {
        m_waiting = count;
        if (m_tray)
            m_tray->setWaiting(count);
    });
}

Console::~Console() = default;

QString Console::version() const
{
    return QString::fromLatin1(programVersion);
}

Result<void> Console::start()
{
    if (!m_options.server.isEmpty()) {
        m_mode = Mode::Remote;
        if (auto opened = openProfile(m_places.remote()); opened.hasError())
            return opened;
        if (auto opened = openWorkspace(m_options.server, m_profile->serverIdOf(m_options.server)); opened.hasError())
            return opened;
        m_workspace->window().setServerAddress(m_options.server);
        if (!m_workspace->serverId().isEmpty())
            m_workspace->connectTo(QUrl(m_options.server), {});
        else
            probe(m_options.server);
        return {};
    }
    return openEmbedded(!m_places.hasStore(false));
}

Result<void> Console::openProfile(const QString &folder)
{
    m_profile.reset();
    auto profile = Profile::open(folder);
    if (profile.hasError())
        return profile.error();
    m_profile = std::move(profile).value();
    connect(m_profile.get(), &Profile::raiseRequested, this, &Console::raiseWindow);
    return {};
}

/// On a screen that it does not fit into with its frame, the window takes all of it: its foot tells how fresh the picture is.
void Console::showWindow()
{
    ui::MainWindow &window = m_workspace->window();
    const QSize room = window.screen()->availableSize() - QSize(0, titleBarRoom);
    const bool fits = room.width() >= window.width() && room.height() >= window.height();
    if (fits || !m_options.tour.isEmpty() || window.isMaximized())
        window.show();
    else
        window.showMaximized();
}

void Console::raiseWindow()
{
    if (!m_workspace)
        return;
    m_tray.reset();
    ui::MainWindow &window = m_workspace->window();
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

void Console::stayInTray()
{
    m_tray = std::make_unique<Tray>();
    m_tray->setWaiting(m_waiting);
    // Queued: the tray must not go while its own signal is being delivered.
    connect(m_tray.get(), &Tray::openWanted, this, &Console::raiseWindow, Qt::QueuedConnection);
    connect(m_tray.get(), &Tray::quitWanted, this, &Console::quitFromTray, Qt::QueuedConnection);
    m_workspace->window().hide();
}

/// The window may hold what is not saved: it comes back, and asks.
void Console::quitFromTray()
{
    if (!m_workspace)
        return quit();
    raiseWindow();
    m_workspace->window().quit();
}

Result<void> Console::openWorkspace(const QString &address, const QString &serverId)
{
    // Two addresses may lead to one server: its folder is given back before it is opened again.
    if (m_workspace && m_workspace->serverId() == serverId)
        leaveWorkspace();
    auto opened = Workspace::open({m_profile.get(), address, serverId, version(), &m_clock, &m_themes, &m_preferences, this, &m_notifier});
    if (opened.hasError())
        return opened.error();
    const std::unique_ptr<Workspace> before = std::exchange(m_workspace, std::move(opened).value());
    connect(m_workspace.get(), &Workspace::serverReplaced, this, [this, address](const QString &id) {
        m_profile->setServerIdOf(address, id);
        if (const auto again = openWorkspace(address, id); again.hasError())
            return notOpened(address, wordsOf(again.error()));
        if (m_mode == Mode::Remote)
            m_workspace->connectTo(QUrl(address), {});
    }, Qt::QueuedConnection);
    connect(&m_workspace->ephemera(), &Ephemera::sessionChanged, this, &Console::rememberServer);
    m_changing = false;
    m_sampleKept = m_places.hasStore(true);
    if (before)
        m_geometry = before->window().saveGeometry();
    if (!m_geometry.isEmpty())
        m_workspace->window().restoreGeometry(std::exchange(m_geometry, {}));
    if (m_showWindow)
        showWindow();
    if (!serverId.isEmpty())
        Q_EMIT workspaceOpened();
    return {};
}

Result<void> Console::openEmbedded(bool sample)
{
    m_mode = sample ? Mode::Sample : Mode::Business;
    if (auto opened = openProfile(m_places.console(sample)); opened.hasError())
        return opened;
    if (auto opened = openWorkspace(embedded, m_profile->serverIdOf(embedded)); opened.hasError())
        return opened;
    if (m_places.hasStore(sample))
        startBackend();
    else if (sample)
        makeSampleStore();
    return {};
}

void Console::makeSampleStore()
{
    m_maker.disconnect(this);
    connect(&m_maker, &BusinessMaker::made, this, &Console::startBackend);
    connect(&m_maker, &BusinessMaker::failed, this, &Console::onGone);
    if (m_places.sampleFolder().isEmpty())
        return onGone(tr("The sample business was not found; give its folder with --sample."));
    m_maker.makeSample(m_places.sampleFolder() + QStringLiteral("/business.json"), m_places.server(true), m_places.doors());
}

void Console::startBackend()
{
    const bool sample = isSample();
    const QString program = m_places.program(QStringLiteral("foredeckd"));
    if (program.isEmpty())
        return onGone(tr("foredeckd was not found beside this program."));
    m_backend = std::make_unique<EmbeddedBackend>(program, m_places.server(sample), m_places.log(QStringLiteral("foredeckd")));
    connect(m_backend.get(), &EmbeddedBackend::ready, this, &Console::onReady);
    connect(m_backend.get(), &EmbeddedBackend::gone, this, &Console::onGone);
    connect(m_backend.get(), &EmbeddedBackend::stopped, this, &Console::closed);
    if (sample) {
        m_traffic = std::make_unique<SampleTraffic>(SampleTraffic::Setup {m_places.program(QStringLiteral("foredeck-traffic")), m_places.sampleFolder() + QStringLiteral("/dialogues.jsonl"),
            m_places.doors(), m_places.ledger(), m_places.log(QStringLiteral("foredeck-traffic")), m_speed});
        m_traffic->setPaused(m_paused);
        connect(m_traffic.get(), &SampleTraffic::stopped, this, &Console::closed);
    }
    m_backend->start();
}

void Console::onReady(const QUrl &server, const QString &token, const QString &serverId)
{
    if (m_workspace->serverId() != serverId) {
        m_profile->setServerIdOf(embedded, serverId);
        if (const auto opened = openWorkspace(embedded, serverId); opened.hasError())
            return onGone(wordsOf(opened.error()));
    }
    setDoor(server);
    m_workspace->window().untell(backendBanner);
    m_workspace->connectTo(server, token);
    if (m_traffic)
        m_traffic->start(server);
}

void Console::onGone(const QString &why)
{
    qCWarning(lcConsole, "%s", qPrintable(why));
    setDoor({});
    if (!m_workspace)
        return;
    SyncStatus status = m_workspace->ephemera().sync();
    status.phase = SyncPhase::Offline;
    status.since = status.since ? status.since : std::optional<Timestamp>(m_clock.now());
    status.detail = why;
    m_workspace->ephemera().setSync(status);
    m_workspace->window().tell(backendBanner, tr("The backend on this computer does not run."), ui::problemWords(why));
}

void Console::close(std::function<void()> then)
{
    m_then = std::move(then);
    m_closing = 1;
    m_door = {};
    if (m_traffic) {
        ++m_closing;
        m_traffic->stop();
    }
    if (m_backend) {
        ++m_closing;
        m_backend->stop();
    }
    closed();
}

void Console::closed()
{
    if (!m_then || --m_closing > 0)
        return;
    // From a signal of the very object that goes.
    QMetaObject::invokeMethod(this, [this] {
        m_traffic.reset();
        m_backend.reset();
        const auto next = std::exchange(m_then, {});
        m_ends ? QCoreApplication::exit() : next();
    }, Qt::QueuedConnection);
}

void Console::quit()
{
    if (m_then || m_changing)
        return;
    // Not QCoreApplication::quit(): that asks the windows first. A window asks before it comes here; an end signal asks nobody.
    close([] { QCoreApplication::exit(); });
}

void Console::end()
{
    m_ends = true;
    quit();
}

void Console::leaveWorkspace()
{
    // Its window is the last one for a moment, and that must not end the program.
    m_changing = true;
    if (m_workspace)
        m_geometry = m_workspace->window().saveGeometry();
    m_workspace.reset();
}

void Console::openAgain(bool sample)
{
    const auto opened = openEmbedded(sample);
    if (!opened.hasError())
        return;
    m_problem = wordsOf(opened.error());
    QCoreApplication::exit();
}

void Console::setTrafficPaused(bool paused)
{
    m_paused = paused;
    m_preferences.setSamplePaused(paused);
    if (m_traffic)
        m_traffic->setPaused(paused);
    Q_EMIT trafficChanged();
}

void Console::setDoor(const QUrl &door)
{
    m_door = door;
    Q_EMIT doorChanged();
}

void Console::startBusiness(const ui::BusinessPlan &plan)
{
    m_maker.disconnect(this);
    connect(&m_maker, &BusinessMaker::failed, this, &Host::businessFailed);
    connect(&m_maker, &BusinessMaker::made, this, [this] {
        Q_EMIT businessMade();
        close([this] {
            leaveWorkspace();
            openAgain(false);
        });
    });
    m_maker.makeBusiness(plan, m_places.server(false));
}

void Console::clearSample()
{
    m_paused = true;
    m_preferences.setSamplePaused(true);
    if (!isSample())
        return removeSample();
    close([this] {
        leaveWorkspace();
        m_profile.reset();
        removeSample();
    });
}

/// In the background. Where the sample was open, what is left is opened afterwards.
void Console::removeSample()
{
    // Another program may have the sample open; then it is not taken from it.
    auto held = Profile::open(m_places.console(true));
    if (held.hasError())
        return m_workspace ? m_workspace->window().tellOnce(QStringLiteral("sample_kept"), tr("The sample could not be cleared."), wordsOf(held.error())) : openAgain(true);
    held.value().reset();
    // The thread may outlive this object, but not the program.
    QThreadPool::globalInstance()->start([console = QPointer<Console>(this), server = m_places.server(true), cache = m_places.console(true), ledger = m_places.ledger()] {
        QDir(server).removeRecursively();
        QDir(cache).removeRecursively();
        QFile::remove(ledger);
        QMetaObject::invokeMethod(qApp, [console] {
            if (console)
                console->sampleRemoved();
        }, Qt::QueuedConnection);
    });
}

void Console::sampleRemoved()
{
    if (m_ends && m_changing) // else it ends by itself, in order
        return QCoreApplication::exit();
    m_sampleKept = m_places.hasStore(true);
    if (isSample() && !m_workspace)
        return openAgain(!m_places.hasStore(false));
    Q_EMIT trafficChanged();
}

void Console::setLanguage(const QString &code)
{
    if (code == m_language.code())
        return;
    m_preferences.setLanguage(code);
    QMetaObject::invokeMethod(this, [this, code] {
        m_language.use(code);
        if (m_workspace)
            m_workspace->renewWindow();
    }, Qt::QueuedConnection);
}

} // namespace foredeck
