#pragma once

#include "models/cache/outboxacts.h"
#include "models/ports/ephemera.h"
#include "models/ports/notifier.h"
#include "tests/cache/storefixture.h"
#include "tests/items/fakerequests.h"
#include "ui/shell/desk.h"
#include "ui/shell/host.h"
#include "ui/shell/preferences.h"
#include "ui/theme/thememanager.h"

#include <QSettings>

namespace foredeck::ui {

/// The program around the window, as far as a test needs one: notes what it was asked.
class NotedHost final : public Host {
public:
    bool isSample() const override { return sample; }
    bool isEmbedded() const override { return embedded; }
    bool answersCustomers() const override { return answering; }
    bool hasTray() const override { return tray; }
    void stayInTray() override { ++stayed; }
    void comeForward() override { ++forward; }
    void quitProgram() override { ++quits; }
    QString version() const override { return QStringLiteral("0"); }
    bool isTrafficPaused() const override { return paused; }
    void setTrafficPaused(bool on) override
    {
        paused = on;
        Q_EMIT trafficChanged();
    }
    void startBusiness(const BusinessPlan &plan) override { plans.push_back(plan); }
    bool hasSample() const override { return sample || sampleKept; }
    void clearSample() override { ++cleared; }
    QUrl door() const override { return at; }
    std::vector<KnownPlace> knownPlaces() const override { return places; }
    void probe(const QString &address) override { probes << address; }
    bool openServer(const QString &address) override
    {
        opened << address;
        return open;
    }
    void openThisComputer() override { opened << QStringLiteral("embedded"); }
    void setLanguage(const QString &code) override { lang = code; }
    QString language() const override { return lang; }

    bool sample = false;
    bool sampleKept = false;
    QUrl at;
    bool embedded = true;
    bool paused = false;
    bool answering = false;
    bool tray = false;
    int stayed = 0;
    int forward = 0;
    int quits = 0;
    int cleared = 0;
    std::vector<BusinessPlan> plans;
    std::vector<KnownPlace> places;
    QStringList probes;
    QStringList opened;
    bool open = false; ///< what openServer() answers
    QString lang = QStringLiteral("en");
};

/// Notifications as a desktop without any, or with one, would take them.
class NotedNotifier final : public Notifier {
public:
    const NotifierStatus &status() const override { return m_status; }
    void setStatus(const NotifierStatus &status)
    {
        m_status = status;
        Q_EMIT statusChanged();
    }
    void show(const Notification &notice) override
    {
        shown.push_back(notice);
        standing.insert_or_assign(notice.key, notice);
    }
    void close(const QString &key) override { standing.erase(key); }
    void closeAll() override { standing.clear(); }
    void setCount(int waiting, bool isUrgent) override
    {
        count = waiting;
        urgent = isUrgent;
    }

    std::vector<Notification> shown;
    std::map<QString, Notification> standing;
    int count = -1;
    bool urgent = false;

private:
    NotifierStatus m_status {NotifierStatus::Service::There, QStringLiteral("Test"), true, true, true};
};

/// A real cache with the people of the target picture in it, real acts into a real outbox, and noted requests.
class TestDesk {
public:
    explicit TestDesk(ThemeManager &themes);
    Desk desk() { return {*store.store, *acts, requests, ephemera, store.clock, m_themes, *preferences, host, notifier}; }
    /// Four clients, ten conversations, a transcript in Elena's with everything a transcript can hold.
    void fill();
    /// The cache was damaged and is begun anew, and the server is away: of no client there is anything.
    void loseCache();
    /// The server is back: the clients come first, then all that fill() brings.
    void fillAgain();
    /// The hand-overs of the target picture, after fill(): three that nobody has, three that somebody has, and closed ones.
    void fillEscalations();
    /// Four clients and the leads of the target picture (41 to 56; Sofia is 42), and 24 of less weight. Without fill().
    void fillLeads();
    static EscalationId escalation(int n) { return EscalationId {foredeck::test::idText(12, n)}; }
    void signIn();
    /// Until what was written is told, read and drawn.
    void settle();
    static ConversationId elena() { return foredeck::test::conversationId(2); }
    static ConversationId marcus() { return foredeck::test::conversationId(1); }
    static ConversationId greta() { return foredeck::test::conversationId(4); } ///< the assistant answers

    foredeck::test::StoreFixture store;
    Ephemera ephemera;
    std::unique_ptr<OutboxActs> acts;
    foredeck::test::NotedRequests requests;
    NotedHost host;
    NotedNotifier notifier;
    std::unique_ptr<Preferences> preferences;

private:
    void fillClients(std::vector<Entity> &entities) const;
    void addHandOver(std::vector<Entity> &entities, Escalation escalation, const std::string &name, int client, ChannelKind channel, const std::string &words, int score) const;
    void fillElena(std::vector<Entity> &entities) const;

    ThemeManager &m_themes;
    QTemporaryDir m_dir;
};

} // namespace foredeck::ui
