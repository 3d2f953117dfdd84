#include "ui/delegates/conversationlistview.h"
#include "ui/pages/rules/ruleform.h"
#include "ui/pages/rules/rulespage.h"
#include "ui/pages/rules/ruletrial.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

/// What stands where on the page of rules, and what yields when it is narrow.
namespace foredeck::ui {

namespace {

constexpr int rulesListWidth = 300;
constexpr int trialWidth = 312;
constexpr int formWidth = 640;

} // namespace

Pane *RulesPage::makeList()
{
    auto *pane = new Pane(Color::Surface, Pane::End, this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_listHead = new Pane(Color::Sunken, Pane::Bottom, pane);
    auto *row = new QHBoxLayout(m_listHead);
    row->setContentsMargins(16, 8, 16, 8);
    auto *words = new TextLabel(tr("In the order they were made"), Step::Caption, Color::Text2, QFont::DemiBold);
    words->setElides(40);
    row->addWidget(words);
    row->addStretch(1);
    m_count = new TextLabel({}, Step::Caption, Color::Text3);
    row->addWidget(m_count);
    column->addWidget(m_listHead);
    m_listStack = new QStackedLayout;
    m_list = new ConversationListView(pane);
    m_list->setUniformItemSizes(false);
    m_list->setResizeMode(QListView::Adjust);
    setSpokenName(m_list, tr("List of rules"));
    m_skeleton = new Skeleton(pane);
    m_listState = new StatePane(pane);
    for (QWidget *one : std::initializer_list<QWidget *> {m_list, m_skeleton, m_listState})
        m_listStack->addWidget(one);
    column->addLayout(m_listStack, 1);
    auto *foot = new Pane(Color::Surface, Pane::Top, pane);
    auto *below = new QHBoxLayout(foot);
    below->setContentsMargins(16, 10, 16, 10);
    auto *order = new TextLabel(tr("Emergencies and opting out always come first. Of several rules the most pressing one fires, then the oldest."), Step::Caption, Color::Text3);
    order->setWrapping(true);
    below->addWidget(order);
    column->addWidget(foot);
    return pane;
}

QWidget *RulesPage::makeEditor()
{
    auto *pane = new Pane(Color::Surface, Pane::NoEdge, this);
    m_stack = new QStackedLayout(pane);
    auto *editor = new QWidget(pane);
    auto *whole = new QVBoxLayout(editor);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_area = new QScrollArea(editor);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setBackgroundRole(QPalette::Base);
    setSpokenName(m_area, tr("Rule"));
    auto *around = new QWidget;
    auto *row = new QHBoxLayout(around);
    row->setContentsMargins(24, 16, 24, 24);
    auto *inside = new QWidget(around);
    growMostWidth(inside, formWidth);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_back = new Button(tr("Back to the list"), Button::Look::Bare, inside);
    m_back->setSmall(true);
    m_back->setGlyph(QStringLiteral("chevron-left"));
    m_back->setIconOnly(true);
    m_back->hide();
    head->addWidget(m_back);
    m_title = new TextLabel({}, Step::Title, Color::Text, QFont::DemiBold);
    m_title->setElides(60);
    head->addWidget(m_title);
    m_chip = new Chip(tr("Changed, not saved"), inside);
    head->addWidget(m_chip);
    head->addStretch(1);
    m_delete = new Button(tr("Delete"), Button::Look::Bare, inside);
    m_delete->setSmall(true);
    m_delete->setGlyph(QStringLiteral("trash"));
    head->addWidget(m_delete);
    m_column->addLayout(head);
    m_notice = new Card(inside);
    m_notice->setFill(Color::WarningTint);
    auto *notice = new QVBoxLayout(m_notice);
    notice->setContentsMargins(14, 10, 14, 10);
    notice->setSpacing(6);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(new Glyph(QStringLiteral("alert"), 16, Color::Warning), 0, Qt::AlignTop);
    m_noticeTitle = new TextLabel({}, Step::Small, Color::Text, QFont::DemiBold);
    m_noticeTitle->setWrapping(true);
    first->addWidget(m_noticeTitle, 1);
    notice->addLayout(first);
    m_noticeWords = new TextLabel({}, Step::Small, Color::Text);
    m_noticeWords->setWrapping(true);
    notice->addWidget(m_noticeWords);
    auto *verbs = new QHBoxLayout;
    m_theirs = new Button({}, Button::Look::Outlined, m_notice);
    m_theirs->setSmall(true);
    verbs->addWidget(m_theirs);
    verbs->addStretch();
    notice->addLayout(verbs);
    m_column->addWidget(m_notice);
    m_form = new RuleForm(inside);
    m_column->addWidget(m_form);
    m_column->addStretch(1);
    row->addWidget(inside, 100);
    row->addStretch(1);
    m_area->setWidget(around);
    around->setAutoFillBackground(false);
    whole->addWidget(m_area, 1);
    // In sight, however long the form is.
    auto *foot = new Pane(Color::Surface, Pane::Top, editor);
    auto *acts = new QHBoxLayout(foot);
    acts->setContentsMargins(24, 10, 24, 10);
    acts->setSpacing(8);
    m_save = new Button(tr("Save the rule"), Button::Look::Primary, foot);
    m_drop = new Button(tr("Drop changes"), Button::Look::Bare, foot);
    acts->addWidget(m_save);
    acts->addWidget(m_drop);
    acts->addStretch();
    whole->addWidget(foot);
    m_stack->addWidget(editor);
    m_state = StatePane::inStack(m_stack, pane);
    connect(m_form, &RuleForm::edited, this, &RulesPage::refresh);
    connect(m_drop, &QPushButton::clicked, this, &RulesPage::dropChanges);
    connect(m_theirs, &QPushButton::clicked, this, &RulesPage::dropChanges);
    connect(m_back, &QPushButton::clicked, this, &RulesPage::goBack);
    return pane;
}

void RulesPage::arrange(const Arrangement &arrangement)
{
    m_arrangement = arrangement;
    apply();
}

void RulesPage::apply()
{
    const Theme &theme = themeOf(this);
    const bool single = m_arrangement.singleStack;
    m_side->setVisible(!single || !m_detailShown);
    m_middle->setVisible(!single || m_detailShown);
    m_back->setVisible(single);
    m_side->setEdges(single ? Pane::NoEdge : Pane::End); // alone it has nothing beside it
    m_side->setMinimumWidth(single ? 0 : theme.grown(rulesListWidth));
    m_side->setMaximumWidth(single ? QWIDGETSIZE_MAX : theme.grown(rulesListWidth));
    const bool below = m_arrangement.panelOverlay;
    auto *body = static_cast<QHBoxLayout *>(layout()->itemAt(1)->layout());
    if (below && m_column->indexOf(m_trial) < 0) {
        body->removeWidget(m_trial);
        m_column->insertWidget(m_column->count() - 1, m_trial);
    } else if (!below && body->indexOf(m_trial) < 0) {
        m_column->removeWidget(m_trial);
        body->addWidget(m_trial);
    }
    m_trial->setEdges(below ? Pane::Top : Pane::Start);
    m_trial->setMinimumWidth(below ? 0 : theme.grown(trialWidth));
    m_trial->setMaximumWidth(below ? QWIDGETSIZE_MAX : theme.grown(trialWidth));
    m_trial->view()->setMinimumHeight(below ? theme.grown(200) : 0);
    m_trial->setVisible(m_trialShown);
}

void RulesPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::StyleChange)
        return;
    apply();
    m_list->doItemsLayout();
}

QList<QWidget *> RulesPage::panes() const
{
    return {m_list, m_area, m_trial->view()};
}

bool RulesPage::goBack()
{
    if (!m_arrangement.singleStack || !m_detailShown)
        return false;
    m_detailShown = false;
    apply();
    m_list->setFocus(Qt::ShortcutFocusReason);
    return true;
}

} // namespace foredeck::ui
