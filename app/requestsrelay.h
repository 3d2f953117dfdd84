#pragma once

#include "models/ports/requests.h"

#include <QPointer>

namespace foredeck {

/// Stands where the network will stand: the window is there before the backend is. What is asked too early is nothing
/// lost, since every window asks again when it shows something.
class RequestsRelay final : public Requests {
    Q_OBJECT

public:
    using Requests::Requests;
    void setTarget(Requests *target);

    void signIn(const QString &email, const QString &password, bool remember) override;
    void signOut() override;
    void checkPassword(const User &person, const QString &password) override;
    void signInForThisSessionOnly() override;
    void fetchOlder(const ConversationId &conversation, std::int64_t beforePosition) override;
    void fetchConversation(const ConversationId &conversation) override;
    void fetchEscalations(const ClientId &client, EscalationStatus status, bool further) override;
    void tryRule(quint64 number, const ClientRule &rule) override;
    void fetchDashboard(const ClientId &client) override;
    void retryNow() override;
    void showPresence(const ClientId &client, const ConversationId &conversation, PresenceKind kind) override;

private:
    QPointer<Requests> m_target;
};

} // namespace foredeck
