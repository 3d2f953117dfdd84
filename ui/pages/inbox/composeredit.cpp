#include "ui/pages/inbox/composer.h"

#include <QAction>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>
#include <cmath>
#include <utility>

namespace foredeck::ui {

namespace {

QTextBlockFormat lineFormat(const Theme &theme)
{
    QTextBlockFormat format;
    format.setLineHeight(theme.line(Step::Reading), QTextBlockFormat::FixedHeight);
    return format;
}

} // namespace

ComposerEdit::ComposerEdit(QWidget *parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setAutoFillBackground(false);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDefaultTextOption(option);
    restyle();
}

void ComposerEdit::restyle()
{
    const Theme &theme = themeOf(this);
    setFont(theme.font(Step::Reading));
    document()->setDocumentMargin(0);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(lineFormat(theme));
    QPalette colors; // of this alone: the rest is the theme's
    colors.setColor(QPalette::Base, Qt::transparent);
    setPalette(colors);
    showMarks();
}

void ComposerEdit::setWords(const QString &text)
{
    setPlainText(text);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(lineFormat(themeOf(this)));
    document()->clearUndoRedoStacks();
    moveCursor(QTextCursor::End);
}

int ComposerEdit::wantedHeight(int limit) const
{
    const int line = themeOf(this).line(Step::Reading);
    const int text = int(std::ceil(document()->size().height()));
    return qBound(2 * line + 18, text + 18, qMax(2 * line + 18, limit));
}

bool ComposerEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        // What was resolved or put away is brought back by the key only where nothing has been written since.
        const bool undoesReply = m_undoSend && m_undoSend->isEnabled() && m_undoesReply && m_undoesReply();
        if (key->matches(QKeySequence::Undo) && (undoesReply || !document()->isUndoAvailable())) {
            event->ignore();
            return false;
        }
    }
    return QTextEdit::event(event);
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        event->ignore();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier) {
        Q_EMIT sendRefused();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void ComposerEdit::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    Q_EMIT focusChanged(true);
}

void ComposerEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged(false);
}

void ComposerEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

bool ComposerEdit::fit(QString &text, qsizetype from, qsizetype to) const
{
    const QString kept = words().remove(from, to - from);
    const qsizetype room = std::max(qsizetype(0), mostBytes - kept.toUtf8().size());
    const std::string bytes = text.toStdString();
    if (qsizetype(bytes.size()) <= room)
        return true;
    const std::string_view fits = clipUtf8(bytes, std::size_t(room));
    text = QString::fromUtf8(fits.data(), qsizetype(fits.size()));
    return false;
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText())
        return;
    QString text = source->text();
    const bool fits = fit(text, textCursor().selectionStart(), textCursor().selectionEnd());
    insertPlainText(text);
    if (!fits)
        Q_EMIT cut();
}

void ComposerEdit::replaceWords(int from, int to, QString text)
{
    text.remove(QLatin1Char('\r'));
    const bool fits = fit(text, from, to);
    QTextCursor cursor(document());
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    const std::vector<VariableSpot> spots = variablesIn(text);
    cursor.setPosition(spots.empty() ? from + int(text.size()) : from + spots.front().from);
    if (!spots.empty())
        cursor.setPosition(cursor.position() + spots.front().size, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    if (!fits)
        Q_EMIT cut();
}

void ComposerEdit::setMarks(const std::vector<VariableSpot> &spots)
{
    m_marks = spots;
    showMarks();
}

void ComposerEdit::setMentionMarks(const std::vector<ShownMention> &spots)
{
    if (std::exchange(m_mentionMarks, spots) != spots)
        showMarks();
}

void ComposerEdit::showMarks()
{
    const Theme &theme = themeOf(this);
    QList<ExtraSelection> marks;
    const auto markAt = [&](int from, int size, QTextCharFormat::UnderlineStyle line) {
        ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(from);
        mark.cursor.setPosition(from + size, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(line);
        return mark;
    };
    for (const ShownMention &spot : m_mentionMarks)
        marks << markAt(spot.from, spot.size, QTextCharFormat::SingleUnderline);
    for (const VariableSpot &spot : m_marks) {
        ExtraSelection mark = markAt(spot.from, spot.size, QTextCharFormat::DashUnderline);
        mark.format.setBackground(theme.color(Color::WarningTint));
        mark.format.setForeground(theme.color(Color::Warning));
        marks << mark;
    }
    setExtraSelections(marks);
}

} // namespace foredeck::ui
