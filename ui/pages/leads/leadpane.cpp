#include "ui/pages/leads/leadpane.h"

#include "ui/pages/leads/kinsection.h"
#include "ui/pages/leads/leadfacts.h"
#include "ui/pages/leads/leadway.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

/// Its own pages, not the table's, while it has the keyboard.
class FactsArea final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            if (key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
                event->accept();
                return true;
            }
        }
        return QScrollArea::event(event);
    }
};

} // namespace

LeadPane::LeadPane(QWidget *parent) : Pane(Color::Surface, Start, parent)
{
    setSpokenName(this, tr("Lead"));
    auto *beside = new QHBoxLayout(this); // a stacked layout would lie over the line at the edge
    beside->setContentsMargins(0, 0, 0, 0);
    auto *all = new QWidget(this);
    beside->addWidget(all);
    m_stack = new QStackedLayout(all);
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_area = new FactsArea(whole);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSpokenName(m_area, tr("What is known"));
    m_area->setBackgroundRole(QPalette::Base);
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(makeWay());
    m_kin = new KinSection(content);
    inside->addWidget(m_kin);
    m_facts = new LeadFacts(content);
    connect(m_facts, &LeadFacts::conversationWanted, this, &LeadPane::conversationWanted);
    inside->addWidget(m_facts, 1);
    m_area->setWidget(content);
    content->setAutoFillBackground(false);
    column->addWidget(m_area, 1);
    m_stack->addWidget(whole);
    m_state = StatePane::inStack(m_stack, this);
}

QWidget *LeadPane::makeHead()
{
    auto *head = new Pane(Color::Surface, Pane::Bottom, this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 10, 16, 9); // as high as the table's own head
    row->setSpacing(8);
    m_back = new Button(tr("Back to the list"), Button::Look::Bare, head);
    m_back->setSmall(true);
    m_back->setGlyph(QStringLiteral("chevron-left"));
    m_back->setIconOnly(true);
    m_back->hide();
    row->addWidget(m_back, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *first = new FlowRow(8, head);
    m_name = new TextLabel({}, Step::Reading, Color::Text, QFont::DemiBold, head);
    m_name->setElides(40);
    auto *both = new QWidget(head);
    auto *degree = new QHBoxLayout(both);
    degree->setContentsMargins(0, 0, 0, 0);
    degree->setSpacing(4);
    m_temperatureGlyph = new Glyph({}, 14, Color::Text3, both);
    m_temperature = new TextLabel({}, Step::Body, Color::Text3, QFont::Medium, both);
    degree->addWidget(m_temperatureGlyph);
    degree->addWidget(m_temperature);
    first->add(m_name);
    first->add(both);
    m_subline = new TextLabel({}, Step::Small, Color::Text2, QFont::Normal, head);
    m_subline->setElides(40);
    auto *second = new FlowRow(8, head);
    second->add(m_subline);
    words->addWidget(first);
    words->addWidget(second);
    row->addLayout(words, 1);
    m_open = new Button(tr("Open"), Button::Look::Quiet, head);
    m_open->setSmall(true);
    m_open->setGlyph(QStringLiteral("open"));
    row->addWidget(m_open, 0, Qt::AlignVCenter);
    return head;
}

QWidget *LeadPane::makeWay()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    column->addWidget(new TextLabel(tr("Status"), Step::Caption, Color::Text2, QFont::DemiBold, part));
    m_way = new LeadWay(part);
    column->addWidget(m_way);
    m_pending = new TextLabel({}, Step::Small, Color::Text3, QFont::Normal, part);
    m_pending->setElides(40);
    column->addWidget(m_pending);
    auto *acts = new FlowRow(8, part);
    m_handOver = new Button(tr("Hand to the team"), Button::Look::Primary, acts);
    m_handOver->setSmall(true);
    m_handOver->setGlyph(QStringLiteral("people"));
    m_status = new Button(tr("Change status"), Button::Look::Outlined, acts);
    m_status->setSmall(true);
    m_status->setChevron(true);
    acts->add(m_handOver);
    m_write = new Button(tr("Write first"), Button::Look::Outlined, acts);
    m_write->setSmall(true);
    m_write->setGlyph(QStringLiteral("send"));
    acts->add(m_status);
    acts->add(m_write);
    m_merge = new Button(tr("Merge…"), Button::Look::Outlined, acts);
    m_merge->setSmall(true);
    m_merge->setGlyph(QStringLiteral("people"));
    acts->add(m_merge);
    column->addWidget(acts);
    return part;
}

void LeadPane::setActions(const Actions &actions)
{
    m_open->setAction(actions.open, tr("Open"));
    const auto showKey = [this] { m_open->setKeyWords(QStringLiteral("⏎")); }; // of the table, where it opens the row
    connect(actions.open, &QAction::changed, m_open, showKey);
    showKey();
    m_handOver->setAction(actions.handOver);
    m_status->setAction(actions.status, tr("Change status"));
    m_write->setAction(actions.write, tr("Write first"));
    m_merge->setAction(actions.merge, tr("Merge…"));
    m_back->setAction(actions.back);
}

void LeadPane::present(const LeadRow &row, const LeadItem &item, const LeadHistory &history, const User &me, const TimeContext &time)
{
    const LeadHead head = leadHead(row, item);
    m_name->setText(head.name);
    m_temperatureGlyph->setGlyph(head.temperature.glyph, head.temperature.color);
    m_temperature->setText(head.temperature.word);
    m_temperature->setColor(head.temperature.color);
    m_subline->setText(head.subline);
    m_pending->setText(head.pending);
    m_pending->setVisible(!head.pending.isEmpty());
    m_way->show(leadSteps(row, history, time));
    m_facts->show(row, history, me, time);
    m_stack->setCurrentIndex(0);
}

void LeadPane::showState(const StateWords &words)
{
    m_state->set(words);
    m_stack->setCurrentIndex(1);
}

void LeadPane::setOver(bool over)
{
    m_back->setVisible(over);
}

QWidget *LeadPane::area() const
{
    return m_area;
}

} // namespace foredeck::ui
