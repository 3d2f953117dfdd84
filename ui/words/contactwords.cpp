#include "ui/words/contactwords.h"

#include "ui/widgets/painting.h"

#include <algorithm>
#include <iterator>

namespace foredeck::ui {

namespace {

QString digitsOf(const QString &number)
{
    QString digits;
    std::copy_if(number.begin(), number.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

} // namespace

QString phoneWord(const QString &number, const QString &known)
{
    const bool same = !known.isEmpty() && digitsOf(number) == digitsOf(known);
    return harmless(same ? known : number);
}

QUrl callTo(const QString &number)
{
    const QString plus = number.trimmed().startsWith(QLatin1Char('+')) ? QStringLiteral("+") : QString();
    return QUrl(QStringLiteral("tel:") + plus + digitsOf(number));
}

QUrl mailTo(const QString &address)
{
    QUrl url;
    url.setScheme(QStringLiteral("mailto"));
    url.setPath(address); // encoded there: nothing in it becomes a header of the mail
    return url;
}

} // namespace foredeck::ui
