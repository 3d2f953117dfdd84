#include "app/language.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>

namespace foredeck {

void Language::use(const QString &wanted)
{
    const QLocale system = QLocale::system();
    const QString asked = wanted.isEmpty() ? system.name().left(2) : wanted;
    m_code = asked == QStringLiteral("es") ? asked : QStringLiteral("en");
    // The desktop's region stays when it speaks the same language: dates and numbers follow it.
    const QLocale locale = system.name().startsWith(m_code) ? system : QLocale(m_code == QStringLiteral("es") ? QLocale(QLocale::Spanish, QLocale::Spain) : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/foredeck_%1.qm").arg(m_code)))
        QCoreApplication::installTranslator(&m_own);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

} // namespace foredeck
