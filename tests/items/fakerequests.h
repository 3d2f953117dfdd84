#pragma once

#include "models/ports/requests.h"

#include <vector>

namespace foredeck::test {

/// Notes what was asked; a test answers by the signals.
class NotedRequests final : public Requests {
public:
    void signIn(const QString &email, const QString &, bool) override { signIns << email; }
    void signOut() override { ++signOuts; }
    void checkPassword(const User &person, const QString &password) override { checks.emplace_back(person.id, password); }
    void signInForThisSessionOnly() override { }
    void fetchOlder(const ConversationId &conversation, std::int64_t before) override { older.emplace_back(conversation, before); }
    void fetchConversation(const ConversationId &conversation) override { fetched.push_back(conversation); }
    void fetchEscalations(const ClientId &client, EscalationStatus status, bool) override { closed.emplace_back(client, status); }
    void tryRule(quint64 number, const ClientRule &rule) override { tried.emplace_back(number, rule); }
    void fetchDashboard(const ClientId &client) override { dashboards.push_back(client); }
    void retryNow() override { }
    void showPresence(const ClientId &, const ConversationId &conversation, PresenceKind kind) override { presences.emplace_back(conversation, kind); }

    QStringList signIns; ///< e-mail addresses
    int signOuts = 0;
    std::vector<std::pair<UserId, QString>> checks; ///< passwords that were to be looked at
    std::vector<ConversationId> fetched; ///< conversations that were asked for
    std::vector<std::pair<quint64, ClientRule>> tried;
    std::vector<std::pair<ConversationId, std::int64_t>> older;
    std::vector<std::pair<ConversationId, PresenceKind>> presences;
    std::vector<ClientId> dashboards; ///< whose figures were asked for
    std::vector<std::pair<ClientId, EscalationStatus>> closed; ///< pages of them that were asked for
};

} // namespace foredeck::test
