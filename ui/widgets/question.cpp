#include "ui/widgets/question.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/buttonrow.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace foredeck::ui {

namespace {

constexpr int questionWidth = 440;
constexpr int questionGap = 16; ///< between the words and the verbs

TextLabel *wrapped(Step step, Color color, QFont::Weight weight = QFont::Normal)
{
    auto *label = new TextLabel({}, step, color, weight);
    label->setWrapping(true);
    return label;
}

} // namespace

QuestionPane::QuestionPane(const QList<Button *> &verbs, QWidget *box)
    : Placed(box), m_area(new QScrollArea(this)), m_title(wrapped(Step::Title, Color::Text, QFont::DemiBold)),
      m_words(wrapped(Step::Body, Color::Text2)), m_verbs(new ButtonRow(verbs, this))
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addStretch();
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setWidget(inside);
    inside->setAutoFillBackground(false); // a scroll area turns it on
    inside->setMinimumSize(1, 1); // its height is that for its width, not that for the narrowest
    auto *whole = new QVBoxLayout(box);
    whole->setContentsMargins(20, 20, 20, 16);
    whole->addWidget(this);
}

void QuestionPane::setTexts(const QString &title, const QString &words)
{
    m_title->setText(title);
    m_words->setText(words);
    setSpokenName(parentWidget(), title);
    m_area->verticalScrollBar()->setValue(0);
    updateGeometry();
}

int QuestionPane::heightForWidth(int width) const
{
    return m_area->widget()->heightForWidth(width) + questionGap + m_verbs->heightForWidth(width);
}

QSize QuestionPane::sizeHint() const
{
    const int width = m_verbs->sizeHint().width();
    return {width, heightForWidth(width)};
}

QSize QuestionPane::minimumSizeHint() const
{
    return {m_verbs->minimumSizeHint().width(), m_verbs->minimumSizeHint().height()};
}

void QuestionPane::place()
{
    const int foot = m_verbs->heightForWidth(width());
    m_verbs->setGeometry(0, height() - foot, width(), foot);
    m_area->setGeometry(0, 0, width(), height() - foot - questionGap);
}

void QuestionPane::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = m_area->verticalScrollBar();
    if (event->key() == Qt::Key_PageUp)
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    else if (event->key() == Qt::Key_PageDown)
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    else
        QWidget::keyPressEvent(event);
}

Question::Question(QWidget *window)
    : Overlay(window, questionWidth, -1), m_keep(new Button({}, Button::Look::Outlined)), m_do(new Button({}, Button::Look::Danger)),
      m_pane(new QuestionPane({m_keep, m_do}, box()))
{
    connect(m_keep, &QPushButton::clicked, this, [this] {
        close();
        std::exchange(m_kept, {})();
    });
    connect(m_do, &QPushButton::clicked, this, [this] {
        close();
        std::exchange(m_act, {})();
    });
}

void Question::ask(const QString &title, const QString &words, const QString &keepVerb, const QString &doVerb, std::function<void()> act, std::function<void()> keep)
{
    m_keep->setText(keepVerb);
    m_do->setText(doVerb);
    m_keep->setDefault(true);
    m_pane->setTexts(title, words);
    m_act = std::move(act);
    m_kept = std::move(keep);
    open();
}

QWidget *Question::firstFocus() const
{
    return m_keep;
}

} // namespace foredeck::ui
