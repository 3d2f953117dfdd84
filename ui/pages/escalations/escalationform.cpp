#include "ui/pages/escalations/escalationform.h"

#include "models/domain/textlimits.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace foredeck::ui {

namespace {

constexpr int formLines = 3;

} // namespace

EscalationForm::EscalationForm(QWidget *parent) : Pane(Color::Sunken, Bottom, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 14);
    column->setSpacing(8);
    m_title = new TextLabel({}, Step::Small, Color::Text, QFont::DemiBold, this);
    m_help = new TextLabel({}, Step::Small, Color::Text3, QFont::Normal, this);
    m_help->setWrapping(true);
    auto *box = new EditBox(formLines, this);
    m_edit = box->edit();
    m_edit->installEventFilter(this);
    m_end = new QCheckBox(tr("End the conversation too"), this);
    m_why = new TextLabel({}, Step::Small, Color::Danger, QFont::Normal, this);
    m_why->setWrapping(true);
    m_why->hide();
    m_send = new Button({}, Button::Look::Primary, this);
    m_send->setKeyWords(keyWords(QKeySequence(Qt::CTRL | Qt::Key_Return)));
    m_cancel = new Button(tr("Close"), Button::Look::Bare, this);
    m_cancel->setKeyWords(tr("Esc", "the key"));
    column->addWidget(m_title);
    column->addWidget(box);
    column->addWidget(m_help);
    column->addWidget(m_why);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(8);
    acts->addWidget(m_end, 1);
    acts->addStretch();
    acts->addWidget(m_cancel);
    acts->addWidget(m_send);
    column->addLayout(acts);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        refreshWhy();
        if (!m_opening)
            Q_EMIT typed();
    });
    connect(m_end, &QCheckBox::toggled, this, [this] {
        if (!m_opening)
            Q_EMIT typed();
    });
    connect(m_send, &QPushButton::clicked, this, &EscalationForm::submitted);
    connect(m_cancel, &QPushButton::clicked, this, &EscalationForm::closed);
    hide();
}

void EscalationForm::open(Kind kind, const QString &text, bool end)
{
    const QScopedValueRollback opening(m_opening, true);
    const bool resolve = kind == Kind::Resolve;
    m_kind = kind;
    m_title->setText(resolve ? tr("What was done?") : tr("What should the assistant do?"));
    m_help->setText(resolve ? tr("Only your team reads this. It may stay empty. Resolving cannot be undone here.") : tr("It goes on with this instruction; the customer does not see it. It may stay empty."));
    setSpokenName(m_edit, m_title->text());
    m_edit->setAccessibleDescription(m_help->text());
    m_edit->setPlaceholderText(resolve ? tr("The pump runs again, the crew has looked") : tr("Offer the berth from Friday, do not promise a discount"));
    setText(text);
    m_edit->document()->clearUndoRedoStacks(); // of another hand-over, or of the other form
    say({});
    m_end->setVisible(resolve);
    m_end->setChecked(end);
    m_send->setText(resolve ? tr("Resolve") : tr("Hand back"));
    m_send->setGlyph(resolve ? QStringLiteral("resolve") : QStringLiteral("hand-back"));
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void EscalationForm::setText(const QString &text)
{
    const QScopedValueRollback opening(m_opening, true);
    if (m_edit->toPlainText() == text)
        return;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void EscalationForm::say(const QString &why)
{
    m_said = why;
    refreshWhy();
}

int EscalationForm::excess() const
{
    const std::string words = text().trimmed().toStdString();
    if (words.size() <= mostNoteBytes)
        return 0;
    std::size_t fits = mostNoteBytes;
    while (fits > 0 && (static_cast<unsigned char>(words[fits]) & 0xc0) == 0x80)
        --fits; // never within a character
    return int(charactersIn(std::string_view(words).substr(fits)));
}

void EscalationForm::refreshWhy()
{
    const int over = excess();
    const QString why = over > 0 ? tr("%n character(s) too many", "", over) : m_said;
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

void EscalationForm::close()
{
    m_kind = Kind::None;
    hide();
}

QString EscalationForm::text() const
{
    return m_edit->toPlainText();
}

bool EscalationForm::ends() const
{
    return m_end->isChecked();
}

bool EscalationForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier) {
            if (!key->isAutoRepeat())
                Q_EMIT submitted();
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

} // namespace foredeck::ui
