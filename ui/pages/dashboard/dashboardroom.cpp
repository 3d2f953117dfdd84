#include "ui/pages/dashboard/answerspane.h"
#include "ui/pages/dashboard/chartpane.h"
#include "ui/pages/dashboard/dashboardpage.h"
#include "ui/pages/dashboard/figurestrip.h"
#include "ui/pages/dashboard/newestpane.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

/// What stands where on the dashboard, and what yields when it is narrow.
namespace foredeck::ui {

QWidget *DashboardPage::makeHeader()
{
    auto *header = new Pane(Color::Surface, Pane::Bottom, this);
    header->setGrowingHeight(themeOf(this).layout().header, 24);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    auto *title = new TextLabel(tr("Dashboard"), Step::Title, Color::Text, QFont::DemiBold, header);
    title->setElides(60);
    row->addWidget(title);
    m_scope = new Button(tr("All clients"), Button::Look::Quiet, header);
    m_scope->setSmall(true);
    m_scope->setGlyph(QStringLiteral("filter"));
    m_scope->setElides(true);
    row->addWidget(m_scope);
    row->addStretch(1);
    m_zone = new TextLabel({}, Step::Small, Color::Text3, QFont::Normal, header);
    m_zone->setElides(60);
    row->addWidget(m_zone);
    m_range = new Segment(tr("Days whose leads are counted"), header);
    m_range->addPart(tr("Today"), {});
    m_range->addPart(tr("7 days"), {});
    m_range->addPart(tr("30 days"), {});
    row->addWidget(m_range);
    return header;
}

QWidget *DashboardPage::makeContent()
{
    m_area = new QScrollArea(this);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setBackgroundRole(QPalette::Base);
    m_area->setFocusPolicy(Qt::NoFocus); // what is in it takes the keys, and is scrolled to
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_strip = new FigureStrip(inside);
    column->addWidget(m_strip);
    m_grid = new QGridLayout;
    m_grid->setSpacing(0);
    column->addLayout(m_grid);
    column->addStretch(1);
    m_days = new ChartPane(BarChart::Kind::Columns, tr("Leads by day"), inside);
    m_channels = new ChartPane(BarChart::Kind::Rows, tr("Leads by channel"), inside);
    m_newest = new NewestPane(inside);
    m_answers = new AnswersPane(inside);
    m_area->setWidget(inside);
    inside->setAutoFillBackground(false);
    arrange({});
    return m_area;
}

void DashboardPage::arrange(const Arrangement &arrangement)
{
    for (QWidget *pane : std::initializer_list<QWidget *> {m_days, m_channels, m_newest, m_answers})
        m_grid->removeWidget(pane);
    const bool single = arrangement.singleStack;
    m_days->setEdges(single ? Pane::Bottom : Pane::Bottom | Pane::End);
    m_channels->setEdges(Pane::Bottom);
    m_newest->setEdges(single ? Pane::Edges(Pane::Bottom) : Pane::Edges(Pane::End));
    m_grid->addWidget(m_days, 0, 0);
    m_grid->addWidget(m_channels, single ? 1 : 0, single ? 0 : 1);
    m_grid->addWidget(m_newest, single ? 2 : 1, 0);
    m_grid->addWidget(m_answers, single ? 3 : 1, single ? 0 : 1);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(1, single ? 0 : 2);
}

QList<QWidget *> DashboardPage::panes() const
{
    QList<QWidget *> all {m_strip->tile(Figure::Leads)};
    for (const ChartPane *pane : {m_days, m_channels})
        all << (pane->toggle()->isChecked() ? static_cast<QWidget *>(pane->table()) : pane->chart());
    const auto rows = m_newest->rows();
    all << (rows.empty() ? static_cast<QWidget *>(m_newest->all()) : rows.front());
    return all;
}

} // namespace foredeck::ui
