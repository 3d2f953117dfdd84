#include "ui/widgets/weekeditor.h"

#include "models/domain/hoursclash.h"
#include "models/items/qtzones.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/timefield.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace foredeck::ui {

namespace {

constexpr OpenWindow usualDay {9 * 60, 17 * 60};
constexpr OpenWindow usualNight {22 * 60, 7 * 60};

/// Where a second time of a day may begin: an hour after the first has ended.
OpenWindow after(const OpenWindow &window)
{
    const int start = std::min(window.end + 60, minutesPerDay - 60);
    return {start, std::min(start + 240, minutesPerDay)};
}

bool runsPastMidnight(const OpenWindow &window)
{
    return window.end <= window.start;
}

} // namespace

QString systemZone()
{
    return QString::fromLatin1(desktopZone().id());
}

WeekEditor::WeekEditor(Room room, Of of, QWidget *parent) : QWidget(parent), m_room(room), m_of(of)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    addZone(column);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_room == Room::Page ? 12 : 6);
    grid->setVerticalSpacing(3);
    column->addLayout(grid);
    for (int day = 0; day < 7; ++day)
        addDay(grid, day);
    grid->setColumnStretch(3, 1);
    setFocusProxy(m_of == Of::Opening ? m_always : m_days.front().open);
    setHours({});
}

void WeekEditor::addZone(QVBoxLayout *column)
{
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
    setSpokenName(m_zone->lineEdit(), tr("Time zone"));
    m_zoneField = new Field(tr("Time zone"), m_zone);
    growMostWidth(m_zone, 320);
    column->addWidget(m_zoneField);
    m_always = new Switch(tr("Open day and night"));
    m_always->setWords(tr("Open day and night"), tr("Open by the days below")); // what is not so stands nowhere
    column->addWidget(m_always);
    if (m_of == Of::Quiet) {
        m_zoneField->hide();
        m_always->hide();
    }
    connect(m_zone, &QComboBox::editTextChanged, this, [this] {
        if (m_zoneField->hasError()) // a name that is still being typed is told when it is done
            m_zoneField->setError(zoneProblem());
        if (!m_loading)
            Q_EMIT edited();
    });
    connect(m_zone->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        takeOnlyMatch();
        m_zoneField->setError(zoneProblem());
    });
    connect(m_always, &QAbstractButton::toggled, this, &WeekEditor::take);
}

OpenWindow WeekEditor::usual() const
{
    return m_of == Of::Opening ? usualDay : usualNight;
}

void WeekEditor::addDay(QGridLayout *grid, int day)
{
    Day &one = m_days[static_cast<std::size_t>(day)];
    one.name = QLocale().standaloneDayName(day + 1);
    one.open = new Switch(one.name);
    const bool page = m_room == Room::Page;
    one.hint = new TextLabel({}, Step::Small, Color::Danger);
    one.hint->setWrapping(true);
    auto *label = new TextLabel(page ? one.name : QLocale().standaloneDayName(day + 1, QLocale::ShortFormat), Step::Body);
    growLeastWidth(label, page ? 96 : 36);
    one.more = new QVBoxLayout;
    one.more->setSpacing(6);
    // Name and switch stand beside the first line, however many there are.
    const int row = 3 * day;
    grid->addWidget(label, row, 0);
    grid->addWidget(one.open, row, 1);
    addTimes(one, usual());
    grid->addWidget(one.times.front().line, row, 2);
    grid->addLayout(one.more, row + 1, 2);
    grid->addWidget(one.hint, row + 2, page ? 2 : 0, 1, page ? 2 : 4);
    connect(one.open, &QAbstractButton::toggled, this, &WeekEditor::take);
}

