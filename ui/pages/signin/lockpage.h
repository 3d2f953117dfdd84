#pragma once

#include "models/domain/user.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

#include <QElapsedTimer>

namespace foredeck::ui {

class AvatarBadge;
class Button;
class Field;
class LineEdit;
class TextLabel;

/// What a locked window shows: who has locked it, and a field for their password, which the server looks at. Of customers it
/// knows nothing.
class LockPage final : public Page {
    Q_OBJECT

public:
    explicit LockPage(const Desk &desk, QWidget *parent = nullptr);
    /// Who is to come back; nobody known: only somebody who signs in can.
    void setPerson(const User &person);
    /// Locked anew: the field is empty, and has the keyboard.
    void begin();
    /// Why nobody else can sign in now.
    void tell(const QString &why);
    QList<QWidget *> panes() const override;
    void tick() override;
    LineEdit *password() const noexcept { return m_password; }
    Button *unlockButton() const noexcept { return m_unlock; }
    Button *otherButton() const noexcept { return m_other; }

Q_SIGNALS:
    void unlocked();
    void otherWanted();

private:
    void check();
    void onNotTaken(const QString &detail, bool isRefused, int retryAfterSeconds, int triesLeft);
    void refresh();

    Desk m_desk;
    User m_person;
    AvatarBadge *m_avatar;
    TextLabel *m_name;
    LineEdit *m_password;
    Field *m_field;
    Button *m_unlock;
    Button *m_other;
    bool m_isAsked = false; ///< the server is looking at it
    int m_restSeconds = 0;
    QElapsedTimer m_resting;
};

} // namespace foredeck::ui
