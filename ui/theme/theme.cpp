#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QWidget>

#include <algorithm>
#include <cmath>

namespace foredeck::ui {

const MarkColors &Theme::mark(int seed) const
{
    const std::vector<MarkColors> &marks = m_tokens->marks[index(m_scheme)];
    return marks[static_cast<std::size_t>(std::abs(seed)) % marks.size()];
}

QFont Theme::font(Step step, QFont::Weight weight) const
{
    QFont font;
    font.setFamilies(m_tokens->fonts);
    font.setPointSizeF(m_tokens->type[index(step)].pt * m_textScale);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int Theme::line(Step step) const
{
    return grown(m_tokens->type[index(step)].line);
}

int Theme::confidenceBars(double share) const
{
    const int percent = qRound(share * 100);
    int bars = 1;
    for (const int limit : m_tokens->confidenceBars)
        bars += percent >= limit ? 1 : 0;
    return bars;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Color from) { palette.setColor(role, color(from)); };
    set(QPalette::Window, Color::Window);
    set(QPalette::Base, Color::Surface);
    set(QPalette::AlternateBase, Color::Sunken);
    set(QPalette::Text, Color::Text);
    set(QPalette::WindowText, Color::Text);
    set(QPalette::ButtonText, Color::Text);
    set(QPalette::BrightText, Color::Danger);
    set(QPalette::Button, Color::Surface);
    set(QPalette::Light, Color::Surface);
    set(QPalette::Midlight, Color::Hover);
    set(QPalette::Mid, Color::Line);
    set(QPalette::Dark, Color::LineStrong);
    set(QPalette::Shadow, Color::LineStrong);
    set(QPalette::Highlight, Color::Selection);
    set(QPalette::HighlightedText, Color::Text);
    set(QPalette::Link, Color::Accent);
    set(QPalette::LinkVisited, Color::Accent);
    set(QPalette::PlaceholderText, Color::Text3);
    set(QPalette::ToolTipBase, Color::Tooltip);
    set(QPalette::ToolTipText, Color::OnTooltip);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(Color::SelectionInactive));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Color::Text3));
    for (const QPalette::ColorRole role : {QPalette::Base, QPalette::Button})
        palette.setColor(QPalette::Disabled, role, color(Color::Sunken));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Color::SelectionInactive));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, color(Color::Text3));
    return palette;
}

QPalette Theme::editorPalette() const
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::Active, QPalette::Highlight, color(Color::AccentFill));
    palette.setColor(QPalette::Active, QPalette::HighlightedText, color(Color::OnAccent));
    return palette;
}

const Theme &themeOf(const QWidget *widget)
{
    static const Theme fallback;
    const auto *style = widget ? qobject_cast<const ForedeckStyle *>(widget->style()) : nullptr;
    return style ? style->theme() : fallback;
}

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace foredeck::ui
