#pragma once

#include "models/items/clientlistmodel.h"
#include "models/items/dashboardfigures.h"
#include "models/items/escalationfigures.h"
#include "models/items/viewcounters.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"
#include "ui/words/dashboardwords.h"

class QGridLayout;
class QScrollArea;
class QStackedLayout;

namespace foredeck::ui {

class AnswersPane;
class Button;
class ChartPane;
class FigureStrip;
class NewestPane;
class Segment;
class StatePane;
class TextLabel;

/// The figures of the clients in view, each of which opens the rows behind it. What other pages count is told by who counts it
/// there; the rest comes from DashboardFigures. Holds no figure of its own.
class DashboardPage final : public Page {
    Q_OBJECT

public:
    /// `counters` and `escalations` are those of the inbox's lists and of the escalations; they outlive the page.
    DashboardPage(const Desk &desk, const ClientListModel &clients, const ViewCounters &counters, const EscalationFigures &escalations, QWidget *parent = nullptr);
    ~DashboardPage() override;

    /// After the window has added those that lead from page to page.
    void addCommands(CommandRegistry &commands);
    void setClient(const ClientId &client);
    int days() const { return m_figures.days(); }
    /// The last days that leads are counted of: 1, 7 or 30.
    void setDays(int days);
    /// Another person has come: nothing of what the one before chose is theirs.
    void forget();

    const DashboardFigures &figures() const { return m_figures; }
    FigureStrip *strip() const noexcept { return m_strip; }
    ChartPane *byDay() const noexcept { return m_days; }
    ChartPane *byChannel() const noexcept { return m_channels; }
    NewestPane *newest() const noexcept { return m_newest; }
    AnswersPane *answers() const noexcept { return m_answers; }
    void arrange(const Arrangement &arrangement) override;
    QList<QWidget *> panes() const override;
    void tick() override;

Q_SIGNALS:
    void leadsWanted(const foredeck::LeadQuery &query);
    void leadWanted(const foredeck::LeadId &lead);
    void viewWanted(foredeck::View view);
    /// Those that nobody has taken up.
    void pendingWanted();
    void conversationWanted(const foredeck::ConversationId &conversation);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeContent();
    void bind();
    void refresh();
    /// Now, or when it is shown.
    void refreshSoon();
    void refreshAnswers();
    void showState();
    void open(Figure figure);
    void openDay(int bar);
    void openChannel(int bar);
    /// Who came in the chosen days.
    LeadQuery cameQuery() const;
    std::optional<DeskCounts> deskCounts() const;
    TimeContext time() const;

    Desk m_desk;
    const ClientListModel &m_clients;
    const ViewCounters &m_counters;
    const EscalationFigures &m_escalations;
    DashboardFigures m_figures;
    ClientId m_client;
    bool m_isDue = false; ///< something was told while it was hidden
    QString m_failure; ///< why nothing could be read
    Button *m_scope = nullptr;
    TextLabel *m_zone = nullptr; ///< on whose clock the times are, where that is not the desktop's
    Segment *m_range = nullptr;
    QStackedLayout *m_stack;
    QScrollArea *m_area = nullptr;
    StatePane *m_state = nullptr;
    QWidget *m_skeleton = nullptr;
    FigureStrip *m_strip = nullptr;
    QGridLayout *m_grid = nullptr;
    ChartPane *m_days = nullptr;
    ChartPane *m_channels = nullptr;
    NewestPane *m_newest = nullptr;
    AnswersPane *m_answers = nullptr;
};

} // namespace foredeck::ui
