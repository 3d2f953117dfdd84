#include "ui/pages/escalations/escalationspage.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/escalations/escalationlistpane.h"
#include "ui/pages/escalations/escalationpane.h"
#include "ui/widgets/editbox.h"
#include "ui/words/problemwords.h"

#include <QPlainTextEdit>

/// What is typed for the open hand-over: its way into the journal, out as an act, and back.
namespace foredeck::ui {

namespace {

CompositionKind kindOf(EscalationForm::Kind form)
{
    return form == EscalationForm::Kind::Resolve ? CompositionKind::Resolution : CompositionKind::Instruction;
}

} // namespace

void EscalationsPage::bindForm()
{
    EscalationForm *form = m_detail->form();
    connect(form, &EscalationForm::typed, this, &EscalationsPage::keepTyped);
    connect(form, &EscalationForm::submitted, this, &EscalationsPage::submit);
    connect(form, &EscalationForm::closed, this, [this] {
        closeForm();
        m_list->view()->setFocus(Qt::ShortcutFocusReason);
    });
    const auto show = [this, form] {
        if (form->kind() != Form::None)
            form->setText(m_drafts.text(kindOf(form->kind())));
    };
    connect(&m_drafts, &Drafts::loaded, this, show);
    connect(&m_drafts, &Drafts::textChanged, this, show);
    connect(&m_drafts, &Drafts::stateChanged, this, [this, form](CompositionKind kind) {
        if (form->kind() == Form::None || kind != kindOf(form->kind()))
            return;
        const Drafts::State state = m_drafts.state(kind);
        if (state == Drafts::State::Failed)
            form->say(tr("Not saved: the disk refuses"));
        else if (state == Drafts::State::Typing || state == Drafts::State::Saving)
            form->say({});
    });
    // Whose words they are is known as long as nobody else has come.
    connect(&m_desk.ephemera, &Ephemera::sessionChanged, this, [this] {
        if (m_desk.ephemera.me().id.empty())
            m_drafts.saveAll();
    });
}

void EscalationsPage::openForm(Form kind)
{
    m_drafts.flush();
    showDetail(); // nobody writes into what is behind the list
    m_detail->form()->open(kind, m_drafts.text(kindOf(kind)), m_ends.contains(escalation()));
}

void EscalationsPage::closeForm()
{
    finishComposing(m_detail->form()->edit());
    m_drafts.flush();
    m_detail->form()->close();
}

void EscalationsPage::flush()
{
    finishComposing(m_detail->form()->edit());
    m_drafts.flush();
}

void EscalationsPage::keepTyped()
{
    const EscalationForm *form = m_detail->form();
    if (form->kind() == Form::None || !m_details.row())
        return;
    m_drafts.typed(kindOf(form->kind()), form->text());
    if (form->kind() != Form::Resolve)
        return;
    if (form->ends())
        m_ends.insert(escalation());
    else
        m_ends.erase(escalation());
}

void EscalationsPage::edit(const EscalationId &id, CompositionKind kind)
{
    open(id);
    m_edits = kind == CompositionKind::Resolution ? Form::Resolve : Form::Return;
    refreshDetail();
}

void EscalationsPage::submit()
{
    EscalationForm *form = m_detail->form();
    finishComposing(form->edit());
    if (!m_details.row() || form->kind() == Form::None || !mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return;
    if (!m_drafts.isLoaded()) // it would be emptied with this
        return form->say(tr("Not sent: what was typed here before is still being read. Try again."));
    if (const QString why = blockedSettling(); !why.isEmpty()) {
        m_drafts.flush();
        return form->say(tr("Not sent, and kept: %1").arg(why));
    }
    if (form->excess() > 0)
        return; // the form says so
    const Form kind = form->kind();
    const Sent sent {ref(), kind, form->text().trimmed(), form->ends()};
    const auto before = m_drafts.journaled(kindOf(kind));
    const OpId op = kind == Form::Resolve ? m_desk.acts.resolve(sent.escalation, sent.text, sent.ends, before)
                                          : m_desk.acts.returnToAssistant(sent.escalation, sent.text, before);
    m_drafts.sent(kindOf(kind), op);
    m_ends.erase(escalation());
    m_sent[op] = sent;
    m_moveOn = true;
    form->close();
    m_list->view()->setFocus(Qt::ShortcutFocusReason);
}

/// Its row may move at once. Another one may have been opened since it was asked.
void EscalationsPage::follow(const OpId &op, const EscalationRef &acted)
{
    m_sent[op] = {acted, Form::None, {}, false};
    if (acted.id != escalation())
        return;
    m_moveOn = false;
    const int row = m_rows.rowOf(escalation());
    const auto beside = [&](int by) {
        const int at = m_rows.choosable(row + by, by);
        return at < 0 ? EscalationId() : m_rows.itemAt(at).id;
    };
    if (row >= 0)
        m_left = {escalation(), beside(-1), beside(1)};
}

void EscalationsPage::afterAct(const OpId &op)
{
    const auto sent = m_sent.extract(op);
    if (!sent)
        return;
    const EscalationId &acted = sent.mapped().escalation.id;
    const bool isPointedAt = m_list->view()->isPointedAt();
    m_rows.settle(acted, !isPointedAt);
    // Its row stands until the pointer has gone; the next one opens all the same.
    if (isPointedAt && m_moveOn && acted == escalation())
        passOver();
}

/// On to the next row that is of this list, or else back to the one before.
void EscalationsPage::passOver()
{
    for (const int by : {1, -1}) {
        int row = m_rows.choosable(m_rows.rowOf(escalation()) + by, by);
        while (row >= 0 && m_rows.hasLeft(row))
            row = m_rows.choosable(row + by, by);
        if (row >= 0)
            return m_list->view()->setCurrentIndex(m_rows.index(row, 0));
    }
}

void EscalationsPage::afterFailure(const OpId &op, const QString &why)
{
    const auto extracted = m_sent.extract(op);
    if (!extracted)
        return;
    const auto &[reference, form, text, ends] = extracted.mapped();
    m_moveOn = false;
    if (form == Form::None)
        return Q_EMIT trouble(problemWords(why));
    m_drafts.giveBack({reference.conversation.client, journalId(reference.id), 0}, kindOf(form), text);
    if (ends)
        m_ends.insert(reference.id);
    Q_EMIT trouble(tr("%1 What you typed is kept.").arg(problemWords(why)));
    if (reference.id == escalation())
        openForm(form);
}

} // namespace foredeck::ui
