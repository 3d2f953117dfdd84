#pragma once

#include <QAccessible>

#include <algorithm>
#include <utility>
#include <vector>

namespace foredeck::ui {

/// What assistive technology is told while this lives.
class Heard {
public:
    Heard() : m_before(QAccessible::installUpdateHandler(note)), m_wasActive(QAccessible::isActive())
    {
        events().clear();
        QAccessible::setActive(true);
    }
    ~Heard()
    {
        QAccessible::installUpdateHandler(m_before);
        QAccessible::setActive(m_wasActive);
    }
    Heard(const Heard &) = delete;
    Heard &operator=(const Heard &) = delete;
    int count(const QObject *object, QAccessible::Event what) const { return int(std::count(events().begin(), events().end(), std::pair {object, what})); }

private:
    using Event = std::pair<const QObject *, QAccessible::Event>;
    static std::vector<Event> &events()
    {
        static std::vector<Event> events;
        return events;
    }
    static void note(QAccessibleEvent *event) { events().emplace_back(event->object(), event->type()); }

    QAccessible::UpdateHandler m_before;
    bool m_wasActive;
};

} // namespace foredeck::ui
