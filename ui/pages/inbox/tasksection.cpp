#include "ui/pages/inbox/tasksection.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/sidemargins.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace foredeck::ui {

namespace {

constexpr int closedShown = 3;

} // namespace

TaskLine::TaskLine(QWidget *parent)
    : QWidget(parent)
    , m_kind(new Glyph(QStringLiteral("eye"), 14, Color::Text2))
    , m_title(new TextLabel({}, Step::Small))
    , m_whenGlyph(new Glyph(QStringLiteral("clock"), 12, Color::Text2))
    , m_when(new TextLabel({}, Step::Caption, Color::Text2))
    , m_owner(new TextLabel({}, Step::Caption, Color::Text3))
    , m_aside(new TextLabel({}, Step::Caption, Color::Text2))
    , m_done(new Button(tr("Done"), Button::Look::Quiet))
    , m_more(new Button(tr("More"), Button::Look::Bare))
{
    auto *row = new QHBoxLayout(this);
    setSideMargins(this, row, 16, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_kind, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_title->setWrapping(true);
    words->addWidget(m_title);
    auto *when = new QHBoxLayout;
    when->setSpacing(4);
    when->addWidget(m_whenGlyph, 0, Qt::AlignTop);
    m_when->setWrapping(true);
    when->addWidget(m_when, 1);
    words->addLayout(when);
    m_owner->setWrapping(true);
    words->addWidget(m_owner);
    m_aside->setWrapping(true);
    words->addWidget(m_aside);
    row->addLayout(words, 1);
    m_done->setSmall(true);
    m_more->setSmall(true);
    m_more->setGlyph(QStringLiteral("more"));
    m_more->setIconOnly(true);
    row->addWidget(m_done, 0, Qt::AlignTop);
    row->addWidget(m_more, 0, Qt::AlignTop);
    connect(m_done, &QPushButton::clicked, this, &TaskLine::doneWanted);
    connect(m_more, &QPushButton::clicked, this, [this] { Q_EMIT menuWanted(m_more->mapToGlobal(QPoint(0, m_more->height() + 2))); });
}

void TaskLine::present(const TaskView &view, bool mayAct)
{
    if (accessibleName() != view.accessible) { // each name is told to whoever listens
        setSpokenName(this, view.accessible);
        setSpokenName(m_done, tr("Done: %1").arg(view.accessible));
        setSpokenName(m_more, tr("More: %1").arg(view.accessible));
    }
    m_kind->setGlyph(view.kind.glyph, Color::Text2);
    m_title->setText(view.title);
    m_title->setColor(view.over ? Color::Text2 : Color::Text);
    m_whenGlyph->setGlyph(view.when.glyph, view.when.color);
    m_when->setText(view.when.word);
    m_when->setColor(view.when.color);
    m_owner->setText(view.owner);
    const QString aside = view.pending.isEmpty() ? view.outcome : view.pending;
    m_aside->setText(aside);
    m_aside->setColor(view.pending.isEmpty() ? Color::Text2 : Color::Warning);
    m_aside->setVisible(!aside.isEmpty());
    m_done->setVisible(mayAct && !view.over);
    m_more->setVisible(mayAct);
}

TaskSection::TaskSection(QWidget *parent)
    : QWidget(parent), m_count(new TextLabel({}, Step::Caption, Color::Text3)), m_none(new TextLabel(tr("Nothing is to be done."), Step::Small, Color::Text3)),
      m_new(new Button(tr("New task"), Button::Look::Quiet))
{
    setSpokenName(this, tr("Tasks"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 12);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    setSideMargins(this, head, 16, 0, 12, 0);
    head->setSpacing(6);
    head->addWidget(new TextLabel(tr("Tasks"), Step::Caption, Color::Text2, QFont::DemiBold));
    head->addWidget(m_count);
    head->addStretch();
    m_new->setSmall(true);
    head->addWidget(m_new);
    column->addLayout(head);
    auto *none = new QHBoxLayout;
    none->setContentsMargins(16, 0, 16, 0);
    m_none->setWrapping(true);
    none->addWidget(m_none);
    column->addLayout(none);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(0);
    column->addLayout(m_lines);
}

void TaskSection::setNewAction(QAction *action) { m_new->setAction(action, tr("New task")); }

TaskLine *TaskSection::line(const TaskId &id) const
{
    const auto found = m_known.find(id.value);
    return found == m_known.end() ? nullptr : found->second;
}

TaskLine *TaskSection::lineOf(const TaskId &id)
{
    if (TaskLine *known = line(id))
        return known;
    auto *made = new TaskLine(this);
    made->setObjectName(fromUtf8(id.value));
    connect(made, &TaskLine::doneWanted, this, [this, id] { Q_EMIT doneWanted(id); });
    connect(made, &TaskLine::menuWanted, this, [this, id](const QPoint &at) { Q_EMIT menuWanted(id, at); });
    m_known.emplace(id.value, made);
    return made;
}

/// The keyboard of one that goes is not lost in the window.
void TaskSection::removeOthers(const std::vector<const TaskRow *> &shown)
{
    for (auto it = m_known.begin(); it != m_known.end();) {
        const bool stays = std::any_of(shown.begin(), shown.end(), [&](const TaskRow *row) { return row->task.id.value == it->first; });
        if (stays) {
            ++it;
            continue;
        }
        TaskLine *gone = it->second;
        if (gone->isAncestorOf(QApplication::focusWidget()))
            m_new->setFocus();
        m_lines->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
        it = m_known.erase(it);
    }
}

void TaskSection::present(const std::vector<TaskRow> &rows, const TimeContext &time, const UserId &me, bool mayAct)
{
    std::vector<const TaskRow *> shown;
    int closed = 0;
    int open = 0;
    for (const TaskRow &row : rows) {
        if (isOpen(row.task))
            ++open;
        else if (++closed > closedShown)
            continue;
        shown.push_back(&row);
    }
    removeOthers(shown);
    std::vector<TaskId> order;
    std::map<QString, int> alike;
    for (const TaskRow *row : shown) {
        const TaskId &id = row->task.id;
        TaskLine *one = lineOf(id);
        TaskView view = taskView(*row, time, me);
        // Who only hears them tells two that say the same apart.
        if (const int number = ++alike[view.accessible]; number > 1)
            view.accessible = tr("%1 (%2)", "a task, and which of several that say the same").arg(view.accessible).arg(number);
        one->present(view, mayAct);
        const int at = static_cast<int>(order.size());
        if (m_lines->indexOf(one) != at) {
            m_lines->removeWidget(one);
            m_lines->insertWidget(at, one);
            one->show();
        }
        order.push_back(id);
    }
    if (m_order != order) {
        // By Tab as they stand, and not as they were made.
        QWidget *before = m_new;
        for (const TaskId &id : order) {
            const TaskLine *one = line(id);
            for (QWidget *next : std::initializer_list<QWidget *> {one->doneButton(), one->moreButton()}) {
                setTabOrder(before, next);
                before = next;
            }
        }
    }
    m_order = std::move(order);
    const QString count = open > 0 ? countWord(open) : QString();
    if (count != m_count->text()) {
        m_count->setText(count);
        setSpokenName(m_count, tr("%n open", "tasks", open));
    }
    m_none->setVisible(shown.empty());
}

void TaskSection::takeFocus()
{
    for (const TaskId &id : m_order) {
        if (const TaskLine *one = line(id); one && one->doneButton()->isVisibleTo(this))
            return one->doneButton()->setFocus(Qt::ShortcutFocusReason);
    }
    m_new->setFocus(Qt::ShortcutFocusReason);
}

} // namespace foredeck::ui
