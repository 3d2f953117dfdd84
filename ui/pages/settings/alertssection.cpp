#include "ui/pages/settings/alertssection.h"

#include "ui/pages/settings/oncalllist.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/timefield.h"
#include "ui/widgets/weekeditor.h"
#include "ui/words/domainwords.h"
#include "ui/words/patchwords.h"
#include "ui/words/problemwords.h"

#include <QHBoxLayout>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

/// In what the form shows.
bool sameAlertFields(const ClientSettings &a, const ClientSettings &b)
{
    return a.alerts == b.alerts && a.quietMinutes == b.quietMinutes;
}

TextLabel *wrapped(const QString &words)
{
    auto *label = new TextLabel(words, Step::Small, Color::Text3);
    label->setWrapping(true);
    return label;
}

} // namespace

AlertsSection::AlertsSection(const Desk &desk, QWidget *parent)
    : SettingsSection(tr("Who is told"), tr("When a customer waits for a person: who is called, how soon, and the telephone that gets a text when nobody looks."), QStringLiteral("escalation"),
          tr("owner telephone phone text on call quiet hours repeat climb alert emergency escalation"), parent)
    , m_desk(desk)
    , m_saving(desk)
{
    addPhone();
    addHeading(tr("On call"));
    m_onCall = new OnCallList(desk);
    column()->addWidget(m_onCall);
    column()->addWidget(wrapped(tr("Whoever is on call is told first; then agents, managers and everybody else who may answer; the owner's telephone last.")));
    addTimes();
    addQuiet();
    addFoot();
    finish();
    connect(m_onCall, &OnCallList::edited, this, &AlertsSection::edited);
    connect(&m_saving, &ActFollower::stored, this, [this] {
        say(storedWords(m_desk.ephemera.sync()));
        refresh();
    });
    connect(&m_saving, &ActFollower::reachChanged, this, [this] { say(storedWords(m_desk.ephemera.sync())); });
    connect(&m_saving, &ActFollower::taken, this, &AlertsSection::saved);
    connect(&m_saving, &ActFollower::refused, this, &AlertsSection::refused);
    connect(&m_saving, &ActFollower::dropped, this, [this] {
        say({});
        tellClash(m_clash, {});
        refresh();
    });
    refresh();
}

void AlertsSection::addPhone()
{
    m_phone = new LineEdit(tr("Owner's telephone"), QStringLiteral("+13055550101"));
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_phoneField = new Field(tr("Owner's telephone"), m_phone);
    m_phoneField->setHelp(tr("Gets a text message when no console answers, by the client's own SMS channel; none leaves in safe mode. Empty: nobody gets one."));
    column()->addWidget(m_phoneField);
    connect(m_phone, &QLineEdit::textEdited, this, [this] {
        if (m_phoneField->hasError()) // a number that is still being typed is told when it is done
            m_phoneField->setError(phoneProblem());
        edited();
    });
    connect(m_phone, &QLineEdit::editingFinished, this, [this] {
        if (m_phone->isModified())
            m_phoneField->setError(phoneProblem());
    });
}

Field *AlertsSection::addNumber(QSpinBox *&box, const QString &label, int from, int to, const QString &suffix)
{
    box = new QSpinBox;
    box->setRange(from, to);
    box->setSuffix(suffix);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    setSpokenName(box, label);
    growFixedWidth(box, 110);
    auto *field = new Field(label, box);
    column()->addWidget(field);
    connect(box, &QSpinBox::valueChanged, this, [this, field] {
        field->setError({});
        edited();
    });
    return field;
}

void AlertsSection::addTimes()
{
    addHeading(tr("How soon"));
    m_repeatField = addNumber(m_repeat, tr("Said again every"), 15, 3600, tr(" s"));
    m_repeatField->setHelp(tr("On the consoles, until somebody has seen it."));
    m_climbField = addNumber(m_climb, tr("The next ones are told after"), 0, minutesPerDay, tr(" min"));
    m_quietField = addNumber(m_quiet, tr("A request that was left unfinished goes to a person after"), 1, minutesPerDay, tr(" min"));
    m_quietField->setHelp(tr("When the customer does not answer the assistant's questions any more."));
}

void AlertsSection::addQuiet()
{
    addHeading(tr("Quiet hours"));
    m_weekWords = wrapped({});
    column()->addWidget(m_weekWords);
    m_week = new WeekEditor(WeekEditor::Room::Page, WeekEditor::Of::Quiet);
    column()->addWidget(m_week);
    connect(m_week, &WeekEditor::edited, this, &AlertsSection::edited);
}

void AlertsSection::addFoot()
{
    m_clash = addClash();
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_save = new Button(tr("Save"), Button::Look::Primary);
    m_undo = new Button(tr("Undo changes"), Button::Look::Bare);
    row->addWidget(m_save);
    row->addWidget(m_undo);
    row->addStretch();
    column()->addSpacing(4);
    column()->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &AlertsSection::save);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        say({});
        fill(m_data && m_data->settings ? *m_data->settings : ClientSettings());
        refresh();
    });
}

void AlertsSection::present(const ClientDetails::Data *facts)
{
    const bool other = !facts || !m_data || facts->client.id != m_data->client.id;
    m_data = facts ? std::optional<ClientDetails::Data>(*facts) : std::nullopt;
    if (other) {
        m_saving.follow({});
        say({});
        m_onCall->setClient(facts ? facts->client.id : ClientId());
    }
    const std::optional<ClientSettings> now = m_data ? m_data->settings : std::nullopt;
    // What is being edited is not replaced under the hand.
    if (other)
        fill(now.value_or(ClientSettings()));
    else if (now && !m_dirty)
        meet(*now);
    refresh();
}

