#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/refill.h"

#include <QObject>

#include <optional>
#include <vector>

namespace foredeck {

/// One lead with its conversations, for the side panel. Follows the cache.
class LeadDetails final : public QObject {
    Q_OBJECT
public:
    explicit LeadDetails(const LocalStore &store, QObject *parent = nullptr);
    void setLead(const LeadId &lead);
    const LeadId &leadId() const { return m_id; }
    /// Nothing until `changed`, or when the cache does not hold it.
    const std::optional<LeadPage> &page() const { return m_page; }

Q_SIGNALS:
    void changed();

private:
    void reload();
    const LocalStore &m_store;
    LeadId m_id;
    std::optional<LeadPage> m_page;
    Mailbox m_mailbox;
};

/// The open conversation's row, for the thread's head, the claim strip and the composer. Follows the cache.
class ConversationDetails final : public QObject {
    Q_OBJECT
public:
    explicit ConversationDetails(const LocalStore &store, QObject *parent = nullptr);
    void setConversation(const ConversationId &id);
    const ConversationId &conversationId() const { return m_id; }
    const std::optional<ConversationRow> &row() const { return m_row; }
    /// False until the cache has answered: no row after that means that it holds none.
    bool isRead() const { return m_isRead; }
    /// The whole open escalation with its brief; nothing when there is none.
    const std::optional<Escalation> &escalation() const { return m_escalation; }
    /// Where it stands, as the server told it last.
    const ConversationSummary &summary() const { return m_summary; }
    /// Who takes part in it.
    const std::vector<Participant> &participants() const { return m_participants; }

Q_SIGNALS:
    void changed();

private:
    void reload();
    const LocalStore &m_store;
    ConversationId m_id;
    std::optional<ConversationRow> m_row;
    std::optional<Escalation> m_escalation;
    ConversationSummary m_summary;
    std::vector<Participant> m_participants;
    bool m_isRead = false;
    Mailbox m_mailbox;
};

/// One hand-over with all that its page shows of it, after this person's acts. Follows the cache.
class EscalationDetails final : public QObject {
    Q_OBJECT
public:
    explicit EscalationDetails(const LocalStore &store, QObject *parent = nullptr);
    /// `known`: its row, where a list has it already; the cache is asked all the same.
    void setEscalation(const EscalationId &id, const std::optional<EscalationRow> &known = {});
    const EscalationId &escalationId() const { return m_id; }
    const std::optional<EscalationRow> &row() const { return m_row; }
    /// False until the cache has answered: no row after that means that it holds none.
    bool isRead() const { return m_isRead; }

Q_SIGNALS:
    void changed();

private:
    void reload();
    const LocalStore &m_store;
    EscalationId m_id;
    std::optional<EscalationRow> m_row;
    bool m_isRead = false;
    Mailbox m_mailbox;
};

/// One lead with its newest conversation and what is recorded of it, for its page. Follows the cache while somebody looks.
class LeadRecord final : public QObject {
    Q_OBJECT
public:
    explicit LeadRecord(const LocalStore &store, QObject *parent = nullptr);
    /// What changed while nobody looked is read when somebody does.
    void setLive(bool live);
    void setLead(const LeadId &id);
    const LeadId &leadId() const { return m_id; }
    const std::optional<LeadRow> &row() const { return m_row; }
    const LeadHistory &history() const { return m_history; }
    const LeadKin &kin() const { return m_kin; }
    /// False until the cache has answered: no row after that means that it holds none.
    bool isRead() const { return m_isRead; }

Q_SIGNALS:
    void changed();

private:
    void reload();
    const LocalStore &m_store;
    LeadId m_id;
    std::optional<LeadRow> m_row;
    LeadHistory m_history;
    LeadKin m_kin;
    bool m_isRead = false;
    bool m_live = false;
    bool m_reading = false;
    bool m_stale = false;
    Mailbox m_mailbox;
};

/// One client with what its settings page edits. Follows the cache, and stays as it was while that cannot be read or is
/// being filled anew; a form compares versions before it overwrites.
class ClientDetails final : public QObject {
    Q_OBJECT
public:
    struct Data {
        Client client;
        std::optional<ClientSettings> settings;
        std::vector<Location> locations;
        std::optional<Agency> agency;
    };

    explicit ClientDetails(const LocalStore &store, QObject *parent = nullptr);
    void setClient(const ClientId &client);
    const ClientId &clientId() const { return m_id; }
    const std::optional<Data> &data() const { return m_data; }
    /// False until the cache has answered: no data after that means that it holds none.
    bool isRead() const { return m_isRead; }

Q_SIGNALS:
    void changed();

private:
    void reload();
    const LocalStore &m_store;
    ClientId m_id;
    std::optional<Data> m_data;
    Refill m_refill;
    bool m_isRead = false;
    Mailbox m_mailbox;
};

} // namespace foredeck
