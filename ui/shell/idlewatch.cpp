#include "ui/shell/idlewatch.h"

#include <QApplication>
#include <QEvent>

namespace foredeck::ui {

IdleWatch::IdleWatch(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_since(clock.now())
{
    qApp->installEventFilter(this);
}

std::chrono::milliseconds IdleWatch::idle()
{
    const Timestamp now = m_clock.now();
    if (now < m_since)
        m_since = now;
    return now - m_since;
}

void IdleWatch::begin() { m_since = m_clock.now(); }

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
        // What the program makes for itself, such as when something moves under the pointer, shows nobody.
        if (event->spontaneous())
            begin();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace foredeck::ui
