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
    ~SignInPage() override;
    /// The address to begin with, and what was typed beside it in the window before this one.
    void setAddress(const QString &address);
    /// Signs in where that was asked for in the window before this one; its server can be reached now.
    void goOn();
    /// The keyboard goes to the first field that waits for something.
    void begin();
    QString address() const;
    SignInDraft typed() const;
    /// Where this window signs in; empty until it has been told.
    const QString &server() const { return m_server; }
    /// As another page left it.
    void resume(const QString &server, const QString &address, const SignInDraft &draft);
    QList<QWidget *> panes() const override;
    void tick() override;

Q_SIGNALS:
    /// "en", "es": another language is another window, so that others are asked first.
    void languageWanted(const QString &code);

private:
    QWidget *makeForm();
    void fillPlaces();
    void setTyped(const QString &address, const SignInDraft &draft);
    /// `again`: it did not answer before, and nobody has typed since.
    void probe(bool again = false);
    void onProbed(const QString &address, const Probe &answer);
    void signIn();
    void onFailed(const QString &detail, int retryAfterSeconds, int triesLeft);
    /// What a server said of one account says nothing of another.
    void forgetRefusal();
    void onSession();
    void onKeyring();
    bool mayTry() const;
    /// What stands in the field has not answered.
    bool isSilent() const;
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
    QString m_server; ///< of this window; no other is signed in to
    QString m_asked; ///< the address that has not answered who it is
    QString m_silentAddress; ///< did not answer when it was asked last
    QElapsedTimer m_silent; ///< since then
    bool m_goesOn = false; ///< signing in was asked for, and goes on once the server has answered
    bool m_atEmail = false; ///< the keyboard was there last
    QString m_opening; ///< this window goes when that of this address has opened
    QElapsedTimer m_waiting;
    int m_restSeconds = 0;
    QElapsedTimer m_resting;
};

} // namespace foredeck::ui
