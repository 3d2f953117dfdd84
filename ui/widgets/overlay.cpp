#include "ui/widgets/overlay.h"

#include "ui/theme/stylepaint.h"

#include <QAccessibleWidget>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QLayout>
#include <QPainter>

#include <algorithm>

namespace foredeck::ui {

namespace {

class Box final : public QWidget {
public:
    explicit Box(QWidget *parent) : QWidget(parent) { setFocusPolicy(Qt::NoFocus); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        strokeRounded(painter, rect(), radiusPopup, theme.color(Color::LineStrong), 1, theme.color(Color::Raised));
    }
};

/// Assistive technology is told of a dialog, not of a nameless box.
QAccessibleInterface *boxFactory(const QString &, QObject *object)
{
    auto *box = dynamic_cast<Box *>(object);
    return box ? new QAccessibleWidget(box, QAccessible::Dialog) : nullptr;
}

} // namespace

Overlay::Overlay(QWidget *window, int boxWidth, int topMargin) : QWidget(window), m_box(new Box(this)), m_boxWidth(boxWidth), m_topMargin(topMargin)
{
    static const bool known = [] {
        QAccessible::installFactory(boxFactory);
        return true;
    }();
    static_cast<void>(known);
    hide();
    window->installEventFilter(this);
}

void Overlay::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    place();
    show();
    raise();
    Q_EMIT opened();
    if (QWidget *first = firstFocus())
        first->setFocus(Qt::PopupFocusReason);
}

void Overlay::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void Overlay::place()
{
    const int width = qMin(themeOf(this).grown(m_boxWidth), this->width() - 32);
    m_box->setFixedWidth(width);
    int wanted = m_box->height();
    if (const QLayout *layout = m_box->layout())
        wanted = layout->hasHeightForWidth() ? m_box->heightForWidth(width) : m_box->sizeHint().height();
    const int height = qMin(wanted, this->height() - 32);
    const int top = m_topMargin >= 0 ? qMin(m_topMargin, qMax(16, this->height() - height - 16)) : qMax(16, (this->height() - height) / 3);
    m_box->setGeometry((this->width() - width) / 2, top, width, height);
}

void Overlay::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Color::Scrim));
    // The one shadow there is: 8 below, soft over 24, 19 % black.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int spread = 24; spread > 0; spread -= 3) {
        painter.setBrush(QColor(0, 0, 0, 255 * 19 / 100 / 8));
        const int grow = spread / 2;
        painter.drawRoundedRect(m_box->geometry().adjusted(-grow, 8 - grow, grow, 8 + grow), radiusPopup + grow, radiusPopup + grow);
    }
}

bool Overlay::event(QEvent *event)
{
    // After the widgets in the box have taken their new sizes.
    if (event->type() == QEvent::StyleChange && isVisible())
        QMetaObject::invokeMethod(this, &Overlay::place, Qt::QueuedConnection);
    if (event->type() != QEvent::ShortcutOverride)
        return QWidget::event(event);
    // Nothing behind the scrim hears a key: taken here, it never becomes a shortcut.
    const auto *key = static_cast<QKeyEvent *>(event);
    const int modifiers = int(key->modifiers() & ~Qt::KeypadModifier);
    const QKeySequence pressed(key->key() | modifiers);
    const QKeySequence unshifted(key->key() | (modifiers & ~int(Qt::ShiftModifier)));
    const QList<QAction *> actions = parentWidget()->actions();
    event->setAccepted(std::none_of(actions.begin(), actions.end(), [&](const QAction *action) {
        return action->property(worksAboveOverlays).toBool() && (action->shortcuts().contains(pressed) || action->shortcuts().contains(unshifted));
    }));
    return event->isAccepted();
}

void Overlay::mousePressEvent(QMouseEvent *event)
{
    if (!m_box->geometry().contains(event->position().toPoint()))
        close();
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    // Nothing behind the scrim hears a key.
    event->accept();
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        place();
    }
    return QWidget::eventFilter(watched, event);
}

bool Overlay::focusNextPrevChild(bool next)
{
    // Tab stays inside the box.
    QList<QWidget *> stops;
    for (QWidget *child : m_box->findChildren<QWidget *>()) {
        // What a field is made of leads back to the field: by Tab nobody would come past a day.
        if ((child->focusPolicy() & Qt::TabFocus) && !child->focusProxy() && child->isVisible() && child->isEnabled())
            stops << child;
    }
    if (stops.isEmpty())
        return true;
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    const qsizetype to = at < 0 ? 0 : (at + (next ? 1 : stops.size() - 1)) % stops.size();
    stops[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace foredeck::ui
