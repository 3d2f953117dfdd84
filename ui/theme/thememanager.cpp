#include "ui/theme/thememanager.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QPointer>
#include <QToolTip>
#include <QWidget>

#include <vector>

namespace foredeck::ui {

ThemeManager::ThemeManager(QObject *parent) : QObject(parent)
{
    apply();
}

void ThemeManager::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    apply();
}

void ThemeManager::setDensity(Density density)
{
    m_density = density;
    apply();
}

void ThemeManager::setTextPercent(int percent)
{
    m_textPercent = qBound(100, percent, 200);
    apply();
}

void ThemeManager::setSystemDark(bool dark)
{
    m_systemDark = dark;
    if (m_appearance == Appearance::System)
        apply();
}

void ThemeManager::setSystemContrast(bool more)
{
    m_systemContrast = more;
    if (m_appearance == Appearance::System)
        apply();
}

void ThemeManager::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
    apply();
}

Scheme ThemeManager::scheme() const
{
    switch (m_appearance) {
    case Appearance::Light:
        return Scheme::Light;
    case Appearance::Dark:
        return Scheme::Dark;
    case Appearance::HighContrast:
        return Scheme::HighContrast;
    case Appearance::System:
        break;
    }
    if (m_systemContrast)
        return Scheme::HighContrast;
    return m_systemDark ? Scheme::Dark : Scheme::Light;
}

void ThemeManager::apply()
{
    m_theme = Theme(builtInTokens(), scheme(), m_density, m_textPercent / 100.0);
    auto *style = qobject_cast<ForedeckStyle *>(QApplication::style());
    if (!style) {
        style = new ForedeckStyle;
        QApplication::setStyle(style); // takes ownership
    }
    style->setTheme(m_theme, m_reducedMotion);
    QApplication::setFont(m_theme.font(Step::Body));
    QApplication::setPalette(m_theme.palette());
    for (const char *editor : {"QLineEdit", "QPlainTextEdit", "QTextEdit"})
        QApplication::setPalette(m_theme.editorPalette(), editor);
    QToolTip::setFont(m_theme.font(Step::Small));
    QToolTip::setPalette(m_theme.palette());
    // Density and text size change no palette: every widget is told, so that sizes and fonts are asked for again.
    // One may put others in its children's place when it hears of it.
    const QWidgetList all = QApplication::allWidgets();
    const std::vector<QPointer<QWidget>> widgets(all.begin(), all.end());
    for (const QPointer<QWidget> &widget : widgets) {
        QEvent event(QEvent::StyleChange);
        if (widget)
            QApplication::sendEvent(widget, &event);
    }
    Q_EMIT changed();
}

} // namespace foredeck::ui
