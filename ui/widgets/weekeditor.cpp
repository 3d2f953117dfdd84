#include "ui/widgets/weekeditor.h"

#include "ui/widgets/field.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

QTime timeOf(int minute)
{
    return QTime(0, 0).addSecs((minute % 1440) * 60);
}

int minuteOf(const QTime &time)
{
    return time.hour() * 60 + time.minute();
}

/// Digits typed over the whole time are read as a person means them, "8", "830", "08:30" or "0830". QTimeEdit itself puts them
/// where the cursor last stood, and another time than the one typed would stand there.
class TimeEdit final : public QTimeEdit {
protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const QString typed = event->text();
        const bool digit = typed.size() == 1 && typed.at(0) >= QLatin1Char('0') && typed.at(0) <= QLatin1Char('9');
        if (digit && !m_isTyping && lineEdit()->selectedText() == lineEdit()->text()) {
            m_isTyping = true;
            m_typed.clear();
        }
        if (m_isTyping && digit)
            return take(m_typed + typed);
        if (m_isTyping && (typed == QLatin1String(":") || typed == QLatin1String(".")))
            return take(m_typed.size() == 1 ? QLatin1Char('0') + m_typed : m_typed);
        m_isTyping = false;
        QTimeEdit::keyPressEvent(event);
    }
    void focusInEvent(QFocusEvent *event) override
    {
        QTimeEdit::focusInEvent(event);
        // Reached by Tab, it waits for a whole time, not for the hours alone.
        if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
            selectAll();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        m_isTyping = false;
        QTimeEdit::focusOutEvent(event);
    }
    /// Tab leaves the field: QTimeEdit's own would go to the minutes, and the next time typed would stand there.
    bool focusNextPrevChild(bool next) override { return QWidget::focusNextPrevChild(next); }

private:
    /// What makes no time is not taken.
    void take(const QString &digits)
    {
        // No day has an hour 83: "83" begins half past eight.
        const int hours = digits.left(2).toInt() < 24 ? 2 : 1;
        const QString minutes = digits.mid(hours).leftJustified(2, QLatin1Char('0'));
        const QTime time(digits.left(hours).toInt(), minutes.toInt());
        if (!time.isValid() || digits.size() > hours + 2)
            return;
        m_typed = digits;
        m_isTyping = digits.size() < hours + 2;
        setTime(time);
    }

    QString m_typed;
    bool m_isTyping = false;
};

QTimeEdit *timeEdit(const QString &name)
{
    auto *edit = new TimeEdit;
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    edit->setAccessibleName(name);
    growFixedWidth(edit, 72);
    edit->setLayoutDirection(Qt::LeftToRight);
    return edit;
}

} // namespace

QString systemZone()
{
    return QString::fromLatin1(QTimeZone::systemTimeZoneId());
}

WeekEditor::WeekEditor(Room room, QWidget *parent) : QWidget(parent), m_room(room)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_zone = new QComboBox;
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(12);
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds()) {
        if (zone.contains('/'))
            m_zone->addItem(QString::fromLatin1(zone));
    }
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->lineEdit()->setAccessibleName(tr("Time zone"));
    auto *zone = new Field(tr("Time zone"), m_zone);
    growMostWidth(zone, 320);
    column->addWidget(zone);
    m_always = new Switch(tr("Open day and night"));
    m_always->setWords(tr("Open day and night"), tr("Open day and night"));
    column->addWidget(m_always);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_room == Room::Page ? 12 : 6);
    grid->setVerticalSpacing(6);
    for (int day = 0; day < 7; ++day)
        addDay(grid, day);
    grid->setColumnStretch(5, 1);
    column->addLayout(grid);
    connect(m_zone, &QComboBox::editTextChanged, this, [this] {
        if (!m_loading)
            Q_EMIT edited();
    });
    connect(m_always, &QAbstractButton::toggled, this, &WeekEditor::refresh);
    setFocusProxy(m_always);
    setHours({});
}

void WeekEditor::addDay(QGridLayout *grid, int day)
{
    const QString name = QLocale().standaloneDayName(day + 1);
    Day &one = m_days[static_cast<std::size_t>(day)];
    one.open = new Switch(name);
    const bool page = m_room == Room::Page;
    one.open->setWords(page ? tr("open") : QString(), page ? tr("closed") : QString());
    one.from = timeEdit(tr("%1, opens").arg(name));
    one.until = timeEdit(tr("%1, closes").arg(name));
    one.more = new TextLabel({}, Step::Small, Color::Text3);
    auto *label = new TextLabel(page ? name : QLocale().standaloneDayName(day + 1, QLocale::ShortFormat), Step::Body);
    growLeastWidth(label, page ? 96 : 36);
    grid->addWidget(label, day, 0);
    grid->addWidget(one.open, day, 1);
    grid->addWidget(one.from, day, 2);
    grid->addWidget(new TextLabel(QStringLiteral("–"), Step::Body, Color::Text3), day, 3);
    grid->addWidget(one.until, day, 4);
    grid->addWidget(one.more, day, 5);
    connect(one.open, &QAbstractButton::toggled, this, &WeekEditor::refresh);
    connect(one.from, &QTimeEdit::timeChanged, this, &WeekEditor::refresh);
    connect(one.until, &QTimeEdit::timeChanged, this, &WeekEditor::refresh);
}

void WeekEditor::setHours(const OpeningHours &hours)
{
    m_loading = true;
    m_zone->setCurrentText(hours.zone.empty() ? systemZone() : QString::fromStdString(hours.zone));
    m_always->setChecked(hours.always);
    m_closedDates = hours.closedDates;
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const std::vector<OpenWindow> &windows = hours.week[i];
        Day &day = m_days[i];
        day.open->setChecked(!windows.empty());
        day.from->setTime(timeOf(windows.empty() ? 9 * 60 : windows.front().start));
        day.until->setTime(timeOf(windows.empty() ? 17 * 60 : windows.front().end));
        day.rest.assign(windows.size() > 1 ? windows.begin() + 1 : windows.end(), windows.end());
        QStringList words;
        for (const OpenWindow &window : day.rest)
            words << timeOf(window.start).toString(QStringLiteral("HH:mm")) + QStringLiteral(" – ") + timeOf(window.end).toString(QStringLiteral("HH:mm"));
        day.more->setText(words.isEmpty() ? QString() : tr("and %1").arg(words.join(QStringLiteral(", "))));
    }
    m_loading = false;
    refresh();
}

OpeningHours WeekEditor::hours() const
{
    OpeningHours hours;
    hours.zone = m_zone->currentText().trimmed().toStdString();
    hours.always = m_always->isChecked();
    hours.closedDates = m_closedDates;
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const Day &day = m_days[i];
        if (!day.open->isChecked())
            continue;
        hours.week[i].push_back({minuteOf(day.from->time()), minuteOf(day.until->time()) == 0 ? 1440 : minuteOf(day.until->time())});
        hours.week[i].insert(hours.week[i].end(), day.rest.begin(), day.rest.end());
    }
    return hours;
}

void WeekEditor::refresh()
{
    for (Day &day : m_days) {
        const bool shown = day.open->isChecked() && !m_always->isChecked();
        day.open->setEnabled(!m_always->isChecked());
        day.from->setEnabled(shown);
        day.until->setEnabled(shown);
        day.more->setVisible(shown && !day.rest.empty());
    }
    if (!m_loading)
        Q_EMIT edited();
}

} // namespace foredeck::ui
