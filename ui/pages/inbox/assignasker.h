#pragma once

#include "models/items/userlistmodel.h"
#include "ui/pages/escalations/personmenu.h"
#include "ui/shell/desk.h"

#include <QObject>
#include <QPoint>
#include <QPointer>

#include <functional>

class QWidget;

namespace foredeck::ui {

/// Whom conversations are given to: a person who may answer there, found by typing, oneself, or nobody.
class AssignAsker final : public QObject {
    Q_OBJECT

public:
    AssignAsker(const Desk &desk, QWidget *page);
    /// The clients that somebody answers for; empty: all.
    using Then = std::function<void(const Owner &to, const std::vector<ClientId> &clients)>;
    /// `client`: only who answers for it is offered; empty: everybody. `has`: who has it already, and is not offered.
    void ask(const ClientId &client, const Owner &has, const QPoint &globalPos, Then then);
    PersonMenu *menu() const noexcept { return m_menu; }

private:
    Desk m_desk;
    QWidget *m_page;
    UserListModel m_users;
    QPointer<PersonMenu> m_menu;
};

} // namespace foredeck::ui
