#include "ui/pages/escalations/escalationpane.h"

#include "ui/pages/escalations/briefcolumn.h"
#include "ui/pages/escalations/duebox.h"
#include "ui/pages/escalations/escalationform.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

constexpr int messagesWidth = 308;

TextLabel *eliding(Step step, Color color, QFont::Weight weight, QWidget *parent)
{
    auto *label = new TextLabel({}, step, color, weight, parent);
    label->setElides(40);
    return label;
}

/// A glyph that never stands on another line than its word.
QWidget *together(Glyph *glyph, TextLabel *word, QWidget *parent)
{
    auto *both = new QWidget(parent);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(glyph);
    row->addWidget(word);
    return both;
}

} // namespace

EscalationPane::EscalationPane(QWidget *parent) : Pane(Color::Surface, NoEdge, parent)
{
    setSpokenName(this, tr("Escalation"));
    m_stack = new QStackedLayout(this);
    m_whole = new QWidget(this);
    auto *column = new QVBoxLayout(m_whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_form = new EscalationForm(m_whole);
    column->addWidget(m_form);
    m_body = new QHBoxLayout;
    m_body->setSpacing(0);
    m_area = new QScrollArea(m_whole);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSpokenName(m_area, tr("Brief"));
    m_area->setBackgroundRole(QPalette::Base);
    m_brief = new BriefColumn;
    m_area->setWidget(m_brief);
    m_area->installEventFilter(this);
    m_brief->setAutoFillBackground(false);
    m_body->addWidget(m_area, 1);
    m_side = makeMessages();
    m_body->addWidget(m_side);
    column->addLayout(m_body, 1);
    m_stack->addWidget(m_whole);
    m_state = StatePane::inStack(m_stack, this);
}

QWidget *EscalationPane::makeHead()
{
    auto *head = new Pane(Color::Surface, Pane::Bottom, m_whole);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(24, 14, 24, 14);
    column->setSpacing(12);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    m_back = new Button(tr("Back to the list"), Button::Look::Bare, head);
    m_back->setSmall(true);
    m_back->setGlyph(QStringLiteral("chevron-left"));
    m_back->setIconOnly(true);
    m_back->hide();
    top->addWidget(m_back, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    auto *first = new FlowRow(8, head);
    m_name = eliding(Step::Heading, Color::Text, QFont::DemiBold, head);
    m_mark = new MarkBadge({}, 0, {20, 16}, head);
    m_subline = eliding(Step::Body, Color::Text2, QFont::Normal, head);
    m_temperatureGlyph = new Glyph({}, 16, Color::Text3, head);
    m_temperature = eliding(Step::Body, Color::Text3, QFont::Medium, head);
    for (QWidget *one : std::initializer_list<QWidget *> {m_name, m_mark, m_subline, together(m_temperatureGlyph, m_temperature, head)})
        first->add(one);
    auto *second = new FlowRow(10, head);
    m_reasonGlyph = new Glyph({}, 14, Color::Text2, head);
    m_reason = eliding(Step::Small, Color::Text2, QFont::DemiBold, head);
    m_priority = eliding(Step::Small, Color::Text2, QFont::Normal, head);
    m_handed = eliding(Step::Small, Color::Text3, QFont::Normal, head);
    m_owner = eliding(Step::Small, Color::Text2, QFont::Medium, head);
    makeAnnouncing(m_owner);
    m_seen = new Button(tr("Seen"), Button::Look::Link, head);
    for (QWidget *one : std::initializer_list<QWidget *> {together(m_reasonGlyph, m_reason, head), m_priority, m_handed, m_owner, m_seen})
        second->add(one);
    words->addWidget(first);
    words->addWidget(second);
    top->addLayout(words, 1);
    m_due = new DueBox(head);
    top->addWidget(m_due, 0, Qt::AlignTop);
    column->addLayout(top);
    auto *acts = new FlowRow(8, head);
    makeButtons(acts, head);
    column->addWidget(acts);
    return head;
}

void EscalationPane::makeButtons(FlowRow *acts, QWidget *head)
{
    const auto make = [&](const QString &words, const char *glyph, Button::Look look) {
        auto *button = new Button(words, look, head);
        button->setGlyph(QLatin1StringView(glyph));
        acts->add(button, look == Button::Look::Bare);
        return button;
    };
    m_takeOver = make(tr("Take over"), "take-over", Button::Look::Primary);
    m_assign = make(tr("Reassign"), "people", Button::Look::Outlined);
    m_handBack = make(tr("Back to assistant…"), "hand-back", Button::Look::Outlined);
    m_resolve = make(tr("Resolve…"), "resolve", Button::Look::Outlined);
    m_open = make(tr("Open thread"), "open", Button::Look::Bare);
    m_open->setKeyWords(QStringLiteral("⏎")); // of the list, where it opens the row
}

QWidget *EscalationPane::makeMessages()
{
    auto *side = new Pane(Color::Surface, Pane::Start, m_whole);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 18, 0, 0);
    column->setSpacing(6);
    auto *label = new TextLabel(tr("Last messages"), Step::Caption, Color::Text2, QFont::DemiBold, side);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 0);
    row->addWidget(label);
    row->addStretch();
    column->addLayout(row);
    m_messages = new TranscriptView(side);
    m_messages->setReadOnly(true);
    setSpokenName(m_messages, tr("Last messages"));
    column->addWidget(m_messages, 1);
    return side;
}

