#include "ui/widgets/overlay.h"

#include "ui/theme/stylepaint.h"

#include <QAccessibleWidget>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr int beside = 16; ///< of the window, around the box
constexpr int line = 1; ///< the frame's own

class Box final : public QWidget {
public:
    explicit Box(QWidget *parent) : QWidget(parent) { setFocusPolicy(Qt::NoFocus); }
};

void paintFrame(QPainter &painter, const QRect &at, const Theme &theme)
{
    strokeRounded(painter, at, radiusPopup, theme.color(Color::LineStrong), line, theme.color(Color::Raised));
}

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
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { onFocus(now); });
}

void Overlay::setScrolls()
{
    m_area = new QScrollArea(this);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setWidget(m_box);
    m_box->setAutoFillBackground(false); // a scroll area turns it on
}

void Overlay::reveal(QWidget *part)
{
    if (!m_area)
        return;
    // Once it stands where it will.
    QMetaObject::invokeMethod(this, [this, part = QPointer<QWidget>(part)] {
        if (part && isVisible())
            m_area->ensureWidgetVisible(part);
    }, Qt::QueuedConnection);
}

void Overlay::open()
{
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
        if (m_area)
            m_area->verticalScrollBar()->setValue(0);
    }
    m_box->installEventFilter(this); // not before whoever filters with it is whole
    setGeometry(parentWidget()->rect());
    place();
    show();
    raise();
    Q_EMIT opened();
    if (QWidget *first = firstFocus()) {
        first->setFocus(Qt::PopupFocusReason);
        reveal(first);
    }
    keepKeyboard();
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

bool Overlay::isOnTop() const
{
    const QObjectList &all = parentWidget()->children(); // as they lie above each other
    const auto top = std::find_if(all.rbegin(), all.rend(), [](QObject *one) {
        const auto *overlay = qobject_cast<Overlay *>(one);
        return overlay && overlay->isVisible();
    });
    return top != all.rend() && *top == this;
}

void Overlay::onFocus(QWidget *now)
{
    if (!isVisible())
        return;
    if (now && m_box->isAncestorOf(now))
        reveal(now);
    else // once whoever moves it is done
        QMetaObject::invokeMethod(this, &Overlay::keepKeyboard, Qt::QueuedConnection);
}

/// What should have the keyboard may be off, and what had it may be gone: no key reaches what lies behind the scrim.
void Overlay::keepKeyboard()
{
    if (!isVisible() || !isOnTop())
        return;
    const auto isHere = [this] {
        const QWidget *focus = window()->focusWidget();
        return focus && (focus == this || isAncestorOf(focus)) && focus->isVisible() && focus->isEnabled();
    };
    if (!isHere())
        focusNextPrevChild(true);
    if (!isHere())
        setFocus(Qt::OtherFocusReason);
}

int Overlay::heightFor(int width) const
{
    const QLayout *layout = m_box->layout();
    if (!layout)
        return m_box->height();
    return layout->hasHeightForWidth() ? m_box->heightForWidth(width) : m_box->sizeHint().height();
}

QRect Overlay::frame() const
{
    return m_area ? m_area->geometry().adjusted(-line, -line, line, line) : m_box->geometry();
}

void Overlay::place()
{
    placeBox(Top::Chosen);
}

void Overlay::placeBox(Top stands)
{
    const int width = qMin(themeOf(this).grown(m_boxWidth), this->width() - 2 * beside);
    const int room = this->height() - 2 * beside;
    const int edges = m_area ? 2 * line : 0;
    int inside = width - edges;
    m_box->setFixedWidth(inside);
    int wanted = heightFor(inside) + edges;
    if (m_area && wanted > room) {
        inside -= m_area->verticalScrollBar()->sizeHint().width();
        m_box->setFixedWidth(inside);
        wanted = heightFor(inside) + edges;
    }
    const int height = qMin(wanted, room);
    const int lowest = qMax(beside, this->height() - height - beside);
    int top = m_topMargin >= 0 ? qMin(m_topMargin, lowest) : qMax(beside, (this->height() - height) / 3);
    if (stands == Top::Stays) // nothing moves under the hand
        top = qBound(beside, frame().top(), lowest);
    const QRect at((this->width() - width) / 2, top, width, height);
    if (m_area) {
        m_area->setGeometry(at.adjusted(line, line, -line, -line));
        m_box->resize(inside, wanted - edges);
    } else {
        m_box->setGeometry(at);
    }
    update();
}

void Overlay::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Color::Scrim));
    const QRect at = frame();
    // The one shadow there is: 8 below, soft over 24, 19 % black.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int spread = 24; spread > 0; spread -= 3) {
        painter.setBrush(QColor(0, 0, 0, 255 * 19 / 100 / 8));
        const int grow = spread / 2;
        painter.drawRoundedRect(at.adjusted(-grow, 8 - grow, grow, 8 + grow), radiusPopup + grow, radiusPopup + grow);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintFrame(painter, at, theme);
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
    if (!frame().contains(event->position().toPoint()))
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
    // What is in it has become more or less: once that is laid out.
    if (watched == m_box && event->type() == QEvent::LayoutRequest && isVisible() && !std::exchange(m_isPlaceDue, true)) {
        QMetaObject::invokeMethod(this, [this] {
            m_isPlaceDue = false;
            if (isVisible())
                placeBox(Top::Stays);
        }, Qt::QueuedConnection);
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
