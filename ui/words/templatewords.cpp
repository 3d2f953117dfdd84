#include "ui/words/templatewords.h"

#include "ui/words/domainwords.h"

#include <QStringList>

namespace foredeck::ui {

namespace {

const QString divider = QStringLiteral(" | ");
const QString lineBreak = QStringLiteral("\\n");

std::optional<MessageTemplate> templateOf(const QString &line)
{
    const QStringList parts = line.split(QLatin1Char('|'));
    if (parts.size() < 3)
        return std::nullopt;
    MessageTemplate one;
    one.name = parts[0].trimmed().toStdString();
    one.language = parts[1].trimmed().toStdString();
    // The text may hold the divider itself.
    one.text = parts.mid(2).join(QLatin1Char('|')).trimmed().replace(lineBreak, QStringLiteral("\n")).toStdString();
    const bool fits = isTemplateName(one.name) && !one.language.empty() && !one.text.empty() && one.text.size() <= longestTemplate && templateGaps(one.text) >= 0;
    return fits ? std::optional(one) : std::nullopt;
}

} // namespace

QString templateLines(const std::vector<MessageTemplate> &templates)
{
    QStringList lines;
    for (const MessageTemplate &one : templates)
        lines << fromUtf8(one.name) + divider + fromUtf8(one.language) + divider + fromUtf8(one.text).replace(QLatin1Char('\n'), lineBreak);
    return lines.join(QLatin1Char('\n'));
}

std::optional<std::vector<MessageTemplate>> templatesOf(const QString &lines, int &wrongLine)
{
    std::vector<MessageTemplate> templates;
    int number = 0;
    for (const QString &line : lines.split(QLatin1Char('\n'))) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto one = templateOf(line);
        if (!one || templates.size() >= mostTemplates) {
            wrongLine = number;
            return std::nullopt;
        }
        templates.push_back(*one);
    }
    return templates;
}

} // namespace foredeck::ui
