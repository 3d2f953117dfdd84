#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

namespace foredeck {

/// The interface's language: Qt's own words and ours. Widgets that exist keep theirs; the window is made anew.
class Language {
public:
    /// "en", "es", or empty for the desktop's; anything else becomes English.
    void use(const QString &wanted);
    const QString &code() const noexcept { return m_code; }

private:
    QTranslator m_qt;
    QTranslator m_own;
    QString m_code;
};

} // namespace foredeck
