#include "ui/pages/leads/newleadasker.h"

#include "models/cache/deskentry.h"
#include "models/ports/ephemera.h"
#include "ui/pages/leads/newleaddialog.h"
#include "ui/shell/signedin.h"
#include "ui/widgets/painting.h"
#include "ui/words/problemwords.h"

#include <utility>

namespace foredeck::ui {

namespace {

/// As the journal keeps it.
QString entryText(const DeskEntry &entry) { return isBlank(entry) ? QString() : QString::fromStdString(deskEntryText(entry)); }

} // namespace

NewLeadAsker::NewLeadAsker(const Desk &desk, const ClientListModel &clients, QWidget *page)
    : QObject(page), m_desk(desk), m_clients(clients), m_page(page), m_drafts(desk.store, desk.acts, {CompositionKind::Lead})
{
    connect(&m_drafts, &Drafts::loaded, this, &NewLeadAsker::takeEarly);
    connect(&m_drafts, &Drafts::loaded, this, &NewLeadAsker::showReturning, Qt::QueuedConnection);
    connect(&m_drafts, &Drafts::textChanged, this, &NewLeadAsker::showTyped);
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, [this] {
        if (m_desk.ephemera.me().id.empty()) {
            keepEarly();
            m_drafts.saveAll();
        }
        // Once it is known whether another person has come.
        QMetaObject::invokeMethod(this, &NewLeadAsker::showReturning, Qt::QueuedConnection);
    });
    connect(&desk.acts, &Acts::committed, this, [this](const OpId &op) {
        // From here on a failure is one of something else that was wanted of it, such as to drop it.
        if (m_entered.erase(op) == 0)
            return;
        m_ours.insert(op);
        Q_EMIT entered(LeadId {op.value});
    });
    connect(&desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        if (auto entered = m_entered.extract(op)) {
            m_returning.push_back({std::move(entered.mapped()), harmless(problemWords(why))});
            showReturning();
        }
    });
    connect(&desk.acts, &Acts::knownAlready, this, [this](const OpId &op, const LeadId &lead) { Q_EMIT knownAlready(lead, m_ours.erase(op) > 0); });
}

NewLeadAsker::~NewLeadAsker() { keepEarly(); }

/// Nobody will be there when the journal answers.
void NewLeadAsker::keepEarly()
{
    if (const auto early = std::exchange(m_early, std::nullopt))
        m_drafts.typed(CompositionKind::Lead, entryText(*early));
}

NewLeadDialog *NewLeadAsker::made()
{
    if (m_dialog)
        return m_dialog;
    m_dialog = new NewLeadDialog(m_page->window());
    connect(m_dialog, &NewLeadDialog::edited, this, [this] {
        // Whoever stands in the journal comes first.
        if (m_drafts.isLoaded())
            m_drafts.typed(CompositionKind::Lead, entryText(m_dialog->typed()));
        else
            m_early = m_dialog->typed();
    });
    connect(m_dialog, &Overlay::closed, this, [this] { m_drafts.flush(); });
    connect(m_dialog, &Overlay::closed, this, &NewLeadAsker::showReturning, Qt::QueuedConnection);
    return m_dialog;
}

void NewLeadAsker::ask(const ClientId &client)
{
    m_drafts.open({client, newLeadJournalId(), 0});
    if (m_early) // asked for again, and the journal has not answered yet
        return show(*m_early);
    DeskEntry entry;
    entry.client = client.empty() && m_clients.rowCount() > 0 ? m_clients.itemAt(0).id : client;
    entry.how = ChannelKind::Call;
    show(written().value_or(entry));
}

std::optional<DeskEntry> NewLeadAsker::written() const { return deskEntryOf(m_drafts.text(CompositionKind::Lead).toStdString()); }

void NewLeadAsker::show(const DeskEntry &entry)
{
    made()->ask(entry, m_clients.items(), [this](const DeskEntry &wanted) { save(wanted); });
}

/// What was typed before the journal answered: whoever stands in there comes first, since two forms in a row are none.
void NewLeadAsker::takeEarly()
{
    const auto early = std::exchange(m_early, std::nullopt);
    if (early && !isBlank(*early)) {
        if (!written())
            return m_drafts.typed(CompositionKind::Lead, entryText(*early)); // it stands in the form, as it is being typed
        m_returning.push_back({*early, {}});
    }
    showTyped();
}

/// What was typed here once and not saved, or came back from the outbox.
void NewLeadAsker::showTyped()
{
    if (!m_dialog || !m_dialog->isOpen())
        return;
    if (const auto typed = written())
        m_dialog->fill(*typed);
}

/// There is one form: whoever is being entered comes first.
void NewLeadAsker::showReturning()
{
    if (!isSomebodyHere(m_desk) || m_returning.empty() || (m_dialog && m_dialog->isOpen()) || !m_drafts.isLoaded() || written())
        return;
    const Returned returned = std::move(m_returning.front());
    m_returning.pop_front();
    m_drafts.typed(CompositionKind::Lead, entryText(returned.entry));
    show(returned.entry);
    m_dialog->askAgain(returned.why);
}

void NewLeadAsker::save(const DeskEntry &entry)
{
    // What the journal holds and nobody has read yet stays there.
    const bool isRead = m_drafts.isLoaded();
    const OpId op = m_desk.acts.enterLead(entry, isRead ? m_drafts.journaled(CompositionKind::Lead) : QString());
    m_entered.emplace(op, entry);
    m_early.reset();
    if (isRead)
        m_drafts.sent(CompositionKind::Lead, op);
}

void NewLeadAsker::forget()
{
    m_drafts.forget();
    m_early.reset();
    m_entered.clear();
    m_ours.clear();
    m_returning.clear();
    if (m_dialog)
        m_dialog->close();
}

} // namespace foredeck::ui
