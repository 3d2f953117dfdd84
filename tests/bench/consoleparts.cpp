#include "tests/bench/consoleparts.h"

#include "tests/bench/benchdata.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"

#include <QSettings>

namespace foredeck::bench {

namespace {

/// A person's own business, open on this computer.
class OwnBusiness final : public ui::Host {
public:
    bool isSample() const override { return false; }
    bool isEmbedded() const override { return true; }
    bool answersCustomers() const override { return false; }
    bool hasTray() const override { return false; }
    void stayInTray() override { }
    void quitProgram() override { }
    void comeForward() override { }
    QString version() const override { return QStringLiteral("0"); }
    bool isTrafficPaused() const override { return true; }
    void setTrafficPaused(bool) override { }
    void startBusiness(const ui::BusinessPlan &) override { }
    bool hasSample() const override { return false; }
    void clearSample() override { }
    QUrl door() const override { return {}; }
    std::vector<ui::KnownPlace> knownPlaces() const override { return {}; }
    void probe(const QString &) override { }
    bool openServer(const QString &) override { return false; }
    void openThisComputer() override { }
    void setLanguage(const QString &) override { }
    QString language() const override { return QStringLiteral("en"); }
};

} // namespace

ConsoleParts::ConsoleParts(const QString &folder)
    : m_places(folder + QStringLiteral("/program"), {})
    , m_preferences(std::make_unique<QSettings>(m_places.settings(), QSettings::IniFormat))
    , m_host(std::make_unique<OwnBusiness>())
{
    m_themes.setAppearance(m_preferences.appearance());
    m_themes.setDensity(m_preferences.density());
    m_themes.setTextPercent(m_preferences.textPercent());
    m_language.use(QStringLiteral("en"));
    m_desktop.ask();
    auto profile = Profile::open(folder);
    if (profile.hasError())
        qFatal("%s", profile.error().detail.c_str());
    m_profile = std::move(profile).value();
    const QString address = QStringLiteral("embedded");
    auto opened = Workspace::open({m_profile.get(), address, m_profile->serverIdOf(address), m_host->version(), &m_clock, &m_themes, &m_preferences, m_host.get(), &m_notifier});
    if (opened.hasError())
        qFatal("%s", opened.error().detail.c_str());
    m_workspace = std::move(opened).value();
    window().show();
}

QWidget *ConsoleParts::rows() { return window().inbox()->list()->view()->viewport(); }

int ConsoleParts::rowCount() { return window().inbox()->list()->view()->model()->rowCount(); }

} // namespace foredeck::bench
