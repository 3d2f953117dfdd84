#include "ui/shell/clientmenu.h"

#include "models/items/clientlistmodel.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace foredeck::ui {

void offerClients(const ClientListModel &clients, const ClientId &shown, QWidget *below, std::function<void(const ClientId &)> choose)
{
    auto *menu = new QMenu(below);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Client &client : clients.items()) {
        QString name = harmless(fromUtf8(client.name));
        QAction *action = menu->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(client.id == shown);
        if (client.id != shown)
            QObject::connect(action, &QAction::triggered, below, [choose, id = client.id] { choose(id); });
    }
    menu->popup(below->mapToGlobal(QPoint(0, below->height() + 2)));
}

std::optional<ClientId> clientInstead(const ClientListModel &clients, const ClientId &shown, SyncPhase phase)
{
    const bool mayChange = clients.isLoaded() && (shown.empty() || phase == SyncPhase::Live);
    if (!mayChange || clients.rowOf(shown.value) >= 0)
        return std::nullopt;
    if (clients.rowCount() > 0)
        return clients.itemAt(0).id;
    return shown.empty() ? std::nullopt : std::optional {ClientId {}};
}

} // namespace foredeck::ui
