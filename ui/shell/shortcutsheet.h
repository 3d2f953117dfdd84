#pragma once

#include "ui/shell/commandregistry.h"
#include "ui/widgets/overlay.h"

#include <QStringList>

class QScrollArea;

namespace foredeck::ui {

/// `?`: every command that has a key, by group, read from the registry each time it opens.
class ShortcutSheet final : public Overlay {
    Q_OBJECT

public:
    ShortcutSheet(const CommandRegistry &commands, QWidget *window);
    void toggle();
    /// The ids on the sheet, in its order.
    const QStringList &listed() const noexcept { return m_listed; }

private:
    void rebuild();

    const CommandRegistry &m_commands;
    QStringList m_listed;
    QScrollArea *m_area;
};

} // namespace foredeck::ui
