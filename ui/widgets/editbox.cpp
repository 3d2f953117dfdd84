#include "ui/widgets/editbox.h"

#include "ui/theme/stylepaint.h"

#include <QEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace foredeck::ui {

EditBox::EditBox(int lines, QWidget *parent) : QWidget(parent), m_lines(lines), m_edit(new QPlainTextEdit(this))
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
