#include "ui/pages/inbox/inboxpage.h"

#include "ui/pages/inbox/labelpicker.h"
#include "ui/words/domainwords.h"

/// The labels of the open conversation.
namespace foredeck::ui {

namespace {

QStringList labelsOf(const ConversationRow &row)
{
    QStringList labels;
    for (const std::string &label : row.labels)
        labels << fromUtf8(label);
    return labels;
}

} // namespace

void InboxPage::askLabels()
{
    const auto &row = m_details.row();
    if (!row)
        return;
    if (!m_labels)
        m_labels = new LabelPicker(m_desk, window());
    const ConversationRef asked = ref();
    m_labelled = asked.id;
    m_labels->ask(asked.client, labelsOf(*row), [this, asked](const QString &label, bool on) {
        actedByPerson();
        const OpId op = m_desk.acts.relabel(asked, on ? QStringList {label} : QStringList(), on ? QStringList() : QStringList {label});
        m_labelling.insert(op);
        own(op, asked.id);
    });
}

void InboxPage::refreshLabels()
{
    if (!m_labels || !m_labels->isOpen())
        return;
    // Another one has come before the person: what is chosen next would be put on that.
    if (conversation() != m_labelled)
        return m_labels->close();
    // A reading that was placed before an act was stored does not tell of it.
    if (const auto &row = m_details.row(); row && m_labelling.empty())
        m_labels->setLabels(labelsOf(*row));
}

void InboxPage::labelled(const OpId &op)
{
    if (m_labelling.erase(op) > 0)
        refreshLabels();
}

} // namespace foredeck::ui
