#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QPalette>

class QWidget;

namespace foredeck::ui {

/// One look: a scheme, a density and a text size over the tokens. A small value, copied freely; painting code reads
/// nothing else. Lengths are logical pixels.
class Theme {
public:
    Theme() : Theme(builtInTokens(), Scheme::Light, Density::Normal, 1.0) { }
    /// `tokens` must outlive the theme. `textScale` 1.0–2.0.
    Theme(const Tokens &tokens, Scheme scheme, Density density, double textScale)
        : m_tokens(&tokens), m_scheme(scheme), m_density(density), m_textScale(textScale)
    {
    }

    Scheme scheme() const noexcept { return m_scheme; }
    Density density() const noexcept { return m_density; }
    /// The same look with other row heights: the list of a narrow window is always compact.
    Theme withDensity(Density density) const { return Theme(*m_tokens, m_scheme, density, m_textScale); }
    double textScale() const noexcept { return m_textScale; }
    bool highContrast() const noexcept { return m_scheme == Scheme::HighContrast; }
    /// The outline of what a tint alone marks elsewhere: in high contrast tints are below 3:1 against their ground.
    QColor tintEdge() const { return highContrast() ? color(Color::LineStrong) : QColor(Qt::transparent); }

    const QColor &color(Color role) const { return m_tokens->colors[index(m_scheme)][static_cast<std::size_t>(role)]; }
    /// The tint of a tenant's two-letter mark; the same client always gets the same one (`seed`: its place in the list).
    const MarkColors &mark(int seed) const;
    /// Of a chart's series: 1 to chartSeries.
    const QColor &series(int number) const { return m_tokens->series[index(m_scheme)][static_cast<std::size_t>(number - 1)]; }
    QFont font(Step step, QFont::Weight weight = QFont::Normal) const;
    /// Fixed line height of a step at this text size.
    int line(Step step) const;
    /// A length that grows with the text: glyphs, avatars, marks.
    int grown(double length) const { return qRound(length * m_textScale); }
    /// What a row of `lines` needs when its design height at 100 % is `height`: padding stays, lines grow.
    int rowHeight(int height, int linesHeight) const { return height - linesHeight + grown(linesHeight); }

    const DensityTokens &space() const { return m_tokens->density[index(m_density)]; }
    const LayoutTokens &layout() const { return m_tokens->layout; }
    const MotionTokens &motion() const { return m_tokens->motion; }
    const Tokens &tokens() const { return *m_tokens; }
    /// 2 px, in high contrast 3.
    int focusWidth() const noexcept { return highContrast() ? 3 : 2; }
    /// How many of the four confidence bars a share of 0–1 fills.
    int confidenceBars(double share) const;

    QPalette palette() const;
    /// Of what is written in: what is selected there is told from a chosen row.
    QPalette editorPalette() const;

private:
    template <class E>
    static constexpr std::size_t index(E value) noexcept { return static_cast<std::size_t>(value); }

    const Tokens *m_tokens;
    Scheme m_scheme;
    Density m_density;
    double m_textScale;
};

/// The theme a widget is painted with: its style's. Widgets made before the style is set get the plain light one.
const Theme &themeOf(const QWidget *widget);

/// Contrast ratio of two opaque colours by WCAG 2.2 (relative luminance, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
double contrastRatio(const QColor &a, const QColor &b);

inline constexpr int radiusSpeakingCorner = 3;
inline constexpr int radiusChip = 4;
inline constexpr int radiusControl = 6;
inline constexpr int radiusCard = 8;
inline constexpr int radiusPopup = 10;
inline constexpr int radiusBubble = 12;

} // namespace foredeck::ui
