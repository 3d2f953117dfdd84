#include "ui/widgets/button.h"

#include "ui/theme/style.h"
#include "ui/widgets/painting.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>

#include <cmath>

namespace foredeck::ui {

Button::Button(const QString &text, Look look, QWidget *parent) : QPushButton(text, parent), m_look(look)
{
    setAutoDefault(true); // Enter presses it when it has the focus, as in a dialog
    setCursor(Qt::ArrowCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void Button::setAction(QAction *action, const QString &shortText)
{
    if (m_action) {
        m_action->disconnect(this);
        disconnect(this, nullptr, m_action, nullptr);
    }
    m_action = action;
    m_shortText = shortText;
    connect(action, &QAction::changed, this, &Button::syncAction);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    syncAction();
}

void Button::setShortText(const QString &text)
{
    m_shortText = text;
    setText(text);
    updateGeometry();
    update();
}

void Button::syncAction()
{
    if (!m_action)
        return;
    setText(m_shortText.isEmpty() ? m_action->text() : m_shortText);
    setEnabled(m_action->isEnabled());
    m_keyWords = m_iconOnly || !m_keyShown ? QString() : keyWords(m_action->shortcut());
    setToolTip(plainTip(m_action->toolTip()));
    updateGeometry();
    update();
}

void Button::setLook(Look look)
{
    m_look = look;
    update();
}

void Button::setGlyph(const QString &name)
{
    m_glyph = name;
    updateGeometry();
    update();
}

void Button::setKeyShown(bool on)
{
    m_keyShown = on;
    syncAction();
}

void Button::setKeyWords(const QString &words)
{
    m_keyWords = words;
    updateGeometry();
    update();
}

void Button::setSmall(bool small)
{
    m_small = small;
    updateGeometry();
}

void Button::setChevron(bool on)
{
    m_chevron = on;
    updateGeometry();
}

void Button::setElides(bool on)
{
    m_elides = on;
    setSizePolicy(on ? QSizePolicy::Maximum : QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Button::setIconOnly(bool on)
{
    m_iconOnly = on;
    m_keyWords.clear();
    if (toolTip().isEmpty())
        setToolTip(plainTip(text()));
    updateGeometry();
}

void Button::setInk(Color color)
{
    m_ink = static_cast<int>(color);
    update();
}

int Button::boxHeight() const
{
    const Theme &theme = themeOf(this);
    if (m_look == Look::Link)
        return qMax(theme.line(Step::Small), theme.grown(20));
    return theme.rowHeight(m_small ? 28 : 32, theme.tokens().type[static_cast<std::size_t>(Step::Body)].line);
}

QSize Button::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const int height = boxHeight();
    if (m_iconOnly)
        return {height, height};
    const bool link = m_look == Look::Link;
    const QFont font = theme.font(link || m_small ? Step::Small : Step::Body, QFont::Medium);
    int width = int(std::ceil(textWidth(font, text())));
    if (!m_glyph.isEmpty())
        width += theme.grown(16) + 6;
    if (!m_keyWords.isEmpty() && theme.textScale() < 1.5)
        width += 7 + keyCapWidth(theme, m_keyWords);
    if (m_chevron)
        width += theme.grown(12) + 6;
    const int pad = link ? 0 : (m_small ? 8 : 10);
    return {width + pad * 2 + (link ? 2 : 0), height};
}

QSize Button::minimumSizeHint() const
{
    return m_elides ? QSize(themeOf(this).grown(48), boxHeight()) : sizeHint();
}

/// Enter presses as Space does: once, however long it is held, and not with Ctrl, which sends what is written.
void Button::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QPushButton::keyPressEvent(event);
    if (event->modifiers() & ~Qt::KeypadModifier)
        return event->ignore();
    if (!event->isAutoRepeat())
        QPushButton::keyPressEvent(event);
}

/// What the first press has brought under the pointer was not meant by the second.
void Button::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_steps)
        return QPushButton::mouseDoubleClickEvent(event);
    event->accept();
}

void Button::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QPushButton::changeEvent(event);
}

QColor Button::inkColor(const Theme &theme) const
{
    if (!isEnabled())
        return theme.color(Color::Text3);
    if (m_ink >= 0)
        return theme.color(static_cast<Color>(m_ink));
    switch (m_look) {
    case Look::Primary:
        return theme.color(Color::OnAccent);
    case Look::Danger:
        return theme.color(Color::Danger);
    case Look::Link:
        return theme.color(Color::Accent);
    case Look::Bare:
        return theme.color(Color::Text2);
    case Look::Dark:
        return theme.color(Color::OnTooltip);
    case Look::Outlined:
    case Look::Quiet:
        break;
    }
    return theme.color(Color::Text);
}

