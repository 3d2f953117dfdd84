#include "net/sync/repairlog.h"

#include "models/core/time.h"

#include <QLoggingCategory>

namespace foredeck {

namespace {

Q_LOGGING_CATEGORY(lcRepair, "foredeck.repair", QtInfoMsg)

} // namespace

RepairLog::RepairLog(const QString &path, const Clock &clock) : m_file(path), m_clock(clock)
{
    if (!path.isEmpty() && !m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Text))
        qCWarning(lcRepair, "the repair log cannot be written: %s", qPrintable(m_file.errorString()));
}

void RepairLog::write(const Repair &repair)
{
    const std::string line = toRfc3339(m_clock.now()) + " " + repair.kind + " " + repair.stream + " from=" + std::to_string(repair.from)
        + " to=" + std::to_string(repair.to) + " tries=" + std::to_string(repair.tries) + " ms=" + std::to_string(repair.ms);
    qCInfo(lcRepair, "%s", line.c_str());
    if (!m_file.isOpen())
        return;
    m_file.write(line.data(), static_cast<qint64>(line.size()));
    m_file.write("\n");
    m_file.flush();
}

} // namespace foredeck
