#pragma once

#include "models/core/id.h"
#include "models/ports/syncstatus.h"

#include <functional>
#include <optional>

class QWidget;

namespace foredeck {
class ClientListModel;
}

namespace foredeck::ui {

/// Offers the clients in a menu below a button of a page that is about one of them. `choose` is called with another one than
/// the shown; it may outlive this call, and goes with the button.
void offerClients(const ClientListModel &clients, const ClientId &shown, QWidget *below, std::function<void(const ClientId &)> choose);

/// The client that such a page turns to when its own is gone: the first, or none where there is no other. Nothing: it stays,
/// also while one that is missing may be on its way.
std::optional<ClientId> clientInstead(const ClientListModel &clients, const ClientId &shown, SyncPhase phase);

} // namespace foredeck::ui
