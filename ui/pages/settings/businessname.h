#pragma once

#include "models/items/details.h"
#include "ui/pages/settings/actfollower.h"
#include "ui/pages/settings/basis.h"

#include <QWidget>

namespace foredeck::ui {

class Button;
class Field;
class LineEdit;

/// What the business is called: to customers by the assistant, and to the team. Administrators change it.
class BusinessName final : public QWidget {
    Q_OBJECT

public:
    explicit BusinessName(const Desk &desk, QWidget *parent = nullptr);
    void present(const ClientDetails::Data *facts);
    /// Typed, and neither the server nor the outbox has it yet.
    bool isDirty() const;
    void forget();

Q_SIGNALS:
    /// How far saving it has come.
    void said(const QString &words, bool bad);

private:
    Client typed() const;
    void fill(const Client &client);
    void save();
    void refused(const QString &why);
    void refresh();

    Desk m_desk;
    Client m_client; ///< as it stands here
    bool m_may = false;
    bool m_dirty = false; ///< until the server has taken what is in the field
    ActFollower m_saving;
    Basis<Client> m_basis;
    std::string m_sent; ///< what the field held when it was placed
    LineEdit *m_name;
    Field *m_field;
    Button *m_save;
};

} // namespace foredeck::ui
