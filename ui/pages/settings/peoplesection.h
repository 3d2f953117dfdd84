#pragma once

#include "models/items/userlistmodel.h"
#include "ui/pages/settings/actfollower.h"
#include "ui/pages/settings/settingssection.h"

#include <QPointer>

class QComboBox;

namespace foredeck::ui {

class Button;
class Field;
class LineEdit;
class Question;

/// Who works here: roles, states, inviting and shutting off.
class PeopleSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit PeopleSection(const Desk &desk, QWidget *parent = nullptr);
    bool isDirty() const override;
    void forget() override;
    void present(const ClientDetails::Data *facts) override;

private:
    void rebuild();
    void invite();
    void invited();
    void refresh();
    QWidget *makeRow(const User &user);

    Desk m_desk;
    UserListModel m_model;
    ClientId m_client;
    UserId m_me;
    bool m_may = false;
    ActFollower m_inviting;
    std::vector<std::pair<LineEdit *, QString>> m_sent; ///< what the fields held when it was placed
    ActFollower m_shuttingOff;
    QVBoxLayout *m_list;
    LineEdit *m_name;
    LineEdit *m_email;
    LineEdit *m_password;
    Field *m_emailField;
    Field *m_passwordField;
    QComboBox *m_role;
    Button *m_invite;
    QPointer<Question> m_question;
};

} // namespace foredeck::ui
