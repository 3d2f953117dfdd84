#include "ui/words/dooraddress.h"

namespace foredeck::ui {

QString webFormAddress(const QUrl &door)
{
    return door.resolved(QUrl(QStringLiteral("/webhooks/web-form"))).toString();
}

QUrl chatAddress(const QUrl &server, const std::string &slug)
{
    if (server.isEmpty() || slug.empty())
        return {};
    QUrl address = server.resolved(QUrl(QStringLiteral("/chat/")));
    address.setPath(address.path() + QString::fromStdString(slug));
    return address;
}

} // namespace foredeck::ui
