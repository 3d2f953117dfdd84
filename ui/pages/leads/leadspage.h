#pragma once

#include "models/items/clientlistmodel.h"
#include "models/items/details.h"
#include "models/items/leadlistmodel.h"
#include "models/ports/acts.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"
#include "ui/words/timewords.h"

#include <functional>
#include <set>
#include <utility>

namespace foredeck::ui {

class LeadPane;
class LeadTablePane;
class MergeAsker;
class NewLeadAsker;
class Toast;
class WriteFirstAsker;

/// The leads bound to the cache: which of them the table shows, which one is open, and the acts on it. The panes paint; the
/// models tell; this class only carries between them.
class LeadsPage final : public Page {
    Q_OBJECT

public:
    LeadsPage(const Desk &desk, const ClientListModel &clients, QWidget *parent = nullptr);
    ~LeadsPage() override;

    /// Extends the commands of the inbox by what they do here, and adds its own. After the inbox has added its own.
    void addCommands(CommandRegistry &commands);
    void setClient(const ClientId &client);
    ClientId clientShown() const { return m_record.row() ? m_record.row()->lead.client : ClientId(); }
    /// Whose a new lead is at first, where all clients are in view.
    void setInFront(std::function<ClientId()> inFront) { m_inFront = std::move(inFront); }
    void open(const LeadId &id);
    /// From elsewhere: whatever the table shows, the lead is seen.
    void openInFront(const LeadId &id);
    const LeadId &lead() const { return m_record.leadId(); }
    /// Asks who came in or called.
    NewLeadAsker *newLead() const noexcept { return m_newLead; }
    WriteFirstAsker *writeFirst() const noexcept { return m_writeFirst; }
    MergeAsker *merging() const noexcept { return m_merge; }
    Toast *toast() const noexcept { return m_toast; }
    /// Goes on with the words to a lead that came back.
    void writeTo(const LeadId &lead);
    const LeadListModel &rows() const { return m_rows; }
    /// Narrows and orders the table.
    void ask(const LeadQuery &query);
    /// What another window of the same person goes on with.
    struct Standing {
        LeadQuery query;
        LeadId lead;
    };
    Standing standing() const { return {m_rows.query(), lead()}; }
    void resume(const Standing &standing);
    /// Another person has come: nothing of what the one before chose is theirs.
    void forget();
    /// What is being typed is saved now.
    void flush();
    /// The disk refuses something that was typed.
    bool isRefused() const;

    LeadTablePane *table() const noexcept { return m_table; }
    LeadPane *detail() const noexcept { return m_detail; }
    void arrange(const Arrangement &arrangement) override;
    QList<QWidget *> panes() const override;
    bool goBack() override;
    void tick() override;

Q_SIGNALS:
    /// They were entered, or were there already: the page is to come in front with them.
    void leadWanted(const foredeck::LeadId &lead);
    void conversationWanted(const foredeck::ConversationId &conversation);
    /// A sentence for the person, such as why an act could not be saved.
    void trouble(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Pick { Nothing, First, Last };

    TimeContext time() const;
    void bindTable();
    void bindFilters();
    void bindDetail();
    void bindMerge();
    void extend(CommandRegistry &commands);
    void apply();
    void showTurned();
    void showTableState();
    void refreshCounts();
    void refreshDetail();
    void step(int by);
    void turn(int by, Pick pick);
    void choose(int row);
    void openConversation();
    void statusMenu();
    void setStatus(LeadStatus status);
    void handOver();
    void setDays(LeadQuery &query, int days) const;
    QString mayEnter() const;
    bool isNarrowed() const;
    int filters() const;
    QString blockedWithout(const std::function<QString(const LeadRow &)> &rule) const;
    ConversationRef ref() const;

    Desk m_desk;
    const ClientListModel &m_clients;
    CommandRegistry *m_commands = nullptr;
    LeadListModel m_rows;
    LeadRecord m_record;
    LeadTablePane *m_table;
    LeadPane *m_detail;
    NewLeadAsker *m_newLead;
    WriteFirstAsker *m_writeFirst;
    MergeAsker *m_merge;
    Toast *m_toast;
    LeadId m_writes; ///< who is to be written to once they are read
    Arrangement m_arrangement;
    bool m_detailWanted = true; ///< beside the table
    bool m_detailOver = false; ///< shown over the table, where there is no room beside it
    Pick m_pick = Pick::First; ///< which row of the page that comes is chosen
    std::set<OpId> m_sent; ///< acts of this page that are not committed yet
    std::function<ClientId()> m_inFront = [] { return ClientId(); };
};

} // namespace foredeck::ui
