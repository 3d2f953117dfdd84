#include "ui/pages/inbox/snoozeasker.h"

#include "models/core/clock.h"
#include "models/ports/ephemera.h"
#include "ui/theme/icons.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/field.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/timefield.h"
#include "ui/words/domainwords.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

constexpr int snoozeWidth = 360;

QString choiceWord(SnoozeChoice choice)
{
    switch (choice) {
    case SnoozeChoice::LaterToday:
        return SnoozeAsker::tr("Later today");
    case SnoozeChoice::TomorrowMorning:
        return SnoozeAsker::tr("Tomorrow morning");
    case SnoozeChoice::NextOpening:
        return SnoozeAsker::tr("When you open next");
    case SnoozeChoice::NextWeek:
        break;
    }
    return SnoozeAsker::tr("Next week");
}

} // namespace

SnoozeUntil::SnoozeUntil(QWidget *window)
    : Overlay(window, snoozeWidth, -1), m_day(new DayField), m_hour(new TimeField(tr("Time"))), m_do(new Button(tr("Snooze"), Button::Look::Primary))
{
    setSpokenName(box(), tr("Snooze until"));
    auto *column = new QVBoxLayout(box());
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    column->addWidget(new TextLabel(tr("Snooze until"), Step::Title, Color::Text, QFont::DemiBold));
    auto *when = new QWidget;
    auto *row = new QHBoxLayout(when);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    growFixedWidth(m_hour, 72);
    row->addWidget(m_day);
    row->addWidget(m_hour);
    row->addStretch();
    m_field = new Field(tr("Day and time"), when);
    column->addWidget(m_field);
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(8);
    verbs->addStretch();
    auto *cancel = new Button(tr("Cancel"), Button::Look::Outlined);
    verbs->addWidget(cancel);
    verbs->addWidget(m_do);
    column->addLayout(verbs);
    connect(m_day, &DayField::entered, this, &SnoozeUntil::take);
    connect(cancel, &QPushButton::clicked, this, &Overlay::close);
    connect(m_do, &QPushButton::clicked, this, &SnoozeUntil::take);
    connect(m_hour, &QLineEdit::returnPressed, this, &SnoozeUntil::take);
    connect(m_day, &QDateEdit::dateChanged, this, [this] { m_field->setError({}); });
    connect(m_hour, &TimeField::edited, this, [this] { m_field->setError({}); });
}

void SnoozeUntil::ask(std::function<TimeContext()> time, const QString &zone, Timestamp proposed, std::function<void(Timestamp)> then)
{
    m_time = std::move(time);
    m_then = std::move(then);
    const TimeContext now = m_time();
    const QDateTime at = localTime(proposed, now);
    const QDate today = localTime(now.now, now).date();
    m_day->setDateRange(today, today.addDays(longestSnooze.count() - 1));
    m_day->setDate(at.date());
    m_hour->setMinute(at.time().hour() * 60 + at.time().minute());
    m_field->setHelp(zone);
    m_field->setError({});
    open();
}

QWidget *SnoozeUntil::firstFocus() const
{
    return m_day;
}

void SnoozeUntil::take()
{
    const auto until = momentOf(m_day->date(), m_hour->minute(), m_time());
    if (!until)
        return m_field->setError(tr("This is no time."));
    if (*until <= m_time().now)
        return m_field->setError(tr("This is past already."));
    close();
    std::exchange(m_then, {})(*until);
}

SnoozeAsker::SnoozeAsker(const Desk &desk, QWidget *page) : QObject(page), m_desk(desk), m_page(page), m_details(desk.store)
{
    connect(&m_details, &ClientDetails::changed, this, [this] {
        if (m_asked && m_details.isRead())
            std::exchange(m_asked, {})();
    });
}

void SnoozeAsker::setClient(const ClientId &client)
{
    if (client.empty() || client != m_details.clientId())
        m_asked = {};
    if (!client.empty() && client != m_details.clientId())
        m_details.setClient(client);
}

void SnoozeAsker::ask(const QPoint &globalPos, std::function<void(Timestamp)> then, std::function<void()> wake)
{
    // Hours that are not read yet would be those of nobody.
    m_asked = [this, globalPos, then = std::move(then), wake = std::move(wake)] { open(globalPos, then, wake); };
    if (m_details.isRead())
        std::exchange(m_asked, {})();
}

TimeContext SnoozeAsker::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

/// Of the place that the conversation belongs to.
OpeningHours SnoozeAsker::hours() const
{
    const auto &facts = m_details.data();
    return facts && !facts->locations.empty() ? facts->locations.front().hours : OpeningHours();
}

std::vector<SnoozeOption> SnoozeAsker::options() const
{
    return snoozeOptions(time().now, hours(), time().zone.id().toStdString(), QtZones {}).valueOr({});
}

void SnoozeAsker::open(const QPoint &globalPos, std::function<void(Timestamp)> then, std::function<void()> wake)
{
    delete m_menu;
    m_menu = new QMenu(m_page);
    m_menu->setAttribute(Qt::WA_DeleteOnClose);
    setSpokenName(m_menu, tr("Snooze until"));
    const TimeContext now = time();
    const std::vector<SnoozeOption> offered = options();
    for (const SnoozeOption &one : offered) {
        QAction *action = m_menu->addAction(choiceWord(one.choice) + QLatin1Char('\t') + comingWord(one.until, now));
        connect(action, &QAction::triggered, this, [then, until = one.until] { then(until); });
    }
    // A morning of the place may be somebody's night.
    if (const std::string zone = hours().zone; !zoneWord(now, zone).isEmpty())
        m_menu->addAction(tr("Times of %1; opening hours of %2", "two time zones").arg(QString::fromLatin1(now.zone.id()), harmless(fromUtf8(zone))))->setEnabled(false);
    QAction *other = m_menu->addAction(icon(QStringLiteral("calendar")), tr("Day and time…"));
    connect(other, &QAction::triggered, this, [this, then, proposed = offered.empty() ? now.now + std::chrono::hours {24} : offered.back().until] {
        if (!m_dialog)
            m_dialog = new SnoozeUntil(m_page->window());
        m_dialog->ask([this] { return time(); }, zoneWord(time(), hours().zone), proposed, then);
    });
    if (wake) {
        m_menu->addSeparator();
        connect(m_menu->addAction(icon(QStringLiteral("snooze")), tr("Wake now")), &QAction::triggered, this, wake);
    }
    m_menu->popup(globalPos);
    m_menu->setActiveAction(m_menu->actions().constFirst());
}

} // namespace foredeck::ui
