#include "ui/shell/navigation.h"

#include "ui/theme/style.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"
#include "ui/words/timewords.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace foredeck::ui {

namespace {

constexpr int longWord = 16; ///< characters that may not find room

QString shownCount(int count, bool more)
{
    return more ? NavEntry::tr("%1+", "so many, and perhaps more").arg(countWord(count)) : countWord(count);
}

} // namespace

NavEntry::NavEntry(Kind kind, const QString &glyph, const QString &word, QWidget *parent) : QAbstractButton(parent), m_kind(kind), m_glyph(glyph)
{
    setText(word);
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    rename();
}

void NavEntry::rename()
{
    setSpokenName(this, m_count > 0 ? tr("%1, %2", "a place and how many are in it").arg(text(), shownCount(m_count, m_more)) : text());
    setToolTip(m_slim || text().size() > longWord ? plainTip(accessibleName()) : QString());
}

void NavEntry::setWord(const QString &word)
{
    setText(word);
    rename();
}

void NavEntry::setCount(int count, bool more)
{
    m_count = count;
    m_more = more;
    rename();
    update();
}

void NavEntry::setUrgent(bool urgent)
{
    m_urgent = urgent;
    update();
}

void NavEntry::setSlim(bool slim)
{
    m_slim = slim;
    rename();
    updateGeometry();
}

QSize NavEntry::sizeHint() const
{
    const Theme &theme = themeOf(this);
    if (m_slim)
        return {36, theme.rowHeight(36, 18)};
    return {theme.grown(120), theme.rowHeight(m_kind == Kind::Place ? theme.space().nav : theme.space().navView, 18)};
}

void NavEntry::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

void NavEntry::enterEvent(QEnterEvent *)
{
    update();
}

void NavEntry::leaveEvent(QEvent *)
{
    update();
}

void NavEntry::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const Qt::LayoutDirection direction = layoutDirection();
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(direction, rect(), logical); };
    const bool place_ = m_kind == Kind::Place;
    const bool filled = isChecked() && place_;
    if (filled || underMouse())
        strokeRounded(painter, rect(), radiusControl, filled ? theme.tintEdge() : QColor(Qt::transparent), 1, theme.color(filled ? Color::Selection : Color::Hover));
    if (filled)
        strokeRounded(painter, place(QRect(0, height() / 4, 3, height() / 2)), 1.5, Qt::transparent, 0, theme.color(Color::Accent));
    const int glyph = theme.grown(18);
    const int top = (height() - glyph) / 2;
    if (m_slim) {
        paintIcon(painter, QRect((width() - glyph) / 2, top, glyph, glyph), m_glyph, theme.color(filled ? Color::Accent : Color::Text2), direction, theme.highContrast());
        if (m_count > 0) {
            const int pill = pillWidth(theme, m_count);
            const QRect badge = place(QRect(std::max(0, width() - 1 - pill), 0, std::min(pill, width() - 1), theme.grown(16)));
            if (m_urgent)
                drawPill(painter, badge, m_count, theme.color(Color::Danger), theme);
            else {
                strokeRounded(painter, badge, badge.height() / 2.0, theme.color(Color::Line), 1, theme.color(Color::Surface));
                drawLine(painter, badge, m_count > 99 ? QStringLiteral("99+") : QString::number(m_count), {theme.font(Step::Caption, QFont::Medium), theme.color(Color::Text), direction}, Side::Center);
            }
        }
        return;
    }
    int x = 10;
    if (place_) {
        paintIcon(painter, place(QRect(x - 1, top, glyph, glyph)), m_glyph, theme.color(filled ? Color::Accent : Color::Text2), direction, theme.highContrast());
    }
    x += theme.grown(16) + 10;
    int end = width() - 8;
    if (m_count > 0 && m_urgent) {
        const int pill = pillWidth(theme, m_count);
        end -= pill;
        drawPill(painter, place(QRect(end, (height() - theme.grown(16)) / 2, pill, theme.grown(16))), m_count, theme.color(Color::Danger), theme);
    } else if (m_count >= 0) {
        const Ink ink {theme.font(Step::Body, isChecked() && !place_ ? QFont::Medium : QFont::Normal), theme.color(isChecked() ? Color::Text : Color::Text2), direction};
        const QString number = shownCount(m_count, m_more);
        const int width = int(std::ceil(digitsWidth(ink.font, number)));
        end -= width;
        drawDigits(painter, place(QRect(end, 0, width, height())), number, ink, Side::End);
    }
    const Ink ink {theme.font(Step::Body, isChecked() ? QFont::DemiBold : (place_ ? QFont::Medium : QFont::Normal)), theme.color(isChecked() ? Color::Text : Color::Text2), direction};
    drawLine(painter, place(QRect(x, 0, end - x - 6, height())), text(), ink);
}

