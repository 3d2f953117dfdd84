#include "ui/widgets/editbox.h"

#include "ui/theme/stylepaint.h"

#include <QEvent>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextEdit>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace foredeck::ui {

namespace {

/// One more than any field takes that is written in such a box: who pastes so much is told by the field that it is too long,
/// and nothing is cut and saved unseen. One line of a million characters would stop the window for minutes.
constexpr qsizetype mostPasted = 64 * 1024 + 1;

class BoxEdit final : public QPlainTextEdit {
public:
    using QPlainTextEdit::QPlainTextEdit;

protected:
    void insertFromMimeData(const QMimeData *source) override
    {
        QString text = source->text();
        const qsizetype there = document()->characterCount() - 1 - textCursor().selectedText().size();
        const qsizetype room = std::max(qsizetype(0), mostPasted - there);
        if (text.size() <= room)
            return QPlainTextEdit::insertFromMimeData(source);
        text.truncate(room);
        if (!text.isEmpty() && text.back().isHighSurrogate())
            text.chop(1);
        insertPlainText(text);
    }
};

QString composedIn(const QWidget *field)
{
    const auto *rich = qobject_cast<const QTextEdit *>(field);
    const auto *plain = qobject_cast<const QPlainTextEdit *>(field);
    const QTextCursor cursor = rich ? rich->textCursor() : plain ? plain->textCursor() : QTextCursor();
    const QTextLayout *layout = cursor.isNull() ? nullptr : cursor.block().layout();
    return layout ? layout->preeditAreaText() : QString();
}

} // namespace

void finishComposing(QWidget *field)
{
    if (!field->hasFocus() || composedIn(field).isEmpty())
        return;
    QGuiApplication::inputMethod()->commit();
    // Some hand it over only when they are to begin anew, and some not at all.
    if (!composedIn(field).isEmpty())
        QGuiApplication::inputMethod()->reset();
    if (const QString rest = composedIn(field); !rest.isEmpty()) {
        QInputMethodEvent event;
        event.setCommitString(rest);
        QCoreApplication::sendEvent(field, &event);
    }
}

EditBox::EditBox(int lines, QWidget *parent) : QWidget(parent), m_lines(lines), m_edit(new BoxEdit(this))
{
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setTabChangesFocus(true);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->document()->setDocumentMargin(0);
    QTextOption option = m_edit->document()->defaultTextOption();
    option.setTextDirection(Qt::LayoutDirectionAuto);
    m_edit->document()->setDefaultTextOption(option);
    m_edit->installEventFilter(this);
    auto *inside = new QVBoxLayout(this);
    inside->setContentsMargins(10, 7, 10, 7);
    inside->addWidget(m_edit);
    setFocusProxy(m_edit);
    fit();
}

bool EditBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    return QWidget::eventFilter(watched, event);
}

void EditBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFieldFrame(painter, rect(), themeOf(this), isEnabled(), m_edit->hasFocus(), property("invalid").toBool());
}

void EditBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        fit();
}

void EditBox::fit()
{
    const Theme &theme = themeOf(this);
    m_edit->setFont(theme.font(Step::Reading));
    m_edit->setFixedHeight(theme.line(Step::Reading) * m_lines);
}

} // namespace foredeck::ui
