#pragma once

#include "models/items/clientlistmodel.h"
#include "models/items/drafts.h"
#include "models/ports/acts.h"
#include "ui/shell/desk.h"

#include <QObject>

#include <deque>
#include <map>
#include <optional>
#include <set>

namespace foredeck::ui {

class NewLeadDialog;

/// Writes down who came in or called. What is typed is journaled as one form, like everything that people write, and stands
/// there again when it is asked for the next time; an act that could not be stored brings the form back, once nobody else stands in it.
class NewLeadAsker final : public QObject {
    Q_OBJECT

public:
    NewLeadAsker(const Desk &desk, const ClientListModel &clients, QWidget *page);
    ~NewLeadAsker() override;
    /// `client`: whom they came to, unless the form that waits says otherwise; empty: the first.
    void ask(const ClientId &client);
    /// What is being typed is saved now.
    void flush() { m_drafts.flush(); }
    bool isRefused() const { return m_drafts.isRefused(); }
    /// Another person has come.
    void forget();
    NewLeadDialog *dialog() const noexcept { return m_dialog; }

Q_SIGNALS:
    /// They were entered here: that is who is to be seen.
    void entered(const foredeck::LeadId &lead);
    /// They were there already. `isOurs`: entered in this window since it was opened.
    void knownAlready(const foredeck::LeadId &lead, bool isOurs);

private:
    /// That could not be stored.
    struct Returned {
        DeskEntry entry;
        QString why;
    };
    /// Nothing: nobody stands in the form.
    std::optional<DeskEntry> written() const;
    void show(const DeskEntry &entry);
    void takeEarly();
    void keepEarly();
    void showTyped();
    void showReturning();
    void save(const DeskEntry &entry);
    NewLeadDialog *made();

    Desk m_desk;
    const ClientListModel &m_clients;
    QWidget *m_page;
    Drafts m_drafts;
    NewLeadDialog *m_dialog = nullptr;
    std::optional<DeskEntry> m_early; ///< typed before the journal answered
    std::map<OpId, DeskEntry> m_entered; ///< that can come back
    std::set<OpId> m_ours; ///< stored in this window
    std::deque<Returned> m_returning;
};

} // namespace foredeck::ui