NavHead::NavHead(QWidget *parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSpokenName(this, tr("Clients in view"));
}

void NavHead::setAgency(const QString &name, const QString &mark, const QString &scope)
{
    setText(name);
    m_mark = mark;
    m_scope = scope;
    setSpokenName(this, tr("%1, %2, choose the clients in view").arg(name, scope));
    setToolTip(m_slim ? plainTip(name + QLatin1Char('\n') + scope) : QString());
    update();
}

void NavHead::setSlim(bool slim)
{
    m_slim = slim;
    updateGeometry();
}

QSize NavHead::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {m_slim ? 36 : theme.grown(120), theme.rowHeight(theme.layout().header, 34)};
}

void NavHead::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const Qt::LayoutDirection direction = layoutDirection();
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(direction, rect(), logical); };
    const int mark = theme.grown(28);
    const QRect box = m_slim ? QRect((width() - mark) / 2, (height() - mark) / 2, mark, mark) : place(QRect(6, (height() - mark) / 2, mark, mark));
    strokeRounded(painter, box, radiusControl, theme.tintEdge(), 1.5,
        theme.color(theme.highContrast() ? Color::Surface : Color::Line));
    QFont letters = theme.font(Step::Body, QFont::DemiBold);
    letters.setPointSizeF(letters.pointSizeF() * 12 / 13);
    drawLine(painter, box, m_mark, {letters, theme.color(Color::Text2), direction}, Side::Center);
    if (m_slim)
        return;
    const int x = 6 + mark + 8;
    const int chevron = theme.grown(14);
    const int end = width() - 8 - chevron;
    const int lines = theme.line(Step::Body) + theme.line(Step::Caption);
    const int top = (height() - lines) / 2;
    drawLine(painter, place(QRect(x, top, end - x - 4, theme.line(Step::Body))), text(), {theme.font(Step::Body, QFont::DemiBold), theme.color(Color::Text), direction});
    drawLine(painter, place(QRect(x, top + theme.line(Step::Body), end - x - 4, theme.line(Step::Caption))), m_scope,
        {theme.font(Step::Caption), theme.color(Color::Text2), direction});
    paintIcon(painter, place(QRect(end, (height() - chevron) / 2, chevron, chevron)), QStringLiteral("chevron-down"), theme.color(Color::Text2), direction);
}

SearchButton::SearchButton(QWidget *parent) : QAbstractButton(parent)
{
    setText(tr("Search or run"));
    setSpokenName(this, tr("Search or run a command"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SearchButton::setKeyWords(const QString &words)
{
    m_keys = words;
    setToolTip(plainTip(accessibleName() + QStringLiteral("  ") + words));
    update();
}

void SearchButton::setSlim(bool slim)
{
    m_slim = slim;
    updateGeometry();
}

QSize SearchButton::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {m_slim ? 36 : theme.grown(120), theme.rowHeight(m_slim ? 36 : 32, 18)};
}

void SearchButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const Qt::LayoutDirection direction = layoutDirection();
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(direction, rect(), logical); };
    const int glyph = theme.grown(m_slim ? 18 : 16);
    if (m_slim) {
        if (underMouse())
            strokeRounded(painter, rect(), radiusControl, Qt::transparent, 0, theme.color(Color::Hover));
        return paintIcon(painter, QRect((width() - glyph) / 2, (height() - glyph) / 2, glyph, glyph), QStringLiteral("search"), theme.color(Color::Text2), direction);
    }
    strokeRounded(painter, rect(), radiusControl, theme.color(theme.highContrast() ? Color::LineStrong : Color::Line), 1, theme.color(Color::Surface));
    paintIcon(painter, place(QRect(10, (height() - glyph) / 2, glyph, glyph)), QStringLiteral("search"), theme.color(Color::Text2), direction);
    int end = width() - 10;
    if (!m_keys.isEmpty() && theme.textScale() < 1.5) {
        const int cap = keyCapWidth(theme, m_keys);
        end -= cap - 2;
        drawKeyCap(painter, place(QRect(end, (height() - theme.grown(18)) / 2, cap, theme.grown(18))), m_keys, theme, theme.color(Color::Text3), theme.color(Color::Line),
            theme.color(Color::Sunken));
        end -= 6;
    }
    const int x = 10 + glyph + 7;
    drawLine(painter, place(QRect(x, 0, end - x, height())), text(), {theme.font(Step::Body), theme.color(Color::Text3), direction});
}

} // namespace foredeck::ui
