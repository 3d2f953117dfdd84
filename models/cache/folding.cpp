#include "models/cache/folding.h"

namespace foredeck {

namespace {

/// Letters of their own in Unicode, which people type as the plain ones all the same.
QString plainOf(QChar c)
{
    switch (c.unicode()) {
    case u'ø':
        return QStringLiteral("o");
    case u'ł':
        return QStringLiteral("l");
    case u'đ':
    case u'ð':
        return QStringLiteral("d");
    case u'þ':
        return QStringLiteral("th");
    case u'æ':
        return QStringLiteral("ae");
    case u'œ':
        return QStringLiteral("oe");
    default:
        return c;
    }
}

} // namespace

QString folded(const QString &text)
{
    const QString plain = text.normalized(QString::NormalizationForm_KD);
    QString result;
    for (const QChar c : plain) {
        if (!c.isMark())
            result.append(c);
    }
    result = result.toUpper().toCaseFolded(); // upper first: it alone turns ß into two letters
    QString plainest;
    for (const QChar c : result)
        plainest += plainOf(c);
    return plainest;
}

} // namespace foredeck
