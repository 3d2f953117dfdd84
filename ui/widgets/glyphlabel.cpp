#include "ui/widgets/glyphlabel.h"

#include "ui/widgets/painting.h"

#include <QEvent>

#include <cmath>

namespace foredeck::ui {

Glyph::Glyph(const QString &name, int size, Color color, QWidget *parent) : QWidget(parent), m_name(name), m_size(size), m_color(color)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Glyph::setGlyph(const QString &name, Color color)
{
    m_name = name;
    m_color = color;
    update();
}

void Glyph::setRing(double rest)
{
    m_ring = rest;
    update();
}

QSize Glyph::sizeHint() const
{
    const int size = themeOf(this).grown(m_size);
    return {size, size};
}

void Glyph::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void Glyph::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (m_ring >= 0)
        return drawRing(painter, rect(), m_ring, theme.color(m_color));
    paintIcon(painter, rect(), m_name, theme.color(m_color), layoutDirection(), theme.highContrast());
}

MarkBadge::MarkBadge(const QString &letters, int seed, QSize size, QWidget *parent)
    : QWidget(parent), m_letters(letters), m_seed(seed), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MarkBadge::setMark(const QString &letters, int seed)
{
    m_letters = letters;
    m_seed = seed;
    update();
}

QSize MarkBadge::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {theme.grown(m_size.width()), theme.grown(m_size.height())};
}

void MarkBadge::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (m_seed >= 0)
        return drawTenantMark(painter, rect(), m_letters, m_seed, theme);
    strokeRounded(painter, rect(), radiusControl, theme.tintEdge(), 1.5, theme.highContrast() ? theme.color(Color::Surface) : theme.color(Color::Line));
    QFont font = theme.font(Step::Body, QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 12 / 13);
    drawLine(painter, rect(), m_letters, {font, theme.color(Color::Text2), Qt::LeftToRight}, Side::Center);
}

AvatarBadge::AvatarBadge(const QString &name, bool me, int size, QWidget *parent)
    : QWidget(parent), m_initials(initialsOf(name)), m_me(me), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AvatarBadge::setName(const QString &name)
{
    m_initials = initialsOf(name);
    update();
}

QSize AvatarBadge::sizeHint() const
{
    const int size = themeOf(this).grown(m_size);
    return {size, size};
}

void AvatarBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawAvatar(painter, rect(), m_initials, m_me ? AvatarKind::Me : AvatarKind::Soft, themeOf(this));
}

Chip::Chip(const QString &text, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Chip::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {int(std::ceil(textWidth(theme.font(Step::Caption, QFont::Medium), text()))) + 12, theme.rowHeight(18, 16)};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    strokeRounded(painter, rect(), radiusChip, theme.tintEdge(), 1, theme.color(Color::Hover));
    drawLine(painter, rect(), text(), {theme.font(Step::Caption, QFont::Medium), theme.color(Color::Text2), layoutDirection()}, Side::Center);
}

KeyCap::KeyCap(const QString &words, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(words);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyCap::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {keyCapWidth(theme, text()), theme.grown(18)};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    drawKeyCap(painter, rect(), text(), theme, theme.color(Color::Text3), theme.color(Color::Line), theme.color(Color::Sunken));
}

} // namespace foredeck::ui
