#pragma once

#include "models/items/tasklistmodel.h"
#include "ui/words/taskwords.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QAction;
class QVBoxLayout;

namespace foredeck::ui {

class Button;
class Glyph;
class TextLabel;

/// One task in the side panel. Its buttons keep the keyboard while what it says changes.
class TaskLine final : public QWidget {
    Q_OBJECT

public:
    explicit TaskLine(QWidget *parent = nullptr);
    /// `mayAct`: this person may close and change tasks.
    void present(const TaskView &view, bool mayAct);
    Button *doneButton() const noexcept { return m_done; }
    Button *moreButton() const noexcept { return m_more; }

Q_SIGNALS:
    void doneWanted();
    void menuWanted(const QPoint &globalPos);

private:
    Glyph *m_kind;
    TextLabel *m_title;
    Glyph *m_whenGlyph;
    TextLabel *m_when;
    TextLabel *m_owner;
    TextLabel *m_aside; ///< what came of it, or how far an act has come
    Button *m_done;
    Button *m_more;
};

/// What is to be done for the customer of the open conversation: open tasks, the newest closed ones, and a way to make one.
class TaskSection final : public QWidget {
    Q_OBJECT

public:
    explicit TaskSection(QWidget *parent = nullptr);
    void setNewAction(QAction *action);
    void present(const std::vector<TaskRow> &rows, const TimeContext &time, const UserId &me, bool mayAct);
    /// The line of a task; null when it is not shown.
    TaskLine *line(const TaskId &id) const;
    /// The keyboard goes to the first open task, else to the button that makes one.
    void takeFocus();

Q_SIGNALS:
    void doneWanted(const foredeck::TaskId &task);
    void menuWanted(const foredeck::TaskId &task, const QPoint &globalPos);

private:
    TaskLine *lineOf(const TaskId &id);
    void removeOthers(const std::vector<const TaskRow *> &shown);

    QVBoxLayout *m_lines;
    TextLabel *m_count;
    TextLabel *m_none;
    Button *m_new;
    std::map<std::string, TaskLine *> m_known;
    std::vector<TaskId> m_order;
};

} // namespace foredeck::ui
