#include "models/cache/outboxrules.h"
#include "models/items/outboxmodel.h"
#include "models/ports/ephemera.h"
#include "models/ports/requests.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/rules/ruleform.h"
#include "ui/pages/rules/rulesheader.h"
#include "ui/pages/rules/rulespage.h"
#include "ui/pages/rules/ruletrial.h"
#include "ui/widgets/button.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/question.h"
#include "ui/words/problemwords.h"
#include "ui/words/rulewords.h"

#include <QAction>

#include <algorithm>
#include <utility>

/// What a person does with a rule.
namespace foredeck::ui {

QString RulesPage::blockedSave() const
{
    const RuleRow *now = row();
    if (!mayManage())
        return tr("only managers may change rules");
    if (!isVisible() || (!now && !m_isDraft))
        return tr("no rule is open");
    if (!m_saving.empty() || (m_isDraft && !m_waitsFor.empty()) || (now && now->pending == PendingKind::Unsent))
        return tr("the last change is still on its way");
    return m_isDraft || m_form->differsFrom(m_base) || now->typed ? QString() : tr("nothing was changed");
}

QString RulesPage::blockedDelete() const
{
    const RuleRow *now = row();
    if (!mayManage())
        return tr("only managers may change rules");
    if (!isVisible() || !now)
        return tr("no rule is open");
    return now->pending == PendingKind::Unsent || !m_saving.empty() ? tr("the last change is still on its way") : QString();
}

QString RulesPage::blockedTrial() const
{
    if (!mayManage())
        return tr("only managers may change rules");
    if (!isVisible() || (!row() && !m_isDraft))
        return tr("no rule is open");
    if (m_isTrying)
        return tr("it is being tried");
    return isOnline() ? QString() : tr("there is no connection");
}

void RulesPage::addCommands(CommandRegistry &commands)
{
    m_commands = &commands;
    const auto add = [&](const char *id, CommandGroup group, const QString &text, const char *glyph, const QList<QKeySequence> &keys, const QString &synonyms,
                         std::function<QString()> blocked, std::function<void()> run) {
        return commands.add({QLatin1StringView(id), group, text, QLatin1StringView(glyph), keys, synonyms, std::move(blocked), std::move(run)});
    };
    QAction *make = add("rules.new", CommandGroup::List, tr("New rule"), "plus", {QKeySequence(Qt::Key_Insert)}, tr("escalation hand over when"), [this] {
        return !mayManage() ? tr("only managers may change rules") : (isVisible() ? QString() : tr("the rules are not shown"));
    }, [this] { beginNew(); });
    QAction *save = add("rules.save", CommandGroup::List, tr("Save the rule"), "check", {QKeySequence(Qt::CTRL | Qt::Key_S)}, tr("in force"), [this] { return blockedSave(); }, [this] { this->save(); });
    QAction *remove = add("rules.delete", CommandGroup::List, tr("Delete the rule"), "trash", {}, tr("remove"), [this] { return blockedDelete(); }, [this] { this->remove(); });
    QAction *trial = add("rules.try", CommandGroup::List, tr("Try the rule on the last 30 days"), "replay", {}, tr("dry run would have fired"), [this] { return blockedTrial(); }, [this] { tryIt(); });
    QAction *open = add("rules.open_hit", CommandGroup::List, tr("Open the conversation of the dry run"), "open", {}, tr("inbox thread"), [this] {
        return isVisible() && m_trial->view()->currentIndex().isValid() ? QString() : tr("no conversation is chosen");
    }, [this] { Q_EMIT conversationWanted(m_hits.itemAt(m_trial->view()->currentIndex().row()).hit.conversation); });
    m_header->setActions(make);
    m_save->setAction(save);
    m_delete->setAction(remove, tr("Delete"));
    m_trial->setActions(trial, open);
    const auto here = [this] { return isVisible(); };
    commands.extend(QStringLiteral("list.next"), {here, {}, [this] { step(1); }});
    commands.extend(QStringLiteral("list.previous"), {here, {}, [this] { step(-1); }});
}

void RulesPage::step(int by)
{
    const int all = m_rules.rowCount();
    if (all == 0)
        return;
    const int now = m_shown.empty() ? -1 : m_rules.rowOf(m_shown.value);
    const int next = now < 0 ? (by > 0 ? 0 : all - 1) : std::clamp(now + by, 0, all - 1);
    open(m_rules.itemAt(next).value.id);
}

void RulesPage::bindActs()
{
    connect(&m_desk.acts, &Acts::committed, this, [this](const OpId &op) {
        // Whatever is shown by now: its older wish must not come back after this one.
        if (const auto pair = m_replacing.extract(op))
            m_desk.acts.drop(pair.mapped());
        if (op.empty() || op != m_saving)
            return;
        m_saving = {};
        m_waitsFor = op;
        // As it was sent: what was typed since is another change.
        m_base = m_sent;
        adoptDraft();
        refresh();
    });
    connect(&m_desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        m_replacing.erase(op);
        if (op.empty() || op != m_saving)
            return;
        m_saving = {};
        m_failed = tr("Not saved: %1").arg(harmless(problemWords(why)));
        refresh();
    });
}

