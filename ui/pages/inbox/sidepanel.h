#pragma once

#include "models/cache/rows.h"
#include "models/domain/escalation.h"
#include "ui/widgets/pane.h"
#include "ui/words/timewords.h"

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QScrollArea;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace foredeck::ui {

class Button;
class KinSection;
class TaskSection;

/// Rows of "what: value" under section labels; built anew when its facts change.
class FactColumn final : public QWidget {
    Q_OBJECT

public:
    explicit FactColumn(QWidget *parent = nullptr);
    void clear();
    /// `aside` stands beside the label, lighter.
    void section(const QString &label, const QString &aside = {});
    /// A value that wraps; `glyph` before it in its colour.
    void fact(const QString &label, const QString &value, const QString &glyph = {}, Color color = Color::Text, int labelWidth = 104);
    /// A value that is several words of its own, each in a chip.
    void chips(const QString &label, const QStringList &words, int labelWidth = 104);
    /// Words at the start, a number at the end.
    void factor(const QString &words, const QString &number);
    /// One line with a glyph at its start and words at its end.
    void entry(const QString &glyph, const QString &words, const QString &aside);
    void words(const QString &text);
    void widget(QWidget *widget);
    /// Across, where another part begins.
    void line();
    void finish();

private:
    QVBoxLayout *m_column;
    bool m_first = true;
};

/// The end side of the inbox: what is known of the person, what the assistant decided, and, while the sample runs, the way
/// to start for real.
class SidePanel final : public Pane {
    Q_OBJECT

public:
    explicit SidePanel(QWidget *parent = nullptr);
    void setCloseAction(QAction *close);
    /// The card of the first run; its tab stands first. Null takes it away. Takes ownership.
    void setStart(QWidget *card);
    /// The card needs a little more width than facts do.
    bool hasStart() const noexcept { return m_startPage != nullptr; }
    void showTab(int index);
    int tabOf(const QString &key) const;

    struct LeadFacts {
        const LeadPage *lead = nullptr;
        const ConversationRow *row = nullptr;
        const Escalation *escalation = nullptr;
        const ConversationSummary *summary = nullptr;
        const std::vector<Participant> *participants = nullptr;
        UserId me = {};
    };
    void showLead(const LeadFacts &facts, const TimeContext &time);
    static constexpr std::size_t mostDecisions = 50;
    /// The newest first; more than mostDecisions: there are earlier ones.
    void showDecisions(const std::vector<std::shared_ptr<const Decision>> &decisions, const TimeContext &time);
    void clear();
    /// What is to be done for the customer, between the summary and the facts.
    TaskSection *tasks() const noexcept { return m_tasks; }
    /// Who else the person is or may be, below the tasks.
    KinSection *kin() const noexcept { return m_kin; }

Q_SIGNALS:
    void conversationWanted(const foredeck::ConversationId &conversation);

private:
    QScrollArea *scrolled(QWidget *inside);
    QWidget *makeLeadPage();
    void showSummary(const LeadFacts &facts, const TimeContext &time);

    QTabBar *m_tabs;
    Button *m_close;
    QStackedWidget *m_pages;
    FactColumn *m_summary;
    TaskSection *m_tasks;
    KinSection *m_kin;
    FactColumn *m_lead;
    FactColumn *m_decisions;
    QWidget *m_startPage = nullptr;
};

} // namespace foredeck::ui
