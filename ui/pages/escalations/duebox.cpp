#include "ui/pages/escalations/duebox.h"

#include "ui/widgets/announcing.h"
#include "ui/widgets/painting.h"

#include <cmath>

namespace foredeck::ui {

namespace {

constexpr int duePadX = 14;
constexpr int duePadY = 6;
constexpr int dueGap = 12;

} // namespace

DueBox::DueBox(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DueBox::show(const DueWords &words)
{
    const bool wider = words.sign.word.size() != m_words.sign.word.size() || words.below.size() != m_words.below.size();
    m_words = words;
    // Each second, and each name that is set is told on.
    const QString name = words.below.isEmpty() ? words.sign.word : words.sign.word + QStringLiteral(", ") + words.below;
    if (name != accessibleName())
        setSpokenName(this, name);
    setVisible(words.shown);
    if (wider)
        updateGeometry();
    update();
}

QSize DueBox::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const qreal words = std::max(digitsWidth(theme.font(Step::Title, QFont::DemiBold), m_words.sign.word), digitsWidth(theme.font(Step::Caption), m_words.below));
    const int lines = theme.line(Step::Title) + (m_words.below.isEmpty() ? 0 : theme.line(Step::Caption));
    return {duePadX * 2 + theme.grown(18) + dueGap + int(std::ceil(words)), duePadY * 2 + lines - 4};
}

void DueBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const bool urgent = m_words.sign.color == Color::Danger || m_words.sign.color == Color::Warning;
    const QColor ink = theme.color(m_words.sign.color);
    strokeRounded(painter, rect(), radiusCard, urgent ? ink : theme.color(Color::LineStrong), 1.5, theme.color(Color::Surface));
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int glyph = theme.grown(18);
    const QRect at = place(QRect(duePadX, (height() - glyph) / 2, glyph, glyph));
    if (m_words.sign.glyph.isEmpty())
        drawRing(painter, QRectF(at).adjusted(1, 1, -1, -1), m_words.rest, ink);
    else
        paintIcon(painter, at, m_words.sign.glyph, ink, layoutDirection(), theme.highContrast());
    const int x = duePadX + glyph + dueGap;
    const int title = theme.line(Step::Title) - 2;
    const int caption = m_words.below.isEmpty() ? 0 : theme.line(Step::Caption) - 2;
    const int top = (height() - title - caption) / 2;
    drawDigits(painter, place(QRect(x, top, width() - x - duePadX + 2, title)), m_words.sign.word, {theme.font(Step::Title, QFont::DemiBold), ink, layoutDirection()}, Side::Start);
    if (caption > 0)
        drawDigits(painter, place(QRect(x, top + title, width() - x - duePadX + 2, caption)), m_words.below, {theme.font(Step::Caption), ink, layoutDirection()}, Side::Start);
}

} // namespace foredeck::ui
