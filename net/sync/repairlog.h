#pragma once

#include "models/core/clock.h"
#include "net/sync/streamstate.h"

#include <QFile>
#include <QString>

namespace foredeck {

/// One line per mended hole: "<time> <kind> <stream> from=<seq> to=<seq> tries=<n> ms=<n>", into the logging category
/// foredeck.repair and, where a path is given, into a file. So that faults can be matched with repairs one by one.
class RepairLog {
public:
    /// Empty path: the category only. Lines are appended.
    RepairLog(const QString &path, const Clock &clock);
    void write(const Repair &repair);

private:
    QFile m_file;
    const Clock &m_clock;
};

} // namespace foredeck
