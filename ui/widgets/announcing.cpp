#include "ui/widgets/announcing.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace foredeck::ui {

namespace {

constexpr const char *mark = "announces";

QAccessibleInterface *notificationFactory(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    return widget && widget->property(mark).toBool() ? new QAccessibleWidget(widget, QAccessible::Notification) : nullptr;
}

} // namespace

void makeAnnouncing(QWidget *widget)
{
    QAccessible::installFactory(notificationFactory); // once, however often it is told
    widget->setProperty(mark, true);
}

void setSpokenName(QWidget *widget, const QString &words)
{
    if (widget->accessibleName() != words)
        widget->setAccessibleName(words);
}

void announce(QWidget *widget, const QString &words)
{
    if (words.isEmpty())
        return;
    setSpokenName(widget, words);
    if (!widget->isVisible())
        return;
    QAccessibleEvent event(widget, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&event);
}

} // namespace foredeck::ui