void RulesPage::save()
{
    if (!blockedSave().isEmpty() || m_form->showProblems())
        return;
    const RuleRow *now = row();
    ClientRule rule = m_form->rule();
    rule.client = m_rules.client();
    m_failed.clear();
    m_saved = false;
    const OpId replaced = now && now->pending != PendingKind::None ? now->act : OpId();
    m_sent = rule;
    if (m_isDraft || now->isNew) {
        m_isDraft = true; // it stands under its act's id, once that is stored
        m_shown = {};
        m_saving = m_desk.acts.makeRule(rule);
    } else {
        Op refused;
        refused.problem = now->problem;
        rule.id = now->value.id;
        rule.version = std::max(m_version, versionTold(refused));
        m_saving = m_desk.acts.saveRule(rule);
    }
    if (!replaced.empty())
        m_replacing[m_saving] = replaced;
    refresh();
}

void RulesPage::dropChanges()
{
    const RuleRow *now = row();
    m_failed.clear();
    if (m_isDraft) {
        m_isDraft = false;
        m_waitsFor = {};
        return choose(m_rules.rowCount() > 0 ? m_rules.itemAt(0).value.id : RuleId());
    }
    if (!now)
        return;
    // An act that was not taken is let go of with what it wanted.
    if (now->pending == PendingKind::NeedsReview || now->pending == PendingKind::Refused)
        m_desk.acts.drop(now->act);
    m_waitsFor = {};
    fill(now->value);
    refresh();
}

void RulesPage::remove()
{
    if (const RuleRow *now = row())
        askToDelete(*now);
}

void RulesPage::askToDelete(const RuleRow &row)
{
    if (!m_question)
        m_question = new Question(window());
    m_question->ask(tr("Delete “%1”?").arg(ruleName(row.value)), tr("It calls nobody any more. What it did stays in the conversations' history."), tr("Keep it"), tr("Delete"), [this, id = row.value.id] {
        const int at = m_rules.rowOf(id.value);
        if (at < 0)
            return;
        const RuleRow now = m_rules.itemAt(at);
        // What is typed of it goes with it.
        if (m_shown == id)
            fill(now.value);
        Op refused;
        refused.problem = now.problem;
        ClientRule rule = now.value;
        rule.version = std::max(rule.version, versionTold(refused));
        if (!now.act.empty() && now.pending != PendingKind::Unsent)
            m_desk.acts.drop(now.act);
        if (!now.isNew)
            m_desk.acts.deleteRule(rule);
        m_list->setFocus(Qt::OtherFocusReason);
    });
}

void RulesPage::leaveForm(std::function<void()> act)
{
    if (!isDirty())
        return act();
    // Whoever is asked sees what it is about.
    Q_EMIT wanted();
    if (!m_question)
        m_question = new Question(window());
    m_question->ask(tr("Drop what is not saved?"), tr("The rule “%1” holds changes that are not saved yet.").arg(ruleName(m_form->rule())), tr("Keep editing"), tr("Drop them"), [this, act = std::move(act)] {
        fill(m_base);
        m_isDraft = m_isDraft && m_shown.empty() && !m_waitsFor.empty();
        act();
        refresh();
    });
}

void RulesPage::bindTrial()
{
    m_trial->setSource(m_hits, [this] { return time(); });
    connect(m_trial, &RuleTrial::openWanted, this, &RulesPage::conversationWanted);
    connect(m_trial->view()->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_commands)
            m_commands->refresh();
    });
    connect(&m_desk.requests, &Requests::ruleTried, this, [this](quint64 number, const RuleDryRun &run) {
        if (!m_isTrying || number != m_trialNumber)
            return;
        m_isTrying = false;
        m_trial->showRun(run);
        m_trial->setOutdated(m_tried && m_form->differsFrom(*m_tried));
        refresh();
    });
    connect(&m_desk.requests, &Requests::ruleTryFailed, this, [this](quint64 number, const Error &error) {
        if (!m_isTrying || number != m_trialNumber)
            return;
        m_isTrying = false;
        m_trialFailed = true;
        m_tried.reset();
        const QStringList rest = m_form->showErrors(error.fields);
        m_trial->showFailure(error.fields.empty() ? problemWords(QString::fromStdString(error.detail)) : (rest.isEmpty() ? tr("Something in the form cannot be tried; it stands beside the field.") : rest.join(QLatin1Char(' '))));
        refresh();
    });
}

void RulesPage::tryIt()
{
    if (!blockedTrial().isEmpty() || m_form->showProblems())
        return;
    ClientRule rule = m_form->rule();
    rule.client = m_rules.client();
    m_tried = rule;
    m_isTrying = true;
    m_trialFailed = false;
    m_trial->showRunning();
    m_desk.requests.tryRule(++m_trialNumber, rule);
    refresh();
}

void RulesPage::endTrial()
{
    ++m_trialNumber;
    m_isTrying = m_trialFailed = false;
    m_tried.reset();
    m_trial->showIdle(!isOnline());
}

} // namespace foredeck::ui
