#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/cache/storewriter.h"
#include "net/api/apiclient.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <string>

namespace foredeck {

/// Delivers the outbox: asks the writer what may go (the rules are outboxrules.h's), sends each under its op_id as the
/// Idempotency-Key, and records what came back. Lives on the net thread.
class OutboxSender : public QObject {
    Q_OBJECT
public:
    /// By stream, as the connection that is up told them; none while there is none.
    using Epochs = std::function<std::map<std::string, std::string>()>;
    OutboxSender(ApiClient &api, LocalStore &store, int parallel, Epochs epochs, QObject *parent = nullptr);

    void start();
    void stop();
    /// The wire is back or a person asked: what waits for a later try goes now.
    void retryNow();

Q_SIGNALS:
    /// An answer was 401: the token must be renewed; sending goes on afterwards by kick().
    void unauthorized();
    /// The server itself has answered an act.
    void answered();

public Q_SLOTS:
    void kick();

private:
    void take(const SendPlan &plan);
    void send(const Op &op);
    void sendTo(const Op &op);
    void findBase(const Op &op);
    void record(const Op &op, const ApiResponse &response);

    ApiClient &m_api;
    LocalStore &m_store;
    int m_parallel;
    Epochs m_epochs;
    bool m_started = false;
    bool m_asking = false;
    bool m_again = false;
    QTimer m_wake;
    std::map<ClientId, std::string> m_bases;
    Mailbox m_mailbox;
};

} // namespace foredeck
