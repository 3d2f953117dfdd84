#include "ui/pages/inbox/findbar.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/sidemargins.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace foredeck::ui {

FindBar::FindBar(QWidget *parent) : Pane(Color::Sunken, Pane::Bottom, parent)
{
    setSpokenName(this, tr("Find in this conversation"));
    auto *column = new QVBoxLayout(this);
    setSideMargins(this, column, 16, 8, 12, 8);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_field = new LineEdit(tr("Find in this conversation"), tr("Words of a message or a note"), this);
    m_field->setGlyph(QStringLiteral("search"));
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::typed);
    m_count = new TextLabel({}, Step::Small, Color::Text2);
    m_count->setDigitCells(true);
    makeAnnouncing(m_count);
    const auto button = [&](const QString &name, const char *glyph) {
        auto *made = new Button(name, Button::Look::Bare, this);
        made->setSmall(true);
        made->setGlyph(QLatin1StringView(glyph));
        made->setIconOnly(true);
        return made;
    };
    m_older = button(tr("Next match, further up"), "chevron-up");
    m_newer = button(tr("Previous match, further down"), "chevron-down");
    m_older->setSteps();
    m_newer->setSteps();
    Button *close = button(tr("Close the search"), "close");
    connect(close, &QAbstractButton::clicked, this, &FindBar::closeWanted);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(m_older);
    row->addWidget(m_newer);
    row->addWidget(close);
    column->addLayout(row);
    m_foot = new QWidget(this);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(8);
    m_rest = new TextLabel({}, Step::Small, Color::Text2);
    m_rest->setWrapping(true);
    m_act = new Button({}, Button::Look::Link, m_foot);
    connect(m_act, &QAbstractButton::clicked, this, &FindBar::restWanted);
    foot->addWidget(m_rest, 1, Qt::AlignVCenter); // level with what can be pressed
    foot->addWidget(m_act);
    column->addWidget(m_foot);
    m_foot->hide();
}

void FindBar::setActions(QAction *older, QAction *newer)
{
    m_older->setAction(older);
    m_newer->setAction(newer);
}

QString FindBar::words() const
{
    return m_field->text();
}

void FindBar::clear()
{
    m_field->clear();
}

void FindBar::begin()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::say(const QString &count, const QString &spoken)
{
    m_count->setText(count);
    announce(m_count, spoken);
}

void FindBar::sayRest(const QString &sentence, const QString &act)
{
    m_rest->setText(sentence);
    m_act->setText(act);
    m_act->setVisible(!act.isEmpty());
    m_foot->setVisible(!sentence.isEmpty());
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeWanted();
    else
        Pane::keyPressEvent(event);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return Pane::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return Pane::eventFilter(watched, event);
    const Qt::KeyboardModifiers with = key->modifiers() & ~Qt::KeypadModifier;
    event->accept(); // Ctrl+Enter too: whoever looks for words sends nothing by it
    if (event->type() == QEvent::KeyPress && with == Qt::ShiftModifier)
        Q_EMIT newerWanted();
    else if (event->type() == QEvent::KeyPress && with == Qt::NoModifier)
        Q_EMIT olderWanted();
    return true;
}

} // namespace foredeck::ui
