#include "ui/pages/inbox/selectionbar.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/sidemargins.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

QHBoxLayout *rowIn(QWidget *part)
{
    auto *row = new QHBoxLayout(part);
    setSideMargins(part, row, 14, 8, 10, 8);
    row->setSpacing(8);
    return row;
}

TextLabel *wrapped(Color color, QFont::Weight weight = QFont::Normal)
{
    auto *label = new TextLabel({}, Step::Small, color, weight);
    label->setWrapping(true);
    return label;
}

} // namespace

SelectionBar::SelectionBar(QWidget *parent) : Pane(Color::Raised, Top, parent), m_selection(makeSelection()), m_progress(makeProgress()), m_result(makeResult())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    for (QWidget *part : {m_result, m_progress, m_selection}) {
        part->hide();
        column->addWidget(part);
    }
    makeAnnouncing(this);
    hide();
}

QWidget *SelectionBar::makeSelection()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    setSideMargins(part, column, 14, 8, 10, 10);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_count = new TextLabel({}, Step::Small, Color::Text, QFont::DemiBold);
    m_end = new Button(tr("End the selection"), Button::Look::Bare);
    m_end->setIconOnly(true);
    m_end->setGlyph(QStringLiteral("close"));
    m_end->setSmall(true);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(m_end);
    column->addLayout(head);
    m_note = wrapped(Color::Text2);
    column->addWidget(m_note);
    m_verbs = new FlowRow(6, part);
    column->addWidget(m_verbs);
    return part;
}

QWidget *SelectionBar::makeProgress()
{
    auto *part = new QWidget(this);
    QHBoxLayout *row = rowIn(part);
    m_progressWords = wrapped(Color::Text);
    m_callOff = new Button(tr("Cancel"), Button::Look::Outlined);
    m_callOff->setSmall(true);
    row->addWidget(m_progressWords, 1);
    row->addWidget(m_callOff);
    return part;
}

QWidget *SelectionBar::makeResult()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    setSideMargins(part, column, 14, 8, 10, 8);
    column->setSpacing(6);
    m_resultWords = wrapped(Color::Text);
    column->addWidget(m_resultWords);
    auto *verbs = new FlowRow(6, part);
    auto *show = new Button(tr("Show in the outbox"), Button::Look::Outlined);
    m_undo = new Button(tr("Undo the rest"), Button::Look::Outlined);
    auto *read = new Button(tr("All right"), Button::Look::Bare);
    for (Button *one : {show, m_undo, read}) {
        one->setSmall(true);
        verbs->add(one);
    }
    connect(show, &QPushButton::clicked, this, &SelectionBar::resultWanted);
    connect(read, &QPushButton::clicked, this, &SelectionBar::resultRead);
    column->addWidget(verbs);
    return part;
}

void SelectionBar::setActions(const QList<Verb> &verbs, QAction *end, QAction *callOff, QAction *undo)
{
    for (const Verb &verb : verbs) {
        auto *one = new Button(verb.words, Button::Look::Outlined);
        one->setSmall(true);
        one->setAction(verb.action, verb.words);
        setSpokenName(one, tr("%1: what is selected", "an act on the rows of a list").arg(verb.words)); // the thread's head has the same words
        static_cast<FlowRow *>(m_verbs)->add(one);
    }
    m_end->setAction(end);
    m_callOff->setAction(callOff, tr("Cancel"));
    m_undo->setAction(undo, tr("Undo the rest"));
}

void SelectionBar::setSelection(const QString &count, const QString &note)
{
    const bool isNews = m_count->text() != count;
    m_count->setText(count);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_selection->setVisible(!count.isEmpty());
    showParts();
    if (isNews)
        announce(this, count);
}

void SelectionBar::setProgress(const QString &words, bool cancels)
{
    const bool begins = m_progressWords->text().isEmpty() && !words.isEmpty();
    m_progressWords->setText(words);
    m_callOff->setVisible(cancels);
    m_progress->setVisible(!words.isEmpty());
    showParts();
    if (begins)
        announce(this, words);
}

void SelectionBar::setResult(const QString &words, bool undoes)
{
    const bool isNews = m_resultWords->text() != words;
    m_resultWords->setText(words);
    m_undo->setVisible(undoes);
    m_result->setVisible(!words.isEmpty());
    showParts();
    if (isNews)
        announce(this, words);
}

void SelectionBar::showParts()
{
    setVisible(!m_selection->isHidden() || !m_progress->isHidden() || !m_result->isHidden());
}

} // namespace foredeck::ui
