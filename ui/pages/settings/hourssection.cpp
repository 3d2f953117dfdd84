#include "ui/pages/settings/hourssection.h"

#include "models/core/clock.h"
#include "models/items/qtzones.h"
#include "ui/widgets/button.h"
#include "ui/widgets/closeddates.h"
#include "ui/widgets/field.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/weekeditor.h"
#include "ui/words/domainwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QDateTime>
#include <QSignalBlocker>
#include <QTimeZone>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

/// Which day it is at the place.
QDate dayAt(const std::string &zone, Timestamp now)
{
    const QTimeZone known(QByteArray::fromStdString(zone));
    return QDateTime::fromMSecsSinceEpoch(toMs(now), known.isValid() ? known : desktopZone()).date();
}

} // namespace

HoursSection::HoursSection(const Desk &desk, QWidget *parent)
    : SettingsSection(tr("Opening hours"), tr("The assistant tells customers these hours, and clocks pause by them."), QStringLiteral("clock"), tr("open closed zone time week day holiday"), parent)
    , m_desk(desk)
    , m_saving(desk)
    , m_basis([](const Location &a, const Location &b) { return a.hours == b.hours; })
{
    m_place = new QComboBox;
    m_placeField = new Field(tr("Place"), m_place);
    growMostWidth(m_placeField, 320);
    column()->addWidget(m_placeField);
    m_week = new WeekEditor;
    column()->addWidget(m_week);
    m_closed = new ClosedDates;
    column()->addSpacing(4);
    column()->addWidget(m_closed);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_save = new Button(tr("Save hours"), Button::Look::Primary);
    m_undo = new Button(tr("Undo changes"), Button::Look::Bare);
    row->addWidget(m_save);
    row->addWidget(m_undo);
    row->addStretch();
    column()->addSpacing(4);
    column()->addLayout(row);
    finish();
    connect(m_place, &QComboBox::currentIndexChanged, this, &HoursSection::leaveFor);
    connect(m_week, &WeekEditor::edited, this, &HoursSection::touched);
    connect(m_closed, &ClosedDates::edited, this, &HoursSection::touched);
    connect(m_save, &QPushButton::clicked, this, &HoursSection::save);
    connect(m_undo, &QPushButton::clicked, this, [this] { choose(m_current); });
    connect(&m_saving, &ActFollower::stored, this, [this] { say(storedWords(m_desk.ephemera.sync())); });
    connect(&m_saving, &ActFollower::reachChanged, this, [this] { say(storedWords(m_desk.ephemera.sync())); });
    connect(&m_saving, &ActFollower::taken, this, &HoursSection::saved);
    connect(&m_saving, &ActFollower::refused, this, &HoursSection::refused);
    connect(&m_saving, &ActFollower::dropped, this, [this] {
        say({});
        refresh();
    });
    refresh();
}

void HoursSection::present(const ClientDetails::Data *facts)
{
    m_may = mayDo(m_desk.ephemera.me().role.value(), Right::Manage);
    const std::vector<Location> next = facts ? facts->locations : std::vector<Location>();
    const bool same = next.size() == m_locations.size() && std::equal(next.begin(), next.end(), m_locations.begin(), [](const Location &a, const Location &b) { return a.id == b.id; });
    const bool named = same && std::equal(next.begin(), next.end(), m_locations.begin(), [](const Location &a, const Location &b) { return a.name == b.name; });
    m_locations = next;
    // What is being edited is not replaced under the hand; a save against an older version is refused and told.
    if (same && m_dirty) {
        meetNewer();
        return refresh();
    }
    // What stands there already is not filled in anew: the caret and what is marked would be lost.
    if (named && m_current >= 0 && shown() == m_locations[static_cast<std::size_t>(m_current)].hours && !m_closed->hasTyped()) {
        m_basis.fill(m_locations[static_cast<std::size_t>(m_current)]);
        return refresh();
    }
    if (!same)
        m_saving.follow({});
    const int before = same ? m_current : 0;
    m_place->blockSignals(true);
    m_place->clear();
    for (const Location &location : m_locations)
        m_place->addItem(fromUtf8(location.name));
    m_place->setCurrentIndex(m_locations.empty() ? -1 : before);
    m_place->blockSignals(false);
    m_placeField->setVisible(m_locations.size() > 1);
    choose(m_locations.empty() ? -1 : before);
}

