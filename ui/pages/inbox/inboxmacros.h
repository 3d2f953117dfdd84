#pragma once

#include "models/items/details.h"
#include "models/items/macrolistmodel.h"
#include "ui/shell/desk.h"

#include <QObject>

#include <vector>

namespace foredeck::ui {

/// The macros of the open conversation's client, and what fills them in there. Follows the cache.
class InboxMacros final : public QObject {
    Q_OBJECT

public:
    explicit InboxMacros(const Desk &desk, QObject *parent = nullptr);
    /// Whose they are. Those of the one before stay where it is not known yet: between two conversations of a client nothing
    /// is read anew.
    void setClient(const ClientId &client);
    /// Another person has come.
    void forget() { take({}); }
    /// Those that can be used: one that the server refused is its author's to mend, and nobody's to send.
    std::vector<Macro> macros() const;
    /// Of a conversation and, where it is read, its lead.
    MacroValues values(const ConversationRow &row, const Lead *lead) const;

Q_SIGNALS:
    /// They are others than those told last.
    void changed();

private:
    void take(const ClientId &client);
    void tell();

    Desk m_desk;
    MacroListModel m_model;
    ClientDetails m_client;
    std::vector<Macro> m_told;
};

} // namespace foredeck::ui
