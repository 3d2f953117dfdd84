#include "ui/widgets/scrollaccessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace foredeck::ui {

namespace {

/// The same children as any widget has, by numbers that are looked at. A scroll bar that is hidden is one of them, and says so.
/// Lists and texts have faces of their own, which are asked for before.
QAccessibleInterface *areaFactory(const QString &className, QObject *object)
{
    const bool isArea = className == QStringLiteral("QScrollArea") || className == QStringLiteral("QAbstractScrollArea");
    auto *area = isArea ? qobject_cast<QWidget *>(object) : nullptr;
    return area ? new QAccessibleWidget(area, QAccessible::Client) : nullptr;
}

} // namespace

void installScrollAccessibility()
{
    QAccessible::installFactory(areaFactory); // once, however often it is told
}

} // namespace foredeck::ui