void EscalationPane::setActions(const Actions &actions)
{
    m_takeOver->setAction(actions.takeOver);
    m_assign->setAction(actions.assign, tr("Reassign"));
    m_handBack->setAction(actions.handBack, tr("Back to assistant…"));
    m_resolve->setAction(actions.resolve, tr("Resolve…"));
    m_seen->setAction(actions.seen, tr("Seen"));
    connect(m_open, &QPushButton::clicked, actions.open, &QAction::trigger);
    m_back->setAction(actions.back);
}

void EscalationPane::present(const EscalationRow &row, const EscalationItem &item, const QString &mark, int markSeed, const TimeContext &time)
{
    const EscalationHead head = escalationHead(row, item, time);
    m_name->setText(head.name);
    m_mark->setMark(mark, markSeed);
    m_mark->setVisible(!mark.isEmpty());
    m_subline->setText(head.subline);
    m_temperatureGlyph->setGlyph(head.temperature.glyph, head.temperature.color);
    m_temperature->setText(head.temperature.word);
    m_temperature->setColor(head.temperature.color);
    m_reasonGlyph->setGlyph(head.reason.glyph, head.reason.color);
    m_reason->setText(head.reason.word);
    m_reason->setColor(head.reason.color);
    m_priority->setText(head.priority);
    m_handed->setText(head.handed);
    const bool open = isOpen(row.escalation);
    for (Button *button : {m_takeOver, m_assign, m_handBack, m_resolve})
        button->setVisible(open);
    m_seen->setVisible(row.escalation.status == EscalationStatus::Pending && !row.escalation.acknowledgedAt);
    // One filled button: what is to be done first.
    const bool mine = open && item.mine;
    m_takeOver->setLook(mine ? Button::Look::Outlined : Button::Look::Primary);
    m_resolve->setLook(mine ? Button::Look::Primary : Button::Look::Outlined);
    // Of a number or an address no part is a name.
    m_brief->show(row, item.naming == PersonNaming::Name ? head.name.section(QLatin1Char(' '), 0, 0) : head.name, fromUtf8(row.leadPhone), time);
    presentClock(row, item, time);
    m_stack->setCurrentIndex(0);
}

void EscalationPane::setQuestion(const QString &words)
{
    const bool isNew = m_question != words;
    m_question = words;
    m_owner->setColor(words.isEmpty() ? Color::Text2 : Color::Warning);
    if (isNew)
        announce(m_owner, words);
}

void EscalationPane::presentClock(const EscalationRow &row, const EscalationItem &item, const TimeContext &time)
{
    m_owner->setText(m_question.isEmpty() ? escalationHead(row, item, time).owner : m_question);
    if (m_owner->accessibleName() != m_owner->text())
        setSpokenName(m_owner, m_owner->text());
    m_due->show(dueWords(item, time));
}

void EscalationPane::showState(const StateWords &words)
{
    m_state->set(words);
    m_stack->setCurrentIndex(1);
}

void EscalationPane::setBackShown(bool shown)
{
    m_back->setVisible(shown);
}

QWidget *EscalationPane::briefArea() const
{
    return m_area;
}

void EscalationPane::setMessages(bool shown, bool over)
{
    m_over = over;
    if (over && m_body->indexOf(m_side) >= 0)
        m_body->removeWidget(m_side);
    else if (!over && m_body->indexOf(m_side) < 0)
        m_body->addWidget(m_side);
    m_side->setFixedWidth(qMin(themeOf(this).grown(messagesWidth), qMax(200, width())));
    m_side->setVisible(shown);
    placeMessages();
}

void EscalationPane::placeMessages()
{
    if (!m_over)
        return;
    const QRect at(width() - m_side->width(), m_area->y(), m_side->width(), m_area->height());
    m_side->setGeometry(QStyle::visualRect(layoutDirection(), rect(), at));
    m_side->raise();
}

bool EscalationPane::eventFilter(QObject *watched, QEvent *event)
{
    // A form that opens above the brief, or a head that wraps, moves it.
    if (watched == m_area && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        placeMessages();
    return Pane::eventFilter(watched, event);
}

void EscalationPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    placeMessages();
}

} // namespace foredeck::ui
