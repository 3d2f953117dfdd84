#include "ui/pages/leads/writefirstasker.h"

#include "models/ports/ephemera.h"
#include "ui/shell/signedin.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/problemwords.h"
#include "ui/words/rowwords.h"

#include <algorithm>
#include <utility>

namespace foredeck::ui {

WriteFirstAsker::WriteFirstAsker(const Desk &desk, QWidget *page)
    : QObject(page), m_desk(desk), m_page(page), m_drafts(desk.store, desk.acts, {CompositionKind::FirstWords}), m_client(desk.store), m_channels(desk.store)
{
    connect(&m_drafts, &Drafts::loaded, this, &WriteFirstAsker::showTyped);
    connect(&m_drafts, &Drafts::textChanged, this, &WriteFirstAsker::showTyped);
    connect(&m_client, &ClientDetails::changed, this, &WriteFirstAsker::showTemplates);
    connect(&m_channels, &ChannelListModel::loaded, this, &WriteFirstAsker::showChannels);
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, [this] {
        if (m_desk.ephemera.me().id.empty())
            m_drafts.saveAll();
        // Once it is known whether another person has come.
        QMetaObject::invokeMethod(this, &WriteFirstAsker::showReturning, Qt::QueuedConnection);
    });
    connect(&desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        auto sent = m_sent.extract(op);
        if (!sent)
            return;
        Sent &back = sent.mapped();
        back.why = harmless(problemWords(why));
        if (!back.wanted.useTemplate) // Drafts heard of the failure before
            m_drafts.giveBack({back.lead.client, firstWordsJournalId(back.lead.id), 0}, CompositionKind::FirstWords, back.wanted.text);
        m_returning.push_back(std::move(back));
        showTyped();
        showReturning();
    });
    connect(&desk.acts, &Acts::committed, this, [this](const OpId &op) { m_sent.erase(op); });
}

WriteFirstDialog *WriteFirstAsker::made()
{
    if (m_dialog)
        return m_dialog;
    m_dialog = new WriteFirstDialog(m_page->window());
    connect(m_dialog, &WriteFirstDialog::typed, this, [this](const QString &text) { m_drafts.typed(CompositionKind::FirstWords, text); });
    connect(m_dialog, &Overlay::closed, this, [this] { m_drafts.flush(); });
    connect(m_dialog, &Overlay::closed, this, &WriteFirstAsker::showReturning, Qt::QueuedConnection);
    return m_dialog;
}

std::vector<MessageTemplate> WriteFirstAsker::templates() const
{
    const auto &data = m_client.data();
    return data && data->settings ? data->settings->templates : std::vector<MessageTemplate> {};
}

void WriteFirstAsker::ask(const Lead &lead)
{
    // Asked anew, the settings would be away for a moment, and with their templates what stands in the gaps.
    if (lead.client != m_client.clientId()) {
        m_client.setClient(lead.client);
        m_channels.setClient(lead.client);
    }
    m_drafts.open({lead.client, firstWordsJournalId(lead.id), 0});
    const std::string known = !lead.name.empty() ? lead.name : lead.phones.empty() ? std::string {} : shown(lead.phones.front());
    made()->ask(lead, personWord(fromUtf8(known), lead.id), templates(), m_drafts.text(CompositionKind::FirstWords), [this, lead](const WriteFirstDialog::Wanted &wanted) { send(lead, wanted); });
    showChannels();
}

void WriteFirstAsker::send(const Lead &lead, const WriteFirstDialog::Wanted &wanted)
{
    // A template leaves what was written as an SMS where it is.
    const bool takes = !wanted.useTemplate && m_drafts.isLoaded();
    const QString before = takes ? m_drafts.journaled(CompositionKind::FirstWords).value_or(QString()) : QString();
    const OpId op = m_desk.acts.writeFirst(lead, wanted.channel, wanted.text, wanted.useTemplate, before);
    m_sent[op] = {lead, wanted, {}};
    if (takes)
        m_drafts.sent(CompositionKind::FirstWords, op);
    else if (!wanted.useTemplate)
        m_drafts.typed(CompositionKind::FirstWords, {});
}

/// What could not be stored stands in its form again, once nothing else is asked there.
void WriteFirstAsker::showReturning()
{
    if (!isSomebodyHere(m_desk) || m_returning.empty() || (m_dialog && m_dialog->isOpen()))
        return;
    const Sent back = std::move(m_returning.front());
    m_returning.pop_front();
    ask(back.lead);
    m_dialog->askAgain(back.wanted, back.why);
}

void WriteFirstAsker::showTyped()
{
    if (m_dialog && m_dialog->isOpen())
        m_dialog->setText(m_drafts.text(CompositionKind::FirstWords));
}

void WriteFirstAsker::showTemplates()
{
    if (m_dialog && m_dialog->isOpen())
        m_dialog->setTemplates(templates());
}

void WriteFirstAsker::showChannels()
{
    if (!m_dialog)
        return;
    const auto &channels = m_channels.items();
    const bool has = std::any_of(channels.begin(), channels.end(), [](const Channel &one) { return one.kind == ChannelKind::Sms && one.hasSecret && one.hasToken && !one.number.empty(); });
    m_dialog->setSmsBlocked(channels.empty() || has ? QString() : tr("No SMS channel is configured for this client."));
}

void WriteFirstAsker::forget()
{
    m_drafts.forget();
    m_sent.clear();
    m_returning.clear();
    if (m_dialog) {
        m_dialog->close();
        std::exchange(m_dialog, nullptr)->deleteLater(); // with what stands in its gaps
    }
    m_client.setClient({});
    m_channels.setClient({});
}

} // namespace foredeck::ui
