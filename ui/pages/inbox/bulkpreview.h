#pragma once

#include "models/items/bulkplan.h"
#include "ui/widgets/overlay.h"
#include "ui/words/timewords.h"

#include <functional>

namespace foredeck::ui {

class Button;
class QuestionPane;

/// What an order on many conversations would do, before anything happens. Enter does it, Esc does nothing. Where it takes a
/// while to look at all of them it comes up before that is over and says how far it is.
class BulkPreview final : public Overlay {
    Q_OBJECT

public:
    explicit BulkPreview(QWidget *window);
    void showProgress(int looked, int of);
    void showPlan(const BulkPlan &plan, const TimeContext &time, const UserId &me, std::function<void()> act);
    QString title() const { return m_title; }
    QString words() const { return m_words; }
    Button *doIt() const noexcept { return m_do; }

Q_SIGNALS:
    /// Nothing is to happen.
    void left();

protected:
    QWidget *firstFocus() const override;

private:
    void setTexts(const QString &title, const QString &words);

    Button *m_leave;
    Button *m_do;
    QuestionPane *m_pane;
    QString m_title;
    QString m_words;
    std::function<void()> m_act;
};

} // namespace foredeck::ui
