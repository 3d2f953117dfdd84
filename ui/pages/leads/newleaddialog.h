#pragma once

#include "models/domain/client.h"
#include "models/domain/deskentry.h"
#include "ui/widgets/overlay.h"

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;

namespace foredeck::ui {

class Button;
class EditBox;
class Field;
class LineEdit;
class Segment;
class TextLabel;

/// Asks who came in or called: whatever of it is known, quickly, since they stand at the desk.
class NewLeadDialog final : public Overlay {
    Q_OBJECT

public:
    explicit NewLeadDialog(QWidget *window);
    /// `clients`: whom they may have come to; asked where there are several. `entry`: what is written down already. `then` is
    /// handed what was, once it can be saved.
    void ask(const DeskEntry &entry, const std::vector<Client> &clients, std::function<void(const DeskEntry &)> then);
    /// Something that was typed here before, or came back, while nothing is written down yet.
    void fill(const DeskEntry &entry);
    /// The same once more, with why it came back.
    void askAgain(const QString &why);
    DeskEntry typed() const;
    LineEdit *name() const noexcept { return m_name; }
    LineEdit *phone() const noexcept { return m_phone; }
    LineEdit *email() const noexcept { return m_email; }
    LineEdit *wants() const noexcept { return m_wants; }
    EditBox *note() const noexcept { return m_note; }
    Segment *how() const noexcept { return m_how; }
    QComboBox *client() const noexcept { return m_client; }
    QCheckBox *conversation() const noexcept { return m_conversation; }
    Button *save() const noexcept { return m_save; }

Q_SIGNALS:
    /// By the person's hand.
    void edited();

protected:
    QWidget *firstFocus() const override;

private:
    void changed();
    void clearErrors();
    void take();

    Segment *m_how;
    QComboBox *m_client;
    Field *m_clientField = nullptr;
    LineEdit *m_name;
    LineEdit *m_phone;
    LineEdit *m_email;
    LineEdit *m_wants;
    EditBox *m_note;
    Field *m_nameField = nullptr;
    Field *m_phoneField = nullptr;
    Field *m_emailField = nullptr;
    Field *m_wantsField = nullptr;
    Field *m_noteField = nullptr;
    QCheckBox *m_conversation;
    Button *m_save;
    std::vector<ClientId> m_clients;
    std::function<void(const DeskEntry &)> m_then;
    bool m_filling = false;
};

} // namespace foredeck::ui