void AlertsSection::meet(const ClientSettings &stored)
{
    if (!sameAlertFields(shown(), stored))
        return fill(stored);
    m_basis.fill(stored, shown()); // the caret and what is marked stay
    tellClimb(stored);
}

void AlertsSection::forget()
{
    m_saving.follow({});
    say({});
    fill(m_data && m_data->settings ? *m_data->settings : ClientSettings());
    refresh();
}

void AlertsSection::fill(const ClientSettings &settings)
{
    m_loading = true;
    for (Field *field : fields())
        field->setError({});
    m_phone->setText(fromUtf8(settings.alerts.ownerPhone));
    m_onCall->setList(settings.alerts.onCall);
    m_repeat->setValue(int(settings.alerts.repeatSeconds));
    m_climb->setValue(int(settings.alerts.climbMinutes));
    m_quiet->setValue(int(settings.quietMinutes));
    OpeningHours quiet;
    quiet.week = settings.alerts.quietWeek;
    m_week->setHours(quiet);
    tellClimb(settings);
    m_basis.fill(settings, shown());
    tellClash(m_clash, {});
    m_dirty = false;
    m_loading = false;
}

void AlertsSection::tellClimb(const ClientSettings &settings)
{
    m_climbField->setHelp(tr("0: when a hand-over is due (%1 min). Emergencies in a third of the time.").arg(settings.escalationDueMinutes));
}

void AlertsSection::edited()
{
    if (m_loading)
        return;
    if (!m_dirty && !m_saving.isUnderWay())
        say({});
    m_dirty = true;
    refresh();
}

/// What people put between the digits means nothing.
QString AlertsSection::phone() const
{
    static const QRegularExpression between {QStringLiteral("[\\s().\\-/\u00a0\u2011\u202a-\u202e\u2066-\u2069]")};
    QString number = m_phone->text().trimmed().remove(between);
    if (number.startsWith(QStringLiteral("00")))
        number.replace(0, 2, QLatin1Char('+'));
    return number;
}

QString AlertsSection::phoneProblem() const
{
    static const QRegularExpression whole {QStringLiteral("^\\+[1-9][0-9]{6,14}$")};
    const QString number = phone();
    return number.isEmpty() || whole.match(number).hasMatch() ? QString() : tr("Write the number with its country code, such as +13055550101.");
}

ClientSettings AlertsSection::shown() const
{
    ClientSettings settings;
    settings.alerts.ownerPhone = phone().toStdString();
    settings.alerts.onCall = m_onCall->list();
    settings.alerts.repeatSeconds = m_repeat->value();
    settings.alerts.climbMinutes = m_climb->value();
    settings.alerts.quietWeek = m_week->hours().week;
    settings.quietMinutes = m_quiet->value();
    return settings;
}

bool AlertsSection::isDirty() const
{
    return m_dirty && !(m_saving.isUnderWay() && m_basis.holdsSent(shown()));
}

void AlertsSection::save()
{
    if (!m_data || !m_data->settings)
        return;
    m_phoneField->setError(phoneProblem());
    if (m_phoneField->hasError())
        return m_phone->setFocus(Qt::OtherFocusReason);
    if (const QString problem = m_week->problem(); !problem.isEmpty())
        return say(problem, true);
    m_phone->setText(phone());
    tellClash(m_clash, {});
    const ClientSettings before = m_basis.known();
    m_saving.follow(m_desk.acts.saveSettings(before, m_basis.send(shown())));
    refresh();
}

void AlertsSection::saved()
{
    // What was changed after the press is another change, and not saved.
    m_dirty = m_dirty && !m_basis.holdsSent(shown());
    m_basis.taken();
    tellClash(m_clash, {});
    if (!m_dirty && m_data && m_data->settings)
        meet(*m_data->settings); // with what others have changed meanwhile
    say(tr("Saved"));
    refresh();
}

void AlertsSection::refused(const QString &why)
{
    const auto theirs = settingsTold(m_saving.refusedAct());
    if (theirs) {
        m_basis.told(*theirs);
        tellClash(m_clash, clashLines(m_saving.refusedAct()));
    }
    const FieldProblem problem = fieldProblem(m_saving.problem());
    const std::pair<QString, Field *> places[] {{QStringLiteral("alerts.owner_phone"), m_phoneField}, {QStringLiteral("alerts.repeat_seconds"), m_repeatField},
        {QStringLiteral("alerts.climb_minutes"), m_climbField}, {QStringLiteral("quiet_minutes"), m_quietField}};
    for (const auto &[key, field] : places) {
        if (problem.key == key)
            field->setError(harmless(problem.sentence));
    }
    say(tr("Not saved: %1").arg(theirs ? newerWords() : why), true);
    refresh();
}

void AlertsSection::refresh()
{
    const bool may = m_data && m_data->settings && mayDo(m_desk.ephemera.me().role.value(), Right::Manage);
    for (QWidget *part : std::initializer_list<QWidget *> {m_phone, m_onCall, m_repeat, m_climb, m_quiet, m_week})
        part->setEnabled(may);
    const QString zone = m_data && !m_data->locations.empty() ? fromUtf8(m_data->locations.front().hours.zone) : QString();
    const QString when = tr("The owner's text waits for their end, except in an emergency; consoles are told all the same.");
    m_weekWords->setText(zone.isEmpty() ? when : when + QLatin1Char(' ') + tr("In the time zone %1.").arg(harmless(zone)));
    enableButton(m_save, may && m_dirty && m_week->problem().isEmpty() && !m_saving.isUnderWay(), m_phone);
    enableButton(m_undo, may && m_dirty && !m_saving.isUnderWay(), m_phone);
    m_save->setToolTip(plainTip(may || !m_data ? QString() : tr("Your role may not change who is told.")));
}

} // namespace foredeck::ui
