#include "ui/pages/escalations/escalationspage.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/escalations/escalationlistpane.h"
#include "ui/pages/escalations/escalationpane.h"
#include "ui/widgets/button.h"
#include "ui/widgets/painting.h"
#include "ui/words/escalationwords.h"
#include "ui/words/problemwords.h"

#include <QAction>
#include <QDesktopServices>
#include <QMenu>
#include <QPlainTextEdit>
#include <QUrl>

/// What a person does with the open hand-over.
namespace foredeck::ui {

void EscalationsPage::bindForm()
{
    EscalationForm *form = m_detail->form();
    connect(form, &EscalationForm::typed, this, &EscalationsPage::keepTyped);
    connect(form, &EscalationForm::submitted, this, &EscalationsPage::submit);
    connect(form, &EscalationForm::closed, this, [this] {
        closeForm();
        m_list->view()->setFocus(Qt::ShortcutFocusReason);
    });
}

QString EscalationsPage::blockedWithout(const std::function<QString(const EscalationRow &)> &rule) const
{
    const auto &row = m_details.row();
    if (!row || !isVisible())
        return tr("no escalation is open");
    if (!mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return tr("your role may only read");
    if (!isOpen(row->escalation))
        return tr("it is settled");
    return rule(*row);
}

void EscalationsPage::addCommands(CommandRegistry &commands)
{
    m_commands = &commands;
    extend(commands);
    const auto add = [&](const char *id, CommandGroup group, const QString &text, const char *glyph, const QList<QKeySequence> &keys, const QString &synonyms,
                         std::function<QString()> blocked, std::function<void()> run) {
        return commands.add({QLatin1StringView(id), group, text, QLatin1StringView(glyph), keys, synonyms, std::move(blocked), std::move(run)});
    };
    QAction *assign = add("escalation.assign", CommandGroup::Conversation, tr("Reassign the escalation"), "people", {Qt::Key_A}, tr("assign give colleague"), [this] {
        return blockedWithout([this](const EscalationRow &row) { return row.escalation.status == EscalationStatus::Claimed && !isMine() ? tr("somebody else has it; take it over first") : QString(); });
    }, [this] { assignMenu(); });
    QAction *seen = add("escalation.seen", CommandGroup::Conversation, tr("I have seen the escalation"), "eye", {}, tr("acknowledge quiet stop reminding"), [this] {
        return blockedWithout([](const EscalationRow &row) { return row.escalation.acknowledgedAt ? tr("somebody has seen it already") : QString(); });
    }, [this] { follow(m_desk.acts.acknowledge(ref()), false); });
    for (int i = 0; i < 2; ++i) {
        add(i == 0 ? "escalation.action_1" : "escalation.action_2", CommandGroup::Conversation, tr("Next best action %1").arg(i + 1), "bolt", {QKeySequence(Qt::Key_1 + i)}, {}, [this, i] {
            return blockedWithout([&](const EscalationRow &row) { return int(row.escalation.brief.actions.size()) > i ? QString() : tr("nothing supports one"); });
        }, [this, i] { doAction(i); });
    }
    QAction *thread = add("escalation.open_thread", CommandGroup::Conversation, tr("Open the thread of the escalation"), "open", {}, tr("conversation inbox"), [this] {
        return m_details.row() && isVisible() ? QString() : tr("no escalation is open");
    }, [this] { Q_EMIT conversationWanted(m_details.row()->escalation.conversation); });
    const auto known = [&](const char *id) { return commands.action(QLatin1StringView(id)); };
    m_detail->setActions({known("conversation.take_over"), assign, known("conversation.hand_back"), known("conversation.resolve"), seen, thread, known("view.back")});
}

/// One word and one key for one act, wherever one is.
void EscalationsPage::extend(CommandRegistry &commands)
{
    const auto here = [this] { return isVisible(); };
    const auto act = [&](const char *id, std::function<QString(const EscalationRow &)> rule, std::function<void()> run) {
        commands.extend(QLatin1StringView(id), {here, [this, rule = std::move(rule)] { return blockedWithout(rule); }, std::move(run)});
    };
    act("conversation.take_over", [this](const EscalationRow &) { return isMine() ? tr("you have it already") : QString(); }, [this] { follow(m_desk.acts.takeOver(ref().conversation), false); });
    act("conversation.let_go", [this](const EscalationRow &) { return isMine() ? QString() : tr("you do not have it"); }, [this] { follow(m_desk.acts.release(ref()), false); });
    act("conversation.hand_back", [](const EscalationRow &) { return QString(); }, [this] { openForm(Form::Return); });
    act("conversation.resolve", [](const EscalationRow &) { return QString(); }, [this] { openForm(Form::Resolve); });
    const auto move = [&](const char *id, std::function<QString()> blocked, std::function<void()> run) { commands.extend(QLatin1StringView(id), {here, std::move(blocked), std::move(run)}); };
    move("list.next", {}, [this] { step(1); });
    move("list.previous", {}, [this] { step(-1); });
    move("list.settle", [this] { return m_rows.waiting() > 0 ? QString() : tr("no row wants to move"); }, [this] { m_rows.settle(); });
    move("view.panel", {}, [this] {
        bool &shown = m_arrangement.panelOverlay ? m_messagesOver : m_messagesWanted;
        shown = !shown;
        apply();
    });
    move("view.back", [this] { return m_arrangement.singleStack && m_detailShown ? QString() : tr("the list is shown already"); }, [this] { goBack(); });
}

void EscalationsPage::openForm(Form kind)
{
    keepTyped();
    const auto kept = m_texts.find(escalation());
    const EscalationTexts texts = kept == m_texts.end() ? EscalationTexts {} : kept->second;
    m_detail->form()->open(kind, kind == Form::Resolve ? texts.note : texts.instruction, texts.end);
}

void EscalationsPage::closeForm()
{
    keepTyped();
    m_detail->form()->close();
}

void EscalationsPage::keepTyped()
{
    const EscalationForm *form = m_detail->form();
    if (form->kind() == Form::None || escalation().empty())
        return;
    EscalationTexts &texts = m_texts[escalation()];
    if (form->kind() == Form::Resolve) {
        texts.note = form->text();
        texts.end = form->ends();
    } else {
        texts.instruction = form->text();
    }
    if (texts.note.isEmpty() && texts.instruction.isEmpty())
        m_texts.erase(escalation());
}

void EscalationsPage::showTyped()
{
    if (m_texts.empty())
        return;
    const auto [id, texts] = *m_texts.begin();
    open(id);
    openForm(texts.note.isEmpty() ? Form::Return : Form::Resolve);
}

void EscalationsPage::submit()
{
    EscalationForm *form = m_detail->form();
    if (!m_details.row() || form->kind() == Form::None || !mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return;
    keepTyped();
    const Form kind = form->kind();
    const QString text = form->text().trimmed();
    const OpId op = kind == Form::Resolve ? m_desk.acts.resolve(ref(), text, form->ends()) : m_desk.acts.returnToAssistant(ref(), text);
    m_sent[op].form = kind;
    follow(op, true);
    form->close();
    m_list->view()->setFocus(Qt::ShortcutFocusReason);
}

void EscalationsPage::assignMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ClientId client = ref().conversation.client;
    for (const User &user : m_users.items()) {
        const bool works = user.clients.empty() || std::find(user.clients.begin(), user.clients.end(), client) != user.clients.end();
        const bool has = isMine() && user.id == m_desk.ephemera.me().id;
        if (user.status != UserStatus::Active || !mayDo(user.role.value(), Right::Work) || !works || has)
            continue;
        QString words = user.id == m_desk.ephemera.me().id ? tr("You") : harmless(fromUtf8(user.name));
        if (!user.available || user.doNotDisturb)
            words = tr("%1, away").arg(words);
        QAction *one = menu->addAction(words.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(one, &QAction::triggered, this, [this, asked = ref(), id = user.id] {
            if (asked.id == escalation())
                follow(m_desk.acts.assign(asked, id), false);
        });
    }
    if (QAction *letGo = m_commands->action(QStringLiteral("conversation.let_go")); letGo && isMine()) {
        menu->addSeparator();
        menu->addAction(letGo);
    }
    const Button *button = m_detail->assignButton();
    menu->popup(button->mapToGlobal(QPoint(layoutDirection() == Qt::RightToLeft ? button->width() - menu->sizeHint().width() : 0, button->height() + 2)));
}

void EscalationsPage::doAction(int index)
{
    const auto &row = m_details.row();
    if (!row || index >= int(row->escalation.brief.actions.size()))
        return;
    const NextAction &action = row->escalation.brief.actions[static_cast<std::size_t>(index)];
    if (action.kind == "call") {
        QString number;
        for (const QChar c : fromUtf8(action.text)) {
            if (c.isDigit() || (c == QLatin1Char('+') && number.isEmpty()))
                number += c;
        }
        QDesktopServices::openUrl(QUrl(QStringLiteral("tel:") + number));
        return;
    }
    if (action.kind == "reply" || action.kind == "answer_question")
        Q_EMIT replyWanted(row->escalation.conversation);
}

void EscalationsPage::follow(const OpId &op, bool leaves)
{
    Sent &sent = m_sent[op];
    sent.escalation = escalation();
    if (const auto kept = m_texts.find(escalation()); kept != m_texts.end())
        sent.texts = kept->second;
    m_moveOn = leaves;
}

void EscalationsPage::afterAct(const OpId &op)
{
    const auto sent = m_sent.find(op);
    if (sent == m_sent.end())
        return;
    const Sent done = sent->second;
    m_sent.erase(sent);
    if (const auto kept = m_texts.find(done.escalation); kept != m_texts.end() && done.form != Form::None) {
        // What was typed since is not sent yet.
        EscalationTexts &now = kept->second;
        if (done.form == Form::Resolve && now.note == done.texts.note)
            now.note.clear();
        if (done.form == Form::Return && now.instruction == done.texts.instruction)
            now.instruction.clear();
        if (now.note.isEmpty() && now.instruction.isEmpty())
            m_texts.erase(kept);
    }
    m_rows.settle(done.escalation);
}

void EscalationsPage::afterFailure(const OpId &op, const QString &why)
{
    const auto sent = m_sent.find(op);
    if (sent == m_sent.end())
        return;
    const Sent failed = sent->second;
    m_sent.erase(sent);
    m_moveOn = false;
    Q_EMIT trouble(failed.form == Form::None ? problemWords(why) : tr("%1 What you typed is kept.").arg(problemWords(why)));
    if (failed.form != Form::None && failed.escalation == escalation())
        openForm(failed.form);
}

} // namespace foredeck::ui
