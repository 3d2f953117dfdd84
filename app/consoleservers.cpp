#include "app/console.h"

#include "net/api/serverprobe.h"
#include "net/vault/profile.h"

#include <QElapsedTimer>

namespace foredeck {

std::vector<ui::KnownPlace> Console::knownPlaces() const
{
    std::vector<ui::KnownPlace> places;
    for (const auto &[address, email] : m_preferences.servers())
        places.push_back({address, QUrl(address).host(), email});
    if (m_mode == Mode::Remote)
        places.push_back({QStringLiteral("embedded"), tr("This computer only"), tr("No server, no password")});
    return places;
}

void Console::rememberServer()
{
    if (m_mode == Mode::Remote && m_workspace && m_workspace->ephemera().session() == SessionPhase::SignedIn)
        m_preferences.rememberServer(m_workspace->address(), QString::fromStdString(m_workspace->ephemera().me().email));
}

void Console::probe(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    ui::Probe answer;
    answer.encrypted = url.scheme() == QStringLiteral("https");
    if (!url.isValid() || url.host().isEmpty()) {
        answer.problem = tr("This is no address.");
        Q_EMIT probed(address, answer);
        return;
    }
    QElapsedTimer since;
    since.start();
    probeServer(url, this, [this, address, answer, since](const Result<ServerMeta> &meta) mutable {
        answer.ms = since.elapsed();
        if (meta.hasError()) {
            answer.problem = tr("No answer: %1").arg(QString::fromStdString(meta.error().detail));
        } else {
            answer.answered = true;
            answer.name = meta.value().product + QLatin1Char(' ') + meta.value().version;
            if (m_mode == Mode::Remote && m_profile)
                m_profile->setServerIdOf(address, meta.value().serverId);
        }
        Q_EMIT probed(address, answer);
    });
}

bool Console::openServer(const QString &address)
{
    if (m_mode == Mode::Remote && m_workspace && m_workspace->address() == address && !m_workspace->serverId().isEmpty())
        return true;
    const auto open = [this, address] {
        m_mode = Mode::Remote;
        auto opened = m_profile ? Result<void>() : openProfile(m_places.remote());
        if (!opened.hasError())
            opened = openWorkspace(address, m_profile->serverIdOf(address));
        if (opened.hasError())
            return notOpened(address, QString::fromStdString(opened.error().detail));
        m_workspace->window().setServerAddress(address);
        if (m_workspace->serverId().isEmpty())
            return probe(address);
        m_workspace->connectTo(QUrl(address), {});
        m_workspace->window().goOnSigningIn();
    };
    if (m_mode == Mode::Remote) {
        QMetaObject::invokeMethod(this, open, Qt::QueuedConnection);
        return false;
    }
    close([this, open] {
        leaveWorkspace();
        m_profile.reset();
        open();
    });
    return false;
}

/// There is always a window: the one that is open says why, or this computer's own is opened and says it.
void Console::notOpened(const QString &address, const QString &problem)
{
    if (!m_workspace)
        openAgain(!m_places.hasStore(false));
    if (m_workspace)
        m_workspace->window().tellOnce(QStringLiteral("server"), tr("%1 could not be opened.").arg(QUrl(address).host()), problem);
}

void Console::openThisComputer()
{
    close([this] {
        leaveWorkspace();
        openAgain(!m_places.hasStore(false));
    });
}

} // namespace foredeck