void WeekEditor::addTimes(Day &day, OpenWindow window)
{
    const bool first = day.times.empty();
    Times times;
    times.line = new QWidget(this);
    if (m_of == Of::Quiet) {
        times.from = new TimeField((first ? tr("%1, quiet from") : tr("%1, quiet again from")).arg(day.name));
        times.until = new TimeField((first ? tr("%1, quiet until") : tr("%1, quiet again until")).arg(day.name));
    } else {
        times.from = new TimeField((first ? tr("%1, opens") : tr("%1, opens again")).arg(day.name));
        times.until = new TimeField((first ? tr("%1, closes") : tr("%1, closes again")).arg(day.name));
    }
    times.from->setMinute(window.start);
    times.until->setMinute(window.end);
    times.act = new Button({}, Button::Look::Bare);
    times.act->setSmall(true);
    times.act->setIconOnly(true);
    auto *row = new QHBoxLayout(times.line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_room == Room::Page ? 12 : 6);
    row->addWidget(times.from);
    row->addWidget(new TextLabel(QStringLiteral("–"), Step::Body, Color::Text3));
    row->addWidget(times.until);
    row->addWidget(times.act);
    for (TimeField *field : {times.from, times.until}) {
        growFixedWidth(field, m_room == Room::Page ? 72 : 64);
        connect(field, &TimeField::edited, this, &WeekEditor::take);
    }
    QWidget *before = first ? static_cast<QWidget *>(day.open) : day.times.back().act;
    for (QWidget *stop : {static_cast<QWidget *>(times.from), static_cast<QWidget *>(times.until), static_cast<QWidget *>(times.act)})
        QWidget::setTabOrder(std::exchange(before, stop), stop);
    connect(times.act, &QPushButton::clicked, this, [this, &day, line = times.line] { addOrRemove(day, line); });
    if (!first) {
        day.more->addWidget(times.line);
        times.line->show(); // at once: the keyboard goes there
    }
    day.times.push_back(times);
}

void WeekEditor::removeLast(Day &day)
{
    day.times.back().line->hide();
    day.times.back().line->deleteLater();
    day.times.pop_back();
}

void WeekEditor::addOrRemove(Day &day, const QWidget *line)
{
    if (day.times.size() == 1) {
        addTimes(day, after(windowOf(day.times.front())));
    } else {
        // Those below move up.
        auto one = std::find_if(day.times.begin(), day.times.end(), [line](const Times &times) { return times.line == line; });
        for (; one + 1 != day.times.end(); ++one) {
            one->from->takeFrom(*(one + 1)->from);
            one->until->takeFrom(*(one + 1)->until);
        }
        removeLast(day);
    }
    day.times.back().from->setFocus(Qt::OtherFocusReason);
    take();
}

void WeekEditor::setHours(const OpeningHours &hours)
{
    m_loading = true;
    m_zone->setCurrentText(hours.zone.empty() ? systemZone() : QString::fromStdString(hours.zone));
    m_always->setChecked(hours.always);
    m_closedDates = hours.closedDates;
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const std::vector<OpenWindow> windows = hours.week[i].empty() ? std::vector {usual()} : hours.week[i];
        Day &day = m_days[i];
        day.open->setChecked(!hours.week[i].empty());
        while (day.times.size() > windows.size())
            removeLast(day);
        for (std::size_t n = 0; n < windows.size(); ++n) {
            if (n == day.times.size())
                addTimes(day, windows[n]);
            day.times[n].from->setMinute(windows[n].start);
            day.times[n].until->setMinute(windows[n].end);
        }
    }
    m_loading = false;
    take();
}

OpeningHours WeekEditor::hours() const
{
    OpeningHours hours;
    hours.zone = m_zone->currentText().trimmed().toStdString();
    hours.always = m_always->isChecked();
    hours.closedDates = m_closedDates;
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        if (!m_days[i].open->isChecked())
            continue;
        for (const Times &times : m_days[i].times)
            hours.week[i].push_back(windowOf(times));
        std::sort(hours.week[i].begin(), hours.week[i].end(), [](const OpenWindow &a, const OpenWindow &b) { return a.start < b.start; });
    }
    return hours;
}

/// Qt takes any letters for a zone without rules, so a name is one of the list or a path of the tz database.
QString WeekEditor::zoneProblem() const
{
    const QByteArray zone = m_zone->currentText().trimmed().toUtf8();
    const bool known = zone.contains('/') ? QTimeZone(zone).isValid() : QTimeZone::isTimeZoneIdAvailable(zone);
    return known || zone == QTimeZone::systemTimeZoneId() ? QString() : tr("No time zone of this name: %1").arg(m_zone->currentText().trimmed());
}

