#pragma once

#include "models/domain/alerts.h"
#include "models/items/userlistmodel.h"
#include "ui/shell/desk.h"
#include "ui/widgets/pane.h"

class QVBoxLayout;

namespace foredeck::ui {

/// Who is on call for a client: everybody who may answer, with a box to tick. Whoever is ticked and may not answer any more
/// stands there, too, so that they can be taken off. The times somebody has on the list stay theirs.
class OnCallList final : public Card {
    Q_OBJECT

public:
    explicit OnCallList(const Desk &desk, QWidget *parent = nullptr);
    void setClient(const ClientId &client);
    void setList(const std::vector<OnCall> &list);
    const std::vector<OnCall> &list() const noexcept { return m_list; }

Q_SIGNALS:
    void edited();

private:
    struct Row {
        UserId user;
        QString name;
        QString aside;
        friend bool operator==(const Row &, const Row &) = default;
    };

    std::vector<Row> rows() const;
    void addRow(const Row &row);
    void change(const UserId &user, bool on);
    void refresh();

    Desk m_desk;
    UserListModel m_model;
    QVBoxLayout *m_column;
    std::vector<OnCall> m_known; ///< as it was set, with everybody's times
    std::vector<OnCall> m_list;
    std::vector<Row> m_shown;
    bool m_loading = false;
};

} // namespace foredeck::ui
