#pragma once

#include "models/cache/mailbox.h"
#include "models/cache/rowfilter.h"
#include "models/core/id.h"
#include "ui/shell/desk.h"

#include <QMenu>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

namespace foredeck::ui {

class ListPane;

/// What narrows the inbox's list: the menu in which it is chosen, and the chips under the list's head that tell of it and
/// take it off. It stays from view to view, and goes with the person.
class InboxFilter final : public QObject {
    Q_OBJECT

public:
    InboxFilter(const Desk &desk, ListPane &list, QObject *parent);
    const RowFilter &filter() const noexcept { return m_filter; }
    void set(RowFilter filter);
    void clear() { set({}); }
    /// Offers what can be chosen, with the labels in use at that client (empty: at all of them); each choice shows at once.
    void ask(const ClientId &client);
    /// Null when it is closed.
    QMenu *menu() const noexcept { return m_menu; }

Q_SIGNALS:
    void changed();

private:
    void offer(const QString &words, bool on, std::function<void(RowFilter &, bool)> change);
    void offerLabels(const std::vector<std::string> &labels);
    void showChips();

    Desk m_desk;
    ListPane &m_list;
    RowFilter m_filter;
    QPointer<QMenu> m_menu;
    Mailbox m_mailbox;
};

} // namespace foredeck::ui