/// A city alone is enough where it names one zone: "Berlin", "new york".
void WeekEditor::takeOnlyMatch()
{
    const QString typed = m_zone->currentText().trimmed().replace(QLatin1Char(' '), QLatin1Char('_'));
    if (typed.isEmpty() || zoneProblem().isEmpty())
        return;
    QStringList cities;
    QStringList names;
    for (int i = 0; i < m_zone->count(); ++i) {
        const QString name = m_zone->itemText(i);
        if (name.section(QLatin1Char('/'), -1).compare(typed, Qt::CaseInsensitive) == 0)
            cities << name;
        if (name.contains(typed, Qt::CaseInsensitive))
            names << name;
    }
    const QStringList &found = cities.size() == 1 ? cities : names;
    if (found.size() == 1)
        m_zone->setCurrentText(found.constFirst());
}

QString WeekEditor::showProblem()
{
    takeOnlyMatch();
    m_zoneField->setError(zoneProblem());
    if (m_zoneField->hasError())
        m_zone->setFocus(Qt::OtherFocusReason);
    return zoneProblem().isEmpty() ? problem() : zoneProblem();
}

QString WeekEditor::problem() const
{
    for (const Day &day : m_days) {
        if (day.isWrong)
            return tr("%1: %2", "a day and what is wrong with its hours").arg(day.name, day.hint->text());
    }
    return {};
}

void WeekEditor::take()
{
    refresh();
    if (!m_loading)
        Q_EMIT edited();
}

OpenWindow WeekEditor::windowOf(const Times &times)
{
    const int until = times.until->lastMinute();
    return {times.from->lastMinute(), until == 0 ? minutesPerDay : until};
}

/// Day and night no day is closed, whatever its switch will say again afterwards; and its times are those of no day.
void WeekEditor::showOpen(Day &day)
{
    const bool always = m_always->isChecked();
    if (m_room != Room::Page)
        day.open->setWords({}, {});
    else if (m_of == Of::Quiet)
        day.open->setWords(tr("quiet"), tr("not quiet"));
    else
        day.open->setWords(always ? tr("all day") : tr("open"), always ? tr("all day") : tr("closed"));
    day.open->setAccessibleDescription(always ? tr("all day") : QString());
    day.open->setEnabled(!always);
    for (const Times &times : day.times)
        times.line->setVisible(!always);
}

void WeekEditor::refresh()
{
    const OpeningHours hours = this->hours();
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        Day &day = m_days[i];
        const bool shown = day.open->isChecked() && !m_always->isChecked();
        showOpen(day);
        const bool many = day.times.size() > 1;
        int number = 0;
        for (const Times &times : day.times) {
            for (QWidget *part : {static_cast<QWidget *>(times.from), static_cast<QWidget *>(times.until), static_cast<QWidget *>(times.act)})
                part->setEnabled(shown);
            times.act->setGlyph(many ? QStringLiteral("close") : QStringLiteral("plus"));
            times.act->setText(many ? tr("Remove time %1 of %2").arg(++number).arg(day.name) : tr("A second time on %1").arg(day.name));
            setSpokenName(times.act, times.act->text());
            times.act->setToolTip(plainTip(times.act->text()));
        }
        tell(i, hours);
    }
}

/// What is wrong with the times of a day; else that they go past midnight or around the clock, which one may not have meant.
void WeekEditor::tell(std::size_t index, const OpeningHours &hours)
{
    Day &day = m_days[index];
    const bool shown = day.open->isChecked() && !m_always->isChecked();
    QString words;
    for (const Times &times : day.times) {
        for (TimeField *field : {times.from, times.until}) {
            field->setWrong(shown && field->isWrong());
            if (shown && field->isWrong() && words.isEmpty())
                words = tr("“%1” is no time; write 08:30, for example.").arg(field->text());
        }
    }
    const HoursClash clash = clashOn(hours, index);
    if (shown && words.isEmpty() && clash != HoursClash::None)
        words = clash == HoursClash::SameDay ? tr("These times overlap.") : tr("These times run into those of the next day.");
    day.isWrong = shown && !words.isEmpty();
    const OpenWindow last = shown && words.isEmpty() && !day.times.empty() ? hours.week[index].back() : usualDay;
    if (last == OpenWindow {})
        words = tr("The whole day, 24 hours.");
    else if (runsPastMidnight(last))
        words = tr("Until %1 on the next day.").arg(timeWord(last.end));
    day.hint->setColor(day.isWrong ? Color::Danger : Color::Text2);
    day.hint->setText(words);
    day.hint->setVisible(!words.isEmpty());
}

} // namespace foredeck::ui
