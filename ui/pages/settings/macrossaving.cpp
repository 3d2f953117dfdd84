#include "ui/pages/settings/macrossection.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/question.h"
#include "ui/words/macrowords.h"
#include "ui/words/problemwords.h"

#include <QPlainTextEdit>

#include <algorithm>

/// What is typed of a macro, and how it gets to the server.
namespace foredeck::ui {

Macro MacrosSection::typed() const
{
    const MacroRow *now = row();
    Macro macro = now ? now->value : Macro();
    macro.client = m_model.client();
    QString name = m_name->text().trimmed();
    while (name.startsWith(QLatin1Char('/'))) // as it is typed, and not its name
        name = name.mid(1).trimmed();
    macro.name = name.toStdString();
    macro.text = m_text->toPlainText().trimmed().toStdString();
    return macro;
}

bool MacrosSection::isDirty() const
{
    if (!m_dirty)
        return false;
    const Macro now = typed();
    const MacroRow *stored = row();
    // What was not taken is kept in the outbox, word for word.
    const bool isKept = stored && stored->typed && sameWish(now, *stored->typed);
    return !isKept && !(m_saving.isUnderWay() && m_sent && sameWish(now, *m_sent));
}

void MacrosSection::forget()
{
    m_saving.follow({});
    m_deleting.follow({});
    m_dirty = false;
    choose(m_shown);
}

void MacrosSection::edited()
{
    if (m_loading)
        return;
    if (!m_dirty && !m_saving.isUnderWay())
        say({});
    m_dirty = true;
    refresh();
}

void MacrosSection::save()
{
    Macro macro = typed();
    m_nameField->setError(macro.name.empty() ? tr("Give it a name.") : (macro.name.size() > mostMacroName ? tr("A shorter name is typed faster.") : QString()));
    m_textField->setError(macroTextProblem(m_text->toPlainText()));
    if (m_nameField->hasError())
        return m_name->setFocus(Qt::OtherFocusReason);
    if (m_textField->hasError())
        return m_text->setFocus(Qt::OtherFocusReason);
    const MacroRow *now = row();
    if (!now || now->isNew) {
        m_sent = macro;
        const OpId op = m_desk.acts.makeMacro(macro);
        m_made = MacroId {op.value};
        m_shown = {};
        m_saving.follow(op);
    } else {
        m_sent = m_basis.send(macro);
        m_saving.follow(m_desk.acts.saveMacro(*m_sent));
    }
    refresh();
}

void MacrosSection::stored()
{
    say(storedWords(m_desk.ephemera.sync()));
    refresh();
}

void MacrosSection::saved()
{
    // What was changed after the press is another change, and not saved.
    if (m_sent)
        m_dirty = m_dirty && !sameWish(typed(), *m_sent);
    else
        m_dirty = m_dirty && row() && !sameWish(typed(), row()->value);
    meetNewer();
    say(tr("Saved"));
    refresh();
}

void MacrosSection::refused(const QString &why)
{
    const MacroRow *now = row();
    const std::int64_t newer = m_saving.newerVersion();
    const bool mayReplace = newer > 0 && now;
    if (mayReplace)
        m_basis.told(newer, now->value);
    m_dirty = true;
    const FieldProblem problem = fieldProblem(m_saving.problem());
    for (const auto &[key, field] : {std::pair {QStringLiteral("name"), m_nameField}, {QStringLiteral("text"), m_textField}}) {
        if (problem.key == key)
            field->setError(harmless(problem.sentence));
    }
    if (m_saving.problem().isEmpty()) // it could not even be stored
        m_made = {};
    say(tr("Not saved: %1").arg(mayReplace ? newerWords() : why), true);
    refresh();
}

void MacrosSection::meetNewer()
{
    if (const MacroRow *now = row(); now && !m_saving.isUnderWay())
        m_basis.meet(now->value);
}

void MacrosSection::remove()
{
    const MacroRow *now = row();
    if (!now)
        return;
    if (!m_question)
        m_question = new Question(window());
    m_question->ask(tr("Delete “%1”?").arg(macroName(now->value)), tr("Nobody can insert it any more. What was written with it stays."), tr("Keep it"), tr("Delete"), [this, id = m_shown] {
        const int at = m_model.rowOf(id.value);
        if (at < 0)
            return;
        const MacroRow gone = m_model.itemAt(at);
        Macro macro = gone.value;
        macro.version = std::max(macro.version, m_saving.newerVersion());
        m_saving.follow({});
        if (!gone.act.empty() && gone.pending != PendingKind::Unsent)
            m_desk.acts.drop(gone.act);
        m_dirty = false; // what is typed of it goes with it
        if (!gone.isNew)
            m_deleting.follow(m_desk.acts.deleteMacro(macro));
        m_list->setFocus(Qt::OtherFocusReason);
    });
}

} // namespace foredeck::ui
