#include "ui/pages/inbox/threadpane.h"

#include "ui/pages/inbox/claimstrip.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/findbar.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/sidemargins.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

/// So much of who it is can always be seen.
constexpr int leastHeadName = 60;
constexpr int headGap = 4; ///< between the name and how warm they are

} // namespace

ThreadPane::ThreadPane(QWidget *parent) : Pane(Color::Surface, NoEdge, parent)
{
    setSpokenName(this, tr("Thread"));
    m_stack = new QStackedLayout(this);
    m_conversation = new QWidget(this);
    auto *column = new QVBoxLayout(m_conversation);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = makeHead();
    m_find = new FindBar(m_conversation);
    m_find->hide();
    m_transcript = new TranscriptView(m_conversation);
    m_strip = new ClaimStrip(m_conversation);
    m_composer = new Composer(m_conversation);
    column->addWidget(m_head);
    column->addWidget(m_find);
    column->addWidget(m_transcript, 1);
    column->addWidget(m_strip);
    column->addWidget(m_composer);
    m_toast = new Toast(m_conversation);
    connect(m_toast, &Toast::covers, m_transcript, &TranscriptView::setFootRoom);
    m_transcript->installEventFilter(this);
    m_stack->addWidget(m_conversation);
    m_state = StatePane::inStack(m_stack, this);
}

QWidget *ThreadPane::makeHead()
{
    auto *head = new Pane(Color::Surface, Pane::Bottom, m_conversation);
    head->setGrowingHeight(themeOf(this).layout().header, 36);
    auto *row = new QHBoxLayout(head);
    setSideMargins(head, row, 16, 0, 12, 0);
    row->setSpacing(8);
    m_back = new Button(tr("Back to the list"), Button::Look::Bare, head);
    m_back->setSmall(true);
    m_back->setGlyph(QStringLiteral("chevron-left"));
    m_back->setIconOnly(true);
    m_back->hide();
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->setSpacing(headGap);
    m_name = new TextLabel({}, Step::Reading, Color::Text, QFont::DemiBold);
    m_name->setElides(leastHeadName);
    m_temperatureGlyph = new Glyph({}, 14, Color::Text3);
    m_temperature = new TextLabel({}, Step::Body, Color::Text3, QFont::Medium);
    first->addWidget(m_name);
    first->addSpacing(headGap);
    first->addWidget(m_temperatureGlyph);
    first->addWidget(m_temperature);
    first->addStretch();
    m_subline = new TextLabel({}, Step::Small, Color::Text2);
    m_subline->setElides(leastHeadName);
    words->addStretch();
    words->addLayout(first);
    words->addWidget(m_subline);
    words->addStretch();
    m_handBack = new Button(tr("Hand back"), Button::Look::Quiet, head);
    m_handBack->setGlyph(QStringLiteral("hand-back"));
    m_resolve = new Button(tr("Resolve"), Button::Look::Quiet, head);
    m_resolve->setGlyph(QStringLiteral("resolve"));
    m_panel = new Button(tr("Side panel"), Button::Look::Bare, head);
    m_panel->setGlyph(QStringLiteral("panel-end"));
    m_more = new Button(tr("More"), Button::Look::Bare, head);
    m_more->setGlyph(QStringLiteral("more"));
    row->addWidget(m_back);
    row->addLayout(words, 1);
    for (Button *button : {m_handBack, m_resolve, m_panel, m_more}) {
        button->setSmall(true);
        row->addWidget(button);
    }
    m_panel->setIconOnly(true);
    m_more->setIconOnly(true);
    m_menu = new QMenu(m_more);
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &ThreadPane::fillMenu);
    connect(m_more, &QPushButton::clicked, this, [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2))); });
    return head;
}

void ThreadPane::setActions(const Actions &actions)
{
    m_acts = actions;
    m_handBack->setAction(actions.handBack, tr("Hand back"));
    m_resolve->setAction(actions.resolve);
    m_panel->setAction(actions.panel);
    if (actions.back)
        m_back->setAction(actions.back);
}

void ThreadPane::present(const ThreadView &view)
{
    m_name->setText(view.name);
    m_temperatureGlyph->setGlyph(view.temperature.glyph, view.temperature.color);
    m_temperature->setText(view.temperature.word);
    m_temperature->setColor(view.temperature.color);
    m_subline->setText(view.subline);
    m_handsBack = view.answer == AnswerState::Mine || view.answer == AnswerState::MineLapsed;
    m_resolves = view.answer != AnswerState::Ended;
    fitHead();
    m_strip->present(view);
    m_stack->setCurrentIndex(0);
    placeToast();
}

void ThreadPane::showState(const StateWords &words, QAction *primary, QAction *second)
{
    m_state->set(words, primary, second);
    m_stack->setCurrentIndex(1);
    placeToast();
}

void ThreadPane::setBackShown(bool shown)
{
    m_back->setVisible(shown);
    fitHead();
}

void ThreadPane::setPanelButtonShown(bool shown)
{
    m_panel->setVisible(shown);
    fitHead();
}

/// Who it is comes first: where the buttons leave no room for that they go into the menu, and none is cut.
void ThreadPane::fitHead()
{
    const QLayout *row = m_head->layout();
    const QMargins margins = row->contentsMargins();
    int taken = margins.left() + margins.right();
    const auto take = [&](const Button *button, bool shown) { taken += shown ? button->sizeHint().width() + row->spacing() : 0; };
    take(m_back, !m_back->isHidden());
    take(m_handBack, m_handsBack);
    take(m_resolve, m_resolves);
    take(m_panel, !m_panel->isHidden());
    take(m_more, true);
    taken += 3 * headGap + m_temperatureGlyph->sizeHint().width() + m_temperature->sizeHint().width(); // neither is cut, either
    m_isFolded = width() - taken < themeOf(this).grown(leastHeadName);
    m_handBack->setVisible(m_handsBack && !m_isFolded);
    m_resolve->setVisible(m_resolves && !m_isFolded);
}

void ThreadPane::fillMenu()
{
    for (QAction *act : {m_acts.handBack, m_acts.resolve})
        m_menu->removeAction(act);
    QAction *first = m_menu->actions().value(0);
    if (m_isFolded && m_handsBack)
        m_menu->insertAction(first, m_acts.handBack);
    if (m_isFolded && m_resolves)
        m_menu->insertAction(first, m_acts.resolve);
}

void ThreadPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_composer->setMaximumBox(height() * 2 / 5);
    fitHead();
    placeToast();
}

/// Words and buttons of another size fit in other widths.
void ThreadPane::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_more)
        fitHead();
}

bool ThreadPane::eventFilter(QObject *watched, QEvent *event)
{
    if ((watched == m_transcript || watched == m_lent) && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        placeToast();
    return Pane::eventFilter(watched, event);
}

void ThreadPane::lendToast(QWidget *over)
{
    if (m_lent && m_lent != over)
        m_lent->removeEventFilter(this);
    if (over && m_lent != over)
        over->installEventFilter(this);
    m_lent = over;
    placeToast();
}

void ThreadPane::placeToast()
{
    const bool isState = !m_lent && m_stack->currentIndex() != 0;
    const QWidget *over = m_lent ? m_lent : m_transcript;
    QWidget *holder = isState ? this : over->parentWidget();
    if (m_toast->parentWidget() != holder) {
        const bool stands = !m_toast->isHidden();
        m_toast->setParent(holder); // hides it
        m_toast->setVisible(stands);
        m_toast->raise();
    }
    m_toast->setAnchor(isState ? rect() : over->geometry());
}

} // namespace foredeck::ui
