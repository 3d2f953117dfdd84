#include "ui/pages/leads/leadtablepane.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/leads/leadfilters.h"
#include "ui/pages/leads/leadheader.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

constexpr int fewestRows = 5;

QString number(std::int64_t value) { return QLocale().toString(qlonglong(value)); }

} // namespace

LeadTablePane::LeadTablePane(QWidget *parent) : Pane(Color::Surface, NoEdge, parent)
{
    setSpokenName(this, tr("Leads"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    auto *filters = new Pane(Color::Surface, Pane::Bottom, this);
    auto *inside = new QVBoxLayout(filters);
    inside->setContentsMargins(0, 0, 0, 1);
    m_filters = new LeadFilters(filters);
    inside->addWidget(m_filters);
    column->addWidget(filters);
    m_header = new LeadHeader(this);
    column->addWidget(m_header);
    auto *body = new QWidget(this);
    column->addWidget(body, 1);
    m_stack = new QStackedLayout(body);
    m_view = new ConversationListView(body);
    setSpokenName(m_view, tr("Leads that fit")); // the way to the page is called as the page is
    m_view->viewport()->installEventFilter(this);
    m_skeleton = new Skeleton(body);
    auto *around = new QWidget(body);
    auto *place = new QVBoxLayout(around);
    place->setContentsMargins(16, 24, 16, 16);
    m_state = new StatePane(around);
    place->addWidget(m_state, 0, Qt::AlignTop | Qt::AlignLeading);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(around);
    column->addWidget(makeFoot());
}

QWidget *LeadTablePane::makeTop()
{
    auto *top = new Pane(Color::Surface, Pane::Bottom, this);
    top->setGrowingHeight(themeOf(this).layout().header, 24);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(10);
    row->addWidget(new TextLabel(tr("Leads"), Step::Title, Color::Text, QFont::DemiBold));
    m_count = new TextLabel({}, Step::Body, Color::Text3);
    m_count->setDigitCells(true);
    row->addWidget(m_count);
    row->addStretch();
    m_new = new Button(tr("New lead"), Button::Look::Quiet, top);
    m_new->setSmall(true);
    m_new->setGlyph(QStringLiteral("plus"));
    row->addWidget(m_new);
    m_day = new Button(tr("Today's list"), Button::Look::Quiet, top);
    m_day->setSmall(true);
    m_day->setGlyph(QStringLiteral("document"));
    m_day->setIconOnly(true); // the row is full in a narrow window
    row->addWidget(m_day);
    m_panel = new Button(tr("Details"), Button::Look::Quiet, top);
    m_panel->setSmall(true);
    m_panel->setGlyph(QStringLiteral("panel-end"));
    m_panel->hide();
    row->addWidget(m_panel);
    return top;
}

QWidget *LeadTablePane::makeFoot()
{
    auto *foot = new Pane(Color::Surface, Pane::Top, this);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(16, 9, 16, 8);
    auto *row = new FlowRow(12, foot);
    m_range = new TextLabel({}, Step::Small, Color::Text2, QFont::Normal, row);
    m_range->setDigitCells(true);
    m_hidden = new TextLabel({}, Step::Small, Color::Text2, QFont::Normal, row);
    m_hidden->setElides(40);
    m_waiting = new Button({}, Button::Look::Link, row);
    m_previous = new Button(tr("Before"), Button::Look::Outlined, row);
    m_previous->setSmall(true);
    m_previous->setGlyph(QStringLiteral("chevron-left"));
    m_previous->setSteps();
    m_next = new Button(tr("Next"), Button::Look::Outlined, row);
    m_next->setSmall(true);
    m_next->setGlyph(QStringLiteral("chevron-right"));
    m_next->setSteps();
    auto *pages = new QWidget(row);
    auto *both = new QHBoxLayout(pages);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(8);
    both->addWidget(m_previous);
    both->addWidget(m_next);
    for (QWidget *one : std::initializer_list<QWidget *> {m_range, m_hidden, m_waiting})
        row->add(one);
    row->add(pages, true);
    m_waiting->hide();
    column->addWidget(row);
    return foot;
}

void LeadTablePane::setSource(LeadListModel &model, LeadDelegate::ContextOf context)
{
    m_view->setItemDelegate(new LeadDelegate(model, std::move(context), m_view));
    m_view->setModel(&model);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &LeadTablePane::fit);
}

void LeadTablePane::setActions(const Actions &actions)
{
    m_previous->setAction(actions.previous, tr("Before"));
    m_next->setAction(actions.next, tr("Next"));
    m_panel->setAction(actions.panel, tr("Details"));
    m_new->setAction(actions.make, tr("New lead"));
    m_day->setVisible(actions.day);
    if (actions.day)
        m_day->setAction(actions.day, tr("Today's list"));
    m_settle = actions.settle;
}

void LeadTablePane::presentCounts(const LeadListModel &model, int filters)
{
    const bool narrowed = filters > 0;
    m_count->setText(narrowed ? tr("%1 of %2", "found, all").arg(number(model.found()), number(model.total())) : number(model.total()));
    const int rows = model.rowCount();
    m_range->setText(rows == 0 ? tr("0 of %1").arg(number(model.found())) : tr("%1 – %2 of %3").arg(number(model.before() + 1), number(model.before() + rows), number(model.found())));
    const std::int64_t hidden = model.total() - model.found();
    m_hidden->setText(narrowed && hidden > 0 ? tr("%1 others hidden by %n filter(s)", "", filters).arg(number(hidden)) : QString());
    m_hidden->setVisible(!m_hidden->text().isEmpty());
}

void LeadTablePane::setWaiting(int rows)
{
    m_waiting->setVisible(rows > 0);
    if (rows == 0 || !m_settle)
        return;
    m_waiting->setAction(m_settle, tr("%n row(s) want(s) to move", "", rows));
}

void LeadTablePane::setPanelShown(bool asked)
{
    m_panel->setVisible(asked);
}

void LeadTablePane::showRows()
{
    m_stack->setCurrentIndex(0);
}

void LeadTablePane::showLoading()
{
    m_stack->setCurrentIndex(1);
}

void LeadTablePane::showState(const StateWords &words, QAction *primary)
{
    m_state->set(words, primary);
    m_stack->setCurrentIndex(2);
}

/// As many rows as the page is high; the columns' names leave out what a scroll bar takes.
void LeadTablePane::fit()
{
    const int rows = m_stack->currentIndex() == 0 ? m_view->viewport()->height() : m_view->parentWidget()->height();
    Q_EMIT pageRowsChanged(qMax(fewestRows, rows / LeadDelegate::rowHeight(themeOf(this))));
    m_header->setReserved(m_view->width() - m_view->viewport()->width());
}

bool LeadTablePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        fit();
    return Pane::eventFilter(watched, event);
}

void LeadTablePane::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        fit();
}

} // namespace foredeck::ui
