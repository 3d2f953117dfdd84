#include "ui/pages/inbox/bulkpreview.h"

#include "ui/widgets/button.h"
#include "ui/widgets/question.h"
#include "ui/words/bulkwords.h"

#include <utility>

namespace foredeck::ui {

namespace {

constexpr int previewWidth = 480;

} // namespace

BulkPreview::BulkPreview(QWidget *window)
    : Overlay(window, previewWidth, -1), m_leave(new Button(tr("Cancel"), Button::Look::Outlined)), m_do(new Button({}, Button::Look::Primary)),
      m_pane(new QuestionPane({m_leave, m_do}, box()))
{
    connect(m_leave, &QPushButton::clicked, this, &Overlay::close);
    connect(m_do, &QPushButton::clicked, this, [this] {
        const auto act = std::exchange(m_act, {});
        close();
        if (act)
            act();
    });
    connect(this, &Overlay::closed, this, [this] {
        if (std::exchange(m_act, {}) || !m_do->isEnabled())
            Q_EMIT left();
    });
}

void BulkPreview::setTexts(const QString &title, const QString &words)
{
    m_title = title;
    m_words = words;
    m_pane->setTexts(title, words);
}

void BulkPreview::showProgress(int looked, int of)
{
    m_act = {};
    m_do->hide();
    m_do->setEnabled(false);
    setTexts(tr("Looking at what is selected"), tr("%1 of %2 conversations").arg(countWord(looked), countWord(of)));
    if (!isOpen())
        open();
    else
        place();
}

void BulkPreview::showPlan(const BulkPlan &plan, const TimeContext &time, const UserId &me, std::function<void()> act)
{
    const bool does = !plan.steps.empty();
    m_act = does ? std::move(act) : std::function<void()>();
    m_do->setVisible(does);
    m_do->setEnabled(does);
    m_do->setText(bulkVerb(plan.act.kind));
    m_do->setDefault(does);
    m_leave->setText(does ? tr("Cancel") : tr("Close"));
    setTexts(planTitle(plan, time, me), planWords(plan));
    if (!isOpen()) {
        open();
        return;
    }
    place();
    firstFocus()->setFocus(Qt::ShortcutFocusReason);
}

QWidget *BulkPreview::firstFocus() const
{
    return m_do->isEnabled() ? m_do : m_leave;
}

} // namespace foredeck::ui
