#include "app/console.h"
#include "app/desktopnotifier.h"
#include "app/endsignals.h"
#include "app/refusal.h"
#include "app/systemappearance.h"
#include "app/tour.h"
#include "version.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

namespace {

using namespace foredeck;

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

void nameProgram(const Options &options)
{
    QCoreApplication::setApplicationName(QStringLiteral("foredeck"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(programVersion));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Foredeck"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.foredeck.Foredeck"));
    QGuiApplication::setQuitOnLastWindowClosed(false);
    if (!options.logRules.isEmpty())
        QLoggingCategory::setFilterRules(QString(options.logRules).replace(QLatin1Char(','), QLatin1Char('\n')));
}

void applyPreferences(const Options &options, ui::Preferences &preferences, ui::ThemeManager &themes, Language &language)
{
    if (options.resetWindow)
        preferences.resetWindow();
    themes.setAppearance(preferences.appearance());
    themes.setDensity(preferences.density());
    themes.setTextPercent(preferences.textPercent());
    language.use(options.language.isEmpty() ? preferences.language() : options.language);
}

int complain(const QString &problem)
{
    std::fprintf(stderr, "foredeck: %s\n", qPrintable(problem));
    return 2;
}

int refuse(const Options &options, const QString &problem)
{
    const int code = complain(problem);
    if (!options.tour.isEmpty())
        return code;
    Refusal window(problem);
    QObject::connect(&window, &Refusal::closed, qApp, [code] { QCoreApplication::exit(code); });
    window.show();
    return QApplication::exec();
}

int runWindow(const Options &options, const QString &profile)
{
    const SystemClock clock;
    const Places places(profile, options.sample);
    ui::ThemeManager themes;
    ui::Preferences preferences(std::make_unique<QSettings>(places.settings(), QSettings::IniFormat));
    Language language;
    applyPreferences(options, preferences, themes, language);
    SystemAppearance desktop;
    QObject::connect(&desktop, &SystemAppearance::darkChanged, &themes, &ui::ThemeManager::setSystemDark);
    QObject::connect(&desktop, &SystemAppearance::contrastChanged, &themes, &ui::ThemeManager::setSystemContrast);
    DesktopNotifier notifier;
    Console console(options, clock, themes, preferences, language, places, notifier);
    std::unique_ptr<Tour> tour;
    if (!options.tour.isEmpty()) {
        tour = std::make_unique<Tour>(console, themes, options.tour);
    } else {
        desktop.ask();
        notifier.begin();
    }
    QObject::connect(qApp, &QGuiApplication::lastWindowClosed, &console, &Console::quit);
    if (const auto started = console.start(); started.hasError()) {
        const QString why = QString::fromStdString(started.error().detail);
        if (started.error().kind != Error::Kind::Busy)
            return refuse(options, why);
        std::printf("foredeck: %s\n", qPrintable(why));
        return 0;
    }
    const EndSignals ends;
    QObject::connect(&ends, &EndSignals::asked, &console, &Console::end);
    const int code = QApplication::exec();
    if (!console.problem().isEmpty())
        return refuse(options, console.problem());
    return tour && !tour->isComplete() ? 1 : code;
}

/// Why there can be no window or no pictures, before anything is made.
Result<void> checkSurroundings(const Options &options)
{
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM"))
        return Error::of(Error::Kind::NotConfigured, "no display; with QT_QPA_PLATFORM=offscreen --tour needs none");
    if (options.tour.isEmpty() || (QDir().mkpath(options.tour) && QFileInfo(options.tour).isWritable()))
        return {};
    return Error::of(Error::Kind::Invalid, "--tour needs a folder to write into, and this is none: " + options.tour.toStdString());
}

} // namespace

int main(int argc, char **argv)
{
    const auto options = parseOptions(argumentsOf(argc, argv));
    if (options.hasError())
        return complain(QString::fromStdString(options.error().detail));
    if (options.value().help) {
        std::fputs(usage().toUtf8().constData(), stdout);
        return 0;
    }
    if (options.value().version) {
        std::printf("foredeck %s\n", programVersion);
        return 0;
    }
    if (const auto fit = checkSurroundings(options.value()); fit.hasError())
        return complain(QString::fromStdString(fit.error().detail));
    nameProgram(options.value());
    QApplication application(argc, argv);
    if (options.value().tour.isEmpty())
        return runWindow(options.value(), options.value().profile);
    // A tour leaves nothing behind but its pictures.
    const QTemporaryDir folder;
    return runWindow(options.value(), options.value().profile.isEmpty() ? folder.path() : options.value().profile);
}
