#pragma once

#include <QString>
#include <QUrl>

namespace foredeck::ui {

/// A person's number and address: as they are read, and as the desktop's own programs take them.

/// `number` as `known` writes it, where both are the same number.
QString phoneWord(const QString &number, const QString &known);
/// Only digits and a plus leave, whatever stood in the record.
QUrl callTo(const QString &number);
QUrl mailTo(const QString &address);

} // namespace foredeck::ui
