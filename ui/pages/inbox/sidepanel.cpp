#include "ui/pages/inbox/sidepanel.h"

#include "ui/pages/inbox/tasksection.h"
#include "ui/pages/leads/kinsection.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace foredeck::ui {

FactColumn::FactColumn(QWidget *parent) : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void FactColumn::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_first = true;
}

void FactColumn::widget(QWidget *widget)
{
    auto *row = new QWidget(this);
    auto *inside = new QHBoxLayout(row);
    inside->setContentsMargins(16, 3, 16, 3);
    inside->addWidget(widget);
    m_column->addWidget(row);
}

void FactColumn::section(const QString &label, const QString &aside)
{
    if (!m_first) {
        m_column->addSpacing(12);
        m_column->addWidget(new Rule(this));
    }
    m_first = false;
    m_column->addSpacing(14);
    auto *row = new QWidget(this);
    auto *inside = new QHBoxLayout(row);
    inside->setContentsMargins(16, 0, 16, 0);
    inside->setSpacing(6);
    inside->addWidget(new TextLabel(label, Step::Caption, Color::Text2, QFont::DemiBold));
    auto *beside = new TextLabel(aside, Step::Caption, Color::Text3);
    beside->setElides();
    inside->addWidget(beside);
    inside->addStretch();
    m_column->addWidget(row);
    m_column->addSpacing(5);
}

void FactColumn::fact(const QString &label, const QString &value, const QString &glyph, Color color, int labelWidth)
{
    auto *row = new QWidget(this);
    auto *inside = new QHBoxLayout(row);
    inside->setContentsMargins(16, 3, 16, 4);
    inside->setSpacing(6);
    auto *name = new TextLabel(label, Step::Small, Color::Text3);
    name->setElides();
    name->setFixedWidth(themeOf(this).grown(labelWidth) - 6);
    inside->addWidget(name, 0, Qt::AlignTop);
    if (!glyph.isEmpty())
        inside->addWidget(new Glyph(glyph, 14, color == Color::Text ? Color::Success : color), 0, Qt::AlignTop);
    auto *text = new TextLabel(value, Step::Small, color);
    text->setWrapping(true);
    inside->addWidget(text, 1);
    m_column->addWidget(row);
}

void FactColumn::chips(const QString &label, const QStringList &words, int labelWidth)
{
    auto *row = new QWidget(this);
    auto *inside = new QHBoxLayout(row);
    inside->setContentsMargins(16, 3, 16, 4);
    inside->setSpacing(6);
    auto *name = new TextLabel(label, Step::Small, Color::Text3);
    name->setElides();
    name->setFixedWidth(themeOf(this).grown(labelWidth) - 6);
    inside->addWidget(name, 0, Qt::AlignTop);
    auto *flow = new FlowRow(4, row);
    for (const QString &word : words)
        flow->add(new Chip(word, flow));
    inside->addWidget(flow, 1);
    m_column->addWidget(row);
}

void FactColumn::factor(const QString &words, const QString &number)
{
    auto *row = new QWidget(this);
    auto *inside = new QHBoxLayout(row);
    inside->setContentsMargins(16, 3, 16, 3);
    auto *text = new TextLabel(words, Step::Small);
    text->setWrapping(true);
    auto *points = new TextLabel(number, Step::Small, Color::Text2);
    points->setDigitCells(true);
    inside->addWidget(text, 1);
    inside->addWidget(points, 0, Qt::AlignTop);
    m_column->addWidget(row);
}

void FactColumn::entry(const QString &glyph, const QString &words, const QString &aside)
{
    auto *row = new QWidget(this);
    auto *inside = new QHBoxLayout(row);
    inside->setContentsMargins(16, 4, 16, 4);
    inside->setSpacing(8);
    inside->addWidget(new Glyph(glyph, 14, Color::Text2));
    auto *text = new TextLabel(words, Step::Small);
    text->setElides();
    inside->addWidget(text, 1);
    inside->addStretch();
    inside->addWidget(new TextLabel(aside, Step::Small, Color::Text3));
    m_column->addWidget(row);
}

void FactColumn::words(const QString &text)
{
    auto *label = new TextLabel(text, Step::Small, Color::Text2);
    label->setWrapping(true);
    widget(label);
}

void FactColumn::line()
{
    if (m_column->count() > 0)
        m_column->addSpacing(12);
    m_column->addWidget(new Rule(this));
}

void FactColumn::finish()
{
    m_column->addSpacing(16);
    m_column->addStretch(1);
}

SidePanel::SidePanel(QWidget *parent) : Pane(Color::Surface, Start, parent)
{
    setSpokenName(this, tr("Side panel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new Pane(Color::Surface, Pane::Bottom, this);
    head->setGrowingHeight(themeOf(this).layout().header, 18);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 14, 0);
    row->setSpacing(0);
    m_tabs = new QTabBar(head);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_tabs->setElideMode(Qt::ElideNone);
    setSpokenName(m_tabs, tr("Side panel"));
    m_tabs->addTab(tr("Lead"));
    m_tabs->setTabData(0, QStringLiteral("lead"));
    m_tabs->addTab(tr("Decisions"));
    m_tabs->setTabData(1, QStringLiteral("decisions"));
    m_close = new Button(tr("Close the side panel"), Button::Look::Bare, head);
    m_close->setSmall(true);
    m_close->setGlyph(QStringLiteral("panel-end"));
    m_close->setIconOnly(true);
    row->addWidget(m_tabs, 0, Qt::AlignBottom);
    row->addStretch();
    row->addWidget(m_close);
    column->addWidget(head);
    m_pages = new QStackedWidget(this);
    m_decisions = new FactColumn;
    m_pages->addWidget(scrolled(makeLeadPage()));
    m_pages->addWidget(scrolled(m_decisions));
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

/// The tasks stay while facts around them are built anew: one of them may have the keyboard.
QWidget *SidePanel::makeLeadPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_summary = new FactColumn;
    m_tasks = new TaskSection;
    m_kin = new KinSection;
    m_lead = new FactColumn;
    m_tasks->hide();
    column->addWidget(m_summary);
    column->addWidget(m_tasks);
    column->addWidget(m_kin);
    column->addWidget(m_lead, 1);
    return page;
}

QScrollArea *SidePanel::scrolled(QWidget *inside)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setBackgroundRole(QPalette::Base);
    area->setWidget(inside);
    return area;
}

void SidePanel::setCloseAction(QAction *close)
{
    m_close->setAction(close, tr("Close the side panel"));
}

void SidePanel::setStart(QWidget *card)
{
    if (m_startPage) {
        m_tabs->removeTab(0);
        m_pages->removeWidget(m_startPage);
        m_startPage->deleteLater();
        m_startPage = nullptr;
    }
    if (!card)
        return;
    QScrollArea *area = scrolled(card);
    area->setBackgroundRole(QPalette::AlternateBase);
    m_startPage = area;
    m_pages->insertWidget(0, area);
    m_tabs->insertTab(0, tr("Start"));
    m_tabs->setTabData(0, QStringLiteral("start"));
    m_tabs->updateGeometry();
    showTab(0);
}

void SidePanel::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
    m_pages->setCurrentIndex(index);
}

int SidePanel::tabOf(const QString &key) const
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->tabData(i).toString() == key)
            return i;
    }
    return 0;
}

void SidePanel::clear()
{
    m_summary->clear();
    m_tasks->hide();
    m_kin->present({}, false);
    m_lead->clear();
    m_decisions->clear();
}

} // namespace foredeck::ui
