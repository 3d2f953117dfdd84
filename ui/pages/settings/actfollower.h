#pragma once

#include "models/cache/mailbox.h"
#include "models/cache/rows.h"
#include "ui/shell/desk.h"

#include <QObject>

namespace foredeck::ui {

/// Follows one act of a form until the server has taken it, so that the form says "Saved" when that is so and keeps what
/// was typed when it is not. A refused act is watched on: it may be sent again from the outbox.
class ActFollower final : public QObject {
    Q_OBJECT

public:
    explicit ActFollower(const Desk &desk, QObject *parent = nullptr);
    /// In place of the act that was followed before; one that was refused is taken out of the outbox, because this one
    /// holds what the form says now.
    void follow(const OpId &op);
    /// One that stands in the outbox already, such as what was refused before the window opened.
    void resume(const OpId &op);
    /// Pressed and not answered yet.
    bool isUnderWay() const noexcept { return !m_op.empty() && !m_isRefused; }
    /// Because of which it was refused; 0: for another reason.
    std::int64_t newerVersion() const noexcept { return m_newer; }
    /// Why it was refused, as the server says it; empty: it was not.
    const QString &problem() const noexcept { return m_problem; }
    /// As it stands in the outbox since; without an id: it was not refused.
    const Op &refusedAct() const noexcept { return m_refusedAct; }

Q_SIGNALS:
    /// It stands in the outbox on this computer.
    void stored();
    /// The wire has gone, or is there again, while it waits: when it goes to the server is another answer now.
    void reachChanged();
    void taken();
    /// `sentence` is the server's, or says why it could not be stored here.
    void refused(const QString &sentence);
    /// A person took it out of the outbox.
    void dropped();

private:
    void look();
    void settle(const std::vector<OutboxRow> &waiting);

    Desk m_desk;
    OpId m_op;
    UserId m_user; ///< whose act it is
    bool m_isStored = false;
    bool m_isRefused = false;
    bool m_isReached; ///< the server, when that was looked at last
    std::int64_t m_newer = 0;
    QString m_problem;
    Op m_refusedAct;
    Mailbox m_mailbox;
};

} // namespace foredeck::ui
