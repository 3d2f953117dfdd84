#include "ui/pages/inbox/taskdialog.h"

#include "models/core/text.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/field.h"
#include "ui/widgets/growing.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/timefield.h"
#include "ui/words/taskwords.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int taskDialogWidth = 440;
constexpr std::array kinds {TaskKind::CallBack, TaskKind::Promise, TaskKind::Check};

/// Cancel and the verb, at the end of a box.
QHBoxLayout *verbsOf(Overlay *overlay, Button *verb)
{
    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(8);
    verbs->addStretch();
    auto *cancel = new Button(TaskDialog::tr("Cancel"), Button::Look::Outlined);
    verbs->addWidget(cancel);
    verbs->addWidget(verb);
    QObject::connect(cancel, &QPushButton::clicked, overlay, &Overlay::close);
    return verbs;
}

QVBoxLayout *columnOf(Overlay *overlay, TextLabel *title)
{
    auto *column = new QVBoxLayout(overlay->box());
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    column->addWidget(title);
    return column;
}

} // namespace

TaskDialog::TaskDialog(QWidget *window)
    : Overlay(window, taskDialogWidth, -1), m_title(new TextLabel(tr("New task"), Step::Title, Color::Text, QFont::DemiBold)), m_kind(new Segment(tr("Kind of task"))),
      m_text(new LineEdit(tr("What is to be done"), tr("Ask the kitchen about the allergy"))), m_day(new DayField), m_hour(new TimeField(tr("Time"))),
      m_owner(new QComboBox), m_do(new Button(tr("Save"), Button::Look::Primary))
{
    setScrolls();
    auto *column = columnOf(this, m_title);
    for (const TaskKind kind : kinds) {
        const Sign sign = taskSign(kind);
        m_kind->addPart(sign.word, sign.glyph);
    }
    column->addWidget(m_kind, 0, Qt::AlignLeading);
    m_textField = new Field(tr("What is to be done"), m_text);
    column->addWidget(m_textField);
    auto *when = new QWidget;
    auto *row = new QHBoxLayout(when);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    growFixedWidth(m_hour, 72);
    row->addWidget(m_day);
    row->addWidget(m_hour);
    row->addStretch();
    m_dueField = new Field(tr("By when"), when);
    column->addWidget(m_dueField);
    column->addWidget(new Field(tr("Who does it"), m_owner));
    column->addLayout(verbsOf(this, m_do));
    connect(m_day, &DayField::entered, this, &TaskDialog::take);
    connect(m_do, &QPushButton::clicked, this, &TaskDialog::take);
    connect(m_text, &QLineEdit::returnPressed, this, &TaskDialog::take);
    connect(m_hour, &QLineEdit::returnPressed, this, &TaskDialog::take);
    connect(m_text, &QLineEdit::textEdited, this, &TaskDialog::clearErrors);
    connect(m_text, &QLineEdit::textEdited, this, &TaskDialog::typed);
    connect(m_day, &QDateEdit::dateChanged, this, &TaskDialog::clearErrors);
    connect(m_hour, &TimeField::edited, this, &TaskDialog::clearErrors);
    connect(m_kind, &Segment::chosen, this, &TaskDialog::clearErrors);
}

void TaskDialog::ask(const Task &task, const std::vector<User> &people, const UserId &me, std::function<TimeContext()> time, std::function<void(const Task &)> then)
{
    const bool isNew = task.id.empty();
    m_time = std::move(time);
    m_then = std::move(then);
    m_task = task;
    m_title->setText(isNew ? tr("New task") : tr("Change the task"));
    setSpokenName(box(), m_title->text());
    fillOwners(people, me);
    fill(task);
    clearErrors();
    open();
}

void TaskDialog::askAgain(const QString &why)
{
    m_textField->setError(why);
    open();
}

void TaskDialog::setZone(const QString &words) { m_dueField->setHelp(words); }

void TaskDialog::fill(const Task &task)
{
    const TimeContext now = m_time();
    const QDateTime at = localTime(task.due, now);
    const QDate today = localTime(now.now, now).date();
    const auto kind = std::find(kinds.begin(), kinds.end(), task.kind.value());
    m_kind->setCurrent(kind == kinds.end() ? 0 : int(kind - kinds.begin()));
    m_shownKind = m_kind->current();
    m_text->setText(shownText());
    m_day->setDateRange(std::min(today, at.date()), today.addDays(longestTask.count() - 1));
    m_day->setDate(at.date());
    m_hour->setMinute(at.time().hour() * 60 + at.time().minute());
}

