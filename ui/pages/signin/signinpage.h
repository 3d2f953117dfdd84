#pragma once

#include "models/ports/syncstatus.h"
#include "ui/shell/desk.h"
#include "ui/shell/host.h"
#include "ui/shell/page.h"

#include <QElapsedTimer>

class QCheckBox;
class QVBoxLayout;

namespace foredeck::ui {

class Button;
class Field;
class LineEdit;
class StatePane;
class TextLabel;

/// Signing in to a server elsewhere: its address is asked who it is while one types on; what goes wrong stands at the
/// field it concerns. The keyring is never waited for.
class SignInPage final : public Page {
    Q_OBJECT

public:
    explicit SignInPage(const Desk &desk, QWidget *parent = nullptr);
    void setAddress(const QString &address);
    QList<QWidget *> panes() const override;
    void tick() override;

private:
    QWidget *makeForm();
    void fillPlaces();
    void probe();
    void onProbed(const QString &address, const Probe &answer);
    void signIn();
    void onFailed(const QString &detail, int retryAfterSeconds);
    void onSession();
    void onKeyring();
    bool mayTry() const;
    void refresh();

    Desk m_desk;
    LineEdit *m_address;
    Field *m_addressField;
    LineEdit *m_email;
    Field *m_emailField;
    LineEdit *m_password;
    Field *m_passwordField;
    QCheckBox *m_stay;
    TextLabel *m_stayWords;
    Button *m_signIn;
    QVBoxLayout *m_places;
    QWidget *m_keyring;
    TextLabel *m_keyringTitle;
    TextLabel *m_keyringWords;
    Button *m_sessionOnly;
    QElapsedTimer m_waiting;
    int m_restSeconds = 0;
    QElapsedTimer m_resting;
};

} // namespace foredeck::ui
