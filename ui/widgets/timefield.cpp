#include "ui/widgets/timefield.h"

#include <QRegularExpression>

#include <utility>

namespace foredeck::ui {

QString timeWord(int minute)
{
    const auto twoDigits = [](int number) { return QString::number(number).rightJustified(2, QLatin1Char('0')); };
    return twoDigits(minute % minutesPerDay / 60) + QLatin1Char(':') + twoDigits(minute % 60);
}

TimeField::TimeField(const QString &accessibleName, QWidget *parent) : LineEdit(accessibleName, {}, parent)
{
    setLayoutDirection(Qt::LeftToRight);
    setMaxLength(11); // "12:30 p. m."
    setTextMargins(4, 0, 4, 0);
    setMinute(0);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_isTyping = true;
        Q_EMIT edited();
    });
    connect(this, &QLineEdit::editingFinished, this, &TimeField::finish);
}

void TimeField::setMinute(int minute)
{
    m_last = minute % minutesPerDay;
    setText(timeWord(minute));
}

void TimeField::takeFrom(const TimeField &other)
{
    m_last = other.m_last;
    setText(other.text());
}

std::optional<int> TimeField::minute() const
{
    static const QRegularExpression form(QStringLiteral("^\\s*([0-9]{1,2}?)(?:[:.]?([0-9]{2}))?\\s*(?:([ap])\\.?\\s?m?\\.?)?\\s*$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text());
    int hour = match.captured(1).toInt();
    const int rest = match.captured(2).toInt();
    if (const QString half = match.captured(3).toLower(); !half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (half == QLatin1String("p") ? 12 : 0);
    }
    const bool midnight = hour == 24 && rest == 0;
    if (!match.hasMatch() || (hour > 23 && !midnight) || rest > 59)
        return std::nullopt;
    return (hour * 60 + rest) % minutesPerDay;
}

bool TimeField::isWrong() const
{
    return !m_isTyping && !minute();
}

void TimeField::setWrong(bool wrong)
{
    setProperty("invalid", wrong);
    update();
}

void TimeField::finish()
{
    if (const auto time = minute())
        setMinute(*time);
    if (!std::exchange(m_isTyping, false))
        return;
    Q_EMIT edited();
}

} // namespace foredeck::ui
