#pragma once

#include "ui/theme/theme.h"

#include <QObject>

namespace foredeck::ui {

/// What a person chose in Settings; `System` follows the desktop's word.
enum class Appearance { System, Light, Dark, HighContrast };

/// Owns the program's look: holds the choice and the desktop's word, makes the Theme, hands it to style, palette and font
/// and tells all widgets. Made once by the composition root, before any window; lives on the GUI thread.
class ThemeManager final : public QObject {
    Q_OBJECT

public:
    explicit ThemeManager(QObject *parent = nullptr);

    const Theme &theme() const noexcept { return m_theme; }
    Appearance appearance() const noexcept { return m_appearance; }
    void setAppearance(Appearance appearance);
    void setDensity(Density density);
    /// 100–200 per cent, in steps of ten; values outside are brought inside.
    int textPercent() const noexcept { return m_textPercent; }
    void setTextPercent(int percent);
    /// The desktop's word, from the portal: dark or not.
    void setSystemDark(bool dark);
    /// Likewise: whether it wants more contrast, which comes before dark.
    void setSystemContrast(bool more);
    /// No fading, no moving dots.
    bool reducedMotion() const noexcept { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

Q_SIGNALS:
    void changed();

private:
    void apply();
    Scheme scheme() const;

    Appearance m_appearance = Appearance::System;
    Density m_density = Density::Normal;
    int m_textPercent = 100;
    bool m_systemDark = false;
    bool m_systemContrast = false;
    bool m_reducedMotion = false;
    Theme m_theme;
};

} // namespace foredeck::ui
