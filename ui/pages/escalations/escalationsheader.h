#pragma once

#include "models/items/escalationlistmodel.h"
#include "ui/widgets/pane.h"

class QAction;
class QTabBar;

namespace foredeck::ui {

class Button;
class TextLabel;

/// The page's name, its lists with how many are in each, and the clients in view. Where they do not fit beside each other,
/// the lists stand on a line of their own.
class EscalationsHeader final : public Pane {
    Q_OBJECT

public:
    explicit EscalationsHeader(QWidget *parent = nullptr);
    void setClientsAction(QAction *action);
    /// The way to the rules; shown to those who may see them.
    void setRulesAction(QAction *action);
    void setRulesShown(bool shown);
    void setScope(const QString &words);
    /// `more`: at least so many.
    void setCount(EscalationTab tab, std::int64_t count, bool more);
    EscalationTab tab() const;
    void setTab(EscalationTab tab);
    QTabBar *tabs() const noexcept { return m_tabs; }

Q_SIGNALS:
    void tabChosen(foredeck::EscalationTab tab);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void place();

    TextLabel *m_title;
    QTabBar *m_tabs;
    Button *m_rules;
    Button *m_clients;
};

} // namespace foredeck::ui
