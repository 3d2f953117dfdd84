#include "ui/pages/leads/mergeasker.h"

#include "models/ports/ephemera.h"
#include "ui/pages/leads/mergedialog.h"
#include "ui/widgets/painting.h"
#include "ui/words/mergewords.h"
#include "ui/words/problemwords.h"

#include <utility>

namespace foredeck::ui {

namespace {

constexpr int mostOffered = 8;

} // namespace

MergeAsker::MergeAsker(const Desk &desk, QWidget *page) : QObject(page), m_desk(desk), m_page(page), m_people(desk.store, mostOffered), m_left(desk.store), m_other(desk.store)
{
    connect(&m_people, &PeopleSearch::found, this, &MergeAsker::showChoices);
    connect(&m_left, &LeadDetails::changed, this, [this] {
        showChoices();
        showPreview();
    });
    connect(&m_other, &LeadDetails::changed, this, &MergeAsker::showPreview);
    connect(&desk.acts, &Acts::committed, this, [this](const OpId &op) { m_sent.erase(op); });
    connect(&desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        const auto sent = m_sent.extract(op);
        if (!sent)
            return;
        if (m_last && m_last->op == op)
            m_last.reset();
        Q_EMIT trouble(tr("Nothing was done with %1: %2", "a lead, and why").arg(isolated(sent.mapped()), problemWords(why)));
    });
}

MergeDialog *MergeAsker::made()
{
    if (m_dialog)
        return m_dialog;
    m_dialog = new MergeDialog(m_page->window());
    connect(m_dialog, &MergeDialog::typed, this, &MergeAsker::search);
    connect(m_dialog, &MergeDialog::chosen, this, [this](const LeadId &other) { m_other.setLead(other); });
    connect(m_dialog, &MergeDialog::accepted, this, &MergeAsker::merge);
    connect(m_dialog, &MergeDialog::swapped, this, [this] {
        const LeadId left = m_left.leadId();
        const LeadId other = m_other.leadId();
        m_left.setLead(other);
        m_other.setLead(left);
    });
    return m_dialog;
}

void MergeAsker::ask(const Lead &left, const LeadId &other)
{
    m_people.search({});
    made()->ask(left);
    m_left.setLead(left.id);
    m_other.setLead(other);
}

void MergeAsker::search(const QString &text)
{
    if (const auto &left = m_left.page())
        m_people.search(text, left->lead.client);
}

/// What was found by the words, else who is alike.
void MergeAsker::showChoices()
{
    const auto &left = m_left.page();
    if (!m_dialog || !m_dialog->isOpen() || !left)
        return;
    std::vector<MergeDialog::Choice> choices;
    if (m_people.text().isEmpty()) {
        for (const LikeLead &one : left->kin.alike)
            choices.push_back({one.lead, likenessWords(one.found)});
    }
    for (const PersonRow &one : m_people.items()) {
        // Entered here and not taken yet: the server may know them already, and under another name.
        if (one.lead.id != left->lead.id && one.lead.version > 0)
            choices.push_back({one.lead, {}});
    }
    m_dialog->setChoices(choices, m_other.leadId());
}

void MergeAsker::showPreview()
{
    if (!m_dialog || !m_dialog->isOpen())
        return;
    const auto &other = m_other.page();
    const bool isSame = other && m_left.page() && other->lead.id == m_left.page()->lead.id; // somebody has merged them meanwhile
    m_dialog->setPreview(m_left.page(), isSame ? std::nullopt : other);
}

void MergeAsker::merge()
{
    const auto &left = m_left.page();
    const auto &other = m_other.page();
    if (!left || !other || left->lead.id == other->lead.id)
        return;
    Pair pair {left->lead, other->lead, m_desk.acts.mergeLeads(left->lead, other->lead)};
    m_sent[pair.op] = leadNameWord(pair.left);
    const QString sentence = tr("%1 and %2 are one lead now.").arg(leadNameWord(pair.left), leadNameWord(pair.other));
    m_last = std::move(pair);
    m_dialog->close();
    Q_EMIT acted(sentence, true);
}

void MergeAsker::part(const Lead &left, const Lead &other)
{
    m_sent[m_desk.acts.partLeads(left, other)] = leadNameWord(left);
    m_last.reset();
    Q_EMIT acted(tr("%1 is a lead of its own again.").arg(leadNameWord(other)), false);
}

QString MergeAsker::blockedUndo() const
{
    return m_last ? QString() : tr("nothing was merged here");
}

void MergeAsker::undo()
{
    if (const auto last = std::exchange(m_last, std::nullopt))
        part(last->left, last->other);
}

void MergeAsker::forget()
{
    m_last.reset();
    m_sent.clear();
    m_left.setLead({});
    m_other.setLead({});
    m_people.search({});
    if (m_dialog) {
        m_dialog->close();
        std::exchange(m_dialog, nullptr)->deleteLater();
    }
}

} // namespace foredeck::ui
