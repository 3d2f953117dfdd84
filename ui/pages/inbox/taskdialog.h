#pragma once

#include "models/domain/task.h"
#include "models/domain/user.h"
#include "ui/widgets/overlay.h"
#include "ui/words/timewords.h"

#include <functional>
#include <optional>
#include <vector>

class QComboBox;

namespace foredeck::ui {

class Button;
class DayField;
class Field;
class LineEdit;
class Segment;
class TextLabel;
class TimeField;

/// Asks what is to be done, by whom and when: for a new task or a change of one.
class TaskDialog final : public Overlay {
    Q_OBJECT

public:
    explicit TaskDialog(QWidget *window);
    /// `people`: who may do it, by name; `me` stands first among them. `time`: asked when it is taken, too. `then` is handed the
    /// task with kind, text, owner and due as they were chosen.
    void ask(const Task &task, const std::vector<User> &people, const UserId &me, std::function<TimeContext()> time, std::function<void(const Task &)> then);
    /// The same once more, with why it came back.
    void askAgain(const QString &why);
    /// On whose clock the time is; empty where nobody can mistake it.
    void setZone(const QString &words);
    LineEdit *textField() const noexcept { return m_text; }
    /// Whether it asks for a task that is not made yet.
    bool asksForNew() const noexcept { return m_task.id.empty(); }

Q_SIGNALS:
    void typed(const QString &text);

protected:
    QWidget *firstFocus() const override;

private:
    void fill(const Task &task);
    QString shownText() const;
    void fillOwners(const std::vector<User> &people, const UserId &me);
    void clearErrors();
    void take();

    TextLabel *m_title;
    Segment *m_kind;
    LineEdit *m_text;
    Field *m_textField;
    DayField *m_day;
    TimeField *m_hour;
    Field *m_dueField;
    QComboBox *m_owner;
    Button *m_do;
    Task m_task;
    int m_shownKind = 0; ///< the part that stands for its kind; one that is not known here is shown as the first
    std::vector<Actor> m_owners;
    std::function<TimeContext()> m_time;
    std::function<void(const Task &)> m_then;
};

/// Asks what came of a task that is closed; nothing has to be said.
class OutcomeDialog final : public Overlay {
    Q_OBJECT

public:
    explicit OutcomeDialog(QWidget *window);
    /// `to`: done or dropped; `what`: the task in words.
    void ask(TaskState to, const QString &what, std::function<void(const QString &)> then);
    /// The same once more, with why it came back.
    void askAgain(const QString &why);
    LineEdit *textField() const noexcept { return m_outcome; }

Q_SIGNALS:
    void typed(const QString &text);

protected:
    QWidget *firstFocus() const override;

private:
    void take();

    TextLabel *m_title;
    TextLabel *m_what;
    LineEdit *m_outcome;
    Field *m_field;
    Button *m_do;
    std::function<void(const QString &)> m_then;
};

} // namespace foredeck::ui
