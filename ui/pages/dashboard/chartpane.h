#pragma once

#include "ui/pages/dashboard/barchart.h"
#include "ui/widgets/pane.h"

class QStackedWidget;
class QTableWidget;

namespace foredeck::ui {

class Button;
class FlowRow;
class TextLabel;

/// A chart under what it shows, told as a sentence; the same numbers as a table for whoever wants to read them; and, below, in
/// words what the pointer or the keyboard is on.
class ChartPane final : public Pane {
    Q_OBJECT

public:
    /// `name`: of the chart, whatever it shows.
    ChartPane(BarChart::Kind kind, const QString &name, QWidget *parent = nullptr);
    void show(const ChartWords &words);
    BarChart *chart() const noexcept { return m_chart; }
    QTableWidget *table() const noexcept { return m_table; }
    Button *toggle() const noexcept { return m_toggle; }
    /// The words below the chart.
    QString said() const;
    /// The table in the chart's place, or the chart.
    void setTableShown(bool shown);

Q_SIGNALS:
    void opened(int bar);

protected:
    void changeEvent(QEvent *event) override;

private:
    void say(int bar);
    void fillTable();
    void fitTable();

    ChartWords m_words;
    QString m_name;
    TextLabel *m_title;
    TextLabel *m_subtitle;
    Button *m_toggle;
    QStackedWidget *m_stack;
    BarChart *m_chart;
    QTableWidget *m_table;
    FlowRow *m_legend;
    TextLabel *m_said;
    std::vector<TextLabel *> m_legendWords;
};

} // namespace foredeck::ui