void Button::paintBox(QPainter &painter, const Theme &theme) const
{
    if (m_look == Look::Link)
        return;
    QColor fill = Qt::transparent;
    QColor line = Qt::transparent;
    if (m_look == Look::Primary)
        fill = theme.color(underMouse() || isDown() ? Color::AccentFillHover : Color::AccentFill);
    else if (m_look == Look::Outlined)
        line = theme.color(Color::LineStrong);
    else if (m_look == Look::Quiet)
        line = theme.color(theme.highContrast() ? Color::LineStrong : Color::Line);
    else if (m_look == Look::Danger)
        line = theme.color(Color::Danger);
    else if (m_look == Look::Dark)
        line = theme.color(Color::OnTooltip);
    if (m_look == Look::Outlined || m_look == Look::Quiet || m_look == Look::Danger)
        fill = theme.color(Color::Surface);
    const bool pressed = m_look != Look::Primary && m_look != Look::Dark && (isDown() || isChecked() || underMouse());
    if (pressed)
        fill = theme.color(Color::Hover);
    if (!isEnabled() && m_look != Look::Bare) {
        fill = theme.color(Color::Sunken);
        line = theme.color(Color::Line);
    } else if (!isEnabled()) {
        fill = Qt::transparent;
    }
    strokeRounded(painter, rect(), radiusControl, line, 1, fill);
}

void Button::paintCap(QPainter &painter, const Theme &theme, const QRect &rect) const
{
    if (m_look == Look::Primary && isEnabled())
        drawKeyCap(painter, rect, m_keyWords, theme, theme.color(Color::OnAccent), theme.color(Color::OnAccent), Qt::transparent);
    else if (m_look == Look::Dark)
        drawLine(painter, rect, m_keyWords, {theme.font(Step::Small), inkColor(theme), Qt::LeftToRight}, Side::Center);
    else
        drawKeyCap(painter, rect, m_keyWords, theme, theme.color(Color::Text3), theme.color(Color::Line), theme.color(Color::Sunken));
}

void Button::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintBox(painter, theme);
    const QColor ink = inkColor(theme);
    const Qt::LayoutDirection direction = layoutDirection();
    if (m_iconOnly) {
        const int size = theme.grown(18);
        return paintIcon(painter, QRectF((width() - size) / 2.0, (height() - size) / 2.0, size, size), m_glyph,
            isEnabled() && m_ink < 0 && m_look != Look::Primary ? theme.color(Color::Text2) : ink, direction, theme.highContrast());
    }
    const bool link = m_look == Look::Link;
    const int pad = link ? 0 : (m_small ? 8 : 10);
    const int glyph = theme.grown(16);
    const QRect inside = rect().adjusted(pad, 0, -pad, 0);
    const int extra = qMax(0, width() - sizeHint().width());
    // Words stand in the middle of a button that was made wider, at its start in a link.
    int x = inside.left() + (link ? 0 : extra / 2);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(direction, rect(), logical); };
    if (!m_glyph.isEmpty()) {
        paintIcon(painter, place(QRect(x, (height() - glyph) / 2, glyph, glyph)), m_glyph, ink, direction, theme.highContrast());
        x += glyph + 6;
    }
    int end = inside.right() + 1 - (link ? 0 : extra / 2);
    if (m_chevron) {
        const int size = theme.grown(12);
        end -= size;
        paintIcon(painter, place(QRect(end, (height() - size) / 2, size, size)), QStringLiteral("chevron-down"), ink, direction);
        end -= 6;
    }
    if (!m_keyWords.isEmpty() && theme.textScale() < 1.5) {
        const int width = keyCapWidth(theme, m_keyWords);
        const int height = theme.grown(18);
        end -= width;
        paintCap(painter, theme, place(QRect(end, (this->height() - height) / 2, width, height)));
        end -= 7;
    }
    const QFont font = theme.font(link || m_small ? Step::Small : Step::Body, QFont::Medium);
    drawLine(painter, place(QRect(x, 0, end - x + 1, height())), text(), {font, ink, direction}, Side::Start);
    if (link && (underMouse() || hasKeyFocus(this)))
        painter.fillRect(place(QRect(0, height() / 2 + theme.grown(7), width(), 1)), ink);
}

} // namespace foredeck::ui
