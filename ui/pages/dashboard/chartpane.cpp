#include "ui/pages/dashboard/chartpane.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

constexpr int chartPad = 16;
constexpr int series[] {4, 2, 5}; ///< of the parts of a column, from the outermost; the innermost has the colour of strong lines

/// The colour of a part beside its glyph and word.
class Swatch final : public QWidget {
public:
    Swatch(std::size_t part, QWidget *parent) : QWidget(parent), m_part(part) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    QSize sizeHint() const override { return {themeOf(this).grown(10), themeOf(this).grown(10)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter(this).fillRect(rect(), m_part < std::size(series) ? theme.series(series[m_part]) : theme.color(Color::LineStrong));
    }

private:
    std::size_t m_part;
};

} // namespace

ChartPane::ChartPane(BarChart::Kind kind, const QString &name, QWidget *parent) : Pane(Color::Surface, NoEdge, parent), m_name(name)
{
    setSpokenName(this, name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(chartPad, 12, chartPad, 12);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_title = new TextLabel({}, Step::Reading, Color::Text, QFont::DemiBold, this);
    m_title->setWrapping(true);
    auto *words = new QVBoxLayout; // beside the button, which is higher than a line
    words->setSpacing(0);
    words->addWidget(m_title);
    m_subtitle = new TextLabel({}, Step::Small, Color::Text3, QFont::Normal, this);
    m_subtitle->setWrapping(true);
    words->addWidget(m_subtitle);
    head->addLayout(words, 1);
    m_toggle = new Button(tr("%1: show as a table", "a chart").arg(name), Button::Look::Bare, this);
    m_toggle->setSmall(true);
    m_toggle->setGlyph(QStringLiteral("table"));
    m_toggle->setIconOnly(true);
    m_toggle->setCheckable(true);
    head->addWidget(m_toggle, 0, Qt::AlignTop);
    column->addLayout(head);
    m_stack = new QStackedWidget(this);
    m_chart = new BarChart(kind, name, m_stack);
    m_table = new QTableWidget(m_stack);
    setSpokenName(m_table, tr("%1 as a table", "a chart").arg(name));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    column->addWidget(m_stack, 1);
    m_legend = new FlowRow(16, this);
    column->addWidget(m_legend);
    m_said = new TextLabel({}, Step::Small, Color::Text2, QFont::Normal, this);
    m_said->setWrapping(true);
    makeAnnouncing(m_said);
    column->addWidget(m_said);
    connect(m_toggle, &QPushButton::toggled, this, &ChartPane::setTableShown);
    connect(m_chart, &BarChart::pointed, this, &ChartPane::say);
    connect(m_chart, &BarChart::opened, this, &ChartPane::opened);
    connect(m_table, &QTableWidget::activated, this, [this](const QModelIndex &index) { Q_EMIT opened(index.row()); });
    say(-1);
}

QString ChartPane::said() const
{
    return m_said->text();
}

void ChartPane::show(const ChartWords &words)
{
    m_words = words;
    m_title->setText(words.title);
    m_subtitle->setText(words.subtitle);
    m_chart->show(words.bars);
    m_chart->setAccessibleDescription(words.title);
    while (m_legendWords.size() < words.legend.size()) {
        const std::size_t part = m_legendWords.size();
        auto *one = new QWidget(m_legend);
        auto *row = new QHBoxLayout(one);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(5);
        row->addWidget(new Swatch(part, one));
        row->addWidget(new Glyph(words.legend[part].glyph, 14, words.legend[part].color, one));
        m_legendWords.push_back(new TextLabel({}, Step::Caption, Color::Text2, QFont::Normal, one));
        row->addWidget(m_legendWords.back());
        m_legend->add(one);
    }
    for (std::size_t i = 0; i < words.legend.size(); ++i)
        m_legendWords[i]->setText(words.legend[i].word);
    m_legend->setVisible(!words.legend.empty());
    say(m_chart->told());
    fillTable();
}

void ChartPane::fillTable()
{
    const int columns = int(m_words.columns.size());
    m_table->setColumnCount(columns);
    m_table->setRowCount(int(m_words.bars.size()));
    m_table->setHorizontalHeaderLabels(m_words.columns);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QStringList &cells = m_words.bars[std::size_t(row)].cells;
        for (int column = 0; column < columns; ++column) {
            QTableWidgetItem *item = m_table->item(row, column);
            if (!item) {
                item = new QTableWidgetItem;
                m_table->setItem(row, column, item);
            }
            item->setText(cells.value(column));
            item->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeading : Qt::AlignTrailing));
        }
    }
    for (int column = 0; column < columns; ++column) {
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeading : Qt::AlignTrailing));
        m_table->horizontalHeader()->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    fitTable();
}

void ChartPane::fitTable()
{
    const Theme &theme = themeOf(this);
    m_table->verticalHeader()->setDefaultSectionSize(theme.rowHeight(28, 18));
    m_table->verticalHeader()->setMinimumSectionSize(theme.rowHeight(28, 18));
    m_table->setMinimumHeight(theme.grown(200));
    m_said->setMinimumHeight(2 * theme.line(Step::Small)); // what is said of a bar may need a second line
}

void ChartPane::setTableShown(bool shown)
{
    m_toggle->setChecked(shown);
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_table) : m_chart);
    m_said->setVisible(!shown);
    if (shown && m_table->currentRow() < 0 && m_table->rowCount() > 0)
        m_table->setCurrentCell(m_chart->current() >= 0 ? m_chart->current() : m_table->rowCount() - 1, 0);
}

/// Its line stands there always: the page must not move when the pointer does.
void ChartPane::say(int bar)
{
    const bool any = bar >= 0 && bar < int(m_words.bars.size());
    const QString words = any ? tr("%1. Enter opens them.").arg(m_words.bars[std::size_t(bar)].spoken) : tr("Point at a bar, or go through them with the arrows.");
    if (words == m_said->text())
        return;
    m_said->setText(words);
    if (any)
        announce(m_said, words);
}

void ChartPane::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        fitTable();
}

} // namespace foredeck::ui
