#pragma once

#include "ui/shell/page.h"

class QSplitter;
class QStackedLayout;

namespace foredeck::ui {

class ListPane;
class SidePanel;
class ThreadPane;

/// The three panes of the inbox and how they share the width; or, in a window of one conversation, the thread and the panel
/// alone. The binding to data is InboxPage's.
class InboxPanes : public Page {
    Q_OBJECT

public:
    /// What stands beside the thread.
    enum class Extent { WithList, ThreadAlone };
    explicit InboxPanes(Extent extent = Extent::WithList, QWidget *parent = nullptr);
    bool hasList() const noexcept { return m_extent == Extent::WithList; }
    ListPane *list() const noexcept { return m_list; }
    ThreadPane *thread() const noexcept { return m_thread; }
    SidePanel *panel() const noexcept { return m_panel; }
    void arrange(const Arrangement &arrangement) override;
    QList<QWidget *> panes() const override;
    bool goBack() override;
    /// Ctrl+.
    void togglePanel();
    bool isPanelShown() const;
    /// In one stack: the thread in place of the list, or back.
    void showThread(bool shown);
    bool isStacked() const noexcept { return m_arrangement.singleStack; }
    int listWidth() const noexcept { return m_listWidth; }
    void setListWidth(int width);

Q_SIGNALS:
    /// The thread was hidden behind the list and stands before the eyes now.
    void threadCameUp();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void apply();

    Extent m_extent;
    ListPane *m_list;
    ThreadPane *m_thread;
    SidePanel *m_panel;
    QSplitter *m_splitter;
    Arrangement m_arrangement;
    bool m_panelWanted = true; ///< beside the thread
    bool m_overlayShown = false; ///< over the thread
    bool m_threadShown = false;
    int m_listWidth = 0;
};

} // namespace foredeck::ui