void TaskDialog::fillOwners(const std::vector<User> &people, const UserId &me)
{
    m_owners = {Actor {}};
    m_owner->clear();
    m_owner->addItem(tr("Nobody yet"));
    const auto add = [&](const User &user, const QString &words) {
        m_owner->addItem(words);
        m_owners.push_back({ActorKind::User, user.id, user.name});
        if (user.id == m_task.owner.user)
            m_owner->setCurrentIndex(m_owner->count() - 1);
    };
    for (const User &user : people) {
        if (user.id == me)
            add(user, tr("You"));
    }
    for (const User &user : people) {
        if (user.id != me)
            add(user, harmless(fromUtf8(user.name)));
    }
    // Who has it and may do it no more keeps it until it is given to somebody else.
    const UserId &has = m_task.owner.user;
    if (!has.empty() && std::none_of(m_owners.begin(), m_owners.end(), [&](const Actor &one) { return one.user == has; })) {
        m_owner->addItem(m_task.owner.name.empty() ? tr("A colleague") : harmless(fromUtf8(m_task.owner.name)));
        m_owners.push_back(m_task.owner);
        m_owner->setCurrentIndex(m_owner->count() - 1);
    }
}

QString TaskDialog::shownText() const { return harmless(fromUtf8(m_task.text)); }

QWidget *TaskDialog::firstFocus() const { return m_text; }

void TaskDialog::clearErrors()
{
    m_textField->setError({});
    m_dueField->setError({});
}

void TaskDialog::take()
{
    Task task = m_task;
    // What this console does not know, or shows without what could harm, stays as it came until a person chooses otherwise.
    const TaskKind kind = kinds[static_cast<std::size_t>(std::max(0, m_kind->current()))];
    if (m_kind->current() != m_shownKind)
        task.kind = kind;
    if (asksForNew() || m_text->text() != shownText())
        task.text = m_text->text().trimmed().toStdString();
    task.owner = m_owners[static_cast<std::size_t>(std::max(0, m_owner->currentIndex()))];
    if (task.text.empty() && kind != TaskKind::CallBack)
        return m_textField->setError(tr("Say what is to be done."));
    if (task.text.size() > mostTaskBytes)
        return m_textField->setError(tr("This is too long."));
    const auto due = momentOf(m_day->date(), m_hour->minute(), m_time());
    if (!due)
        return m_dueField->setError(tr("This is no time."));
    // To the minute that is shown: one that was not touched stays as it was.
    const QDateTime was = localTime(m_task.due, m_time());
    const bool isUntouched = !m_task.id.empty() && m_day->date() == was.date() && m_hour->minute() == was.time().hour() * 60 + was.time().minute();
    task.due = isUntouched ? m_task.due : *due;
    if (!isUntouched && task.due <= m_time().now)
        return m_dueField->setError(tr("This is past already."));
    close();
    m_then(task);
}

OutcomeDialog::OutcomeDialog(QWidget *window)
    : Overlay(window, taskDialogWidth, -1), m_title(new TextLabel({}, Step::Title, Color::Text, QFont::DemiBold)), m_what(new TextLabel({}, Step::Body, Color::Text2)),
      m_outcome(new LineEdit(tr("What came of it"), tr("Reached her, arrives at nine"))), m_do(new Button(tr("Done"), Button::Look::Primary))
{
    auto *column = columnOf(this, m_title);
    m_what->setWrapping(true);
    column->addWidget(m_what);
    m_field = new Field(tr("What came of it"), m_outcome);
    column->addWidget(m_field);
    column->addLayout(verbsOf(this, m_do));
    connect(m_do, &QPushButton::clicked, this, &OutcomeDialog::take);
    connect(m_outcome, &QLineEdit::returnPressed, this, &OutcomeDialog::take);
    connect(m_outcome, &QLineEdit::textEdited, this, [this] { m_field->setError({}); });
    connect(m_outcome, &QLineEdit::textEdited, this, &OutcomeDialog::typed);
}

void OutcomeDialog::ask(TaskState to, const QString &what, std::function<void(const QString &)> then)
{
    m_then = std::move(then);
    const bool done = to == TaskState::Done;
    m_title->setText(done ? tr("Is it done?") : tr("Drop the task?"));
    setSpokenName(box(), m_title->text());
    m_what->setText(what);
    m_do->setText(done ? tr("Done") : tr("Drop it"));
    m_outcome->clear();
    m_field->setError({});
    m_field->setHelp(tr("May stay empty."));
    open();
}

void OutcomeDialog::askAgain(const QString &why)
{
    m_field->setError(why);
    open();
}

QWidget *OutcomeDialog::firstFocus() const { return m_outcome; }

void OutcomeDialog::take()
{
    const QString outcome = m_outcome->text().trimmed();
    if (outcome.toUtf8().size() > qsizetype(mostTaskBytes))
        return m_field->setError(tr("This is too long."));
    close();
    m_then(outcome);
}

} // namespace foredeck::ui
