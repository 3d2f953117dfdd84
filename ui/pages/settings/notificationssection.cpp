#include "ui/pages/settings/notificationssection.h"

#include "models/core/clock.h"
#include "models/ports/notifier.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/button.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/timefield.h"
#include "ui/words/bellwords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

enum Disturbance { Off, AnHour, UntilTomorrow, UntilTurnedOff };
const QTime tomorrowMorning(8, 0);

/// Which of them it was, as far as that can still be told.
Disturbance disturbanceOf(const BellSettings &settings, Timestamp now)
{
    if (!settings.disturbAfter || *settings.disturbAfter <= now)
        return Off;
    if (*settings.disturbAfter == forever)
        return UntilTurnedOff;
    return *settings.disturbAfter - now <= std::chrono::hours {1} ? AnHour : UntilTomorrow;
}

} // namespace

NotificationsSection::NotificationsSection(const Desk &desk, QWidget *parent)
    : SettingsSection(tr("Notifications"), tr("How you hear on this computer that a customer waits for a person; applied at once."), QStringLiteral("bell"),
          tr("notification sound bell alert do not disturb quiet hours desktop reply"), parent)
    , m_desk(desk)
    , m_people(desk.store)
    , m_telling(desk)
{
    addSwitch(tr("Notifications on the desktop"), tr("Hand-overs are shown on the desktop"), tr("Nothing is shown on the desktop"), &BellSettings::on);
    m_service = new TextLabel({}, Step::Small, Color::Text3);
    m_service->setWrapping(true);
    column()->addWidget(m_service);
    auto *row = new QHBoxLayout;
    auto *trial = new Button(tr("Show one now"), Button::Look::Outlined);
    row->addWidget(trial);
    row->addStretch();
    column()->addLayout(row);
    addHow();
    addWhenNot();
    auto *kept = new TextLabel(tr("Whatever is set here, the count at Escalations stays, and nothing is lost."), Step::Small, Color::Text3);
    kept->setWrapping(true);
    column()->addWidget(kept);
    finish();
    connect(trial, &QPushButton::clicked, this, [this] {
        m_desk.notifier.show(trialNotice(settings()));
        say(m_desk.notifier.status().service == NotifierStatus::Service::Missing ? tr("No notification service") : tr("Shown"));
    });
    connect(&desk.notifier, &Notifier::statusChanged, this, &NotificationsSection::refresh);
    connect(&desk.preferences, &Preferences::bellChanged, this, &NotificationsSection::refresh);
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, &NotificationsSection::refresh);
    refresh();
}

Switch *NotificationsSection::addSwitch(const QString &name, const QString &on, const QString &off, bool BellSettings::*field)
{
    auto *one = new Switch(name);
    one->setWords(on, off);
    column()->addWidget(one);
    m_switches.emplace_back(one, field);
    connect(one, &QAbstractButton::toggled, this, [this, field](bool checked) { change([&](BellSettings &s) { s.*field = checked; }); });
    return one;
}

void NotificationsSection::addHow()
{
    addHeading(tr("How"));
    addSwitch(tr("Sound"), tr("With a sound"), tr("Without a sound"), &BellSettings::sound);
    addSwitch(tr("Reply in the notification"), tr("A reply can be typed into the notification, where the desktop offers it"), tr("No reply is offered in the notification"), &BellSettings::inlineReply);
    addSwitch(tr("Customers' words"), tr("What customers want is shown"), tr("What customers want is hidden from others at this screen"), &BellSettings::showWords);
}

