#include "ui/pages/start/plantext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace foredeck::ui {

namespace {

constexpr int minutesOfDay = 24 * 60;

QJsonArray weekOf(const Week &week)
{
    QJsonArray days;
    for (const auto &windows : week) {
        QJsonArray day;
        for (const OpenWindow &window : windows)
            day.append(QJsonArray {window.start, window.end});
        days.append(day);
    }
    return days;
}

Week weekOf(const QJsonArray &days)
{
    Week week;
    for (std::size_t day = 0; day < week.size(); ++day) {
        for (const QJsonValue &one : days.at(int(day)).toArray()) {
            const int start = one[0].toInt(-1);
            const int end = one[1].toInt(-1);
            if (start >= 0 && start <= minutesOfDay && end >= 0 && end <= minutesOfDay)
                week[day].push_back({start, end});
        }
    }
    return week;
}

} // namespace

QString textOf(const BusinessPlan &typed)
{
    QJsonArray faqs;
    for (const FaqDraft &faq : typed.faqs)
        faqs.append(QJsonArray {faq.question, faq.answer});
    const QJsonObject plan {{QStringLiteral("name"), typed.name}, {QStringLiteral("zone"), QString::fromStdString(typed.hours.zone)},
        {QStringLiteral("always"), typed.hours.always}, {QStringLiteral("week"), weekOf(typed.hours.week)}, {QStringLiteral("faqs"), faqs}};
    return QString::fromUtf8(QJsonDocument(plan).toJson(QJsonDocument::Compact));
}

std::optional<BusinessPlan> planOf(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.section(QLatin1Char('\n'), -1).toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject plan = document.object();
    BusinessPlan typed;
    typed.name = plan[QStringLiteral("name")].toString();
    typed.hours.zone = plan[QStringLiteral("zone")].toString().toStdString();
    typed.hours.always = plan[QStringLiteral("always")].toBool();
    typed.hours.week = weekOf(plan[QStringLiteral("week")].toArray());
    for (const QJsonValue &faq : plan[QStringLiteral("faqs")].toArray())
        typed.faqs.push_back({faq[0].toString(), faq[1].toString()});
    return typed;
}

} // namespace foredeck::ui