bool HoursSection::isDirty() const
{
    return m_dirty && !(m_saving.isUnderWay() && shownIsSent());
}

void HoursSection::forget()
{
    m_saving.follow({});
    say({});
    choose(m_current);
}

void HoursSection::leaveFor(int index)
{
    if (!isDirty())
        return choose(index);
    const auto show = [this](int place) {
        const QSignalBlocker quiet(m_place);
        m_place->setCurrentIndex(place);
    };
    show(m_current);
    Q_EMIT leaving([this, show, index] {
        // The places may have become other ones while the question stood.
        if (index >= m_place->count())
            return;
        show(index);
        choose(index);
    });
}

void HoursSection::choose(int index)
{
    m_current = index;
    const Location shown = index >= 0 && index < int(m_locations.size()) ? m_locations[static_cast<std::size_t>(index)] : Location();
    m_basis.fill(shown);
    m_week->setHours(shown.hours);
    m_closed->setDates(shown.hours.closedDates, dayAt(shown.hours.zone, m_desk.clock.now()));
    m_dirty = false;
    refresh();
}

void HoursSection::save()
{
    if (m_current < 0)
        return;
    if (const QString problem = m_week->showProblem(); !problem.isEmpty())
        return say(problem, true);
    if (const QString problem = m_closed->takeTyped(); !problem.isEmpty())
        return say(problem, true);
    Location location = m_locations[static_cast<std::size_t>(m_current)];
    location.hours = shown();
    m_sent = location.hours;
    m_sentPlace = location.id;
    m_saving.follow(m_desk.acts.saveHours(m_basis.send(location)));
    refresh();
}

void HoursSection::meetNewer()
{
    if (m_current >= 0 && !m_saving.isUnderWay())
        m_basis.meet(m_locations[static_cast<std::size_t>(m_current)]);
}

void HoursSection::refused(const QString &why)
{
    const std::int64_t newer = m_saving.newerVersion();
    const Location *shown = m_current >= 0 ? &m_locations[static_cast<std::size_t>(m_current)] : nullptr;
    // Of a place that is not shown any more there is nothing to save again.
    const bool mayReplace = newer > 0 && shown && shown->id == m_sentPlace;
    if (mayReplace)
        m_basis.told(newer, *shown);
    say(tr("Not saved: %1").arg(mayReplace ? newerWords() : why), true);
    refresh();
}

void HoursSection::saved()
{
    // What was changed after the press, or of another place, is another change, and not saved.
    const bool isShown = m_current >= 0 && m_locations[static_cast<std::size_t>(m_current)].id == m_sentPlace;
    m_dirty = m_dirty && (!isShown || !shownIsSent());
    meetNewer();
    say(tr("Saved"));
    refresh();
}

OpeningHours HoursSection::shown() const
{
    OpeningHours hours = m_week->hours();
    hours.closedDates = m_closed->dates();
    return hours;
}

bool HoursSection::shownIsSent() const { return shown() == m_sent && !m_closed->hasTyped(); }

void HoursSection::touched()
{
    if (!m_dirty && !m_saving.isUnderWay())
        say({});
    m_dirty = true;
    refresh();
}

void HoursSection::refresh()
{
    m_week->setEnabled(m_may && m_current >= 0);
    m_closed->setEnabled(m_may && m_current >= 0);
    enableButton(m_save, m_may && m_dirty && m_week->problem().isEmpty() && !m_saving.isUnderWay(), m_week);
    enableButton(m_undo, m_dirty && !m_saving.isUnderWay(), m_week);
    m_save->setToolTip(m_may ? QString() : tr("Your role may not change hours."));
}

} // namespace foredeck::ui
