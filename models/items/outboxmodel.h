#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/core/result.h"
#include "models/items/smalllistmodel.h"

#include <QTimer>

namespace foredeck {

/// What has not been confirmed, oldest first: what it is, to whom, its state, since when it waits, when it is tried next.
/// Read cursors and synced compositions are left out: nobody waits for them. Of thousands of acts, as an order on many
/// conversations leaves them, the first ones stand here, and all that a person has to look at or wrote.
class OutboxModel final : public SmallListModel<OutboxRow> {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< the op's id
        KindRole, ///< OpKind as int
        StateRole, ///< OpState as int
        WhomRole, ///< name or phone; the client's name for acts on a client
        ClientNameRole,
        TextRole, ///< what a person wrote in it
        CreatedAtRole, ///< ms since the epoch, local clock
        NextTryRole, ///< ms since the epoch, local clock, or invalid
        AttemptsRole,
        ProblemRole, ///< a sentence
        ConversationIdRole,
    };
    explicit OutboxModel(const LocalStore &store, QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();

protected:
    const std::string &idOf(const OutboxRow &row) const override { return row.op.id.value; }
    bool same(const OutboxRow &a, const OutboxRow &b) const override;

private:
    void wanted();
    void reload();
    const LocalStore &m_store;
    bool m_reading = false;
    bool m_again = false;
    QTimer m_pause; ///< between two readings of a long list
    Mailbox m_mailbox;
};

/// What a person wrote in the act; see textOf().
QString opText(const Op &op);
/// The sentence of a problem+json: its detail, else its title; empty when there is none.
QString problemSentence(const std::string &problem);
/// The fields that a problem+json names, each with what is wrong with it; empty when it names none.
std::vector<FieldError> problemFields(const std::string &problem);

} // namespace foredeck
