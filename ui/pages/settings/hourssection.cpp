#include "ui/pages/settings/hourssection.h"

#include "models/core/clock.h"
#include "models/items/qtzones.h"
#include "ui/widgets/button.h"
#include "ui/widgets/closeddates.h"
#include "ui/widgets/field.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/weekeditor.h"
#include "ui/words/domainwords.h"
#include "ui/words/patchwords.h"

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
    m_clash = addClash();
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
        tellClash(m_clash, {});
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
    // What is being edited is not replaced under the hand.
    if (same && m_dirty)
        return refresh();
    // What stands there already is not filled in anew: the caret and what is marked would be lost.
    if (named && m_current >= 0 && shown() == m_locations[static_cast<std::size_t>(m_current)].hours && !m_closed->hasTyped()) {
        goOnFrom(m_locations[static_cast<std::size_t>(m_current)]);
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
    const Location stored = index >= 0 && index < int(m_locations.size()) ? m_locations[static_cast<std::size_t>(index)] : Location();
    m_week->setHours(stored.hours);
    m_closed->setDates(stored.hours.closedDates, dayAt(stored.hours.zone, m_desk.clock.now()));
    goOnFrom(stored);
    m_dirty = false;
    refresh();
}

void HoursSection::goOnFrom(const Location &stored)
{
    OpeningHours said = shown();
    if (stored.hours.zone.empty())
        said.zone.clear(); // the form offers this computer's, and that is to be saved
    m_basis.fill(stored.hours, said);
    m_version = stored.version;
    tellClash(m_clash, {});
}

void HoursSection::meet()
{
    const Location &stored = m_locations[static_cast<std::size_t>(m_current)];
    shown() == stored.hours ? goOnFrom(stored) : choose(m_current);
}

void HoursSection::save()
{
    if (m_current < 0)
        return;
    if (const QString problem = m_week->showProblem(); !problem.isEmpty())
        return say(problem, true);
    if (const QString problem = m_closed->takeTyped(); !problem.isEmpty())
        return say(problem, true);
    tellClash(m_clash, {});
    Location before = m_locations[static_cast<std::size_t>(m_current)];
    before.hours = m_basis.known();
    before.version = m_version;
    m_sentPlace = before.id;
    m_saving.follow(m_desk.acts.saveHours(before, m_basis.send(shown())));
    refresh();
}

void HoursSection::refused(const QString &why)
{
    const auto theirs = hoursTold(m_saving.refusedAct());
    const Location *shown = m_current >= 0 ? &m_locations[static_cast<std::size_t>(m_current)] : nullptr;
    // Of a place that is not shown any more there is nothing to save again.
    const bool mayReplace = theirs && shown && shown->id == m_sentPlace;
    if (mayReplace) {
        m_basis.told(*theirs);
        m_version = m_saving.newerVersion();
        tellClash(m_clash, clashLines(m_saving.refusedAct()));
    }
    say(tr("Not saved: %1").arg(mayReplace ? newerWords() : why), true);
    refresh();
}

void HoursSection::saved()
{
    // What was changed after the press, or of another place, is another change, and not saved.
    const bool isShown = m_current >= 0 && m_locations[static_cast<std::size_t>(m_current)].id == m_sentPlace;
    m_dirty = m_dirty && (!isShown || !shownIsSent());
    if (isShown)
        m_basis.taken();
    if (isShown && !m_dirty)
        meet(); // with what others have changed meanwhile
    say(tr("Saved"));
    refresh();
}

OpeningHours HoursSection::shown() const
{
    OpeningHours hours = m_week->hours();
    hours.closedDates = m_closed->dates();
    return hours;
}

bool HoursSection::shownIsSent() const { return m_basis.holdsSent(shown()) && !m_closed->hasTyped(); }

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
