#pragma once

#include "tests/ui/testdesk.h"
#include "ui/shell/mainwindow.h"

#include <QModelIndex>
#include <QStringList>

#include <functional>
#include <memory>

namespace foredeck::ui {

class Button;
class CaretPopup;
class Composer;
class ConversationListView;
class TranscriptView;

/// The window over a real cache and a real outbox, as the tests of the interface begin, look at and end it. A test inherits
/// it beside QObject.
class WindowFixture {
protected:
    WindowFixture();
    ~WindowFixture();

    /// A desk with somebody signed in; warnings fail the test.
    void makeDesk();
    /// With what is in the desk by then; `size` empty: as large as the window wants to be.
    void show(QSize size = {});
    void makeAndShow();
    void end();

    InboxPage *inbox() const { return m_window->inbox(); }
    Composer *composer() const;
    TranscriptView *transcript() const;
    ConversationListView *list() const;
    /// The reply that is being written.
    QString typed() const;
    void open(const ConversationId &id);
    /// What a command's key does.
    void trigger(const char *id);
    /// Its row in the list; invalid where it has none.
    QModelIndex rowOf(const ConversationId &id) const;
    /// The one that can be seen with these words; none: nullptr.
    Button *button(const QString &words) const;
    /// What stands in the list under the caret; nothing while it is closed.
    static QStringList offered(const CaretPopup &popup);
    /// Whether some label that can be seen holds these words.
    bool says(const QString &words) const;
    /// The disk refuses the first act that `what` does.
    void refuse(const std::function<void()> &what);
    /// A picture of the window into $FOREDECK_PICTURES, where that is set.
    void keep(const QString &name) const;

    ThemeManager m_themes;
    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace foredeck::ui
