#include "ui/pages/dashboard/newestpane.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

constexpr int newestPad = 16;
constexpr int newestGap = 10;
constexpr int wideFrom = 560; ///< below, what they want has no room; at text size 100 %
constexpr int narrowBelow = 400; ///< nor has their status

} // namespace

NewestRow::NewestRow(QWidget *parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void NewestRow::set(const LeadId &lead, const LeadView &view, const QString &came)
{
    m_lead = lead;
    m_view = view;
    m_came = came;
    setText(view.name);
    setSpokenName(this, tr("%1, came %2", "a lead and when they first asked").arg(view.accessible, came));
    setToolTip(plainTip(view.tip));
    update();
}

QSize NewestRow::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {theme.grown(300), theme.rowHeight(theme.space().tableRow - 4, 18)};
}

void NewestRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown())
        painter.fillRect(rect(), theme.color(Color::Hover));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Color::Line));
    const auto place = [&](int x, int wide) { return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, wide, height())); };
    const auto square = [&](int x, int size) { return QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - size) / 2, size, size)); };
    const Ink small {theme.font(Step::Small), theme.color(Color::Text2), layoutDirection()};
    const int glyph = theme.grown(14);
    int x = 0;
    const int time = theme.grown(72);
    drawDigits(painter, place(x, time), m_came, {theme.font(Step::Small), theme.color(Color::Text3), layoutDirection()}, Side::Start);
    x += time + newestGap;
    if (!m_view.mark.isEmpty()) {
        const int mark = theme.grown(20);
        drawTenantMark(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - theme.grown(16)) / 2, mark, theme.grown(16))), m_view.mark, m_view.markSeed, theme);
        x += mark + newestGap;
    }
    const bool wide = width() >= theme.grown(wideFrom);
    const int owner = theme.grown(76);
    const int status = width() < theme.grown(narrowBelow) ? 0 : theme.grown(88) + newestGap;
    const int wants = wide ? theme.grown(120) + newestGap : 0;
    const int score = theme.grown(44);
    int end = width() - owner;
    drawLine(painter, place(end, owner), m_view.owner.word, {small.font, theme.color(m_view.owner.color), layoutDirection()}, Side::End);
    if (status > 0) {
        end -= status;
        drawLine(painter, place(end, status - newestGap), m_view.status, small);
    }
    if (wants > 0) {
        end -= wants;
        drawLine(painter, place(end, wants - newestGap), m_view.wants, small);
    }
    end -= score + newestGap;
    paintIcon(painter, square(end, glyph), m_view.temperature.glyph, theme.color(m_view.temperature.color), layoutDirection(), theme.highContrast());
    drawDigits(painter, place(end + glyph + 4, score - glyph - 4), m_view.temperature.word, {small.font, theme.color(m_view.temperature.color), layoutDirection()}, Side::Start);
    end -= glyph + newestGap;
    paintIcon(painter, square(end, glyph), m_view.channel.glyph, theme.color(Color::Text2), layoutDirection(), theme.highContrast());
    drawLine(painter, place(x, qMax(1, end - newestGap - x)), m_view.name, {theme.font(Step::Body, QFont::Medium), theme.color(Color::Text), layoutDirection()});
}

void NewestRow::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

/// Enter opens as Space does, once, however long it is held.
void NewestRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QAbstractButton::keyPressEvent(event);
    if (event->modifiers() & ~Qt::KeypadModifier)
        return event->ignore();
    if (!event->isAutoRepeat())
        click();
}

NewestPane::NewestPane(QWidget *parent) : Pane(Color::Surface, NoEdge, parent)
{
    setSpokenName(this, tr("Newest leads"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(newestPad, 12, newestPad, 12);
    m_column->setSpacing(0);
    m_title = new TextLabel({}, Step::Reading, Color::Text, QFont::DemiBold, this);
    m_title->setWrapping(true);
    m_column->addWidget(m_title);
    m_column->addSpacing(4);
    m_empty = new TextLabel(tr("Nobody has asked yet."), Step::Small, Color::Text2, QFont::Normal, this);
    m_empty->setWrapping(true);
    m_column->addWidget(m_empty);
    m_all = new Button({}, Button::Look::Link, this);
    m_column->addSpacing(8);
    m_column->addWidget(m_all);
    m_column->addStretch(1);
    connect(m_all, &QPushButton::clicked, this, &NewestPane::allWanted);
}

void NewestPane::show(const QString &title, const std::vector<LeadRow> &leads, const User &me, const RowContext &context, const QString &all)
{
    m_title->setText(title);
    m_empty->setVisible(leads.empty());
    m_all->setText(all);
    m_all->setVisible(!leads.empty());
    m_all->updateGeometry();
    while (m_rows.size() < leads.size()) {
        auto *row = new NewestRow(this);
        connect(row, &QAbstractButton::clicked, this, [this, row] { Q_EMIT opened(row->lead()); });
        m_column->insertWidget(3 + int(m_rows.size()), row); // below title, space and the words of the empty one
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool any = i < leads.size();
        if (any)
            m_rows[i]->set(leads[i].lead.id, leadView(leadItem(leads[i], me), context), momentWord(leads[i].lead.createdAt, context.time));
        m_rows[i]->setVisible(any);
    }
    // By Tab from the first to the last, and then to all of them.
    QWidget *before = nullptr;
    for (NewestRow *row : m_rows) {
        if (before)
            setTabOrder(before, row);
        before = row;
    }
    if (before)
        setTabOrder(before, m_all);
}

std::vector<NewestRow *> NewestPane::rows() const
{
    std::vector<NewestRow *> shown;
    for (NewestRow *row : m_rows) {
        if (!row->isHidden())
            shown.push_back(row);
    }
    return shown;
}

} // namespace foredeck::ui
