#include "ui/pages/rules/ruletrial.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/delegates/ruledelegate.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/rulewords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

RuleTrial::RuleTrial(QWidget *parent) : Pane(Color::Surface, Start, parent)
{
    setSpokenName(this, tr("Dry run"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 14, 0, 0);
    column->setSpacing(8);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->setSpacing(8);
    auto *top = new QHBoxLayout;
    auto *name = new TextLabel(tr("Dry run of what stands here"), Step::Caption, Color::Text2, QFont::DemiBold);
    name->setElides(40);
    top->addWidget(name);
    top->addStretch(1);
    top->addWidget(new TextLabel(tr("nothing is sent"), Step::Caption, Color::Text3));
    head->addLayout(top);
    auto *title = new QHBoxLayout;
    title->setSpacing(8);
    m_glyph = new Glyph(QStringLiteral("stop"), 16, Color::Danger);
    title->addWidget(m_glyph, 0, Qt::AlignTop);
    m_title = new TextLabel({}, Step::Body, Color::Text, QFont::DemiBold);
    m_title->setWrapping(true);
    makeAnnouncing(m_title);
    title->addWidget(m_title, 1);
    head->addLayout(title);
    m_words = new TextLabel({}, Step::Small, Color::Text2);
    m_words->setWrapping(true);
    head->addWidget(m_words);
    m_warning = new QWidget(this);
    auto *warning = new QHBoxLayout(m_warning);
    warning->setContentsMargins(0, 0, 0, 0);
    warning->setSpacing(6);
    warning->addWidget(new Glyph(QStringLiteral("alert"), 14, Color::Warning), 0, Qt::AlignTop);
    m_warningWords = new TextLabel({}, Step::Small, Color::Warning);
    m_warningWords->setWrapping(true);
    warning->addWidget(m_warningWords, 1);
    head->addWidget(m_warning);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(8);
    m_run = new Button(tr("Try it on the last 30 days"), Button::Look::Outlined, this);
    m_run->setSmall(true);
    acts->addWidget(m_run);
    acts->addStretch();
    head->addLayout(acts);
    column->addLayout(head);
    m_listName = new TextLabel(tr("Conversations, the newest first"), Step::Caption, Color::Text2, QFont::DemiBold);
    auto *listRow = new QHBoxLayout;
    listRow->setContentsMargins(16, 4, 16, 0);
    listRow->addWidget(m_listName, 1);
    column->addLayout(listRow);
    m_view = new ConversationListView(this);
    setSpokenName(m_view, tr("Conversations in which it would have fired"));
    column->addWidget(m_view, 1);
    m_open = new Button(tr("Open in the inbox"), Button::Look::Quiet, this);
    m_open->setSmall(true);
    m_open->setGlyph(QStringLiteral("open"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 0, 16, 12);
    foot->addWidget(m_open);
    foot->addStretch();
    column->addLayout(foot);
    column->addStretch(0);
    connect(m_view, &ConversationListView::openRequested, this, [this](const QModelIndex &index) { Q_EMIT openWanted(m_model->itemAt(index.row()).hit.conversation); });
}

void RuleTrial::setSource(RuleHitsModel &model, std::function<TimeContext()> time)
{
    m_model = &model;
    m_time = std::move(time);
    model.setWords([this](const RuleHitRow &hit) { return ruleHitView(hit, m_time()).accessible; });
    m_view->setItemDelegate(new RuleHitDelegate(model, m_time, m_view));
    m_view->setModel(&model);
    showIdle(false);
}

void RuleTrial::setActions(QAction *run, QAction *open)
{
    m_run->setAction(run, tr("Try it on the last 30 days"));
    m_open->setAction(open, tr("Open in the inbox"));
    m_open->setKeyWords(QStringLiteral("⏎")); // of the list, where it opens the row
}

void RuleTrial::say(const QString &title, const QString &words, const char *glyph)
{
    m_glyph->setVisible(glyph);
    if (glyph)
        m_glyph->setGlyph(QLatin1StringView(glyph), Color::Danger);
    const bool isNew = m_title->text() != title;
    m_title->setText(title);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_incomplete.clear();
    m_warning->hide();
    if (isNew)
        announce(m_title, title);
}

void RuleTrial::showIdle(bool offline)
{
    m_model->show({});
    for (QWidget *one : std::initializer_list<QWidget *> {m_listName, m_view, m_open})
        one->hide();
    if (offline)
        say(tr("Not connected"), tr("What happened in the last 30 days stands on the server. The rule itself can be edited and saved here meanwhile."));
    else
        say(tr("How often would it have fired?"), tr("The rule is held against what customers wrote in the last 30 days. Nobody is called, nothing is changed."));
}

void RuleTrial::showRunning()
{
    m_model->show({});
    for (QWidget *one : std::initializer_list<QWidget *> {m_listName, m_view, m_open})
        one->hide();
    say(tr("Looking at the last 30 days…"), tr("It may take a minute. Everything else goes on."));
}

void RuleTrial::showRun(const RuleDryRun &run)
{
    const RuleRunWords words = ruleRunWords(run, m_time());
    m_model->show(run.conversations);
    const bool any = !run.conversations.empty();
    for (QWidget *one : std::initializer_list<QWidget *> {m_listName, m_view, m_open})
        one->setVisible(any);
    if (any)
        m_view->setCurrentIndex(m_model->index(0));
    say(words.title, words.words);
    m_incomplete = words.warning;
    setOutdated(false);
}

void RuleTrial::showFailure(const QString &sentence)
{
    m_model->show({});
    for (QWidget *one : std::initializer_list<QWidget *> {m_listName, m_view, m_open})
        one->hide();
    say(tr("It could not be tried"), sentence, "stop");
}

void RuleTrial::setOutdated(bool outdated)
{
    m_warningWords->setText(outdated ? tr("The rule was changed since. Try it again to see what it does now.") : m_incomplete);
    m_warning->setVisible(!m_warningWords->text().isEmpty());
}

} // namespace foredeck::ui
