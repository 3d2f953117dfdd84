#pragma once

#include "ui/pages/settings/settingssection.h"

namespace foredeck::ui {

class CommandRegistry;
class Segment;

/// Appearance, density, text size and language of this computer's window.
class LookSection final : public SettingsSection {
    Q_OBJECT

public:
    explicit LookSection(const Desk &desk, QWidget *parent = nullptr);
    bool perClient() const override { return false; }

Q_SIGNALS:
    /// "en", "es". Another language is another window, so that others are asked first.
    void languageWanted(const QString &code);

private:
    void refresh();

    Desk m_desk;
    Segment *m_appearance;
    Segment *m_density;
    Segment *m_language;
    Segment *m_lock;
    TextLabel *m_lockWords;
    TextLabel *m_percent;
};

/// Every shortcut, read from the registry.
class ShortcutsSection final : public SettingsSection {
    Q_OBJECT

public:
    ShortcutsSection(const CommandRegistry &commands, QWidget *parent = nullptr);
    bool perClient() const override { return false; }
    /// After all commands are registered.
    void fill();

private:
    const CommandRegistry &m_commands;
    QVBoxLayout *m_list;
};

} // namespace foredeck::ui
