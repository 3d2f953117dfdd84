#pragma once

#include "ui/shell/arrangement.h"

#include <QWidget>

class QStackedWidget;

namespace foredeck::ui {

class Banner;
class Navigation;
class Page;
class StatusLine;

/// The window's inside: navigation at the start, banner over the page, status line below. Decides what yields when the
/// window is narrow and tells navigation and pages. Knows no data.
class Frame final : public QWidget {
    Q_OBJECT

public:
    explicit Frame(QWidget *parent = nullptr);
    Navigation *navigation() const noexcept { return m_navigation; }
    Banner *banner() const noexcept { return m_banner; }
    StatusLine *status() const noexcept { return m_status; }
    void addPage(Page *page);
    void showPage(Page *page);
    Page *page() const;
    const Arrangement &arrangement() const noexcept { return m_arrangement; }
    /// The sign-in page has no navigation.
    void setNavigationShown(bool shown);
    /// Panes yield by the arrangement, not by their own wishes.
    QSize minimumSizeHint() const override { return {480, 360}; }
    /// F6 and Shift+F6: the next pane that can take the focus.
    void cyclePanes(int by);
    /// Of these, wherever they stand.
    static void cycle(QList<QWidget *> panes, int by);

Q_SIGNALS:
    void arrangementChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    Navigation *m_navigation;
    Banner *m_banner;
    QStackedWidget *m_pages;
    StatusLine *m_status;
    Arrangement m_arrangement;
    bool m_arranged = false;
};

} // namespace foredeck::ui