void NotificationsSection::addWhenNot()
{
    addHeading(tr("Do not disturb"));
    m_disturb = new Segment(tr("Do not disturb"));
    for (const QString &word : {tr("Off"), tr("For an hour"), tr("Until tomorrow"), tr("Until turned off")})
        m_disturb->addPart(word, {});
    column()->addWidget(m_disturb, 0, Qt::AlignLeading);
    m_disturbWords = new TextLabel({}, Step::Small, Color::Text3);
    m_disturbWords->setWrapping(true);
    column()->addWidget(m_disturbWords);
    connect(m_disturb, &Segment::chosen, this, &NotificationsSection::setDisturbance);
    m_team = new Switch(tr("The team calls others"));
    m_team->setWords(tr("Others are called instead of you, on every computer"), tr("You are called when it is your turn"));
    column()->addWidget(m_team);
    connect(m_team, &QAbstractButton::toggled, this, [this](bool on) {
        if (!m_loading)
            m_telling.follow(m_desk.acts.setDoNotDisturb(on));
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_people, signal, this, &NotificationsSection::showTeam);
    connect(&m_people, &QAbstractItemModel::dataChanged, this, &NotificationsSection::showTeam);
    for (const auto signal : {&ActFollower::stored, &ActFollower::reachChanged})
        connect(&m_telling, signal, this, [this] { say(storedWords(m_desk.ephemera.sync())); });
    connect(&m_telling, &ActFollower::taken, this, [this] { say(tr("Saved")); });
    connect(&m_telling, &ActFollower::refused, this, [this](const QString &why) {
        say(tr("Not saved: %1").arg(why), true);
        showTeam();
    });
    connect(&m_telling, &ActFollower::dropped, this, &NotificationsSection::showTeam);
    addHeading(tr("Quiet hours"));
    addSwitch(tr("Quiet hours"), tr("Every day without notifications and sounds"), tr("No quiet hours"), &BellSettings::quietHours);
    addQuietTimes();
    addSwitch(tr("Emergencies"), tr("Emergencies come through all the same"), tr("Emergencies wait, too"), &BellSettings::emergencies);
}

void NotificationsSection::addQuietTimes()
{
    m_from = new TimeField(tr("Quiet from"));
    m_to = new TimeField(tr("Quiet until"));
    m_quietTimes = new QWidget;
    auto *row = new QHBoxLayout(m_quietTimes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new TextLabel(tr("From", "a time of the day"), Step::Body));
    growFixedWidth(m_from, 72);
    row->addWidget(m_from);
    row->addWidget(new TextLabel(tr("until", "a time of the day"), Step::Body));
    growFixedWidth(m_to, 72);
    row->addWidget(m_to);
    row->addStretch();
    column()->addWidget(m_quietTimes);
    for (TimeField *field : {m_from, m_to})
        connect(field, &QLineEdit::editingFinished, this, &NotificationsSection::setQuietTimes);
}

BellSettings NotificationsSection::settings() const
{
    return m_desk.preferences.bell(m_desk.ephemera.me().id);
}

TimeContext NotificationsSection::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

void NotificationsSection::change(const std::function<void(BellSettings &)> &what)
{
    if (m_loading)
        return;
    BellSettings now = settings();
    what(now);
    say({});
    m_desk.preferences.setBell(m_desk.ephemera.me().id, now);
}

void NotificationsSection::setDisturbance(int part)
{
    const TimeContext context = time();
    std::optional<Timestamp> until;
    if (part == AnHour)
        until = context.now + std::chrono::hours {1};
    if (part == UntilTomorrow)
        until = fromMs(QDateTime(localTime(context.now, context).date().addDays(1), tomorrowMorning, context.zone).toMSecsSinceEpoch());
    if (part == UntilTurnedOff)
        until = forever;
    change([until](BellSettings &s) { s.disturbAfter = until; });
}

void NotificationsSection::showTeam()
{
    if (m_telling.isUnderWay())
        return;
    const UserId me = m_desk.ephemera.me().id;
    const int row = m_people.rowOf(me.value);
    m_team->setEnabled(row >= 0);
    m_loading = true;
    m_team->setChecked(row >= 0 && m_people.itemAt(row).doNotDisturb);
    m_loading = false;
}

void NotificationsSection::forget()
{
    m_telling.follow({});
    say({});
    refresh();
}

/// Its time may have run out.
void NotificationsSection::tick()
{
    if (m_disturb->current() != disturbanceOf(settings(), time().now))
        refresh();
}

void NotificationsSection::setQuietTimes()
{
    for (TimeField *field : {m_from, m_to})
        field->setWrong(field->isWrong());
    if (!m_from->minute() || !m_to->minute())
        return;
    if (*m_from->minute() == *m_to->minute()) {
        m_to->setWrong(true);
        return say(tr("From and until are the same time: it would be quiet day and night."), true);
    }
    change([this](BellSettings &s) {
        s.quietFrom = *m_from->minute();
        s.quietTo = *m_to->minute();
    });
}

void NotificationsSection::refresh()
{
    const BellSettings now = settings();
    const TimeContext context = time();
    m_loading = true;
    for (const auto &[one, field] : m_switches)
        one->setChecked(now.*field);
    m_disturb->setCurrent(disturbanceOf(now, context.now));
    for (const auto &[field, minute] : {std::pair {m_from, now.quietFrom}, {m_to, now.quietTo}}) {
        // What is being typed there is not replaced.
        if (field->minute() != minute && !field->hasFocus())
            field->setMinute(minute);
    }
    m_loading = false;
    m_quietTimes->setEnabled(now.quietHours);
    showTeam();
    m_service->setText(notifierWords(m_desk.notifier.status()));
    const bool hasEnd = now.disturbAfter && *now.disturbAfter > context.now && *now.disturbAfter < forever;
    m_disturbWords->setText(hasEnd ? tr("Until %1. What waits then is told in one.").arg(comingWord(*now.disturbAfter, context)) : tr("While it is on there is no notification and no sound; what waits afterwards is told in one."));
}

void NotificationsSection::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    refresh(); // time has passed
}

} // namespace foredeck::ui
