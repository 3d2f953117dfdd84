#pragma once

#include "models/items/userlistmodel.h"
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
    void present(const ClientDetails::Data *facts) override;

private:
    void rebuild();
    void invite();
    QWidget *makeRow(const User &user);

    Desk m_desk;
    UserListModel m_model;
    ClientId m_client;
    bool m_may = false;
    OpId m_acting;
    OpId m_inviting; ///< until it has been journaled: what was typed stays in the form
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
