#include "ui/words/domainwords.h"

#include <QCoreApplication>
#include <QHash>

namespace foredeck::ui {

namespace {

struct ScoreWords {
    Q_DECLARE_TR_FUNCTIONS(ScoreWords)
};

} // namespace

QString scoreFactorWord(const QString &label)
{
    static const QHash<QString, const char *> words {
        {QStringLiteral("names_a_date"), QT_TR_NOOP("Names a date")},
    };
    const char *known = words.value(label);
    return known ? ScoreWords::tr(known) : wordsOfKey(label);
}

} // namespace foredeck::ui
