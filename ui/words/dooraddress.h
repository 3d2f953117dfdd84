#pragma once

#include <QString>
#include <QUrl>

#include <string>

namespace foredeck::ui {

/// Where customers come in below the address of a backend.

/// Where a business's web form sends its messages.
QString webFormAddress(const QUrl &door);
/// The page on which anybody writes to the client by live chat; empty without a backend or a slug.
QUrl chatAddress(const QUrl &server, const std::string &slug);

} // namespace foredeck::ui
