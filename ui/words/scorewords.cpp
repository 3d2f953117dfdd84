#include "ui/words/domainwords.h"

#include <QCoreApplication>
#include <QHash>

namespace foredeck::ui {

QString scoreFactorWord(const QString &label)
{
    static const QHash<QString, const char *> words {
        {QStringLiteral("emergency"), QT_TRANSLATE_NOOP("ScoreWords", "An emergency")},
        {QStringLiteral("asks_to_book"), QT_TRANSLATE_NOOP("ScoreWords", "Asks to book")},
        {QStringLiteral("names_a_date"), QT_TRANSLATE_NOOP("ScoreWords", "Names a date")},
        {QStringLiteral("urgent"), QT_TRANSLATE_NOOP("ScoreWords", "Is in a hurry")},
        {QStringLiteral("gives_phone"), QT_TRANSLATE_NOOP("ScoreWords", "Gives a phone number")},
        {QStringLiteral("names_budget"), QT_TRANSLATE_NOOP("ScoreWords", "Names a budget")},
        {QStringLiteral("asks_price"), QT_TRANSLATE_NOOP("ScoreWords", "Asks for the price")},
        {QStringLiteral("ready_now"), QT_TRANSLATE_NOOP("ScoreWords", "Is ready now")},
        {QStringLiteral("gives_name"), QT_TRANSLATE_NOOP("ScoreWords", "Gives a name")},
        {QStringLiteral("gives_email"), QT_TRANSLATE_NOOP("ScoreWords", "Gives an e-mail address")},
        {QStringLiteral("names_party"), QT_TRANSLATE_NOOP("ScoreWords", "Says for how many")},
        {QStringLiteral("decides"), QT_TRANSLATE_NOOP("ScoreWords", "Decides alone")},
        {QStringLiteral("keeps_writing"), QT_TRANSLATE_NOOP("ScoreWords", "Keeps writing")},
        {QStringLiteral("just_looking"), QT_TRANSLATE_NOOP("ScoreWords", "Is only looking")},
        {QStringLiteral("opted_out"), QT_TRANSLATE_NOOP("ScoreWords", "Opted out")},
        {QStringLiteral("not_a_customer"), QT_TRANSLATE_NOOP("ScoreWords", "Is no customer")},
    };
    const char *known = words.value(label);
    return known ? QCoreApplication::translate("ScoreWords", known) : wordsOfKey(label);
}

} // namespace foredeck::ui
