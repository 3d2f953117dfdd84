#pragma once

#include "models/cache/rows.h"
#include "ui/widgets/placed.h"
#include "ui/words/timewords.h"

#include <QAbstractButton>

class QAction;
class QMenu;

namespace foredeck::ui {

class Button;
class LineEdit;

/// "Score 40 – 100": what is filtered by, and to what; opens the menu of its choices. In accent while it hides something.
class FilterButton final : public QAbstractButton {
    Q_OBJECT

public:
    explicit FilterButton(const QString &label, QWidget *parent = nullptr);
    void setValue(const QString &value, bool filters);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_value;
    bool m_filters = false;
};

/// What narrows the table: words, score, status, when and over which channel they came, the clients in view. The search takes what the buttons leave; where that is
/// too little it has a line of its own.
class LeadFilters final : public Placed {
    Q_OBJECT

public:
    explicit LeadFilters(QWidget *parent = nullptr);
    void setActions(QAction *clear, const QString &searchKey);
    /// `clients`: the one in view, or how many.
    void present(const LeadQuery &query, const TimeContext &time, const QString &clients);
    LineEdit *search() const noexcept { return m_search; }
    FilterButton *score() const noexcept { return m_score; }
    FilterButton *status() const noexcept { return m_status; }
    FilterButton *came() const noexcept { return m_came; }
    FilterButton *source() const noexcept { return m_source; }
    FilterButton *clients() const noexcept { return m_clients; }

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {1, 0}; }

Q_SIGNALS:
    void typed(const QString &text);
    void scoreChosen(int from, int to);
    void statusesChosen(const std::vector<std::string> &statuses);
    /// The last days, today included; 0: whenever.
    void daysChosen(int days);
    /// Name of a ChannelKind; empty: any.
    void sourceChosen(const std::string &source);

protected:
    void place() override;

private:
    int flow(int width, bool move) const;
    void scoreMenu();
    void statusMenu();
    void cameMenu();
    void sourceMenu();
    void popUp(QMenu *menu, const QWidget *below) const;

    LeadQuery m_query;
    LineEdit *m_search;
    FilterButton *m_score;
    FilterButton *m_status;
    FilterButton *m_came;
    FilterButton *m_source;
    FilterButton *m_clients;
    Button *m_clear;
};

} // namespace foredeck::ui
